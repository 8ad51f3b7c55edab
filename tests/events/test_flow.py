"""What a clause goes on about without naming it anew, and what it does not mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from event_making import claim, count, on, ordinal

from workbench.events.features import features

DAY = date(2025, 5, 3)


def test_a_clause_without_an_event_goes_on_about_the_last_one() -> None:
    first, second, third = features(
        [
            claim("s1", 0, "accident", date=on(DAY)),
            claim("s1", 20, "accident", continues=True),
            claim("s2", 0, "accident", continues=True),
        ]
    )
    assert second.topic == first.claim
    assert (first.topic, third.topic) == (None, None)


def test_an_undated_clause_means_the_last_event_of_its_type() -> None:
    call, quake, again, meeting = features(
        [
            claim("s1", 0, "phone_call", people=("A B", "C D")),
            claim("s1", 20, "earthquake"),
            claim("s1", 40, "earthquake"),
            claim("s1", 60, "meeting", people=("A B",)),
        ]
    )
    assert again.topic == quake.claim
    assert meeting.topic == call.claim


@pytest.mark.parametrize(
    ("first", "later"),
    [
        pytest.param({"people": ("A B",)}, {"people": ("C D",)}, id="other people"),
        pytest.param(
            {"ordinals": (ordinal(2, "round"),)}, {"ordinals": (ordinal(3, "round"),)}, id="ordinals"
        ),
        pytest.param(
            {"participants": ("Rusya", "ABD")}, {"participants": ("Rusya", "Ukrayna")}, id="other states"
        ),
        pytest.param({}, {"date": on(DAY)}, id="a date of its own"),
    ],
)
def test_what_speaks_against_going_on(first: dict[str, object], later: dict[str, object]) -> None:
    _, item = features([claim("s1", 0, "talks", **first), claim("s1", 20, "talks", **later)])
    assert item.topic is None


def test_an_aftershock_never_becomes_what_a_text_goes_on_about() -> None:
    quake, _, later = features(
        [
            claim("s1", 0, "earthquake"),
            claim("s1", 20, "aftershock"),
            claim("s1", 40, "earthquake", continues=True),
        ]
    )
    assert later.topic == quake.claim


AHEAD = {"modality": "planned"}
PAIR = {"people": ("A B", "C D")}


@pytest.mark.parametrize(
    ("kind", "first", "later", "meant"),
    [
        pytest.param("meeting", PAIR, {"people": ("A B",)}, True, id="one of the two who met"),
        pytest.param("meeting", PAIR, {"people": ("A B", "E F")}, False, id="one of them with another"),
        pytest.param("meeting", {"place": "Ankara"}, {"place": "Bolu"}, False, id="a meeting elsewhere"),
        pytest.param("accident", {"place": "Ankara"}, {"place": "Bolu"}, True, id="a place told otherwise"),
        pytest.param("talks", {}, AHEAD, False, id="talks still to come are not those that were held"),
        pytest.param("talks", AHEAD, {}, True, id="what was planned is then held"),
        pytest.param("flood", {}, AHEAD, True, id="help still to come is for the flood that struck"),
        pytest.param("proposal", {}, {}, False, id="each proposal is another"),
        pytest.param("meeting", {}, {"heading": True}, False, id="a heading names its event itself"),
        pytest.param(
            "protest", {"aspects": ("kind=strike",)}, {"aspects": ("kind=rally",)}, False, id="another kind"
        ),
        pytest.param(
            "prisoner_exchange",
            {"quantities": (count(40.0),)},
            {"quantities": (count(900.0),)},
            False,
            id="an exchange of another size",
        ),
    ],
)
def test_what_a_clause_may_mean(kind: str, first: dict[str, Any], later: dict[str, Any], meant: bool) -> None:
    told, item = features([claim("s1", 0, kind, **first), claim("s1", 20, kind, **later)])
    assert item.topic == (told.claim if meant else None)


def test_a_clause_takes_the_day_of_what_it_goes_on_about() -> None:
    _, published, undated = features(
        [
            claim("s1", 0, "accident", date=on(DAY)),
            claim("s1", 20, "accident", date=on(DAY + timedelta(1), basis="publication")),
            claim("s1", 40, "accident", continues=True),
        ]
    )
    assert [(item.date and item.date.start, item.dated) for item in (published, undated)] == [(DAY, True)] * 2


def test_a_clause_does_not_go_back_to_what_the_text_has_left_behind() -> None:
    call, _, later = features(
        [
            claim("s1", 0, "phone_call", date=on(DAY), **PAIR),
            claim("s1", 20, "talks", date=on(DAY + timedelta(30))),
            claim("s1", 40, "phone_call", **PAIR),
        ]
    )
    assert call.claim != later.topic is None


def test_after_a_list_of_days_what_counts_them_all_is_meant() -> None:
    listed = [
        claim("s1", 0, "talks", id=f"c{n}", date=on(DAY + timedelta(n)), quantities=quantities)
        for n, quantities in ((0, ()), (1, (count(2.0, None, unit="round"),)), (9, ()))
    ]
    *_, later = features([*listed, claim("s1", 20, "talks")])
    assert later.topic == "c1"


@pytest.mark.parametrize(
    ("lead", "kind", "changes", "belongs"),
    [
        pytest.param("visit", "agreement", {}, True, id="what was signed on a visit"),
        pytest.param("visit", "agreement", AHEAD, False, id="what is only to be signed"),
        pytest.param("visit", "trade", {}, False, id="a figure is no outcome"),
        pytest.param("fire", "crime", {}, True, id="arrests after a fire"),
        pytest.param("fire", "meeting", {}, False, id="a meeting is an event of its own"),
        pytest.param("visit", "agreement", {"date": on(DAY)}, False, id="a day of its own"),
    ],
)
def test_what_belongs_to_what_a_report_is_about(
    lead: str, kind: str, changes: dict[str, Any], belongs: bool
) -> None:
    first, item = features([claim("s1", 0, lead), claim("s1", 20, kind, **changes)])
    assert item.topic == (first.claim if belongs else None)


def test_a_day_long_before_is_that_of_another_event() -> None:
    _, older, found = features(
        [
            claim("s1", 0, "match", date=on(DAY)),
            claim("s1", 20, "match", continues=True, date=on(DAY - timedelta(200))),
            claim("s1", 40, "match", continues=True, date=on(DAY + timedelta(1))),
        ]
    )
    assert [(item.date and item.date.start, item.dated) for item in (older, found)] == [
        (DAY - timedelta(200), True),
        (DAY, True),
    ]


@pytest.mark.parametrize(
    ("lead", "kind", "counted", "read_as"),
    [
        pytest.param("prisoner_exchange", "crime", "prisoner", "prisoner_exchange", id="detainees exchanged"),
        pytest.param("prisoner_exchange", "visit", "prisoner_of_war", "prisoner_exchange", id="flown home"),
        pytest.param("prisoner_exchange", "crime", "suspect", "crime", id="suspects of something else"),
        pytest.param("visit", "crime", "prisoner", "crime", id="no exchange"),
    ],
)
def test_in_a_report_of_an_exchange_prisoners_are_exchanged(
    lead: str, kind: str, counted: str, read_as: str
) -> None:
    _, item = features([claim("s1", 0, lead), claim("s1", 20, kind, quantities=(count(40.0, counted),))])
    assert item.event_type == read_as


def test_what_a_meeting_talked_about_belongs_to_it_within_the_sentence() -> None:
    scene, talked_of, later = features(
        [
            claim("s1", 0, "meeting", aspects=("scene=during",), context_start=0),
            claim("s1", 20, "trade", context_start=0),
            claim("s1", 40, "energy", context_start=40),
        ]
    )
    assert (talked_of.topic, later.topic) == (scene.claim, None)


def test_all_that_is_told_of_a_phone_call_was_said_in_it() -> None:
    call, spoken_of, later = features(
        [
            claim("s1", 0, "phone_call", aspects=("scene=during",), context_start=0),
            claim("s1", 20, "talks", context_start=0),
            claim("s1", 40, "visit", context_start=40),
        ]
    )
    assert (spoken_of.topic, later.topic) == (call.claim, None)


def test_what_happened_at_an_event_belongs_to_that_one() -> None:
    strike, rally, arrests = features(
        [
            claim("s1", 0, "protest", aspects=("kind=strike",)),
            claim("s1", 20, "protest", aspects=("kind=rally",)),
            claim("s1", 40, "crime", aspects=("within=protest",)),
        ]
    )
    assert strike.claim != arrests.topic == rally.claim


@pytest.mark.parametrize(
    ("modality", "precision", "day"),
    [
        pytest.param("planned", "year", DAY, id="the year in which a plan bears fruit"),
        pytest.param("planned", "day", date(2030, 1, 1), id="a later day of its own"),
        pytest.param("occurred", "year", date(2030, 1, 1), id="no plan"),
    ],
)
def test_what_a_plan_will_bring_in_a_later_year_is_part_of_it(
    modality: str, precision: str, day: date
) -> None:
    later = replace(on(date(2030, 1, 1), date(2030, 12, 31)), precision=precision)
    signed = claim("s1", 0, "agreement", date=on(DAY))
    _, item = features([signed, claim("s1", 20, "agreement", continues=True, modality=modality, date=later)])
    assert item.date is not None
    assert item.date.start == day
