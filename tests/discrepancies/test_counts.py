"""Numbers of one event: only like is compared with like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from discrepancy_making import FIRST, LATER, found, labels, number, on, only, origin, sound, told

from workbench.discrepancies.difference import say_quantity
from workbench.models import EACH_SIDE

Verdicts = list[tuple[str, str]]


def verdicts(*claims: Any, **event: Any) -> Verdicts:
    return [(d.verdict, d.severity) for d in only(found(*claims, **event), "count")]


def pair(a: Any, b: Any, event_type: str = "prisoner_exchange") -> Verdicts:
    return verdicts(told("s1", event_type, quantities=a), told("s2", event_type, quantities=b))


CASES: list[tuple[str, str, Any, Any, Verdicts]] = [
    ("the same number", "prisoner_exchange", number(390), number(390), []),
    ("far apart", "prisoner_exchange", number(390), number(300), [("conflict", "high")]),
    ("some way apart", "prisoner_exchange", number(390), number(400), [("tension", "low")]),
    ("close exact numbers", "prisoner_exchange", number(6057), number(6063), [("conflict", "low")]),
    ("a round number", "prisoner_exchange", number(6000), number(6057), [("tension", "low")]),
    ("a bound that fits", "prisoner_exchange", number(2300, modifier="more_than"), number(2400), []),
    ("one in a hundred off", "prisoner_exchange", number(303), number(307), [("conflict", "medium")]),
    (
        "the same side",
        "prisoner_exchange",
        number(27, side="Rusya"),
        number(12, side="Rusya"),
        [("conflict", "high")],
    ),
    ("two sides", "prisoner_exchange", number(27, side="Rusya"), number(12, side="Ukrayna"), []),
    (
        "for each side against a side",
        "prisoner_exchange",
        number(390, side=EACH_SIDE),
        number(307, side="Rusya"),
        [("conflict", "high")],
    ),
    (
        "for each side, left open by the other",
        "prisoner_exchange",
        number(390, side=EACH_SIDE),
        number(390),
        [("tension", "low")],
    ),
    (
        "for each side, another number for nobody",
        "prisoner_exchange",
        number(390, side=EACH_SIDE),
        number(500),
        [("conflict", "high")],
    ),
    ("other things counted", "accident", number(12, "killed"), number(40, "injured"), []),
    ("parts and wholes", "prisoner_exchange", number(12, part=True), number(300), []),
    (
        "a running total against one exchange",
        "prisoner_exchange",
        number(9000, scope="running_total"),
        number(300),
        [],
    ),
    ("prisoners or people, in an exchange one kind", "prisoner_exchange", number(300), number(120, "person"),
     [("conflict", "high")]),
    ("the same elsewhere is not one kind", "attack", number(300), number(120, "person"), []),
    ("counts of events are no counts of people", "talks", number(3, None, unit="round"),
     number(2, None, unit="round"), []),
    ("narrowed differently", "fire", number(16, "building"), number(12, "building", qualifier="damaged"), []),
    ("units apart", "fire", number(4, "oil", unit="litre"), number(9, "oil", unit="tonne"), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("event_type", "a", "b", "expected"), [pytest.param(*case, id=name) for name, *case in CASES]
)
def test_two_sources(event_type: str, a: Any, b: Any, expected: Verdicts) -> None:
    assert expected == pair(a, b, event_type) == pair(b, a, event_type)


def test_a_toll_that_rises_is_superseded_by_what_was_told_last() -> None:
    claims = (
        told("s1", "earthquake", quantities=number(12, "killed")),
        told("s2", "earthquake", quantities=number(40, "killed")),
    )
    (difference,) = only(found(*claims), "count")
    assert (difference.verdict, difference.severity) == ("superseded", "low")
    assert difference.suggestion in labels(difference)
    assert difference.suggestion == say_quantity(number(40, "killed"))
    assert difference.rule


def test_a_toll_that_falls_is_a_conflict() -> None:
    claims = (
        told("s1", "earthquake", quantities=number(40, "killed")),
        told("s2", "earthquake", quantities=number(12, "killed")),
    )
    assert verdicts(*claims) == [("conflict", "high")]


TOLLS: list[tuple[str, float, date, tuple[str, ...], float, date, tuple[str, ...], str]] = [
    ("later and higher", 12, FIRST, (), 41, LATER, (), "superseded"),
    ("the same day, a little higher", 41, LATER, (), 43, LATER, (), "superseded"),
    ("the same day, far apart", 12, LATER, (), 41, LATER, (), "tension"),
    ("counted up to an earlier day", 12, LATER, ("as_of=2024-12-31",), 41, LATER, (), "superseded"),
    ("a correction downwards", 41, FIRST, (), 12, LATER, ("update=corrected",), "superseded"),
    ("a first finding", 41, FIRST, ("update=preliminary",), 12, LATER, (), "superseded"),
    ("later and lower", 41, FIRST, (), 12, LATER, (), "conflict"),
    ("told back with a later figure", 41, LATER, ("update=former",), 43, LATER, (), "superseded"),
    ("three digits and a zero more", 2310, FIRST, (), 23100, LATER, (), "tension"),
    ("a round number and a zero more", 2000, FIRST, (), 20000, LATER, (), "superseded"),
]


@pytest.mark.parametrize(
    ("a", "day_a", "how_a", "b", "day_b", "how_b", "verdict"),
    [pytest.param(*case, id=name) for name, *case in TOLLS],
)
def test_tolls_by_their_time_of_telling(
    a: float, day_a: date, how_a: tuple[str, ...], b: float, day_b: date, how_b: tuple[str, ...], verdict: str
) -> None:
    sources = {"s1": origin("s1", day_a), "s2": origin("s2", day_b)}
    claims = (
        told("s1", "earthquake", quantities=number(a, "killed"), aspects=how_a),
        told("s2", "earthquake", quantities=number(b, "killed"), aspects=how_b),
    )
    for order in (claims, claims[::-1]):
        assert [d.verdict for d in only(found(*order, sources=sources), "count")] == [verdict]


def test_one_source_s_two_tolls_do_not_replace_each_other() -> None:
    claims = (
        told("s1", "earthquake", quantities=number(12, "killed")),
        told("s1", "earthquake", quantities=number(40, "killed"), start=50),
    )
    assert verdicts(*claims) == [("conflict", "high")]


def test_what_an_article_tells_back_itself_is_replaced() -> None:
    former = told("s1", "earthquake", quantities=number(43, "killed"), aspects=("update=former",))
    now = told("s1", "earthquake", quantities=number(41, "killed"), start=50)
    assert verdicts(former, now) == [("superseded", "low")]


LEFT: list[tuple[str, float, date, float, date, list[str]]] = [
    ("fewer and later", 25, FIRST, 23, LATER, ["superseded"]),
    ("far fewer: only some went to hospital", 25, FIRST, 10, LATER, []),
    ("fewer, the same day", 25, LATER, 23, LATER, []),
    ("digits in another order", 32, LATER, 23, LATER, ["tension"]),
]


@pytest.mark.parametrize(
    ("all_of_them", "day", "left", "day_left", "expected"),
    [pytest.param(*case, id=name) for name, *case in LEFT],
)
def test_those_who_are_left(
    all_of_them: float, day: date, left: float, day_left: date, expected: list[str]
) -> None:
    sources = {"s1": origin("s1", day), "s2": origin("s2", day_left)}
    claims = (
        told("s1", "accident", quantities=number(all_of_them, "injured")),
        told("s2", "accident", quantities=number(left, "hospitalised")),
    )
    for order in (claims, claims[::-1]):
        assert [d.verdict for d in only(found(*order, sources=sources), "count")] == expected


LENGTHS: list[tuple[str, str, str, bool]] = [
    ("both of the event itself", "Görüşme 2 saat sürdü", "İki bakan 3 saat görüştü", True),
    ("one of something else", "Görüşme 2 saat sürdü", "Toplantıya 3 saat ara verildi", False),
    ("stayed at a place", "Heyet tesiste 2 saat kaldı", "İnceleme 3 saat sürdü", True),
    ("what is left until then", "Görüşmeye 2 saat kaldı", "Görüşme 3 saat sürdü", False),
]


@pytest.mark.parametrize(
    ("one", "other", "differ"), [pytest.param(*case, id=name) for name, *case in LENGTHS]
)
def test_how_long_it_lasted(one: str, other: str, differ: bool) -> None:
    claims = [
        told(f"s{n}", "meeting", text=text, quantities=number(n + 1, None, unit="hour"))
        for n, text in enumerate((one, other), 1)
    ]
    assert bool(only(found(*claims), "count")) is differ


def test_a_total_so_far_is_the_toll_of_what_strikes_once() -> None:
    so_far = number(40, "killed", scope="running_total")
    assert pair(number(12, "killed"), so_far, "flood") == [("superseded", "low")]
    assert pair(number(12, "killed"), so_far, "attack") == []


def test_a_far_smaller_number_is_a_part_where_its_article_has_the_toll_too() -> None:
    claims = (
        told("s1", "earthquake", quantities=number(48, "killed")),
        told("s2", "earthquake", quantities=number(50, "killed")),
        told("s2", "earthquake", quantities=number(4, "killed"), start=50),
    )
    assert [labels(d) for d in only(found(*claims), "count")] == [{"48", "50"}]


def test_an_outlier_is_held_against_the_figure_told_nearest() -> None:
    days = [date(2025, 5, day) for day in (4, 5, 6)]
    sources = {f"s{n}": origin(f"s{n}", day) for n, day in enumerate(days, 1)}
    values = zip(sources, (2310, 23100, 3118), strict=True)
    claims = [told(s, "epidemic", quantities=number(v, "case", unit="case")) for s, v in values]
    shown = {d.verdict: labels(d) for d in only(found(*claims, sources=sources), "count")}
    assert shown.pop("superseded") == {"2310", "3118"}
    assert list(shown.values()) == [{"2310", "23100"}]


def test_what_one_article_tells_of_two_days_is_no_difference() -> None:
    claims = (
        told("s1", "body_repatriation", quantities=number(11, "body"), date=on(FIRST)),
        told("s1", "body_repatriation", quantities=number(17, "body"), date=on(LATER), start=50),
    )
    assert verdicts(*claims) == []


def test_one_sentence_counts_two_things_and_does_not_contradict_itself() -> None:
    one = told("s1", quantities=(number(300), number(12)))
    assert verdicts(one) == []
    same_sentence = replace(told("s1", quantities=number(12), start=5), context_start=0)
    assert verdicts(told("s1", quantities=number(300)), same_sentence) == []


def test_one_source_may_contradict_itself_in_two_sentences() -> None:
    claims = (told("s1", quantities=number(300)), told("s1", quantities=number(120), start=50))
    assert verdicts(*claims) == [("conflict", "medium")]


def test_a_whole_and_its_two_parts_are_no_contradiction() -> None:
    claims = (
        told("s1", quantities=number(270)),
        told("s1", quantities=number(120), start=50),
        told("s2", quantities=number(390)),
    )
    found_ = only(found(*claims), "count")
    assert not any({"270", "390"} <= labels(d) and "120" not in labels(d) for d in found_)


def test_a_heading_counts_only_where_its_text_says_nothing() -> None:
    heading = told("s1", quantities=number(500), heading=True)
    text, other = told("s1", quantities=number(390), start=50), told("s2", quantities=number(390))
    assert verdicts(heading, text, other) == []
    assert verdicts(heading, other) == [("conflict", "high")]


def test_two_institutions_may_measure_differently_but_one_may_not() -> None:
    def measured(source: str, value: float, speaker: str | None) -> Any:
        quantity = number(value, "magnitude", unit="magnitude")
        return told(source, "earthquake", quantities=quantity, speaker=speaker)

    assert verdicts(measured("s1", 4.8, "AFAD"), measured("s2", 5.1, "USGS")) == [("tension", "low")]
    assert verdicts(measured("s1", 4.8, "AFAD"), measured("s2", 5.1, "AFAD"))[0][0] == "conflict"
    assert verdicts(measured("s1", 4.8, None), measured("s2", 5.1, None))[0][0] == "conflict"


def test_one_thing_counted_three_ways_is_one_discrepancy() -> None:
    claims = [told(f"s{n}", quantities=number(value)) for n, value in ((1, 390), (2, 300), (3, 123))]
    (difference,) = only(found(*claims), "count")
    assert {v.claim for v in difference.values} == {c.id for c in claims}
    assert sound(difference, claims)
    assert difference.key == "prisoner_of_war"


def test_the_order_of_claims_makes_no_difference() -> None:
    claims = [told(f"s{n}", quantities=number(value)) for n, value in ((1, 390), (2, 300), (3, 390))]
    assert len({repr(found(*order)) for order in permutations(claims)}) == 1


def test_values_stand_in_order_of_telling_and_point_at_their_words() -> None:
    sources = {"s1": origin("s1", LATER), "s2": origin("s2", FIRST)}
    claims = (
        told("s1", quantities=number(390, expr="390", start=2, end=5)),
        told("s2", quantities=number(120, expr="120", start=7, end=10)),
    )
    (difference,) = only(found(*claims, sources=sources), "count")
    assert [(v.source, v.quote, v.start, v.end) for v in difference.values] == [
        ("s2", "120", 7, 10),
        ("s1", "390", 2, 5),
    ]


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        pytest.param(number(1000, side=EACH_SIDE), "1000 each", id="each side"),
        pytest.param(number(6000, modifier="more_than"), "more than 6000", id="more than"),
        pytest.param(number(6, modifier="at_least"), "at least 6", id="at least"),
        pytest.param(number(4.5, modifier="between", low=4.0, high=5.0), "4 to 5", id="between"),
        pytest.param(number(538, total=True), "538 in total", id="a sum"),
        pytest.param(number(27, side="Rusya"), "27 (Rusya)", id="a side"),
        pytest.param(number(12.5, None, unit="percent"), "12.5%", id="a percentage"),
        pytest.param(number(4.8, "magnitude", unit="magnitude"), "4.8", id="a magnitude"),
        pytest.param(number(1_250_000), "1.25 million", id="millions in words"),
        pytest.param(number(16, "building", unit="building"), "16", id="what is counted is the key's"),
        pytest.param(number(7, "depth", unit="kilometre"), "7 kilometre", id="a unit"),
    ],
)
def test_a_number_in_a_reader_s_words(quantity: Any, expected: str) -> None:
    assert expected == say_quantity(quantity)


def test_no_numbers_no_differences() -> None:
    assert found(told("s1"), told("s2")) == []


DEPUTIES = number(198, "member_of_parliament", unit="member_of_parliament")
OTHERS = number(50, "member_of_parliament", unit="member_of_parliament")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(("vekil", "oy"), ("vekil", "salon"), [], id="a bare noun: they did other things"),
        pytest.param(("vekil", "oy"), ("vekil", "oy"), ["conflict"], id="the same was done"),
    ],
)
def test_a_plain_noun_needs_what_was_done(
    first: tuple[str, ...], second: tuple[str, ...], expected: list[str]
) -> None:
    one = told("s1", "finance", quantities=DEPUTIES, lemmas=first)
    other = told("s2", "finance", quantities=OTHERS, lemmas=second)
    assert [verdict for verdict, _ in verdicts(one, other, event_type="finance")] == expected


def test_an_expectation_is_no_figure_to_hold_against_what_came() -> None:
    hoped = told("s1", quantities=number(300), modality="expected")
    assert verdicts(hoped, told("s2", quantities=number(390))) == []


def test_several_things_in_one_unit_are_not_taken_for_each_other() -> None:
    food, drugs = number(2400, None, unit="tonne"), number(35, None, unit="tonne")
    load = told("s1", "other", quantities=(food, drugs))
    assert verdicts(load, told("s2", "other", quantities=number(53, None, unit="tonne"))) == []


def test_numbers_of_nothing_named_are_not_compared() -> None:
    votes, offices = number(312, None, unit="number"), number(3, None, unit="number")
    assert pair(votes, offices, "finance") == []
