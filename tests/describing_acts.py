"""Articles taken out and described, as a reviewer does it."""

from __future__ import annotations

from correcting_acts import REVIEWER, TODAY, at, source_of, take

from workbench.correcting import read_otherwise
from workbench.decisions import describing
from workbench.models import Decision
from workbench.store import Store


def remove(store: Store, file: str, minute: int = 0) -> Decision:
    source = source_of(store, file)
    claims = store.claims(source=source.id)
    return take(store, describing.remove(source, claims, reviewer=REVIEWER, at=at(minute)))


def describe(store: Store, file: str, minute: int = 0, **fields: str) -> Decision:
    source = source_of(store, file)
    changed = {
        name: describing.typed(name, fields[name], today=TODAY)
        for name in describing.FIELDS
        if name in fields
    }
    claims = read_otherwise(store, source, changed)
    return take(store, describing.describe(source, changed, claims, reviewer=REVIEWER, at=at(minute)))
