"""What cannot be one event, however alike the words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from event_making import feature, on

from workbench.events.barriers import cannot_link
from workbench.events.features import Features
from workbench.events.grouping import group

DAY = date(2025, 5, 3)


def dated(days: int = 0, **changes: Any) -> dict[str, Any]:
    return {"date": on(DAY + timedelta(days)), "dated": True, **changes}


LONG: dict[str, Any] = {"counts": {"minute": frozenset({40})}, "source": "s1"}
MET: dict[str, Any] = {
    "people": frozenset({"Ece Su", "Ali Kaya"}),
    "place": "Ankara",
    "family": "contact",
    "source": "s1",
}


STORY = (("oraz", 1.0), ("kulan", 1.0))
MET_ALONE: dict[str, Any] = dated(
    event_type="meeting",
    family="contact",
    place="Ankara",
    source="s1",
    story=STORY,
    people=frozenset({"Ece Su"}),
)
MET_NEXT = MET_ALONE | dated(1) | {"source": "s2"}


def quake(days: int = 0, source: str | None = None, **counts: float) -> dict[str, Any]:
    held = {name: frozenset({value}) for name, value in counts.items()}
    kind = {"event_type": "earthquake", "family": "earthquake", "counts": held}
    return dated(days, **kind, source=source or f"s{days + 1}")


def deal(days: int = 0, source: str = "s1", *names: str) -> dict[str, Any]:
    story = tuple((name, 1.0) for name in names)
    return dated(days, event_type="agreement", family="deal", source=source, story=story)


CASES: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("nothing known", {}, {}, False),
    ("one round", {"ordinals": {"round": 2}}, {"ordinals": {"round": 2}}, False),
    ("two rounds", {"ordinals": {"round": 2}}, {"ordinals": {"round": 3}}, True),
    ("a round and a stage", {"ordinals": {"round": 2}}, {"ordinals": {"stage": 3}}, False),
    ("one day", dated(), dated(), False),
    ("talks on the next day", dated(), dated(1), False),
    ("talks two days on", dated(), dated(2), True),
    (
        "a meeting in one place a day off, in one story",
        MET_ALONE,
        MET_NEXT,
        False,
    ),
    (
        "a meeting in one place a day off",
        MET_ALONE | {"story": ()},
        MET_NEXT,
        True,
    ),
    ("calls on two days", dated(event_type="phone_call"), dated(1, event_type="phone_call"), True),
    ("a quake on the next day", quake(), quake(1), True),
    ("a quake told alike, a day off", quake(buildings=412), quake(1, buildings=412), False),
    ("a quake told alike, two days off", quake(buildings=412), quake(2, buildings=412), True),
    ("a deal of one story, a day off", deal(0, "s1", "oraz", "kulan"), deal(1, "s2", "oraz", "kulan"), False),
    (
        "a deal of one story, two days off",
        deal(0, "s1", "oraz", "kulan"),
        deal(2, "s2", "oraz", "kulan"),
        True,
    ),
    ("deals of two stories", deal(0, "s1", "oraz", "kulan"), deal(1, "s2", "oraz", "tarim"), True),
    ("a number too small to know it by", quake(buildings=2), quake(1, buildings=2), True),
    ("one source tells of two days", quake(buildings=412), quake(1, "s1", buildings=412), True),
    (
        "a call as long as the one before",
        dated(event_type="phone_call", **LONG),
        dated(1, event_type="phone_call", **{**LONG, "source": "s2"}),
        True,
    ),
    (
        "the same people in the same place, a day off",
        dated(event_type="meeting", **MET),
        dated(1, event_type="meeting", **{**MET, "source": "s2"}),
        False,
    ),
    (
        "a fire of last month, told on the first",
        {**dated(event_type="fire"), "family": "fire"},
        {
            "event_type": "fire",
            "family": "fire",
            "dated": True,
            "date": on(date(2025, 4, 3), date(2025, 5, 2)),
        },
        True,
    ),
    ("a visit of three days", dated(event_type="visit"), dated(2, event_type="visit"), False),
    ("a month apart", dated(), dated(31), True),
    ("a plan moved by three days", dated(modality="planned"), dated(3), False),
    ("a plan moved by a month", dated(modality="planned"), dated(31), True),
    ("a day of publication excludes nothing", dated(), {**dated(31), "dated": False}, False),
    ("agreed on one day, carried out on another", dated(planned_date=True), dated(8), False),
    ("a day inside a stretch", {"date": on(DAY, DAY + timedelta(9)), "dated": True}, dated(5), False),
    (
        "two weeks of an outbreak",
        dated(event_type="epidemic", family="health"),
        dated(20, event_type="epidemic", family="health"),
        False,
    ),
    (
        "two outbreaks",
        dated(event_type="epidemic", family="health"),
        dated(400, event_type="epidemic", family="health"),
        True,
    ),
    (
        "what is to be done against an outbreak",
        dated(event_type="epidemic", family="health"),
        dated(20, event_type="epidemic", family="health", modality="planned"),
        True,
    ),
    (
        "told as still to come after it was over",
        {"modality": "expected", "told": DAY + timedelta(5)},
        dated(),
        True,
    ),
    ("told as still to come before it", {"modality": "expected", "told": DAY - timedelta(5)}, dated(), False),
]


@pytest.mark.parametrize(
    ("a", "b", "apart"), [pytest.param(a, b, apart, id=name) for name, a, b, apart in CASES]
)
def test_what_cannot_be_one_event(a: dict[str, Any], b: dict[str, Any], apart: bool) -> None:
    first, second = feature(**a), feature(**b)
    assert apart is bool(cannot_link(first, second)) is bool(cannot_link(second, first))


def items(*changes: dict[str, Any]) -> list[Features]:
    return [replace(feature(**change), claim=f"c{n}") for n, change in enumerate(changes)]


def test_likely_pairs_join_and_the_rest_stay_alone() -> None:
    groups = group(items({}, {}, {}), [(5.0, 0, 2)], 3.0, {})
    assert groups == [[0, 2], [1]]


def test_a_score_below_the_threshold_joins_nothing() -> None:
    assert group(items({}, {}), [(2.9, 0, 1)], 3.0, {}) == [[0], [1]]


def test_a_claim_in_the_middle_joins_no_two_that_exclude_each_other() -> None:
    """The surer link wins; the other would put two rounds into one event."""
    three = items({"ordinals": {"round": 2}}, {}, {"ordinals": {"round": 3}})
    assert group(three, [(4.0, 0, 1), (9.0, 1, 2)], 3.0, {}) == [[0], [1, 2]]
    assert group(three, [(9.0, 0, 1), (4.0, 1, 2)], 3.0, {}) == [[0, 1], [2]]


def test_days_far_apart_are_not_joined_through_an_undated_claim() -> None:
    three = items(dated(), {}, dated(31))
    assert group(three, [(9.0, 0, 1), (8.0, 1, 2)], 3.0, {}) == [[0, 1], [2]]


def test_exchanges_of_two_sizes_are_not_joined() -> None:
    two = items(*({"event_type": "prisoner_exchange", "sizes": frozenset({n})} for n in (300.0, 84.0)))
    assert group(two, [(9.0, 0, 1)], 3.0, {}) == [[0], [1]]


def test_two_reports_of_one_day_s_exchange_may_differ_a_little() -> None:
    two = items(*(dated(event_type="prisoner_exchange", sizes=frozenset({n})) for n in (303.0, 307.0)))
    assert group(two, [(9.0, 0, 1)], 3.0, {}) == [[0, 1]]


def test_the_order_of_links_makes_no_difference() -> None:
    many = items(*({} for _ in range(5)))
    links = [(5.0, 0, 1), (4.0, 1, 2), (6.0, 3, 4)]
    assert group(many, links, 3.0, {}) == group(many, links[::-1], 3.0, {}) == [[0, 1, 2], [3, 4]]


def test_what_has_no_day_joins_neither_of_two_it_may_as_well_be() -> None:
    """ "The talks" may be any round; where one is clearly meant it is joined."""
    three = items(dated(), {}, dated(31))
    assert group(three, [(4.0, 0, 1), (3.8, 1, 2)], 3.0, {}) == [[0], [1], [2]]
    assert group(three, [(4.0, 0, 1), (3.1, 1, 2)], 3.0, {}) == [[0, 1], [2]]


def test_two_meetings_of_one_man_are_not_joined_through_a_third_claim() -> None:
    pairs = ({"A", "B"}, {"A"}, {"A", "C"})
    three = items(*(dated(event_type="meeting", family="contact", people=frozenset(pair)) for pair in pairs))
    assert group(three, [(9.0, 0, 1), (8.0, 1, 2)], 3.0, {}) == [[0, 1], [2]]


def test_undated_words_mean_the_event_at_the_place_they_name() -> None:
    here, there, said = (
        dated(place="Ankara"),
        dated(31, place="Konya"),
        {"place": "Konya"},
    )
    links = [(4.2, 0, 1), (4.0, 1, 2)]
    assert group(items(here, said, there), links, 3.0, {}) == [[0], [1, 2]]
    assert group(items(here, {}, there), links, 3.0, {}) == [[0], [1], [2]]


def test_between_two_of_one_series_more_must_speak_for_the_one() -> None:
    rounds = (dated(ordinals={"round": 2}), {}, dated(31, ordinals={"round": 3}))
    assert group(items(*rounds), [(4.0, 0, 1), (3.2, 1, 2)], 3.0, {}) == [[0], [1], [2]]
    assert group(items(*rounds), [(4.5, 0, 1), (3.2, 1, 2)], 3.0, {}) == [[0, 1], [2]]


def test_a_total_of_several_is_no_exchange_of_a_day_even_through_a_third_claim() -> None:
    swap = {"event_type": "prisoner_exchange", "family": "exchange"}
    three = items(dated(**swap), swap, swap | {"running": True, "source": "s3"})
    assert group(three, [(9.0, 0, 1), (8.0, 1, 2)], 3.0, {}) == [[0, 1], [2]]


def test_a_count_of_events_is_none_of_them_even_through_a_third_claim() -> None:
    three = items(dated(), {"topic": "c0"}, {"plural": True, "source": "s3"})
    assert group(three, [(9.0, 0, 1), (8.0, 1, 2)], 3.0, {}) == [[0, 1], [2]]


def test_what_has_no_day_first_finds_its_event_by_itself() -> None:
    """ "The talks" of one source do not drag those of another along into the wrong event."""
    four = [replace(item, source=f"s{n}") for n, item in enumerate(items(dated(), {}, {}, dated(31)))]
    links = [(9.0, 1, 2), (5.0, 0, 1), (5.0, 2, 3)]
    assert group(four, links, 3.0, {}) == [[0, 1], [2, 3]]


def test_who_is_detained_after_a_disaster_is_an_event_of_its_own() -> None:
    arrest = {"event_type": "crime", "family": "crime", "topic": "c0"}
    fire, held = feature(event_type="fire", family="fire"), feature(**arrest)
    assert cannot_link(fire, held) == "who was detained for it is another matter than what happened"
    assert cannot_link(feature(event_type="protest", family="protest"), held) is None


def test_a_strike_is_no_rally() -> None:
    strike, rally = (feature(kinds=frozenset({kind})) for kind in ("strike", "rally"))
    assert cannot_link(strike, rally) == "a strike is no rally"


def test_nothing_to_group() -> None:
    assert group([], [], 3.0, {}) == []


def test_claims_that_a_reviewer_parted_stay_apart_even_through_a_third() -> None:
    three = items({}, {}, {})
    links = [(9.0, 0, 1), (8.0, 1, 2)]
    parted = {"c0": frozenset({"c2"}), "c2": frozenset({"c0"})}
    assert group(three, links, 3.0, {}) == [[0, 1, 2]]
    assert group(three, links, 3.0, parted) == [[0, 1], [2]]


def exchange(size: float, source: str, days: int = 0, **changes: Any) -> dict[str, Any]:
    kind = {"event_type": "prisoner_exchange", "family": "exchange", "sizes": frozenset({size})}
    return dated(days, **kind, source=source, **changes)


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        pytest.param(exchange(390, "s1"), exchange(309, "s2"), True, id="two accounts of one day"),
        pytest.param(exchange(390, "s1"), exchange(309, "s1"), False, id="one source tells of two"),
        pytest.param(exchange(1000, "s1"), exchange(303, "s2"), False, id="the whole and a stage"),
        pytest.param(exchange(390, "s1"), exchange(309, "s2", dated=False), False, id="a day of publication"),
    ],
)
def test_sizes_that_differ_on_one_day(a: dict[str, Any], b: dict[str, Any], joined: bool) -> None:
    found = group(items(a, b), [(5.0, 0, 1)], 3.0, {})
    assert found == ([[0, 1]] if joined else [[0], [1]])
