"""A plug-in that breaks is named and passed over, whatever it adds and whenever it breaks."""

from __future__ import annotations

import json
from pathlib import Path

from installed import Said, install, session

ARTICLES = {
    "sabah.txt": "Limanda yangın\n\n16.05.2025\n\nİzmir limanında 15 Mayıs'ta yangında 12 kişi yaralandı.\n",
    "aksam.txt": "Liman yandı\n\n16.05.2025\n\nİzmir limanında 15 Mayıs'ta yangında 17 kişi yaralandı.\n",
}
BREAKS = """
from workbench.plug_ins import hookimpl

class Reader:
    name, endings, media_types, holds_many = "odd", (".odd",), (), False
    def recognises(self, head):
        raise KeyError("no head")
    def read(self, document, limits):
        raise ZeroDivisionError("odd")
        yield

class Extractor:
    name = "liar"
    def extract(self, source, claims):
        from dataclasses import replace
        return [replace(one, id="", text="never said") for one in claims]

def compare(seen):
    raise RuntimeError("cannot compare")

class Writer:
    name, ending, media_type, whats, is_text = "odd", ".odd", "text/odd", ("events",), True
    def write(self, export):
        yield b"half"
        raise OverflowError("too odd")

@hookimpl
def workbench_readers():
    return [Reader()]

@hookimpl
def workbench_extractors():
    return [Extractor()]

@hookimpl
def workbench_discrepancies():
    return [compare]

@hookimpl
def workbench_writers():
    return [Writer()]
"""
KINDS = ("readers", "extractors", "discrepancies", "writers")


def run(folder: Path, module: str, *commands: list[str]) -> list[Said]:
    """Commands beside a package whose one module adds something of every kind."""
    (folder / "odd_parts.py").write_text(module)
    install(folder, "odd", {f"workbench.{kind}": {f"odd-{kind}": "odd_parts"} for kind in KINDS})
    for name, text in ARTICLES.items():
        (folder / name).write_text(text)
    return session(folder, *commands)


def test_what_breaks_at_its_work_is_named_once_and_passed_over(tmp_path: Path) -> None:
    (tmp_path / "c.odd").write_text("ODD")
    out = tmp_path / "out.odd"
    names = [str(tmp_path / name) for name in (*ARTICLES, "c.odd")]
    listed, imported, conflicts, export = run(
        tmp_path,
        BREAKS,
        ["plug-ins"],
        ["import", *names],
        ["conflicts", "--json"],
        ["export", "events", "--format", "odd", "--out", str(out)],
    )
    assert listed.code == 0
    assert imported.code == 1
    assert imported.out.startswith("added 2 articles with 3 claims, 1 failed")
    assert "c.odd: the plug-in odd-readers: ZeroDivisionError: odd" in imported.err
    for name, why in (
        ("odd-readers", "KeyError: 'no head'"),
        ("odd-extractors", "ValueError: 'never said' is not at "),
        ("odd-discrepancies", "RuntimeError: cannot compare"),
    ):
        assert imported.err.count(f"note: {name}: the plug-in broke and was passed over: {why}") == 1
    assert len(conflicts.out.splitlines()) == 1
    assert (export.code, out.exists()) == (3, False)
    assert "A plug-in broke: odd: the plug-in odd-writers: OverflowError: too odd" in export.err


UNLOADABLE = {
    "gone": ("import gone", "ModuleNotFoundError: No module named 'gone'"),
    "hookless": ("", "TypeError: it has no hook workbench_{kind}"),
    "leaving": ("raise SystemExit('no')", "SystemExit: no"),
    "unfit": (
        "from workbench.plug_ins import hookimpl\n"
        + "".join(f"@hookimpl\ndef workbench_{kind}():\n    return [7]\n" for kind in KINDS),
        "TypeError: int ",
    ),
}


def test_what_cannot_be_loaded_is_named_and_left_out(tmp_path: Path) -> None:
    for name, (module, _) in UNLOADABLE.items():
        (tmp_path / f"{name}_parts.py").write_text(module)
        install(tmp_path, name, {f"workbench.{kind}": {name: f"{name}_parts"} for kind in KINDS})
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text)
    listed, imported, export = session(
        tmp_path,
        ["plug-ins", "--json"],
        ["import", *(str(tmp_path / name) for name in ARTICLES)],
        ["export", "events", "--out", str(tmp_path / "e.jsonl")],
    )
    told = [(one["kind"], one["name"], one["error"]) for one in json.loads(listed.out)]
    assert listed.code == 1
    assert [one[:2] for one in told] == [(kind, name) for kind in KINDS for name in UNLOADABLE]
    for kind, name, error in told:
        assert error.startswith(UNLOADABLE[name][1].format(kind=kind))
    assert (imported.code, export.code) == (0, 0)
    assert imported.out.startswith("added 2 articles with 3 claims")


COMMALESS = """
from workbench.plug_ins import hookimpl

class Reader:
    name, endings, media_types, holds_many = "odd", (".odd"), (), False
    def recognises(self, head):
        return False
    def read(self, document, limits):
        yield

class Writer:
    name, ending, media_type, whats, is_text = "odd", ".odd", "text/odd", ("events"), True
    def write(self, export):
        yield b""

@hookimpl
def workbench_readers():
    return [Reader()]

@hookimpl
def workbench_extractors():
    return []

@hookimpl
def workbench_discrepancies():
    return []

@hookimpl
def workbench_writers():
    return [Writer()]
"""


def test_a_text_in_the_stead_of_a_tuple_is_not_taken_for_its_letters(tmp_path: Path) -> None:
    (tmp_path / "c.md").write_text(ARTICLES["sabah.txt"])
    listed, imported = run(tmp_path, COMMALESS, ["plug-ins", "--json"], ["import", str(tmp_path / "c.md")])
    told = {one["name"]: one["error"] for one in json.loads(listed.out)}
    assert told["odd-readers"] == "TypeError: endings of Reader: not a tuple of texts"
    assert told["odd-writers"] == "TypeError: whats of Writer: not a tuple of texts"
    assert (imported.code, imported.out[:15]) == (0, "added 1 article")


PRETENDS = """
from dataclasses import replace
from workbench.models import AttributeValue, Discrepancy
from workbench.plug_ins import hookimpl

class Extractor:
    name = "pretender"
    def extract(self, source, claims):
        return [replace(one, id="", corrected_by=("k0",)) for one in claims]

def compare(seen):
    one = seen.claims[0]
    value = AttributeValue(one.id, one.source, "x", "x", "x", "x", one.text, one.start, one.end)
    return [Discrepancy("d1", seen.event.id, "name", "odd", "conflict", "low", (value,), "so")]

@hookimpl
def workbench_extractors():
    return [Extractor()]

@hookimpl
def workbench_discrepancies():
    return [compare]
"""


def test_nothing_stands_by_an_entry_or_under_an_id_that_a_plug_in_made_up(tmp_path: Path) -> None:
    names = [str(tmp_path / name) for name in ARTICLES]
    imported, checked = run(tmp_path, PRETENDS, ["import", *names], ["check"])
    assert imported.out.startswith("added 2 articles with 3 claims")
    assert "ValueError: a new claim stands by no entry of the log" in imported.err
    assert "ValueError: its id is not made as `discrepancy` makes it" in imported.err
    assert checked.out.endswith("whole\n")


OF_OTHER_KINDS = """
from workbench.plug_ins import hookimpl

class Reader:
    name, endings, media_types, holds_many = "odd", (".odd",), (), True
    def recognises(self, head):
        return False
    def read(self, document, limits):
        yield "an article"

class Writer:
    name, ending, media_type, whats, is_text = "odd", ".odd", "text/odd", ("events",), True
    def write(self, export):
        yield "not bytes"

@hookimpl
def workbench_readers():
    return [Reader()]

@hookimpl
def workbench_writers():
    return [Writer()]
"""


def test_what_is_of_another_kind_than_is_asked_for_breaks_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "c.odd").write_text("ODD")
    out, names = tmp_path / "out.odd", [str(tmp_path / name) for name in (*ARTICLES, "c.odd")]
    imported, shown, written = run(
        tmp_path,
        OF_OTHER_KINDS,
        ["import", *names],
        ["export", "events", "--format", "odd"],
        ["export", "events", "--format", "odd", "--out", str(out)],
    )
    assert imported.out.startswith("added 2 articles with 3 claims, 1 failed")
    assert "c.odd: the plug-in odd-readers: TypeError: str was given where Document or " in imported.err
    for export in (shown, written):
        assert (export.code, export.out) == (3, "")
        assert "the plug-in odd-writers: TypeError: str was given where bytes is expected" in export.err
    assert not out.exists()
