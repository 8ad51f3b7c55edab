"""Formats without seals, held against what the database would write today, entry by entry.

Of which events a file is, the file tells; so whatever was taken out of it is not noticed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BufferedReader
from pathlib import Path
from typing import Protocol

from workbench.decisions.policies import Policy
from workbench.exporting import Choice, export
from workbench.exporting.choices import pages
from workbench.exporting.dossiers import dossiers
from workbench.records.coding.ids import numbered
from workbench.records.scale import Scale
from workbench.records.writers import writer_named
from workbench.records.writing import Settings
from workbench.store import EventFilter, Store
from workbench.verifying.containers import lines_of, on_disk
from workbench.verifying.counting import Tally
from workbench.verifying.differences import change
from workbench.verifying.entries import FORMS, HEAD, TAIL, Entry, Form, bare
from workbench.verifying.items import Finding, Kind

_LANGUAGE = re.compile(rb"^PRODID:.*//(\w\w)\r?$", re.MULTILINE)
"""A calendar says in which language it is; no other format has words of ours."""


class Anew:
    """What a database writes today. `policy` and `scale` are those by which the file was written."""

    def __init__(
        self, store: Store, today: date, policy: Policy | None = None, scale: Scale | None = None
    ) -> None:
        self._store = store
        self._today = today
        self._policy = policy
        self._scale = scale

    def check(self, stream: BufferedReader, format_: str, tally: Tally) -> Iterator[Finding]:
        """What of a file of this format is otherwise than it would be written today."""
        form = FORMS[format_]
        with on_disk(stream) as path:
            keys, language = _looked_through(path, form)
            named = list(dict.fromkeys(filter(None, map(form.event_of, keys))))
            known = self._known(format_, named)
            settings = Settings(language, scale=self._scale)
            written = form.cut(self._pieces(format_, list(known.values()), settings))
            now = _InOrder(written, form) if form.event else _ByKey(written)
            reviews = sum(key not in (HEAD, TAIL) for key in keys)
            tally.entries["event" if form.event else "review"] = len(named) if form.event else reviews
            yield from _Compared(
                form, now, lambda key: self._called(known.get(form.event_of(key), ""))
            ).findings(path)

    def _known(self, format_: str, named: Sequence[str]) -> Mapping[str, str]:
        """The events that the file names, in its order, by what it calls them; those that there are."""
        if FORMS[format_].event is None:
            return {one: one for one in self._store.event_ids(EventFilter())}
        if format_ == "acled":
            numbers = {str(numbered(one)): one for one in self._store.event_ids(EventFilter())}
            return {one: numbers[one] for one in named if one in numbers}
        there = {event.id for page in pages(named) for event in self._store.events_by_id(page)}
        return {one: one for one in named if one in there}

    def _called(self, event: str) -> tuple[str, str]:
        """An event's id and what it is called."""
        return event, next((one.label for one in self._store.events_by_id([event])), "")

    def _pieces(self, format_: str, ids: Sequence[str], settings: Settings) -> Iterator[bytes]:
        """The lines of the file as it would be written of these events."""
        choice = Choice("events", policy=self._policy)
        made = export(self._store, choice, today=self._today, settings=settings)
        chosen = dossiers(self._store, ids, self._today, self._policy)
        held = b""
        for piece in writer_named(format_, "events").write(replace(made, total=len(ids), dossiers=chosen)):
            *lines, held = (held + piece).split(b"\n")
            yield from (line + b"\n" for line in lines)
        if held:
            yield held


def _looked_through(path: Path, form: Form) -> tuple[list[str], str]:
    """The keys of all entries, and the language of our words."""
    language = "en"
    with path.open("rb") as file:
        keys = []
        for entry in form.cut(lines_of(file)):
            keys.append(entry.key)
            if entry.key == HEAD and (found := _LANGUAGE.search(entry.data)) and found[1] == b"TR":
                language = "tr"
    return keys, language


class _Now(Protocol):
    """What is written today."""

    def like(self, entry: Entry) -> bytes | None:
        """What is written in an entry's place; None where nothing is."""
        ...

    def left(self) -> Collection[str]:
        """Keys of what stands in no file without it: head and end."""
        ...


class _InOrder:
    """Entries in the order of the file."""

    def __init__(self, written: Iterator[Entry], form: Form) -> None:
        self._written = written
        self._event_of = form.event_of
        self._next = next(written, None)

    def like(self, entry: Entry) -> bytes | None:
        now = self._next
        event = self._event_of(entry.key)
        if now is None or (self._event_of(now.key) != event if event else now.key != entry.key):
            return None
        self._next = next(self._written, None)
        return now.data

    def left(self) -> Collection[str]:
        return [one.key for one in (self._next, *self._written) if one]


class _ByKey:
    """Entries of which the keys tell no event: all that there are."""

    def __init__(self, written: Iterable[Entry]) -> None:
        self._by_key: defaultdict[str, list[bytes]] = defaultdict(list)
        for one in written:
            self._by_key[one.key].append(one.data)

    def like(self, entry: Entry) -> bytes | None:
        found = self._by_key[entry.key]
        same = [one for one in found if bare(one) == bare(entry.data)] or found[:1]
        if not same:
            return None
        found.remove(same[0])
        ours = entry.key not in (HEAD, TAIL)
        return bare(same[0]) + entry.data[len(bare(entry.data)) :] if ours else same[0]

    def left(self) -> Collection[str]:
        return [key for key in (HEAD, TAIL) if self._by_key[key]]


class _Compared:
    """A file beside what is written today."""

    def __init__(self, form: Form, now: _Now, called: Callable[[str], tuple[str, str]]) -> None:
        self._form = form
        self._called = called
        self._now = now
        self._head = b""
        self._gone = False
        self._told: set[tuple[str, object, object]] = set()

    def findings(self, path: Path) -> Iterator[Finding]:
        """What is otherwise, in the order of the file."""
        before = None
        with path.open("rb") as file:
            for entry in self._form.cut(lines_of(file)):
                if before and self._form.event is None and _unparted(before, entry):
                    yield Finding("form", "no comma parts the reviews here", before.line)
                now = self._now.like(entry)
                if entry.key == HEAD:
                    self._head = now or entry.data
                if now is None:
                    self._gone = True
                    yield self._finding(entry, "object", "the database would write no such entry today")
                elif entry.data != now:
                    yield from self._differing(entry, now)
                before = entry
        if not self._gone and self._now.left():
            yield Finding("form", "the file is cut off: its end is missing")

    def _differing(self, entry: Entry, now: bytes) -> Iterator[Finding]:
        if self._gone and (bare(entry.data) == bare(now) or not self._form.event_of(entry.key)):
            return  # what follows from an entry that is not written any more
        try:
            new, old = (self._form.fields(data, self._head) for data in (now, entry.data))
        except (ValueError, RecursionError) as error:
            yield self._finding(entry, "form", f"not as it was written: {error}")
            return
        differ = [name for name in {**new, **old} if new.get(name) != old.get(name)]
        if not differ:
            yield self._finding(entry, "form", "not as it would be written, though no value differs")
        for name in differ:
            if self._first(name, old.get(name), new.get(name)):
                says = f"{name}: {change(old.get(name), new.get(name))}"
                yield self._finding(entry, "value", says, name, old.get(name), new.get(name))

    def _first(self, name: str, old: object, now: object) -> bool:
        """False where a field that is the same in all entries was said to be otherwise."""
        last = name.rpartition(".")[2]
        if last not in self._form.once:
            return True
        new = (last, old, now) not in self._told
        self._told.add((last, old, now))
        return new

    def _finding(self, entry: Entry, kind: Kind, says: str, field: str = "", *values: object) -> Finding:
        old, now = values or (None, None)
        event, label = self._called(entry.key)
        about = label or (entry.key if entry.key not in (HEAD, TAIL) else "")
        return Finding(kind, says, entry.line, "events" if event else None, event, about, field, old, now)


def _unparted(before: Entry, entry: Entry) -> bool:
    """Whether a review does not end as it should before what follows."""
    if before.key in (HEAD, TAIL):
        return False
    return before.data[len(bare(before.data)) :] != (b"\n" if entry.key == TAIL else b",\n")
