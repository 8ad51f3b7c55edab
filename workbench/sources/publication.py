"""When a source was published: what its datelines state, or else what the page lets one infer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from workbench.languages.loader import Language
from workbench.models import DateSign, Publication, SignKind
from workbench.sources.date_conflicts import TRUST, ZONES, conflicts, latest
from workbench.sources.date_signs import EARLIEST
from workbench.sources.datelines import Label, StatedDate, capture_prefix
from workbench.sources.inference import YEARS, infer_publication
from workbench.sources.rows import Row

_SAYS: dict[SignKind, str] = {
    "given": "it was given with the text",
    "metadata": "the page's metadata name it",
    "text": "the text names it",
    "url": "it stands in the address",
    "file_name": "it stands in the file's name",
    "feed": "the feed names it",
    "sent": "the mail was sent then",
    "made": "the file was made then, and the article may be older",
}

_SOON = timedelta(days=31)
"""How long after the newest day told of a file is made of an article that has just appeared."""


def choose_publication(
    text: str,
    rows: Sequence[Row],
    language: Language,
    signs: Sequence[DateSign],
    *,
    today: date | None = None,
) -> tuple[Publication | None, tuple[DateSign, ...]]:
    """The day that follows from the most trusted sign, and all signs in the order of trust.

    Signs of the text itself are read here: those given of it are left out. A sign before the web or after
    `today`, the last day on which the article can have appeared, is none. Where one leaves a stretch of
    days, the less trusted ones and the text narrow it down. What does not agree is said in the reason.
    """
    stated = _read_stated(text, rows)
    last = (today or date.today()) + ZONES
    inferred = None if stated else infer_publication(text, rows, language)
    told = inferred and _newest_told(inferred, text)
    own = [one for one in (stated.sign if stated else None, told) if one]
    others = [one for one in signs if one.kind != "text" and _plausible(one, last)]
    ordered = tuple(sorted(dict.fromkeys((*others, *own)), key=lambda one: TRUST.index(one.kind)))
    published = _follows(ordered, stated, inferred, last)
    against = conflicts(published, ordered)
    if published and against:
        said = "; ".join(map(str, against))
        published = replace(published, reason=f"{published.reason[:-1]}; {said}.")
    return published, ordered


def _plausible(sign: DateSign, last: date) -> bool:
    return sign.kind == "given" or EARLIEST <= sign.start <= last


def _follows(
    ordered: Sequence[DateSign], stated: _Stated | None, inferred: Publication | None, last: date
) -> Publication | None:
    """What the first sign gives. A day to come, in the text, is believed only where all else is silent."""
    for at, sign in enumerate(ordered):
        if sign.kind == "made":
            return _made_then(sign, inferred)
        if sign.kind != "text":
            return _signed(sign, ordered[at + 1 :], inferred)
        if stated and sign is stated.sign and sign.start <= last:
            return stated.publication
    return stated.publication if stated else inferred


def _signed(sign: DateSign, others: Sequence[DateSign], inferred: Publication | None) -> Publication:
    reason = f"Stated: {_SAYS[sign.kind]}"
    if sign.start == sign.end:
        return Publication(sign.start, sign.start, sign.end, "day", "stated", f"{reason}.", sign.evidence)
    reason += ", and no single day" if sign.precision != "month" else ", but only the month"
    for one in others:
        if sign.start <= one.start == one.end <= sign.end:
            day = one.start
            reason += f"; of the day {_SAYS[one.kind]}."
            return Publication(day, day, day, "day", "stated", reason, one.evidence)
    start, end, best = sign.start, sign.end, sign.start + (sign.end - sign.start) / 2
    if inferred and inferred.start <= end and start <= inferred.end:
        start, end = max(start, inferred.start), min(end, inferred.end)
        best = min(max(inferred.best, start), end)
        reason += f"; the days that the text tells of leave {start} to {end}"
    return Publication(best, start, end, sign.precision, "stated", f"{reason}.", sign.evidence)


def _made_then(sign: DateSign, inferred: Publication | None) -> Publication:
    """The day on which the file was made, unless the text tells of days that are long over then."""
    if inferred and sign.start - inferred.end > _SOON:
        return inferred
    reason = f"Inferred: {_SAYS['made']}."
    return Publication(sign.start, sign.start, sign.end, sign.precision, "inferred", reason, sign.evidence)


def _newest_told(inferred: Publication, text: str) -> DateSign | None:
    """The days that a text without a date line tells of; None where it also speaks of later years."""
    if any(int(year) > inferred.end.year for year in YEARS.findall(text)):
        return None
    return DateSign("text", inferred.start, inferred.end, "range", inferred.evidence)


@dataclass(frozen=True, slots=True)
class _Stated:
    publication: Publication
    sign: DateSign


def _read_stated(text: str, rows: Sequence[Row]) -> _Stated | None:
    """What datelines state.

    A line labelled as the first publication comes before a dateline without a label, that before
    the crawler's mark, and a date of change stands in only where there is nothing else.
    """
    stated = list(_stated(rows))
    _, captured = capture_prefix(text)
    created = next((found for found in stated if found.label == "created"), None)
    plain = next((found for found in stated if found.label is None), None)
    updated = next((found for found in stated if found.label == "updated"), None)
    if created:
        return _on(created.day, "the page names it as the day of publication", created.text)
    if plain:
        return _on(plain.day, "it stands in the page's date line", plain.text)
    if captured:
        reason = "it stands in the mark of the crawler that saved the page"
        return _by(captured, reason, f"date {captured}")
    if updated:
        return _by(updated.day, "the page names only the day of its last change", updated.text)
    return None


def _on(day: date, reason: str, evidence: str) -> _Stated:
    return _Stated(_publication(day, reason, evidence), DateSign("text", day, day, "day", evidence))


def _by(day: date, reason: str, evidence: str) -> _Stated:
    """A day by which the article had appeared."""
    return _Stated(_publication(day, reason, evidence), latest(day, evidence))


def _stated(rows: Sequence[Row]) -> list[StatedDate]:
    """All dates of datelines; a label without a value lends itself to the next line's bare date."""
    found: list[StatedDate] = []
    pending: Label | None = None
    for row in rows:
        if row.dateline is None:
            pending = None
            continue
        for stated in row.dateline.dates:
            label = stated.label or pending
            found.append(StatedDate(stated.day, label, stated.text))
        pending = row.dateline.label
    return found


def _publication(day: date, reason: str, evidence: str) -> Publication:
    return Publication(day, day, day, "day", "stated", f"Stated: {reason}.", evidence)
