"""What extraction loses inside an article is put back, in the order of the page."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence

from workbench.sources.shapes import ends_in_stop
from workbench.sources.webpages.prose import Line

_SENTENCE = 40
"""Characters from which a line that ends in a full stop is taken for a sentence of the article."""


def completed(lines: Sequence[Line], seen: Sequence[Line]) -> list[Line]:
    """The extracted `lines` in the order in which they are `seen` on the page, with what lies among them.

    What lies among them is put back where it stands in one element with lines that were extracted, as a
    heading or a sentence that is neither a link nor set apart by a class.
    """
    places = _places(lines, seen)
    found = [at for at in places if at is not None]
    if not found:
        return list(lines)
    homes = {seen[at].home for at in found}
    taken, first, last = set(found), min(found), max(found)
    kept = {
        at: line
        for at, line in enumerate(seen)
        if first < at < last and at not in taken and line.home in homes and _belongs(line)
    }
    placed: list[tuple[int, int, Line]] = [(at, -1, line) for at, line in kept.items()]
    before = -1
    for order, (line, at) in enumerate(zip(lines, places, strict=True)):
        before = before if at is None else at
        placed.append((before, order, line))
    return [line for _, _, line in sorted(placed, key=lambda one: one[:2])]


def _places(lines: Sequence[Line], seen: Sequence[Line]) -> list[int | None]:
    """Where on the page each line is seen first, and its repetitions in turn."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for at, line in enumerate(seen):
        waiting[_key(line)].append(at)
    return [waiting[key].popleft() if waiting[key] else None for key in map(_key, lines)]


def _belongs(line: Line) -> bool:
    if line.linked or not line.plain:
        return False
    return line.kind == "heading" or (len(line.text) >= _SENTENCE and ends_in_stop(line.text))


def _key(line: Line) -> str:
    return line.text.replace(" ", "")
