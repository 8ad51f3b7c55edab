"""What may be decided, what an entry holds, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from decision_samples import AT, at, sample_discrepancy, sample_value
from hypothesis import given
from hypothesis import strategies as st

from workbench.decisions import (
    accept,
    assign,
    defer,
    different_events,
    dismiss,
    enter,
    give_range,
    note,
    supersede,
    undo,
    unsettled,
)
from workbench.errors import DecisionError
from workbench.models import Attribute, Decision, Reading


def test_accepting_takes_the_value_behind_the_label() -> None:
    values = (sample_value("a", "4", 4), sample_value("b", "more than 6", 6), sample_value("c", "4", 4))
    found = sample_discrepancy(values=(values[0], replace(values[1], high=None), values[2]))
    decision = accept(found, 2, reviewer=" Ayşe ", at=AT, note="  seen  ")
    assert decision == Decision(
        id=decision.id,
        kind="accept",
        discrepancy="d1",
        event="e1",
        attribute="count",
        key="injured",
        claims=("a", "b", "c"),
        reviewer="Ayşe",
        at=AT,
        label="more than 6",
        value=6.0,
        low=6.0,
        high=None,
        note="seen",
        readings=(Reading("a", 4.0), Reading("b", 6.0), Reading("c", 4.0)),
    )


@pytest.mark.parametrize("number", [0, -1, 3])
def test_there_is_no_value_of_that_number(number: int) -> None:
    with pytest.raises(DecisionError, match=str(number)) as refused:
        accept(sample_discrepancy(), number, reviewer="A", at=AT)
    assert refused.value.hint == "Choose 1 to 2."


ENTERED: list[tuple[Attribute, str, str, object, object, object]] = [
    ("count", "390", "390", 390.0, 390.0, 390.0),
    ("count", " 6.5 ", "6.5", 6.5, 6.5, 6.5),
    ("count", "6,5", "6.5", 6.5, 6.5, 6.5),
    ("count", "1.200", "1200", 1200.0, 1200.0, 1200.0),
    ("count", "1,200,000", "1200000", 1200000.0, 1200000.0, 1200000.0),
    ("count", "12 500", "12500", 12500.0, 12500.0, 12500.0),
    ("count", "0.125", "0.125", 0.125, 0.125, 0.125),
    ("count", "12.3450", "12.3450", 12.345, 12.345, 12.345),
    ("count", "0.0000001", "0.0000001", 1e-7, 1e-7, 1e-7),
    ("total", "390-400", "390-400", None, 390.0, 400.0),
    ("total", "1.200 – 1.300", "1200-1300", None, 1200.0, 1300.0),
    ("total", "5-5", "5", 5.0, 5.0, 5.0),
    ("date", "2025-05-16", "2025-05-16", "2025-05-16", "2025-05-16", "2025-05-16"),
    ("date", "2025-05-16 / 2025-05-17", "2025-05-16/2025-05-17", None, "2025-05-16", "2025-05-17"),
    ("date", "2025-05-16/2025-05-16", "2025-05-16", "2025-05-16", "2025-05-16", "2025-05-16"),
    ("time", "9:05", "09:05", "09:05", "09:05", "09:05"),
    ("time", "23:59", "23:59", "23:59", "23:59", "23:59"),
    ("place", "  Iğdır   merkez ", "Iğdır merkez", "Iğdır merkez", None, None),
    ("wording", "1-2", "1-2", "1-2", None, None),
]


@pytest.mark.parametrize(
    ("attribute", "text", "label", "value", "low", "high"),
    ENTERED,
    ids=[f"{row[0]} {row[1]}" for row in ENTERED],
)
def test_a_value_is_read_by_its_attribute(
    attribute: Attribute, text: str, label: str, value: object, low: object, high: object
) -> None:
    decision = enter(sample_discrepancy(attribute=attribute), text, reviewer="A", at=AT)
    assert (decision.kind, decision.label) == ("enter", label)
    assert (decision.value, decision.low, decision.high) == (value, low, high)


REFUSED: list[tuple[Attribute, str]] = [
    ("count", ""),
    ("count", "many"),
    ("count", "-5"),
    ("count", "400-390"),
    ("count", "1-2-3"),
    ("count", "1.2.3"),
    ("count", "12,3456,7"),
    ("count", "٣٤"),
    ("count", "9" * 400),
    ("count", "nan"),
    ("total", "390 prisoners"),
    ("date", "16 May 2025"),
    ("date", "2025-02-30"),
    ("date", "20250516"),
    ("date", "2025-W20-5"),
    ("date", "2025-05-17/2025-05-16"),
    ("date", "2025-05-16/2025-05-17/2025-05-18"),
    ("date", "/"),
    ("time", "24:00"),
    ("time", "9"),
    ("time", "9:5"),
    ("place", " \n\t "),
    ("place", "Iğdır\x1b[31m"),
    ("speaker", "A\u202eB"),
]


@pytest.mark.parametrize(("attribute", "text"), REFUSED, ids=[f"{row[0]} {row[1][:20]!a}" for row in REFUSED])
def test_a_value_that_cannot_be_read_is_refused_with_a_hint(attribute: Attribute, text: str) -> None:
    with pytest.raises(DecisionError) as refused:
        enter(sample_discrepancy(attribute=attribute), text, reviewer="A", at=AT)
    assert refused.value.hint
    assert str(refused.value).isprintable() or not text.strip()


@given(st.sampled_from(["count", "date", "time", "place"]), st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused(attribute: Attribute, text: str) -> None:
    found = sample_discrepancy(attribute=attribute)
    try:
        decision = enter(found, text, reviewer="A", at=AT)
    except DecisionError:
        return
    assert decision.label
    assert enter(found, decision.label, reviewer="A", at=AT) == decision


@given(st.integers(0, 10**12), st.integers(0, 10**6))
def test_a_range_holds_both_its_ends(low: int, width: int) -> None:
    decision = enter(sample_discrepancy(), f"{low}-{low + width}", reviewer="A", at=AT)
    assert (decision.low, decision.high) == (low, low + width)
    assert decision.value == (low if width == 0 else None)


RANGES: list[tuple[Attribute, tuple[str, str | None, str], tuple[object, ...]]] = [
    ("count", ("390", None, "1.200"), ("390-1200", None, 390.0, 1200.0)),
    ("total", ("390", " 395 ", "400"), ("395 (390-400)", 395.0, 390.0, 400.0)),
    ("count", ("9", "9", "10"), ("9 (9-10)", 9.0, 9.0, 10.0)),
    ("count", ("390", " ", "390"), ("390-390", None, 390.0, 390.0)),
    (
        "date",
        ("2025-05-16", "2025-05-17", "2025-05-18"),
        ("2025-05-17 (2025-05-16/2025-05-18)", "2025-05-17", "2025-05-16", "2025-05-18"),
    ),
    ("time", ("9:05", None, "10:15"), ("09:05-10:15", None, "09:05", "10:15")),
]


@pytest.mark.parametrize(
    ("attribute", "typed", "read"), RANGES, ids=[f"{row[0]} {row[2][0]}" for row in RANGES]
)
def test_a_range_has_ends_and_perhaps_a_best_value(
    attribute: Attribute, typed: tuple[str, str | None, str], read: tuple[object, ...]
) -> None:
    low, best, high = typed
    found = sample_discrepancy(attribute=attribute)
    decision = give_range(found, low, high, best=best, reviewer="A", at=AT)
    assert decision.kind == "range"
    assert (decision.label, decision.value, decision.low, decision.high) == read


@pytest.mark.parametrize(
    ("attribute", "typed"),
    [
        pytest.param("count", ("400", None, "390"), id="ends the wrong way round"),
        pytest.param("count", ("390", "401", "400"), id="best above the highest"),
        pytest.param("count", ("390", "389", "400"), id="best below the lowest"),
        pytest.param("count", ("380-390", None, "400"), id="an end that is a range"),
        pytest.param("count", ("", None, "400"), id="no lowest"),
        pytest.param("count", ("many", None, "400"), id="no number"),
        pytest.param("date", ("2025-05-18", None, "2025-05-16"), id="days the wrong way round"),
        pytest.param("place", ("Ankara", None, "İzmir"), id="words have no order"),
    ],
)
def test_a_range_that_cannot_be_is_refused_with_a_hint(
    attribute: Attribute, typed: tuple[str, str | None, str]
) -> None:
    low, best, high = typed
    with pytest.raises(DecisionError) as refused:
        give_range(sample_discrepancy(attribute=attribute), low, high, best=best, reviewer="A", at=AT)
    assert refused.value.hint


def test_the_value_that_replaced_the_others_is_taken_as_it_is_given() -> None:
    replaced, accepted = (
        make(sample_discrepancy(), 2, reviewer="A", at=AT, note="later list") for make in (supersede, accept)
    )
    assert replaced == replace(accepted, id=replaced.id, kind="supersede")
    with pytest.raises(DecisionError, match="3 of 2"):
        supersede(sample_discrepancy(), 3, reviewer="A", at=AT)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param(" Zeynep  Ak ", "Zeynep Ak", id="a name"),
        pytest.param(None, None, id="nobody"),
        pytest.param("  ", None, id="an empty name"),
    ],
)
def test_whose_task_it_is(name: str | None, kept: str | None) -> None:
    decision = assign(sample_discrepancy(), name, reviewer="A", at=AT)
    assert (decision.kind, decision.value, decision.label) == ("assign", kept, None)


def test_a_name_with_control_characters_is_refused() -> None:
    with pytest.raises(DecisionError, match="name") as refused:
        assign(sample_discrepancy(), "Zey\x1bnep", reviewer="A", at=AT)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    ("make", "kind", "value"),
    [
        (dismiss, "dismiss", None),
        (unsettled, "unsettled", None),
        (different_events, "different_events", "a,b|c"),
    ],
    ids=["not a conflict", "cannot be settled", "different events keeps which claims are apart"],
)
def test_verdicts_without_a_label(make: Callable[..., Decision], kind: str, value: str | None) -> None:
    decision = make(sample_discrepancy(), reviewer="A", at=AT, note=" ")
    assert (decision.kind, decision.label, decision.value, decision.note) == (kind, None, value, None)
    assert decision.claims == ("a", "b", "c")


@pytest.mark.parametrize("until", ["2025-06-01", " 2025-12-31 "])
def test_deferring_to_today_or_later(until: str) -> None:
    assert defer(sample_discrepancy(), until, reviewer="A", at=AT).until == until.strip()


@pytest.mark.parametrize("until", ["2025-05-31", "tomorrow", "", "31.12.2025"])
def test_deferring_to_the_past_or_to_no_day_is_refused(until: str) -> None:
    with pytest.raises(DecisionError) as refused:
        defer(sample_discrepancy(), until, reviewer="A", at=AT)
    assert refused.value.hint


def test_a_note_says_something() -> None:
    assert note(sample_discrepancy(), " two\nlines ", reviewer="A", at=AT).note == "two\nlines"
    with pytest.raises(DecisionError, match="empty"):
        note(sample_discrepancy(), " \n", reviewer="A", at=AT)


@pytest.mark.parametrize("reviewer", ["", "  "])
def test_somebody_must_decide(reviewer: str) -> None:
    with pytest.raises(DecisionError, match="no name"):
        dismiss(sample_discrepancy(), reviewer=reviewer, at=AT)


@pytest.mark.parametrize("moment", ["2025-06-01T10:00:00", "yesterday", "", "2025-06-01"])
def test_a_time_without_its_zone_is_refused(moment: str) -> None:
    with pytest.raises(DecisionError, match="zone"):
        dismiss(sample_discrepancy(), reviewer="A", at=moment)


def test_an_id_follows_from_the_content_alone() -> None:
    first = accept(sample_discrepancy(), 1, reviewer="Ayşe", at=AT)
    assert first == accept(sample_discrepancy(), 1, reviewer="Ayşe", at=AT)
    assert first.id == "k3bc917839c2b011c"
    others = [
        accept(sample_discrepancy(), 2, reviewer="Ayşe", at=AT),
        accept(sample_discrepancy(), 1, reviewer="Veli", at=AT),
        accept(sample_discrepancy(), 1, reviewer="Ayşe", at=at(1)),
        accept(sample_discrepancy(), 1, reviewer="Ayşe", at=AT, note="why"),
    ]
    assert len({first.id, *(other.id for other in others)}) == 5


def test_whole_and_decimal_numbers_make_one_id() -> None:
    whole = sample_discrepancy(values=(sample_value("a", "4", 4),))
    decimal = sample_discrepancy(values=(sample_value("a", "4", 4.0),))
    assert accept(whole, 1, reviewer="A", at=AT).id == accept(decimal, 1, reviewer="A", at=AT).id


def test_undo_names_what_it_takes_back() -> None:
    taken = dismiss(sample_discrepancy(), reviewer="A", at=AT)
    entry = undo(taken, [taken], reviewer="B", at=at(1))
    assert (entry.kind, entry.undoes, entry.reviewer, entry.discrepancy) == ("undo", taken.id, "B", "d1")


def test_undoing_twice_or_what_is_not_in_the_log_is_refused() -> None:
    taken = dismiss(sample_discrepancy(), reviewer="A", at=AT)
    entry = undo(taken, [taken], reviewer="A", at=at(1))
    with pytest.raises(DecisionError, match="undone already"):
        undo(taken, [taken, entry], reviewer="A", at=at(2))
    with pytest.raises(DecisionError, match="not in the log"):
        undo(taken, [], reviewer="A", at=at(1))
