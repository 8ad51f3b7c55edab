"""Articles and attributes of a grid in the reader's language."""

from __future__ import annotations

from datetime import date

from workbench.records.dossier import ArticleInfo
from workbench.records.grid import Row
from workbench.records.rows import bound, number
from workbench.told import dates, label, subject
from workbench.told.dates import publication_date
from workbench.told.outlets import outlet_kind
from workbench.words import _


def publisher(row: ArticleInfo) -> str:
    """Whom a column or a line calls by: the publisher, else the file."""
    return row.publisher or row.file


def published_day(published: date | None) -> str:
    return dates.numeric(published) if published else "—"


def source_line(row: ArticleInfo) -> str:
    """A source as a heading: publisher, what it is, day, title, and whether it is a copy."""
    copy = "⧉ " + _("copy") if row.copy_of else ""
    kind = outlet_kind(row.publisher, row.url)
    facts = (publisher(row), kind, publication_date(row.published), copy, row.title or "")
    return " · ".join(fact for fact in facts if fact)


def row_name(row: Row) -> str:
    """What an attribute is called: what is counted, or the attribute with what narrows it."""
    name = subject(row.attribute, row.key)
    return name.partition(": ")[2] or name if row.attribute == "count" else name


def said(text: str, attribute: str) -> str:
    """A value's label; days as ISO has them in words: "16 May 2025", "May 2025"."""
    if attribute == "date":
        return dates.in_words(text) or dates.day(text)
    return label(text, attribute)


def held(row: Row) -> str:
    """What holds: "390", "390 [350–400]", "[350–400]" where nothing is best; words as labels have them."""
    one = row.holds
    best = "" if one.best is None else str(number(one.best))
    if isinstance(one.best, str):
        best = said(one.best, row.attribute)
        agreeing = (
            given for cell in row.cells.values() for given in cell.given if given.agreement == "agrees"
        )
        best = next((said(given.label, row.attribute) for given in agreeing if given.number), best)
    low, high = bound(one.low), bound(one.high)
    whole = bound(one.best)
    exact = (low == high and (low == whole or whole is None)) or whole == f"{low}/{high}"
    between = "" if (exact and best) or (low is None and high is None) else f"[{_end(low)}–{_end(high)}]"
    return " ".join(part for part in (best, between) if part) or "—"


def _end(value: str | None) -> str:
    """One end of what a value lies between, open where there is none."""
    return dates.numeric(value) if value else "…"
