"""What an export leaves out is said: all of it to a file, by reason to people."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from workbench.cli_export import _tell_refused
from workbench.records.writing import Export, Made, Refusal

Said = Callable[..., list[str]]
REFUSED = [
    *(Refusal(f"e{number}", f"march {number}", "nobody was killed") for number in range(1, 5)),
    Refusal("e5", "raid\x1b[2J", "its place is not known"),
]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    def of(refused: list[Refusal], *, terminal: bool) -> list[str]:
        monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
        _tell_refused(Export("events", 9, Made("workbench 0", 1, "0" * 16), (), refused=refused))
        told = capsys.readouterr()
        assert (told.out, "\x1b" in told.err) == ("", False)
        return told.err.splitlines()

    return of


def test_a_file_has_a_line_for_each(said: Said) -> None:
    lines = said(REFUSED, terminal=False)
    assert lines[0] == "left out: march 1: nobody was killed"
    assert [line.rpartition(": ")[2] for line in lines] == [one.why for one in REFUSED]


def test_a_terminal_has_a_line_for_each_reason(said: Said) -> None:
    assert said(REFUSED, terminal=True) == [
        "left out: nobody was killed: march 1; march 2; 2 more",
        "left out: its place is not known: raid␛[2J",
        "5 left out; 2> FILE lists them all",
    ]


def test_many_reasons_are_cut_and_that_is_said(said: Said) -> None:
    lines = said([Refusal("e", "march", f"reason {number}") for number in range(30)], terminal=True)
    assert (len(lines), lines[-1]) == (11, "30 left out; 2> FILE lists them all")


def test_a_few_are_named_and_no_more_is_said(said: Said) -> None:
    assert said(REFUSED[-1:], terminal=True) == ["left out: its place is not known: raid␛[2J"]
    assert said([], terminal=True) == []
