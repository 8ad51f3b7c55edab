"""What the article screen reads: an article with its claims, and what is known around one claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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
from workbench.tui.passages import Mark, MarkKind

_BLOCK_MARKS: dict[str, MarkKind] = {
    "furniture": "furniture",
    "dateline": "furniture",
    "title": "heading",
    "heading": "heading",
    "date_heading": "heading",
}
Span = tuple[int, int]


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


@dataclass(frozen=True, slots=True)
class Article:
    """An article, its claims by their place, the log on how it is read, and the kinds of events known."""

    source: Source
    claims: tuple[Claim, ...]
    log: tuple[Decision, ...]
    kinds: tuple[str, ...]

    @property
    def corrections(self) -> list[Decision]:
        """The entries in effect, the latest first."""
        return corrections_in_effect(self.log)[::-1]

    def claim(self, key: str | None) -> Claim | None:
        """The claim of an id, or None."""
        return next((one for one in self.claims if one.id == key), None)

    def claim_at(self, offset: int) -> Claim | None:
        """The shortest claim that holds an offset, or None."""
        here = [one for one in self.claims if one.start <= offset < max(one.end, one.start + 1)]
        return min(here, key=lambda one: (one.end - one.start, one.start, one.id), default=None)

    def dates(self) -> list[Span]:
        """Where dates stand that claims have, in order."""
        spans = {
            (date.expr_start, date.expr_end)
            for claim in self.claims
            for date in (claim.date, *claim.dates)
            if date
        }
        return sorted(span for span in spans if span[0] < span[1])

    def numbers(self) -> list[Span]:
        """Where numbers stand that claims count, in order."""
        return sorted({(one.start, one.end) for claim in self.claims for one in claim.quantities})

    def names(self) -> list[Span]:
        """Where names stand that claims have, in order."""
        return sorted({(one.start, one.end) for claim in self.claims for one in claim.mentions})

    def marks(self, stops: Sequence[Stop], at: Stop | None, *, names: bool) -> Iterator[Mark]:
        """What stands out: furniture, headings, claims with what was read of them, passages in question."""
        for block in self.source.blocks:
            if block.kind in _BLOCK_MARKS:
                yield Mark(block.start, block.end, _BLOCK_MARKS[block.kind])
        for claim in self.claims:
            yield Mark(claim.start, claim.end, "corrected" if claim.corrected_by else "claim")
        yield from (Mark(*span, "date") for span in self.dates())
        yield from (Mark(*span, "number") for span in self.numbers())
        if names:
            yield from (Mark(*span, "name") for span in self.names())
        for stop in stops:
            if stop.source == self.source.id:
                yield Mark(stop.start, stop.end, "focus" if stop == at else "value")


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around a claim: its event, its differences with their statuses, the decisions on it."""

    claim: str
    event: Event | None = None
    differences: tuple[tuple[Discrepancy, Status], ...] = ()
    resting: tuple[Decision, ...] = ()


def read_article(store: Store, source_id: str) -> Article:
    """An article with all that its screen shows of it. Raises StoreError where it is unknown."""
    source = store.source(source_id)
    claims = sorted(store.claims(source=source_id), key=lambda one: (one.start, one.end, one.id))
    return Article(source, tuple(claims), tuple(store.corrections(source_id)), _kinds(source.language))


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
