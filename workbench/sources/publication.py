"""When a source was published: what its datelines state, or else what the page lets one infer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workbench.languages.loader import Language
from workbench.models import DateSign, Publication
from workbench.sources.datelines import Label, StatedDate, capture_prefix
from workbench.sources.inference import infer_publication
from workbench.sources.rows import Row

_BESIDE = {"given": "it was given with the text", "metadata": "the page's metadata name it"}
_ELSEWHERE = {
    "url": "it stands in the address",
    "file_name": "it stands in the file's name",
    "feed": "the feed names it",
}


def choose_publication(
    text: str, rows: Sequence[Row], language: Language, signs: Sequence[DateSign]
) -> Publication | None:
    """What the most trusted sign tells: metadata, then the text, then its address, file name and feed."""
    for sign in signs:
        if sign.kind in _BESIDE:
            return _signed(sign, _BESIDE[sign.kind])
    read = read_publication(text, rows, language)
    if read and read.basis == "stated":
        return read
    for kind, reason in _ELSEWHERE.items():
        for sign in signs:
            if sign.kind == kind:
                return _signed(sign, reason)
    return read


def _signed(sign: DateSign, reason: str) -> Publication:
    told = f"Stated: {reason}."
    return Publication(sign.start, sign.start, sign.end, sign.precision, "stated", told, sign.evidence)


def read_publication(text: str, rows: Sequence[Row], language: Language) -> Publication | None:
    """The publication date, stated or inferred; None where nothing tells.

    A line labelled as the first publication comes before a dateline without a label, that before
    the crawler's mark, and a date of change stands in only where there is nothing else.
    """
    stated = list(_stated(rows))
    _, captured = capture_prefix(text)
    created = next((found for found in stated if found.label == "created"), None)
    plain = next((found for found in stated if found.label is None), None)
    updated = next((found for found in stated if found.label == "updated"), None)
    if created:
        return _publication(created.day, "the page names it as the day of publication", created.text)
    if plain:
        return _publication(plain.day, "it stands in the page's date line", plain.text)
    if captured:
        return _publication(
            captured, "it stands in the mark of the crawler that saved the page", f"date {captured}"
        )
    if updated:
        return _publication(updated.day, "the page names only the day of its last change", updated.text)
    return infer_publication(text, rows, language)


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
