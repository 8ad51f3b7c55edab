"""One small event that two sources tell differently, in our own words."""

from datetime import date
from typing import Any

import pytest
from records_making import TODAY, Origin, claim, count, published, value

from workbench.models import Claim, Decision, Discrepancy, Event
from workbench.records.log_rows import log_row
from workbench.records.reconcile import reconcile
from workbench.records.rows import claim_row, discrepancy_row, event_row


@pytest.fixture
def sources() -> dict[str, Origin]:
    return {
        "sa": Origin("sa", "a.txt", published(date(2025, 5, 3))),
        "sb": Origin("sb", "b.txt", published(date(2025, 5, 4))),
    }


@pytest.fixture
def claims() -> list[Claim]:
    first = "3 Mayıs'ta taraflar biner esir bıraktı."
    second = "3 Mayıs'ta iki ülke 1.200'er esiri evine yolladı."
    return [
        claim("ca", "sa", first, count(1000.0, first, "biner")),
        claim("cb", "sb", second, count(1200.0, second, "1.200'er")),
    ]


@pytest.fixture
def event(claims: list[Claim]) -> Event:
    return Event(
        "e1",
        "prisoner exchange, 3 May 2025",
        "prisoner_exchange",
        tuple(one.id for one in claims),
        claims[0].date,
        origins=2,
    )


@pytest.fixture
def discrepancy(claims: list[Claim]) -> Discrepancy:
    values = (value(claims[0], "1000 each"), value(claims[1], "1200 each"))
    why = "1000 each and 1200 each cannot both be the number."
    return Discrepancy("d1", "e1", "count", "prisoner_of_war:each", "conflict", "high", values, why)


@pytest.fixture
def accepted(discrepancy: Discrepancy) -> Decision:
    return Decision(
        id="x1",
        kind="accept",
        discrepancy="d1",
        event="e1",
        attribute="count",
        key="prisoner_of_war:each",
        claims=("ca", "cb"),
        reviewer="ayse",
        at="2026-02-01T10:00:00+03:00",
        label="1200 each",
        value=1200.0,
        low=1200.0,
        high=1200.0,
    )


@pytest.fixture
def rows(
    event: Event, claims: list[Claim], discrepancy: Discrepancy, sources: dict[str, Origin]
) -> dict[str, dict[str, Any]]:
    record = reconcile(event, claims, [discrepancy], [], sources, today=TODAY)
    return {
        "claims": claim_row(claims[0], sources["sa"], "e1"),
        "events": event_row(record),
        "discrepancies": discrepancy_row(discrepancy, "open", None, sources),
    }


@pytest.fixture(name="discrepancy_row")
def discrepancy_row_(rows: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return rows["discrepancies"]


@pytest.fixture(name="event_row")
def event_row_(rows: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return rows["events"]


@pytest.fixture
def all_rows(rows: dict[str, dict[str, Any]], accepted: Decision) -> dict[str, dict[str, Any]]:
    """A row of each kind."""
    attribute = {
        "event": "e1",
        "event_label": "talks",
        "name": "date",
        **rows["events"]["attributes"]["date"],
        "policy": "reviewed-only",
    }
    entry = log_row(accepted, "e1", "prisoner exchange, 3 May 2025", accepted, accepted)
    return {**rows, "attributes": attribute, "decisions": entry}
