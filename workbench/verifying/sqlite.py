"""Tables of an exported SQLite database: the seal of the whole, and each object put together again.

What such a file does not hold of an object is left out, and a reference to what was not exported is nothing:
`_Tables.as_kept` has an object of the workbench's own database in the same way.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from functools import lru_cache, partial
from io import BufferedReader
from itertools import count
from pathlib import Path
from typing import Any

from workbench.phrases import errors
from workbench.records.fields import FIELDS, Field
from workbench.records.formats.sqlite import definition, seal
from workbench.records.rows import Row, What
from workbench.records.sql_tables import LISTS, RELATIONS
from workbench.verifying.containers import damaged, no_export, on_disk
from workbench.verifying.items import Finding, Item, Mark
from workbench.verifying.lines import shape_faults

_ORDER: tuple[What, ...] = ("events", "attributes", "claims", "discrepancies", "decisions")
_WRITTEN_AS, _BESIDE = 18, b"\2"
"""Where the file says how it is written, and what it says where changes are kept in a file beside it."""
_BROKEN = (sqlite3.Error, sqlite3.Warning, OverflowError)
_KEPT = 4_096
"""Rows that others name, of which the last ones asked for are kept."""
_LISTED = {
    "claims": "SELECT claim FROM event_claims WHERE event = ? ORDER BY 1",
    "sources": "SELECT DISTINCT source FROM claims WHERE event = ? ORDER BY 1",
    "discrepancies": "SELECT id FROM discrepancies WHERE event = ? ORDER BY 1",
}
"""Lists of an event that follow from other tables; these know no order."""
_REFERRING = {"claim": "claims", "origin": "sources"}
"""Keys of a value that name other objects, with the tables of those."""
_NOT_KEPT: Mapping[What, Row] = {"events": {"attributes": {}, "decisions": []}, "decisions": {"entry": ""}}
"""Keys that no table has, with what a shape takes for them."""


def read_sqlite(stream: BufferedReader, name: str, held: ExitStack) -> Iterator[Finding | Item]:
    """The objects of a database and what does not hold of its form; rows of each table are counted from 1.

    The database stays open as long as `held`, since `as_kept` of its objects asks it. Raises UsageError where
    the file is damaged or none of ours.
    """
    path = held.enter_context(on_disk(stream))
    with path.open("rb") as file:
        if file.read(_WRITTEN_AS + 1)[_WRITTEN_AS:] == _BESIDE:
            says = (
                "another program keeps changes beside it, in a file ending in -wal: these are not looked at"
            )
            yield Finding("form", says)
    try:
        database = held.enter_context(closing(_opened(path)))
        yield from _Tables(database, name).read()
    except _BROKEN as error:
        raise damaged(name, error) from error


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    database.text_factory = lambda data: data.decode(errors="backslashreplace")
    database.execute("PRAGMA trusted_schema = OFF")
    return database


class _Tables:
    """A database whose tables are put together to objects."""

    def __init__(self, database: sqlite3.Connection, name: str) -> None:
        self._db = database
        self._name = name
        self._one = lru_cache(_KEPT)(self._looked_up)

    def read(self) -> Iterator[Finding | Item]:
        """What is wrong with the whole, then the objects, where the tables are as they were made."""
        made = dict(self._db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        strange = [one.name for one in RELATIONS.values() if made.get(one.name) != definition(one)]
        strange += [one for one in ("about", "columns") if one not in made]
        if 2 * len(strange) > len(RELATIONS):
            raise no_export(errors.NO_EXPORTED_TABLES(file=self._name))
        faults = [
            Finding("form", f"the table {one} is {'other than it was made' if one in made else 'gone'}")
            for one in strange
        ]
        yield from faults
        if faults:
            return
        about = dict(self._db.execute("SELECT name, value FROM about"))
        sealed = about.get("seal")
        if sealed is None:
            yield Finding(
                "seal", "the database has no seal: it was taken out, or a workbench of before wrote it"
            )
        elif sealed != f"sha256:{seal(self._db)}":
            yield Finding("seal", "it was changed since it was written: its seal does not fit its tables")
        for what in _ORDER:
            yield from self._objects(what, self._mark(about, what))

    def _mark(self, about: Mapping[str, Any], what: What) -> Mark | None:
        (form,) = self._db.execute("PRAGMA user_version").fetchone()
        schema, database = str(about.get("schema")), str(about.get("database"))
        return Mark(str(about.get("tool")), what, form, int(schema), database) if schema.isdecimal() else None

    def _objects(self, what: What, mark: Mark | None) -> Iterator[Finding | Item]:
        for number, kept in zip(count(1), self._rows(f"SELECT * FROM {what} ORDER BY rowid")):
            try:
                row = self._object(what, kept)
            except (ValueError, RecursionError):
                yield Finding(
                    "form", "a list in it is no JSON", number, what, str(kept.get("id") or kept["event"])
                )
                continue
            item = Item(number, what, row, mark, as_kept=partial(self.as_kept, what))
            faults = list(shape_faults(item, _shaped(what, row)))
            yield from faults
            if not faults:
                yield item

    def _rows(self, query: str, *values: object) -> Iterator[Row]:
        found = self._db.execute(query, values)
        names = [one[0] for one in found.description]
        return (dict(zip(names, row, strict=True)) for row in found)

    def _looked_up(self, table: str, name: str | None) -> Row | None:
        try:
            return next(self._rows(f"SELECT * FROM {table} WHERE id = ?", name), None)
        except _BROKEN as error:
            raise damaged(self._name, error) from error

    def _ids(self, query: str, name: str) -> list[str]:
        return [str(one) for (one,) in self._db.execute(query, [name])]

    def _object(self, what: What, kept: Row) -> Row:
        """An object of its row, and of those of other tables that belong to it."""
        row = _of_columns(FIELDS[what], kept)
        match what:
            case "events":
                row |= {key: self._ids(query, kept["id"]) for key, query in _LISTED.items()}
            case "attributes":
                row["event_label"] = (self._one("events", kept["event"]) or {}).get("label")
            case "claims":
                row |= self._of_claim(kept)
            case "discrepancies":
                row |= self._of_difference(kept)
            case "decisions":
                now, then = kept["discrepancy"], kept["discrepancy_then"]
                row["discrepancy"] = then if now in (None, then) else f"{now} and {then}"
        return row

    def _of_claim(self, kept: Row) -> Row:
        parts = {one.name: one.parts for one in FIELDS["claims"]}
        lists = {name: table for (what, name), table in LISTS.items() if what == "claims"}
        found = {
            name: self._rows(f"SELECT * FROM {table} WHERE claim = ? ORDER BY rowid", kept["id"])
            for name, table in lists.items()
        }
        told = {name: [_of_columns(parts[name], one) for one in rows] for name, rows in found.items()}
        return {**told, "source": self._source(kept["source"])}

    def _of_difference(self, kept: Row) -> Row:
        parts = {one.name: one.parts for one in FIELDS["discrepancies"]}
        values = self._rows(
            "SELECT * FROM discrepancy_values WHERE discrepancy = ? ORDER BY rowid", kept["id"]
        )
        others = self._ids(
            "SELECT decision FROM disagreements WHERE discrepancy = ? ORDER BY rowid", kept["id"]
        )
        return {
            "values": [
                _of_columns(parts["values"], one) | {"source": self._source(one["source"])} for one in values
            ],
            "decision": self._decision(parts["decision"], kept["decision"]),
            "disagreement": [self._decision(parts["disagreement"], one) for one in others],
        }

    def _source(self, name: str | None) -> Row | None:
        found = self._one("sources", name)
        return dict(found) if found else None

    def _decision(self, parts: Iterable[Field], name: str | None) -> Row | None:
        found = self._one("decisions", name)
        return _of_columns(parts, found) if found else None

    def as_kept(self, what: What, now: Row) -> Row:
        """An object of the workbench's own database as this one would have it."""
        kept = dict(now)
        for column, table in (RELATIONS[what].refers or {}).items():
            if (
                isinstance(kept[column], str)
                and self._one(table, kept[column]) is None
                and column != "discrepancy"
            ):
                kept[column] = None
        if what == "events":
            kept |= {key: sorted(now[key]) for key in _LISTED}
        if what == "discrepancies":
            kept["values"] = [
                one | {key: one[key] if self._one(to, one[key]) else None for key, to in _REFERRING.items()}
                for one in now["values"]
            ]
        return kept


def _of_columns(fields: Iterable[Field], kept: Row, above: str = "") -> Row:
    """The fields that a row of a table has, those of an object beside its own put into one again."""
    row: Row = {}
    for one in fields:
        name = above + one.name
        if one.kind == "object" and f"{name}_{one.parts[0].name}" in kept:
            inner = _of_columns(one.parts, kept, f"{name}_")
            row[one.name] = inner if any(value is not None for value in inner.values()) else None
        elif one.kind not in ("object", "objects", "named") and name in kept:
            row[one.name] = _value(one, kept[name])
    return row


def _value(field: Field, kept: Any) -> Any:
    if kept is None:
        return None
    if field.kind == "texts":
        return json.loads(str(kept))
    return bool(kept) if field.kind == "flag" and kept in (0, 1) else kept


def _shaped(what: What, row: Row) -> Row:
    """A row as its shape wants it: with what no table has, and a word for each reference that is nothing."""
    whole = {**row, **_NOT_KEPT.get(what, {}), "export": "", "seal": "0" * 16}
    if what == "discrepancies":
        whole["values"] = [one | {key: one[key] or "" for key in _REFERRING} for one in row["values"]]
    return whole
