"""W3C PROV-JSON, through the package prov: a bundle for each event, with all that its values rest on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from workbench.extras import needs
from workbench.records.dossier import Dossier
from workbench.records.formats.jsonl import line
from workbench.records.provenance import NAMESPACE, PREFIX, PROGRAM, describe, local
from workbench.records.rows import What
from workbench.records.writing import Export, Made


class Provenance:
    """One document. Bundles are written as they are made; only their names are kept to the end."""

    name = "prov"
    ending = ".provjson"
    media_type = "application/json"
    whats: tuple[What, ...] = ("events",)
    is_text = True

    def write(self, export: Export) -> Iterator[bytes]:
        """The head, each piece a whole bundle, then what bundles there are and what made them."""
        model = needs("prov.model", "prov", "prov")
        return _pieces(export, model)


def _pieces(export: Export, model: Any) -> Iterator[bytes]:
    yield f'{{"prefix": {{"{PREFIX}": "{NAMESPACE}"}}, "bundle": {{'.encode()
    names: dict[str, str] = {}
    for dossier in export.dossiers:
        name = local("bundle", dossier.record.id)
        between = ",\n" if names else "\n"
        names[name] = dossier.record.label
        yield f'{between}"{name}": '.encode() + _json(_bundle(dossier, name, export.made, model))
    yield b"\n}"
    for kind, records in _about(names, export.made, model).items():
        if kind != "prefix":
            yield f',\n"{kind}": '.encode() + _json(records)
    yield b"}\n"


def _json(thing: Any) -> bytes:
    return line(thing).removesuffix("\n").encode()


def _document(model: Any) -> Any:
    document = model.ProvDocument()
    document.add_namespace(PREFIX, NAMESPACE)
    return document


def _as_json(document: Any) -> dict[str, Any]:
    return dict(json.loads(document.serialize(format="json")))


def _bundle(dossier: Dossier, name: str, made: Made, model: Any) -> Any:
    document = _document(model)
    describe(document.bundle(name), dossier, made.tool)
    return _as_json(document)["bundle"][name]


def _about(names: dict[str, str], made: Made, model: Any) -> dict[str, Any]:
    """The export itself: its bundles, and the program and database that they are of."""
    document = _document(model)
    tool, _, version = made.tool.partition(" ")
    kind = document.valid_qualified_name("prov:SoftwareAgent")
    document.agent(PROGRAM, {"prov:type": kind, "prov:label": tool, f"{PREFIX}:version": version})
    of = {f"{PREFIX}:database": made.database, f"{PREFIX}:schema": made.schema}
    for name, label in names.items():
        described = {"prov:type": document.valid_qualified_name("prov:Bundle"), "prov:label": label}
        document.entity(name, described | of)
        document.wasAttributedTo(name, PROGRAM)
    return _as_json(document)


WRITER = Provenance()
