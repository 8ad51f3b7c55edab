"""A page's text as blocks: the article's parts, datelines and furniture, in order and without overlap."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from workbench.languages.loader import Language
from workbench.models import Block, BlockKind
from workbench.sources.cuts import Cutter
from workbench.sources.date_headings import DateHeading, date_spans
from workbench.sources.rows import Row
from workbench.sources.shapes import ends_sentence, is_bullet, is_capitals, is_headline

_TITLE_LENGTH = 150
_NEARBY = 6
"""Rows searched for what a headline heads; furniture may stand between."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block before its date is known."""

    block: Block
    heading: DateHeading | None = None


def cut_parts(text: str, rows: Sequence[Row], language: Language) -> list[Part]:
    """The blocks of all rows, glued ones cut apart; together they cover every non-blank character."""
    cutter = Cutter(text, language)
    abbreviations = frozenset(word.lower() for word in language.core.abbreviations)
    parts: list[Part] = []
    for index, row in enumerate(rows):
        nearby = (rows[at] for at in range(index + 1, min(index + 1 + _NEARBY, len(rows))))
        below = next((other for other in nearby if other.is_content), None)
        if row.is_content:
            parts += _content_parts(text, row, below, cutter, abbreviations)
        else:
            kind: BlockKind = "dateline" if row.role == "dateline" else "furniture"
            parts.append(Part(Block(row.start, row.end, kind)))
    return _with_title(text, parts, rows)


def dated_blocks(text: str, parts: Sequence[Part], published: date | None) -> tuple[Block, ...]:
    """The parts' blocks, each with the date of the date heading above it."""
    headings = [part.heading for part in parts if part.heading]
    spans = iter(date_spans(headings, published, text))
    blocks, current = [], None
    for part in parts:
        if part.heading:
            current = next(spans)
        dated = part.block.kind not in ("furniture", "dateline", "title")
        blocks.append(replace(part.block, date=current) if dated and current else part.block)
    return tuple(blocks)


def _content_parts(
    text: str, row: Row, below: Row | None, cutter: Cutter, abbreviations: frozenset[str]
) -> Iterator[Part]:
    headings = {heading.start: heading for heading in row.headings}
    ordered = _places(row, cutter)
    after_date = False
    for start, end in pairwise(ordered):
        heading = headings.get(start)
        begin, stop = _trimmed(text, start, end)
        if begin == stop:
            continue
        kind: BlockKind = "paragraph"
        if heading:
            kind = "date_heading"
        elif end < row.end:
            piece = text[begin:stop]
            closed = ends_sentence(piece) and not after_date and not is_capitals(piece)
            kind = "heading" if not closed and is_headline(piece, abbreviations) else "paragraph"
        elif _heads(text[begin:stop], row, below, abbreviations):
            kind = "heading"
        after_date = heading is not None
        yield Part(Block(begin, stop, kind), heading)


def _places(row: Row, cutter: Cutter) -> list[int]:
    """The row's bounds, its date headings' bounds and the cuts outside those headings, in order."""
    edges = [edge for heading in row.headings for edge in (heading.start, heading.end)]
    outside = (at for at in cutter.cuts(row.start, row.end) if bisect_right(edges, at) % 2 == 0)
    return sorted({row.start, row.end, *edges, *outside})


def _heads(piece: str, row: Row, below: Row | None, abbreviations: frozenset[str]) -> bool:
    """True where the last or only piece of a line heads the line below."""
    if below is None or not is_headline(piece, abbreviations):
        return False
    if is_bullet(piece):
        return row.is_capitals
    return row.role == "short" or (below.role == "body" and piece != row.text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _with_title(text: str, parts: list[Part], rows: Sequence[Row]) -> list[Part]:
    """The article's first block becomes its title where it is shaped like one."""
    index = next(
        (i for i, part in enumerate(parts) if part.block.kind not in ("furniture", "dateline")), None
    )
    if index is None:
        return parts
    block = parts[index].block
    below = parts[index + 1].block if index + 1 < len(parts) else None
    above_dateline = (
        below is not None and below.kind == "dateline" and block.end - block.start <= _TITLE_LENGTH
    )
    if block.kind == "heading" or (block.kind == "paragraph" and above_dateline and len(parts) > index + 2):
        parts[index] = Part(replace(block, kind="title"))
    return parts
