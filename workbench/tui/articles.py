"""What the article screen reads: an article with its claims, and what is known around one claim."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.correcting import claims_of
from workbench.decisions.corrections import corrections_in_effect, resting_on
from workbench.models import (
    AttributeValue,
    Claim,
    Decision,
    Discrepancy,
    Event,
    Source,
    Status,
)
from workbench.store import Store
from workbench.tui.editions import Edition, read_edition
from workbench.tui.passages import Mark, MarkKind, flatten

_BLOCK_MARKS: dict[str, MarkKind] = {
    "furniture": "furniture",
    "dateline": "furniture",
    "title": "heading",
    "heading": "heading",
    "date_heading": "heading",
}
Span = tuple[int, int]
Version = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A passage that the article screen opens on or goes to: its source's id, its offsets, its value."""

    source: str
    start: int
    end: int
    label: str = ""


def stops_of(values: Iterable[AttributeValue]) -> list[Stop]:
    """The passages of a difference's values."""
    return [Stop(value.source, value.start, value.end, value.label) for value in values]


@dataclass(frozen=True)
class Article:
    """An article, its claims by their place, the log on how it is read, and the kinds of events known.

    `claims` is None while they are being read. `version` is another one when they may be others.
    """

    source: Source
    claims_read: tuple[Claim, ...] | None
    log: tuple[Decision, ...] = ()
    kinds: tuple[str, ...] = ()
    version: Version = ()
    edition: Edition | None = None
    """Which version of the article it is, where there are several."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims; none while they are being read."""
        return self.claims_read or ()

    @property
    def corrections(self) -> list[Decision]:
        """The entries in effect, the latest first."""
        return corrections_in_effect(self.log)[::-1]

    @cached_property
    def _by_id(self) -> dict[str, int]:
        return {claim.id: place for place, claim in enumerate(self.claims)}

    @cached_property
    def _starts(self) -> list[int]:
        return [claim.start for claim in self.claims]

    @cached_property
    def _longest(self) -> int:
        return max((claim.end - claim.start for claim in self.claims), default=0)

    def claim(self, key: str | None) -> Claim | None:
        """The claim of an id, or None."""
        place = self._by_id.get(key or "")
        return None if place is None else self.claims[place]

    def place_of(self, claim: Claim) -> int:
        """Which one of the claims it is, from 0."""
        return self._by_id[claim.id]

    def claim_at(self, offset: int) -> Claim | None:
        """The shortest claim that holds an offset, or None."""
        first = bisect_left(self._starts, offset - self._longest)
        last = bisect_right(self._starts, offset)
        here = [one for one in self.claims[first:last] if offset < max(one.end, one.start + 1)]
        return min(here, key=lambda one: (one.end - one.start, one.start, one.id), default=None)

    def before(self, offset: int) -> int:
        """How many claims begin at an offset or before it."""
        return bisect_right(self._starts, offset)

    @cached_property
    def dates(self) -> list[Span]:
        """Where dates stand that claims have, in order."""
        dates = (date for claim in self.claims for date in (claim.date, *claim.dates) if date)
        return sorted({(one.expr_start, one.expr_end) for one in dates if one.expr})

    @cached_property
    def numbers(self) -> list[Span]:
        """Where numbers stand that claims count, in order."""
        return sorted({(one.start, one.end) for claim in self.claims for one in claim.quantities})

    @cached_property
    def marks(self) -> list[Mark]:
        """What stands out: furniture, headings, claims with what was read of them; without overlap."""
        return flatten(self._marks())

    @cached_property
    def marks_with_names(self) -> list[Mark]:
        """The same with the names that claims have."""
        names = {(one.start, one.end) for claim in self.claims for one in claim.mentions}
        return flatten((*self._marks(), *(Mark(*span, "name") for span in names)))

    def _marks(self) -> Iterator[Mark]:
        for block in self.source.blocks:
            if block.kind in _BLOCK_MARKS:
                yield Mark(block.start, block.end, _BLOCK_MARKS[block.kind])
        for claim in self.claims:
            yield Mark(claim.start, claim.end, "corrected" if claim.corrected_by else "claim")
        yield from (Mark(*span, "date") for span in self.dates)
        yield from (Mark(*span, "number") for span in self.numbers)


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around a claim: its event, its differences with their statuses, the decisions on it."""

    claim: str
    event: Event | None = None
    differences: tuple[tuple[Discrepancy, Status], ...] = ()
    resting: tuple[Decision, ...] = ()


def read_text(store: Store, source_id: str) -> Article:
    """An article before its claims are read. Raises StoreError where it is unknown."""
    source = store.source(source_id)
    return Article(source, None, edition=read_edition(store, source))


def read_article(store: Store, before: Article) -> Article:
    """An article with all that its screen shows of it; the one before where nothing has changed."""
    source_id = before.source.id
    log = tuple(store.corrections(source_id))
    version: Version = (store.standing().generation, *(entry.id for entry in log))
    if version == before.version:
        return before
    source = store.source(source_id)
    claims = sorted(store.claims(source=source_id), key=lambda one: (one.start, one.end, one.id))
    article = Article(
        source, tuple(claims), log, _kinds(source.language), version, read_edition(store, source)
    )
    _ = article.marks  # takes long where there are many: here no key waits for it
    return article


_warm: set[str] = set()
"""The languages in which this process has read something."""
_FIRST = 2_000


def warm_up(article: Article) -> None:
    """Has the packs of an article's language at hand: it takes seconds the first time."""
    source = article.source
    if source.language not in _warm:
        _warm.add(source.language)
        beginning = tuple(block for block in source.blocks if block.end <= _FIRST)
        claims_of(replace(source, text=source.text[:_FIRST], blocks=beginning))


def _kinds(language: str) -> tuple[str, ...]:
    from workbench.languages.loader import LANGUAGES, load

    if language not in LANGUAGES:
        return ()
    return tuple(sorted({kind.name for kind in load(language).events.types} | {"aftershock", "other"}))


def read_around(store: Store, claim: str) -> Around:
    """What is known around a claim."""
    event = next(iter(store.events_of_claims([claim])), None)
    found = store.discrepancies(event=event.id) if event else []
    here = [one for one in found if any(value.claim == claim for value in one.values)]
    rows = store.queue_rows([one.id for one in here])
    log = store.decisions_on_claims([claim])
    return Around(
        claim,
        event,
        tuple((one, rows[one.id].status) for one in here if one.id in rows),
        tuple(resting_on(log, claim)),
    )
