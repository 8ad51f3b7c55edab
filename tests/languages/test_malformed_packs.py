"""A pack that is wrong is refused, and the error names the file and the key."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from types import SimpleNamespace

import pytest

from workbench.errors import LanguageError
from workbench.languages import loader

Break = Callable[[Path], object]


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the Turkish pack that the loader reads in place of the shipped one."""
    for entry in (resources.files("workbench.languages") / "tr").iterdir():
        if entry.name.endswith(".toml"):
            target = tmp_path / "tr" / entry.name
            target.parent.mkdir(exist_ok=True)
            with resources.as_file(entry) as path:
                shutil.copyfile(path, target)
    monkeypatch.setattr(loader, "resources", SimpleNamespace(files=lambda package: tmp_path))
    return tmp_path / "tr"


def load_afresh() -> loader.Language:
    """Reads the pack past the loader's memory, which other tests share."""
    return loader.load.__wrapped__("tr")


def add(name: str, text: str, *, first: bool = True) -> Break:
    def change(pack: Path) -> None:
        path = pack / name
        old = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\n{old}" if first else f"{old}\n{text}\n", encoding="utf-8")

    return change


def swap(name: str, old: str, new: str) -> Break:
    def change(pack: Path) -> None:
        path = pack / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def remove(name: str) -> Break:
    return lambda pack: (pack / name).unlink()


def garble(name: str) -> Break:
    return lambda pack: (pack / name).write_bytes(b'name = "\xff\xfe"')


def test_the_untouched_copy_loads(packs: Path) -> None:
    assert load_afresh().core.name == "Turkish"


@pytest.mark.parametrize(
    ("change", "file", "key"),
    [
        pytest.param(add("core.toml", "colour = 3"), "tr/core.toml", "colour", id="unknown key"),
        pytest.param(
            add("events.toml", "mood = 1", first=False), "tr/events.toml", "mood", id="unknown key inside"
        ),
        pytest.param(
            swap("core.toml", 'name = "Turkish"', "name = 7"), "tr/core.toml", "name", id="wrong type"
        ),
        pytest.param(
            swap("core.toml", 'name = "Turkish"', ""), "tr/core.toml", "name", id="a key is missing"
        ),
        pytest.param(
            swap("events.toml", 'modality = "agreed"', 'modality = "perhaps"'),
            "tr/events.toml",
            "modality",
            id="a word that is none of the choices",
        ),
        pytest.param(swap("core.toml", "[lower]", "[lower"), "tr/core.toml", "", id="not TOML"),
        pytest.param(garble("speech.toml"), "tr/speech.toml", "", id="not text"),
        pytest.param(remove("calendar.toml"), "tr/calendar.toml", "missing", id="a file is missing"),
    ],
)
def test_a_malformed_pack_is_named(packs: Path, change: Break, file: str, key: str) -> None:
    change(packs)
    with pytest.raises(LanguageError) as caught:
        load_afresh()
    assert file in caught.value.detail
    assert key in caught.value.detail


def test_an_error_in_one_pack_leaves_the_other_readable() -> None:
    assert loader.load("en").core.name == "English"
