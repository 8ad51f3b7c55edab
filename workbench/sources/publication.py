"""When a source was published: what its datelines state, or else what the page lets one infer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workbench.languages.loader import Language
from workbench.models import Publication
from workbench.sources.datelines import Label, StatedDate, capture_prefix
from workbench.sources.inference import infer_publication
from workbench.sources.rows import Row


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
