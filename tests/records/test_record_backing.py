"""Who stands for and against what holds."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records_making import TODAY, Origin, claim, count, published, value

from workbench.events.origins import trace
from workbench.models import Claim, Decision, Discrepancy, Event
from workbench.records.agreement import agreement_of
from workbench.records.backing import Origins, meet
from workbench.records.reconcile import reconcile

NAME = "prisoner_of_war:each"


@pytest.fixture
def sides(event: Event, claims: list[Claim], discrepancy: Discrepancy, sources: dict[str, Any]) -> Any:
    def of(*decisions: Decision, **changes: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
        found = replace(discrepancy, **changes)
        one = reconcile(event, claims, [found], decisions, sources, today=TODAY).attributes[NAME]
        assert (one.origins_for, one.origins_against) == (len(one.backing), len(one.against))
        return one.backing, one.against

    return of


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, (("cb",), ("ca",)), id="accepted"),
        pytest.param({"kind": "supersede"}, (("cb",), ("ca",)), id="superseding"),
        pytest.param({"kind": "dismiss"}, (("ca", "cb"), ()), id="no conflict"),
        pytest.param({"kind": "unsettled", "label": None}, ((), ()), id="cannot be settled"),
        pytest.param({"kind": "defer", "until": "2027-01-01"}, ((), ()), id="deferred"),
        pytest.param(
            {"kind": "range", "label": "900-1100", "value": None, "low": 900.0, "high": 1100.0},
            (("ca",), ("cb",)),
            id="a range that one lies in",
        ),
        pytest.param(
            {"kind": "enter", "label": "1100", "value": 1100.0, "low": 1100.0, "high": 1100.0},
            ((), ("ca", "cb")),
            id="a number that nobody gave",
        ),
        pytest.param(
            {"kind": "enter", "label": "1000", "value": 1000.0, "low": 1000.0, "high": 1000.0},
            (("ca",), ("cb",)),
            id="a number that one gave",
        ),
        pytest.param(
            {"kind": "enter", "label": "many", "value": None, "low": None, "high": None},
            ((), ("ca", "cb")),
            id="words that nobody gave",
        ),
        pytest.param(
            {"kind": "enter", "label": "1000 EACH", "value": None, "low": None, "high": None},
            (("ca",), ("cb",)),
            id="words that one gave, in other letters",
        ),
    ],
)
def test_a_decision(sides: Any, accepted: Decision, changes: dict[str, Any], expected: Any) -> None:
    assert sides(replace(accepted, **changes)) == expected


def test_nobody_while_it_is_open(sides: Any) -> None:
    assert sides() == ((), ())


def test_a_later_figure_against_the_one_that_it_replaced(sides: Any) -> None:
    assert sides(verdict="superseded") == (("cb",), ("ca",))


@pytest.mark.parametrize(
    ("modifier", "backs"),
    [
        pytest.param("at_least", True, id="at least 1200"),
        pytest.param("more_than", False, id="more than 1200"),
    ],
)
def test_a_bound_leaves_room_or_not(
    event: Event,
    discrepancy: Discrepancy,
    accepted: Decision,
    sources: dict[str, Any],
    modifier: str,
    backs: bool,
) -> None:
    first, second = "En az 1.200 esir döndü.", "1.200 esir döndü."
    held = [
        claim("ca", "sa", first, count(1200.0, first, "En az 1.200", high=None, modifier=modifier)),
        claim("cb", "sb", second, count(1200.0, second, "1.200")),
    ]
    found = replace(
        discrepancy,
        verdict="superseded",
        suggestion="1200 each",
        values=(value(held[0], "a bound"), value(held[1], "1200 each")),
    )
    one = reconcile(event, held, [found], [], sources, today=TODAY).attributes[NAME]
    assert ("ca" in one.backing) == backs

    taken = replace(accepted, label="1200 each", value=1200.0, low=1200.0, high=1200.0)
    decided = reconcile(event, held, [replace(found, verdict="conflict")], [taken], sources, today=TODAY)
    by_id = {one.id: one for one in held}
    shown = agreement_of(found.values[0], replace(found, verdict="conflict"), taken, sources, by_id)
    assert (shown == "agrees") == ("ca" in decided.attributes[NAME].backing) == backs


def test_all_who_agree_stand_behind_it(event: Event, claims: list[Claim], sources: dict[str, Any]) -> None:
    one = reconcile(event, claims, [], [], sources, today=TODAY).attributes["date"]
    assert (one.backing, one.against) == (("ca", "cb"), ())
    assert (one.origins_for, one.origins_against, one.open) == (2, 0, ())


speakers = st.sampled_from([None, None, "AFAD", "Vali", "Ayşe Yılmaz"])


@given(st.lists(st.tuples(st.sampled_from("abc"), speakers, st.integers(1, 3)), min_size=1, max_size=6))
def test_what_need_not_be_traced_is_counted_as_if_it_were(told: list[tuple[str, str | None, int]]) -> None:
    claims = []
    for at, (source, speaker, number) in enumerate(told):
        text = f"{number} esir döndü."
        made = claim(f"c{at}", source, text, count(float(number), text, str(number)))
        claims.append(replace(made, speaker=speaker))
    articles = {name: Origin(name, name, published(date(2025, 5, 3))) for name in "abc"}
    traced = trace(claims, articles)
    event = Event("e1", "", "prisoner_exchange", tuple(one.id for one in claims), origins=traced.count)
    found = Origins(event, claims, articles)
    assert found.number([one.id for one in claims]) == traced.count
    for source in "abc":
        ids = [one.id for one in claims if one.source == source]
        assert found.number(ids) == len({traced.of_claim[one] for one in ids})


def test_a_number_outside_of_what_all_allow_is_no_best_one(event: Event, sources: dict[str, Any]) -> None:
    first, second = "Yaklaşık 2.000 esir", "Yaklaşık 2.300 esir"
    held = [
        claim("ca", "sa", first, count(2000.0, first, "2.000", low=1800.0, high=2200.0, modifier="about")),
        claim("cb", "sb", second, count(2300.0, second, "2.300", low=2070.0, high=2530.0, modifier="about")),
    ]
    one = reconcile(event, held, [], [], sources, today=TODAY).attributes[NAME]
    assert (one.best, one.low, one.high, one.rule) == (None, 2070.0, 2200.0, "agreed by all")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((1.0, 2.0), (2.0, 3.0), True),
        ((1.0, 2.0), (2.5, 3.0), False),
        ((None, 2.0), (2.0, None), True),
        (("2025-05-01", "2025-05-31"), ("2025-05-16", "2025-05-16"), True),
        (("2025-05-01", "2025-05-02"), ("2025-05-16", "2025-05-16"), False),
        ((1.0, 2.0), ("2025-05-16", "2025-05-16"), False),
    ],
)
def test_intervals_that_meet(one: Any, other: Any, expected: bool) -> None:
    assert meet(*one, *other) == expected
