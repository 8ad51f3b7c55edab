"""What a page tells of its article beside the text: JSON-LD, OpenGraph, meta and time elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from workbench.models import DateSign
from workbench.sources.documents import Known
from workbench.sources.stamps import sign_of

_ARTICLES = ("article", "posting", "report", "review")
_PAGES = ("webpage", "itempage")
_NODES = 10_000
"""Objects of JSON-LD that are looked at on one page."""
_LONGEST = 300
"""Characters of a title or name."""
_COMMENT = re.compile(r"<!--|-->|(?:/\*|//)?\s*(?:<!\[CDATA\[|\]\]>)(?:\s*\*/)?")
_PUBLISHED = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"')
"""The day in JSON-LD that is no JSON."""
_LAST_COMMA = re.compile(r",(\s*[}\]])")
_PART = 3
"""How many times longer than another a title may be that holds it."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])", re.IGNORECASE)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_SITES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author")
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "date",
)
"""Names of meta elements that give the day of publication, the plainest first."""
_SAME_SITE = ("www.", "m.", "amp.", "mobil.", "mobile.")


class Facts:
    """What the metadata of one page say."""

    def __init__(self, tree: Any, schemas: Sequence[str]) -> None:
        self._tree = tree
        self._schemas = schemas
        self._meta = _meta(tree)
        self._schema = _article_schema(list(_objects(schemas)), self._heads())

    def known(self, fetched: str | None) -> Known:
        """All that is told; `fetched` is the address it came from, which bars another site's."""
        return Known(
            self._title(),
            _name(self._schema.get("publisher")) or self._first(_SITES),
            self._author(),
            self._address(fetched),
            self._language(),
            tuple(self._signs()),
        )

    def standfirsts(self) -> list[str]:
        """What the page says to be its article in a sentence or two."""
        told = [self._schema.get("description"), *(self._meta.get(name) for name in _DESCRIPTIONS)]
        return [" ".join(text.split()) for text in told if isinstance(text, str) and text.strip()]

    def text(self) -> str:
        """The text of the article that stands in its JSON-LD, or nothing."""
        told = self._schema.get("articleBody")
        return told if isinstance(told, str) else ""

    def _title(self) -> str | None:
        """The headline that readers see, where the metadata bear it out; else theirs."""
        heads, told = self._heads(), self._told_titles()
        for head in heads:
            if not told or any(_alike(head, one) for one in told):
                return head
        lesser = (head for head in self._heads("h2", "h3") if any(_alike(head, one) for one in told))
        return next(lesser, told[0] if told else None)

    def _heads(self, *tags: str) -> list[str]:
        """The headings that are shown, the main ones where no others are asked for."""
        heads = (" ".join("".join(head.itertext()).split()) for head in self._tree.iter(*tags or ("h1",)))
        return [head for head in heads if 0 < len(head) <= _LONGEST]

    def _told_titles(self) -> list[str]:
        headline = self._schema.get("headline") or self._schema.get("name")
        told = [headline if isinstance(headline, str) else None, *(self._meta.get(name) for name in _TITLES)]
        site = self._first(_SITES)
        page = self._tree.findtext(".//head/title") or ""
        told.append(_without_site(" ".join(page.split()), site))
        return [" ".join(title.split())[:_LONGEST] for title in told if title and title.strip()]

    def _author(self) -> str | None:
        names = _names(self._schema.get("author")) or [
            name for name in (self._meta.get(key, "") for key in _AUTHORS) if name and "//" not in name
        ]
        if not names:
            marked = self._tree.xpath('//*[@itemprop="author" or @rel="author"]')
            names = [" ".join("".join(one.itertext()).split()) for one in marked[:3]]
        kept = dict.fromkeys(name for name in names if 0 < len(name) <= _LONGEST)
        return ", ".join(kept)[:_LONGEST] or None

    def _address(self, fetched: str | None) -> str | None:
        links = [link.get("href") for link in self._tree.iter("link") if link.get("rel") == "canonical"]
        for link in [*links, self._meta.get("og:url"), self._schema.get("url")]:
            host = _host(link) if isinstance(link, str) else ""
            if host and (fetched is None or host == _host(fetched)) and len(link) <= 2000:
                return str(link).strip()
        return fetched

    def _language(self) -> str | None:
        told = (self._schema.get("inLanguage"), self._tree.get("lang"), self._meta.get("og:locale"))
        for one in told:
            found = _LANGUAGE.match(one.strip()) if isinstance(one, str) else None
            if found:
                return found[0].lower()
        return None

    def _signs(self) -> Iterator[DateSign]:
        """One sign for each day that is told, the most telling element first."""
        days = set()
        for stamp in self._stamps():
            sign = sign_of("metadata", stamp)
            if sign and (sign.start, sign.end) not in days:
                days.add((sign.start, sign.end))
                yield sign

    def _stamps(self) -> Iterator[str]:
        searched = () if self._schema else map(_PUBLISHED.search, self._schemas)
        broken = [found[1] for found in searched if found]
        told = [self._schema.get("datePublished"), *broken, *(self._meta.get(name) for name in _DAYS)]
        yield from (one for one in told if isinstance(one, str))
        marked = self._tree.xpath('//*[@itemprop="datePublished"] | //time[@pubdate]')
        for one in marked[:3]:
            yield one.get("datetime") or one.get("content") or "".join(one.itertext())

    def _first(self, names: Sequence[str]) -> str | None:
        return next((self._meta[name] for name in names if self._meta.get(name)), None)


def _meta(tree: Any) -> dict[str, str]:
    """The first content of each meta element, by its name in small letters."""
    found: dict[str, str] = {}
    for one in tree.iter("meta"):
        content = (one.get("content") or "").strip()
        for name in (one.get("property"), one.get("name"), one.get("itemprop")):
            if name and content:
                found.setdefault(name.strip().lower(), content)
    return found


def _objects(schemas: Sequence[str]) -> Iterator[dict[str, Any]]:
    """All objects in the JSON-LD of a page, outer ones first; what is no JSON gives none."""
    waiting: list[Any] = []
    for schema in schemas:
        for text in (schema, _LAST_COMMA.sub(r"\1", _COMMENT.sub("", schema))):
            try:
                waiting.append(json.loads(text, strict=False))
                break
            except (ValueError, RecursionError):
                continue
    for count, one in enumerate(waiting):
        if count >= _NODES:
            return
        if isinstance(one, dict):
            yield one
            waiting += [value for value in one.values() if isinstance(value, dict | list)]
        elif isinstance(one, list):
            waiting += one


def _article_schema(objects: Sequence[dict[str, Any]], heads: Sequence[str]) -> dict[str, Any]:
    """The object that is the page's article, not one of those it lists; that of the page without one."""
    articles = [one for one in objects if _is_a(one, _ARTICLES)]
    for one in articles:
        headline = one.get("headline")
        if isinstance(headline, str) and any(_alike(headline, head) for head in heads):
            return one
    if articles and not (heads and len(articles) > 1):
        return articles[0]
    return next((one for one in objects if _is_a(one, _PAGES)), {})


def _is_a(one: dict[str, Any], endings: tuple[str, ...]) -> bool:
    kinds = one.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.lower().endswith(endings) for kind in named)


def _names(told: Any) -> list[str]:
    parts = told if isinstance(told, list) else [told]
    return [name for name in map(_name, parts[:10]) if name]


def _name(told: Any) -> str | None:
    if isinstance(told, list):
        told = told[0] if told else None
    if isinstance(told, dict):
        told = told.get("name")
    name = " ".join(told.split()) if isinstance(told, str) else ""
    return name if name and "//" not in name and len(name) <= _LONGEST else None


def _alike(one: str, other: str) -> bool:
    """True where one of two titles holds the other and is no mere word of it, letters alone compared."""
    first, second = sorted((re.sub(r"\W+", "", text).casefold() for text in (one, other)), key=len)
    return _PART * len(first) >= len(second) > 0 and first in second


def _without_site(title: str, site: str | None) -> str:
    """A page's title without the site's name behind it."""
    for mark in (" | ", " - ", " – ", " — ", " » ", " :: "):
        head, found, tail = title.rpartition(mark)
        if found and site and _alike(tail, site):
            return head
    return title


def _host(address: str | None) -> str:
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return ""
    for prefix in _SAME_SITE:
        host = host.removeprefix(prefix)
    return host
