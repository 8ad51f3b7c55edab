"""The numbers of the overview, counted by hand beside a few rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from store_samples import sample_claim, sample_discrepancy, sample_source

from workbench.models import AttributeValue, Claim, Decision, Discrepancy, Event, Publication, Source
from workbench.store import Store
from workbench.store.overview import Agreement, DayCount, DifferenceCount, Outlet, Waiting

TODAY = date(2025, 6, 30)
WORDS = ("bir", "iki", "üç", "dört", "beş", "altı")


def article(file: str, publisher: str | None, day: date | None) -> Source:
    published = day and Publication(day, day, day, "day", "stated", "printed", "")
    return sample_source(" ".join(WORDS), file, publisher=publisher, published=published)


def value(claim: Claim, label: str) -> AttributeValue:
    return AttributeValue(claim.id, claim.source, label, label, label, label, label, 0, 0)


A1 = article("a1.txt", "Ak Gazete", date(2025, 6, 1))
A2 = article("a2.txt", " Ak Gazete ", date(2025, 6, 5))
B = article("b.txt", None, date(2025, 6, 3))
C = article("c.txt", "", None)
CLAIMS = {
    f"{source.file[:-4]}.{number}": sample_claim(source, word)
    for source in (A1, A2, B, C)
    for number, word in enumerate(WORDS[:5] if source is not C else WORDS[:1], 1)
}
EVENT = Event("e1", "Yangın", "fire", tuple(claim.id for claim in CLAIMS.values()))


def differing(name: str, *pairs: tuple[str, str], **changes: Any) -> Discrepancy:
    return sample_discrepancy(
        name, EVENT, tuple(value(CLAIMS[claim], label) for claim, label in pairs), **changes
    )


DIFFERENCES = (
    differing("d1", ("a1.1", "4"), ("b.1", "7"), suggestion="7"),
    differing("d2", ("a1.2", "4"), ("a2.2", "7"), severity="low", suggestion="4"),
    differing("d3", ("a1.3", "x"), ("b.3", "y"), ("a2.3", "y"), attribute="place", suggestion="y"),
    differing("d4", ("b.4", "1"), ("c.1", "2"), verdict="tension"),
    differing("d5", ("a1.4", "1"), ("b.5", "2"), verdict="superseded", suggestion="2"),
)


@pytest.fixture
def reviewed(store: Store) -> Store:
    for source in (A1, A2, B, C):
        store.add_source(source, [claim for claim in CLAIMS.values() if claim.source == source.id])
    store.replace_matching([EVENT], [], DIFFERENCES)
    return store


def entry(name: str, about: str, kind: Any, day: str, **changes: Any) -> Decision:
    found = next(one for one in DIFFERENCES if one.id == about)
    claims = tuple(one.claim for one in found.values)
    decision = Decision(
        name, kind, about, "e1", found.attribute, found.key, claims, "Ayşe", f"{day}T09:00:00.000000+03:00"
    )
    return replace(decision, **changes)


LOG = (
    entry("k1", "d1", "accept", "2025-06-30", label="7"),
    entry("k2", "d2", "accept", "2025-06-29", label="7"),
    entry("k3", "d3", "accept", "2025-06-11", label="y", reviewer="Barış"),
    entry("k4", "d5", "enter", "2025-06-11", label="3", reviewer="Barış"),
    entry("k5", "d5", "note", "2025-06-30"),
    entry("k6", "d4", "dismiss", "2025-06-01"),
    entry("k7", "d4", "dismiss", "2025-05-31"),
    entry("k8", "d5", "accept", "2025-06-30", label="2"),
    entry("k9", "d5", "undo", "2025-06-30", undoes="k8"),
    entry("k10", "d1", "assign", "2025-06-30", value="Barış"),
)


@pytest.fixture
def decided(reviewed: Store) -> Store:
    for decision in LOG:
        reviewed.append_decision(decision)
    reviewed.set_status({"d1": "resolved", "d4": "dismissed"})
    return reviewed


def test_differences_are_counted_by_what_they_are_and_how_they_stand(decided: Store) -> None:
    assert set(decided.overview(TODAY).counts) == {
        DifferenceCount("dismissed", "count", "tension", "high", 1),
        DifferenceCount("open", "count", "conflict", "low", 1),
        DifferenceCount("open", "count", "superseded", "high", 1),
        DifferenceCount("open", "place", "conflict", "high", 1),
        DifferenceCount("resolved", "count", "conflict", "high", 1),
    }


def test_decisions_a_day_leave_out_notes_assignments_undos_and_what_is_undone(decided: Store) -> None:
    assert decided.overview(TODAY).days == (
        DayCount(date(2025, 6, 1), "Ayşe", 1),
        DayCount(date(2025, 6, 11), "Barış", 2),
        DayCount(date(2025, 6, 29), "Ayşe", 1),
        DayCount(date(2025, 6, 30), "Ayşe", 1),
    )


def test_waiting_counts_from_the_first_publication(decided: Store) -> None:
    # From 1 June: k1 29 days, k2 28, k3 and k4 10 each. k6 was before b.txt of 3 June: 0.
    assert decided.overview(TODAY).waiting == Waiting(10.0, 5)


def test_without_decisions_nobody_waited(reviewed: Store) -> None:
    overview = reviewed.overview(TODAY)
    assert (overview.waiting, overview.days, overview.agreement) == (None, (), ())


@pytest.mark.parametrize(
    ("dismissed", "expected"),
    [
        pytest.param(
            (), [Outlet("b.txt", 3, 5), Outlet("Ak Gazete", 2, 10)], id="d2 is within one outlet, d5 replaced"
        ),
        pytest.param(
            ("d4",),
            [Outlet("b.txt", 2, 5), Outlet("Ak Gazete", 2, 10)],
            id="what is dismissed stands beside it",
        ),
    ],
)
def test_outlets_that_others_contradict(
    reviewed: Store, dismissed: tuple[str, ...], expected: list[Outlet]
) -> None:
    # c.txt has made one claim: too few for a share.
    reviewed.set_status(dict.fromkeys(dismissed, "dismissed"))
    assert list(reviewed.overview(TODAY).outlets) == expected


def test_articles_of_an_outlet(reviewed: Store) -> None:
    assert reviewed.sources_of_outlet("Ak Gazete") == [A1.id, A2.id]
    assert reviewed.sources_of_outlet("b.txt") == [B.id]


def test_agreement_counts_the_last_value_that_was_chosen(decided: Store) -> None:
    # Ayşe: d1 as suggested, d2 not. Barış: d3 as suggested, d5 not (what Ayşe said later is undone).
    assert decided.overview(TODAY).agreement == (Agreement("Ayşe", 1, 2), Agreement("Barış", 1, 2))
