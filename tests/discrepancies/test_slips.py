"""Slips of writing: what is recognised as one, and that a discrepancy names it, its verdict unchanged."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from discrepancy_making import LATER, found, number, only, origin, told

from workbench.discrepancies.slips import date_slip, number_slip, side_slip, time_slip, unit_slip
from workbench.discrepancies.units import base_unit, dimension, in_base
from workbench.models import Discrepancy


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        pytest.param(6_000, 60_000, "scale", id="a zero more"),
        pytest.param(60, 6_000, "scale", id="two zeros more"),
        pytest.param(3.2e6, 3.2e9, "scale", id="million and billion"),
        pytest.param(6, 6_000, "scale", id="the word for thousand left out"),
        pytest.param(2, 20, None, id="small numbers grow tenfold by themselves"),
        pytest.param(6_057, 60_570, "scale", id="any digits, one zero more"),
        pytest.param(390, 309, "digits", id="two digits in another order"),
        pytest.param(78, 87, "digits", id="two digits are enough"),
        pytest.param(63.4e9, 64.3e9, "digits", id="in billions"),
        pytest.param(22.48, 20.48, "digits", id="one digit among four"),
        pytest.param(417, 317, "digits", id="the first digit"),
        pytest.param(417, 418, None, id="the last digit: a count that went on"),
        pytest.param(1_200, 1_300, None, id="round numbers"),
        pytest.param(390, 300, None, id="only a zero follows"),
        pytest.param(390, 307, None, id="two other digits"),
        pytest.param(12, 18, None, id="one of two digits tells nothing"),
        pytest.param(1_250, 125, "scale", id="a zero less"),
        pytest.param(5, 5, None, id="the same"),
        pytest.param(0, 10, None, id="nothing at all"),
        pytest.param(12_345, 12_435, "digits", id="neighbours inside"),
        pytest.param(12_345, 14_325, None, id="digits that are no neighbours"),
    ],
)
def test_numbers(a: float, b: float, slip: str | None) -> None:
    for recognised in (number_slip(a, b), number_slip(b, a)):
        assert slip == (recognised.slip if recognised else None)


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        pytest.param(date(2024, 1, 21), date(2025, 1, 21), "year", id="last year's number in January"),
        pytest.param(date(2025, 5, 12), date(2025, 5, 21), "digits", id="digits of the day"),
        pytest.param(date(2025, 3, 4), date(2025, 4, 3), "digits", id="day and month changed places"),
        pytest.param(date(2025, 5, 1), date(2025, 5, 10), "digits", id="01 and 10"),
        pytest.param(date(2025, 5, 12), date(2025, 5, 13), None, id="the next day"),
        pytest.param(date(2025, 5, 12), date(2025, 6, 12), None, id="the same day of another month"),
        pytest.param(date(2025, 5, 12), date(2025, 5, 12), None, id="one day"),
    ],
)
def test_dates(a: date, b: date, slip: str | None) -> None:
    for recognised in (date_slip(a, b), date_slip(b, a)):
        assert slip == (recognised.slip if recognised else None)


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        pytest.param("22:48", "20:48", "digits", id="one digit"),
        pytest.param("19:53", "19:35", "digits", id="two digits in another order"),
        pytest.param("19:53", "19:54", None, id="a minute later"),
        pytest.param("19:53", "21:10", None, id="another time"),
    ],
)
def test_times(a: str, b: str, slip: str | None) -> None:
    recognised = time_slip(a, b)
    assert slip == (recognised.slip if recognised else None)


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        pytest.param((40, "kilometre"), (40, "mile"), "unit", id="kilometres and miles"),
        pytest.param((12, "USD"), (12, "TRY"), "unit", id="dollars and lira"),
        pytest.param((3, "tonne"), (3, "kilogram"), "unit", id="tonnes and kilos"),
        pytest.param((3, "tonne"), (4, "kilogram"), None, id="another number"),
        pytest.param((3, "tonne"), (3, "kilometre"), None, id="another dimension"),
        pytest.param((3, "person"), (3, "building"), None, id="counts have no dimension"),
        pytest.param((3, "mile"), (3, "mile"), None, id="one unit"),
    ],
)
def test_units(a: tuple[float, str], b: tuple[float, str], slip: str | None) -> None:
    recognised = unit_slip(number(a[0], None, unit=a[1]), number(b[0], None, unit=b[1]))
    assert slip == (recognised.slip if recognised else None)


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        pytest.param({"X": 27, "Y": 51}, {"X": 51, "Y": 27}, "side", id="changed sides"),
        pytest.param({"X": 27, "Y": 51}, {"X": 27, "Y": 50}, None, id="one other number"),
        pytest.param({"X": 27, "Y": 27}, {"X": 27, "Y": 27}, None, id="alike on both sides"),
        pytest.param({"X": 27}, {"X": 51, "Y": 27}, None, id="one side only"),
    ],
)
def test_sides(a: dict[str, float], b: dict[str, float], slip: str | None) -> None:
    recognised = side_slip(a, b)
    assert slip == (recognised.slip if recognised else None)


def test_units_of_one_dimension_are_compared_in_one_of_them() -> None:
    assert {base_unit(unit) for unit in ("metre", "mile", "kilometre")} == {"kilometre"}
    assert in_base("mile") == pytest.approx(1.609344)
    assert (base_unit("USD"), in_base("USD"), dimension("USD")) == ("USD", 1.0, "money")
    assert (base_unit("person"), in_base("person"), dimension("person")) == ("person", 1.0, None)


def counted(*claims: Any, **changes: Any) -> list[Discrepancy]:
    return only(found(*claims, **changes), "count")


def two(a: Any, b: Any, event_type: str = "prisoner_exchange") -> list[Discrepancy]:
    return counted(told("s1", event_type, quantities=a), told("s2", event_type, quantities=b))


LENGTH: dict[str, Any] = {"counted": "depth"}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(number(6_400), number(64_000), ("conflict", "scale", "high"), id="scale"),
        pytest.param(number(390), number(309), ("conflict", "digits", "high"), id="digits"),
        pytest.param(number(6_057), number(6_075), ("conflict", "digits", "low"), id="digits, close"),
        pytest.param(number(390), number(307), ("conflict", None, "high"), id="no slip"),
        pytest.param(
            number(35, **LENGTH, unit="kilometre"),
            number(35, **LENGTH, unit="mile"),
            ("conflict", "unit", "high"),
            id="unit of a measure",
        ),
        pytest.param(
            number(350, None, unit="USD"),
            number(350, None, unit="TRY"),
            ("conflict", "unit", "high"),
            id="currency",
        ),
        pytest.param(
            number(35, **LENGTH, unit="kilometre"),
            number(40, **LENGTH, unit="mile"),
            ("conflict", None, "high"),
            id="another number in another unit",
        ),
        pytest.param(
            number(8, **LENGTH, unit="kilometre"),
            number(5, **LENGTH, unit="mile"),
            None,
            id="5 miles are 8 km",
        ),
        pytest.param(
            number(7, **LENGTH, unit="kilometre"),
            number(7_000, **LENGTH, unit="metre"),
            None,
            id="7 km are 7,000 m",
        ),
        pytest.param(number(5, None, unit="USD"), number(5, None, unit="TRY"), None, id="small numbers meet"),
    ],
)
def test_a_discrepancy_names_its_slip(a: Any, b: Any, expected: tuple[str, str | None, str] | None) -> None:
    shown = [(d.verdict, d.slip, d.severity) for d in two(a, b)]
    assert shown == ([expected] if expected else [])


def test_the_reader_is_told_of_the_slip() -> None:
    (difference,) = two(number(390), number(309))
    assert "two digits in another order: perhaps a slip of the hand." in difference.why
    assert difference.why.startswith("Sources give 390 and 309 for")


def test_sides_that_changed_places_are_named() -> None:
    def said(source: str, left: float, right: float) -> list[Any]:
        sides = (("Rusya", left), ("Ukrayna", right))
        return [told(source, quantities=number(n, side=s), start=at * 20) for at, (s, n) in enumerate(sides)]

    (difference,) = counted(*said("s1", 27, 51), *said("s2", 51, 27))
    assert (difference.verdict, difference.slip) == ("conflict", "side")
    assert "Rusya and Ukrayna" in difference.why


def test_a_toll_that_grows_is_no_slip_but_a_zero_too_many_is_named() -> None:
    def toll(value: float) -> Any:
        return number(value, "injured")

    assert [d.slip for d in two(toll(78), toll(87), "earthquake")] == [None]
    assert [(d.verdict, d.slip) for d in two(toll(340), toll(3_400), "earthquake")] == [
        ("superseded", "scale")
    ]


def test_one_article_s_two_units_are_two_measures() -> None:
    sources = {"s1": origin("s1", LATER)}
    claims = [
        told("s1", "attack", quantities=number(350, None, unit=unit), start=n * 50)
        for n, unit in enumerate(("USD", "TRY"))
    ]
    assert counted(*claims, sources=sources) == []
