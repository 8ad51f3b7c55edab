"""What of a claim tells which event it speaks of."""

from __future__ import annotations

from datetime import date

import pytest
from event_making import claim, count, on, ordinal

from workbench.events.features import behind, families, features, series, states
from workbench.events.flow import sizes_agree
from workbench.models import EACH_SIDE, Mention

DAY = date(2025, 5, 3)
ROUND_2, ROUND_3 = (ordinal(2, "round"),), (ordinal(3, "round"),)


def test_people_and_states_are_told_apart() -> None:
    (item,) = features([claim("s1", 0, "meeting", participants=("Rusya", "Hakan Fidan", "Ukrayna"))])
    assert item.people == {"Hakan Fidan"}
    assert item.states == {"Rusya", "Ukrayna"}
    assert {"Rusya", "ABD"} <= states()


def test_a_person_is_the_same_in_every_spelling() -> None:
    here, there = features(
        [
            claim("s1", 0, "phone_call", participants=("Andrés Villarreal", "Begenç Atayev")),
            claim("s2", 0, "phone_call", participants=("Begench Atayev", "Andres Villarreal")),
        ]
    )
    assert here.people == there.people
    assert set(there.spelled.values()) == {"Andres Villarreal", "Begench Atayev"}


def test_a_delegation_is_its_state_and_who_only_helps_is_no_party() -> None:
    named = tuple(Mention(name, 0, 1, "state", name) for name in ("Türkiye", "ABD", "ABD"))
    (item,) = features(
        [
            claim(
                "s1",
                0,
                "talks",
                participants=("Rusya", "Ukrayna heyeti", "Türkiye", "ABD"),
                mentions=named,
                aspects=("helper=Türkiye", "helper=ABD"),
            )
        ]
    )
    assert item.states == {"Rusya", "Ukrayna", "ABD"}
    assert behind("Sağlık Bakanlığı") == "Sağlık Bakanlığı"


def test_who_proposes_talks_for_a_day_speaks_of_those_talks() -> None:
    said = ("brought_up=talks",)
    items = features(
        [
            claim("s1", 0, "proposal", date=on(DAY, at=3), aspects=said),
            claim("s2", 0, "proposal", date=on(DAY, basis="heading", at=3), aspects=said),
        ]
    )
    assert [item.event_type for item in items] == ["talks", "proposal"]


BEFALLEN = [
    ("who died of what was told before", "crime", "killed", "coup"),
    ("who was detained is no casualty", "crime", "detained", "crime"),
    ("a happening that kills keeps its dead", "fire", "killed", "fire"),
]


@pytest.mark.parametrize(
    ("event_type", "counted", "meant"), [pytest.param(*case[1:], id=case[0]) for case in BEFALLEN]
)
def test_casualties_are_of_a_happening_that_may_harm(event_type: str, counted: str, meant: str) -> None:
    items = features(
        [
            claim("s1", 0, "coup", date=on(DAY)),
            claim("s1", 20, "trial"),
            claim("s1", 40, event_type, quantities=(count(9, counted),)),
        ]
    )
    assert items[-1].event_type == meant


FOLLOWING = [
    ("homes are emptied before a fire", "fire", "evacuation", "fire"),
    ("an evacuation that nothing burnt for", "talks", "evacuation", "evacuation"),
    ("migrants whose boat sank", "accident", "migration", "accident"),
]


@pytest.mark.parametrize(
    ("lead", "event_type", "meant"), [pytest.param(*case[1:], id=case[0]) for case in FOLLOWING]
)
def test_what_follows_from_a_disaster_is_part_of_it(lead: str, event_type: str, meant: str) -> None:
    items = features([claim("s1", 0, lead, date=on(DAY)), claim("s1", 20, event_type)])
    assert items[-1].event_type == meant
    assert (items[-1].topic == items[0].claim) == (meant == lead)


def test_a_heading_without_an_event_tells_of_what_stands_under_it() -> None:
    items = features(
        [
            claim("s1", 0, "visit", date=on(DAY)),
            claim("s1", 20, "visit", heading=True, continues=True),
            claim("s1", 40, "talks", date=on(DAY.replace(day=9), at=41)),
        ]
    )
    assert (items[1].topic, items[1].date) == (items[2].claim, items[2].date)


def test_only_words_and_headings_date_a_claim() -> None:
    items = features(
        [
            claim("s1", 0, "talks", date=on(DAY)),
            claim("s2", 20, "talks", date=on(DAY, basis="publication")),
            claim("s3", 40, "talks", date=on(DAY, basis="heading", at=5)),
            claim("s4", 60, "talks"),
        ]
    )
    assert [item.dated for item in items] == [True, False, True, False]


def test_claims_of_one_source_are_numbered_in_order() -> None:
    items = features([claim("s1", 0, "talks"), claim("s2", 0, "talks"), claim("s1", 20, "talks")])
    assert [(item.source, item.index) for item in items] == [("s1", 0), ("s2", 0), ("s1", 1)]


def test_in_an_exchange_all_who_are_handed_over_are_one_kind() -> None:
    quantities = (count(300.0), count(301.0, "person"), count(24.0, "hour", unit="hour"))
    (item,) = features([claim("s1", 0, "prisoner_exchange", quantities=quantities)])
    assert item.sizes == {300.0, 301.0}
    assert item.counts["hour"] == {24.0}


def test_elsewhere_each_kind_is_counted_for_itself_and_parts_are_left_out() -> None:
    quantities = (count(12.0, "killed"), count(40.0, "injured"), count(3.0, "killed", part=True))
    (item,) = features([claim("s1", 0, "accident", quantities=quantities)])
    assert item.counts == {"killed": {12.0}, "injured": {40.0}}
    assert item.sizes == frozenset()


@pytest.mark.parametrize(
    ("event_type", "given", "expected"),
    [
        pytest.param("talks", ordinal(3, "round"), {"round": 3}, id="a round"),
        pytest.param("talks", ordinal(2, "time"), {"round": 2}, id="the second time is the second round"),
        pytest.param("phone_call", ordinal(2, "time"), {"call": 2}, id="or the second call"),
        pytest.param("talks", ordinal(1, "time"), {}, id="the first time says little"),
        pytest.param("energy", ordinal(1, "unit"), {}, id="a thing in a series is no event"),
        pytest.param("earthquake", ordinal(2, "time"), {}, id="quakes come in no series of times"),
    ],
)
def test_ordinals_that_tell_events_apart(event_type: str, given: object, expected: dict[str, int]) -> None:
    (item,) = features([claim("s1", 0, event_type, ordinals=(given,))])
    assert expected == dict(item.ordinals)


def test_an_exchange_still_to_come_is_dated_by_its_announcement() -> None:
    ahead, done = features(
        [
            claim("s1", 0, "prisoner_exchange", modality="agreed", date=on(DAY)),
            claim("s2", 0, "prisoner_exchange", date=on(DAY)),
        ]
    )
    assert (ahead.planned_date, done.planned_date) == (True, False)


def test_claims_under_one_dated_heading_share_a_section() -> None:
    a, b, c = features(
        [
            claim("s1", 10, "talks", date=on(DAY, basis="heading", at=0)),
            claim("s1", 30, "fire", date=on(DAY, basis="heading", at=0)),
            claim("s1", 80, "talks", date=on(date(2025, 5, 4), basis="heading", at=60)),
        ]
    )
    assert a.section == b.section != c.section


def test_the_day_of_telling_is_read_from_the_claim() -> None:
    (item,) = features([claim("s1", 0, "talks", aspects=("told=2025-05-03", "scene=after"))])
    assert (item.told, item.scene) == (DAY, "after")


def test_a_running_total_is_known() -> None:
    (item,) = features(
        [claim("s1", 0, "accident", quantities=(count(1.0, "killed", scope="running_total"),))]
    )
    assert item.running


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        pytest.param([300], [300], True, id="the same"),
        pytest.param([300], [], True, id="one is not told"),
        pytest.param([300], [390], False, id="other sizes"),
        pytest.param([270, 120], [390], True, id="parts make the whole"),
        pytest.param([270, 120], [391], True, id="or miss it by little"),
        pytest.param([270, 120], [480], False, id="but not by much"),
        pytest.param([300, 12], [12], True, id="one is shared"),
    ],
)
def test_sizes_of_one_exchange(a: list[float], b: list[float], agree: bool) -> None:
    assert agree is sizes_agree(a, b) is sizes_agree(b, a)


def test_every_type_has_a_family_and_series_are_known() -> None:
    assert families()["visit"] == families()["meeting"] == "contact"
    assert families()["aftershock"] != families()["earthquake"]
    assert "round" in series()
    assert EACH_SIDE not in series()


@pytest.mark.parametrize(
    ("kind", "changes", "dated"),
    [
        pytest.param("earthquake", {}, False, id="the day up to which aftershocks were counted"),
        pytest.param("trade", {}, True, id="a figure is of the day up to which it was counted"),
        pytest.param("earthquake", {"quantities": ()}, True, id="nothing counted"),
    ],
)
def test_the_day_up_to_which_was_counted(kind: str, changes: dict[str, object], dated: bool) -> None:
    given: dict[str, object] = {"quantities": (count(420.0, "aftershock"),), "aspects": ("as_of=2025-05-03",)}
    (item,) = features([claim("s1", 0, kind, date=on(DAY), **given | changes)])
    assert item.dated is dated


def test_a_claim_is_set_where_it_says_or_where_what_it_goes_on_about_is() -> None:
    first, second = features([claim("s1", 0, "fire", place="Rize"), claim("s1", 20, "fire", continues=True)])
    assert {"Rize", "Türkiye"} <= first.setting == second.setting
