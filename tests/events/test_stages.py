"""What is a stage of what: from the outlines of two events, and from articles in two languages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from event_making import claim, count, on, ordinal, origin, read
from hypothesis import given
from hypothesis import strategies as st

from workbench.events import match
from workbench.events.outlines import outline
from workbench.events.placing import placed
from workbench.events.stages import asks, offers, part_of
from workbench.models import Claim, Event, Quantity

MAY = date(2025, 5, 1)
PEOPLE = ("Ali Kaya", "Ece Su")


def day(number: int, until: int | None = None) -> Any:
    """A day of May 2025, or the days up to another."""
    first = MAY + timedelta(number - 1)
    return on(first, MAY + timedelta(until - 1) if until else None)


def event(event_type: str, *told: dict[str, Any], name: str = "e1", **of: Any) -> tuple[Event, list[Claim]]:
    """An event of claims of that type, each of a source of its own unless it names one."""
    claims = [
        claim(each.pop("source", f"{name}-{at}"), 20 * at + 1000 * (name == "whole"), event_type, **each)
        for at, each in enumerate(map(dict, told))
    ]
    fields = {"date": claims[0].date, "place": claims[0].place} | of
    return Event(name, name, event_type, tuple(c.id for c in claims), **fields), claims


def exchange(name: str, number: float, **changes: Any) -> tuple[Event, list[Claim]]:
    return event("prisoner_exchange", {"quantities": (count(number),), "source": "s1", **changes}, name=name)


def magnitude(size: float) -> Quantity:
    return count(size, "magnitude", unit="magnitude")


def lasted(days: int) -> Quantity:
    return count(days, None, unit="day")


WHOLE = exchange("whole", 1000, date=day(23, 25))
CASES = [
    pytest.param(exchange("e", 307, date=day(24)), WHOLE, "307 of 1000", id="a day of three"),
    pytest.param(
        exchange("e", 307, date=day(24), source="s2"), WHOLE, None, id="told of elsewhere, no name in common"
    ),
    pytest.param(exchange("e", 307, date=day(27)), WHOLE, None, id="after the whole was over"),
    pytest.param(exchange("e", 1200, date=day(24)), WHOLE, None, id="more than the whole"),
    pytest.param(exchange("e", 1000, date=day(25)), WHOLE, None, id="another report of the whole itself"),
    pytest.param(
        exchange("e", 303, date=day(25)),
        exchange("whole", 1000, date=day(25), quantities=(count(1000), lasted(3))),
        "303 of 1000",
        id="ended on its third day",
    ),
    pytest.param(
        exchange("e", 303, date=day(25)), exchange("whole", 1000, date=day(25)), None, id="two sizes"
    ),
    pytest.param(
        event("prisoner_exchange", {"date": day(24), "ordinals": (ordinal(2, "day"),), "source": "s1"}),
        WHOLE,
        "day 2 of what went on for 3 days",
        id="the second day, however many were freed",
    ),
    pytest.param(
        exchange("e", 307, date=day(24), place="Taiz"),
        exchange("whole", 1000, date=day(23, 25), place="Marib"),
        None,
        id="two exchanges in two places",
    ),
    pytest.param(
        event("meeting", {"date": day(13), "people": PEOPLE, "place": "Ankara"}),
        event("visit", {"date": day(12), "people": PEOPLE, "place": "Ankara"}, name="whole"),
        "took place at the visit in Ankara",
        id="a meeting on the second day of a visit",
    ),
    pytest.param(
        event("meeting", {"date": day(12), "people": ("Bo Li", "Ece Su"), "place": "Ankara"}),
        event(
            "visit",
            {"date": day(12), "people": PEOPLE, "place": "Ankara"},
            {"date": day(12), "people": PEOPLE[:1], "place": "Ankara"},
            name="whole",
        ),
        None,
        id="the host received somebody else that day",
    ),
    pytest.param(
        event("meeting", {"date": day(12), "people": PEOPLE, "place": "Ankara"}),
        event("meeting", {"date": day(12), "people": PEOPLE, "place": "Ankara"}, name="whole"),
        None,
        id="two meetings of the same people",
    ),
    pytest.param(
        event("phone_call", {"date": day(12), "people": PEOPLE}),
        event("attack", {"date": day(1, 30), "people": PEOPLE}, name="whole"),
        None,
        id="a call in a month of war",
    ),
    pytest.param(
        event("phone_call", {"date": day(12), "people": PEOPLE}),
        event(
            "phone_call",
            {"date": day(1, 30), "people": PEOPLE, "quantities": (count(3, None, unit="call"),)},
            name="whole",
        ),
        "one of the 3 that are counted for 1 May 2025 to 30 May 2025",
        id="one of three calls of a month",
    ),
    pytest.param(
        event("phone_call", {"date": day(12), "people": ("Ali Kaya", "Bo Li")}),
        event(
            "phone_call",
            {"date": day(1, 30), "people": PEOPLE, "quantities": (count(3, None, unit="call"),)},
            name="whole",
        ),
        None,
        id="a call with somebody else",
    ),
    pytest.param(
        event("agreement", {"date": day(16), "people": PEOPLE, "place": "Oslo"}),
        event("talks", {"date": day(16), "people": PEOPLE, "place": "Oslo"}, name="whole"),
        "took place at the talks in Oslo",
        id="agreed at a round of talks",
    ),
    pytest.param(
        event("agreement", {"date": day(19), "people": PEOPLE, "place": "Oslo"}),
        event("talks", {"date": day(16), "people": PEOPLE, "place": "Oslo"}, name="whole"),
        None,
        id="agreed days after the talks",
    ),
    pytest.param(
        event("aftershock", {"date": day(5), "quantities": (magnitude(4.1),)}, place="Van"),
        event("earthquake", {"date": day(3), "quantities": (magnitude(6.0),)}, name="whole", place="Van"),
        "came 2 days after the earthquake",
        id="an aftershock",
    ),
    pytest.param(
        event("aftershock", {"date": day(2)}, place="Van"),
        event("earthquake", {"date": day(3)}, name="whole", place="Van"),
        None,
        id="a tremor before the quake",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("stage", "whole", "reason"), CASES)
def test_what_is_a_stage_and_what_is_not(
    stage: tuple[Event, list[Claim]], whole: tuple[Event, list[Claim]], reason: str | None
) -> None:
    held = {c.id: c for _, claims in (stage, whole) for c in claims}
    mine, other = outline(stage[0], held), outline(whole[0], held)
    said = part_of(mine, other)
    assert (said or "").startswith(reason or "") and (said is None) == (reason is None)
    assert part_of(other, mine) is None
    if reason:
        assert asks(mine) & offers(other), "found by what it asks for"


def test_the_closest_of_several_wholes_is_the_parent() -> None:
    people = {"people": PEOPLE, "place": "Ankara"}
    meeting, told = event("meeting", {"date": day(12), **people}, name="m")
    visit, visited = event("visit", {"date": day(12), **people}, name="v")
    year, counted = event(
        "meeting",
        {"date": day(1, 30), "people": PEOPLE, "quantities": (count(3, None, unit="meeting"),)},
        name="y",
    )
    held = {c.id: c for c in (*told, *visited, *counted)}
    assert [e.parent for e in placed([year, meeting, visit], held)] == [None, "v", None]
    assert [e.parent for e in placed([year, meeting], held)] == [None, "y"]


KINDS = ("prisoner_exchange", "visit", "meeting", "talks", "agreement", "summit")
names = st.sets(st.sampled_from(("Ali Kaya", "Ece Su", "Bo Li")), max_size=3).map(sorted)


@st.composite
def crowds(draw: st.DrawFn) -> tuple[list[Event], dict[str, Claim]]:
    """Events of the kinds that may be stages of each other, close together."""
    events: list[Event] = []
    held: dict[str, Claim] = {}
    for number in range(draw(st.integers(2, 9))):
        kind = draw(
            st.sampled_from(("prisoner_exchange", "visit", "meeting", "talks", "agreement", "summit"))
        )
        first = draw(st.integers(1, 9))
        until = first + draw(st.integers(0, 4))
        sizes = [count(draw(st.integers(1, 9))) for _ in range(draw(st.integers(0, 2)))]
        units = draw(st.lists(st.sampled_from(("day", "meeting")), max_size=1))
        said = {
            "date": day(first, until if until > first else None),
            "people": draw(names),
            "place": draw(st.sampled_from((None, "Ankara", "Oslo"))),
            "quantities": (*sizes, *(count(draw(st.integers(1, 4)), None, unit=unit) for unit in units)),
            "ordinals": tuple(ordinal(n, "day") for n in draw(st.lists(st.integers(1, 3), max_size=1))),
            "source": draw(st.sampled_from(("s1", "s2"))),
        }
        one, claims = event(kind, said, name=f"e{number}")
        held |= {f"{number}{c.id}": c for c in claims}
        events.append(
            Event(one.id, one.label, kind, tuple(f"{number}{c}" for c in one.claims), one.date, one.place)
        )
    return events, held


@given(crowds(), st.randoms(use_true_random=False))
def test_no_event_is_a_stage_of_its_own_stage_whatever_the_order(
    crowd: tuple[list[Event], dict[str, Claim]], random: Any
) -> None:
    events, held = crowd
    parents = {e.id: e.parent for e in placed(events, held)}
    shuffled = list(events)
    random.shuffle(shuffled)
    assert {e.id: e.parent for e in placed(shuffled, held)} == parents
    for name in parents:
        above: list[str] = []
        at: str | None = name
        while at is not None:
            assert at not in above
            above.append(at)
            at = parents[at]


def families_of(texts: Sequence[tuple[str, str, date]]) -> set[tuple[str, str]]:
    """The texts of (stage, whole), each by the first words of its event's first claim."""
    sources, claims = {}, []
    for at, (text, code, told) in enumerate(texts):
        source, found = read(text, f"s{at}", told, code)
        sources[source.id] = origin(source.id, told)
        claims += found
    events = {e.id: e for e in match(claims, sources).events}
    told_of = {c.id: c.text for c in claims}
    return {(told_of[e.claims[0]], told_of[events[e.parent].claims[0]]) for e in events.values() if e.parent}


READ = [
    pytest.param(
        [
            (
                "Üç gün süren takasta toplam 900 esir değiştirildi.",
                "tr",
                date(2025, 5, 26),
            ),
            ("Takas 23-25 Mayıs 2025 tarihlerinde yapıldı ve 900 esir döndü.", "tr", date(2025, 5, 26)),
            ("Takasın ikinci gününde, 24 Mayıs 2025'te 310 esir serbest bırakıldı.", "tr", date(2025, 5, 26)),
        ],
        0,
        id="what shares no name and no article is not put together, tr",
    ),
    pytest.param(
        [
            (
                "Rusya ile Ukrayna arasındaki takas 23-25 Mayıs 2025'te yapıldı ve 900 esir değiştirildi.",
                "tr",
                date(2025, 5, 26),
            ),
            (
                "On May 24, 2025, the second day of the swap, Russia and Ukraine exchanged 310 prisoners.",
                "en",
                date(2025, 5, 24),
            ),
        ],
        1,
        id="the whole in Turkish, a day of it in English",
    ),
    pytest.param(
        [
            ("Rusya ile Ukrayna 6 Mayıs 2025'te 205 esiri takas etti.", "tr", date(2025, 5, 7)),
            (
                "Rusya ile Ukrayna arasındaki takas 23-25 Mayıs 2025'te yapıldı ve 900 esir değiştirildi.",
                "tr",
                date(2025, 5, 26),
            ),
        ],
        0,
        id="an earlier exchange of the same two, tr",
    ),
]


@pytest.mark.parametrize(("texts", "stages"), READ)
def test_stages_as_they_are_read(texts: Sequence[tuple[str, str, date]], stages: int) -> None:
    assert len(families_of(texts)) == stages
