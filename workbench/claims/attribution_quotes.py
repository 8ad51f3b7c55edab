"""Quotations: what stands in quote marks, and whose words it is besides its sentence's speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.models import Quote

_OPEN_CLOSE = {"“": "”", "«": "»", '"': '"', "„": "“"}
_DOUBLE = "".join(_OPEN_CLOSE)
_OPENING = re.compile(rf"[{_DOUBLE}'‘](?:(?<=[{_DOUBLE}])|(?<![\w'’]['‘])(?=\w))")
"""One class of marks comes first, so that nothing else is looked at twice."""
_SINGLE_END = re.compile(r"['’](?!\w)|(?<!\w)['‘](?=\w)|\n")
"""A single quote's closing mark; an opening mark or a line's end before it says that there is none."""
_MAX_QUOTE = 3000
_MAX_SINGLE = 600
_WORDS = 4
"""Words that make single marks a quotation: fewer are a name or a word held at a distance."""


def quotations(text: str, start: int, end: int) -> list[Quote]:
    """The quotations in text[start:end], without their marks; an unclosed one is none.

    Single marks, which are apostrophes too, quote only from four words on.
    """
    found, at = list[Quote](), start
    while (opening := _OPENING.search(text, at, end)) is not None:
        at = opening.end()
        stop = _single_end(text, at, end) if opening[0] in "'‘" else _double_end(text, at, end, opening[0])
        if stop < 0:
            continue
        if stop - at > 1:
            found.append(Quote(text[at:stop], at, stop))
        at = stop + 1
    return found


def _double_end(text: str, at: int, end: int, opening: str) -> int:
    return text.find(_OPEN_CLOSE[opening], at, min(end, at + _MAX_QUOTE - 1))


def _single_end(text: str, at: int, end: int) -> int:
    """Where the quotation in single marks closes, or -1."""
    close = _SINGLE_END.search(text, at, min(end, at + _MAX_SINGLE))
    if close is None or close[0] == "\n" or text[close.end() : close.end() + 1].isalnum():
        return -1
    return close.start() if text.count(" ", at, close.start()) >= _WORDS - 1 else -1


def regions(spans: Sequence[tuple[int, int]], quotes: Sequence[Quote]) -> list[list[tuple[int, int]]]:
    """Sentences grouped so that those joined by one quotation stand together."""
    regions: list[list[tuple[int, int]]] = []
    ends = sorted((q.start, q.end) for q in quotes)
    at = 0
    for span in spans:
        while at < len(ends) and ends[at][1] <= span[0]:
            at += 1
        joined = bool(regions) and at < len(ends) and ends[at][0] < regions[-1][-1][1]
        if joined:
            regions[-1].append(span)
        else:
            regions.append([span])
    return regions
