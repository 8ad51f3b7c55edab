"""Records under a policy: a person stands above it, nothing becomes settled, and only the value is chosen."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records_making import TODAY, Origin, claim, count, published, value

from workbench.decisions.policies import Policy, Rule, built_in
from workbench.models import Claim, Decision, Discrepancy, Event, Quantity
from workbench.records.reconcile import reconcile
from workbench.records.record import Record, RecordAttribute

POLICIES = built_in()
NAME = "prisoner_of_war"


def told(number: float, source: str, **fields: Any) -> Claim:
    """A claim that so many prisoners came home."""
    text = f"{number:g} esir döndü."
    fields.setdefault("side", None)
    return claim(f"c-{source}", source, text, count(number, text, f"{number:g}", **fields))


def differing(*claims: Claim, verdict: Any = "conflict", **changes: Any) -> Discrepancy:
    values = tuple(value(one, f"{one.quantities[0].value:g}") for one in claims)
    found = Discrepancy("d1", "e1", "count", NAME, verdict, "high", values, "They differ.")
    return replace(found, **changes)


def articles(*days: int) -> dict[str, Origin]:
    """Articles a, b, c... of these days of May."""
    return {
        name: Origin(name, f"{name}.txt", published(date(2025, 5, day)))
        for name, day in zip("abcdef", days, strict=False)
    }


def record(policy: str | Policy | None, claims: list[Claim], *found: Discrepancy, **given: Any) -> Record:
    event = Event("e1", "takas", "prisoner_exchange", tuple(one.id for one in claims), claims[0].date)
    event = replace(event, origins=len({one.source for one in claims}))
    return reconcile(
        event,
        claims,
        found,
        given.get("decisions", []),
        given.get("sources") or articles(4, 5, 6, 7, 8, 9),
        today=TODAY,
        policy=POLICIES[policy] if isinstance(policy, str) else policy,
    )


def attribute(policy: str | Policy | None, claims: list[Claim], *found: Discrepancy, **given: Any) -> Any:
    return record(policy, claims, *found, **given).attributes[NAME]


def decided(kind: Any, **changes: Any) -> Decision:
    made = Decision(
        id="x1",
        kind=kind,
        discrepancy="d1",
        event="e1",
        attribute="count",
        key=NAME,
        claims=("c-a", "c-b"),
        reviewer="ayse",
        at="2026-02-01T10:00:00+03:00",
    )
    return replace(made, **changes)


ONE, OTHER = told(1000, "a"), told(1200, "b")
ACCEPTED = decided("accept", label="1200", value=1200.0, low=1200.0, high=1200.0)


@pytest.mark.parametrize(
    ("policy", "best", "rule"),
    [
        (None, None, "open"),
        ("reviewed-only", None, "open"),
        ("latest", 1200, "policy latest: told last"),
        ("conservative", 1000, "policy conservative: the lowest"),
        ("range", 1000, "policy range: the lowest"),
        ("majority-of-origins", None, "open"),
        ("official-first", 1200, "policy official-first: told last"),
    ],
)
def test_an_open_value_is_chosen_and_stays_open(policy: str | None, best: float | None, rule: str) -> None:
    made = record(policy, [ONE, OTHER], differing(ONE, OTHER))
    one = made.attributes[NAME]
    assert (one.best, one.rule) == (best, rule)
    assert (one.low, one.high) == (1000, 1200)
    assert one.open == ("1000", "1200")
    assert one.discrepancies == ("d1",)
    assert made.state == "open"
    assert made.policy == (policy or "reviewed-only")
    assert made.decisions == ()


def test_it_says_who_stands_for_and_against() -> None:
    third = told(1200, "c")
    one = attribute("latest", [ONE, OTHER, third], differing(ONE, OTHER, third))
    assert (one.backing, one.against) == (("c-b", "c-c"), ("c-a",))
    assert (one.origins_for, one.origins_against) == (2, 1)


@pytest.mark.parametrize("policy", list(POLICIES))
@pytest.mark.parametrize(
    "decision",
    [
        pytest.param(ACCEPTED, id="accepted"),
        pytest.param(decided("dismiss"), id="no conflict"),
        pytest.param(decided("unsettled"), id="cannot be settled"),
        pytest.param(decided("range", label="1000-1100", low=1000.0, high=1100.0), id="a range"),
    ],
)
def test_a_person_stands_above_every_policy(policy: str, decision: Decision) -> None:
    given: dict[str, Any] = {"decisions": [decision]}
    plain = attribute(None, [ONE, OTHER], differing(ONE, OTHER), **given)
    assert attribute(policy, [ONE, OTHER], differing(ONE, OTHER), **given) == plain


@pytest.mark.parametrize(
    ("decisions", "best"),
    [
        pytest.param([decided("defer", until="2027-01-01")], 1000, id="deferred"),
        pytest.param([ACCEPTED, decided("undo", id="x2", undoes="x1")], 1000, id="taken back"),
    ],
)
def test_what_nobody_decided_is_chosen(decisions: list[Decision], best: float) -> None:
    assert attribute("conservative", [ONE, OTHER], differing(ONE, OTHER), decisions=decisions).best == best


def test_replaced_figures_of_a_conflict_do_not_come_back() -> None:
    """A toll of 12 that grew is not the lowest credible one of 24 and 30, which were told on one day."""
    held = [replace(one, event_type="attack") for one in (told(12, "a"), told(24, "b"), told(30, "c"))]
    held = [_dead(one) for one in held]
    found = differing(*held, key="killed")
    made = record("conservative", held, found, sources=articles(4, 5, 5))
    one = made.attributes["killed"]
    assert (one.best, one.low, one.high) == (24, 12, 30)
    ranged = record("range", held, found, sources=articles(4, 5, 5)).attributes["killed"]
    assert (ranged.best, ranged.low, ranged.high) == (24, 24, 30)


def _dead(one: Claim) -> Claim:
    return replace(one, quantities=tuple(replace(q, counted="killed") for q in one.quantities))


def test_a_figure_that_was_replaced_stays_replaced_but_for_officials() -> None:
    found = differing(ONE, OTHER, verdict="superseded", suggestion="1200", rule="the figure told last")
    sources = articles(4, 5)
    sources["a"] = replace(sources["a"], publisher="AFAD")
    assert attribute("conservative", [ONE, OTHER], found, sources=sources).rule == "the figure told last"
    official = attribute("official-first", [ONE, OTHER], found, sources=sources)
    assert (official.best, official.rule) == (1000, "policy official-first: officials before others")
    ranged = attribute("range", [ONE, OTHER], found, sources=sources)
    assert (ranged.best, ranged.low, ranged.high) == (1200, 1200, 1200)


def test_whose_number_it_is_no_policy_decides() -> None:
    each = told(500, "b", side="each")
    assert attribute("latest", [ONE, each], differing(ONE, each)).rule == "open"


def test_what_other_events_tell_no_policy_chooses() -> None:
    elsewhere = told(7, "b")
    found = differing(ONE, elsewhere)
    assert attribute("conservative", [ONE], found).rule == "open"


def test_a_total_and_its_parts_stay_open() -> None:
    found = differing(ONE, OTHER, attribute="total", key="prisoner_of_war")
    made = record("conservative", [ONE, OTHER], found).attributes["total:prisoner_of_war"]
    assert made.rule == "open"


@pytest.mark.parametrize(
    ("policy", "best", "unit"),
    [("conservative", None, None), ("latest", 18, "kilometre")],
)
def test_measures_are_compared_in_one_unit(policy: str, best: float | None, unit: str | None) -> None:
    miles, metres = (
        _measured(told(18, "a"), "mile"),
        _measured(told(18, "b"), "kilometre"),
    )
    found = differing(miles, metres, key="kilometre")
    found = replace(
        found,
        values=tuple(
            replace(one, label=f"18 {unit}")
            for one, unit in zip(found.values, ("mile", "kilometre"), strict=True)
        ),
    )
    one = next(iter(attributes_of(policy, [miles, metres], found)))
    assert one.best == best
    if unit:
        assert (one.unit, one.low, one.high) == (unit, 18, 28.968192)


def _measured(one: Claim, unit: str) -> Claim:
    quantities: tuple[Quantity, ...] = tuple(replace(q, unit=unit, counted=None) for q in one.quantities)
    return replace(one, quantities=quantities)


def attributes_of(policy: str, claims: list[Claim], found: Discrepancy) -> list[RecordAttribute]:
    return [one for name, one in record(policy, claims, found).attributes.items() if name != "date"]


@pytest.mark.parametrize(
    ("policy", "best", "rule"),
    [
        (None, 4500, "one source only"),
        ("latest", 4500, "one source only"),
        ("conservative", 4000, "policy conservative: the lowest"),
        ("range", 4000, "policy range: the lowest"),
    ],
)
def test_of_a_range_that_nobody_disputes(policy: str | None, best: float, rule: str) -> None:
    wide = told(4500, "a", low=4000.0, high=5000.0, modifier="between")
    one = attribute(policy, [wide])
    assert (one.best, one.low, one.high, one.rule) == (best, 4000, 5000, rule)


def test_the_lower_end_is_one_that_all_allow() -> None:
    wide = told(4500, "a", low=4000.0, high=5000.0, modifier="between")
    floor = told(4200, "b", low=4200.0, high=None, modifier="at_least")
    one = attribute("conservative", [wide, floor])
    assert (one.best, one.low, one.high) == (4200, 4200, 5000)


def test_numbers_that_nobody_compared_are_not_chosen_between() -> None:
    one = attribute("conservative", [told(27, "a"), told(51, "b")])
    assert (one.best, one.open) == (None, ("27", "51"))


def test_a_rule_of_ones_own() -> None:
    policy = Policy("own", "", "", (Rule(attributes=["count"], choose=["highest"], bounds="credible"),))
    one = attribute(policy, [ONE, OTHER], differing(ONE, OTHER))
    assert (one.best, one.rule) == (1200, "policy own: the highest")


amounts = st.lists(st.integers(1, 40), min_size=2, max_size=5, unique=True)
verdicts = st.sampled_from(["conflict", "tension", "superseded"])


@given(amounts, verdicts, st.sampled_from(list(POLICIES)), st.booleans())
def test_whatever_claims_say(numbers: list[int], verdict: Any, policy: str, accepted: bool) -> None:
    """A decision always wins, the default changes nothing, and a best value lies within its bounds."""
    held = [told(number, name) for number, name in zip(numbers, "abcdef", strict=False)]
    decisions = [replace(ACCEPTED, claims=tuple(one.id for one in held))] if accepted else []
    given: dict[str, Any] = {"decisions": decisions}
    plain = record(None, held, differing(*held, verdict=verdict), **given)
    made = record(policy, held, differing(*held, verdict=verdict), **given)
    assert made.state == plain.state
    if accepted or policy == "reviewed-only":
        assert made.attributes == plain.attributes
    held.reverse()
    turned = record(policy, held, differing(*held, verdict=verdict), **given).attributes[NAME]
    one = made.attributes[NAME]
    assert (one.best, one.low, one.high, one.rule) == (turned.best, turned.low, turned.high, turned.rule)
    for one in made.attributes.values():
        if isinstance(one.best, int | float):
            assert (one.low is None or one.low <= one.best) and (one.high is None or one.best <= one.high)
