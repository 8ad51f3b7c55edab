"""Two events that only the year tells apart: a slip of the year, or something that happened again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from discrepancy_making import SOURCES, event_of, number, on, sound, told

from workbench.discrepancies import detect
from workbench.models import DateSpan, Discrepancy, Ordinal

JANUARY = DateSpan(date(2024, 1, 1), date(2024, 1, 31), "month", "x", 0, 1, "absolute")
DEAD, OTHERS = number(78, "killed"), number(12, "killed")


def years(a: dict[str, Any], b: dict[str, Any]) -> list[Discrepancy]:
    """What is found of the year, where the two are dated as they say and lie where they say."""
    events, held = [], {}
    for n, said in enumerate((a, b), 1):
        kind, place = said.pop("kind", "fire"), said.pop("place", "Bolu")
        claim = told(f"s{n}", kind, **said)
        held[claim.id] = claim
        events.append(event_of([claim], f"e{n}", date=claim.date, place=place))
    assert detect(events, held, SOURCES) == detect(events[::-1], held, SOURCES)
    found = [d for d in detect(events, held, SOURCES) if d.slip == "year"]
    assert all(sound(d, list(held.values())) for d in found)
    return found


def fire(year: int, day: int = 21, **changes: Any) -> dict[str, Any]:
    return {"date": on(date(year, 1, day)), "quantities": DEAD, **changes}


CASES: list[tuple[str, dict[str, Any], dict[str, Any], int]] = [
    ("the year before", fire(2025), fire(2024), 1),
    ("a wrong tens digit", fire(2025), fire(2015), 1),
    ("a part of the place", fire(2025, place="Bolu/Kartalkaya"), fire(2024), 1),
    ("no number: it strikes once", fire(2025, quantities=()), fire(2024, quantities=()), 1),
    ("another day", fire(2025), fire(2024, day=22), 0),
    ("another place", fire(2025), fire(2024, place="Elazığ"), 0),
    ("three years ago", fire(2025), fire(2022), 0),
    ("only a month, and the number", fire(2025), fire(2024, date=JANUARY), 1),
    ("only a month, another number", fire(2025), fire(2024, date=JANUARY, quantities=OTHERS), 0),
    ("the day of publication states nothing", fire(2025),
     fire(2024, date=on(date(2024, 1, 21), basis="publication")), 0),
    ("what recurs, with the number", fire(2025, kind="visit"), fire(2024, kind="visit"), 1),
    ("what recurs, without", fire(2025, kind="visit"), fire(2024, kind="visit", quantities=OTHERS), 0),
    ("an anniversary", fire(2024), fire(2025, quantities=(DEAD, number(1, "anniversary", unit="year"))), 0),
    ("the second of its kind", fire(2024, kind="summit", ordinals=(Ordinal(1, "summit", "x", 0, 1),)),
     fire(2025, kind="summit", ordinals=(Ordinal(2, "summit", "x", 0, 1),)), 0),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), [pytest.param(*case, id=name) for name, *case in CASES])
def test_the_year_alone(a: dict[str, Any], b: dict[str, Any], expected: int) -> None:
    assert len(years(dict(a), dict(b))) == len(years(dict(b), dict(a))) == expected


def test_the_reader_is_told_both_years() -> None:
    (difference,) = years(fire(2025), fire(2024))
    assert (difference.attribute, difference.verdict) == ("date", "tension")
    assert difference.labels == ("21 Jan 2024", "21 Jan 2025")
    assert "slip of the year" in difference.why
