"""A database of two articles that tell a fire otherwise, imported and decided as anybody would."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from workbench.decisions.verdicts import accept
from workbench.pipeline import import_paths, rematch
from workbench.reviewing import decide
from workbench.store import open_store

ARTICLES = {
    "sabah.txt": "Limanda yangın\n\n16.05.2025\n\nİzmir limanında 15 Mayıs'ta yangında 12 kişi yaralandı.\n",
    "aksam.txt": "Liman yandı\n\n16.05.2025\n\nİzmir limanında 15 Mayıs'ta yangında 17 kişi yaralandı.\n",
}


def make_base(folder: Path) -> Path:
    """The database, with a decision on its difference, in the folder."""
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    path = folder / "claims.db"
    with open_store(path) as store:
        import_paths(store, [folder / name for name in ARTICLES])
        rematch(store)
        found = store.discrepancies()[0]
        decide(store, accept(found, 1, reviewer="ayse", at="2025-06-01T09:00:00.000000+03:00"))
    return path


@contextmanager
def damaging(path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection, without foreign keys, whose changes are kept."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        yield connection
