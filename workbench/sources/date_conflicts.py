"""Where what tells an article's day of publication does not agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.models import DateSign, Publication, SignKind, Source
from workbench.phrases import notes
from workbench.sources.date_signs import EARLIEST

TRUST: tuple[SignKind, ...] = ("given", "metadata", "text", "url", "file_name", "feed", "sent", "made")
"""Kinds of signs, the most trusted first."""
ZONES = timedelta(days=1)
"""What two clocks may put between the days that they give to one moment."""
_YEARS = timedelta(days=2 * 365)
"""An article that tells of nothing newer than so long ago has probably been given a new date."""
_WITNESSES = {
    "given": notes.GIVEN,
    "metadata": notes.METADATA,
    "text": notes.TEXT,
    "url": notes.URL,
    "file_name": notes.FILE_NAME,
    "feed": notes.FEED,
    "sent": notes.SENT,
    "made": notes.MADE,
}


@dataclass(frozen=True, slots=True)
class DateConflict:
    """A sign that the article's day of publication does not fit. `held` is the sign that the day is from."""

    held: DateSign
    other: DateSign

    def __str__(self) -> str:
        """Both in a line: "publication dates differ: page metadata 16 May 2025, text 14 May 2025"."""
        return notes.DAYS_DIFFER(
            held=_WITNESSES[self.held.kind](),
            day=_stretch(self.held),
            witness=_WITNESSES[self.other.kind](),
            stretch=_stretch(self.other),
        )


def date_conflicts(source: Source) -> tuple[DateConflict, ...]:
    """The signs that a source's day of publication does not fit, the most trusted first."""
    return conflicts(source.published, source.signs)


def conflicts(published: Publication | None, signs: Sequence[DateSign]) -> tuple[DateConflict, ...]:
    """The signs that a day of publication does not fit.

    A sign names the first and the last day that it allows. A day more either way is a clock of another zone.
    The days that a text merely tells of (a range) speak only against a publication years later, a mail's or a
    file's day only against a later one.
    """
    ordered = sorted(signs, key=lambda sign: TRUST.index(sign.kind))
    held = next((sign for sign in ordered if published and _gives(sign, published)), None)
    if published is None or held is None:
        return ()
    return tuple(DateConflict(held, other) for other in _against(published, ordered))


def _gives(sign: DateSign, published: Publication) -> bool:
    return sign.evidence == published.evidence and sign.start <= published.best <= sign.end


def _against(published: Publication, signs: Sequence[DateSign]) -> Iterator[DateSign]:
    for sign in signs:
        late, early = published.start - sign.end, sign.start - published.end
        told = sign.kind == "text" and sign.precision == "range" and not only_latest(sign)
        afterwards = sign.kind in ("sent", "made")
        if late > (_YEARS if told else ZONES) or (early > ZONES and not told and not afterwards):
            yield sign


def latest(day: date, evidence: str) -> DateSign:
    """The sign of a text that had appeared by a day: it was changed or saved then."""
    return DateSign("text", EARLIEST, day, "range", evidence)


def only_latest(sign: DateSign) -> bool:
    """True where a sign says no more than that the article had appeared by its last day."""
    return sign.start == EARLIEST


def _stretch(sign: DateSign) -> str:
    if only_latest(sign):
        return notes.AT_THE_LATEST(day=_day(sign.end))
    if sign.start == sign.end:
        return notes.ON(day=_day(sign.start))
    if sign.precision == "month":
        return notes.ON(day=f"{sign.start:%b %Y}")
    return notes.ON(day=f"{_day(sign.start)} to {_day(sign.end)}")


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
