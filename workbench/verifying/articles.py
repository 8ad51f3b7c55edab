"""Exported objects held against article files alone: their bytes, and the words that are read in them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from workbench.correcting import claims_of
from workbench.errors import UsageError, WorkbenchError
from workbench.importing.expanding import Leaf, Options, expand
from workbench.models import Source
from workbench.records.rows import Row, What
from workbench.sources import source_from_article, source_from_document
from workbench.sources.documents import LIMITS, Document, PassedOver, Unchanged, Unread
from workbench.sources.gathering import gather
from workbench.verifying.containers import no_seals
from workbench.verifying.counting import Tally
from workbench.verifying.items import Finding, Item
from workbench.verifying.words import misplaced, passages


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is read now; its text is packed. `claims` are ids, where they were asked for."""

    id: str
    file: str
    sha256: str
    packed: bytes
    claims: frozenset[str]

    @property
    def text(self) -> str:
        """Its text."""
        return zlib.decompress(self.packed).decode(errors="surrogatepass")


class Articles:
    """The articles in files and folders, read when the first objects are checked. Nothing is fetched."""

    def __init__(self, named: Sequence[Path]) -> None:
        self.unread: list[tuple[str, str]] = []
        """Names of what could not be read, with the reason."""
        self._named = named
        self._by_id: dict[str, Article] = {}
        self._by_file: dict[str, Article] = {}
        self._claims: frozenset[str] = frozenset()
        self._told: set[str] = set()

    def _learn(self, what: What) -> None:
        """Reads the articles, with their claims where it is events that name them."""
        for article in self._read(what):
            self._by_id[article.id] = article
            self._by_file[article.file] = article
            name = Path(article.file).name
            if "." in name:  # rows of tables are called by their numbers: as many as there are tables
                self._by_file.setdefault(name, article)
        if not self._by_id:
            some = "; ".join(f"{name}: {why}" for name, why in self.unread[:3])
            raise UsageError("No article to check against", some or ", ".join(map(str, self._named)))
        self._claims = frozenset().union(*(one.claims for one in self._by_id.values()))

    def _read(self, what: What) -> Iterator[Article]:
        for found in gather(list(self._named), LIMITS):
            for leaf in expand(found, Options()):
                try:
                    source = _source(leaf)
                    claims = claims_of(source) if source and what == "events" else ()
                except WorkbenchError as error:
                    self.unread.append((leaf.name, str(error)))
                    continue
                if source is not None:
                    packed = zlib.compress(source.text.encode(errors="surrogatepass"))
                    ids = frozenset(claim.id for claim in claims)
                    yield Article(source.id, source.file, source.sha256, packed, ids)

    def check(self, items: Sequence[Item]) -> Iterator[Finding]:
        """What of these objects does not hold, in their order.

        Of events an article tells only which claims are read in it, of attributes and decisions nothing.
        Raises UsageError where there is no article to check against.
        """
        if items and (not self._by_id or (items[0].what == "events" and not self._claims)):
            self._learn(items[0].what)
        for item in items:
            if item.what == "events":
                yield from self._claims_of(item)
            for passage in passages(item):
                article, fault = self._article(item, passage.source)
                if fault is not None:
                    yield fault
                if article is not None and (found := misplaced(item, passage, article.text)):
                    yield found

    def written_anew(self, stream: BufferedReader, format_: str, tally: Tally) -> Iterator[Finding]:
        """Raises UsageError: articles do not tell what was made of them."""
        raise no_seals(format_)

    def _article(self, item: Item, source: Row) -> tuple[Article | None, Finding | None]:
        """The article that a source is, or the one of its name; and what is wrong with it, said once."""
        name, file = str(source["id"]), str(source["file"])
        article = self._by_id.get(name)
        if article is None:
            article = self._by_file.get(file) or self._by_file.get(Path(file).name)
            if article is None:
                return None, self._once(item, name, f"{file} is not among the articles that were named")
            says = f"{file} is not as it was read: its bytes have another SHA-256"
            return article, self._once(item, name, says, source["sha256"], article.sha256)
        if article.sha256 != source["sha256"]:
            says = f"{file}: the SHA-256 in the export is not that of its bytes"
            return article, self._once(
                item, f"{name} {source['sha256']}", says, source["sha256"], article.sha256
            )
        return article, None

    def _once(
        self, item: Item, key: str, says: str, old: object = None, now: object = None
    ) -> Finding | None:
        if key in self._told:
            return None
        self._told.add(key)
        return item.finding("article", says, "source.sha256", old, now)

    def _claims_of(self, item: Item) -> Iterator[Finding]:
        """Claims of an event that nothing reads in its articles, where all of those are at hand."""
        row = item.row
        sources, claims = (
            row[key] if isinstance(row[key], list) else str(row[key] or "").split("; ")
            for key in ("sources", "claims")
        )
        missing = [one for one in sources if one not in self._by_id]
        for one in missing:
            if found := self._once(item, one, f"no article of the id {one} is among those that were named"):
                yield found
        unread = [one for one in claims if one not in self._claims]
        if unread and not missing:
            says = (
                f"nothing reads the claims {', '.join(unread)} in its articles; a reviewer may have made them"
            )
            yield item.finding("object", says, "claims", unread)


def _source(leaf: Leaf) -> Source | None:
    """What is read of a leaf; None where nothing is to be read. Raises WorkbenchError where it cannot be."""
    match leaf:
        case Unread():
            raise leaf.error
        case Unchanged() | PassedOver():
            return None
        case Document():
            return source_from_document(leaf)
        case _:
            return source_from_article(leaf)
