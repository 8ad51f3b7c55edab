"""Runs of text with the names of their looks, and how they are cut to a width."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Literal

from rich.cells import cell_len, set_cell_size

from workbench.records.agreement import Agreement
from workbench.visible import one_line

Tone = Literal["text", "strong", "quiet", "faint", "head", "mark", Agreement]
Run = tuple[str, Tone]

_LONGEST = 1_000
"""Characters of other people's text that one line of the screen looks at."""


def fit(text: str, width: int) -> str:
    """Other people's text in exactly `width` columns, with an ellipsis where it is cut."""
    if width <= 0:
        return ""
    text = one_line(text[:_LONGEST])
    if cell_len(text) > width:
        return set_cell_size(text, width - 1) + "…"
    return set_cell_size(text, width)


class Page(ABC):
    """Lines of a pane, made when they are drawn."""

    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def runs(self, index: int, width: int) -> Sequence[Run]:
        """The line as it is drawn in `width` columns."""

    def stops(self, index: int) -> bool:
        """Whether the cursor may stand there: on headings it may not."""
        return True

    def claim(self, index: int) -> str | None:
        """The claim of the line, or None."""
        return None

    def event(self, index: int) -> str | None:
        """The other event that the line leads to, or None."""
        return None
