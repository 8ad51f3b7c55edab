"""Marked text gives the matches of plain searching."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.claims.marks import _marker, marked
from workbench.claims.pattern_heads import Head, heads
from workbench.claims.scanning import Marker, PatternGroup, WordPattern
from workbench.languages.loader import LANGUAGES, load

_PATTERNS = [
    r"\bfoo\w*|\bbar(?!n)",
    r"ba[rz]",
    r"(?<!\w)(?:foo|bar baz)(?:'s)?(?!\w)",
    r"\b\w+ba\b,?",
    r"\b\w+ foo",
    r"(?:\w{2,5} )?baz",
    r"\bfoo\w*[^.;]{0,9}?\bbar",
    r"(?:\d|\bfoo )x",
    r",? (?:and|foo) (?=ba)",
    r";",
    r"(?<=, )foo",
]


@pytest.mark.parametrize("pattern", _PATTERNS)
@given(
    text=st.lists(st.sampled_from(["foo", "bar", "baz", "x", "1", "'s", ",", ";", ".", " ", " "])).map(
        "".join
    )
)
def test_marked_text_gives_the_matches_of_the_whole_pattern(pattern: str, text: str) -> None:
    word_pattern = WordPattern(pattern)
    low = Marker([word_pattern.group]).marked(text, [(0, len(text))])
    for start, end in ((0, len(text)), (len(text) // 3, 2 * len(text) // 3)):
        expected = [match.span() for match in re.compile(pattern).finditer(text, start, end)]
        assert expected == [match.span() for match in word_pattern.finditer(low, start, end)]


@pytest.mark.parametrize("code", LANGUAGES)
@settings(deadline=None)
@given(data=st.data())
def test_the_patterns_of_a_pack_are_found_as_by_plain_searching(code: str, data: st.DataObject) -> None:
    language = load(code)
    words = [*language.names.roles, *(noun for kind in language.events.types for noun in kind.nouns)]
    words += [
        "sonra",
        "ile",
        "edildi",
        "olacak,",
        "said",
        "was",
        "had been",
        "no",
        "to",
        "3",
        "'ın",
        ",",
        ";",
    ]
    pieces = data.draw(st.lists(st.sampled_from(words), max_size=12))
    text = language.lower(" ".join(pieces))
    low = marked(text, [(0, len(text))], language)
    groups = [group for group in _marker(language).groups if isinstance(group, PatternGroup)]
    for group in groups:
        plain = [(number, match.span()) for number, match in group.finditer(text, 0, len(text))]
        assert plain == [(number, match.span()) for number, match in group.finditer(low, 0, len(text))]
        assert group.first(text, 0, len(text)) == group.first(low, 0, len(text))


def test_matches_at_one_place_stand_in_the_order_of_the_patterns() -> None:
    language = load("tr")
    text = "ihracat tur görüşme"
    low = marked(text, [(0, len(text))], language)
    for group in (group for group in _marker(language).groups if isinstance(group, PatternGroup)):
        found = [(match.start(), number) for number, match in group.finditer(low, 0, len(text))]
        assert found == [(match.start(), number) for number, match in group.finditer(text, 0, len(text))]


def test_nothing_is_found_outside_the_spans() -> None:
    pattern = WordPattern(r"\bfoo\b")
    low = Marker([pattern.group]).marked("foo bar foo", [(4, 11)])
    assert [match.start() for match in pattern.finditer(low)] == [8]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param(
            r"\bab|\bcd", [Head("ab", anchored=True), Head("cd", anchored=True)], id="a head a branch"
        ),
        pytest.param("ab c", [Head(r"ab\Z", anchored=False)], id="cut off behind the first word"),
        pytest.param(r"\b\w+ ab", [Head("ab", anchored=True, second=True)], id="any word, then one"),
        pytest.param(" ab", [Head("ab", anchored=True, blank=True)], id="a blank before"),
        pytest.param("(?!)", [], id="what never matches"),
        pytest.param(
            r"\b(?:ab )?c", [Head("c", anchored=True), Head(r"ab\Z", anchored=True)], id="an option"
        ),
    ],
)
def test_heads(pattern: str, expected: list[Head]) -> None:
    assert expected == heads(re.compile(pattern))


@pytest.mark.parametrize("pattern", ["a*", "(?i:ab)", r"\sab", "(?:)", "[^a]b"])
def test_a_pattern_without_a_first_word_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="word"):
        PatternGroup([re.compile(pattern)])
