"""What the article screen knows of the versions of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench import told
from workbench.models import Claim, Source, Version
from workbench.store import Store
from workbench.words import _


@dataclass(frozen=True, slots=True)
class Edition:
    """Which version of an article is shown, the ids of its neighbours, and what it gives otherwise.

    `changed` holds the old and the new value of what the version before gave otherwise, `marked` says
    whether the text tells of a change.
    """

    version: Version
    before: str | None
    after: str | None
    changed: tuple[tuple[str, str], ...] = ()


def read_edition(store: Store, source: Source) -> Edition | None:
    """What is known of a source as a version; None where there is no other one."""
    version = store.version(source.id)
    if version is None or version.of < 2:
        return None
    ordered = store.versions(version.article)
    at = ordered.index(source.id)
    before, after = ordered[at - 1] if at else None, ordered[at + 1] if at + 1 < len(ordered) else None
    return Edition(version, before, after, _changed(store, before, source.id) if before else ())


def _changed(store: Store, before: str, source: str) -> tuple[tuple[str, str], ...]:
    from workbench.discrepancies.versions import changes

    steps = changes(store.claims(source=before), store.claims(source=source))
    return tuple(dict.fromkeys((one.old.label, one.new.label) for one in steps))


def edition_line(edition: Edition) -> str:
    """Which version it is and what changed in it, in a line."""
    version = edition.version
    place = _("version {n} of {total}").format(n=version.number, total=version.of)
    if edition.before is None:
        return place
    changed = ", ".join(f"{told.label(a)} → {told.label(b)}" for a, b in edition.changed)
    if not changed:
        same = _("no other values than before")
        return f"{place}: {same}"
    phrase = _("changed, and it says so: {changes}") if version.marked else _("changed silently: {changes}")
    return f"{place}, {phrase.format(changes=changed)}"


def same_place(store: Store, source: str, claims: Sequence[Claim], claim: Claim | None) -> tuple[int, int]:
    """Where the version `source` says what `claim` of these claims says; its beginning where it does not."""
    from workbench.events.counterparts import counterparts

    if claim is None:
        return 0, 0
    pairs = counterparts(claims, store.claims(source=source))
    found = next((other for one, other in pairs if one.id == claim.id), None)
    return (found.start, found.end) if found else (0, 0)
