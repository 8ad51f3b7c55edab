"""English text is found again as the phrase that made it, with its values."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.phrases import (
    decisions,
    differences,
    errors,
    fetching,
    likeness,
    notes,
    records,
    severities,
    values,
)
from workbench.phrases.all_of_them import ROOMS, SENTENCES, grammar
from workbench.phrases.phrase import Phrase
from workbench.phrases.reading import LISTS, OPEN, TERMINALS, Grammar, Reading

PHRASES = [
    pytest.param(one, id=f"{room.__name__.rpartition('.')[2]}.{name}")
    for room in ROOMS
    for name, one in vars(room).items()
    if isinstance(one, Phrase)
]
NAMES = ["AFAD", "Recep Tayyip Erdoğan", "Kandilli Rasathanesi", "Ben-Gurion", "Rusya heyeti"]
NUMBERS = ["0", "17", "390", "1000", "6.5", "51.84", "10,000,000", "1.5 million", "63.4 billion", "6.34e+10"]
DAYS = ["24 Nov 2025", "May 2025", "2025", "16 May 2025 to 25 May 2025", "11 May"]
LABELS = ["390", "at least 17", "1000 each", "18 (Türkiye)", "12%", "29870 tonne", "agreed", "16 in total"]


def listed(parts: list[str]) -> st.SearchStrategy[str]:
    """ "a", "a and b", "a, b and c"."""
    return st.lists(st.sampled_from(parts), min_size=1, max_size=3, unique=True).map(
        lambda some: some[0] if len(some) == 1 else f"{', '.join(some[:-1])} and {some[-1]}"
    )


MADE_UP: Mapping[str, st.SearchStrategy[str]] = {
    "number": st.sampled_from(NUMBERS),
    "figure": st.sampled_from([*NUMBERS, "22:48"]),
    "year": st.sampled_from(["1999", "2025"]),
    "percent": st.sampled_from(["43%", "0.7%", "less than 0.1%"]),
    "sum": st.lists(st.sampled_from(NUMBERS), min_size=2, max_size=3).map(" + ".join),
    "iso_day": st.dates().map(lambda day: day.isoformat()),
    "zone": st.sampled_from(["TSİ", "GMT"]),
    "weekday": st.sampled_from(["Monday", "Sunday"]),
    "amount": st.sampled_from(["17", "4 to 5", "12%", "300 cubic metre", "1.5 million USD"]),
    "stated": st.sampled_from(["17", "at least 17", "more than 4 to 5%", "about 30 cubic metre"]),
    "origin counts": st.sampled_from(["2 and 3", "2 and 2 and 4"]),
    "clocks": listed(["22:48", "20:48", "04:15"]),
    "label": st.sampled_from(LABELS),
    "labels": listed(LABELS),
    "changes": st.just("66 → 76; 26 May 2025 → 27 May 2025"),
    "steps": st.lists(st.sampled_from(LABELS), min_size=2, max_size=4).map(" → ".join),
    "noun": st.sampled_from(["prisoner of war", "killed", "cubic metre", "phone calls"]),
    "counted": st.sampled_from(["released", "prisoner of war"]),
    "unit": st.sampled_from(["tonne", "cubic metre", "USD"]),
    "thing": st.sampled_from(["event", "claim"]),
    "claim": st.sampled_from(["“12 people died”", "“12 people: it (all) died” (c12)", "c12"]),
    "id": st.sampled_from(["k3bc917", "c12"]),
    "series": st.sampled_from(["stage", "round", "week_of_league"]),
    "reviewer": st.sampled_from(["Ayşe", "A. B. Yılmaz"]),
    "clock": st.sampled_from(["22:48", "04:15"]),
    "file": st.sampled_from(["a.txt", "/tmp/claims.db"]),
    "article": st.sampled_from(["b.txt", "“yangın, 2 of them and more.txt”", "an article"]),
    "articles": st.sampled_from(["b.txt", "a.txt, b.txt", "a.txt, b.txt, c.txt and 2 more articles"]),
    "claims": st.sampled_from(["1 claim of b.txt", "2 claims of a.txt, 1 of b.txt and 3 of c.txt"]),
    "text": st.sampled_from(["k3bc917", "accept", "claim"]),
    "event": st.sampled_from(["earthquake, Bolu, 16 May 2025", "coup"]),
    "event_type": st.sampled_from(["phone call", "earthquake"]),
    "day": st.sampled_from(DAYS),
    "days": listed(DAYS),
    "weekdays": st.sampled_from(["16 May 2025 is a Friday", "1 May 2025 is a Friday and 2 May is a Monday"]),
    "name": st.sampled_from(NAMES),
    "names": listed(NAMES),
    "groups of names": st.lists(listed(NAMES), min_size=1, max_size=2).map("; ".join),
    "quoted places": listed(["“Ankara or İstanbul”", "“İstanbul”"]),
    "quote": st.text(min_size=1).filter(lambda text: not {"“", "”"} & set(text)),
    "place": st.sampled_from(["İstanbul", "Bolu/Kartalkaya", "Port Sudan"]),
    "place or type": st.sampled_from(["İstanbul", "phone call"]),
}  # fmt: skip


@st.composite
def value(draw: st.DrawFn, kind: str) -> str:
    """Something that may stand at a place of that kind."""
    if kind in LISTS:
        return ", ".join(draw(st.lists(value(LISTS[kind]), min_size=1, max_size=3)))
    if kind in MADE_UP:
        return draw(MADE_UP[kind])
    phrase = draw(st.sampled_from(grammar().phrases(kind)))
    return phrase(**{name: draw(value(of)) for name, of in phrase.places})


@pytest.mark.parametrize("phrase", PHRASES)
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_a_phrase_is_found_again_with_its_values(phrase: Phrase, data: st.DataObject) -> None:
    filled = {name: data.draw(value(kind), label=name) for name, kind in phrase.places}
    assert grammar().read(phrase(**filled), phrase.kind) == Reading(phrase, filled)


def test_every_place_is_of_a_kind_that_can_be_read() -> None:
    known = {*OPEN, *TERMINALS, *LISTS, *grammar().kinds}
    assert {kind for param in PHRASES for _, kind in param.values[0].places} <= known  # type: ignore[attr-defined]
    assert set(SENTENCES) <= grammar().kinds


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        pytest.param("why", "Sources give 12 and 15 for killed: nobody knows why.", id="another cause"),
        pytest.param("why", "Sources give 12 and 15 for killed: the plan moved", id="no full stop"),
        pytest.param("rule", "the figure told last, or so", id="more behind it"),
        pytest.param("severity why", "Enormous: both may hold.", id="another severity"),
        pytest.param("severity why", "High: both may hold, and more.", id="another ground"),
        pytest.param("why", "", id="nothing"),
        pytest.param("no such kind", "the plan moved", id="a kind that there is not"),
    ],
)
def test_what_no_phrase_gives_is_not_found(kind: str, text: str) -> None:
    assert grammar().read(text, kind) is None


def test_of_two_phrases_that_fit_the_one_with_more_text_holds() -> None:
    wide, narrow = Phrase("{name} met", "met"), Phrase("{name} and {other} met", "met", other="name")
    found = Grammar([wide, narrow]).read("Anna and Ben met", "met")
    assert found == Reading(narrow, {"name": "Anna", "other": "Ben"})


AMBIGUOUS = [
    pytest.param("Sources give " + "a for b: " * 500 + "x", id="many ends of a value"),
    pytest.param("Sources give " + "1 for b: it moved. 1 is 1 times 1: " * 200, id="phrases in phrases"),
    pytest.param("High: " + "“a” weighs heavily, " * 500 + "x", id="a long list"),
    pytest.param(" and " * 2_000 + "are kin, seldom one", id="many ands"),
    pytest.param("Claims speak of " + ": " * 5_000, id="many colons"),
]


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_a_text_that_can_be_taken_apart_in_many_ways_is_given_up(text: str) -> None:
    assert [grammar().read(text, kind) for kind in ("why with slip", "why", "severity why", "label")] == [
        None
    ] * 4


def test_a_kind_is_only_given_to_a_place_that_there_is() -> None:
    with pytest.raises(ValueError, match="no place 'number'"):
        Phrase("the plan moved", "cause", number="number")


def test_the_phrases_of_the_rooms_are_told_by_their_modules() -> None:
    assert set(ROOMS) == {
        values,
        differences,
        severities,
        likeness,
        decisions,
        errors,
        fetching,
        records,
        notes,
    }
