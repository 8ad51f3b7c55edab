"""Duckling's Turkish corpus, where it is at hand: dates at day grain or coarser.

Left out: clock-only cases (grain hour and finer), and feasts of the lunar calendar, which need a
table of announced days. All its yearless dates lie ahead, so the tense is given as future. A
vaguer answer that holds the day counts only where the words are vague: "the middle of March",
"three months ago"; seasons count by month here and by solstice there; "within two weeks" is the
stretch up to the day that the corpus gives.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from workbench.claims.dates import DateContext, find_dates
from workbench.languages.loader import load
from workbench.models import DateSpan, Publication

CASES = Path(__file__).parents[3] / "shared/peers/duckling-tr/cases.jsonl"
REFERENCE = date(2013, 2, 12)
LUNAR = ("ramazan bayramı", "kurban bayramı")
VAGUE = ("part_of_month", "month", "year")
FLOOR = 0.90


def agrees(span: DateSpan, first: date, last: date) -> bool:
    if span.precision == "season":
        shared = (min(span.end, last) - max(span.start, first)).days + 1
        return shared * 2 >= (max(span.end, last) - min(span.start, first)).days + 1
    if span.start == REFERENCE < span.end:
        return first == last == span.end
    if span.precision in VAGUE and (last - first).days < 31:
        return span.start <= first and last <= span.end
    return (span.start, span.end) == (first, last)


@pytest.mark.skipif(not CASES.exists(), reason="the corpus is not part of this repository")
def test_duckling_days() -> None:
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["dim"] == "Time" and row["grain"] not in ("Second", "Minute", "Hour")]
    rows = [row for row in rows if not any(feast in row["input"] for feast in LUNAR)]
    published = Publication(REFERENCE, REFERENCE, REFERENCE, "day", "stated", "", "")
    context = DateContext(published, tense="future")
    missed = []
    for row in rows:
        spans = find_dates(row["input"], 0, len(row["input"]), load("tr"), context)
        first, last = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        if not (spans and agrees(spans[0], first, last)):
            missed.append(row["input"])
    assert len(rows) > 100
    assert len(missed) <= (1 - FLOOR) * len(rows), missed
