"""docs/schemas/: they are valid, up to date, and describe every key of every export."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from verifying_making import TODAY, Exported

from tools.schemas import DOCUMENT, FOLDER, schemas, text_of
from workbench import pipeline
from workbench.exporting import Choice, export
from workbench.records.rows import WHATS, What
from workbench.store import open_store

REAL = Path(__file__).parents[3] / "shared" / "sources"
PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def published(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def faults(name: str, value: Any) -> list[str]:
    return [
        f"{one.json_path}: {one.message}" for one in Draft202012Validator(published(name)).iter_errors(value)
    ]


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_valid_and_what_the_code_says(name: str) -> None:
    Draft202012Validator.check_schema(published(name))
    assert (FOLDER / f"{name}.json").read_text(encoding="utf-8") == text_of(schemas()[name])


@pytest.mark.parametrize("what", WHATS)
def test_every_line_fits_its_schema(what: What, exported: Exported) -> None:
    lines = exported(what, "jsonl").read_text(encoding="utf-8").splitlines()
    assert lines and [fault for line in lines for fault in faults(what, json.loads(line))] == []


@pytest.mark.parametrize("what", WHATS)
def test_a_document_fits_its_schema(what: What, exported: Exported) -> None:
    assert faults(DOCUMENT, json.loads(exported(what, "json").read_bytes())) == []


@pytest.mark.parametrize("what", WHATS)
def test_a_key_that_no_schema_describes_is_a_fault(what: What, exported: Exported) -> None:
    row = json.loads(exported(what, "jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert faults(what, row | {"new": 1}) and faults(what, {key: row[key] for key in list(row)[1:]})
    assert faults(DOCUMENT, json.loads(exported(what, "json").read_bytes()) | {"rows": [row | {"new": 1}]})


def keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from keys(part)
    if isinstance(schema, list):
        for part in schema:
            yield from keys(part)


@pytest.mark.parametrize("name", schemas())
def test_the_formats_page_names_every_key(name: str) -> None:
    named = {word for code in re.findall(r"`([^`]+)`", PAGE) for word in re.findall(r"\w+", code)}
    assert set(keys(published(name))) - named == set()


@pytest.mark.parametrize("what", WHATS)
def test_every_key_has_a_meaning(what: str) -> None:
    objects = published(what)["$defs"].values()
    described = {key: json.dumps(value) for one in objects for key, value in one["properties"].items()}
    assert [key for key, value in described.items() if '"description"' not in value] == []


@pytest.mark.skipif(not REAL.exists(), reason="the articles are not beside the project")
def test_the_real_articles_fit_the_schemas(tmp_path: Path) -> None:
    found = {}
    with open_store(tmp_path / "claims.db") as store:
        pipeline.import_paths(store, [REAL])
        pipeline.link_pending(store, today=TODAY)
        for what in WHATS:
            check = Draft202012Validator(published(what))
            rows = export(store, Choice(what), today=TODAY).rows
            found[what] = [one.message for row in rows for one in check.iter_errors(row)]
    assert found == {what: [] for what in WHATS}
