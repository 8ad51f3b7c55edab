"""Parquet: what was written comes back with its types, group by group."""

import io
import json
import sys
from datetime import date
from typing import Any

import pyarrow.parquet as arrow_parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records_making import MADE

from workbench.errors import MissingPackageError
from workbench.records.fields import FIELDS, Field
from workbench.records.formats import parquet
from workbench.records.rows import WHATS, Row, What
from workbench.records.seals import mark, sealed
from workbench.records.writing import Export


def read(export: Export) -> Any:
    return arrow_parquet.ParquetFile(io.BytesIO(b"".join(parquet.WRITER.write(export))))


def told(row: Row | None, fields: tuple[Field, ...]) -> Row | None:
    """What a row that was read says, as JSON Lines would."""
    return None if row is None else {one.name: _value(row, one) for one in fields}


def _value(row: Row, field: Field) -> Any:
    value = row[field.name]
    match field.kind:
        case "either":
            amount = row[f"{field.name}_number"]
            return value if amount is None else amount
        case "day":
            assert value is None or isinstance(value, date)
            return value and value.isoformat()
        case "object":
            return told(value, field.parts)
        case "objects":
            return [told(one, field.parts) for one in value]
        case "named":
            return {one["name"]: told(one, field.parts) for one in value}
        case _:
            return value


@pytest.mark.parametrize("what", WHATS)
def test_every_row_comes_back(what: What, all_rows: dict[str, Row]) -> None:
    held = list(sealed([all_rows[what]] * 3, mark(MADE, what)))
    file = read(Export(what, 3, MADE, held))
    assert held == [told(row, FIELDS[what]) for row in file.read().to_pylist()]


@settings(max_examples=30)
@given(
    st.none() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
def test_a_number_or_text_is_both(value: Any) -> None:
    row = dict.fromkeys(one.name for one in FIELDS["attributes"]) | {"best": value, "claims": []}
    (back,) = read(Export("attributes", 1, MADE, [row])).read().to_pylist()
    number = isinstance(value, int | float)
    assert (back["best"], back["best_number"]) == (
        None if value is None else str(value),
        value if number else None,
    )


@pytest.mark.parametrize("value", [2**53 + 1, 123456789012345680, -(10**30)])
def test_a_number_of_any_size_is_written(value: int, all_rows: dict[str, Row]) -> None:
    held = all_rows["claims"]
    large = {**held, "quantities": [{**held["quantities"][0], "value": value}], "export": "", "seal": ""}
    (back,) = read(Export("claims", 1, MADE, [large])).read().to_pylist()
    assert back["quantities"][0]["value"] == float(value)


def test_columns_have_types_and_say_what_they_mean(all_rows: dict[str, Row]) -> None:
    schema = read(Export("claims", 1, MADE, [])).schema_arrow
    assert (str(schema.field("start").type), str(schema.field("heading").type)) == ("int64", "bool")
    assert str(schema.field("date").type.field("start").type) == "date32[day]"
    assert schema.field("quantities").type.value_type.field("value").type == "double"
    assert schema.field("speaker").metadata == {
        b"description": b"who says so; nothing where the article itself does"
    }


@pytest.mark.parametrize("what", WHATS)
def test_the_file_says_what_it_was_made_from(what: What) -> None:
    file = read(Export(what, 0, MADE, []))
    made = json.loads(file.schema_arrow.metadata[b"workbench"])
    assert (made["what"], made["tool"], made["database"]) == (what, MADE.tool, MADE.database)
    assert file.metadata.num_rows == 0


def test_a_piece_is_a_group_of_rows(all_rows: dict[str, Row], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP", 4)
    monkeypatch.setattr(parquet, "_BATCH", 3)
    held = list(sealed([all_rows["claims"]] * 10, mark(MADE, "claims")))
    pieces = list(parquet.WRITER.write(Export("claims", 10, MADE, held)))
    groups = arrow_parquet.ParquetFile(io.BytesIO(b"".join(pieces))).metadata
    assert [groups.row_group(number).num_rows for number in range(groups.num_row_groups)] == [4, 4, 2]
    assert len(pieces) == 4 and all(pieces)


@pytest.mark.parametrize("module", ["pyarrow", "pyarrow.parquet"])
def test_without_its_library_the_command_that_installs_it_is_named(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingPackageError, match="parquet needs pyarrow") as raised:
        b"".join(parquet.WRITER.write(Export("claims", 0, MADE, [])))
    assert raised.value.hint == "pip install 'workbench[parquet]'"
