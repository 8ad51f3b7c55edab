"""A row of the queue as cells of text: in aligned columns where there is room, in two lines where not.

Pure: a row and a width in, texts of exactly that width out, each with the name of its style.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rich.cells import cell_len, set_cell_size

from workbench.store import QueueRow, QueueSort
from workbench.told import attribute_name, event_label, label, subject
from workbench.tui.appearance import DISPUTED, SEVERITIES, STATUSES, UNDECIDED, VERDICTS
from workbench.visible import MARKS_SHOWN, one_line
from workbench.words import N_, _, ngettext

ColumnName = Literal["severity", "kind", "event", "values", "origins", "age", "status", "assignee"]
Cell = tuple[str, str]
"""Text of some width, and the name of its style."""
GAP = 2
_WORDS_TOO = 60
"""Columns from which a row of two lines has room for the words of its signs."""
_LONGEST = 1_000
"""Characters of other people's text that are looked at for one cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `share` says how much it takes of the room that is left, `sort` what a click orders by."""

    name: ColumnName
    title_text: str
    least: int
    share: int = 0
    right: bool = False
    sort: QueueSort | None = None

    @property
    def title(self) -> str:
        """In the reader's language."""
        return _(self.title_text)


COLUMNS = (
    Column("severity", N_("severity"), 0, sort="severity"),
    Column("kind", N_("kind"), 14, 1, sort="attribute"),
    Column("event", N_("event"), 18, 4, sort="event"),
    Column("values", N_("values"), 18, 4),
    Column("origins", N_("origins"), 0, right=True, sort="origins"),
    Column("age", N_("age"), 5, right=True, sort="newest"),
    Column("status", N_("status"), 0),
    Column("assignee", N_("assignee"), 9),
)
SORTED_SIGN = "▾"


def widths(width: int) -> dict[ColumnName, int] | None:
    """How wide each column is in a line of `width` columns; None where they do not fit."""
    least = {column.name: max(column.least, _widest(column)) for column in COLUMNS}
    left = width - sum(least.values()) - GAP * (len(COLUMNS) - 1)
    if left < 0:
        return None
    shares = sum(column.share for column in COLUMNS)
    found = {column.name: least[column.name] + left * column.share // shares for column in COLUMNS}
    found["values"] += width - sum(found.values()) - GAP * (len(COLUMNS) - 1)
    return found


def _widest(column: Column) -> int:
    texts = [column.title + SORTED_SIGN if column.sort else column.title]
    if column.name == "severity":
        texts += [look.text for look in SEVERITIES.values()]
    if column.name == "status":
        texts += [look.text for look in (*STATUSES.values(), DISPUTED)]
    return max(map(cell_len, texts))


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Text in exactly `width` columns, with an ellipsis where it is cut."""
    if width <= 0:
        return ""
    # What cannot show is not measured: a label may be as long as an article.
    text = text[: (width + 1) * (1 + MARKS_SHOWN)]
    if cell_len(text) > width:
        return set_cell_size(text, width - 1) + "…"
    return " " * (width - cell_len(text)) + text if right else set_cell_size(text, width)


def age(newest: str, today: date) -> str:
    """How long ago the newest source was published: days, weeks, months, years; "" where it is not known."""
    if not newest:
        return ""
    days = max((today - date.fromisoformat(newest)).days, 0)
    if days < 14:
        return _("{n} d").format(n=days)
    if days < 63:
        return _("{n} w").format(n=days // 7)
    if days < 730:
        return _("{n} mo").format(n=days * 12 // 365)
    return _("{n} y").format(n=days // 365)


def values_at_a_glance(row: QueueRow) -> str:
    """The differing values in one line: "1000 each | 390 | agreed"."""
    return one_line(" | ".join(label(value[:_LONGEST], row.attribute) for value in row.labels))


def in_columns(row: QueueRow, sizes: dict[ColumnName, int], today: date) -> list[Cell]:
    """The row in its columns, with the gaps between them."""
    waits = row.status in UNDECIDED
    quiet = "text" if waits else "done"
    differs = one_line(subject(row.attribute, row.key[:_LONGEST]))
    cells: dict[ColumnName, Cell] = {
        "severity": (SEVERITIES[row.severity].text, row.severity),
        "kind": (f"{VERDICTS[row.verdict].sign} {differs}", row.verdict if waits else quiet),
        "event": (one_line(event_label(row.event_label[:_LONGEST])), "event" if waits else "done"),
        "values": (values_at_a_glance(row), quiet),
        "origins": (str(row.origins), "quiet"),
        "age": (age(row.newest, today), "quiet"),
        "status": _status(row),
        "assignee": (one_line(row.assignee[:_LONGEST]), "quiet"),
    }
    laid: list[Cell] = []
    for column in COLUMNS:
        text, style = cells[column.name]
        gap = " " * GAP if laid else ""
        laid.append((gap + fitted(text, sizes[column.name], right=column.right), style))
    return laid


def first_line(row: QueueRow, width: int) -> list[Cell]:
    """The event, whom it is given to, and where it stands."""
    look, style = _status(row)
    given = f"@{one_line(row.assignee[:_LONGEST])} " if row.assignee else ""
    room = width - cell_len(look) - 1
    given = fitted(given, min(cell_len(given), room // 3))
    return [
        (
            fitted(one_line(event_label(row.event_label[:_LONGEST])), room - cell_len(given)),
            "event" if row.status in UNDECIDED else "done",
        ),
        (" ", "text"),
        (given, "quiet"),
        (look, style),
    ]


def _status(row: QueueRow) -> Cell:
    """Where it stands; that reviewers disagree tells more than that it is open again."""
    return (DISPUTED.text, "disputed") if row.disputed else (STATUSES[row.status].text, row.status)


def second_line(row: QueueRow, width: int) -> list[Cell]:
    """How grave, what kind, what differs, the values, and in how many sources."""
    severity, verdict = SEVERITIES[row.severity].sign + " ", VERDICTS[row.verdict].sign + " "
    if width >= _WORDS_TOO:
        severity = _aligned([look.text for look in SEVERITIES.values()], SEVERITIES[row.severity].text)
        verdict = _aligned([look.text for look in VERDICTS.values()], VERDICTS[row.verdict].text)
    sources = ngettext("{n} source", "{n} sources", row.sources).format(n=row.sources)
    attribute = attribute_name(row.attribute)
    left = width - sum(map(cell_len, (severity, verdict, attribute, sources))) - 2
    return [
        (severity, row.severity),
        (verdict, row.verdict),
        (f"{attribute} ", "quiet"),
        (fitted(values_at_a_glance(row), left) + " ", "text" if row.status in UNDECIDED else "done"),
        (sources, "quiet"),
    ]


def _aligned(all_texts: Sequence[str], text: str) -> str:
    return fitted(text, max(map(cell_len, all_texts)) + GAP)
