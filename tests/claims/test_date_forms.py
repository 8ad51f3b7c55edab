"""The forms in which news gives dates, one a line in `date_forms/CODE.txt`, with what is none at the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.claims.dates import DateContext, find_dates
from workbench.languages.loader import load
from workbench.models import DateSpan, Publication

FOLDER = Path(__file__).parent / "date_forms"
PUBLISHED = date(2025, 5, 29)
PUBLICATION = Publication(PUBLISHED, PUBLISHED, PUBLISHED, "day", "stated", "", "")


def forms() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.txt")):
        heading = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                heading = line.removeprefix("# ")
            elif line:
                text, _, dates = line.partition(" =>")
                expected = [one.strip() for one in dates.split(";") if one.strip()]
                yield pytest.param(path.stem, text, expected, id=f"{path.stem}, {heading}: {text}")


def interval(span: DateSpan) -> str:
    return f"{span.start}" if span.start == span.end else f"{span.start}/{span.end}"


@pytest.mark.parametrize(("code", "text", "expected"), forms())
def test_form(code: str, text: str, expected: list[str]) -> None:
    spans = find_dates(text, 0, len(text), load(code), DateContext(PUBLICATION))
    assert expected == [interval(span) for span in spans]
    assert all(span.expr == text[span.expr_start : span.expr_end] for span in spans)
