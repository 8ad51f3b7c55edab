"""The part of the Store that looks whether a database is whole, and makes parts of it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.store.connection import Connection
from workbench.store.opening import sqlite_errors_explained

if TYPE_CHECKING:
    from workbench.store.examining import Examination, Mend, Rules
    from workbench.store.writing import Judge


class CareStore(Connection):
    """Care of the database as a whole."""

    def examine(self, rules: Rules) -> Examination:
        """Everything that is wrong with the database. Others cannot write while it is looked for."""
        from workbench.store.examining import examine

        with self._writing() as db:
            found = examine(db, rules)
            # Looking changes nothing that is there, and must not.
            db.rollback()
            return found

    def mend(self, which: Mend, judge: Judge) -> None:
        """Makes one part anew from the rest, in one transaction.

        Of the matching and of copies and versions, what is there is only given up: matching makes it anew.
        """
        from workbench.store.mending import mend

        with self._writing() as db:
            mend(db, which, judge)
        if which == "tables":
            # Pages that were let go of are damaged still: what is in use goes to a file of its own.
            with sqlite_errors_explained(self.path):
                self._db.conn.execute("VACUUM")
