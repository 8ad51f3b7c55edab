"""Cutting stretches of article text that are shown. Pure: text and offsets in, pieces out.

Offsets count code points, half-open. Every function here keeps them: characters that could harm or
mislead a reader are replaced one for one, never dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from workbench.visible import one_line

PieceKind = Literal["around", "sentence", "clause", "value", "cut"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage; "cut" pieces are the ellipses where text was left out."""

    text: str
    kind: PieceKind


def passage(
    text: str,
    value: tuple[int, int],
    clause: tuple[int, int],
    sentence: tuple[int, int],
    *,
    around: int = 90,
    reach: int = 320,
) -> tuple[Piece, ...]:
    """The value in its sentence with up to `around` code points of text on either side.

    No more than `reach` code points before and behind the value are shown, however long the sentence
    is; a value longer than twice that is cut in its middle. Without the cuts, the pieces joined are
    a stretch of `text` (line ends as spaces).
    """
    low, high = _clip(value, len(text))
    left = max(min(sentence[0], low) - around, low - reach, 0)
    right = min(max(sentence[1], high) + around, high + reach, len(text))
    # Where a sentence begins or ends no word is cut, also where the text is glued to what is before it.
    left = _next_word(text, left, low) if left not in (0, sentence[0]) else left
    right = _word_before(text, right, high) if right not in (len(text), sentence[1]) else right
    pieces: list[Piece] = [Piece("… ", "cut")] if left else []
    pieces += _layers(text, left, low, clause, sentence)
    pieces += _middle_out(text, low, high, 2 * reach)
    pieces += _layers(text, high, right, clause, sentence)
    return (*pieces, Piece(" …", "cut")) if right < len(text) else tuple(pieces)


def in_sentence(
    text: str, value: tuple[int, int], clause: tuple[int, int], sentence: tuple[int, int], *, reach: int = 320
) -> tuple[Piece, ...]:
    """The value in its sentence alone; an ellipsis stands only where some of the sentence is left out."""
    pieces = list(passage(text, value, clause, sentence, around=0, reach=reach))
    if pieces and pieces[0].kind == "cut" and value[0] - reach <= sentence[0]:
        pieces.pop(0)
    if pieces and pieces[-1].kind == "cut" and value[1] + reach >= sentence[1]:
        pieces.pop()
    return tuple(pieces)


def _clip(span: tuple[int, int], length: int) -> tuple[int, int]:
    low = min(max(span[0], 0), length)
    return low, min(max(span[1], low), length)


def _next_word(text: str, position: int, limit: int) -> int:
    """The start of the first word from `position` on, if there is one before `limit`."""
    if text[position - 1].isspace():
        return position
    for index in range(position, min(limit, position + 40)):
        if text[index].isspace():
            return index + 1
    return position


def _word_before(text: str, position: int, limit: int) -> int:
    """The end of the last whole word up to `position`, if there is one behind `limit`."""
    if text[position].isspace():
        return position
    for index in range(position - 1, max(limit, position - 40), -1):
        if text[index].isspace():
            return index
    return position


def _layers(
    text: str, low: int, high: int, clause: tuple[int, int], sentence: tuple[int, int]
) -> list[Piece]:
    """[low, high) cut where the clause and the sentence begin and end."""
    cuts = sorted({low, high, *(edge for edge in (*clause, *sentence) if low < edge < high)})
    pieces: list[Piece] = []
    for start, end in pairwise(cuts):
        kind: PieceKind = "around"
        if clause[0] <= start and end <= clause[1]:
            kind = "clause"
        elif sentence[0] <= start and end <= sentence[1]:
            kind = "sentence"
        pieces.append(Piece(one_line(text[start:end]), kind))
    return pieces


def _middle_out(text: str, low: int, high: int, limit: int) -> list[Piece]:
    if high - low <= limit:
        return [Piece(one_line(text[low:high]), "value")] if high > low else []
    half = limit // 2
    return [
        Piece(one_line(text[low : low + half]), "value"),
        Piece(" … ", "cut"),
        Piece(one_line(text[high - half : high]), "value"),
    ]
