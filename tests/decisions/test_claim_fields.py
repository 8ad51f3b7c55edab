"""What a reviewer types for a field of a claim, and what the claim says then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from workbench.decisions.claim_fields import (
    fields,
    given,
    number_text,
    put,
    quantity_field,
    shown,
    typed,
    typed_number,
)
from workbench.errors import DecisionError
from workbench.models import Claim, DateSpan, Quantity

TEXT = "On 3 May the two sides handed over 390 prisoners."
DAY = DateSpan(date(2025, 5, 3), date(2025, 5, 3), "day", "3 May", 3, 8, "absolute")
HANDED = Quantity(390, 390, 390, "person", "prisoner_of_war", "each", "event", "exactly", "390", 35, 38)
CLAIM = Claim(
    id="c1",
    source="s1",
    start=0,
    end=len(TEXT),
    text=TEXT,
    speaker=None,
    event_type="prisoner_exchange",
    modality="occurred",
    date=DAY,
    dates=(DAY,),
    participants=("Ukraine", "Russia"),
    quantities=(HANDED,),
    continues=True,
)
NUMBER = quantity_field(35, 38)
_DAYS, _MONTHS = "2025-05-16/2025-05-18", "2024-12-01/2025-01-31"


@pytest.mark.parametrize(
    ("field", "text", "value", "said"),
    [
        pytest.param("modality", " agreed ", "agreed", "agreed", id="how far it got"),
        pytest.param("event_type", "summit", "summit", "summit", id="a kind of event"),
        pytest.param("speaker", "Vladimir  Putin", "Vladimir Putin", "Vladimir Putin", id="blanks"),
        pytest.param("speaker", "-", None, "-", id="a dash is nobody"),
        pytest.param("place", "", None, "-", id="nothing is nowhere"),
        pytest.param("participants", "A; B; A", ["A", "B"], "A; B", id="each once"),
        pytest.param("participants", "-", [], "-", id="nobody took part"),
        pytest.param("date", "2025-05-16", "2025-05-16", "2025-05-16", id="a day"),
        pytest.param("date", "2025-05-16 / 2025-05-18", _DAYS, _DAYS, id="some days"),
        pytest.param("date", "2025-05-16/2025-05-16", "2025-05-16", "2025-05-16", id="one day twice"),
        pytest.param("date", "2024-02", "2024-02", "2024-02", id="a month"),
        pytest.param("date", "2024", "2024", "2024", id="a year"),
        pytest.param("date", "2024-12/2025-01", _MONTHS, _MONTHS, id="two months"),
        pytest.param("date", "-", None, "-", id="no day"),
    ],
)  # fmt: skip
def test_what_is_typed_is_what_the_claim_says_then(field: str, text: str, value: Any, said: str) -> None:
    read = typed(field, text)
    changed = put(CLAIM, field, read)
    assert (read, given(changed, field)) == (value, value)
    assert typed(field, shown(field, read)) == read
    assert shown(field, given(changed, field)) == said


@pytest.mark.parametrize(
    ("field", "text"),
    [
        pytest.param("modality", "maybe", id="no such modality"),
        pytest.param("event_type", "Prisoner exchange", id="not a name of a kind"),
        pytest.param("event_type", "", id="an event has a kind"),
        pytest.param("date", "16.05.2025", id="not an ISO day"),
        pytest.param("date", "2025-02-30", id="no such day"),
        pytest.param("date", "2025-13", id="no such month"),
        pytest.param("date", "2025-05-18/2025-05-16", id="the last day first"),
        pytest.param("date", "2025/2026/2027", id="three of them"),
        pytest.param("speaker", "a\x1b[31mb", id="an escape sequence"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_is_expected(field: str, text: str) -> None:
    with pytest.raises(DecisionError) as refused:
        typed(field, text)
    assert refused.value.hint


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("1.200", (1200, 1200, 1200, "exactly"), id="grouped"),
        pytest.param("390-400", (395, 390, 400, "between"), id="a range"),
        pytest.param("~400", (400, 360, 440, "about"), id="about"),
        pytest.param(">6000", (6000, 6000, None, "more_than"), id="more than"),
        pytest.param(">=12", (12, 12, None, "at_least"), id="at least"),
        pytest.param("< 40", (40, None, 40, "less_than"), id="fewer than"),
        pytest.param("<=50", (50, None, 50, "up_to"), id="up to"),
    ],
)
def test_a_number_is_read_with_what_it_commits_to(text: str, number: tuple[Any, ...]) -> None:
    parts = typed_number(text, given(CLAIM, NUMBER))
    assert (parts["value"], parts["low"], parts["high"], parts["modifier"]) == number
    assert (parts["counted"], parts["side"]) == ("prisoner_of_war", "each")
    assert typed_number(number_text(parts), parts) == parts
    changed = put(CLAIM, NUMBER, parts)
    assert given(changed, NUMBER) == parts
    assert changed.quantities[0].expr == "390"


@pytest.mark.parametrize("text", ["", "many", ">390-400", "390-", "--3"])
def test_a_number_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(DecisionError):
        typed_number(text, None)


def test_a_number_may_be_taken_out_or_read_where_none_was() -> None:
    without = put(CLAIM, NUMBER, None)
    assert without.quantities == ()
    added = put(without, quantity_field(13, 16), typed_number("2", None))
    assert [(one.value, one.expr, one.unit) for one in added.quantities] == [(2, "two", "number")]


def test_a_number_takes_the_place_of_those_that_it_overlaps() -> None:
    changed = put(CLAIM, quantity_field(35, 48), typed_number("390", None))
    assert [one.expr for one in changed.quantities] == ["390 prisoners"]


def test_the_days_words_stay_where_they_are_the_claims_own() -> None:
    own = put(CLAIM, "date", "2024-05-03").date
    lent = put(replace(CLAIM, date=replace(DAY, expr_start=90, expr_end=95)), "date", "2024-05-03").date
    assert own and (own.expr, own.expr_start, own.basis, own.start) == (
        "3 May",
        3,
        "absolute",
        date(2024, 5, 3),
    )
    assert lent and (lent.expr, lent.expr_start, lent.expr_end) == ("", 0, 0)


def test_who_names_the_event_says_that_the_clause_has_one() -> None:
    assert not put(CLAIM, "event_type", "summit").continues
    assert put(CLAIM, "modality", "agreed").continues


def test_every_field_that_is_named_can_be_read() -> None:
    assert fields(CLAIM) == (
        *("extent", "event_type", "modality", "date", "place", "participants", "speaker"),
        NUMBER,
    )
    assert [shown(field, given(CLAIM, field)) for field in fields(CLAIM)] == [
        *("0-49", "prisoner_exchange", "occurred", "2025-05-03", "-", "Ukraine; Russia", "-"),
        "390 prisoner_of_war each",
    ]
