"""What makes two numbers comparable: nouns, plans, speakers, scope, owners, languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from discrepancy_making import FIRST, LATER, found, number, on, only, origin, told
from test_counts import pair, verdicts


def phrase(source: str, counted: str, value: float, *lemmas: str, **changes: Any) -> Any:
    quantity = number(value, counted, unit="person" if counted in ("worker", "person") else counted)
    return told(source, changes.pop("event_type", "agreement"), quantities=quantity, lemmas=lemmas, **changes)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(("worker", 45, "dön"), ("person", 43, "dön"), ["tension"], id="more than there are"),
        pytest.param(("worker", 43, "dön"), ("person", 45, "dön"), ["tension"], id="near: the same, perhaps"),
        pytest.param(("worker", 12, "dön"), ("person", 45, "dön"), [], id="far below: a part"),
        pytest.param(("worker", 45, "dön"), ("person", 45, "dön"), [], id="the same number"),
        pytest.param(("worker", 45, "dön"), ("person", 43, "ye"), [], id="they did other things"),
        pytest.param(("hotel", 45, "yan"), ("building", 43, "yan"), ["tension"], id="hotels are buildings"),
        pytest.param(("hotel", 45, "yan"), ("vehicle", 43, "yan"), [], id="hotels are no vehicles"),
    ],
)
def test_a_broader_noun_holds_the_narrower_one(
    a: tuple[Any, ...], b: tuple[Any, ...], expected: list[str]
) -> None:
    assert [v for v, _ in verdicts(phrase("s1", *a), phrase("s2", *b))] == expected


def test_one_article_s_part_and_whole_are_no_difference() -> None:
    assert verdicts(phrase("s1", "worker", 43, "dön"), phrase("s1", "person", 45, "dön", start=60)) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2025, 5, 6), ["superseded"], id="told before the day: a plan"),
        pytest.param(date(2025, 5, 4), ["conflict"], id="told on the day: what follows from it"),
    ],
)
def test_a_plan_is_told_before_the_event(day: date, expected: list[str]) -> None:
    plan = told("s1", quantities=number(4), modality="planned")
    deed = told("s2", quantities=number(5), date=on(day))
    assert [v for v, _ in verdicts(plan, deed, date=on(day))] == expected


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        pytest.param(("polis", "sendika"), "tension", id="two sides count a crowd"),
        pytest.param(("polis", "polis"), "conflict", id="one side counts twice"),
        pytest.param((None, "polis"), "conflict", id="who counted is not said"),
    ],
)
def test_a_crowd_is_guessed(speakers: tuple[str | None, str | None], expected: str) -> None:
    claims = [
        told(f"s{n}", "protest", quantities=number(value, noun), speaker=speaker, lemmas=("miting", "katıl"))
        for n, value, noun, speaker in (
            (1, 8_000, "person", speakers[0]),
            (2, 20_000, "protester", speakers[1]),
        )
    ]
    assert [v for v, _ in verdicts(*claims)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("İki gün süren ziyaret", ["conflict"], id="how long it lasted"),
        pytest.param("Bir gün ertelenen ziyaret", [], id="by how long it was put off"),
    ],
)
def test_the_length_of_a_delay_is_no_length_of_the_event(text: str, expected: list[str]) -> None:
    days = [number(value, None, unit="day") for value in (1, 2)]
    said: dict[str, Any] = {"event_type": "visit", "lemmas": ("ziyaret", "gün")}
    claims = (told("s1", quantities=days[0], text=text, **said), told("s2", quantities=days[1], **said))
    assert [v for v, _ in verdicts(*claims)] == expected


@pytest.mark.parametrize(
    ("people", "total", "expected"),
    [
        pytest.param(("Ece Su",), False, ["conflict"], id="the only person named has them"),
        pytest.param(("Ece Su", "Ali Kaya"), False, [], id="whose they are is open"),
        pytest.param(("Ece Su",), True, [], id="all votes are nobody's"),
    ],
)
def test_votes_are_somebody_s(people: tuple[str, ...], total: bool, expected: list[str]) -> None:
    hers = number(4_812, "vote", unit="vote", qualifier="Su")
    open_ = number(5_300, "vote", unit="vote", total=total)
    claims = (
        told("s1", "election", quantities=hers),
        told("s2", "election", quantities=open_, people=people),
    )
    assert [v for v, _ in verdicts(*claims)] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(64, ["conflict"], id="near: the same people"),
        pytest.param(7, [], id="far: some of them, or others"),
        pytest.param(460, ["conflict"], id="far, but by a zero"),
    ],
)
def test_a_plain_noun_in_another_language(value: float, expected: list[str]) -> None:
    sources = {"s1": origin("s1", FIRST), "s2": replace(origin("s2", FIRST), language="en")}
    claims = (
        told("s1", "accident", quantities=number(46, "passenger")),
        told("s2", "accident", quantities=number(value, "passenger")),
    )
    assert [d.verdict for d in only(found(*claims, sources=sources), "count")] == expected


def so_far(source: str, value: float, since: date, **changes: Any) -> Any:
    quantity = number(value, "tourist", scope="running_total")
    return told(
        source, "tourism", quantities=quantity, date=on(since, LATER), lemmas=("turist", "gel"), **changes
    )


@pytest.mark.parametrize(
    ("values", "since", "expected"),
    [
        pytest.param((9_087, 9_412), FIRST, ["superseded"], id="it went on"),
        pytest.param((9_412, 9_087), FIRST, ["conflict"], id="it cannot fall"),
        pytest.param((9_087, 9_412), date(2025, 1, 1), [], id="counted from another day"),
    ],
)
def test_running_totals_are_compared_with_their_like(
    values: tuple[float, float], since: date, expected: list[str]
) -> None:
    claims = so_far("s1", values[0], FIRST), so_far("s2", values[1], since)
    assert [v for v, _ in verdicts(*claims)] == expected


@pytest.mark.parametrize(
    ("event_type", "a", "b", "expected"),
    [
        pytest.param(
            "attack",
            number(95, "drone", unit="drone", qualifier="shot_down"),
            number(110, "drone", unit="drone", qualifier="destroyed"),
            ["conflict"],
            id="air defence destroys what it shoots down",
        ),
        pytest.param(
            "attack",
            number(95, "building", unit="building", qualifier="damaged"),
            number(110, "building", unit="building", qualifier="destroyed"),
            [],
            id="a damaged building is not destroyed",
        ),
        pytest.param(
            "prisoner_exchange", number(95, "released"), number(110, "prisoner"), ["conflict"],
            id="who is released in an exchange",
        ),
    ],
)  # fmt: skip
def test_other_words_for_the_same(event_type: str, a: Any, b: Any, expected: list[str]) -> None:
    assert [v for v, _ in pair(a, b, event_type)] == expected


def test_an_unnamed_repeat_of_an_institution_s_measure_is_that_institution_s() -> None:
    def measured(source: str, value: float, speaker: str | None, start: int) -> Any:
        quantity = number(value, "magnitude", unit="magnitude")
        return told(source, "earthquake", quantities=quantity, speaker=speaker, start=start)

    named = [measured("s1", 6.8, "USGS", 0), measured("s1", 6.9, "EMSC", 40)]
    assert [v for v, _ in verdicts(*named, measured("s2", 6.8, None, 0))] == ["tension"]
    assert [v for v, _ in verdicts(*named, measured("s2", 7.4, None, 0))] == ["conflict"]


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        pytest.param("demanded", ["conflict"], id="two demands, one told as a proposal"),
        pytest.param(None, [], id="a proposal and what came of it"),
    ],
)
def test_a_demand_is_one_in_whatever_words(qualifier: str | None, expected: list[str]) -> None:
    claims = [
        told(
            f"s{n}",
            "protest",
            quantities=number(value, "wage_rise", unit="percent", qualifier=qualifier),
            modality=m,
        )
        for n, value, m in ((1, 35, "occurred"), (2, 40, "proposed"))
    ]
    assert [v for v, _ in verdicts(*claims)] == expected


@pytest.mark.parametrize(
    ("speakers", "side", "expected"),
    [
        pytest.param(("Kuzey", "Güney"), "Kuzey", [], id="each party counts the other's losses"),
        pytest.param(("Kuzey", "Kuzey"), "Kuzey", ["conflict"], id="one party, one side left open"),
        pytest.param((None, "Güney"), "Kuzey", ["conflict"], id="nobody is named for one"),
        pytest.param(("Kuzey", "Güney"), None, ["conflict"], id="both leave the side open"),
    ],
)
def test_a_side_left_open(
    speakers: tuple[str | None, str | None], side: str | None, expected: list[str]
) -> None:
    drones = [
        number(n, "drone", unit="drone", qualifier="shot_down", side=s) for n, s in ((40, None), (61, side))
    ]
    claims = [told(f"s{n}", "attack", quantities=q, speaker=speakers[n - 1]) for n, q in enumerate(drones, 1)]
    assert [v for v, _ in verdicts(*claims)] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("s1", [], id="by days and by sides: one article makes one whole of each"),
        pytest.param("s2", ["conflict"], id="another article has made no whole of its number"),
    ],
)
def test_parts_of_one_whole_are_no_difference(source: str, expected: list[str]) -> None:
    told_in_parts = [
        told("s1", quantities=number(value), start=at * 40) for at, value in enumerate((610, 318, 292, 370))
    ]
    rest = told(source, quantities=number(240), start=200)
    shown = [v for v, _ in verdicts(*told_in_parts, rest)]
    assert shown == expected


@pytest.mark.parametrize(
    ("follows", "expected"),
    [
        pytest.param({"event_type": "aftershock"}, [], id="an aftershock's clause"),
        pytest.param({"also": number(12, "aftershock", unit="aftershock")}, [], id="the strongest of twelve"),
        pytest.param({}, ["conflict"], id="the quake's own"),
    ],
)
def test_what_an_aftershock_measured_is_not_the_quake_s(follows: dict[str, Any], expected: list[str]) -> None:
    quake, later = (number(m, "magnitude", unit="magnitude") for m in (6.1, 4.6))
    also = follows.get("also")
    second = told(
        "s2", follows.get("event_type", "earthquake"), quantities=(later, also) if also else later, lemmas=()
    )
    first = told("s1", "earthquake", quantities=quake)
    assert [d.verdict for d in only(found(first, second, event_type="earthquake"), "count")] == expected
