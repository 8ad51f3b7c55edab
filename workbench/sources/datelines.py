"""Lines that say when the page was made: what they look like and what they state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from workbench.folding import fold
from workbench.languages.loader import LANGUAGES, load
from workbench.sources.dateforms import PrintedDate, phrases, printed_dates, weekdays

Label = Literal["created", "updated"]
_LONGEST = 160
_OTHER_WORDS = 4
"""Capitalised words, an author's or agency's name, that may share the line with the date."""

_CAPTURE = re.compile(r"\s*date (?P<day>\d{4}-\d{2}-\d{2})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A day stated by a dateline, with the label that it stands under, if any."""

    day: date
    label: Label | None
    text: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a line says about the page's own dates; without dates it is a label without a value."""

    dates: tuple[StatedDate, ...]
    label: Label | None
    bare: bool
    """True where the line holds nothing but one date's words: no label, no time, no weekday, no name."""

    @property
    def has_label(self) -> bool:
        return self.label is not None or any(stated.label for stated in self.dates)


def capture_prefix(text: str) -> tuple[int, date | None]:
    """Length and day of the mark " date 2026-02-03" with which a crawler begins a text (0: there is none)."""
    match = _CAPTURE.match(text)
    if not match:
        return 0, None
    dates = list(printed_dates(match["day"]))
    return (match.end(), dates[0].day) if dates else (0, None)


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, Label]]:
    kinds: dict[str, Label] = {}
    for code in LANGUAGES:
        page = load(code).page
        kinds.update({fold(label): "created" for label in page.created_labels})
        kinds.update({fold(label): "updated" for label in page.updated_labels})
    return re.compile(rf"(?<!\w)(?P<label>{phrases(kinds)})(?!\w)(?P<colon>\s*:)?"), kinds


@cache
def _extras() -> re.Pattern[str]:
    """Times, weekdays and the small words of datelines."""
    pages = [load(code).page for code in LANGUAGES]
    marks = phrases(mark for page in pages for mark in page.clock_marks)
    words = phrases([word for page in pages for word in page.dateline_words] + list(weekdays()))
    return re.compile(
        rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}}(?:[.,]\d{{1,9}})?)?\s*(?:(?:{marks})(?!\w)|[+-]\d{{2}}:?\d{{2}})?"
        rf"|(?<!\w)(?:{marks})(?!\w)|(?<!\w)(?:{words})(?!\w)|\d+(?=\s*(?:{words})(?!\w))"
    )


def read_dateline(line: str, *, month_first: bool = False, names: bool = True) -> Dateline | None:
    """What a whole line states about the page's dates, or None where it is no dateline.

    ``names`` allows a few capitalised words beside the date (an author, an agency).
    """
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return None
    pattern, kinds = _labels()
    folded = fold(line)
    dates = list(printed_dates(line, month_first=month_first))
    labels = [match for match in pattern.finditer(folded) if match["colon"] or dates]
    rest = _without(line, [(d.start, d.end) for d in dates] + [match.span() for match in labels])
    if not dates:
        return _bare_label(labels, rest, kinds)
    bare = not re.search(r"\w", rest) and not labels and len(dates) == 1
    rest = _without(rest, [match.span() for match in _extras().finditer(fold(rest))])
    others = re.findall(r"\w+", rest)
    if len(others) > (_OTHER_WORDS if names else 0) or any(not word[0].isupper() for word in others):
        return None
    stated = tuple(StatedDate(d.day, _label_of(d, labels, kinds), line) for d in dates)
    return Dateline(stated, None, bare)


def _bare_label(labels: list[re.Match[str]], rest: str, kinds: dict[str, Label]) -> Dateline | None:
    if not labels or re.search(r"\w", rest):
        return None
    return Dateline((), kinds[labels[-1]["label"]], False)


def _label_of(found: PrintedDate, labels: list[re.Match[str]], kinds: dict[str, Label]) -> Label | None:
    before = [match for match in labels if match.end() <= found.start]
    return kinds[before[-1]["label"]] if before else None


def _without(line: str, spans: list[tuple[int, int]]) -> str:
    """The line with the spans blanked out, at its old length."""
    chars = list(line)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars)
