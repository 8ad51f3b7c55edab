"""Writes docs/schemas/ anew: JSON Schema 2020-12 of what is exported, from `workbench.records.shapes`.

python -m tools.schemas
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec.json import schema_components

from workbench.records.rows import WHATS
from workbench.records.seals import FORMAT
from workbench.records.shapes import SHAPES, HeadShape

FOLDER = Path(__file__).parent.parent / "docs" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
DOCUMENT = "document"
Schema = dict[str, Any]


def schemas() -> Mapping[str, Schema]:
    """Each schema by the name of its file: one for the objects of each kind, one for the JSON document."""
    found: dict[str, Schema] = {}
    for what, shape in SHAPES.items():
        (top,), parts = schema_components([shape])
        found[what] = _headed(what, f"One object of `workbench export {what}`.", {**top, "$defs": parts})
    return {**found, DOCUMENT: _document()}


def _document() -> Schema:
    """Of a document: which of the objects it holds follows from what it says that it is of."""
    tops, parts = schema_components([HeadShape, *SHAPES.values()])
    properties = {
        "workbench": tops[0],
        "what": {"enum": list(WHATS), "description": "What was exported."},
        "rows": {"type": "array", "description": "The objects, each on a line of its own."},
        "seal": {
            "type": "string",
            "pattern": "^sha256:[0-9a-f]{64}$",
            "description": "The SHA-256 of all bytes before the comma in front of this key.",
        },
    }
    choices = [
        {
            "if": {"properties": {"what": {"const": what}}},
            "then": {"properties": {"rows": {"items": top}}},
        }
        for what, top in zip(SHAPES, tops[1:], strict=True)
    ]
    return _headed(
        DOCUMENT,
        "What `workbench export WHAT --format json` writes.",
        {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
            "allOf": choices,
            "$defs": parts,
        },
    )


def _headed(name: str, title: str, schema: Schema) -> Schema:
    whole: Schema = _said(
        {"$schema": DIALECT, "$id": f"urn:workbench:{name}:{FORMAT}", "title": title, **schema}
    )
    return whole


def _said(part: Any) -> Any:
    """The same with the meaning of each key as a sentence."""
    if isinstance(part, list):
        return [_said(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        key: _sentence(one) if key == "description" and isinstance(one, str) else _said(one)
        for key, one in part.items()
    }


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:].removesuffix('.')}."


def text_of(schema: Schema) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        (FOLDER / f"{name}.json").write_text(text_of(schema), encoding="utf-8")


if __name__ == "__main__":
    main()
