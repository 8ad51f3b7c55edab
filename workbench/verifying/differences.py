"""What an exported object says otherwise than it would be exported now."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from itertools import zip_longest
from typing import Any

from workbench.records.formats.csv import at
from workbench.records.rows import Row
from workbench.records.seals import KEYS
from workbench.subjects import in_words
from workbench.verifying.items import Finding, Item
from workbench.verifying.words import quoted, quoted_pair

_NAMED = 3
"""Members of a list that are named where it differs."""
_LONGEST = 200
"""Characters of one of them that are shown."""
_LEFT = frozenset(KEYS) | {"source", "attributes", "decision", "values", "undone"}
"""Keys that are looked at otherwise."""
_ELSEWHERE = ("source.", "values.source.", "decision.", "undone.")


def differing(item: Item, now: Row, told: Collection[str] = ()) -> Iterator[Finding]:
    """Each key that says otherwise; `told` are those of which it is said already."""
    if item.what == "attributes":
        yield from _attribute(item, now)
        return
    if item.cells is not None:
        yield from _differing_cells(item, item.cells, now, told)
        return
    told = {*told, *_LEFT, *_implied(item, now)}
    for key, value in now.items():
        if key not in told and key in item.row and item.row[key] != value:
            yield item.finding("value", f"{key}: {change(item.row[key], value)}", key, item.row[key], value)
    if item.what == "events" and "attributes" in item.row:
        yield from _attributes(item, now["attributes"])
    if item.what == "discrepancies":
        yield from _values(item, now["values"], told)


def _implied(item: Item, now: Row) -> set[str]:
    """Keys that only repeat what another one says: a claim's first date is its date."""
    if item.what != "claims" or item.row["date"] == now["date"]:
        return set()
    return {"dates"} if item.row["dates"][1:] == now["dates"][1:] else set()


def _attribute(item: Item, now: Row) -> Iterator[Finding]:
    """An attribute that is a row of its own: all that is otherwise follows from what chose its value."""
    if item.cells is None:
        old: Row = {key: item.row[key] for key in now}
        holds = now
    else:
        old = {key: item.cells[key] or None for key in now}
        holds = {key: item.written(key, value) or None for key, value in now.items()}
    if old != holds:
        yield item.finding("value", _changed_attribute(old, holds), "best", old["best"], holds["best"])


def _differing_cells(item: Item, cells: Any, now: Row, told: Collection[str]) -> Iterator[Finding]:
    part = _its_value(item, now) if item.what == "discrepancies" else now
    if part is None:
        yield item.finding("value", f"values: {cells['values.claim']} is no longer one of those that differ")
        return
    for column in cells:
        if column.startswith(_ELSEWHERE) or column in told or column in KEYS:
            continue
        holds = item.written(column, at(part, column))
        if holds != cells[column]:
            says = f"{column}: {change(cells[column] or None, holds or None)}"
            yield item.finding("value", says, column, cells[column], holds)


def _its_value(item: Item, now: Row) -> Row | None:
    """The difference with the one value that a row of a table is on; None where it has no such value."""
    if not item.row["values"]:
        return {**now, "values": None}
    (value,) = item.row["values"]
    of_claim = [one for one in now["values"] if one["claim"] == value["claim"]]
    there = [one for one in of_claim if one["start"] == value["start"]] or of_claim
    return {**now, "values": there[0]} if there else None


def _attributes(item: Item, now: Row) -> Iterator[Finding]:
    exported = item.row["attributes"]
    for name in {**now, **exported}:
        old, new = exported.get(name), now.get(name)
        if old == new:
            continue
        field = f"attributes.{name}"
        if new is None:
            yield item.finding(
                "value", f"{in_words(name)}: {_best(old)} in the export, no such attribute now", field, old
            )
        elif old is None:
            yield item.finding(
                "value", f"{in_words(name)}: not in the export, {_best(new)} now", field, None, new
            )
        else:
            yield item.finding("value", f"{in_words(name)}: {_changed_attribute(old, new)}", field, old, new)


def _changed_attribute(old: Row, new: Row) -> str:
    """What of an attribute is otherwise: its value and who or what chose it first."""
    if _best(old) != _best(new):
        return f"{_best(old)} in the export, {_best(new)} now"
    return "; ".join(f"{key}: {change(old[key], new[key])}" for key in new if old[key] != new[key])


def _best(attribute: Row) -> str:
    best = attribute["best"]
    return f"{_shown(best) if best is not None else 'no value'} ({attribute['rule']})"


def _values(item: Item, now: list[Row], told: Collection[str]) -> Iterator[Finding]:
    exported = item.row["values"]
    claims = [[one["claim"] for one in values] for values in (exported, now)]
    if claims[0] != claims[1]:
        yield item.finding("value", f"values: {change(*claims)}", "values", *claims)
        return
    for number, (old, new) in enumerate(zip(exported, now, strict=True)):
        for key, value in new.items():
            field = f"values[{number}].{key}"
            if key != "source" and old[key] != value and field not in told:
                yield item.finding("value", f"{field}: {change(old[key], value)}", field, old[key], value)


def change(old: Any, new: Any) -> str:
    """What stood in the export and what holds, for a reader."""
    if isinstance(old, list) and isinstance(new, list) and all(isinstance(one, str) for one in old + new):
        return _lists(old, new)
    was, holds = (
        quoted_pair(old, new) if isinstance(old, str) and isinstance(new, str) else map(_shown, (old, new))
    )
    return f"{was} in the export, {holds} now"


def _members(old: list[Any], new: list[Any]) -> str:
    """Lists of objects: how many there are where that differs, else what of their parts does."""
    if len(old) != len(new):
        return f"{len(old)} in the export, {len(new)} now"
    parts = [
        f"number {number}, {key} {_shown(one.get(key))} in the export, {_shown(other.get(key))} now"
        for number, (one, other) in enumerate(zip(old, new, strict=True), 1)
        for key in other
        if one.get(key) != other[key]
    ]
    return _some(parts, "; ")


def _lists(old: list[str], new: list[str]) -> str:
    gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
    if not gone and not come:
        first = next(n for n, (one, other) in enumerate(zip_longest(old, new)) if one != other)
        return f"in another order from number {first + 1} on"
    parts = [f"{_some(gone)} no longer" if gone else "", f"{_some(come)} besides now" if come else ""]
    return ", ".join(part for part in parts if part)


def _some(names: list[str], sign: str = ", ") -> str:
    left = len(names) - _NAMED
    return sign.join(name[:_LONGEST] for name in names[:_NAMED]) + (f" and {left} more" if left > 0 else "")


def _shown(value: Any) -> str:
    match value:
        case None | []:
            return "nothing"
        case str():
            return quoted(value)
        case bool():
            return "yes" if value else "no"
        case {"start": str(start), "end": str(end)}:
            return start if start == end else f"{start} to {end}"
        case _:
            return (
                quoted(json.dumps(value, ensure_ascii=False))
                if isinstance(value, dict | list)
                else str(value)
            )
