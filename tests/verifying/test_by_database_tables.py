"""Workbooks, Parquet and SQLite held against the database: what moved on, and what was sealed anew."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from verifying_making import TODAY, Exported, other_character

from workbench.decisions import verdicts
from workbench.decisions.policies import built_in
from workbench.exporting import Choice, write_export
from workbench.pipeline import import_paths, link_pending
from workbench.records.formats.sqlite import seal
from workbench.records.rows import What
from workbench.records.sheets import row_seal
from workbench.records.sql_tables import RELATIONS
from workbench.reviewing import decide, taking_back
from workbench.store import EventFilter, Store, open_store
from workbench.verifying import Finding, Tally, verify
from workbench.verifying.articles import Articles
from workbench.verifying.database import Database

AT = "2026-02-03T10:00:00+03:00"
FORMATS = ["xlsx", "parquet", "sqlite"]
CHANGES = 100


def findings(path: Path, database: Path, tally: Tally | None = None) -> list[Finding]:
    with open_store(database, create=False) as store, path.open("rb") as stream:
        return list(verify(stream, path.name, Database(store, TODAY), tally or Tally()))


def written(store: Store, choice: Choice, format_: str, path: Path) -> Path:
    write_export(store, choice, format_, path, today=TODAY)
    return path


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("policy", [None, "latest"])
@pytest.mark.parametrize("number", [1, 3, None])
def test_events_that_were_chosen(
    number: int | None, policy: str | None, format_: str, reviewed: Path, articles: list[Path], tmp_path: Path
) -> None:
    with open_store(reviewed, create=False) as store:
        ids = store.event_ids(EventFilter())[:number]
        chosen = EventFilter(events=tuple(ids)) if number else EventFilter()
        choice = Choice("events", chosen, policy=built_in()[policy] if policy else None)
        path = written(store, choice, format_, tmp_path / f"x.{format_}")
    tally = Tally()
    assert findings(path, reviewed, tally) == []
    assert tally.objects["events"] == len(ids)
    assert (tally.objects["claims"] > 0) == (format_ != "parquet")
    with path.open("rb") as stream:
        assert list(verify(stream, path.name, Articles(articles), Tally())) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_a_decision_that_was_taken_back_since(format_: str, exported: Exported, database: Path) -> None:
    path = exported("events", format_)
    with open_store(database, create=False) as store:
        (accepted,) = (one for one in store.decisions() if one.kind == "accept")
        decide(store, taking_back(store, accepted, reviewer="can", at=AT, note="wrong"), today=TODAY)
    found = findings(path, database)
    assert {one.kind for one in found} == {"decision", "value"}
    assert any("was taken back by can on 2026-02-03: “wrong”" in one.says for one in found)
    told = {(one.what, one.id, one.says) for one in found}
    assert len(told) == len(found)


@pytest.mark.parametrize("format_", ["xlsx", "sqlite"])
def test_articles_that_are_not_the_same(format_: str, exported: Exported, articles: list[Path]) -> None:
    path = exported("events", format_)
    with path.open("rb") as stream:
        found = list(verify(stream, path.name, Articles(articles[1:]), Tally()))
    assert {one.kind for one in found} == {"article"}


def forged_sheet(path: Path, chance: random.Random) -> tuple[object, ...]:
    """A cell of a workbook changed, and its row sealed anew."""
    book = openpyxl.load_workbook(path)
    sheet = book[chance.choice([one for one in book.sheetnames if one != "about"])]
    row = list(sheet.iter_rows(min_row=2))[chance.randrange(sheet.max_row - 1)]
    cell = chance.choice([one for one in row[:-1] if isinstance(one.value, str) and one.value])
    old = cell.value
    cell.value = other_character(old, chance, "abcxyz019")
    row[-1].value = row_seal(sheet.title, [one.value for one in row[:-1]])
    book.save(path)
    return sheet.title, cell.coordinate, old, cell.value


def forged_table(path: Path, chance: random.Random) -> tuple[object, ...]:
    """A value of a database changed, and the whole sealed anew."""
    with closing(sqlite3.connect(path)) as db, db:
        rows = []
        while not rows:
            table = chance.choice(list(RELATIONS))
            rows = db.execute(f"SELECT rowid, * FROM {table}").fetchall()
        number, *row = chance.choice(rows)
        names = [one.name for one in RELATIONS[table].columns]
        filled = [(a, b) for a, b in zip(names, row, strict=True) if b not in (None, "")]
        column, old = chance.choice(filled)
        new: Any = other_character(old, chance, "abcxyz019") if isinstance(old, str) else old + 1
        db.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', [new, number])
        db.execute("UPDATE about SET value = ? WHERE name = 'seal'", [f"sha256:{seal(db)}"])
        return table, column, old, new


@pytest.mark.parametrize(
    ("format_", "forge"), [pytest.param("xlsx", forged_sheet), pytest.param("sqlite", forged_table)]
)
def test_what_was_sealed_anew_is_found_in_tables(
    format_: str,
    forge: Callable[[Path, random.Random], tuple[object, ...]],
    exported: Exported,
    reviewed: Path,
) -> None:
    path = exported("events", format_)
    data, chance, unseen = path.read_bytes(), random.Random(format_), []
    for _ in range(CHANGES if format_ == "sqlite" else CHANGES // 2):
        path.write_bytes(data)
        what = forge(path, chance)
        found = findings(path, reviewed)
        if not found or any(one.kind == "seal" for one in found):
            unseen.append((what, found))
    assert unseen == []


NOTES = (
    "_x0041_",
    "_x005F_x0041_",
    "  two blanks  ",
    "a line\nand\ta tab\r",
    "\x1b[31mred\x00",
    "=1+1",
    "'=1+1",
    "1E5",
    "0.10",
    "TRUE",
    "#REF!",
    "2025-05-01",
    "😀 \u2028 \ufeff \ufffe",
    "]]>&amp;<b>",
    "ş" * 40_000,
)


@pytest.mark.parametrize("format_", FORMATS)
def test_text_that_programs_read_otherwise_holds(format_: str, database: Path, tmp_path: Path) -> None:
    with open_store(database, create=False) as store:
        one = next(one for one in store.discrepancies() if one.attribute == "total")
        for number, note in enumerate(NOTES):
            at = f"2026-02-04T10:{number:02}:00+03:00"
            decide(store, verdicts.note(one, note, reviewer="ayse", at=at), today=TODAY)
        path = written(store, Choice("events"), format_, tmp_path / f"x.{format_}")
        log = path if format_ == "sqlite" else written(store, Choice("decisions"), format_, tmp_path / "log")
    assert findings(path, database) == [] and findings(log, database) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_numbers_of_any_size_hold(format_: str, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    figures = ("12345678901234567", "9007199254740993", "1" + "0" * 24, "0.1234567890123456")
    told = " ".join(f"On 11 March 2025 {one} people were killed in Kharkiv." for one in figures)
    article.write_text(f"12 March 2025\n\n{told}\n", encoding="utf-8")
    with open_store(tmp_path / "claims.db") as store:
        import_paths(store, [article])
        link_pending(store, today=TODAY)
        what: What = "events" if format_ == "sqlite" else "claims"
        path = written(store, Choice(what), format_, tmp_path / f"x.{format_}")
        values = [one.value for claim in store.claims() for one in claim.quantities]
    assert max(one for one in values if one) > 1e15
    assert findings(path, tmp_path / "claims.db") == []
