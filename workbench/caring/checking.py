"""Looking whether a database is whole, and making anew what can be made from the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from workbench.caring.backups import backup_beside, make_backup
from workbench.decisions.entries import is_as_written
from workbench.errors import WorkbenchError
from workbench.pipeline import rematch
from workbench.reviewing import judge
from workbench.store import Store
from workbench.store.copying import Copy
from workbench.store.examining import Examination, Finding, Mend, Rules

MADE_ANEW: dict[Mend, str] = {
    "tables": "derived tables that were damaged or gone",
    "indexes": "the indexes of all tables",
    "schema": "missing indexes and triggers",
    "orphans": "derived rows that referred to what is gone are dropped",
    "log index": "what finds entries of the log by their claims",
    "words": "the search indexes",
    "tallies": "the tallies",
    "lineages": "which articles are copies and versions",
    "matching": "events, links and discrepancies, from all claims and the log",
    "statuses": "where each discrepancy stands, from the log",
}
"""What is said of each part that was made anew."""
_MATCHED: frozenset[Mend] = frozenset({"orphans", "lineages", "matching"})
"""Parts that only another matching makes whole."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done: the backup made before, the parts made anew, those that could not be, what is left."""

    backup: Copy | None
    done: tuple[Mend, ...]
    failed: tuple[Finding, ...]
    left: Examination


def check(store: Store) -> Examination:
    """Everything that is wrong with a database, and what makes it good."""
    return store.examine(Rules(judge(None), is_as_written))


def repair(
    store: Store, found: Examination, at: datetime, *, say: Callable[[str], None] = lambda _words: None
) -> Repair:
    """Makes anew what is wrong and can be made from the rest, after a backup of the database as it is.

    `say` hears the file of the backup as soon as it is made. Articles, claims and the log stay as they are.
    Nothing is done, and no backup made, where nothing of what was `found` can be made good. Raises UsageError
    and StoreError where the backup cannot be written: nothing is changed then.
    """
    if not found.mends:
        return Repair(None, (), (), found)
    backup = make_backup(store.path, backup_beside(store.path, at), whole=False)
    say(str(backup.path))
    done: list[Mend] = []
    failed: list[Finding] = []

    def attempt(which: Mend, act: Callable[[], object]) -> None:
        try:
            act()
        except Exception as error:
            # What is damaged beyond repair may break whatever is made of it; the other parts are made.
            why = str(error) if isinstance(error, WorkbenchError) else f"{type(error).__name__}: {error}"
            failed.append(Finding(which, f"{MADE_ANEW[which]}: {why}"))
        else:
            done.append(which)

    emptied = "tables" in found.mends
    if emptied:
        attempt("tables", lambda: store.mend("tables", judge(None)))
        found = check(store)
    for which in (one for one in found.mends if one != "tables"):
        attempt(which, lambda part=which: store.mend(part, judge(None)))  # type: ignore[misc]
    if emptied or _MATCHED.intersection(found.mends):
        done = [one for one in done if one != "matching"]
        attempt("matching", lambda: rematch(store))
    return Repair(backup, tuple(done), tuple(failed), check(store))
