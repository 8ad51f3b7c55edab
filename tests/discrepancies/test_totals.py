"""Sums (rule 6 of the design), and what holds for all discrepancies."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from discrepancy_making import SOURCES, event_of, found, labels, number, on, only, sound, told

from workbench.discrepancies import DETECTORS, detect
from workbench.models import EACH_SIDE, Claim, Event

TALKERS = ("Ali Kaya", "Ece Su")


def sides(*values: tuple[str, float], total: float) -> list[Claim]:
    parts = [
        told("s1", quantities=number(value, side=side), start=n * 20)
        for n, (side, value) in enumerate(values)
    ]
    return [*parts, told("s1", quantities=number(total, total=True), start=500)]


def test_sides_that_make_their_total() -> None:
    assert only(found(*sides(("Rusya", 27), ("Ukrayna", 51), total=78)), "total") == []


def test_sides_that_do_not_make_their_total() -> None:
    claims = sides(("Rusya", 27), ("Ukrayna", 50), total=78)
    (difference,) = only(found(*claims), "total")
    assert (difference.verdict, difference.severity) == ("conflict", "high")
    assert "27 + 50 make 77" in difference.why
    assert "78 in total" in labels(difference)
    assert sound(difference, claims)


def test_one_side_is_no_sum() -> None:
    assert only(found(*sides(("Rusya", 27), total=78)), "total") == []


def test_numbers_for_each_side_are_no_sum() -> None:
    assert only(found(*sides((EACH_SIDE, 27), (EACH_SIDE, 30), total=78)), "total") == []


def test_a_bounded_total_is_not_added_up() -> None:
    claims = sides(("Rusya", 27), ("Ukrayna", 50), total=78)
    bound = told("s1", quantities=number(78, total=True, modifier="more_than"), start=500)
    assert only(found(*claims[:-1], bound), "total") == []


def test_sides_of_another_source_are_not_added() -> None:
    first, second, total = sides(("Rusya", 27), ("Ukrayna", 50), total=78)
    moved = told("s2", quantities=second.quantities, start=20)
    assert only(found(first, moved, total), "total") == []


def calls(
    stated: float, days: list[int], people: tuple[str, ...] = TALKERS
) -> tuple[list[Claim], list[Event]]:
    """A year's number of calls as one source states it, and single calls that others date."""
    whole = on(date(2025, 1, 1), date(2025, 12, 31))
    count = number(stated, None, unit="call")
    said = told("s1", "phone_call", quantities=count, date=whole, people=TALKERS, id="c-said")
    single = [
        told("s2", "phone_call", date=on(date(2025, 5, day)), people=people, start=day * 20) for day in days
    ]
    events = [event_of([said], "e-said", date=whole)]
    events += [event_of([c], f"e-{n}", date=c.date) for n, c in enumerate(single)]
    return [said, *single], events


def test_stated_calls_against_those_that_are_dated() -> None:
    claims, events = calls(7, [3, 9, 20])
    (difference,) = only(found(*claims, events=events), "total")
    assert (difference.verdict, difference.attribute) == ("tension", "total")
    assert labels(difference) == {"7 phone calls", "3 dated"}
    assert {v.claim for v in difference.values} == {c.id for c in claims}
    assert sound(difference, claims)


def test_as_many_calls_as_are_stated() -> None:
    claims, events = calls(3, [3, 9, 20])
    assert only(found(*claims, events=events), "total") == []


def test_calls_of_other_people_are_not_counted() -> None:
    claims, events = calls(7, [3, 9, 20], people=("Can Er", "Ece Su"))
    assert only(found(*claims, events=events), "total") == []


def test_one_dated_call_is_too_few_to_count() -> None:
    claims, events = calls(7, [3])
    assert only(found(*claims, events=events), "total") == []


def test_calls_outside_the_stated_time_are_not_counted() -> None:
    claims, events = calls(7, [3, 9])
    moved = [
        told("s2", "phone_call", date=on(date(2024, 5, day)), people=TALKERS, start=day * 20)
        for day in (3, 9)
    ]
    events = [events[0], *(event_of([c], f"e-{n}", date=c.date) for n, c in enumerate(moved))]
    assert only(found(claims[0], *moved, events=events), "total") == []


def tangle() -> list[Claim]:
    """One event on which everything differs."""
    early = told(
        "s1",
        date=on(date(2025, 5, 3)),
        quantities=(number(390), number(12, "killed")),
        aspects=("initiator=A B",),
        quotes="Heyetler yarın sabah yeniden aynı masaya oturacak",
    )
    late = told(
        "s2",
        date=on(date(2025, 5, 4)),
        modality="denied",
        quantities=(number(300), number(40, "killed")),
        aspects=("initiator=C D", "denies=that it took place"),
        quotes="Heyetler bugün sabah yeniden aynı masaya oturacak",
    )
    return [early, late, told("s3", quantities=number(307))]


def test_all_discrepancies_are_ordered_and_have_ids_of_their_own() -> None:
    claims = tangle()
    differences = found(*claims)
    ids = [d.id for d in differences]
    assert ids == sorted(set(ids))
    assert {d.attribute for d in differences} == {"count", "date", "status", "participants", "wording"}
    assert all(sound(d, claims) and d.event == "e1" for d in differences)


def test_nothing_depends_on_the_order_of_claims_or_events() -> None:
    claims = tangle()
    other = told("s3", "talks", date=on(date(2025, 6, 1)), start=90)
    held = {c.id: c for c in (*claims, other)}
    results = set()
    for order in permutations(claims):
        events = [event_of(order, "e1", event_type="prisoner_exchange"), event_of([other], "e2")]
        results |= {repr(detect(events, held, SOURCES)), repr(detect(events[::-1], held, SOURCES))}
    assert len(results) == 1


def test_a_superseded_figure_and_an_open_one_are_told_apart() -> None:
    claims = [
        told("s1", "earthquake", quantities=number(12, "killed")),
        told("s2", "earthquake", quantities=number(41, "killed")),
        told("s2", "earthquake", quantities=number(23, "killed"), start=60),
    ]
    differences = only(found(*claims), "count")
    assert {d.verdict for d in differences} == {"superseded", "conflict"}
    assert len({d.key for d in differences}) == len({d.id for d in differences}) == 2


def test_nothing_to_compare() -> None:
    assert detect([], {}, {}) == []
    assert found(told("s1")) == []
    assert len(DETECTORS) == len(set(DETECTORS))
