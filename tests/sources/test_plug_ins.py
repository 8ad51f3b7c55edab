"""A plug-in that breaks is named and left out; the others still read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from workbench import plug_ins
from workbench.importing.report import Note
from workbench.importing.run import import_named
from workbench.sources import registry
from workbench.store import open_store


def _load() -> object:
    raise ImportError("No module named 'gone'")


@pytest.fixture
def broken_plug_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    entry = SimpleNamespace(name="shorthand", load=_load)
    monkeypatch.setattr(plug_ins, "entry_points", lambda *, group: [entry] if group == registry.GROUP else [])
    plug_ins.forget()
    registry.plugged.cache_clear()
    registry._loaded.cache_clear()
    yield
    plug_ins.forget()
    registry.plugged.cache_clear()
    registry._loaded.cache_clear()


@pytest.mark.usefixtures("broken_plug_in")
def test_a_plug_in_that_cannot_be_loaded_is_named_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Limanda yangın\n\n16.05.2025\n\nLimanda çıkan yangında 12 kişi yaralandı.\n", "utf-8")
    with open_store(tmp_path / "c.db") as store:
        report = import_named(store, [path])
    assert len(report.added) == 1
    why = "ImportError: No module named 'gone'"
    assert report.notes == [Note("shorthand", f"the plug-in cannot be loaded and is left out: {why}")]
