"""The entries of a feed, whatever it is written in."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

import feedparser
from lxml import html

from workbench.errors import SourceError
from workbench.phrases import errors as words
from workbench.sources.decoding import decode
from workbench.sources.readers.feeds import Entry
from workbench.sources.xml_text import xml_text

_LONGEST = 2_000
"""Characters of an address."""
_EMAIL = re.compile(r"[(<]?[^\s()<>@]+@[^\s()<>@]+[)>]?")
"""RSS writes "desk@agency.example (Ann Reed)"."""
_ANOTHER = "Look at it in an editor, or give the address of another one."


def of_xml(data: bytes, name: str, charset: str | None, url: str | None) -> Iterator[Entry]:
    """The entries of RSS, Atom or RDF; `url` is where it came from, for addresses relative to it.

    Raises SourceError where it defines entities or is no feed.
    """
    text = xml_text(data, name, charset)
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url or ""}
    # Given a stream it opens nothing; what is in the entries is made safe where it is read.
    try:
        parsed = feedparser.parse(
            io.BytesIO(text.encode(errors="replace")),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:
        # Its parser for what is not well-formed raises whatever it stumbles over.
        raise SourceError("Not a feed", words.NO_FEED(file=name), _ANOTHER) from error
    if not parsed.entries and not parsed.version:
        raise SourceError("Not a feed", words.NO_FEED(file=name), _ANOTHER)
    feed = parsed.feed
    for entry in parsed.entries:
        yield _entry(entry, feed)


def of_json(data: bytes, name: str) -> Iterator[Entry]:
    """The entries of a JSON Feed (jsonfeed.org, version 1.1). Raises SourceError where it is none."""
    text, _ = decode(data, name)
    try:
        feed: Any = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise SourceError("Not a feed", words.NO_FEED(file=name), _ANOTHER) from error
    items = feed.get("items") if isinstance(feed, dict) else None
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield _json_entry(item, feed)


def _entry(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    url = _address(entry.get("link")) or _address(entry.get("id"))
    contents = [part for part in entry.get("content") or () if part.get("value")]
    fullest = max(contents, key=lambda part: len(part["value"]), default=None)
    summary = entry.get("summary") or ""
    # Atom requires only the day of change, which nobody writes for articles that have not changed.
    stamp = entry.get("published") or entry.get("updated") or ""
    source = entry.get("source") or {}
    return Entry(
        _plain(entry.get("title")),
        url,
        stamp,
        # A feed is called "Latest news" as often as by its publisher's name, which the address tells better.
        _plain(source.get("title") or entry.get("publisher") or feed.get("publisher"))
        or _plain("" if url else feed.get("title")),
        _EMAIL.sub("", _plain(entry.get("author"))).strip("() "),
        (fullest or {}).get("language") or feed.get("language") or "",
        fullest["value"] if fullest else summary,
        summary=fullest is None,
    )


def _json_entry(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    told = {key: value for key, value in item.items() if isinstance(value, str)}
    url = _address(urljoin(_text(feed.get("home_page_url")), told.get("url", "")))
    authors = item.get("authors") or [item.get("author")]
    names = (
        [_text(one.get("name")) for one in authors if isinstance(one, dict)]
        if isinstance(authors, list)
        else []
    )
    body = told.get("content_html", "") or told.get("content_text", "")
    return Entry(
        _plain(told.get("title")),
        url or _address(told.get("external_url")) or _address(told.get("id")),
        told.get("date_published", ""),
        "",
        _plain(", ".join(filter(None, names))),
        told.get("language") or _text(feed.get("language")),
        told.get("content_html", "") or ("" if body else told.get("summary", "")),
        "" if told.get("content_html") else told.get("content_text", ""),
        summary=not body,
    )


def _address(link: Any) -> str:
    """The link where it is one of the web; a feed may hold any other."""
    link = link.strip() if isinstance(link, str) else ""
    return link if link.lower().startswith(("http://", "https://")) and len(link) <= _LONGEST else ""


def _plain(markup: Any) -> str:
    """Text of a title or name, which feeds write as HTML or not."""
    words_only = _text(markup)
    if "<" in words_only or "&" in words_only:
        try:
            words_only = html.fromstring(f"<div>{words_only}</div>").text_content()
        except (ValueError, html.etree.LxmlError):
            return ""
    return " ".join(words_only.split())


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
