"""Exported rows as the tables of a database: a table of each kind, and one of each list of objects.

Columns come from `workbench.records.fields`: an object's fields stand beside its own (`date_start`), lists of
text are JSON arrays, and what names another object refers to its row.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.records.fields import FIELDS, Field
from workbench.records.rows import Row, What

_AFFINITY = {"text": "TEXT", "whole": "INTEGER", "number": "NUMERIC", "flag": "INTEGER", "day": "TEXT"}
"""A number or text has none: it stays what it is."""
_LEFT_OUT = ("export", "seal", "entry")
"""What stands in the table `about`, or is for programs alone."""
_TOO_LARGE = 1 << 63
"""Whole numbers from here on: SQLite keeps 64 bits of one."""
Read = Callable[[Row], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name and type, what it means, and how its value is read from a row."""

    name: str
    affinity: str
    meaning: str
    read: Read


@dataclass(frozen=True, slots=True)
class Relation:
    """A table. `refers` maps columns to the tables whose ids they hold."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    refers: Mapping[str, str] | None = None


def _stored(value: Any) -> Any:
    """Lists as JSON arrays, whole numbers too large for SQLite as others, anything else as it is."""
    if isinstance(value, int) and not -_TOO_LARGE <= value < _TOO_LARGE:
        return float(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _columns(
    fields: Iterable[Field], above: tuple[str, ...] = (), leave: Iterable[str] = ()
) -> Iterator[Column]:
    """The columns of these fields, those of an object beside its own."""
    for one in fields:
        if one.name in (*_LEFT_OUT, *leave) or one.kind in ("objects", "named"):
            continue
        path = (*above, one.name)
        if one.kind == "object":
            yield from _columns(one.parts, path)
        else:
            affinity = "TEXT" if one.kind == "texts" else _AFFINITY.get(one.kind, "")
            yield Column("_".join(path), affinity, one.meaning, _reader(path))


def _reader(path: tuple[str, ...]) -> Read:
    def read(row: Row) -> Any:
        value: Any = row
        for key in path:
            value = None if value is None else value[key]
        return _stored(value)

    return read


def _named(name: str, meaning: str, read: Read) -> Column:
    return Column(name, "TEXT", meaning, read)


def _parts(what: What, name: str) -> tuple[Field, ...]:
    return next(one.parts for one in FIELDS[what] if one.name == name)


def _id_of(name: str) -> Read:
    return lambda row: row[name] and row[name]["id"]


_SOURCE = _named("source", "the article", _id_of("source"))
_OF_CLAIM = _named("claim", "the claim", lambda row: row["claim"])
_LISTS = ("quantities", "dates", "times", "ordinals", "mentions", "quotes")
"""Of a claim; each is a table."""
LISTS: Mapping[tuple[What, str], str] = {
    ("events", "attributes"): "attributes",
    ("discrepancies", "values"): "discrepancy_values",
    ("discrepancies", "disagreement"): "disagreements",
    **{("claims", name): name for name in _LISTS},
}
"""Fields that hold objects, by what they are of, to the table in which these stand."""

RELATIONS: Mapping[str, Relation] = {
    one.name: one
    for one in (
        Relation("sources", tuple(_columns(_parts("claims", "source"))), ("id",)),
        Relation(
            "events",
            tuple(_columns(FIELDS["events"], leave=("claims", "sources", "discrepancies", "decisions"))),
            ("id",),
            {"first_source": "sources", "parent": "events"},
        ),
        Relation(
            "attributes",
            tuple(_columns(FIELDS["attributes"], leave=("event_label",))),
            ("event", "name"),
            {"event": "events", "decision": "decisions"},
        ),
        Relation(
            "claims",
            (*_columns(FIELDS["claims"], leave=("source",)), _SOURCE),
            ("id",),
            {"event": "events", "source": "sources"},
        ),
        Relation(
            "event_claims",
            (
                _named("event", "the event", lambda row: row["event"]),
                _named("claim", "a claim that tells of it", lambda row: row["id"]),
            ),
            ("event", "claim"),
            {"event": "events", "claim": "claims"},
        ),
        *(
            Relation(name, (_OF_CLAIM, *_columns(_parts("claims", name))), refers={"claim": "claims"})
            for name in _LISTS
        ),
        Relation(
            "discrepancies",
            (
                *_columns(FIELDS["discrepancies"], leave=("decision",)),
                _named("decision", "the decision in force", _id_of("decision")),
            ),
            ("id",),
            {"event": "events", "decision": "decisions"},
        ),
        Relation(
            "discrepancy_values",
            (
                _named("discrepancy", "the difference", lambda row: row["discrepancy"]),
                *_columns(_parts("discrepancies", "values"), leave=("source",)),
                _SOURCE,
            ),
            refers={
                "discrepancy": "discrepancies",
                "claim": "claims",
                "source": "sources",
                "origin": "sources",
            },
        ),
        Relation(
            "disagreements",
            (
                _named("discrepancy", "the difference", lambda row: row["discrepancy"]),
                _named("decision", "a decision on it that another did not know of", lambda row: row["id"]),
            ),
            ("discrepancy", "decision"),
            {"discrepancy": "discrepancies", "decision": "decisions"},
        ),
        Relation(
            "decisions",
            (
                *_columns(FIELDS["decisions"], leave=("discrepancy",)),
                _named("discrepancy", "the difference that it settles", lambda row: row["discrepancy"]),
                _named("discrepancy_then", "the id that it had then", lambda row: row["discrepancy"]),
            ),
            ("id",),
            {"event": "events", "discrepancy": "discrepancies"},
        ),
    )
}
"""The tables by name, those that others refer to first."""


def spread(row: Row, what: What) -> Iterator[tuple[str, Row]]:
    """What a row adds to which tables. Articles come with each claim and value that names them."""
    yield what, row
    if what == "claims":
        yield "sources", row["source"]
        if row["event"]:
            yield "event_claims", row
        for name in _LISTS:
            yield from ((name, {**one, "claim": row["id"]}) for one in row[name])
    if what == "discrepancies":
        for one in row["values"]:
            yield "sources", one["source"]
            yield "discrepancy_values", {**one, "discrepancy": row["id"]}
        yield from (("disagreements", {**one, "discrepancy": row["id"]}) for one in row["disagreement"])
