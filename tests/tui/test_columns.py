"""The values of a difference as columns: who stands behind each, and which of them fit on the screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from review_material import claim, source

from workbench.models import AttributeValue, Claim, Discrepancy, Source
from workbench.tui.cases import Case
from workbench.tui.columns import Column, columns, interval, window
from workbench.tui.screens import questions
from workbench.tui.sides import NEITHER, Sides

LATE = source("late.txt", "Yangında 14 kişi yaralandı.", title="L", publisher="Sonra", day=date(2026, 2, 5))
EARLY = source("early.txt", "Yangında 14 kişi yaralandı!", title="E", publisher="Önce", day=date(2026, 2, 3))
COPY = source("copy.txt", "Yangında 14 kişi yaralandı?", title="C", publisher="Kopya", day=date(2026, 2, 4))
OTHER = source("other.txt", "Yangında en az 17 kişi yaralandı.", title="O", day=None)
SOURCES = {one.id: one for one in (LATE, EARLY, COPY, OTHER)}


def said(of: Source, label: str, number: float, origin: str = "") -> tuple[AttributeValue, Claim]:
    made = claim(of, of.text)
    return AttributeValue(made.id, of.id, number, number, number, label, "14", 0, 8, origin), made


def case_of(*given: tuple[AttributeValue, Claim]) -> Case:
    values = tuple(value for value, _ in given)
    found = Discrepancy("d1", "e1", "count", "injured", "conflict", "high", values, "They differ.")
    ordered = sorted(values, key=lambda value: found.labels.index(value.label))
    return Case(found, "fire", "open", tuple(ordered), {made.id: made for _, made in given}, None, ())


def shown(case: Case) -> list[Column]:
    return columns(case, SOURCES.get)


def test_origins_come_before_their_copies_and_are_counted_once() -> None:
    case = case_of(
        said(LATE, "14", 14.0),
        said(COPY, "14", 14.0, EARLY.id),
        said(EARLY, "14", 14.0),
        said(OTHER, "17", 17.0),
    )
    first, second = shown(case)
    assert [(one.outlet, one.copied_from) for one in first.witnesses] == [
        ("Önce", ""),
        ("Kopya", "Önce"),
        ("Sonra", ""),
    ]
    assert (first.number, first.origins, first.sources) == (1, 2, 3)
    assert first.behind == "2 independent origins, 3 sources"
    assert [(one.outlet, one.published) for one in second.witnesses] == [("O", "date unknown")]


def test_how_far_it_got_is_told_where_it_says_something() -> None:
    (value, made), other = said(LATE, "14", 14.0), said(OTHER, "17", 17.0)
    plain = shown(case_of((value, made), other))
    assert plain[0].witnesses[0].manner == ()
    denied = replace(made, modality="denied", speaker="Vali", aspects=("evidence=reported",))
    first, second = shown(case_of((value, denied), other))
    assert (first.witnesses[0].manner, first.witnesses[0].speaker) == (("denied", "hearsay"), "Vali")
    assert second.witnesses[0].manner == ("happened",)


def test_an_article_that_is_gone_is_left_out() -> None:
    case = case_of(said(LATE, "14", 14.0), said(OTHER, "17", 17.0))
    first, second = columns(case, {OTHER.id: OTHER}.get)
    assert (first.witnesses, len(second.witnesses)) == ((), 1)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        pytest.param(17.0, None, "17 or more", id="open above"),
        pytest.param(None, 1200.0, "1,200 or less", id="open below"),
        pytest.param(390.0, 400.0, "390 to 400", id="between"),
        pytest.param("390.0", "400.5", "390 to 400.5", id="bounds as text"),
        pytest.param(14.0, 14.0, "", id="a point says nothing more than its label"),
        pytest.param("2026-02-02", "2026-02-04", "2026-02-02 to 2026-02-04", id="days"),
        pytest.param(None, None, "", id="words"),
    ],
)
def test_what_a_value_commits_its_speaker_to(low: float | None, high: float | None, words: str) -> None:
    value, _ = said(LATE, "14", 14.0)
    assert interval(replace(value, low=low, high=high)) == words


@pytest.mark.parametrize(
    ("there", "width", "first", "selected", "expected"),
    [
        pytest.param(2, 80, 0, 0, [0, 1], id="two fit in 80 cells"),
        pytest.param(5, 80, 0, 1, [0, 1], id="the first two of five"),
        pytest.param(5, 80, 0, 2, [1, 2], id="on to the third"),
        pytest.param(5, 80, 3, 1, [1, 2], id="back to the second"),
        pytest.param(5, 200, 0, 4, [0, 1, 2, 3, 4], id="all in a wide one"),
        pytest.param(5, 20, 0, 4, [4], id="one at least"),
        pytest.param(2, 200, 3, 0, [0, 1], id="fewer than before"),
    ],
)
def test_which_columns_fit(there: int, width: int, first: int, selected: int, expected: list[int]) -> None:
    assert list(window(there, width, first, selected)) == expected


def test_claims_start_on_the_sides_of_their_labels() -> None:
    case = case_of(said(LATE, "14", 14.0), said(EARLY, "14", 14.0), said(OTHER, "17", 17.0))
    sides = Sides(case)
    late, early, other = (row.claim for row in sides.rows)
    assert sides.chosen == [[late, early], [other]]
    sides.move(early)
    sides.move(other)
    assert sides.chosen == [[late, other], [early]]
    sides.put(other, NEITHER)
    sides.put(late, 9)
    assert sides.chosen == [[late], [early]]


def test_a_claim_with_two_values_starts_on_no_side() -> None:
    value, made = said(LATE, "14", 14.0)
    both = replace(value, label="15")
    sides = Sides(case_of((value, made), (both, made), said(OTHER, "14", 14.0)))
    assert (sides.of(made.id), sides.count) == (NEITHER, 2)
    assert len(sides.chosen) == 1


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 2, 10), date(2026, 3, 10), id="the same day"),
        pytest.param(date(2026, 1, 31), date(2026, 2, 28), id="the last day of a shorter month"),
        pytest.param(date(2025, 12, 31), date(2026, 1, 31), id="into the next year"),
    ],
)
def test_a_month_later(day: date, expected: date) -> None:
    assert questions.a_month_after(day) == expected


def test_a_range_is_offered_from_the_lowest_to_the_highest() -> None:
    (value, made), other = said(LATE, "14", 14.0), said(OTHER, "17", 17.0)
    bounded = (replace(value, low="12.5", high="20"), made)
    assert questions.give_range(case_of(bounded, other)).value == "12.5/20"
    assert questions.give_range(case_of((replace(value, high=None), made), other)).value == "14/17"
    worded = (replace(value, value="a week later", high=None), made)
    assert questions.give_range(case_of(worded, other)).value == ""
