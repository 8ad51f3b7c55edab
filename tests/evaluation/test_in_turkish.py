"""Whatever the program says of the annotated articles is said by a phrase, and has its Turkish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from workbench import told, words
from workbench.phrases.all_of_them import SENTENCES, grammar

from evaluation_sets import SETS, Found, found_in, present

ENGLISH = re.compile(
    r"\b(?:a|and|are|at|both|by|for|in|is|it|least|of|on|one|or|other|than|the|to|was|with)\b"
)
"""Function words, by which a sentence left in English is known."""
QUOTED = re.compile("“[^”]*”")
NUMERIC = frozenset({"count", "total", "date", "time", "status"})
"""Attributes whose values are the program's own words and numbers; others are names and quotations."""


@pytest.fixture(autouse=True)
def turkish() -> Iterator[None]:
    words.use("tr")
    yield
    words.use("en")


def found(name: str) -> Found:
    if name not in present():
        pytest.skip(f"the set {name} is not on this machine")
    return found_in(name)


def by_no_phrase(texts: Iterable[str]) -> list[str]:
    return sorted(
        text for text in set(texts) if all(grammar().read(text, kind) is None for kind in SENTENCES)
    )


def left_in_english(texts: Iterable[str]) -> list[str]:
    return sorted(text for text in set(texts) if ENGLISH.search(QUOTED.sub("", text)))


def sentences(name: str) -> list[str]:
    told_of = found(name)
    whys = [text for one in told_of.discrepancies for text in (one.why, one.severity_why, one.rule) if text]
    return whys + [part.reason for link in told_of.links for part in link.parts]


@pytest.mark.parametrize("name", SETS)
def test_every_sentence_comes_from_a_phrase(name: str) -> None:
    assert by_no_phrase(sentences(name)) == []


@pytest.mark.parametrize("name", SETS)
def test_no_sentence_stays_english(name: str) -> None:
    assert left_in_english(map(told.told, sentences(name))) == []


@pytest.mark.parametrize("name", SETS)
def test_no_value_stays_english(name: str) -> None:
    values = [
        (value.label, one.attribute)
        for one in found(name).discrepancies
        for value in one.values
        if one.attribute in NUMERIC
    ]
    assert left_in_english(told.label(label, attribute) for label, attribute in values) == []


@pytest.mark.parametrize("name", SETS)
def test_no_subject_and_no_event_stays_english(name: str) -> None:
    subjects = {told.subject(one.attribute, one.key) for one in found(name).discrepancies}
    events = {told.event_label(event.label).partition(",")[0] for event in found(name).events}
    assert left_in_english([*subjects, *events]) == []


def test_what_is_english_would_be_found() -> None:
    assert by_no_phrase(["nobody has a phrase for this"]) == ["nobody has a phrase for this"]
    assert left_in_english(["“of the” 12", "12 of 15"]) == ["12 of 15"]
