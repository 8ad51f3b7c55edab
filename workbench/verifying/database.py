"""Exported objects held against a database: what it would export of them now, and the articles in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from io import BufferedReader

from workbench.decisions.policies import Policy, built_in
from workbench.exporting.single import Key, Singles
from workbench.records.rows import Row, source_row
from workbench.records.scale import Scale
from workbench.store import SourceRow, Store
from workbench.verifying.anew import Anew
from workbench.verifying.counting import Tally
from workbench.verifying.differences import differing
from workbench.verifying.items import Finding, Item
from workbench.verifying.log import Entries
from workbench.verifying.words import misplaced, passages, quoted

_TEXTS = 64
"""Texts of articles that are kept, the last ones asked for."""
_LABELS = 4_096
"""What events are called, of which the same."""


class Database:
    """What is checked against; `today` decides which deferrals are over.

    `policy` is one by which values of the export were chosen, where that does not come with the program or
    the file does not name it; `scale` is that of reviews.
    """

    def __init__(
        self, store: Store, today: date, policy: Policy | None = None, scale: Scale | None = None
    ) -> None:
        self._anew = Anew(store, today, policy, scale)
        self._store = store
        self._own = policy
        self._now = Singles(store, today)
        self._log = Entries(store, self._now)
        self._sources: dict[str, SourceRow | None] = {}
        self._told: set[tuple[str, ...]] = set()
        """What was said of an article, and need not be said again for each object that names it."""
        self._row: Key | None = None
        self._said: set[str] = set()
        self._text = lru_cache(_TEXTS)(store.source_text)
        self._label = lru_cache(_LABELS)(self._label_of)

    def check(self, items: Sequence[Item]) -> Iterator[Finding]:
        """What of these objects does not hold, in their order. They are all of one kind."""
        now = {name: self._current(name, items) for name in dict.fromkeys(map(_policy_of, items))}
        for item in items:
            told = set()
            for found in self._quotes(item):
                told.add(found.field)
                yield found
            rows = now[_policy_of(item)]
            if rows is not None:
                yield from self._otherwise(item, rows, told)
            elif self._first("policy", _policy_of(item)):
                name = _policy_of(item)
                says = f"values were chosen by the policy {quoted(name)}: give its file with --policy"
                yield item.finding("value", says, "policy", name)

    def written_anew(self, stream: BufferedReader, format_: str, tally: Tally) -> Iterator[Finding]:
        """What of a file without seals is otherwise than it would be written today."""
        return self._anew.check(stream, format_, tally)

    def _current(self, policy: str, items: Sequence[Item]) -> Mapping[Key, Row] | None:
        """What would be exported now of those that this policy made; None where it is not here."""
        chosen: Policy | None = None
        if policy:
            chosen = self._own if self._own and policy == self._own.name else built_in().get(policy)
            if chosen is None:
                return None
        keys = [item.key for item in items if _policy_of(item) == policy]
        return self._now.rows(items[0].what, keys, chosen)

    def _quotes(self, item: Item) -> Iterator[Finding]:
        """What is wrong with the articles that an object names, said once, and with its words in them."""
        for passage in passages(item):
            known = self._known(passage.source)
            yield from self._article(item, passage.source, known)
            if known is not None and (found := misplaced(item, passage, self._text(known.id))):
                yield found

    def _known(self, source: Row) -> SourceRow | None:
        name = str(source["id"])
        if name not in self._sources:
            rows = self._store.source_rows([name])
            self._sources[name] = rows[0] if rows else None
        return self._sources[name]

    def _article(self, item: Item, source: Row, known: SourceRow | None) -> Iterator[Finding]:
        name = str(source["id"])
        if known is None:
            if self._first(name, "id", None):
                yield item.finding(
                    "article", f"the database has no article {name} ({source.get('file')})", "source"
                )
            return
        if self._first(name, "original", None):
            yield from self._original(item, known)
        exported = source_row(known)
        for key, now in exported.items():
            old = source.get(key)
            same = old == ((item.written(key, now) or None) if item.cells is not None else now)
            if not same and self._first(name, key, old):
                says = f"{known.file}: {key} {_told(old)} in the export, {_told(now)} now"
                yield item.finding("article", says, f"source.{key}", old, now)
        if known.removed and self._first(name, "removed", known.removed):
            yield item.finding(
                "article", f"{known.file} was taken out: {self._log.told(known.removed)}", "source"
            )

    def _original(self, item: Item, known: SourceRow) -> Iterator[Finding]:
        """Whether the bytes that the article was read from still have their hash."""
        digest = hashlib.sha256(self._store.source(known.id).original).hexdigest()
        if digest != known.sha256:
            says = f"{known.file}: the bytes in the database are not those that were read"
            yield item.finding("article", says, "source.sha256", known.sha256, digest)

    def _first(self, *what: object) -> bool:
        """Whether this is said for the first time."""
        key = tuple(map(str, what))
        new = key not in self._told
        self._told.add(key)
        return new

    def _otherwise(self, item: Item, rows: Mapping[Key, Row], told: set[str]) -> Iterator[Finding]:
        now = rows.get(item.key)
        if now is None:
            yield item.finding("object", self._gone(item))
            return
        now = item.as_kept(now)
        if item.cells is not None and "event_label" in item.cells and "event_label" not in now:
            now = {**now, "event_label": self._label(now["event"])}
        found = [*self._log.on(item, now), *self._moved(item, now)]
        told |= {one.field for one in found}
        for one in (*found, *differing(item, now, told)):
            if self._new(item, one):
                yield one

    def _label_of(self, event: str | None) -> str | None:
        return next((one.label for one in self._store.events_by_id([event or ""])), None)

    def _moved(self, item: Item, now: Row) -> Iterator[Finding]:
        """Whether a claim stands in another event now, and what that is called."""
        if item.what != "claims" or item.row["event"] == now["event"]:
            return
        labels = [quoted(event.label) for event in self._store.events_by_id([now["event"] or ""])]
        holds = f"{now['event']}, {labels[0]}," if labels else "none"
        says = f"event: {item.row['event'] or 'none'} in the export, {holds} now"
        yield item.finding("value", says, "event", item.row["event"], now["event"])

    def _new(self, item: Item, found: Finding) -> bool:
        """False where the row before said it: a difference has a row in a table for each of its values."""
        if item.cells is None or found.field.startswith("values."):
            return True
        if item.key != self._row:
            self._row, self._said = item.key, set()
        new = found.says not in self._said
        self._said.add(found.says)
        return new

    def _gone(self, item: Item) -> str:
        """Why the database has no such object, as far as that can be told."""
        match item.what:
            case "claims":
                known = self._known(item.row["source"])
                return "no such claim: " + (
                    f"{known.file} is read otherwise now" if known else "its article is not in the database"
                )
            case "events":
                claims = (
                    item.row["claims"] if item.cells is None else str(item.row["claims"] or "").split("; ")
                )
                homes = list(dict.fromkeys(self._store.event_of(claims).values()))
                labels = [quoted(event.label) for event in self._store.events_by_id(homes)]
                return "no such event: " + (
                    f"its claims stand in {', '.join(labels)} now" if labels else "its claims are in none now"
                )
            case "discrepancies":
                decision = (item.row.get("decision") or {}).get("id")
                taken = f"; {self._log.fate_of(decision)}" if decision else ""
                return f"no such difference: its claims are not compared, or agree, now{taken}"
            case "attributes":
                return "the event has no such attribute now, or there is no such event"
            case "decisions":
                return "no such entry in the log"


def _policy_of(item: Item) -> str:
    return str(item.row.get("policy") or "")


def _told(value: object) -> str:
    return "nothing" if value is None else quoted(str(value))
