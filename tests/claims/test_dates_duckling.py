"""Duckling's Turkish corpus, where it is at hand: the days that its times mean.

All its yearless dates lie ahead, where news means the last such day, so the corpus is read twice: with
a clause that looks ahead, and with no tense, where a date of the same words one turn back counts too.
Cases whose words name no day ("at three", "for two seconds", "this morning until six") are left out; a
time of day beside a day ("tomorrow at three") counts by its day.

A vaguer answer that holds the day counts only where the words are vague ("the middle of March", "three
months ago"); seasons count by month here and by solstice there; "within two weeks" is the stretch up to
the day that the corpus gives; an evening that the corpus lets run past midnight is its first day, and a
weekend that it lets begin on Friday evening is its two days.
"""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from workbench.claims.dates import DateContext, find_dates
from workbench.claims.dates_context import Tense
from workbench.languages.loader import load
from workbench.models import DateSpan, Publication

CASES = Path(__file__).parents[3] / "shared/peers/duckling-tr/cases.jsonl"
REFERENCE = date(2013, 2, 12)
PUBLISHED = Publication(REFERENCE, REFERENCE, REFERENCE, "day", "stated", "", "")
VAGUE = ("part_of_month", "month", "year")
FINE = ("Second", "Minute", "Hour")
TURNS = (timedelta(days=7), timedelta(days=364), timedelta(days=365), timedelta(days=366))
"""How far back the same words mean the last such day: a week, a year, the same weekday of a year ago."""
FLOORS: dict[Tense | None, float] = {"future": 0.92, None: 0.93}
LEFT_OUT = 43


def agrees(span: DateSpan, first: date, last: date) -> bool:
    if span.precision == "season":
        shared = (min(span.end, last) - max(span.start, first)).days + 1
        return shared * 2 >= (max(span.end, last) - min(span.start, first)).days + 1
    if span.start == REFERENCE < span.end:
        return first == last == span.end
    if span.precision in VAGUE and (last - first).days < 31:
        return span.start <= first and last <= span.end
    return (span.start, span.end) == (first, last)


def agrees_by_day(span: DateSpan, first: date, last: date) -> bool:
    """For cases of finer grain: an evening ends the day after, a weekend begins the evening before."""
    inner = (first, last - timedelta(days=1)), (first + timedelta(days=1), last - timedelta(days=1))
    return agrees(span, first, last) or (span.start, span.end) in inner


def spans_of(text: str, tense: Tense | None) -> list[DateSpan]:
    return find_dates(text, 0, len(text), load("tr"), DateContext(PUBLISHED, tense=tense))


def corpus() -> tuple[list[dict[str, str]], list[str]]:
    """The cases whose words name a day, and the inputs that are left out."""
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    times = [row for row in rows if row["dim"] == "Time"]
    kept = [row for row in times if row["grain"] not in FINE or spans_of(row["input"], "future")]
    return kept, [row["input"] for row in times if row not in kept]


def holds(row: dict[str, str], tense: Tense | None) -> bool:
    first, last = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
    same = agrees_by_day if row["grain"] in FINE else agrees
    turns = (timedelta(0), *(TURNS if tense is None else ()))
    return any(
        same(span, first - turn, last - turn) for span in spans_of(row["input"], tense)[:1] for turn in turns
    )


@pytest.mark.skipif(not CASES.exists(), reason="the corpus is not part of this repository")
@pytest.mark.parametrize("tense", FLOORS)
def test_duckling_days(tense: Tense | None) -> None:
    kept, _ = corpus()
    missed = [row["input"] for row in kept if not holds(row, tense)]
    assert len(missed) <= (1 - FLOORS[tense]) * len(kept), missed


@pytest.mark.skipif(not CASES.exists(), reason="the corpus is not part of this repository")
def test_only_words_that_name_no_day_are_left_out() -> None:
    _, left_out = corpus()
    assert len(left_out) <= LEFT_OUT, left_out


if __name__ == "__main__":
    rows, none = corpus()
    for side in FLOORS:
        wrong = [row["input"] for row in rows if not holds(row, side)]
        sys.stdout.write(
            f"tense {side}: {len(rows) - len(wrong)} of {len(rows)}; missed: {', '.join(wrong)}\n"
        )
    sys.stdout.write(f"left out ({len(none)}, no day in the words): {', '.join(none)}\n")
