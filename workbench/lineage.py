"""Finds what new articles have from those that are in store, before their claims are matched."""

from __future__ import annotations

from workbench.store import Store


def trace_sources(store: Store, *, waiting: bool = False) -> set[str]:
    """Find of what new articles are near copies and whom they credit.

    With `waiting` only those that wait to be linked are looked at: to a matching that holds, they are all.

    Returns the ids of articles of old that turned out to be copies of one text, or not to be: the origins of
    their events may have changed, and they wait to be linked again.
    """
    from workbench.events.credits import credited
    from workbench.events.fingerprints import COPIED, SHARED_KEYS, copied, keys, leaders, sketch

    changed: set[str] = set()
    for key in store.untraced(waiting=waiting):
        source = store.source(key)
        found = sketch(source)
        changed |= store.add_lineage(
            key,
            found,
            keys(found),
            credited(source),
            shared=SHARED_KEYS,
            near=lambda a, b: copied(a, b) >= COPIED,
            leaders=leaders,
        )
    return changed
