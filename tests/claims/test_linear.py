"""Reading costs a character no more in a long article than in a short one."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

import pytest

from workbench.claims import read_claims
from workbench.sources import source_from_bytes

SAMPLES = sorted((Path(__file__).parents[2] / "sources").glob("*.txt"))[:2]


def _calls(text: str) -> int:
    """How many functions, written in Python or in C, are called to read the claims of a text."""
    source = source_from_bytes(text.encode(), "article.txt")
    calls = 0

    def count(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_claims(source)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("gap", ["\n\n", " "], ids=["paragraphs", "one line"])
def test_calls_grow_with_the_length_of_the_text(gap: str) -> None:
    once = gap.join(" ".join(path.read_text(encoding="utf-8").split()) for path in SAMPLES)
    _calls(once)  # patterns and the words of the text are remembered from here on
    few, many = (_calls(gap.join([once] * times)) / times for times in (2, 6))
    assert many <= few * 1.1
