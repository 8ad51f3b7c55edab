"""What makes a pack's regular expression a fault."""

from __future__ import annotations

import pytest

from workbench.languages.regex_checks import pattern_fault

FINDER, ENDING = {"regex": "finder"}, {"regex": "ending"}


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"\bword\w*", id="a word with any ending"),
        pytest.param(r"(?:\w+ ){0,3}word", id="a few words before"),
        pytest.param(r"(?:\w+ )*word", id="any words, each closed by a blank"),
        pytest.param(r"(?:ab?)+", id="a fixed part in the repeat"),
        pytest.param(r"(?:a{2})+", id="one length only"),
        pytest.param(r"(?:a?b)+", id="an optional part"),
        pytest.param(r"(?<=, )(?:when|which)\b", id="a look behind"),
        pytest.param(r"\w++(?! )", id="a possessive repeat"),
    ],
)
def test_a_sound_pattern(pattern: str) -> None:
    assert pattern_fault(pattern, FINDER) == ""


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        pytest.param("(", "no regular expression", id="open"),
        pytest.param("[z-a]", "no regular expression", id="a range backwards"),
        pytest.param(r"(?<=a+)b", "no regular expression", id="a look behind of no fixed length"),
        pytest.param("(a)", "captures", id="a group"),
        pytest.param("(?P<x>a)", "captures", id="a group with a name"),
        pytest.param("", "empty text", id="nothing"),
        pytest.param("a|", "empty text", id="an empty alternative"),
        pytest.param("a*", "empty text", id="all optional"),
        pytest.param(r"a(?:\w+)+b", "exponential", id="a repeat in a repeat"),
        pytest.param(r"a(?:\w+\s*)*b", "exponential", id="two repeats in a repeat"),
        pytest.param(r"a(?:(?:x|\w+))*b", "exponential", id="a repeat in an alternative"),
        pytest.param(r"a(?:\w{1,9})*b", "exponential", id="a bounded repeat of several lengths"),
    ],
)
def test_a_faulty_pattern(pattern: str, reason: str) -> None:
    assert reason in pattern_fault(pattern, FINDER)


def test_an_ending_may_match_nothing() -> None:
    assert pattern_fault("", ENDING) == ""
    assert pattern_fault("(?:s|es)?", ENDING) == ""


def test_a_group_that_the_code_reads_must_be_there() -> None:
    kind = {"regex": "finder", "groups": ("whole",)}
    assert pattern_fault("of (?P<whole>them)", kind) == ""
    assert "lacks the group whole" in pattern_fault("of them", kind)
