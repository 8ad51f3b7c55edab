"""Exported decisions held against the log: is it there, is it in effect, does it say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.decisions.telling import act
from workbench.exporting.single import Singles
from workbench.records.formats.csv import cell
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
            case "events":
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
        old = item.row["decision"]
        old = old if old and old.get("id") else None
        if old is None and now is None:
            return
        if old is None or now is None or old["id"] != now["id"]:
            parts = [
                f"{self.fate_of(old['id'])}" if old else "",
                f"now in force: {self.told(now['id'])}" if now else "",
            ]
            says = "; ".join(part for part in parts if part)
            yield item.finding("decision", says, "decision", old, now)
            return
        for key, value in now.items():
            same = (
                cell(value) == item.cells[f"decision.{key}"] if item.cells is not None else value == old[key]
            )
            if not same:
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
        old = item.row["undone"]
        old = old if old and old.get("id") else None
        if (old or {}).get("id") == (now or {}).get("id"):
            return
        if now:
            yield item.finding("decision", self.fate_of(item.id), "undone", old, now)
        else:
            yield item.finding(
                "decision", "it was taken back in the export, and is in effect now", "undone", old, now
            )

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


def _listed(row: Row, key: str) -> list[str]:
    """Ids that stand under a key, of an object or of a row of a table."""
    value = row.get(key)
    if isinstance(value, str):
        return value.split("; ") if value else []
    return [one for one in value or () if one]


def _told(value: object) -> str:
    return "nothing" if value is None else quoted(str(value))
