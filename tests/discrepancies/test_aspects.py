"""Smaller facts of one matter that stand in several events."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from discrepancy_making import event_of, found, labels, origin, sound, told

from workbench.models import Ordinal

MAY_2, MAY_3, AUGUST, NEXT_YEAR = date(2025, 5, 2), date(2025, 5, 3), date(2025, 8, 1), date(2026, 8, 1)
PAIR = ("Ayşe Ak", "Beth Blue")
WENT_WELL, WENT_NOWHERE = {"aspects": ("progress=progress",)}, {"aspects": ("progress=no progress",)}
HERE = {"people": PAIR, "place": "İstanbul"}
OIL, GAS = {"aspects": ("stops=oil",)}, {"aspects": ("stops=gas",)}
DRAFTED, GIVEN = {"aspects": ("document=prepared",)}, {"aspects": ("document=handed over",)}
PAPER = {"people": PAIR, "lemmas": ("memorandum", "taraf")}
GOES_ON, BROKEN_OFF = {"aspects": ("course=continues",)}, {"aspects": ("course=broken off",)}
PROPOSED = {"aspects": ("brought_up=talks",), "speaker": "Ayşe Ak", "modality": "proposed"}

ACROSS: list[tuple[str, dict[str, Any], dict[str, Any], date, list[tuple[str, str]]]] = [
    (
        "progress and none, one place",
        WENT_WELL | HERE,
        WENT_NOWHERE | HERE,
        AUGUST,
        [("progress", "tension")],
    ),
    ("progress in both", WENT_WELL | HERE, WENT_WELL | HERE, AUGUST, []),
    ("another place", WENT_WELL | HERE, WENT_NOWHERE | HERE | {"place": "Cenevre"}, AUGUST, []),
    ("other parties", WENT_WELL | HERE, WENT_NOWHERE | HERE | {"people": ("Cem Can",)}, AUGUST, []),
    ("more than a year later", WENT_WELL | HERE, WENT_NOWHERE | HERE, NEXT_YEAR, []),
    ("no talks", WENT_WELL | HERE | {"event_type": "fire"}, WENT_NOWHERE | HERE, AUGUST, []),
    (
        "no place, the same two states",
        WENT_WELL | {"participants": ("Rusya", "Ukrayna")},
        WENT_NOWHERE | {"participants": ("Ukrayna heyeti", "Rusya")},
        AUGUST,
        [("progress", "tension")],
    ),
    (
        "a body named after the place",
        {"aspects": ("initiator=Ayşe Ak",), "participants": ("Ukrayna", "İstanbul Platformu")},
        {"aspects": ("initiator=Beth Blue",), "participants": ("Ukrayna",), "place": "İstanbul"},
        AUGUST,
        [("initiator", "tension")],
    ),
    (
        "begun by one, proposed by another",
        PROPOSED | {"participants": ("Ukrayna",), "place": "İstanbul"},
        {"aspects": ("initiator=Beth Blue",), "participants": ("Ukrayna",), "place": "İstanbul"},
        AUGUST,
        [("initiator", "tension")],
    ),
    (
        "proposed by both",
        PROPOSED | {"participants": ("Ukrayna",), "place": "İstanbul"},
        PROPOSED | {"participants": ("Ukrayna",), "place": "İstanbul", "speaker": "Beth Blue"},
        AUGUST,
        [],
    ),
    (
        "oil or gas, reported within days",
        OIL | {"participants": ("Türkiye",)},
        GAS | {"participants": ("Türkiye",)},
        MAY_3,
        [("stops", "tension")],
    ),
    (
        "oil or gas, months apart",
        OIL | {"participants": ("Türkiye",)},
        GAS | {"participants": ("Türkiye",)},
        AUGUST,
        [],
    ),
    ("drafted, then handed over", DRAFTED | PAPER, GIVEN | PAPER, AUGUST, [("~document", "superseded")]),
    ("handed over, then drafted: another paper", GIVEN | PAPER, DRAFTED | PAPER, AUGUST, []),
    ("papers of other nouns", DRAFTED | PAPER, GIVEN | PAPER | {"lemmas": ("rapor", "belge")}, AUGUST, []),
    ("went on, later broken off", GOES_ON | HERE, BROKEN_OFF | HERE, AUGUST, [("~course", "superseded")]),
    ("goes on and broken off on one day", GOES_ON | HERE, BROKEN_OFF | HERE, MAY_2, [("course", "conflict")]),
    (
        "what is said of one event alone",
        {"aspects": ("format=separately",)} | HERE,
        {"aspects": ("format=three sides together",)} | HERE,
        AUGUST,
        [],
    ),
]


@pytest.mark.parametrize(
    ("early", "late", "day", "expected"), [pytest.param(*case, id=name) for name, *case in ACROSS]
)
def test_claims_of_two_events(
    early: dict[str, Any], late: dict[str, Any], day: date, expected: list[tuple[str, str]]
) -> None:
    sources = {"s1": origin("s1", MAY_2), "s2": origin("s2", day)}
    a, b = (
        told(source, **{"event_type": "talks"} | fields) for source, fields in (("s1", early), ("s2", late))
    )
    events = [event_of([a], "e1"), event_of([b], "e2")]
    differences = found(a, b, sources=sources, events=events)
    assert [(d.key.replace("superseded", ""), d.verdict) for d in differences] == [
        (key.removeprefix("~") + ("~" if key.startswith("~") else ""), verdict) for key, verdict in expected
    ]
    assert all(d.event == "e2" and sound(d, [a, b]) for d in differences)


WORKS: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("one plant", {}, {}, True),
    ("other plants", {}, {"participants": ("Sinop Nükleer",)}, False),
    ("only the state is shared", {"participants": ("Türkiye",)}, {"participants": ("Türkiye",)}, False),
    ("other units", {"unit": 1}, {"unit": 2}, False),
    ("one unit", {"unit": 1}, {"unit": 1}, True),
    ("what does not last", {"event_type": "talks"}, {"event_type": "talks"}, False),
]


@pytest.mark.parametrize(
    ("early", "late", "differs"), [pytest.param(*case, id=name) for name, *case in WORKS]
)
def test_works_that_stand_in_two_events(early: dict[str, Any], late: dict[str, Any], differs: bool) -> None:
    sources = {"s1": origin("s1", MAY_2), "s2": origin("s2", AUGUST)}
    claims, events = [], []
    for source, phase, fields in (("s1", "begun", early), ("s2", "preparing", late)):
        wanted = {"event_type": "energy", "participants": ("Akkuyu Nükleer",)} | fields
        unit, named = wanted.pop("unit", None), wanted["participants"]
        ordinals = (Ordinal(unit, "unit", "x", 0, 1),) if unit else ()
        claims.append(told(source, aspects=(f"phase={phase}",), ordinals=ordinals, **wanted))
        events.append(event_of(claims[-1:], f"e-{source}", participants=named))
    shown = [(d.event, d.key) for d in found(*claims, sources=sources, events=events)]
    assert shown == ([("e-s2", "phase")] if differs else [])


def test_a_summit_to_which_only_delegations_were_sent() -> None:
    headed = told("s1", "summit", heading=True)
    sent = told("s1", "talks", aspects=("level=delegations",), start=20)
    (difference,) = found(headed, sent)
    assert (difference.attribute, labels(difference)) == ("wording", {"leaders", "delegations"})


def test_a_difference_of_two_events_is_shown_once_with_all_who_say_so() -> None:
    sources = {"s1": origin("s1", MAY_2), "s2": origin("s2", MAY_3), "s3": origin("s3", AUGUST)}
    claims = [told(s, "talks", **WENT_WELL | HERE) for s in ("s1", "s2")]
    claims.append(told("s3", "talks", **WENT_NOWHERE | HERE))
    (difference,) = found(
        *claims, sources=sources, events=[event_of([c], f"e{n}") for n, c in enumerate(claims)]
    )
    assert [value.source for value in difference.values] == ["s1", "s2", "s3"]
