"""Claims as tuples that have the fields of models, at a fraction of the time that it takes to make those."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from workbench.models import Claim
from workbench.store.reading import parts
from workbench.store.rows import DATE, MENTION, QUANTITY, Row, as_json, listed

if TYPE_CHECKING:
    from sqlite_utils import Database


class QuantityTuple(NamedTuple):
    claim: int
    value: float
    low: float | None
    high: float | None
    unit: str
    counted: str | None
    side: str | None
    scope: str
    modifier: str
    expr: str
    start: int
    end: int
    part: int
    total: int
    qualifier: str | None


class DateTuple(NamedTuple):
    """A span whose days are text as they are stored: exports write them so."""

    claim: int
    position: int
    start: str
    end: str
    precision: str
    expr: str
    expr_start: int
    expr_end: int
    basis: str
    weekday: int | None


class MentionTuple(NamedTuple):
    claim: int
    text: str
    start: int
    end: int
    kind: str
    canonical: str


# As `_make` of the classes, without the call in Python.
_date_tuple: Callable[[Row], DateTuple] = partial(tuple.__new__, DateTuple)
quantity_tuple: Callable[[Row], QuantityTuple] = partial(tuple.__new__, QuantityTuple)
mention_tuple: Callable[[Row], MentionTuple] = partial(tuple.__new__, MentionTuple)


class _Claim(NamedTuple):
    id: str
    source: str
    start: int
    end: int
    text: str
    speaker: str | None
    event_type: str
    modality: str
    place: str | None
    heading: int
    times: Sequence[Any]
    participants: Sequence[str]
    ordinals: Sequence[Any]
    quotes: Sequence[Any]
    aspects: Sequence[str]
    corrected_by: Sequence[str]
    date: Any
    dates: Sequence[Any]
    quantities: Sequence[QuantityTuple]
    mentions: Sequence[MentionTuple]


class BriefDate(NamedTuple):
    start: date
    end: date


@lru_cache(maxsize=10_000)
def brief_date(start: str | None, end: str | None) -> BriefDate | None:
    """The days that are stored as these texts."""
    return BriefDate(date.fromisoformat(start), date.fromisoformat(end)) if start and end else None


class BriefClaim(NamedTuple):
    """What records are made of; whoever asks for more is refused rather than told that there is nothing."""

    id: str
    source: str
    start: int
    end: int
    speaker: str | None
    text: str
    modality: str
    place: str | None
    heading: int
    quotes: Sequence[Any]
    date: BriefDate | None
    quantities: Sequence[QuantityTuple]
    mentions: Sequence[MentionTuple]
    stored_lemmas: str

    @property
    def lemmas(self) -> Sequence[str]:
        """Taken apart when they are asked for: that is rare."""
        return listed("lemmas", self.stored_lemmas)


brief_claim: Callable[[Row], BriefClaim] = partial(tuple.__new__, BriefClaim)


# CROSS JOIN keeps the few that are wanted outside, in their order, and looks the rest up by index.
_CLAIMS = """SELECT claims.seq, event_claims.event, claims.id, sources.id, claims.start, claims."end",
  claims.text, speaker, event_type, modality, place, heading,
  times, participants, ordinals, quotes, aspects, corrected_by
  FROM json_each(?) AS wanted CROSS JOIN claims ON claims.seq = wanted.value
  CROSS JOIN sources ON sources.seq = claims.source
  LEFT JOIN event_claims ON event_claims.claim = claims.seq"""
_LISTS = ("times", "participants", "ordinals", "quotes", "aspects", "corrected_by")
_FIRST_LIST = 12


def claims_with_events(db: Database, numbers: Sequence[int]) -> list[tuple[Claim, str | None]]:
    """The claims of these numbers in their order, each with its event's id, if it is in one.

    They have the fields of claims that exports show, flags as 0 and 1; lemmas and context are missing.
    """
    seqs = as_json(list(numbers))
    dates = parts(db, "dates", DATE, seqs, _date_tuple, first="position,")
    quantities = parts(db, "quantities", QUANTITY, seqs, quantity_tuple)
    mentions = parts(db, "mentions", MENTION, seqs, mention_tuple)
    found = []
    for row in db.conn.execute(_CLAIMS, (seqs,)):
        spans = dates.get(row[0], ())
        own = spans[0] if spans and not spans[0].position else None
        fields = (
            *row[2:_FIRST_LIST],
            *[
                () if text == "[]" else listed(name, text)
                for name, text in zip(_LISTS, row[_FIRST_LIST:], strict=True)
            ],
            own,
            spans[1:] if own else spans,
            quantities.get(row[0], ()),
            mentions.get(row[0], ()),
        )
        found.append((cast("Claim", _Claim._make(fields)), row[1]))
    return found
