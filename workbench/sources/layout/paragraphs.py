"""Lines of columns to paragraphs: joined over lines, columns and pages, divided words made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.sources.layout.columns import CELLS, SOFT_HYPHEN, Line, Region

_SENTENCE_END = re.compile(r"[.!?…:;][\"”»’')\]]*$")
_BULLET = re.compile(r"[-–—•*▪●·◦‣]\s")
_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-zçğıöşü][.)])\s")
_DIVIDED = re.compile(r"([^\W\d_]+)[-‐\u00ad]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WIDER = 1.35
"""Times the usual distance of lines from which on a new paragraph begins."""
_CLOSEST = 5
"""One of so many distances at least is that of two lines of a paragraph."""
_DOUBLE = 1.95
"""Heights of letters from one line to the next where lines are set farthest apart."""
_LARGER = 1.12
_INDENT = 0.6
"""Heights of letters by which a paragraph's first line is set in."""
_SHORT = 0.75
"""Share of a column's width below which a line that ends a sentence ends its paragraph."""
_JUSTIFIED = 0.5
_BELOW = 1.4
_BACK = 3
"""Paragraphs before a column's first one among which the one that goes on there is looked for."""


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, of letters as high and of fonts as said."""

    lines: list[Line]
    open: bool = False
    """True where its last line is as long as the column: the next column may go on."""
    width: float = 0.0
    """Of its column."""
    flush: bool = False
    """True where its first line is not set in as those of its column's paragraphs are: it may go on."""
    text: str = field(default="")


def paragraphs(pages: Sequence[Sequence[Region]]) -> list[Paragraph]:
    """The paragraphs of all pages, in the order in which they are read."""
    regions = [region for page in pages for region in page]
    usual = _usual_distances(regions)
    found: list[Paragraph] = []
    for region in regions:
        fresh = list(_of_region(region, usual))
        before = _continued(found, fresh[0]) if found else None
        if before is not None:
            before.lines += fresh[0].lines
            before.open = fresh[0].open
            fresh = fresh[1:]
        found += fresh
    whole = _words_of(regions)
    for paragraph in found:
        paragraph.text = _text(paragraph.lines, whole)
    return found


def _usual_distances(regions: Sequence[Region]) -> dict[int, float]:
    """The distance of lines in a paragraph, by the height of their letters: of all distances a small one."""
    found: dict[int, list[float]] = {}
    for region in regions:
        for one, other in pairwise(region):
            if _alike(one.height, other.height):
                found.setdefault(round(one.height), []).append(one.y - other.y)
    return {height: sorted(distances)[len(distances) // _CLOSEST] for height, distances in found.items()}


def _of_region(region: Region, usual: dict[int, float]) -> Iterator[Paragraph]:
    left = min(line.left for line in region)
    right = sorted(line.right for line in region)[-1 - len(region) // 10]
    justified = sum(abs(line.right - right) < 1.5 for line in region) >= _JUSTIFIED * len(region)
    set_in = [line.left > left + _INDENT * line.height for line in region]
    flush = 1 < sum(set_in) < len(region) / 2 and not set_in[0]
    lines = [region[0]]
    for at, (before, line) in enumerate(pairwise(region), 1):
        near = max(one.right for one in region[max(0, at - 2) : at + 3])
        if (
            _parts(before, line, usual)
            or _room_left(before, line, near)
            or _ends(before, line, left, right, justified, lines[0])
        ):
            yield Paragraph(lines, width=right - left, flush=flush)
            lines, flush = [], False
        lines.append(line)
    yield Paragraph(lines, lines[-1].right > left + _SHORT * (right - left), right - left, flush)


def _parts(before: Line, line: Line, usual: dict[int, float]) -> bool:
    """True where two lines are set as parts of two paragraphs: far apart, or of other letters."""
    distance = before.y - line.y
    if distance > _WIDER * min(usual.get(round(line.height), 1.2 * line.height), _DOUBLE * line.height):
        return True
    if CELLS in before.text or CELLS in line.text:
        return True
    return not _alike(before.height, line.height) or _other_font(before, line)


def _room_left(before: Line, line: Line, right: float) -> bool:
    """True where a line ends though the next word had its place in it, up to where lines end thereabouts."""
    word = line.text.partition(" ")[0]
    needed = (len(word) + 1) * (line.right - line.left) / max(1, len(line.text))
    return not word[:1].islower() and before.right + needed + line.height < right


def _ends(before: Line, line: Line, left: float, right: float, justified: bool, first: Line) -> bool:
    """True where a paragraph, which began with `first`, ends with the line before."""
    ended, indent = bool(_SENTENCE_END.search(before.text)), _INDENT * line.height
    if _BULLET.match(line.text) or (ended and _NUMBERED.match(line.text)):
        return True
    item = _BULLET.match(first.text) or _NUMBERED.match(first.text)
    full = right - 1.5 * line.height if justified else left + _SHORT * (right - left)
    if line.left > left + indent and not item:
        return ended or before.left < left + indent / 2 or before.right < full
    return ended and before.right < full and not line.text[:1].islower()


def _alike(one: float, other: float) -> bool:
    return max(one, other) <= _LARGER * min(one, other)


def _other_font(before: Line, line: Line) -> bool:
    """True where a line in one font follows one in another; a word set in bold parts nothing."""
    return before.fonts[0] == before.fonts[1] != line.fonts[0] == line.fonts[1]


def _continued(found: Sequence[Paragraph], first: Paragraph) -> Paragraph | None:
    """The paragraph that goes on at the head of a column: notes and captions may stand between."""
    for paragraph in reversed(found[-_BACK:]):
        last, line = paragraph.lines[-1], first.lines[0]
        if not _alike(last.height, line.height) or _other_font(last, line) or _BULLET.match(line.text):
            continue
        if _DIVIDED.search(last.text) and line.text[:1].islower():
            return paragraph
        alike = paragraph is found[-1] and _alike(paragraph.width, first.width)
        unfinished = not _SENTENCE_END.search(last.text)
        if unfinished and paragraph is found[-1] and _is_next(last, line):
            return paragraph
        goes_on = unfinished and (line.text[:1].islower() or alike)
        return paragraph if paragraph.open and (goes_on or (alike and first.flush)) else None
    return None


def _is_next(last: Line, line: Line) -> bool:
    """True where a line stands right below another: a title's second line is part of no column, or of one."""
    return 0 < last.y - line.y < _BELOW * line.height and abs(last.left - line.left) < line.height


def _words_of(regions: Sequence[Region]) -> Counter[str]:
    """How often each word stands inside lines, whole: what tells a divided word from one with a hyphen."""
    return Counter(
        word.lower() for region in regions for line in region for word in _WORD.findall(line.text[:-1])
    )


def _text(lines: Sequence[Line], whole: Counter[str]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        divided, rest = _DIVIDED.search(text), _FIRST_WORD.match(line.text)
        if divided and rest and rest[0][0].islower():
            text = text[:-1] + ("-" if _keeps_hyphen(divided, rest, whole) else "") + line.text
        elif divided or re.search(r"\d[-–]$", text):
            text = f"{text.removesuffix(SOFT_HYPHEN)}{'-' if text.endswith(SOFT_HYPHEN) else ''}{line.text}"
        else:
            text = f"{text} {line.text}"
    return text.replace(SOFT_HYPHEN, "-")


def _keeps_hyphen(divided: re.Match[str], rest: re.Match[str], whole: Counter[str]) -> bool:
    first, second = divided[1].lower(), rest[0].lower()
    return whole[f"{first}-{second}"] > whole[f"{first}{second}"]
