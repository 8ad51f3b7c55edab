"""Not one changed character of a cell stays unseen in formats that are no text: 200 of them in each."""

import html
import io
import random
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
from verifying_making import OTHERS, Exported, other_character

from workbench.errors import UsageError
from workbench.records.rows import WHATS, What
from workbench.verifying import Finding, Tally, verify

CHANGES = 200


def findings(path: Path, *, whole: bool = True) -> list[Finding]:
    with path.open("rb") as stream:
        return list(verify(stream, path.name, None, Tally(), whole=whole))


CELL = re.compile(r'(t="b"><v>|<t[^>]*>|<v>)([^<]+)(?=</)')
"""What a cell holds, behind what tells of which kind it is."""


def sheets(path: Path) -> tuple[dict[str, bytes], list[tuple[str, Any]]]:
    """The parts of a workbook, and where its cells hold something."""
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    pages = {name: data.decode() for name, data in parts.items() if name.startswith("xl/worksheets/sheet")}
    return parts, [(name, found) for name, page in pages.items() for found in CELL.finditer(page)]


def with_cell(parts: dict[str, bytes], name: str, found: Any, text: str) -> bytes:
    page = parts[name].decode()
    start = found.start(2)
    edited = page[:start] + html.escape(text) + page[found.end(2) :]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for one, data in parts.items():
            archive.writestr(one, edited.encode() if one == name else data)
    return held.getvalue()


def test_a_changed_character_of_a_workbook(exported: Exported) -> None:
    path = exported("events", "xlsx")
    parts, cells = sheets(path)
    chance, unseen = random.Random("xlsx"), []
    for _ in range(CHANGES):
        name, found = chance.choice(cells)
        old = html.unescape(found[2])
        signs = {'t="b"><v>': "01", "<v>": "123456789"}.get(found[1], OTHERS)
        text = other_character(old, chance, signs)
        path.write_bytes(with_cell(parts, name, found, text))
        unseen += [] if findings(path) else [(name, old, text)]
    assert unseen == []


def leaves(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(part, (*above, key))
    elif (isinstance(value, str) and value) or isinstance(value, int | float):
        yield above, value


def changed(value: Any, chance: random.Random) -> Any:
    if isinstance(value, str):
        return other_character(value, chance)
    return not value if isinstance(value, bool) else value + 1


@pytest.mark.parametrize("what", WHATS)
def test_a_changed_value_of_parquet(what: What, exported: Exported) -> None:
    path = exported(what, "parquet")
    table = pyarrow.parquet.read_table(path)
    chance, unseen = random.Random(what), []
    places = list(leaves(table.to_pylist()))
    for _ in range(CHANGES // len(WHATS)):
        rows = table.to_pylist()
        (*above, last), old = chance.choice(places)
        inner: Any = rows
        for key in above:
            inner = inner[key]
        inner[last] = changed(old, chance)
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows, table.schema), path)
        if not findings(path):
            unseen.append((above, last, old))
    assert unseen == []


def test_a_changed_value_of_sqlite(exported: Exported, tmp_path: Path) -> None:
    path = exported("events", "sqlite")
    held = Path(shutil.copy(path, tmp_path / "whole.db"))
    chance, unseen = random.Random("sqlite"), []
    with closing(sqlite3.connect(held)) as db:
        tables = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if "_fts" not in name and db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        ]
        rows = {one: db.execute(f"SELECT rowid, * FROM {one}").fetchall() for one in tables}
        names = {one: [column[1] for column in db.execute(f"PRAGMA table_info({one})")] for one in tables}
    for _ in range(CHANGES):
        table = chance.choice(tables)
        number, *row = chance.choice(rows[table])
        column, old = chance.choice(
            [(a, b) for a, b in zip(names[table], row, strict=True) if b not in (None, "")]
        )
        new = changed(old, chance)
        shutil.copy(held, path)
        with closing(sqlite3.connect(path)) as db, db:
            db.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', [new, number])
        if not findings(path):
            unseen.append((table, column, old, new))
    assert unseen == []


def resaved(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def test_a_workbook_that_was_saved_again_holds(exported: Exported) -> None:
    path = exported("events", "xlsx")
    resaved(path).save(path)
    assert findings(path) == []


@pytest.mark.parametrize(
    ("edit", "wanted"),
    [
        pytest.param(lambda book: book["claims"].delete_rows(3), "of claims are here: 1 missing", id="row"),
        pytest.param(lambda book: book.remove(book["claims"]), "there is no sheet claims", id="sheet"),
        pytest.param(lambda book: book.create_sheet("mine"), "sheet mine is none that was", id="another"),
        pytest.param(lambda book: book["claims"].delete_cols(2), "no column: source.id", id="column"),
        pytest.param(lambda book: book["claims"].cell(2, 40, "x"), "stands beside the table", id="beside"),
        pytest.param(lambda book: book["claims"].cell(2, 1, "=1+1"), "was changed since", id="formula"),
        pytest.param(
            lambda book: book["about"].cell(2, 3, "mine"), "sheet about: it was changed", id="about"
        ),
        pytest.param(lambda book: book["about"].delete_rows(2, 99), "does not say what", id="nothing told"),
    ],
)
def test_a_workbook_that_was_edited(edit: Any, wanted: str, exported: Exported) -> None:
    path = exported("events", "xlsx")
    book = resaved(path)
    edit(book)
    book.save(path)
    assert [one.says for one in findings(path) if wanted in one.says] != []


def test_rows_of_a_workbook_may_be_sorted_and_of_a_part_left_out(exported: Exported) -> None:
    path = exported("claims", "xlsx")
    book = resaved(path)
    sheet = book["claims"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), 2):
        for place, value in enumerate(row, 1):
            sheet.cell(number, place).value = value
    book.save(path)
    assert findings(path) == []
    sheet.delete_rows(2, 2)
    book.save(path)
    of = len(rows)
    assert [one.says for one in findings(path)] == [f"{of - 2} of {of} rows of claims are here: 2 missing"]
    assert findings(path, whole=False) == []


@pytest.mark.parametrize(
    ("statement", "wanted"),
    [
        pytest.param("DELETE FROM claims WHERE rowid = 2", "its seal does not fit", id="row"),
        pytest.param("DROP VIEW told", "its seal does not fit", id="view"),
        pytest.param("DROP TABLE quotes", "the table quotes is gone", id="table"),
        pytest.param("ALTER TABLE claims ADD mine TEXT", "claims is other than it was made", id="column"),
        pytest.param("DELETE FROM about WHERE name = 'seal'", "the database has no seal", id="seal"),
        pytest.param("UPDATE claims SET participants = '['", "a list in it is no JSON", id="no list"),
        pytest.param(
            "UPDATE claims SET start = 'x'", "not as docs/schemas/claims.json has it", id="no number"
        ),
        pytest.param("UPDATE claims SET source = NULL", "not as docs/schemas/claims.json", id="no article"),
        pytest.param("UPDATE claims SET text = CAST(x'ff00' AS TEXT)", "seal does not fit", id="no UTF-8"),
        pytest.param("UPDATE claims SET text = x'ff00'", "claims.json has it", id="bytes"),
        pytest.param("UPDATE about SET value = 'x' WHERE name = 'schema'", "seal does not fit", id="about"),
    ],
)
def test_a_database_that_was_edited(statement: str, wanted: str, exported: Exported) -> None:
    path = exported("events", "sqlite")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)
    assert [one.says for one in findings(path) if wanted in one.says] != []


def test_a_database_that_was_packed_anew_holds(exported: Exported) -> None:
    path = exported("events", "sqlite")
    with closing(sqlite3.connect(path)) as db:
        db.execute("VACUUM")
    assert findings(path) == []


def test_changes_that_are_kept_beside_a_database_are_told_of(exported: Exported) -> None:
    path = exported("events", "sqlite")
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("UPDATE claims SET text = 'x'")
        db.commit()
        (found,) = findings(path)
    assert found.kind == "form" and "-wal" in found.says
    assert {one.kind for one in findings(path)} == {"form", "seal"}


def others(format_: str) -> bytes:
    """A file of the same kind that is none of ours."""
    held = io.BytesIO()
    if format_ == "xlsx":
        openpyxl.Workbook().save(held)
    if format_ == "parquet":
        pyarrow.parquet.write_table(pyarrow.table({"a": [1]}), held)
    if format_ == "sqlite":
        with closing(sqlite3.connect(":memory:")) as db:
            db.execute("CREATE TABLE a (b)")
            return db.serialize()
    return held.getvalue()


@pytest.mark.parametrize("format_", ["xlsx", "parquet", "sqlite"])
def test_a_damaged_file_and_one_of_others(format_: str, exported: Exported) -> None:
    path = exported("events", format_)
    data = path.read_bytes()
    for broken in (data[: len(data) // 2], data[:100], b"~" * 20):
        path.write_bytes(broken)
        with pytest.raises(UsageError, match="Damaged file") as raised:
            findings(path)
        assert raised.value.hint.startswith("copy it again")
    path.write_bytes(others(format_))
    with pytest.raises(UsageError, match="Not an export"):
        findings(path)
    path.write_bytes(data)
    assert findings(path) == []


@pytest.mark.parametrize("format_", ["xlsx", "parquet", "sqlite"])
def test_bytes_that_were_changed_break_nothing(format_: str, exported: Exported) -> None:
    path = exported("events", format_)
    data, chance = path.read_bytes(), random.Random(format_)
    seen = 0
    for _ in range(40):
        place = chance.randrange(len(data))
        path.write_bytes(data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :])
        try:
            seen += bool(findings(path))
        except UsageError:
            seen += 1
    assert seen  # what stands in no cell, as the index of words or a style, is nobody's value


def test_a_part_that_declares_entities_is_refused(exported: Exported) -> None:
    path = exported("claims", "xlsx")
    parts, _ = sheets(path)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' if name.endswith("sheet1.xml") else b""
            archive.writestr(name, data.replace(b"?>", b"?>" + bomb, 1))
    with pytest.raises(UsageError, match="defines entities"):
        findings(path)
