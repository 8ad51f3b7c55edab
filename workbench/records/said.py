"""Articles and attributes of a grid in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from workbench.models import Attribute
from workbench.records.dossier import ArticleInfo
from workbench.records.grid import Given, Row
from workbench.records.record import number
from workbench.records.rows import bound
from workbench.told import dates, label, subject
from workbench.told.dates import publication_date
from workbench.told.numbers import number as figure
from workbench.told.numbers import read_number
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


def said(text: str, attribute: Attribute) -> str:
    """A value's label; days as ISO has them in words: "16 May 2025", "May 2025"."""
    if attribute == "date":
        return dates.in_words(text) or dates.day(text)
    return label(text, attribute)


def held(row: Row) -> str:
    """What holds: "390", "390 [350–400]", "[350–400]" where nothing is best; words as labels have them."""
    one = row.holds
    best = "" if one.best is None else str(number(one.best))
    if isinstance(one.best, str):
        best = label(one.best, row.attribute)
        best = next((label(given.label, row.attribute) for given in _agreeing(row) if given.number), best)
    return _within(row, best, str)


def held_in_words(row: Row) -> str:
    """The same for running text: days in words, numbers with what they are of and parted by thousands."""
    one = row.holds
    best = "" if one.best is None else read_number(f"{bound(one.best)}") or said(f"{one.best}", row.attribute)
    for given in _agreeing(row):
        if isinstance(one.best, int | float) and (given.low, given.high) == (one.low, one.high):
            return said(given.label, row.attribute)
        if given.number if isinstance(one.best, str) else given.low == given.high == one.best:
            best = said(given.label, row.attribute)
            break
    return _within(row, best, figure)


def _agreeing(row: Row) -> Iterator[Given]:
    return (given for cell in row.cells.values() for given in cell.given if given.agreement == "agrees")


def _within(row: Row, best: str, say: Callable[[str], str]) -> str:
    """The best value with what it lies between, where that is more than the value."""
    one = row.holds
    low, high, whole = bound(one.low), bound(one.high), bound(one.best)
    exact = (low == high and (low == whole or whole is None)) or whole == f"{low}/{high}"
    ends = f"[{_end(low, say)}–{_end(high, say)}]"
    between = "" if (exact and best) or (low is None and high is None) else ends
    return " ".join(part for part in (best, between) if part) or "—"


def _end(value: str | None, say: Callable[[str], str]) -> str:
    """One end of what a value lies between, open where there is none."""
    return say(dates.numeric(value)) if value else "…"
