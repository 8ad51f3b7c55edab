"""Claims of several sources to events."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from event_making import Origin, claim, count, on, ordinal, origin, read
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.events import match
from workbench.events.features import features
from workbench.events.making import say_date
from workbench.events.match import explain
from workbench.models import Claim, DateSpan, Decision, Event

DAY = date(2025, 5, 3)
LEADERS = ("Vladimir Putin", "Recep Tayyip Erdoğan")
SOURCES = {name: origin(name, date(2025, 5, 20)) for name in ("s1", "s2", "s3")}


def together(events: list[Event]) -> set[frozenset[str]]:
    return {frozenset(event.claims) for event in events}


def one_event(*claims: Claim) -> bool:
    return len(match(claims, SOURCES)[0]) == 1


def test_two_sources_of_one_call_are_one_event() -> None:
    a, b = (claim(s, 0, "phone_call", people=LEADERS, date=on(DAY)) for s in ("s1", "s2"))
    events, links, _ = match([a, b], SOURCES)
    (event,) = events
    assert set(event.claims) == {a.id, b.id}
    assert (event.event_type, event.date and event.date.start) == ("phone_call", DAY)
    assert set(event.participants) == set(LEADERS)
    assert "3 May 2025" in event.label
    (link,) = links
    assert {link.a, link.b} == {a.id, b.id}
    told = explain(*features([a, b]))
    assert (link.score, told.barrier) == (told.score, None)
    assert told.score == pytest.approx(sum(part.weight for part in told.parts), abs=1e-3)
    assert all(part.reason for part in told.parts)


def test_a_call_in_march_and_one_in_april_stay_apart() -> None:
    march, april = (
        claim(s, 0, "phone_call", people=LEADERS, date=on(date(2025, month, 3)), lemmas=("ayni", "sozler"))
        for s, month in (("s1", 3), ("s2", 4))
    )
    assert not one_event(march, april)


def test_two_rounds_of_talks_stay_apart_however_alike() -> None:
    words = tuple(f"kelime{n}" for n in range(9))
    second, third = (
        claim(s, 0, "talks", people=LEADERS, ordinals=(ordinal(n, "round"),), lemmas=words, place="İstanbul")
        for s, n in (("s1", 2), ("s2", 3))
    )
    assert not one_event(second, third)


def test_one_round_in_two_sources_is_one_event() -> None:
    a, b = (
        claim(s, 0, "talks", people=LEADERS, ordinals=(ordinal(2, "round"),), date=on(DAY))
        for s in ("s1", "s2")
    )
    events, *_ = match([a, b], SOURCES)
    assert [(len(e.claims), e.ordinal) for e in events] == [(2, 2)]


def test_an_exchange_agreed_and_then_carried_out_is_one_event() -> None:
    agreed = claim(
        "s1", 0, "prisoner_exchange", modality="agreed", date=on(DAY), quantities=(count(1000.0),),
        participants=("Rusya", "Ukrayna"),
    )  # fmt: skip
    done = claim(
        "s2", 0, "prisoner_exchange", date=on(date(2025, 5, 11)), quantities=(count(1000.0),),
        participants=("Rusya", "Ukrayna"),
    )  # fmt: skip
    events, *_ = match([agreed, done], SOURCES)
    (event,) = events
    assert event.date is not None
    assert event.date.start == date(2025, 5, 11)


def test_exchanges_of_two_days_and_sizes_stay_apart() -> None:
    early, late = (
        claim(s, 0, "prisoner_exchange", date=on(date(2025, 5, day)), quantities=(count(size),))
        for s, day, size in (("s1", 3, 300.0), ("s2", 9, 84.0))
    )
    assert not one_event(early, late)


def test_a_clause_that_goes_on_joins_what_it_goes_on_about() -> None:
    first = claim("s1", 0, "accident", date=on(DAY), place="Bolu")
    later = claim("s1", 20, "accident", continues=True)
    other = claim("s2", 0, "fire", date=on(DAY), place="Rize")
    assert together(match([first, later, other], SOURCES)[0]) == {
        frozenset({first.id, later.id}),
        frozenset({other.id}),
    }


def test_every_claim_is_in_exactly_one_event() -> None:
    claims = tangle()
    events, links, _ = match(claims, SOURCES)
    held = [c for event in events for c in event.claims]
    assert sorted(held) == sorted(c.id for c in claims)
    assert {end for link in links for end in (link.a, link.b)} <= set(held)


def tangle() -> list[Claim]:
    """Claims of three sources on calls, talks and exchanges that overlap in people and days."""
    found = []
    for number, source in enumerate(SOURCES):
        found += [
            claim(source, 0, "phone_call", people=LEADERS, date=on(DAY), lemmas=("gaz", "boru")),
            claim(source, 20, "talks", people=LEADERS, ordinals=(ordinal(1 + number % 2, "round"),)),
            claim(source, 40, "prisoner_exchange", date=on(date(2025, 5, 9)), quantities=(count(300.0),)),
            claim(source, 60, "prisoner_exchange", continues=True, quantities=(count(300.0 + number),)),
            claim(source, 80, "visit", date=on(date(2025, 5, 3 + number)), place="Ankara"),
            claim(source, 100, "statement", date=on(date(2025, 5, 20), basis="publication"), lemmas=("gaz",)),
        ]
    return found


@settings(max_examples=25, deadline=None)
@given(st.permutations(tangle()), st.permutations(list(SOURCES)))
def test_the_order_of_import_makes_no_difference(claims: list[Claim], names: list[str]) -> None:
    assert match(claims, {name: SOURCES[name] for name in names}) == match(tangle(), SOURCES)


def test_ids_follow_from_content_alone() -> None:
    one = match(tangle(), SOURCES)[0]
    moved = {name: replace(told, file=f"elsewhere/{name}.md") for name, told in SOURCES.items()}
    assert [e.id for e in one] == [e.id for e in match(tangle(), moved)[0]]
    assert len({e.id for e in one}) == len(one)
    assert [e.id for e in one] == sorted(e.id for e in one)


def test_an_event_keeps_its_id_when_a_later_source_joins_it() -> None:
    first = claim("s1", 0, "phone_call", people=LEADERS, date=on(DAY))
    later = claim("s2", 0, "phone_call", people=LEADERS, date=on(DAY))
    told = {"s1": origin("s1", DAY), "s2": origin("s2", date(2025, 6, 1))}
    (before,), (after,) = match([first], told)[0], match([first, later], told)[0]
    assert before.id == after.id
    assert len(after.claims) == 2


def test_the_most_exact_date_in_words_dates_the_event() -> None:
    day = claim("s1", 0, "visit", date=on(DAY), people=LEADERS)
    stretch = claim("s2", 0, "visit", date=on(DAY, date(2025, 5, 5)), people=LEADERS)
    printed = claim("s3", 0, "visit", date=on(date(2025, 5, 4), basis="publication"), people=LEADERS)
    dates = [e.date for e in match([stretch, printed, day], SOURCES)[0] if day.id in e.claims]
    assert [d.start if d else None for d in dates] == [DAY]
    assert all(d is not None and d.start == d.end for d in dates)


def test_claims_that_a_reviewer_put_in_two_events_stay_apart() -> None:
    a, b = (claim(s, 0, "phone_call", people=LEADERS, date=on(DAY)) for s in ("s1", "s2"))
    parted = Decision(
        id="x1",
        kind="different_events",
        discrepancy="d1",
        event="e1",
        attribute="date",
        key="",
        claims=(a.id, b.id),
        reviewer="ece",
        at="2025-06-01T10:00:00+03:00",
        value=f"{a.id}|{b.id}",
    )
    assert len(match([a, b], SOURCES, [parted])[0]) == 2
    taken_back = replace(parted, id="x2", kind="undo", undoes="x1", value=None)
    assert len(match([a, b], SOURCES, [parted, taken_back])[0]) == 1


def test_no_claims_no_events() -> None:
    assert match([], {}) == ([], [], {})


@pytest.mark.parametrize(
    ("date_", "expected"),
    [
        pytest.param(on(DAY), "3 May 2025", id="a day"),
        pytest.param(on(DAY, date(2025, 5, 9)), "3 May 2025 to 9 May 2025", id="a range"),
        pytest.param(
            replace(on(date(2025, 5, 1), date(2025, 5, 31)), precision="month"), "May 2025", id="a month"
        ),
        pytest.param(
            replace(on(date(2025, 1, 1), date(2025, 12, 31)), precision="year"), "2025", id="a year"
        ),
    ],
)
def test_a_date_in_a_reader_s_words(date_: DateSpan, expected: str) -> None:
    assert expected == say_date(date_)


REPORTS = {
    "s1": (
        "Rusya ile Ukrayna 3 Mayıs'ta 300'er esiri takas etti. "
        "Putin ile Erdoğan 9 Mayıs'ta telefonda görüştü.",
        "tr",
    ),
    "s2": (
        "3 Mayıs'ta Moskova ve Kiev 303 esir değişimi yaptı. "
        "Erdoğan, 14 Nisan'da Putin ile telefonda görüştü.",
        "tr",
    ),
    "s3": (
        "Russia and Ukraine swapped 300 prisoners on May 3. Putin and Erdogan spoke by phone on May 9.",
        "en",
    ),
}


def reports() -> tuple[dict[str, Origin], list[Claim]]:
    sources: dict[str, Origin] = {}
    claims: list[Claim] = []
    for name, (text, code) in REPORTS.items():
        sources[name], found = read(text, name, date(2025, 5, 20), code)
        claims += found
    return sources, claims


def test_reports_in_two_languages_meet_in_one_event() -> None:
    sources, claims = reports()
    events, *_ = match(claims, sources)
    held = {c.id: c for c in claims}
    days = {(e.event_type, str(e.date and e.date.start)): {held[c].source for c in e.claims} for e in events}
    assert days["prisoner_exchange", "2025-05-03"] == {"s1", "s2", "s3"}
    assert days["phone_call", "2025-05-09"] == {"s1", "s3"}
    assert days["phone_call", "2025-04-14"] == {"s2"}


def test_read_reports_match_alike_in_any_order() -> None:
    sources, claims = reports()
    shuffled = random.Random(7).sample(claims, len(claims))
    assert match(shuffled, sources) == match(claims, sources)
