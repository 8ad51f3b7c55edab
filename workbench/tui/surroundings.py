"""A value's words in their sentence, with the sentences around it. Pure: a source and offsets in, pieces out.

Offsets count code points, half-open. Sentence ends are told by their look alone: what is shown around a
sentence need not be exact, and the claim knows its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.folding import CAPITALS
from workbench.models import AttributeValue, Claim, Source
from workbench.passages import Piece, in_sentence
from workbench.visible import one_line

Span = tuple[int, int]

SENTENCES = 2
"""Sentences that are shown on either side."""
REACH = 600
"""Code points of a paragraph that are looked at on either side of the sentence."""
_ENDS = re.compile(rf"""(\w*)([.!?…]+)["'”’»)\]]*\s+(?=["'“‘«(]*[{CAPITALS}\d])""")
_SHORT = 2
"""Letters or digits of what a stop may belong to: "Dr.", "A.", "3."."""


def in_context(source: Source, value: AttributeValue, claim: Claim | None) -> tuple[Piece, ...]:
    """The value in its sentence, and the sentences around it; furniture and headings are left out.

    What is left out between two pieces that are shown is a "cut" piece.
    """
    clause = (claim.start, claim.end) if claim else (value.start, value.end)
    sentence = clause
    if claim and claim.context_end > claim.context_start:
        sentence = (claim.context_start, claim.context_end)
    before, after = around(source, sentence)
    own = in_sentence(source.text, (value.start, value.end), clause, sentence)
    pieces: list[Piece] = []
    end: int | None = None
    for span in (*before, sentence, *after):
        if end is not None:
            pieces += _between(source.text[end : span[0]])
        pieces += own if span is sentence else [Piece(one_line(source.text[slice(*span)]), "around")]
        end = span[1]
    return tuple(pieces)


def _between(left_out: str) -> list[Piece]:
    if left_out.strip():
        return [Piece(" … ", "cut")]
    return [Piece(" ", "around")] if left_out else []


def around(source: Source, sentence: Span) -> tuple[list[Span], list[Span]]:
    """The sentences next to a sentence, before it and behind it, each in the order of the text."""
    before: list[Span] = []
    for low, high in reversed(_paragraphs(source, 0, sentence[0])):
        start = max(low, high - REACH)
        found = sentences(source.text, start, high)
        # A paragraph of which the beginning is out of reach begins with part of a sentence.
        kept = found[1:] if start > low and len(found) > 1 else found
        before = [*kept, *before][-SENTENCES:]
        if len(before) == SENTENCES:
            break
    after: list[Span] = []
    for low, high in _paragraphs(source, sentence[1], len(source.text)):
        after = [*after, *sentences(source.text, low, min(high, low + REACH))][:SENTENCES]
        if len(after) == SENTENCES:
            break
    return before, after


def sentences(text: str, start: int, end: int) -> list[Span]:
    """What looks like the sentences of a stretch, without the blanks between them."""
    return list(_sentences(text, start, end))


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for found in _ENDS.finditer(text, start, end):
        if found[2] == "." and len(found[1]) <= _SHORT:
            continue
        yield from _stripped(text, begin, found.end())
        begin = found.end()
    yield from _stripped(text, begin, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if words.strip():
        start += len(words) - len(words.lstrip())
        yield start, start + len(words.strip())


def _paragraphs(source: Source, start: int, end: int) -> Sequence[Span]:
    """The parts of paragraphs in a stretch; of a text without blocks, its lines."""
    if source.blocks:
        blocks = [(one.start, one.end) for one in source.blocks if one.kind == "paragraph"]
    else:
        blocks = [match.span() for match in re.finditer(r"[^\n]+", source.text)]
    inside = ((max(low, start), min(high, end)) for low, high in blocks)
    return [(low, high) for low, high in inside if low < high]
