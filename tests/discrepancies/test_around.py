"""Looking beyond one event: detection runs on part of the events, with a lookup of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from discrepancy_making import SOURCES, event_of, number, on, only, told

from workbench.discrepancies import detect
from workbench.discrepancies.around import EventIndex, week_of
from workbench.discrepancies.view import World
from workbench.models import Claim, Event

PEOPLE = ("Ali Kaya", "Ece Su")


def calls() -> tuple[list[Claim], list[Event]]:
    """A stated number of calls, two that are dated, and an event of another type."""
    year = on(date(2025, 1, 1), date(2025, 12, 31))
    said = told("s1", "phone_call", quantities=number(7, None, unit="call"), date=year, people=PEOPLE)
    dated = [told("s2", "phone_call", date=on(date(2025, 5, d)), people=PEOPLE, start=d) for d in (3, 9)]
    other = told("s3", "fire", start=99)
    claims = [said, *dated, other]
    return claims, [event_of([c], f"e{n}", date=c.date) for n, c in enumerate(claims)]


def test_events_are_found_by_the_types_and_participants_of_their_claims() -> None:
    claims, events = calls()
    index = EventIndex(events, {c.id: c for c in claims})
    assert [e.id for e in index.of_type("phone_call", "Ali Kaya")] == ["e0", "e1", "e2"]
    assert (
        index.of_type("fire", "Ali Kaya")
        == index.of_type("phone_call", "Bo Li")
        == index.children("e0")
        == ()
    )


def test_stages_are_found_by_their_parent() -> None:
    claims = [told("s1", start=n) for n in range(3)]
    whole = event_of(claims[:1], "e-whole")
    stages = [event_of([c], f"e-{n}", parent="e-whole") for n, c in enumerate(claims[1:])]
    world = World([whole, *stages], {c.id: c for c in claims}, SOURCES)
    assert [e.id for e in world.children(whole)] == ["e-0", "e-1"]
    assert world.children(stages[0]) == ()


def test_events_are_found_by_the_days_and_aspects_of_their_claims() -> None:
    told_then = told("s1", "talks", aspects=("progress=progress", "told=2025-05-02"), speaker="Ece Su")
    dated = told("s2", "talks", date=on(date(2025, 5, 3)), aspects=("progress=no progress",))
    claims = {c.id: c for c in (told_then, dated)}
    index = EventIndex([event_of([told_then], "e0"), event_of([dated], "e1")], claims, SOURCES)
    assert [e.id for e in index.in_week("held", week_of(date(2025, 5, 2)), "Ece Su")] == ["e0"]
    assert [e.id for e in index.in_week("held", week_of(date(2025, 5, 3)), "s2")] == ["e1"]
    assert [e.id for e in index.in_week("held", week_of(date(2025, 5, 9)), "s2")] == ["e1"], "published"
    assert index.in_week("ahead", week_of(date(2025, 5, 3)), "s2") == ()
    assert index.in_week("held", week_of(date(2025, 5, 19)), "s2") == ()
    assert [e.id for e in index.stating("progress", "Ece Su")] == ["e0"]
    assert index.stating("told", "Ece Su") == ()


def test_part_of_the_events_gives_what_all_of_them_give() -> None:
    claims, events = calls()
    held = {c.id: c for c in claims}
    asked: list[tuple[str, str]] = []

    class Stored(EventIndex):
        def of_type(self, event_type: str, naming: str) -> Sequence[Event]:
            asked.append((event_type, naming))
            return super().of_type(event_type, naming)

    everything = only(detect(events, held, SOURCES), "total")
    part = only(detect(events[:1], held, SOURCES, lookup=Stored(events, held)), "total")
    assert part == everything != []
    assert {kind for kind, _ in asked} == {"phone_call"}
