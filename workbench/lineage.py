"""Finds what articles have from others in store: near copies, credits, and versions of one article."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.models import Imprint, Source
from workbench.store import Lineage, Store, Traced


@dataclass(frozen=True, slots=True)
class Traits:
    """What a source has from others is found by; made from it alone, in any process."""

    lineage: Lineage
    imprint: Imprint
    retrieved: str = ""


def traits(source: Source, *, place: str = "", retrieved: str = "") -> Traits:
    """The traits of a source. `place` and `retrieved` are those of `sources.imprints.imprint`."""
    from workbench.events.credits import credited
    from workbench.events.fingerprints import keys, sketch
    from workbench.sources.imprints import imprint

    found = sketch(source)
    known = imprint(source, place=place, retrieved=retrieved)
    return Traits(Lineage(found, keys(found), credited(source)), known, retrieved)


def trace(store: Store, found: Traits) -> Traced:
    """Finds what a source that is in store has from others: of what it is a version, of what a copy."""
    from workbench.events.fingerprints import COPIED, SHARED_KEYS, copied, leaders
    from workbench.events.versions import versions
    from workbench.store import CopyRules

    rules = CopyRules(SHARED_KEYS, copied, COPIED, leaders)
    return store.trace(found.lineage, found.imprint, found.retrieved, rules, versions)


def trace_sources(store: Store, *, waiting: bool = False) -> set[str]:
    """Traces the sources that are not traced, or not since they were read anew.

    With `waiting` only those that wait to be linked are looked at: to a matching that holds, they are all.

    Returns the ids of articles of old that turned out to be copies of one text or versions of one article, or
    not to be: what is found on their events may have changed, and they wait to be linked again.
    """
    changed: set[str] = set()
    for key in store.untraced(waiting=waiting):
        place, retrieved = store.read_from(key)
        changed |= trace(store, traits(store.source(key), place=place, retrieved=retrieved)).others
    return changed
