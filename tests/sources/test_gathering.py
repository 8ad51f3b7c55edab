"""What is named on the command line becomes documents and addresses."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from workbench.errors import SourceError
from workbench.sources.documents import LIMITS, Address, Document, Limits, PassedOver, Unread
from workbench.sources.gathering import gather


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "skipped.xyz", ".hidden.txt", "deep/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Bir haber.", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        pytest.param(["{}"], ["a.md", "b.txt", "c.txt"], id="a folder: what is read, with its folders"),
        pytest.param(["{}/b.txt", "{}"], ["b.txt", "a.md", "c.txt"], id="each once, in the order named"),
        pytest.param(["{}/*.txt"], ["b.txt"], id="a pattern"),
        pytest.param(["{}/**/*.txt"], ["b.txt", "c.txt"], id="a pattern over folders"),
        pytest.param(["{}/skipped.xyz"], ["skipped.xyz"], id="a file of any ending"),
    ],
)
def test_files(folder: Path, named: list[str], expected: list[str]) -> None:
    found = gather([one.format(folder) for one in named], LIMITS)
    assert [one.name for one in found if isinstance(one, Document)] == expected


@pytest.mark.parametrize(
    ("named", "title"),
    [
        pytest.param("{}/deep/none*.txt", "No such file", id="a pattern that fits nothing"),
        pytest.param("{}/empty", "No articles", id="a folder without articles"),
        pytest.param("{}/nul\0.txt", "No such file", id="a name that no file can have"),
    ],
)
def test_what_is_not_there(folder: Path, named: str, title: str) -> None:
    (folder / "empty").mkdir()
    (one,) = gather([named.format(folder)], LIMITS)
    assert isinstance(one, Unread)
    assert one.error.title == title


def test_files_that_nothing_reads_are_said(folder: Path) -> None:
    (folder / "deep" / "b.XYZ").touch()
    (folder / "Makefile").touch()
    assert gather([folder], LIMITS)[-1] == PassedOver(str(folder), ((".xyz", 2), ("", 1)))


def test_addresses_and_standard_input() -> None:
    found = gather(["https://a.example/x", "-"], LIMITS, standard_input=io.BytesIO(b"Haber."))
    assert found == [Address("https://a.example/x"), Document("-", b"Haber.")]


def test_a_document_over_the_limit_is_refused(folder: Path) -> None:
    (one,) = gather([folder / "b.txt"], LIMITS)
    assert isinstance(one, Document)
    assert one.data(LIMITS) == b"Bir haber."
    with pytest.raises(SourceError, match="Too large"):
        one.data(Limits(document=5))
