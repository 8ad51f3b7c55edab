"""Other projects' published cases, where they lie beside the checkout, read through the filter.

Duckling's Turkish corpus (facebook/duckling, BSD licence): each text alone, as on 12 February 2013. A case
of a number is right where its value, and its unit where it has one, is the only one that is read.

Of times only the day is asked. Clock-only cases ("at three", "for two seconds") name none and are left out:
those finer than a day in which no date is read; `left_out` names them. Duckling's yearless days and
weekdays lie ahead, where news may mean the last such day: a date one turn of the same words back counts
too. A vaguer answer that holds the day counts only where the words are vague ("the middle of March");
seasons count by month here and by solstice there; "within two weeks" is the stretch up to the day that the
corpus gives; an evening that the corpus lets run past midnight is its first day, and a weekend that
it lets begin on Friday evening is its two days.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from workbench.transcripts import read_text

from scoring import Score
from tables import Miss

DUCKLING = Path(__file__).resolve().parents[3] / "shared" / "peers" / "duckling-tr" / "cases.jsonl"
REFERENCE = date(2013, 2, 12)
UNITS = {"Cent": "try_cent"}
"""Duckling's units whose names here are others in more than case."""
DUCKLING_DIMENSIONS = (
    "Numeral", "Ordinal", "Duration", "AmountOfMoney", "Distance", "Time", "Temperature", "Volume",
)  # fmt: skip
_FINE = ("Second", "Minute", "Hour")
_VAGUE = ("part_of_month", "month", "year")
_TURNS = tuple(timedelta(days=days) for days in (0, 7, 364, 365, 366))
"""How far back the same words mean the last such day: a week, a year, the same weekday of a year ago."""
Case = dict[str, Any]
Days = tuple[date, date]


@cache
def duckling(dimension: str) -> Score | None:
    """The score of one dimension of the corpus; None where the corpus is not there."""
    cases = [case for case in _cases() if case["dim"] == dimension and case["input"] not in left_out()]
    return _score(cases) if cases else None


@cache
def left_out() -> tuple[str, ...]:
    """Inputs of cases finer than a day that name no day."""
    times = [case["input"] for case in _cases() if case["dim"] == "Time" and case["grain"] in _FINE]
    return tuple(text for text in times if not _dates(text))


@cache
def _cases() -> tuple[Case, ...]:
    if not DUCKLING.exists():
        return ()
    return tuple(json.loads(line) for line in DUCKLING.read_text(encoding="utf-8").splitlines())


def _score(cases: list[Case]) -> Score:
    misses = [miss for case in cases if (miss := _miss(case)) is not None]
    return Score(len(cases) - len(misses), len(cases), tuple(misses))


def _miss(case: Case) -> Miss | None:
    if case["dim"] == "Time":
        return _missed_day(case)
    row = read_text(case["input"], published=REFERENCE, code="tr")
    kind = "ordinals" if case["dim"] == "Ordinal" else "quantities"
    unit = case.get("unit")
    expected = [(case["value"], UNITS.get(unit, unit.lower()) if unit else None)]
    found = [(one["value"], one["unit"].lower() if unit else None) for one in row[kind]]
    return None if found == expected else Miss(case["dim"], case["input"], kind, expected, found)


def _missed_day(case: Case) -> Miss | None:
    first, last = date.fromisoformat(case["start"]), date.fromisoformat(case["end"])
    found = _dates(case["input"])
    days = {(first - turn, last - turn) for turn in _TURNS}
    if case["grain"] in _FINE:
        evening, day = timedelta(days=1), timedelta(0)
        days |= {(a + late, b - evening) for a, b in tuple(days) for late in (day, evening)}
    if found and any(_agrees(found[0], one) for one in days):
        return None
    return Miss("Time", case["input"], "dates", (case["start"], case["end"]), found)


def _dates(text: str) -> list[tuple[str, Days]]:
    """Precision and days of each date that is read."""
    rows = read_text(text, published=REFERENCE, code="tr")["dates"]
    return [
        (row["precision"], (date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))) for row in rows
    ]


def _agrees(found: tuple[str, Days], days: Days) -> bool:
    precision, (start, end) = found
    first, last = days
    if precision == "season":
        shared = (min(end, last) - max(start, first)).days + 1
        return shared * 2 >= (max(end, last) - min(start, first)).days + 1
    if start == REFERENCE < end:
        return first == last == end
    if precision in _VAGUE and (last - first).days < 31:
        return start <= first and last <= end
    return (start, end) == days
