"""The lines of a page and the part that each plays: article, dateline or furniture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Literal

from workbench.languages.loader import Language
from workbench.sources import furniture
from workbench.sources.date_headings import DateHeading, DateHeadings
from workbench.sources.dateforms import printed_dates
from workbench.sources.datelines import Dateline, capture_prefix, read_dateline
from workbench.sources.shapes import ends_sentence, is_bullet, is_capitals, is_headline

Role = Literal["body", "short", "date_heading", "dateline", "furniture", "list_head", "section", "stamp"]

_TOP_ROWS = 15
_PARAGRAPH = 80
"""Length from which a closed sentence ends a list of other stories."""
_LINK_WORDS = 4


@dataclass(slots=True)
class Row:
    """One line without its outer blanks, or the crawler's mark before the first."""

    start: int
    end: int
    text: str
    role: Role
    gap: int
    """Blank lines above."""
    dateline: Dateline | None = None
    headings: list[DateHeading] = field(default_factory=list)

    @property
    def is_capitals(self) -> bool:
        return is_capitals(self.text)

    @property
    def is_content(self) -> bool:
        return self.role in ("body", "short", "date_heading")


def read_rows(text: str, language: Language) -> list[Row]:
    """The non-blank lines of `text` in order, each with its role."""
    abbreviations = _abbreviations(language)
    headings = DateHeadings(text, language)
    rows = [_row(text, *bounds, headings, abbreviations) for bounds in _bounds(text)]
    _mark_lists(rows)
    _mark_stamped(rows)
    _mark_datelines(rows, month_first=language.calendar.numeric_order == "mdy")
    _mark_bylines(rows)
    _mark_items(rows)
    _mark_tail(rows)
    _mark_links(rows)
    for row in rows:
        if row.role in ("list_head", "section", "stamp"):
            row.role = "furniture"
    return rows


@cache
def _abbreviations(language: Language) -> frozenset[str]:
    return frozenset(word.lower() for word in language.core.abbreviations)


def _bounds(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and blank lines above of every non-blank line; the crawler's mark is one of its own."""
    prefix, _ = capture_prefix(text)
    begin, gap = prefix, 0
    if prefix:
        yield len(text[:prefix]) - len(text[:prefix].lstrip()), prefix, 0
    while begin < len(text):
        stop = text.find("\n", begin)
        stop = len(text) if stop < 0 else stop
        line = text[begin:stop]
        stripped = line.strip()
        if stripped:
            start = begin + len(line) - len(line.lstrip())
            yield start, start + len(stripped), gap
            gap = 0
        else:
            gap += 1
        begin = stop + 1


def _row(
    text: str, start: int, end: int, gap: int, headings: DateHeadings, abbreviations: frozenset[str]
) -> Row:
    line = text[start:end]
    row = Row(start, end, line, "body", gap)
    row.headings = headings.find(start, end)
    if capture_prefix(line)[0] == len(line):
        row.role = "dateline"
    elif furniture.is_list_head(line):
        row.role = "list_head"
    elif furniture.is_stamp(line):
        row.role = "stamp"
    elif furniture.is_page_line(line) or furniture.is_link(line):
        row.role = "furniture"
    elif furniture.is_section(line):
        row.role = "section"
    elif (
        row.headings
        and row.headings[0].start == start
        and row.headings[-1].end == end
        and len(row.headings) == 1
    ):
        row.role = "date_heading"
    elif is_headline(line, abbreviations):
        row.role = "short"
    return row


def _mark_datelines(rows: list[Row], *, month_first: bool) -> None:
    bodies, seen, is_dated = 0, 0, any(row.role == "dateline" for row in rows)
    bare: list[int] = []
    for index, row in enumerate(rows):
        if row.role in ("dateline", "furniture"):
            continue
        seen += 1
        top = seen <= _TOP_ROWS and (bodies == 0 or (bodies == 1 and not is_dated))
        found = read_dateline(row.text, month_first=month_first, names=top and seen > 1)
        if found and (top or found.has_label):
            row.role, row.dateline = "dateline", found
            is_dated = is_dated or bool(found.dates)
        if found and found.bare:
            bare.append(index)
        elif row.role == "body":
            bodies += 1
    _mark_chronicle(rows, bare, month_first)


def _mark_chronicle(rows: list[Row], bare: list[int], month_first: bool) -> None:
    """Lines of nothing but a date head what follows them, but for the one that dates the page."""
    spelled = Counter(any(map(str.isalpha, rows[index].text)) for index in bare)
    for index in bare:
        row = rows[index]
        follows = index + 1 < len(rows) and rows[index + 1].role in ("body", "short")
        is_series = spelled[any(map(str.isalpha, row.text))] > 2
        if follows and (row.role != "dateline" or is_series):
            row.role, row.dateline = "date_heading", None
            row.headings = [_whole_heading(row, month_first)]
        elif row.role != "dateline":
            row.role, row.dateline = "dateline", read_dateline(row.text, month_first=month_first)


def _whole_heading(row: Row, month_first: bool) -> DateHeading:
    found = next(printed_dates(row.text, month_first=month_first))
    start, end, day = row.start + found.start, row.start + found.end, found.day
    return DateHeading(row.start, row.end, start, end, day.month, day.day, day.day, day.year)


def _mark_lists(rows: list[Row]) -> None:
    """A list of other stories runs from its head to the next full paragraph."""
    in_list, begun = False, False
    for index, row in enumerate(rows):
        if row.role == "list_head":
            in_list = begun
        elif row.role == "section" and begun and not in_list and _leads_to_body(rows, index):
            row.role = "short"
        elif in_list:
            if row.role == "body" and len(row.text) >= _PARAGRAPH and ends_sentence(row.text):
                in_list = False
                if rows[index - 1].role == "furniture" and rows[index - 1].is_capitals:
                    rows[index - 1].role = "short"
            else:
                row.role = "furniture"
        begun = begun or row.role == "body"


def _leads_to_body(rows: list[Row], index: int) -> bool:
    return index + 1 < len(rows) and rows[index + 1].role == "body"


def _mark_stamped(rows: list[Row]) -> None:
    """A stamp after the article's beginning belongs to the headline above it, unless the body follows."""
    bodies = 0
    for index, (above, row) in enumerate(pairwise(rows)):
        bodies += above.role == "body"
        if row.role != "stamp" or above.role not in ("short", "date_heading"):
            continue
        if bodies > 1 or (bodies == 1 and not _leads_to_body(rows, index + 1)):
            above.role = row.role = "furniture"


def _mark_items(rows: list[Row]) -> None:
    """Short lines under a line that announces them with a colon are a list of the article."""
    announced = False
    for above, row in pairwise(rows):
        announced = above.role == "body" and (above.text.endswith(":") or (announced and row.gap == 0))
        if announced and row.role == "short" and not row.is_capitals:
            row.role = "body"


def _mark_tail(rows: list[Row]) -> None:
    """Headlines one after the other below the last paragraph are links."""
    tail: list[Row] = []
    for row in reversed(rows):
        if row.role in ("body", "date_heading") or (row.role == "short" and is_bullet(row.text)):
            break
        if row.role == "short":
            tail.append(row)
    else:
        return
    if row.role == "date_heading" and tail:
        tail.pop()
    if len(tail) > 1 or (tail and tail[0].gap > 1):
        for row in tail:
            row.role = "furniture"


def _mark_links(rows: list[Row]) -> None:
    """A headline amid paragraphs that heads nothing, or not in the way of the other subheads, is a link.

    Under a heading and above the next it is that heading's paragraph without its full stop.
    """
    content = [row for row in rows if row.is_content]
    if any(row.role == "date_heading" for row in content):
        return
    pairs = pairwise(content)
    capitals = sum(row.role == "short" and row.is_capitals and below.role == "body" for row, below in pairs)
    begun = False
    for above, row, below in zip(content, content[1:], content[2:], strict=False):
        begun = begun or above.role == "body"
        if not begun or row.role != "short" or row.is_capitals or is_bullet(row.text):
            continue
        heads_nothing = below.role == "short" and below.is_capitals
        if above.role == "short" and heads_nothing:
            row.role = "body"
        elif (
            above.role == "body" and len(row.text.split()) >= _LINK_WORDS and (heads_nothing or capitals > 1)
        ):
            row.role = "furniture"


def _mark_bylines(rows: list[Row]) -> None:
    """A name beside a dateline, below the title or with the site's own behind it, is the author's."""
    seen = False
    for above, row, below in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        beside = any(other is not None and other.role == "dateline" for other in (above, below))
        may_sign = beside and row.role == "short" and (seen or furniture.names_site(row.text))
        if may_sign and furniture.is_name(row.text):
            row.role = "furniture"
        seen = seen or row.is_content
