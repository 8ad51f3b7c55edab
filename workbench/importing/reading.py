"""One leaf to its source and claims: the work that can be done anywhere, in any process."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from workbench.correcting import claims_of
from workbench.errors import SourceError
from workbench.importing.expanding import Leaf, unread
from workbench.importing.report import lacking
from workbench.lineage import Traits, traits
from workbench.models import Claim, Retrieval, Source
from workbench.plug_ins import Breakage, broken
from workbench.sources.documents import Article, Document, Limits, PassedOver, Unchanged, Unread, only_article
from workbench.sources.imprints import place_of
from workbench.sources.making import source_from_article
from workbench.sources.registry import read
from workbench.store import Prepared, prepared


@dataclass(frozen=True, slots=True)
class Read:
    """An article with the claims that are read in it, before any correction, as the rows that are stored.

    ``traits`` are what shows of which others it is a version or a copy; ``notes`` and ``lacking`` are words
    for the user, of its reader and on what could not be had from it.
    """

    article: Prepared
    traits: Traits
    notes: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    retrieval: Retrieval | None = field(default=None, repr=False)
    broken: tuple[Breakage, ...] = ()
    """Plug-ins that have broken in the process that read it."""

    @property
    def source(self) -> Source:
        """The article, made from its rows."""
        return self.article.restored()[0]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that are read in it, made from their rows."""
        return self.article.restored()[1]


Outcome = Read | Unread | Unchanged | PassedOver


def read_source(source: Source, place: str = "", retrieved: str = "") -> Read:
    """What is read in an article; `place` and `retrieved` are those of its imprint."""
    claims = claims_of(source)
    found = traits(source, place=place, retrieved=retrieved)
    return Read(prepared(source, claims), found, lacking=lacking(source, claims))


def read_leaf(leaf: Leaf, limits: Limits) -> Outcome:
    """What is read in a leaf; whatever goes wrong is the `Unread` that is given."""
    if isinstance(leaf, Unread | Unchanged | PassedOver):
        return leaf
    try:
        article = leaf if isinstance(leaf, Article) else only_article(read(leaf, limits), leaf.name)
        if len(article.text) > limits.text:
            detail = f"{leaf.name} has {len(article.text):,} characters, {limits.text:,} are read"
            raise SourceError("Too long for an article", detail, "Cut it into its articles.")
        had = article.retrieval
        found = read_source(source_from_article(article), _place(leaf), had.at if had else "")
        return replace(found, notes=article.notes, retrieval=had, broken=broken())
    except Exception as error:
        return unread(leaf.name, error)


def _place(leaf: Document | Article) -> str:
    """What stands for the file that it is in, alone or in an archive; "" for what has none."""
    if isinstance(leaf, Document) and isinstance(leaf.payload, Path):
        return place_of(str(leaf.payload.resolve()))
    return place_of(leaf.name) if "/" in leaf.name and leaf.retrieval is None else ""
