"""A plan and what came of it, in two events."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from discrepancy_making import event_of, found, labels, on, only, origin, sound, told

from workbench.models import Ordinal

MAY_2, MAY_3, MAY_8, MAY_9, MAY_30 = (date(2025, 5, day) for day in (2, 3, 8, 9, 30))
SOURCES = {"s1": origin("s1", MAY_2), "s2": origin("s2", date(2025, 5, 10)), "s3": origin("s3", MAY_2)}
PAIR = ("Ayşe Ak", "Beth Blue")


def _round(value: int) -> tuple[Ordinal, ...]:
    return (Ordinal(value, "round", "x", 0, 1),)


PLACES: list[tuple[str, tuple[str | None, ...], bool]] = [
    ("named by another claim of it", ("Ankara", "İzmir"), True),
    ("named by none", ("Ankara", "Bursa"), False),
]


@pytest.mark.parametrize(("places", "moved"), [pytest.param(*case, id=name) for name, *case in PLACES])
def test_a_plan_is_known_by_any_place_of_what_took_place(places: tuple[str, ...], moved: bool) -> None:
    planned = told("s1", "agreement", modality="planned", people=PAIR, place="İzmir", date=on(MAY_2))
    held = [
        told("s2", "agreement", start=40 * n, people=PAIR, place=place, date=on(MAY_9))
        for n, place in enumerate(places)
    ]
    events = [event_of([planned], "e1"), event_of(held, "e2", date=on(MAY_9), place=places[0])]
    assert bool(only(found(planned, *held, events=events, sources=SOURCES), "date")) is moved


PLANS: list[tuple[str, dict[str, Any], dict[str, Any], set[str]]] = [
    (
        "put off by a day",
        {"event_type": "talks", "people": PAIR, "date": on(MAY_8)},
        {"event_type": "talks", "people": PAIR, "date": on(MAY_9)},
        {"status", "date"},
    ),
    (
        "held on its day",
        {"event_type": "talks", "people": PAIR, "date": on(MAY_9)},
        {"event_type": "talks", "people": PAIR, "date": on(MAY_9)},
        {"status"},
    ),
    (
        "a proposal that names day and place",
        {
            "event_type": "proposal",
            "people": PAIR[:1],
            "place": "İstanbul",
            "date": on(MAY_8),
            "modality": "proposed",
        },
        {"event_type": "talks", "people": PAIR, "place": "Dolmabahçe", "date": on(MAY_9)},
        {"status", "date"},
    ),
    (
        "a plan without a day",
        {"event_type": "meeting", "people": PAIR},
        {"event_type": "phone_call", "people": PAIR, "date": on(MAY_9)},
        {"status"},
    ),
    (
        "agreed, then carried out: the day of agreeing is not that of the exchange",
        {"event_type": "prisoner_exchange", "people": PAIR, "date": on(MAY_2), "modality": "agreed"},
        {"event_type": "prisoner_exchange", "people": PAIR, "date": on(MAY_9)},
        {"status"},
    ),
    (
        "moved to another place",
        {"event_type": "talks", "people": PAIR, "place": "İzmir", "date": on(MAY_8)},
        {"event_type": "talks", "people": PAIR, "place": "Ankara", "date": on(MAY_9)},
        {"status", "date"},
    ),
    (
        "held somewhere else in another week",
        {"event_type": "talks", "people": PAIR, "place": "İzmir", "date": on(MAY_3)},
        {"event_type": "talks", "people": PAIR, "place": "Ankara", "date": on(MAY_9)},
        set(),
    ),
    (
        "held by others",
        {"event_type": "talks", "people": PAIR, "date": on(MAY_8)},
        {"event_type": "talks", "people": ("Cem Can", "Dora Dim"), "date": on(MAY_9)},
        set(),
    ),
    (
        "another round",
        {"event_type": "talks", "people": PAIR, "date": on(MAY_8), "ordinals": _round(3)},
        {"event_type": "talks", "people": PAIR, "date": on(MAY_9), "ordinals": _round(2)},
        set(),
    ),
    (
        "weeks later",
        {"event_type": "talks", "people": PAIR, "date": on(MAY_8)},
        {"event_type": "talks", "people": PAIR, "date": on(MAY_30)},
        set(),
    ),
    (
        "another kind of event",
        {"event_type": "visit", "people": PAIR, "date": on(MAY_8)},
        {"event_type": "phone_call", "people": PAIR, "date": on(MAY_9)},
        set(),
    ),
    (
        "a clause that only goes on names no day",
        {"event_type": "talks", "people": PAIR, "continues": True},
        {"event_type": "talks", "people": PAIR, "date": on(MAY_9)},
        set(),
    ),
]


@pytest.mark.parametrize(
    ("plan", "deed", "attributes"), [pytest.param(*case, id=name) for name, *case in PLANS]
)
def test_a_plan_and_what_came_of_it(plan: dict[str, Any], deed: dict[str, Any], attributes: set[str]) -> None:
    ahead = told("s1", **{"modality": "planned"} | plan)
    done = told("s2", **deed)
    ordinal = done.ordinals[0].value if done.ordinals else None
    events = [event_of([ahead], "e1"), event_of([done], "e2", place=done.place, ordinal=ordinal)]
    differences = found(ahead, done, sources=SOURCES, events=events)
    assert {d.attribute for d in differences} == attributes
    assert {d.verdict for d in differences} <= {"superseded"}
    assert all(d.event == "e2" and sound(d, [ahead, done]) for d in differences)


def test_a_plan_that_its_own_event_answers_is_answered_there() -> None:
    plan = told("s1", "talks", people=PAIR, date=on(MAY_8), modality="planned")
    own = told("s2", "talks", people=PAIR, date=on(MAY_8), start=40)
    other = told("s2", "talks", people=PAIR, date=on(MAY_9))
    events = [event_of([plan, own], "e1"), event_of([other], "e2")]
    assert {d.event for d in found(plan, own, other, sources=SOURCES, events=events)} == {"e1"}


def test_the_reader_is_told_both_days() -> None:
    plan = told("s1", "talks", people=PAIR, date=on(MAY_8), modality="proposed")
    deed = told("s2", "talks", people=PAIR, date=on(MAY_9))
    events = [event_of([plan], "e1"), event_of([deed], "e2")]
    (moved,) = only(found(plan, deed, sources=SOURCES, events=events), "date")
    assert moved.why == "It was proposed for 8 May 2025 and took place on 9 May 2025."
    assert moved.suggestion == "9 May 2025"
    assert labels(moved) == {"8 May 2025", "9 May 2025"}


def test_what_a_meeting_agreed_on_is_no_stage_of_the_meeting() -> None:
    met = told("s2", "talks", date=on(MAY_9))
    agreed = told("s2", "talks", modality="agreed", start=20)
    assert not only(found(met, agreed, sources=SOURCES, date=met.date), "status")


def test_an_exchange_is_answered_by_an_event_of_another_type_that_tells_of_it() -> None:
    plan = told("s1", people=PAIR, modality="agreed")
    kept = told("s2", "agreement", people=PAIR, date=on(MAY_9))
    deed = told("s2", people=PAIR, date=on(MAY_9), start=40)
    events = [event_of([plan], "e1"), event_of([kept, deed], "e2")]
    differences = found(plan, kept, deed, sources=SOURCES, events=events)
    assert [(d.event, d.verdict) for d in only(differences, "status")] == [("e2", "superseded")]


def test_a_step_told_before_the_day_does_not_answer_the_plan() -> None:
    plan = told("s1", "aid_delivery", people=PAIR, date=on(MAY_8), modality="planned")
    set_out = told("s1", "aid_delivery", people=PAIR, start=40)
    arrived = told("s2", "aid_delivery", people=PAIR, date=on(MAY_9))
    events = [event_of([plan, set_out], "e1"), event_of([arrived], "e2")]
    (moved,) = only(found(plan, set_out, arrived, sources=SOURCES, events=events), "date")
    assert (moved.event, labels(moved)) == ("e2", {"8 May 2025", "9 May 2025"})


PUT_OFF = {"aspects": ("moved=put off",)}
NEWER: list[tuple[str, dict[str, Any], dict[str, Any], list[str]]] = [
    ("a newer plan for another day", {"date": on(MAY_8)}, {"date": on(MAY_9)}, ["superseded"]),
    ("for the same day", {"date": on(MAY_8)}, {"date": on(MAY_8)}, []),
    ("weeks later", {"date": on(MAY_8)}, {"date": on(MAY_30)}, []),
    ("weeks later, said to be put off", {"date": on(MAY_8)}, {"date": on(MAY_30)} | PUT_OFF, ["superseded"]),
    ("of others", {"date": on(MAY_8)}, {"date": on(MAY_9), "people": ("Cem Can",)}, []),
]


@pytest.mark.parametrize(("old", "new", "verdicts"), [pytest.param(*case, id=name) for name, *case in NEWER])
def test_a_newer_plan(old: dict[str, Any], new: dict[str, Any], verdicts: list[str]) -> None:
    first, later = (
        told(source, "talks", **{"people": PAIR, "modality": "planned"} | fields)
        for source, fields in (("s1", old), ("s2", new))
    )
    events = [event_of([first], "e1"), event_of([later], "e2")]
    differences = found(first, later, sources=SOURCES, events=events)
    assert [d.verdict for d in differences] == verdicts
    assert all((d.attribute, d.event) == ("date", "e2") and "later planned" in d.why for d in differences)
