"""The log of decisions for other programs: JSON Lines, or CSV with the same keys as columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, get_args

from workbench.models import Decision
from workbench.records import csv, jsonl
from workbench.records.rows import Row, number

LogFormat = Literal["jsonl", "csv"]
LOG_FORMATS: tuple[LogFormat, ...] = get_args(LogFormat)
_UNDO = ("id", "reviewer", "at", "note")
_KEPT = ("attribute", "key", "label", "value", "low", "high", "until", "note", "undoes")
KEYS = ("id", "at", "reviewer", "kind", "undone", "discrepancy", "event", "event_label", *_KEPT, "claims")
COLUMNS = tuple(
    column for key in KEYS for column in ([f"undone.{part}" for part in _UNDO] if key == "undone" else [key])
)


def log_row(decision: Decision, event: str, event_label: str, undone: Decision | None) -> Row:
    """An entry as it is exported; `event` is where it stands today, `undone` what takes it back now."""
    row: Row = {
        "id": decision.id,
        "at": decision.at,
        "reviewer": decision.reviewer,
        "kind": decision.kind,
        "undone": {part: getattr(undone, part) for part in _UNDO} if undone else None,
        "discrepancy": decision.discrepancy or None,
        "event": event or None,
        "event_label": event_label or None,
    }
    for key in _KEPT:
        row[key] = number(getattr(decision, key))
    row["claims"] = list(decision.claims)
    return row


def signature(form: LogFormat) -> str:
    """What an export of the log begins with, unless it is empty."""
    return '{"id":' if form == "jsonl" else ",".join(COLUMNS)


def write(rows: Iterable[Row], form: LogFormat) -> Iterator[str]:
    """The export piece by piece, each a whole line."""
    return _WRITERS[form](rows)


def _csv(rows: Iterable[Row]) -> Iterator[str]:
    yield csv.line(COLUMNS)
    for row in rows:
        yield csv.line([csv.cell(csv.at(row, column)) for column in COLUMNS])


_WRITERS: dict[LogFormat, Callable[[Iterable[Row]], Iterator[str]]] = {
    "jsonl": lambda rows: map(jsonl.line, rows),
    "csv": _csv,
}
