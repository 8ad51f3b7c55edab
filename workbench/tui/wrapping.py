"""Breaking a whole article into screen lines by offsets, fast enough for one line of megabytes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import get_character_cell_size


def cells(char: str) -> int:
    """Columns that a character takes on a terminal."""
    return get_character_cell_size(char)


def _any_of(chars: Iterable[str]) -> re.Pattern[str]:
    """What finds one of these characters, or nothing where there are none."""
    escaped = "".join(map(re.escape, chars))
    return re.compile(f"[{escaped}]" if escaped else r"(?!)")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """The (start, end) of each screen line of `text` at `width` columns, in order.

    Lines break at spaces, inside a word only where it is wider than a line. The space or line end
    broken at belongs to no line; everything else belongs to exactly one.
    """
    width = max(width, 2)
    odd = _any_of(char for char in set(text) if char != "\n" and cells(char) != 1)
    lines: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        _wrap_paragraph(text, start, end, width, odd, lines)
        start = end + 1
    return lines


def _wrap_paragraph(
    text: str, start: int, end: int, width: int, odd: re.Pattern[str], lines: list[tuple[int, int]]
) -> None:
    while True:
        fit = min(start + width, end)
        # Most lines have only characters one column wide, and no mark behind them.
        if odd.search(text, start, min(fit + 1, end)):
            fit = _fit(text, start, end, width)
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
