"""Breaking a whole article into screen lines by offsets, fast enough for one line of megabytes."""

from __future__ import annotations

from rich.cells import get_character_cell_size


def cells(char: str) -> int:
    """Columns that a character takes on a terminal."""
    return get_character_cell_size(char)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """The (start, end) of each screen line of `text` at `width` columns, in order.

    Lines break at spaces, inside a word only where it is wider than a line. The space or line end
    broken at belongs to no line; everything else belongs to exactly one.
    """
    width = max(width, 2)
    narrow = all(cells(char) == 1 for char in set(text) if char != "\n")
    lines: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        _wrap_paragraph(text, start, end, width, narrow, lines)
        start = end + 1
    return lines


def _wrap_paragraph(
    text: str, start: int, end: int, width: int, narrow: bool, lines: list[tuple[int, int]]
) -> None:
    while True:
        fit = min(start + width, end) if narrow else _fit(text, start, end, width)
        if fit >= end:
            lines.append((start, end))
            return
        space = text.rfind(" ", start, fit + 1)
        if space > start:
            lines.append((start, space))
            start = space + 1
        else:
            lines.append((start, fit))
            start = fit


def _fit(text: str, start: int, end: int, width: int) -> int:
    """The end of the longest run from `start` that fits in `width` columns; at least one character."""
    used = 0
    for index in range(start, end):
        used += cells(text[index])
        if used > width:
            return max(index, start + 1)
    return end
