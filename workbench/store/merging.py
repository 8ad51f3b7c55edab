"""The part of the Store that takes over entries of another log, and how the log of another file is read."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.models import Claim, Decision, Discrepancy, Source
from workbench.store import judged, log_reading, reading, rereading, writing
from workbench.store.connection import Connection
from workbench.store.heirs import as_today
from workbench.store.opening import connect, refuse_what_is_not_ours, sqlite_errors_explained
from workbench.store.rows import as_json
from workbench.store.told import NOTHING_SAID, Said
from workbench.store.writing import Judge

if TYPE_CHECKING:
    from sqlite_utils import Database

SQLITE = b"SQLite format 3\x00"
"""How a database file begins."""
_IN = "IN (SELECT value FROM json_each(?))"


class MergingStore(Connection):
    """Reads and writes of entries that were taken elsewhere."""

    def entries_as_written(self, ids: Iterable[str]) -> dict[str, Decision]:
        """Those of these entries that are here, as the log has them."""
        with self._reading() as db:
            return {
                one.id: one for one in log_reading.logged(db, f"WHERE id {_IN}", as_json(sorted(set(ids))))
            }

    def as_today(self, entries: Iterable[Decision]) -> list[Decision]:
        """Entries of any log with each claim under the id that it has here today."""
        with self._reading() as db:
            return as_today(db, entries)

    def claims_known(self, ids: Iterable[str]) -> set[str]:
        """Those of these claims that are here, or were and were decided on."""
        wanted = as_json(sorted(set(ids)))
        with self._reading() as db:
            rows = db.conn.execute(
                f"SELECT id FROM claims WHERE id {_IN} UNION ALL SELECT id FROM former_claims WHERE id {_IN}",
                (wanted, wanted),
            )
            return {row[0] for row in rows}

    def discrepancies_touched(self, entries: Iterable[Decision]) -> list[Discrepancy]:
        """Those that any of these entries can bear on: they name them, or one of their claims."""
        with self._reading() as db:
            named = list(entries)
            return reading.discrepancies(
                db,
                f"""discrepancies.id {_IN} OR discrepancies.id IN (
                      SELECT discrepancy_values.discrepancy FROM claims
                      CROSS JOIN discrepancy_values ON discrepancy_values.claim = claims.seq
                      WHERE claims.id {_IN})""",
                as_json(sorted({entry.discrepancy for entry in named})),
                as_json(sorted({claim for entry in named for claim in entry.claims})),
            )

    def take_over(self, entries: Sequence[Decision], judge: Judge, regrouping: Collection[str]) -> None:
        """Adds entries that have their place in the log, and writes what follows for discrepancies.

        What these claims `regrouping` are linked to is grouped again at the next matching. StoreError where
        one of the entries is here already.
        """
        with self._writing() as db:
            writing.add_entries(db, entries)
            ids = as_json([entry.id for entry in entries])
            _find_by_heirs(db, ids)
            writing.mark_to_link(db, reading.sources_of(db, regrouping))
            # All that anybody spoke of: what another version of this program judged is judged anew with it.
            spoken_of = reading.discrepancies(db, judged.SPOKEN_OF)
            writing.set_judgements(db, judge(log_reading.decisions(db), spoken_of))

    def make_standing(
        self,
        source: Source,
        claims: Sequence[Claim] | None,
        heirs: Mapping[str, str],
        said: Said = NOTHING_SAID,
    ) -> None:
        """Makes an article what the log says of it; without `claims` those that it has stay."""
        with self._writing() as db:
            if claims is None:
                rereading.replace_source(db, source, said)
            else:
                rereading.replace_claims(db, source, claims, heirs, said)


def _find_by_heirs(db: Database, ids: str) -> None:
    """Has entries on claims that are read no more found by those that stand for them today."""
    added = db.conn.execute(f"SELECT seq FROM decisions WHERE id {_IN}", (ids,)).fetchall()
    numbers = as_json([row[0] for row in added])
    found = 1
    while found:
        found = db.conn.execute(
            f"""INSERT OR IGNORE INTO decision_claims
                SELECT heir, decision FROM decision_claims JOIN former_claims ON former_claims.id = claim
                WHERE heir IS NOT NULL AND decision {_IN}""",
            (numbers,),
        ).rowcount


def log_of(path: Path) -> list[Decision]:
    """The log of another database as it was written; the file is only read.

    Raises StoreError where it is no database of this program, or was written by a newer version of it.
    """
    # sqlite_utils takes longer to import than most commands take to run, so it is imported here.
    from sqlite_utils import Database

    from workbench.store.migrations import migrations

    with sqlite_errors_explained(path), closing(sqlite3.connect(_read_only(path), uri=True)) as origin:
        db = Database(origin, execute_plugins=False)
        refuse_what_is_not_ours(db, path)
        if not migrations.pending(db):
            return log_reading.logged(db)
        # Opening brings a database up to date: that is done to a copy, since this one is somebody else's.
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / path.name
            with closing(sqlite3.connect(copy)) as target:
                origin.backup(target)
            with closing(connect(copy, create=False)) as opened:
                return log_reading.logged(opened)


def _read_only(path: Path) -> str:
    path = path.resolve()
    # Beside a database that nobody has open, SQLite makes a file of its own even to read it.
    alone = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    return f"{path.as_uri()}?mode=ro{'&immutable=1' if alone else ''}"
