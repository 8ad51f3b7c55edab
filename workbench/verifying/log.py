"""Exported decisions held against the log: is it there, is it in effect, does it say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.decisions.telling import act
from workbench.exporting.single import Singles
from workbench.records.rows import Row
from workbench.store import Store
from workbench.verifying.items import Finding, Item
from workbench.verifying.words import quoted


class Entries:
    """The log of decisions, entries looked up as they are named."""

    def __init__(self, store: Store, now: Singles) -> None:
        self._store = store
        self._now = now

    def on(self, item: Item, now: Row) -> Iterator[Finding]:
        """What does not hold of the decisions that an object names; `now` is what it would be now."""
        match item.what:
            case "discrepancies":
                yield from self._in_force(item, now["decision"])
            case "events" if "decisions" in item.row:
                yield from self._named(item, _listed(item.row, "decisions"), now["decisions"], "decisions")
            case "attributes":
                yield from self._named(
                    item, _listed(item.row, "decision"), _listed(now, "decision"), "decision"
                )
            case "claims":
                names = _listed(item.row, "corrected_by")
                yield from self._named(item, names, now["corrected_by"], "corrected_by")
            case "decisions":
                yield from self._undone(item, now["undone"])

    def _in_force(self, item: Item, now: Row | None) -> Iterator[Finding]:
        old = _given(item.row["decision"])
        if old is None and now is None:
            return
        if old is None or now is None or old["id"] != now["id"]:
            parts = [
                self.fate_of(str(old["id"])) if old else "",
                f"now in force: {self.told(now['id'])}" if now else "",
            ]
            says = "; ".join(part for part in parts if part)
            yield item.finding("decision", says, "decision", old, now)
            return
        for key, value in (_as_written(item, now) or {}).items():
            if value != old[key]:
                was, holds = _told(old[key]), _told(value)
                says = (
                    f"the decision {old['id']} does not say so: {key} {was} in the export, {holds} in the log"
                )
                yield item.finding("decision", says, f"decision.{key}", old[key], value)

    def _named(self, item: Item, names: Sequence[str], now: Sequence[str], key: str) -> Iterator[Finding]:
        for name in names:
            if name not in now:
                yield item.finding("decision", self.fate_of(name), key, name)
        for name in now:
            if name not in names:
                yield item.finding("decision", f"decided since: {self.told(name)}", key, None, name)

    def _undone(self, item: Item, now: Row | None) -> Iterator[Finding]:
        old, holds = _given(item.row["undone"]), _as_written(item, now)
        if old == holds:
            return
        if now and (old or {}).get("id") != now["id"]:
            says = self.fate_of(item.id)
        elif now:
            says = f"what took it back does not say so: {_told(old)} in the export, {_told(holds)} in the log"
        else:
            says = "it was taken back in the export, and is in effect now"
        yield item.finding("decision", says, "undone", old, now)

    def fate_of(self, name: str) -> str:
        """What became of a decision, by its id."""
        entry = self._store.decision(name)
        if entry is None:
            return f"the log has no decision {name}"
        undo = self._now.undone(name)
        if undo is None:
            return f"{self.told(name)} does not bear on it now"
        why = f": {quoted(undo.note)}" if undo.note else ""
        return f"{self.told(name)} was taken back by {undo.reviewer} on {undo.at[:10]}{why}"

    def told(self, name: str) -> str:
        """Who decided what, by the decision's id."""
        entry = self._store.decision(name)
        return f"what {entry.reviewer} said on {entry.at[:10]} ({act(entry)})" if entry else name


def _given(part: Row | None) -> Row | None:
    """A part of an object; None where it is not there, or a table's cells of it are empty."""
    return part if part and any(value is not None for value in part.values()) else None


def _as_written(item: Item, part: Row | None) -> Row | None:
    """A part of what an object is now as its file would have it."""
    if part is None or item.cells is None:
        return part
    return {key: item.written(key, value) or None for key, value in part.items()}


def _listed(row: Row, key: str) -> list[str]:
    """Ids that stand under a key, of an object or of a row of a table."""
    value = row.get(key)
    if isinstance(value, str):
        return value.split("; ") if value else []
    return [one for one in value or () if one]


def _told(value: object) -> str:
    return "nothing" if value is None else quoted(str(value))
