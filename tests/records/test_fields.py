"""The fields of rows: each key of each row has one, in its order, of the kind of what stands there."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from records_making import MADE

from workbench.records.fields import FIELDS, Field, dotted
from workbench.records.formats import csv
from workbench.records.formats.sqlite import VIEWS
from workbench.records.rows import WHATS, Row, What
from workbench.records.seals import KEYS, mark, sealed
from workbench.records.sql_tables import RELATIONS

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")

_TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "whole": (int,),
    "number": (int, float),
    "flag": (bool,),
    "either": (int, float, str),
}


def unfit(row: Row, fields: Sequence[Field], above: str = "") -> list[str]:
    """The paths at which a row is not what its fields say."""
    if list(row) != [one.name for one in fields]:
        return [f"{above} has the keys {list(row)}"]
    return [fault for one in fields for fault in _faults(row[one.name], one, f"{above}.{one.name}")]


def _faults(value: Any, field: Field, path: str) -> list[str]:
    if value is None and field.kind not in ("flag", "texts", "objects", "named"):
        return []
    match field.kind:
        case "day":
            return [] if date.fromisoformat(value) else [path]
        case "texts":
            return [] if all(isinstance(one, str) for one in value) else [path]
        case "object":
            return unfit(value, field.parts, path)
        case "objects":
            return [fault for one in value for fault in unfit(one, field.parts, path)]
        case "named":
            return [fault for one in value.values() for fault in unfit(one, field.parts, path)]
        case _:
            fits = isinstance(value, _TYPES[field.kind]) and (field.kind == "flag") == isinstance(value, bool)
            return [] if fits else [path]


@pytest.mark.parametrize("what", WHATS)
def test_every_key_of_a_row_has_its_field(what: What, all_rows: dict[str, Row]) -> None:
    (row,) = sealed([all_rows[what]], mark(MADE, what))
    assert unfit(row, FIELDS[what]) == []


@pytest.mark.parametrize("what", WHATS)
def test_every_column_of_a_table_has_its_field(what: What) -> None:
    paths = dict(dotted(FIELDS[what]))
    assert [column for column in (*csv.COLUMNS[what], *KEYS) if column not in paths] == []


@pytest.mark.parametrize("what", WHATS)
def test_every_field_is_explained(what: What) -> None:
    assert [path for path, one in dotted(FIELDS[what]) if not one.meaning] == []


@pytest.mark.parametrize("what", WHATS)
def test_the_formats_page_names_every_field_of_every_object(what: What) -> None:
    words = set(re.findall(r"\w+", PAGE))
    assert [path for path, one in dotted(FIELDS[what]) if one.name not in words] == []


def test_the_formats_page_names_every_table_of_the_database() -> None:
    section = PAGE.split("## SQLite")[1].split("\n## ")[0]
    views = re.findall(r"`(\w+)`(?=[^|]*\(views\))", section)
    assert [name for name in (*RELATIONS, "about", "columns") if f"`{name}`" not in section] == []
    assert set(views) == set(VIEWS)
