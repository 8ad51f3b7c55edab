"""Reconciling: a person stands above every rule, and what is open says so."""

from dataclasses import replace
from typing import Any

import pytest
from records_making import TODAY, claim, count

from workbench.models import Claim, Decision, Discrepancy, Event
from workbench.records.reconcile import attribute_name, reconcile
from workbench.records.record import RecordAttribute
from workbench.records.undisputed import quantity_name
from workbench.subjects import superseded_key

NAME = "prisoner_of_war:each"


@pytest.fixture
def attribute(event: Event, claims: list[Claim], discrepancy: Discrepancy, sources: dict[str, Any]) -> Any:
    def of(*decisions: Decision, **changes: Any) -> RecordAttribute:
        one = replace(discrepancy, **changes)
        return reconcile(event, claims, [one], decisions, sources, today=TODAY).attributes[NAME]

    return of


def test_open_gives_bounds_and_no_best(attribute: Any) -> None:
    one = attribute()
    assert (one.best, one.low, one.high, one.rule, one.decision) == (None, 1000.0, 1200.0, "open", None)
    assert one.claims == ("ca", "cb")
    assert one.unit == "person"


def test_accepted_value_stands(attribute: Any, accepted: Decision) -> None:
    one = attribute(accepted)
    assert (one.best, one.low, one.high) == (1200.0, 1200.0, 1200.0)
    assert (one.rule, one.decision, one.modality) == ("accepted by ayse", "x1", "occurred")


def test_entered_range_stands_above_a_superseded_one(attribute: Any, accepted: Decision) -> None:
    entered = replace(accepted, kind="enter", label="1000-1100", value=None, low=1000.0, high=1100.0)
    one = attribute(entered, verdict="superseded")
    assert (one.best, one.low, one.high) == ("1000-1100", 1000.0, 1100.0)
    assert one.rule == "entered by ayse"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param(
            {"kind": "range", "label": "1000-1100", "value": None, "low": 1000.0, "high": 1100.0},
            (None, 1000.0, 1100.0, "range given by ayse"),
            id="a range without a best value",
        ),
        pytest.param(
            {"kind": "range", "label": "1050 (1000-1100)", "value": 1050.0, "low": 1000.0, "high": 1100.0},
            (1050.0, 1000.0, 1100.0, "range given by ayse"),
            id="a range with one",
        ),
        pytest.param(
            {"kind": "supersede"},
            (1200.0, 1200.0, 1200.0, "superseding the others, says ayse"),
            id="superseded",
        ),
        pytest.param(
            {"kind": "unsettled", "label": None, "value": None, "low": None, "high": None},
            (None, 1000.0, 1200.0, "cannot be settled, says ayse"),
            id="cannot be settled",
        ),
    ],
)
def test_the_rule_says_who_chose_and_how(
    attribute: Any, accepted: Decision, changes: dict[str, Any], told: tuple[object, ...]
) -> None:
    one = attribute(replace(accepted, **changes))
    assert (one.best, one.low, one.high, one.rule) == told
    assert one.decision == accepted.id


def test_undone_decision_leaves_it_open(attribute: Any, accepted: Decision) -> None:
    undo = replace(accepted, id="x2", kind="undo", undoes="x1")
    assert attribute(accepted, undo).rule == "open"


def test_superseded_takes_the_latest_publication(attribute: Any) -> None:
    one = attribute(verdict="superseded")
    assert (one.best, one.rule) == (1200.0, "latest")


def test_dismissed_takes_the_suggestion(attribute: Any, accepted: Decision) -> None:
    one = attribute(replace(accepted, kind="dismiss", label=None, value=None), suggestion="1200 each")
    assert (one.best, one.rule, one.decision) == (1200.0, "not a conflict", "x1")


def test_an_open_bound_stays_open(
    event: Event, claims: list[Claim], discrepancy: Discrepancy, sources: dict[str, Any]
) -> None:
    first, second = discrepancy.values
    unbounded = replace(discrepancy, values=(first, replace(second, high=None)))
    one = reconcile(event, claims, [unbounded], [], sources, today=TODAY).attributes[NAME]
    assert (one.low, one.high) == (1000.0, None)


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        pytest.param(None, "open", id="undecided"),
        pytest.param("accept", "reconciled", id="accepted"),
        pytest.param("dismiss", "reconciled", id="dismissed"),
        pytest.param("unsettled", "reconciled", id="cannot be settled"),
        pytest.param("defer", "open", id="deferred"),
    ],
)
def test_state(
    kind: Any,
    state: str,
    event: Event,
    claims: list[Claim],
    discrepancy: Discrepancy,
    accepted: Decision,
    sources: dict[str, Any],
) -> None:
    decisions = [replace(accepted, kind=kind, until="2027-01-01")] if kind else []
    record = reconcile(event, claims, [discrepancy], decisions, sources, today=TODAY)
    assert state == record.state
    assert tuple(one.id for one in decisions) == record.decisions
    assert record.discrepancies == ("d1",)


def test_agreeing_claims_narrow_each_other(event: Event, sources: dict[str, Any]) -> None:
    loose = claim(
        "ca", "sa", "Binden fazla esir döndü.", count(1000.0, "Binden fazla esir", "Binden fazla", high=None)
    )
    exact = claim("cb", "sb", "Tam 1.030 esir döndü.", count(1030.0, "Tam 1.030 esir", "1.030"))
    record = reconcile(event, [loose, exact], [], [], sources, today=TODAY)
    one = record.attributes[NAME]
    assert (one.best, one.low, one.high, one.rule) == (1030.0, 1030.0, 1030.0, "agreed by all")
    assert record.state == "reconciled"


def test_numbers_that_nobody_compared_are_not_called_agreed(event: Event, sources: dict[str, Any]) -> None:
    first, second = "27 yolcu bindi.", "51 yolcu bindi."
    held = [
        claim("ca", "sa", first, count(27.0, first, "27")),
        claim("cb", "sb", second, count(51.0, second, "51")),
    ]
    one = reconcile(event, held, [], [], sources, today=TODAY).attributes[NAME]
    assert (one.best, one.low, one.high, one.rule) == (None, 27.0, 51.0, "several values, not compared")


def test_a_disputed_count_is_not_agreed_on_under_another_name(
    event: Event, claims: list[Claim], discrepancy: Discrepancy, sources: dict[str, Any]
) -> None:
    narrower = replace(discrepancy, key="prisoner_of_war")
    record = reconcile(event, claims, [narrower], [], sources, today=TODAY)
    assert {name: one.rule for name, one in record.attributes.items() if name != "date"} == {NAME: "open"}


def test_sides_that_differ_share_the_discrepancys_name(
    event: Event, claims: list[Claim], discrepancy: Discrepancy, sources: dict[str, Any]
) -> None:
    (quantity,) = claims[1].quantities
    whole = replace(claims[1], quantities=(replace(quantity, side=None),))
    one = replace(discrepancy, key="prisoner_of_war")
    record = reconcile(event, [claims[0], whole], [one], [], sources, today=TODAY)
    assert sorted(record.attributes) == ["date", "prisoner_of_war"]


def test_a_conflict_stands_above_a_superseded_figure(
    event: Event, claims: list[Claim], discrepancy: Discrepancy, sources: dict[str, Any]
) -> None:
    old = replace(discrepancy, id="d0", verdict="superseded", key=superseded_key(discrepancy.key))
    for both in ([old, discrepancy], [discrepancy, old]):
        assert reconcile(event, claims, both, [], sources, today=TODAY).attributes[NAME].rule == "open"


def test_namesakes_are_numbered(
    event: Event, claims: list[Claim], discrepancy: Discrepancy, sources: dict[str, Any]
) -> None:
    quotes = [
        replace(discrepancy, id=f"d{place}", attribute="wording", key=f"s0a.{place}-s0b.9")
        for place in (2, 1, 3)
    ]
    record = reconcile(event, claims, quotes, [], sources, today=TODAY)
    names = [name for name in record.attributes if name.startswith("wording")]
    assert names == ["wording", "wording:2", "wording:3"]


def test_words_have_no_lowest(
    event: Event, claims: list[Claim], discrepancy: Discrepancy, sources: dict[str, Any]
) -> None:
    values = tuple(
        replace(one, value=word, low=word, high=word, label=word)
        for one, word in zip(discrepancy.values, ("planned", "occurred"), strict=True)
    )
    told = replace(
        discrepancy,
        attribute="status",
        key="",
        verdict="superseded",
        values=values,
        suggestion="occurred",
        rule="the furthest stage told",
    )
    one = reconcile(event, claims, [told], [], sources, today=TODAY).attributes["status"]
    assert (one.best, one.low, one.high, one.rule) == ("occurred", None, None, "the furthest stage told")


def test_units_of_one_thing_are_kept_apart(event: Event, sources: dict[str, Any]) -> None:
    text = "9 milyar dolar, 8 milyar avro"
    dollars = replace(count(9e9, text, "9 milyar dolar", side=None), unit="USD", counted="trade")
    euros = replace(count(8e9, text, "8 milyar avro", side=None), unit="EUR", counted="trade")
    one = claim("ca", "sa", text, dollars, euros)
    attributes = reconcile(event, [one], [], [], sources, today=TODAY).attributes
    assert [attributes[name].best for name in ("trade:EUR", "trade:USD")] == [8e9, 9e9]


def test_one_source_is_no_agreement(event: Event, claims: list[Claim], sources: dict[str, Any]) -> None:
    record = reconcile(event, claims[:1], [], [], sources, today=TODAY)
    assert record.attributes[NAME].rule == "one source only"
    assert record.attributes["date"].best == "2025-05-03"
    assert record.sources == ("sa",)


def test_parts_of_a_number_are_no_attribute(event: Event, sources: dict[str, Any]) -> None:
    text = "12'si boş 16 bina"
    part = claim("ca", "sa", text, replace(count(12.0, text, "12"), part=True), count(16.0, text, "16"))
    assert reconcile(event, [part], [], [], sources, today=TODAY).attributes[NAME].best == 16.0


@pytest.mark.parametrize(
    ("attribute", "key", "expected"),
    [
        ("count", "prisoner_of_war:each", "prisoner_of_war:each"),
        ("date", "", "date"),
        ("date", "date", "date"),
        ("total", "body", "total:body"),
        ("status", "status:ceasefire", "status:ceasefire"),
        ("wording", "s0a1b.20-s2c3d.9", "wording"),
        ("total", "phone_call:3790", "total:phone_call"),
        ("count", "injured~superseded", "injured"),
    ],
)
def test_attribute_name(discrepancy: Discrepancy, attribute: Any, key: str, expected: str) -> None:
    assert expected == attribute_name(replace(discrepancy, attribute=attribute, key=key))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "prisoner_of_war:each"),
        ({"side": None}, "prisoner_of_war"),
        ({"counted": None, "side": None}, "person"),
        ({"scope": "running_total"}, "prisoner_of_war:each:running_total"),
    ],
)
def test_quantity_name(changes: dict[str, Any], expected: str, claims: list[Claim]) -> None:
    assert expected == quantity_name(replace(claims[0].quantities[0], **changes))
