"""Lines that stand on page after page at the same place: running heads and feet, numbers of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from workbench.sources.layout.columns import Line, Region

_EDGE = 3
"""Lines from the top and from the bottom of a page that may be running ones."""
_PLACE = 8.0
"""Points: how far apart the same line may stand on two pages."""
_SHARE = 0.5
_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[^\w]*(?:(?:sayfa|page|s\.|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|\|)\s*\d{1,4})?[^\w]*", re.I
)
_ADDRESS = re.compile(r"https?://[^\s|]+")

Page = list[Region]


def without_running(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without their running lines, and those lines, each once.

    A line runs where it stands at the edge of half of the pages (two at least) at the same height, whatever
    numbers are in it; the number of a page runs by itself.
    """
    edges = [_edge_lines(page) for page in pages]
    seen = Counter(key for lines in edges for key in {_key(line) for line in lines})
    enough = max(2, int(_SHARE * sum(bool(page) for page in pages)))
    kept, dropped = [], dict[str, None]()
    for page, lines in zip(pages, edges, strict=True):
        runs = {id(line) for line in lines if _runs(line, seen, enough)}
        dropped |= {line.text: None for line in lines if id(line) in runs}
        regions = [[line for line in region if id(line) not in runs] for region in page]
        kept.append([region for region in regions if region])
    return kept, list(dropped)


def address_in(running: Sequence[str]) -> str | None:
    """The address that a browser prints at the foot of each page, if only one is there."""
    found = {match[0].rstrip(".,") for text in running for match in _ADDRESS.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _edge_lines(page: Page) -> list[Line]:
    lines = sorted((line for region in page for line in region), key=lambda line: -line.y)
    return lines[:_EDGE] + lines[max(_EDGE, len(lines) - _EDGE) :]


def _key(line: Line) -> tuple[str, int]:
    return _NUMBERS.sub("#", line.text), round(line.y / _PLACE)


def _runs(line: Line, seen: Counter[tuple[str, int]], enough: int) -> bool:
    if _PAGE_NUMBER.fullmatch(line.text):
        return True
    text, place = _key(line)
    return max(seen[text, place + step] for step in (-1, 0, 1)) >= enough
