"""Databases of every version open, and the tables keep their promises."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from database_versions import ROWS, build
from sqlite_utils import Database

from workbench.store import open_store
from workbench.store.migrations import migrations, names


@pytest.fixture(params=names())
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "older.db"
    build(path, request.param)
    return path


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    build(tmp_path / "newest.db", names()[-1])
    connection = Database(tmp_path / "newest.db")
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()


def test_every_version_has_rows_to_test_with() -> None:
    assert tuple(ROWS) == names()


def test_a_database_of_any_version_opens_with_all_it_held(older: Path) -> None:
    with open_store(older, create=False) as store:
        (claim,) = store.claims()
        assert claim.text == store.source("s1").text[claim.start : claim.end]
        assert (claim.quantities[0].value, claim.mentions[0].canonical) == (5.0, "Ankara")
        assert claim.date is not None
        assert claim.date.basis == "publication"
        assert [event.claims for event in store.events()] == [("c1",)]
        assert store.discrepancy("d1").values[0].claim == "c1"
        assert store.decisions()[0].claims == ("c1",)
        assert [hit.kind for hit in store.search("GORUSTU")] == ["claim", "source"]
        assert store.integrity() == []


def test_a_date_of_the_first_version_names_no_other_weekday(tmp_path: Path) -> None:
    read = {}
    for version in names():
        build(tmp_path / f"{version}.db", version)
        with open_store(tmp_path / f"{version}.db", create=False) as store:
            (claim,) = store.claims()
            read[version[:4]] = claim.date and claim.date.weekday
    assert (read["m001"], read["m002"]) == (None, 4)


def test_the_queue_of_any_version_is_in_order(older: Path) -> None:
    with open_store(older, create=False) as store:
        assert store.queue_ids() == ["d1"]
    connection = sqlite3.connect(older)
    ordered = connection.execute("SELECT severity_rank, verdict_rank, folded_label FROM discrepancies")
    assert ordered.fetchall() == [(2, 0, "gorusme")]
    connection.close()


def test_opening_again_changes_nothing(older: Path) -> None:
    open_store(older).close()
    before = older.read_bytes()
    open_store(older).close()
    assert older.read_bytes() == before


def test_applying_twice_is_applying_once(db: Database) -> None:
    before = db.schema
    applied = migrations.applied(db)
    migrations.apply(db)
    assert (db.schema, migrations.applied(db)) == (before, applied)
    assert [migration.name for migration in applied] == list(names())


def test_names_are_numbered_in_order() -> None:
    numbers = [int(name[1:4]) for name in names()]
    assert numbers == sorted(set(numbers))


def test_a_migration_that_fails_leaves_no_half_of_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "half.db"
    monkeypatch.setattr("workbench.store.migrations.TRIGGERS", ("CREATE NONSENSE",))
    with pytest.raises(Exception, match="NONSENSE"):
        open_store(path)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()
    monkeypatch.undo()
    with open_store(path) as store:
        assert store.integrity() == []


def test_every_table_is_strict(db: Database) -> None:
    rows = db.execute("PRAGMA table_list").fetchall()
    own = {
        name: strict
        for _, name, kind, _, _, strict in rows
        if kind == "table" and not name.startswith("sqlite_")
    }
    own.pop("_sqlite_migrations")
    assert {"sources", "claims", "links", "decisions"} <= own.keys()
    assert set(own.values()) == {1}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE quantities SET claim = 99",
        "UPDATE claims SET source = 99",
        "UPDATE dates SET claim = 99",
        "UPDATE mentions SET claim = 99",
        "UPDATE event_claims SET claim = 99",
        "UPDATE event_claims SET event = 'gone'",
        "UPDATE links SET a = 99",
        "UPDATE events SET parent = 'gone'",
        "UPDATE discrepancies SET event = 'gone'",
        "UPDATE discrepancy_values SET claim = 99",
        "UPDATE discrepancy_values SET source = 99",
        "DELETE FROM sources",
        "DELETE FROM claims",
        "DELETE FROM events",
    ],
)
def test_no_row_refers_to_a_missing_one(db: Database, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), db.atomic():
        db.execute(statement)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims SET start = 'first'",
        "UPDATE claims SET heading = 2",
        "UPDATE claims SET lemmas = 'not json'",
        "UPDATE quantities SET value = 'five'",
        "UPDATE discrepancies SET status = 'lost'",
    ],
)
def test_no_column_takes_what_is_not_of_its_kind(db: Database, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(statement)


_COLUMNS = "id, kind, discrepancy, event, attribute, key, claims, reviewer, at"
_SAME = "'k1', 'accept', 'd1', 'e1', 'count', 'person', '[]', 'B', ''"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decisions SET reviewer = 'B'",
        "DELETE FROM decisions",
        f"INSERT OR REPLACE INTO decisions ({_COLUMNS}) VALUES ({_SAME})",
        f"INSERT INTO decisions ({_COLUMNS}) VALUES ({_SAME}) ON CONFLICT (id) DO UPDATE SET reviewer = 'B'",
        f"INSERT OR REPLACE INTO decisions (seq, {_COLUMNS}) VALUES (1, {_SAME.replace('k1', 'k2')})",
    ],
    ids=["update", "delete", "replace by id", "upsert", "replace by row number"],
)
def test_the_log_is_only_ever_added_to(db: Database, statement: str) -> None:
    db.execute("PRAGMA recursive_triggers = OFF")
    with pytest.raises(sqlite3.IntegrityError, match="decision"):
        db.execute(statement)
    assert db.execute("SELECT id, reviewer FROM decisions").fetchall() == [("k1", "A")]


def test_the_log_outlives_what_it_speaks_of(db: Database) -> None:
    with db.atomic():
        for table in (
            "discrepancy_values",
            "discrepancies",
            "links",
            "event_claims",
            "events",
            "claims",
            "former_claims",
            "sources",
        ):
            db.execute(f"DELETE FROM {table}")
    assert db.execute("SELECT count(*) FROM decisions").fetchone() == (1,)
    assert db.execute("SELECT count(*) FROM quantities").fetchone() == (0,)


def test_the_queue_of_any_version_names_days_origins_and_reviewers(older: Path) -> None:
    with open_store(older, create=False) as store:
        row = store.queue_rows(["d1"])["d1"]
        assert (row.event_type, row.origins, row.newest, row.reviewer) == ("meeting", 1, "", "A")
