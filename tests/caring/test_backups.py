"""A backup is the database at one moment in one file, or there is none."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from caring_bases import damaging
from click.testing import CliRunner, Result

from workbench.caring.backups import backup_beside, make_backup
from workbench.cli import main
from workbench.errors import StoreError
from workbench.store import open_store

AT = datetime(2025, 6, 1, 9, 30, 5)


def run(base: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--db", str(base), *words], catch_exceptions=False)


def content(path: Path) -> list[str]:
    with open_store(path, create=False) as store:
        return list(store.dump())


def test_a_backup_opens_as_what_the_database_was(base: Path) -> None:
    made = make_backup(base, base.with_name("b.db"))
    assert content(made.path) == content(base)
    assert (made.counts["sources"], made.counts["decisions"]) == (2, 1)


def test_a_backup_is_one_file_and_leaves_nothing_beside_it(base: Path) -> None:
    make_backup(base, base.with_name("b.db"))
    assert sorted(one.name for one in base.parent.iterdir()) == ["b.db", "claims.db"]


def test_a_compressed_backup_unpacks_to_the_database(base: Path) -> None:
    made = make_backup(base, base.with_name("b.db.gz"), compress=True)
    plain = base.with_name("b.db")
    plain.write_bytes(gzip.decompress(made.path.read_bytes()))
    assert content(plain) == content(base)
    assert made.size == made.path.stat().st_size < plain.stat().st_size


def test_what_others_write_meanwhile_is_no_part_of_it(base: Path) -> None:
    before = content(base)
    with closing(sqlite3.connect(base, isolation_level=None)) as other:

        def write(_done: int, _total: int) -> None:
            other.execute("INSERT OR REPLACE INTO saved_filters VALUES ('mine', '{}', '')")
            other.execute("UPDATE discrepancies SET status = 'open'")

        made = make_backup(base, base.with_name("b.db"), progress=write)
        assert other.execute("SELECT count(*) FROM saved_filters").fetchone() == (1,)
    assert content(made.path) == before != content(base)
    with open_store(made.path) as store:
        assert store.integrity() == []


def test_a_writer_in_the_middle_of_its_work_does_not_hinder_it(base: Path) -> None:
    with closing(sqlite3.connect(base, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE events SET label = 'half'")
        made = make_backup(base, base.with_name("b.db"))
        other.execute("ROLLBACK")
    assert content(made.path) == content(base)


def test_the_usual_name_holds_the_moment() -> None:
    assert backup_beside(Path("x/claims.db"), AT) == Path("x/claims-20250601-093005.db")
    assert backup_beside(Path("c.db"), AT, compress=True).name == "c-20250601-093005.db.gz"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(("there.db",), "Would overwrite a file", id="a file that is there"),
        pytest.param(("claims.db", "--force"), "is the database", id="the database itself"),
        pytest.param((".",), "is a folder", id="a folder"),
        pytest.param(("none/b.db",), "no folder none", id="a folder that is not there"),
    ],
)
def test_what_a_backup_may_not_replace(
    base: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(base.parent)
    Path("there.db").write_text("mine")
    result = run(Path("claims.db"), "backup", *words)
    assert result.exit_code == 2
    assert message in result.stderr
    assert Path("there.db").read_text() == "mine"


def test_force_overwrites(base: Path) -> None:
    there = base.with_name("there.db")
    there.write_text("mine")
    result = run(base, "backup", str(there), "--force")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{there}: ")
    assert "2 articles, 3 claims, 1 event, 1 discrepancy, 1 decision\n" in result.stdout
    assert content(there) == content(base)


def test_a_damaged_database_gives_no_backup_and_leaves_the_one_there_is(base: Path) -> None:
    there = base.with_name("there.db")
    there.write_text("the good one")
    with damaging(base) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, '(event)', '(key)') WHERE name = ?",
            ("discrepancies_by_event",),
        )
    with pytest.raises(StoreError, match="not whole"):
        make_backup(base, there, force=True)
    assert there.read_text() == "the good one"
    assert sorted(one.name for one in base.parent.iterdir()) == ["claims.db", "there.db"]
    make_backup(base, there, force=True, whole=False)
    with damaging(there) as connection:
        assert connection.execute("SELECT count(*) FROM sources").fetchone() == (2,)


def test_without_a_database_there_is_nothing_to_copy(tmp_path: Path) -> None:
    result = run(tmp_path / "none.db", "backup")
    assert result.exit_code == 3
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_somebody_has_open_is_not_replaced(base: Path) -> None:
    there = base.with_name("there.db")
    make_backup(base, there)
    with open_store(there) as store:
        before = list(store.dump())
        refused = run(base, "backup", str(there), "--force")
        assert refused.exit_code == 2
        assert "The file is in use" in refused.stderr
        assert list(store.dump()) == before
    assert run(base, "backup", str(there), "--force").exit_code == 0
