"""What verifying says of an export when the database has moved on, and when the export was edited."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from verifying_making import TODAY, Exported

from workbench.pipeline import link_pending
from workbench.records.rows import WHATS, Row, What
from workbench.records.seals import compact, sealed
from workbench.reviewing import decide, taking_back
from workbench.sourcing import describe, remove
from workbench.store import Store, open_store
from workbench.verifying import Finding, Tally, verify
from workbench.verifying.database import Database

AT = "2026-02-03T10:00:00+03:00"


def findings(path: Path, database: Path) -> list[Finding]:
    with open_store(database, create=False) as store, path.open("rb") as stream:
        return list(verify(stream, path.name, Database(store, TODAY), Tally()))


def said(path: Path, database: Path) -> list[tuple[str, str, str]]:
    return [(one.kind, one.field, one.says) for one in findings(path, database)]


@pytest.mark.parametrize("format_", ["jsonl", "json", "csv", "xlsx", "parquet"])
@pytest.mark.parametrize("what", WHATS)
def test_what_was_just_exported_holds(what: What, format_: str, exported: Exported, reviewed: Path) -> None:
    path = exported(what, format_)
    tally = Tally()
    with open_store(reviewed, create=False) as store, path.open("rb") as stream:
        assert list(verify(stream, path.name, Database(store, TODAY), tally)) == []
        assert {one.database for one in tally.marks} == {store.stamp().fingerprint}
    objects = exported(what, "jsonl").read_text(encoding="utf-8").count("\n")
    assert tally.objects[what] == objects


def undo(store: Store) -> None:
    (accepted,) = (one for one in store.decisions() if one.kind == "accept")
    decide(store, taking_back(store, accepted, reviewer="can", at=AT, note="wrong page"), today=TODAY)


UNDONE = "what ayse said on 2026-02-01 (accepted {}) was taken back by can on 2026-02-03: “wrong page”"


@pytest.mark.parametrize("format_", ["jsonl", "json", "csv", "xlsx", "parquet"])
@pytest.mark.parametrize(
    ("what", "also"),
    [
        ("claims", set()),
        ("discrepancies", {"status"}),
        ("attributes", {"best"}),
        ("decisions", set()),
    ],
)
def test_a_decision_that_was_taken_back(
    what: What, also: set[str], format_: str, exported: Exported, database: Path
) -> None:
    path = exported(what, format_)
    with open_store(database, create=False) as store:
        undo(store)
        (label,) = (one.label for one in store.decisions() if one.kind == "accept")
    found = said(path, database)
    wanted = {("decision", UNDONE.format(label))} if what != "claims" else set()
    assert {(kind, says) for kind, _, says in found if kind == "decision"} == wanted
    assert {field for kind, field, _ in found if kind == "value"} == also


def test_an_event_names_the_value_and_who_chose_it(exported: Exported, database: Path) -> None:
    path = exported("events", "jsonl")
    with open_store(database, create=False) as store:
        undo(store)
    values = [says for kind, field, says in said(path, database) if field.startswith("attributes.")]
    assert values and all("(accepted by ayse) in the export, no value (open) now" in says for says in values)


def redate(store: Store) -> None:
    source = next(store.source(one.id) for one in store.sources() if one.file.startswith("07-"))
    describe(store, source, {"published": "2025-06-01"}, today=TODAY, reviewer="can", at=AT)
    link_pending(store, today=TODAY)


def take_out(store: Store) -> None:
    source = next(store.source(one.id) for one in store.sources() if one.file.startswith("07-"))
    remove(store, source, reviewer="can", at=AT)
    link_pending(store, today=TODAY)


@pytest.mark.parametrize("format_", ["jsonl", "csv"])
def test_an_article_dated_anew_is_said_once(format_: str, exported: Exported, database: Path) -> None:
    path = exported("claims", format_)
    with open_store(database, create=False) as store:
        redate(store)
    of_article = [one for one in said(path, database) if one[0] == "article"]
    assert len(of_article) == 1 and of_article[0][1] == "source.published"
    assert of_article[0][2].endswith("in the export, “2025-06-01” now")


def test_claims_of_an_article_that_was_taken_out(exported: Exported, database: Path) -> None:
    path = exported("claims", "jsonl")
    with open_store(database, create=False) as store:
        take_out(store)
    kinds = [one.kind for one in findings(path, database)]
    lines = path.read_text(encoding="utf-8").splitlines()
    assert kinds.count("object") == sum('"file":"07-' in line for line in lines) > 0
    assert any("was taken out" in says for _, _, says in said(path, database))


def forged(path: Path, edit: Callable[[Row], Any]) -> Path:
    """The first object changed, and all of them sealed anew."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    edit(rows[0])
    bare = ({key: row[key] for key in list(row)[:-2]} for row in rows)
    path.write_bytes(b"".join(compact(row) + b"\n" for row in sealed(bare, rows[0]["export"])))
    return path


@pytest.mark.parametrize(
    ("what", "edit", "kind", "field"),
    [
        pytest.param("claims", lambda row: row.update(text="Nothing."), "words", "text", id="words"),
        pytest.param("claims", lambda row: row.update(start=row["start"] + 1), "words", "text", id="place"),
        pytest.param("claims", lambda row: row.update(speaker="Nobody"), "value", "speaker", id="speaker"),
        pytest.param(
            "claims", lambda row: row["source"].update(sha256="0" * 64), "article", "source.sha256", id="hash"
        ),
        pytest.param("claims", lambda row: row.update(id="c0"), "object", "", id="no such claim"),
        pytest.param("claims", lambda row: row.update(event="e0"), "value", "event", id="another event"),
        pytest.param("claims", lambda row: row["dates"].append(row["date"]), "value", "dates", id="a date"),
        pytest.param(
            "claims", lambda row: row.update(heading=not row["heading"]), "value", "heading", id="a mark"
        ),
        pytest.param("events", lambda row: row.update(origins=99), "value", "origins", id="origins"),
        pytest.param("events", lambda row: row["claims"].pop(), "value", "claims", id="claims of an event"),
        pytest.param("events", lambda row: row["decisions"].append("k0"), "decision", "decisions", id="log"),
        pytest.param("attributes", lambda row: row.update(best=7), "value", "best", id="best"),
        pytest.param("decisions", lambda row: row.update(note="no"), "value", "note", id="note"),
        pytest.param("decisions", lambda row: row.update(id="k0"), "object", "", id="no such entry"),
        pytest.param(
            "discrepancies",
            lambda row: row["values"][0].update(quote="Nothing."),
            "words",
            "values[0].quote",
            id="quote",
        ),
        pytest.param(
            "discrepancies",
            lambda row: row["values"][0].update(label="many"),
            "value",
            "values[0].label",
            id="label",
        ),
    ],
)
def test_what_was_changed_and_sealed_anew(
    what: What, edit: Callable[[Row], Any], kind: str, field: str, exported: Exported, reviewed: Path
) -> None:
    found = findings(forged(exported(what, "jsonl"), edit), reviewed)
    assert (kind, field) in {(one.kind, one.field) for one in found}
    assert {one.kind for one in found}.isdisjoint({"seal", "form"}) and {one.line for one in found} == {1}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"{}", id="no keys"),
        pytest.param(b'{"id":1,"text":[],"export":null}', id="wrong kinds"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"a":' * 100_000, id="deep"),
        pytest.param(b'{"id":"\xff"}', id="no UTF-8"),
        pytest.param(b'{"id":' + b"9" * 5000 + b"}", id="a huge number"),
        pytest.param(b"", id="a blank line"),
    ],
)
def test_a_line_that_is_no_object_is_said_and_breaks_nothing(
    line: bytes, exported: Exported, reviewed: Path
) -> None:
    path = exported("claims", "jsonl")
    path.write_bytes(path.read_bytes() + line + b"\n")
    last = path.read_bytes().count(b"\n")
    found = findings(path, reviewed)
    assert found and {one.line for one in found} == {last}
