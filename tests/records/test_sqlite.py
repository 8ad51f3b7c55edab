"""SQLite for Datasette: rows refer to each other, words are found, text is kept as it is."""

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from records_making import MADE

from workbench.errors import WorkbenchError
from workbench.records import datasette
from workbench.records.fields import FIELDS
from workbench.records.formats import sqlite
from workbench.records.rows import WHATS, Row, What
from workbench.records.sql_tables import LISTS, RELATIONS
from workbench.records.writing import Export, Table

_FURTHER: tuple[What, ...] = ("attributes", "claims", "discrepancies", "decisions")


def export(rows: dict[str, Row], **changes: Row) -> Export:
    """An export of an event with all that belongs to it."""
    held = rows | changes

    def further() -> Iterator[Table]:
        yield from (Table(what, 1, [held[what]]) for what in _FURTHER)

    return Export("events", 1, MADE, [held["events"]], further=further)


@pytest.fixture
def database(all_rows: dict[str, Row], tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "out.db"
    path.write_bytes(b"".join(sqlite.WRITER.write(export(all_rows))))
    with closing(sqlite3.connect(path)) as opened:
        opened.row_factory = sqlite3.Row
        yield opened


def written(database: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    return [dict(row) for row in database.execute(f'SELECT * FROM "{table}"')]


def names(database: sqlite3.Connection, kind: str) -> set[str]:
    return {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = ?", (kind,))}


@pytest.mark.parametrize(
    ("table", "number"),
    [
        *((name, 1) for name in ("events", "attributes", "claims", "event_claims", "decisions")),
        *((name, 1) for name in ("quantities", "dates", "discrepancies")),
        *((name, 2) for name in ("discrepancy_values", "sources")),
        *((name, 0) for name in ("times", "ordinals", "mentions", "quotes")),
        *(("differences", 1), ("passages", 1), ("told", 1), ("about", 5)),
    ],
)
def test_rows_of_each_table(database: sqlite3.Connection, table: str, number: int) -> None:
    found = written(database, table)
    # The second value is of a claim that is not exported, so that its passage has a row all the same.
    assert len(found) == (2 if table == "passages" else number)


def test_every_list_of_objects_has_its_table() -> None:
    lists = {(what, one.name) for what in WHATS for one in FIELDS[what] if one.kind in ("objects", "named")}
    assert lists == set(LISTS)
    assert set(LISTS.values()) <= set(RELATIONS)


def test_a_disagreement_names_the_decisions(all_rows: dict[str, Row], tmp_path: Path) -> None:
    path = tmp_path / "out.db"
    difference = {**all_rows["discrepancies"], "disagreement": [{"id": "x1"}]}
    path.write_bytes(b"".join(sqlite.WRITER.write(export(all_rows, discrepancies=difference))))
    with closing(sqlite3.connect(path)) as opened:
        assert opened.execute("SELECT * FROM disagreements").fetchall() == [("d1", "x1")]


def test_objects_stand_beside_and_lists_below(database: sqlite3.Connection) -> None:
    (claim,) = written(database, "claims")
    assert (claim["date_start"], claim["source"], claim["event"]) == ("2025-05-03", "sa", "e1")
    (quantity,) = written(database, "quantities")
    assert (quantity["claim"], quantity["value"], quantity["side"]) == ("ca", 1000, "each")
    (event,) = written(database, "events")
    assert json.loads(event["participants"]) == []


def test_values_keep_their_kind(database: sqlite3.Connection) -> None:
    (entry,) = written(database, "decisions")
    assert (entry["value"], entry["label"]) == (1200, "1200 each")
    assert isinstance(written(database, "discrepancy_values")[0]["low"], str)


def test_all_references_lead_somewhere(database: sqlite3.Connection) -> None:
    assert list(database.execute("PRAGMA foreign_key_check")) == []
    assert [tuple(row) for row in database.execute("PRAGMA integrity_check")] == [("ok",)]
    assert database.execute("PRAGMA freelist_count").fetchone()[0] == 0


def test_a_reference_to_what_is_not_exported_is_nothing(database: sqlite3.Connection) -> None:
    (entry,) = written(database, "decisions")
    assert (entry["discrepancy"], entry["discrepancy_then"]) == ("d1", "d1")
    second = written(database, "discrepancy_values")[1]
    assert (second["source"], second["claim"]) == ("sb", None)


@pytest.mark.parametrize("word", ["esir", "ESİR", "mayıs", "Mayıs", '"biner esir"', "bırakt*"])
def test_words_are_found_whatever_their_case(database: sqlite3.Connection, word: str) -> None:
    query = "SELECT id FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)"
    assert [row["id"] for row in database.execute(query, (word,))] == ["ca"]


def test_the_search_is_found_by_datasette(database: sqlite3.Connection) -> None:
    """By the pattern of its `detect_fts`."""
    query = (
        "SELECT name FROM sqlite_schema WHERE rootpage = 0 "
        "AND sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"{}\"%'"
    )
    found = {name: database.execute(query.format(name)).fetchone()["name"] for name in sqlite.SEARCHED}
    assert found == {name: f"{name}_fts" for name in sqlite.SEARCHED}


def test_every_column_is_explained(database: sqlite3.Connection) -> None:
    explained = {(row["table"], row["name"]) for row in written(database, "columns") if row["meaning"]}
    assert explained == {
        (table, row["name"]) for table in RELATIONS for row in database.execute(f"PRAGMA table_info({table})")
    }


def test_the_metadata_speaks_of_what_is_there(database: sqlite3.Connection) -> None:
    held = json.loads(datasette.metadata(MADE, "out"))["databases"]["out"]
    shown = {name for name in names(database, "table") | names(database, "view") if "_fts" not in name}
    assert set(held["tables"]) == shown
    for table, about in held["tables"].items():
        columns = {row["name"] for row in database.execute(f'PRAGMA table_info("{table}")')}
        facets = {one["array"] if isinstance(one, dict) else one for one in about.get("facets", ())}
        named = {about[key] for key in ("label_column", "sort", "sort_desc") if key in about}
        assert (table, (facets | named) - columns) == (table, set())


@pytest.mark.parametrize("query", datasette.QUERIES)
def test_the_queries_run(database: sqlite3.Connection, query: str) -> None:
    rows = database.execute(datasette.QUERIES[query]["sql"], {"discrepancy": "d1"}).fetchall()
    assert len(rows) == {"open": 1, "decided": 0, "who_says": 2, "numbers": 0}[query]


@pytest.mark.parametrize("value", [2**63 - 1, -(2**63), 2**63, 10**30, -(2**63) - 1])
def test_a_number_of_any_size_is_written(value: int, all_rows: dict[str, Row], tmp_path: Path) -> None:
    path = tmp_path / "out.db"
    attribute = {**all_rows["attributes"], "best": value}
    path.write_bytes(b"".join(sqlite.WRITER.write(export(all_rows, attributes=attribute))))
    with closing(sqlite3.connect(path)) as opened:
        ((best,),) = opened.execute("SELECT best FROM attributes").fetchall()
    assert best == (value if -(2**63) <= value < 2**63 else float(value))


@pytest.mark.parametrize(
    ("verdict", "apart", "expected"),
    [("superseded", [], 0), ("superseded", [{"id": "x1"}], 1), ("conflict", [{"id": "x1"}], 1)],
)
def test_what_reviewers_disagree_on_is_open(
    verdict: str, apart: list[Row], expected: int, all_rows: dict[str, Row], tmp_path: Path
) -> None:
    path = tmp_path / "out.db"
    difference = {**all_rows["discrepancies"], "verdict": verdict, "disagreement": apart}
    path.write_bytes(b"".join(sqlite.WRITER.write(export(all_rows, discrepancies=difference))))
    with closing(sqlite3.connect(path)) as opened:
        assert len(opened.execute(datasette.QUERIES["open"]["sql"]).fetchall()) == expected


@pytest.mark.parametrize(("kind", "expected"), [("accept", 1), ("defer", 0)])
def test_what_is_deferred_is_not_decided(
    kind: str, expected: int, all_rows: dict[str, Row], tmp_path: Path
) -> None:
    path = tmp_path / "out.db"
    difference = {**all_rows["discrepancies"], "decision": {"id": "x1"}}
    entry = {**all_rows["decisions"], "kind": kind}
    path.write_bytes(
        b"".join(sqlite.WRITER.write(export(all_rows, discrepancies=difference, decisions=entry)))
    )
    with closing(sqlite3.connect(path)) as opened:
        assert len(opened.execute(datasette.QUERIES["decided"]["sql"]).fetchall()) == expected


def test_text_is_kept_as_it_is(all_rows: dict[str, Row], tmp_path: Path) -> None:
    hostile = "'); DROP TABLE claims; --\x1b[2J<script>alert(1)</script>\u202e"
    path = tmp_path / "out.db"
    claims = {**all_rows["claims"], "text": hostile}
    path.write_bytes(b"".join(sqlite.WRITER.write(export(all_rows, claims=claims))))
    with closing(sqlite3.connect(path)) as opened:
        assert opened.execute("SELECT text FROM claims").fetchall() == [(hostile,)]


def test_nothing_is_left_of_what_is_broken_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def rows() -> Iterator[Row]:
        yield from ()
        raise WorkbenchError("broken off")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(WorkbenchError, match="broken off"):
        b"".join(sqlite.WRITER.write(Export("events", 1, MADE, rows())))
    assert list(tmp_path.iterdir()) == []
