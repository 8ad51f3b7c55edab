"""JSON Lines: the promised keys in their order, one line an object for every reader of lines."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records_making import written

from workbench.records.formats import jsonl
from workbench.records.rows import number

PROMISED = {
    "claims": (
        "id source start end text speaker event_type modality date dates place participants quantities event"
    ),
    "discrepancies": "id event attribute verdict severity status values why decision",
    "events": (
        "id label event_type date place participants attributes claims sources origins discrepancies "
        "decisions state"
    ),
}


@pytest.mark.parametrize("what", PROMISED)
def test_promised_keys_come_first_and_in_order(what: str, rows: dict[str, dict[str, Any]]) -> None:
    keys = PROMISED[what].split()
    assert keys == list(rows[what])[: len(keys)]


@pytest.mark.parametrize(
    ("part", "promised"),
    [
        ("source", "id file title publisher published language url sha256"),
        ("date", "start end precision expr expr_start expr_end basis weekday"),
    ],
)
def test_parts_of_a_claim(part: str, promised: str, rows: dict[str, dict[str, Any]]) -> None:
    assert promised.split() == list(rows["claims"][part])


def test_quantities_of_a_claim(rows: dict[str, dict[str, Any]]) -> None:
    promised = [
        "value",
        "low",
        "high",
        "unit",
        "counted",
        "side",
        "scope",
        "modifier",
        "expr",
        "start",
        "end",
    ]
    (quantity,) = rows["claims"]["quantities"]
    assert promised == list(quantity)[: len(promised)]
    assert quantity["value"] == 1000 and isinstance(quantity["value"], int)


def test_values_of_a_discrepancy(discrepancy_row: dict[str, Any]) -> None:
    promised = ["claim", "source", "value", "low", "high", "label", "quote", "start", "end", "origin"]
    assert [promised, promised] == [list(one) for one in discrepancy_row["values"]]
    assert discrepancy_row["values"][0]["source"]["published"] == "2025-05-03"


def test_no_publication_date_is_null(rows: dict[str, dict[str, Any]], sources: dict[str, Any]) -> None:
    from dataclasses import replace

    from workbench.records.rows import source_row

    assert source_row(replace(sources["sa"], published=None))["published"] is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(1000.0, "1000", id="whole"),
        pytest.param(6.5, "6.5", id="fraction"),
        pytest.param("2025-05-16", '"2025-05-16"', id="words"),
        pytest.param(None, "null", id="nothing"),
    ],
)
def test_numbers(value: float | str | None, expected: str) -> None:
    assert expected == json.dumps(number(value))


@given(st.lists(st.text(), max_size=5))
def test_every_reader_of_lines_reads_the_same_objects(texts: list[str]) -> None:
    texts = [text.encode("utf-8", "replace").decode() for text in texts]
    held = written(jsonl.WRITER, [{"id": text} for text in texts], "claims")
    assert texts == [json.loads(line)["id"] for line in held.splitlines()]


def test_letters_are_not_escaped() -> None:
    assert written(jsonl.WRITER, [{"id": "Iğdır’da"}], "claims") == '{"id":"Iğdır’da"}\n'
