"""How severe a discrepancy is, and the sentence that says why: one place for every detector."""

from __future__ import annotations

from dataclasses import replace

import pytest
from discrepancy_making import found, number, told

from workbench.discrepancies.severity import weigh
from workbench.models import Attribute, AttributeValue, Verdict


def values(*stated: tuple[float | str, str]) -> list[AttributeValue]:
    """Values, each with the origin that it goes back to."""
    return [
        AttributeValue(f"c{n}", f"s{n}", value, *_bounds(value), str(value), "x", 0, 1, behind)
        for n, (value, behind) in enumerate(stated)
    ]


def _bounds(value: float | str) -> tuple[float | str, float | str]:
    low, _, high = value.partition("..") if isinstance(value, str) else (value, "", "")
    return low, high or low


TWO = (("a", "b"), ("a", "b"))
CASES: list[tuple[Attribute, str, Verdict, list[AttributeValue], str, str]] = [
    ("count", "soldier", "conflict", values((390, "a"), (300, "b")), "high", "23% of the larger"),
    ("count", "body", "conflict", values((6057, "a"), (6060, "b")), "low", "less than 0.1%"),
    ("count", "tourist", "conflict", values((303, "a"), (307, "b")), "medium", "1.3% of the larger"),
    ("count", "killed", "conflict", values((303, "a"), (307, "b")), "high", "“killed” weighs heavily"),
    ("count", "killed", "conflict", values((6057, "a"), (6060, "b")), "low", "“killed” weighs heavily"),
    ("count", "crowd", "tension", values((20000, "a"), (8000, "b")), "medium", "both may hold"),
    ("count", "killed", "superseded", values((12, "a"), (40, "b")), "low", "replaces the earlier"),
    ("count", "tourist", "conflict", values((390, "a"), (300, "a")), "medium", "one origin"),
    ("count", "tourist", "conflict", values((303, "a"), (307, "b"), (307, "c"), (303, "d")), "high",
     "2 and 2 independent origins"),
    ("count", "tourist", "conflict", values((303, "a"), (307, "b"), (307, "c")), "medium",
     "2 independent origins stand against 1"),
    ("count", "tourist", "conflict", values((303, "a"), (307, "b"), (307, "b")), "medium",
     "one origin stands against another"),
    ("total", "body", "conflict", values((78, "a"), (77, "a")), "high", "“total” weighs heavily"),
    ("date", "", "conflict", values(("2025-05-26", "a"), ("2025-05-27", "b")), "high", "1 day lie"),
    ("date", "", "tension", values(("2025-05-15..2025-05-16", "a"), ("2025-05-16", "b")), "low",
     "they share a day"),
    ("date", "", "conflict", values(("some day", "a"), ("2025-05-16", "b")), "high", "excludes the other"),
    ("time", "", "conflict", values(("23:50", "a"), ("00:10", "b")), "medium", "20 minutes lie"),
    ("time", "", "conflict", values(("09:00", "a"), ("11:00", "b")), "high", "120 minutes lie"),
    ("place", "", "tension", values(("Bursa", "a"), ("İzmir", "b")), "medium", "both may hold"),
    ("name", "", "tension", values(("Ali Kaya", "a"), ("Ali Kara", "b")), "low", "“name” weighs little"),
    ("status", "", "conflict", values(("denied", "a"), ("occurred", "b")), "high", "excludes the other"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("attribute", "key", "verdict", "stated", "severity", "reason"),
    [pytest.param(*case, id=f"{case[0]} {case[1]} {case[4]}: {case[5]}") for case in CASES],
)
def test_severity_and_why(
    attribute: Attribute,
    key: str,
    verdict: Verdict,
    stated: list[AttributeValue],
    severity: str,
    reason: str,
) -> None:
    weighed, why = weigh(attribute, key, verdict, stated)
    assert (severity, why.startswith(severity.capitalize())) == (weighed, True), why
    assert reason in why
    assert why.endswith(".")


def test_a_gap_that_the_numbers_do_not_show_may_be_given() -> None:
    kilometres, miles = values((5, "a"), (5, "b"))
    stated = [replace(kilometres, label="5 km"), replace(miles, label="5 miles")]
    assert weigh("count", "distance", "conflict", stated)[0] == "low"
    assert weigh("count", "distance", "conflict", stated, gap=0.4)[0] == "high"


def test_every_value_names_its_origin() -> None:
    claims = [told(f"s{n}", quantities=number(10), speaker="Vali") for n in (2, 3)]
    claims.append(told("s1", quantities=number(90)))
    (difference,) = found(*claims)
    assert {v.source: v.origin for v in difference.values} == {"s1": "s1", "s2": "s2", "s3": "s2"}
    assert difference.severity_why.startswith(f"{difference.severity.capitalize()}: ")
