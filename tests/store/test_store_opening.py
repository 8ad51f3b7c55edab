"""What can be opened, what cannot and why, and what a crash leaves behind."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from store_samples import World

from workbench.errors import StoreError
from workbench.store import Store, open_store


def not_a_database(path: Path) -> None:
    path.write_text("This is a note, not a database. " * 50, encoding="utf-8")


def a_folder(path: Path) -> None:
    path.mkdir()


def another_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (id INTEGER)")
    connection.close()


def a_newer_version(path: Path) -> None:
    open_store(path).close()
    connection = sqlite3.connect(path)
    connection.execute(
        """INSERT INTO _sqlite_migrations (migration_set, name, applied_at)
           VALUES ('workbench', 'm999_future', '')"""
    )
    connection.commit()
    connection.close()


def nothing(path: Path) -> None:
    """The file stays missing."""


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (not_a_database, "not a database"),
        (a_folder, "is a folder"),
        (another_program, "holds other tables"),
        (a_newer_version, "m999_future"),
        (nothing, "does not exist"),
    ],
)
def test_what_cannot_be_opened_is_explained(tmp_path: Path, prepare: object, said: str) -> None:
    path = tmp_path / "some.db"
    assert callable(prepare)
    prepare(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError) as refused:
        open_store(path, create=False)
    assert said in refused.value.detail
    assert "some.db" in refused.value.detail
    assert refused.value.hint
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_missing_folder_is_explained(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        open_store(tmp_path / "no" / "claims.db")
    assert "folder exists" in refused.value.hint


def test_an_existing_database_opens_without_being_written(tmp_path: Path, world: World) -> None:
    path = tmp_path / "claims.db"
    with open_store(path) as store:
        store.add_source(world.sources[0], [])
    before = path.read_bytes()
    with open_store(path, create=False) as store:
        assert store.path == path
        assert store.has_source(world.sources[0].id)
    assert path.read_bytes() == before


def test_wal_and_foreign_keys_are_on(store: Store) -> None:
    read = store._db.execute
    assert read("PRAGMA journal_mode").fetchone() == ("wal",)
    assert read("PRAGMA foreign_keys").fetchone() == (1,)
    assert read("PRAGMA synchronous").fetchone() == (2,)


def test_two_connections_see_each_others_writes(store: Store, world: World) -> None:
    with open_store(store.path) as other:
        assert store.add_source(world.sources[0], [])
        assert other.add_source(world.sources[0], []) is False
        assert other.add_source(world.sources[1], [])
        assert len(store.sources()) == 2


def test_a_write_that_cannot_wait_longer_is_explained(store: Store, world: World) -> None:
    with open_store(store.path) as other:
        other._db.execute("PRAGMA busy_timeout = 1")
        store._db.conn.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as refused:
            other.add_source(world.sources[0], [])
        store._db.rollback()
    assert "Another program" in refused.value.hint


def test_closing_twice_does_nothing_and_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.sources()


CRASH = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from store_samples import sample_change, sample_world
from workbench.store import matching, open_store, writing

world = sample_world()
store = open_store(Path(sys.argv[2]))

def dies(*arguments):
    os._exit(9)

if sys.argv[3] == "import":
    writing.add_claim_parts = dies
    store.add_source(world.sources[1], world.of(world.sources[1]))
elif sys.argv[3] == "matching":
    matching.set_judgements = dies
    store.replace_matching([], [], [])
else:
    matching.set_judgements = dies
    change = sample_change(world, generation=store.standing().generation)
    store.change_matching(change, lambda log, found: {})
"""


@pytest.mark.parametrize("moment", ["import", "matching", "change"])
def test_a_crash_within_a_transaction_leaves_the_database_as_it_was(
    tmp_path: Path, world: World, moment: str
) -> None:
    path = tmp_path / "claims.db"
    with open_store(path) as store:
        for source in world.sources[: 1 if moment == "import" else 2]:
            store.add_source(source, world.of(source))
        if moment != "import":
            store.replace_matching(world.events, world.links, world.discrepancies)
        before = list(store.dump())
    command = [sys.executable, "-c", CRASH, str(Path(__file__).parent), str(path), moment]
    assert subprocess.run(command, check=False, env=os.environ).returncode == 9
    with open_store(path) as store:
        assert store.integrity() == []
        assert list(store.dump()) == before
        store.add_source(world.sources[1], world.of(world.sources[1]))
        assert len(store.sources()) == 2


def test_a_whole_database_has_no_problems(filled: Store) -> None:
    assert filled.integrity() == []


DAMAGES = {
    "foreign key": ("PRAGMA foreign_keys = OFF", "DELETE FROM sources WHERE file = 'a.txt'"),
    "claim's offsets": ("UPDATE claims SET start = start + 1 WHERE text LIKE 'Vali%'",),
    "quantity's offsets": ("UPDATE quantities SET expr = '5 kişi' WHERE expr = '4 kişi'",),
    "date's offsets": ("UPDATE dates SET expr_start = 0, expr_end = 3",),
    "mention's offsets": ("UPDATE mentions SET text = 'İzmit'",),
    "search index": ("INSERT INTO claims_search (claims_search) VALUES ('delete-all')",),
    "tallies": ("UPDATE tallies SET number = number + 1",),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found(filled: Store, damage: str) -> None:
    for statement in DAMAGES[damage]:
        filled._db.execute(statement)
    assert filled.integrity() != []


def test_importing_the_store_loads_no_database_library() -> None:
    program = "import sys, workbench.store; print('sqlite_utils' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
