"""The words of a page to lines in the order in which they are read, column by column.

Distances are in points, y grows upwards. Text is set in lines of words; columns are told by a gutter that
hardly any line crosses, not by the order in which a program wrote them down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from statistics import median

SOFT_HYPHEN = "\u00ad"
"""At the end of a line: a hyphen that may only divide a word there."""

_BASELINE = 0.5
"""How far, in heights of letters, words of one line may stand above or below each other."""
_GAP = 0.9
"""Heights of letters between two words from which on they may stand in two columns."""
_CELL = 2.5
"""Heights of letters between two words of a line from which on they are cells of a table."""
_EVEN = 0.3
"""Heights of letters by which gaps differ at most in a line that was stretched to the width of its column."""
CELLS = " | "
"""Between them."""
_GUTTER = 6.0
_STEP = 2.0
_CROSSING = 0.2
"""Share of a page's lines that may cross a gutter: titles, tables, captions."""
_LINES = 3
"""Lines that a column has at least."""
_PROSE = 16
"""Characters that half of a column's lines have at least; shorter ones are cells of a table."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its left and right ends, its baseline, how high its letters are, its font."""

    text: str
    left: float
    right: float
    y: float
    height: float
    font: str


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one line, or of a part of it. ``fonts`` are those of its first and its last word."""

    text: str
    left: float
    right: float
    y: float
    height: float
    fonts: tuple[str, str]


Region = list[Line]
"""Lines of one column, or of a stretch without columns, from top to bottom."""


def regions(words: Sequence[Word]) -> list[Region]:
    """The columns of a page in the order in which they are read."""
    return [_lines(region) for region in _ordered(_segments(words)) if region]


def _segments(words: Sequence[Word]) -> list[Line]:
    """Runs of words that follow each other on a line without a gap that could be a gutter."""
    found: list[list[Word]] = []
    for word in words:
        if found and _follows(found[-1][-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return [_segment(run) for run in found]


def _follows(one: Word, other: Word) -> bool:
    height = max(one.height, other.height)
    gap = other.left - one.right
    return abs(one.y - other.y) < _BASELINE * min(one.height, other.height) and -height < gap < _GAP * height


def _segment(words: Sequence[Word]) -> Line:
    return Line(
        " ".join(word.text for word in words),
        words[0].left,
        max(word.right for word in words),
        words[0].y,
        max(word.height for word in words),
        (words[0].font, words[-1].font),
    )


def _ordered(segments: list[Line]) -> Iterator[list[Line]]:
    """The segments of each column in turn; what spans columns parts what is above from what is below."""
    gutter = _gutter(segments)
    if gutter is None:
        yield segments
        return
    crossing = sorted((one for one in segments if _crosses(one, gutter)), key=lambda one: -one.y)
    rest = [one for one in segments if not _crosses(one, gutter)]
    upper = float("inf")
    spanning: list[Line] = []
    for lower in (*dict.fromkeys(one.y for one in crossing), float("-inf")):
        band = [one for one in rest if lower < one.y <= upper]
        if band and spanning:
            yield spanning
            spanning = []
        above, left, right = _halves(band, gutter)
        if above:
            yield above
        if left:
            yield from _ordered(left)
        if right:
            yield from _ordered(right)
        spanning = [*spanning, *(one for one in crossing if one.y == lower)]
        upper = lower
    if spanning:
        yield spanning


def _halves(band: list[Line], gutter: float) -> tuple[list[Line], list[Line], list[Line]]:
    """What stands above both columns, and the columns. A date set to the right is no column's first line."""
    left = [one for one in band if one.right <= gutter]
    right = sorted((one for one in band if one.right > gutter), key=lambda one: -one.y)
    top = max((one.y for one in left), default=float("inf"))
    above = [one for one in right if one.y > top + one.height]
    below = right[len(above) :]
    if (
        not left
        or len(above) >= _LINES
        or (below and above and above[-1].y - below[0].y < 2 * below[0].height)
    ):
        return [], left, right
    return above, left, below


def _crosses(one: Line, gutter: float) -> bool:
    return one.left < gutter < one.right


def _gutter(segments: Sequence[Line]) -> float | None:
    """Where the page is parted into columns of prose, if it is: the widest of the least crossed places."""
    if len(segments) < 2 * _LINES:
        return None
    best: tuple[float, float, float] | None = None
    for start, end, crossed in _gaps(segments):
        middle = (start + end) / 2
        left = [one for one in segments if one.right <= middle]
        right = [one for one in segments if one.left >= middle]
        if _is_column(left) and _is_column(right) and _side_by_side(left, right):
            found = (-crossed, end - start, middle)
            best = max(best, found) if best else found
    return best[2] if best else None


def _gaps(segments: Sequence[Line]) -> Iterator[tuple[float, float, int]]:
    """Stretches that few lines cross: where they begin and end, and how many cross them."""
    begin = min(one.left for one in segments)
    steps = int((max(one.right for one in segments) - begin) / _STEP) + 1
    covered = [0] * (steps + 2)
    for one in segments:
        covered[int((one.left - begin) / _STEP) + 1] += 1
        covered[int((one.right - begin) / _STEP) + 1] -= 1
    heights = list(accumulate(covered))[:steps]
    most = _CROSSING * len(segments)
    for low, run in groupby(range(steps), key=lambda step: heights[step] <= most):
        if not low:
            continue
        # Lines that are not set to one length reach into the gutter: it is where fewest of them do.
        fewest, stretch = min(
            ((crossed, list(same)) for crossed, same in groupby(run, key=heights.__getitem__)),
            key=lambda found: (found[0], -len(found[1])),
        )
        if len(stretch) * _STEP >= _GUTTER:
            yield begin + (stretch[0] - 1) * _STEP, begin + stretch[-1] * _STEP, fewest


def _is_column(segments: Sequence[Line]) -> bool:
    lines = _lines(segments)
    return len(lines) >= _LINES and median(len(line.text) for line in lines) >= _PROSE


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    top = min(max(one.y for one in left), max(one.y for one in right))
    bottom = max(min(one.y for one in left), min(one.y for one in right))
    return top - bottom >= (_LINES - 1) * median(one.height for one in (*left, *right))


def _lines(segments: Iterable[Line]) -> Region:
    """Segments of one column as its lines, from top to bottom."""
    rows: list[list[Line]] = []
    for one in sorted(segments, key=lambda one: (-one.y, one.left)):
        if rows and rows[-1][0].y - one.y < _BASELINE * min(one.height, rows[-1][0].height):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [_joined(sorted(row, key=lambda one: one.left)) for row in rows]


def _joined(row: Sequence[Line]) -> Line:
    gaps = [other.left - one.right for one, other in pairwise(row)]
    wide = _CELL * max(one.height for one in row)
    stretched = len(gaps) > 1 and max(gaps) - min(gaps) < _EVEN * row[0].height
    text = row[0].text
    for gap, one in zip(gaps, row[1:], strict=True):
        text = f"{text}{CELLS if gap > wide and not stretched else ' '}{one.text}"
    longest = max(row, key=lambda one: len(one.text))
    fonts = (row[0].fonts[0], row[-1].fonts[1])
    return Line(text, row[0].left, max(one.right for one in row), longest.y, longest.height, fonts)
