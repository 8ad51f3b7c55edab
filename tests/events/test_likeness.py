"""How alike two claims are, part by part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from event_making import feature, on

from workbench.events.features import Features
from workbench.events.likeness import LEVELS, likeness
from workbench.events.weights import weights
from workbench.events.words import Words

DAY = date(2025, 5, 3)
NEXT, FAR = date(2025, 5, 4), date(2025, 6, 30)
LONG = "bu kentte kırk kişi birden sokağa çıktı ve yürüdü"


def pair(a: dict[str, Any], b: dict[str, Any]) -> tuple[Features, Features]:
    kinds = [dict(a), dict(b)]
    first, second = (feature(event_type=k.pop("event_type", "talks"), **k) for k in kinds)
    return replace(first, claim="ca"), replace(second, claim="cb", source=kinds[1].get("source", "s2"))


def outcomes(a: Features, b: Features) -> dict[str, float]:
    return {part.name: part.weight for part in likeness(a, b, Words())}


DATED = {"date": on(DAY), "dated": True}
CASES: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("one type", {}, {}, "type_same"),
    ("words used for one another", {}, {"event_type": "meeting"}, "type_near"),
    ("one family", {"event_type": "visit"}, {"event_type": "phone_call"}, "type_family"),
    ("a deal about anything", {"event_type": "agreement"}, {"event_type": "earthquake"}, "type_open"),
    ("other types", {"event_type": "fire"}, {"event_type": "election"}, "type_differs"),
    ("one day", DATED, DATED, "days_same"),
    ("a day inside a stretch", DATED, {"date": on(DAY, FAR), "dated": True}, "days_year"),
    ("a day inside a week", DATED, {"date": on(DAY, date(2025, 5, 9)), "dated": True}, "days_inside"),
    (
        "stretches that overlap",
        {"date": on(DAY, date(2025, 5, 9)), "dated": True},
        {"date": on(NEXT, date(2025, 5, 12)), "dated": True},
        "days_overlap",
    ),
    ("the next day", DATED, {"date": on(NEXT), "dated": True}, "days_next"),
    ("far apart", DATED, {"date": on(FAR), "dated": True}, "days_far"),
    ("told the same day", DATED, {"date": on(DAY), "dated": False}, "days_publication"),
    ("told long after", DATED, {"date": on(FAR), "dated": False}, "days_publication_far"),
    ("one ordinal", {"ordinals": {"round": 2}}, {"ordinals": {"round": 2}}, "ordinal_same"),
    ("other ordinals", {"ordinals": {"round": 2}}, {"ordinals": {"round": 3}}, "ordinal_differs"),
    ("the same people", {"people": {"A B", "C D"}}, {"people": {"A B", "C D"}}, "people_same"),
    ("two in common", {"people": {"A B", "C D"}}, {"people": {"A B", "C D", "E F"}}, "people_two"),
    ("one in common", {"people": {"A B", "C D"}}, {"people": {"A B"}}, "people_one"),
    ("each with others", {"people": {"A B", "C D"}}, {"people": {"A B", "E F"}}, "people_partly"),
    ("nobody in common", {"people": {"A B"}}, {"people": {"C D"}}, "people_differ"),
    ("the same states", {"states": {"Rusya", "ABD"}}, {"states": {"Rusya", "ABD"}}, "states_shared"),
    ("other states", {"states": {"Rusya", "ABD"}}, {"states": {"Rusya", "Çin"}}, "states_differ"),
    ("one place", {"place": "Bolu"}, {"place": "Bolu"}, "place_same"),
    ("a place in a place", {"place": "Kartalkaya"}, {"place": "Bolu"}, "place_inside"),
    (
        "set in one country",
        {"event_type": "fire", "setting": frozenset({"Rize", "Türkiye"})},
        {"event_type": "fire", "setting": frozenset({"Türkiye"})},
        "setting_shared",
    ),
    (
        "set in two countries",
        {"event_type": "fire", "setting": frozenset({"Türkiye"})},
        {"event_type": "fire", "setting": frozenset({"İtalya"})},
        "setting_differs",
    ),
    (
        "two weeks of an epidemic",
        {**DATED, "event_type": "epidemic"},
        {"date": on(date(2025, 5, 20)), "dated": True, "event_type": "epidemic"},
        "days_course",
    ),
    (
        "two days of a visit",
        {**DATED, "event_type": "visit"},
        {"date": on(NEXT), "dated": True, "event_type": "visit"},
        "days_next_one_off",
    ),
    ("other places", {"place": "Rize"}, {"place": "Bolu"}, "place_differs"),
    ("one size", {"sizes": {300.0}}, {"sizes": {300.0}}, "size_same"),
    ("other sizes", {"sizes": {300.0}}, {"sizes": {12.0}}, "count_differs"),
    ("one count", {"counts": {"killed": {12.0}}}, {"counts": {"killed": {12.0}}}, "count_same"),
    (
        "a running total",
        {"counts": {"killed": {12.0}}, "running": True},
        {"counts": {"killed": {40.0}}},
        "running_differs",
    ),
    ("one quotation", {"quote": LONG}, {"quote": LONG + " gece"}, "quote"),
    ("going on about the other", {"topic": "cb"}, {}, "flow"),
    ("going on about one thing", {"topic": "cx"}, {"topic": "cx"}, "flow_siblings"),
    ("one dated heading", {"section": ("s1", 4)}, {"section": ("s1", 4)}, "flow_section"),
    (
        "two dated headings",
        {"section": ("s1", 4)},
        {"section": ("s1", 90), "source": "s1"},
        "flow_other_section",
    ),
]


def frozen(changes: dict[str, Any]) -> dict[str, Any]:
    """Sets as the frozen sets the features hold."""
    return {
        key: frozenset(value)
        if isinstance(value, set)
        else {k: frozenset(v) for k, v in value.items()}
        if key == "counts"
        else value
        for key, value in changes.items()
    }


@pytest.mark.parametrize(
    ("a", "b", "outcome"), [pytest.param(a, b, outcome, id=name) for name, a, b, outcome in CASES]
)
def test_each_level_says_what_it_found(a: dict[str, Any], b: dict[str, Any], outcome: str) -> None:
    first, second = pair(frozen(a), frozen(b))
    if weights().parts[outcome] == 0:
        assert outcome not in outcomes(first, second)
        return
    found = outcomes(first, second)
    assert outcome in found
    assert (found[outcome] > 0) == (weights().parts[outcome] > 0)


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=name) for name, a, b, _ in CASES])
def test_likeness_is_the_same_both_ways_and_every_part_gives_a_reason(
    a: dict[str, Any], b: dict[str, Any]
) -> None:
    first, second = pair(frozen(a), frozen(b))
    words = Words()
    parts = likeness(first, second, words)
    assert sum(p.weight for p in parts) == pytest.approx(
        sum(p.weight for p in likeness(second, first, words))
    )
    assert all(p.reason and p.weight and p.name in weights().parts for p in parts)
    assert len(parts) <= len(LEVELS)


def test_claims_that_share_nothing_get_no_parts_for_what_is_not_told() -> None:
    first, second = pair({}, {})
    assert [p.name for p in likeness(first, second, Words())] == ["type_same"]


def test_days_of_a_plan_and_of_its_deed_are_not_compared() -> None:
    first, second = pair({**DATED, "planned_date": True}, {"date": on(FAR), "dated": True})
    assert not any(name.startswith("days") for name in outcomes(first, second))


def test_rare_words_in_common_weigh_more_than_frequent_ones() -> None:
    both, rare, common = (
        replace(feature(lemmas=lemmas), claim=str(lemmas))
        for lemmas in (("baraj", "yil"), ("baraj",), ("yil",))
    )
    words = Words()
    assert words.cosine(both, both) == pytest.approx(1.0)
    assert words.cosine(both, rare) > 2 * words.cosine(both, common) > 0
    assert words.cosine(both, rare) == pytest.approx(words.cosine(rare, both))


def test_names_are_no_words() -> None:
    """Other levels compare them."""
    first, second = pair(
        {"lemmas": ("ankara", "kar"), "place": "Ankara"}, {"lemmas": ("ankara", "yol"), "place": "Ankara"}
    )
    assert Words().cosine(first, second) == 0.0


def test_claims_without_words_are_unlike() -> None:
    first, second = pair({}, {})
    assert Words().cosine(first, second) == 0.0


CRASH: dict[str, Any] = {"event_type": "accident", "family": "accident"}
SWAP: dict[str, Any] = {
    **DATED,
    "event_type": "prisoner_exchange",
    "family": "exchange",
    "states": frozenset({"Rusya", "Ukrayna"}),
}


@pytest.mark.parametrize(
    ("a", "b", "times"),
    [
        pytest.param({}, {}, 1, id="talks may move"),
        pytest.param(CRASH, CRASH, 2, id="a crash is in one place"),
        pytest.param(
            {**CRASH, "counts": {"killed": frozenset({9.0})}},
            {**CRASH, "counts": {"killed": frozenset({9.0})}},
            1,
            id="a crash with as many victims: one place is wrong",
        ),
    ],
)
def test_another_place_speaks_most_against_what_strikes_once(
    a: dict[str, Any], b: dict[str, Any], times: int
) -> None:
    found = outcomes(*pair({**a, "place": "Rize"}, {**b, "place": "Bolu"}))
    assert found["place_differs"] == times * weights().parts["place_differs"]


@pytest.mark.parametrize(
    ("changes", "differs"),
    [
        pytest.param({}, False, id="one day and the same sides"),
        pytest.param({"date": on(NEXT)}, True, id="another day"),
        pytest.param({"dated": False}, True, id="a day of publication"),
        pytest.param({"states": frozenset({"Rusya", "ABD"})}, True, id="other sides"),
        pytest.param({"source": "s1"}, True, id="one source tells of two"),
    ],
)
def test_sizes_of_one_day_s_exchange_are_two_accounts_of_it(changes: dict[str, Any], differs: bool) -> None:
    first = {**SWAP, "sizes": frozenset({390.0})}
    second = {**SWAP, "sizes": frozenset({303.0}), **changes}
    assert ("count_differs" in outcomes(*pair(first, second))) is differs


def test_within_one_story_neither_another_kind_nor_a_late_telling_speaks_against_a_pair() -> None:
    named = (("oraz", 1.0), ("kulan", 1.0), ("bozkonak", 1.0))
    late = {"date": on(date(2025, 5, 9), basis="publication"), "dated": False}
    one, other = DATED | {"event_type": "agreement"}, late | {"event_type": "trade"}
    apart = outcomes(*pair(one, other))
    told = outcomes(*pair(one | {"story": named}, other | {"story": named}))
    assert "one_story" not in apart
    assert told["one_story"] == -(apart["type_open"] + apart["days_publication_far"])
    assert "one_story" not in outcomes(*pair(one | {"story": named}, other | {"story": named[:1]}))
