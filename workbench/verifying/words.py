"""The words that an object quotes, and whether an article has them where it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.records.rows import Row
from workbench.verifying.items import Finding, Item
from workbench.visible import visible

_PLACES: Mapping[str, tuple[str, str, str]] = {
    "dates": ("expr", "expr_start", "expr_end"),
    "quantities": ("expr", "start", "end"),
    "times": ("expr", "start", "end"),
    "ordinals": ("expr", "start", "end"),
    "mentions": ("text", "start", "end"),
    "quotes": ("text", "start", "end"),
}
"""Keys of a claim that hold words with their place: which keys of theirs those are."""
_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand at a place in an article, as `field` of an object says."""

    source: Row
    field: str
    words: str
    start: int
    end: int


def passages(item: Item) -> Iterator[Passage]:
    """The words that an object quotes; of a row of a table those alone that have a cell."""
    row = item.row
    if item.what == "claims":
        yield from _passage(row["source"], "text", row, ("text", "start", "end"))
        for key, names in _PLACES.items() if item.cells is None else ():
            for number, part in enumerate(row[key]):
                yield from _passage(row["source"], f"{key}[{number}].{names[0]}", part, names)
    elif item.what == "discrepancies":
        for number, value in enumerate(row["values"]):
            yield from _passage(value["source"], f"values[{number}].quote", value, ("quote", "start", "end"))


def _passage(source: Row, field: str, of: Row, names: tuple[str, str, str]) -> Iterator[Passage]:
    words, start, end = (of[name] for name in names)
    if isinstance(start, int) and isinstance(end, int):
        yield Passage(source, field, words or "", start, end)


def misplaced(item: Item, passage: Passage, text: str) -> Finding | None:
    """What is wrong with a passage, given its article's text; None where it stands there."""
    there = text[passage.start : passage.end]
    if there == passage.words or (item.cells is not None and item.written("text", there) == passage.words):
        return None
    elsewhere = text.find(passage.words) if passage.words else -1
    if elsewhere >= 0:
        words, holds = quoted(passage.words), f"it stands at {elsewhere} to {elsewhere + len(passage.words)}"
    else:
        words, found = quoted_pair(passage.words, there)
        holds = f"{found} is there" if there else "nothing is there"
    place = f"characters {passage.start} to {passage.end} of {passage.source.get('file')}"
    says = f"{passage.field}: {words} is not at {place}, {holds}"
    return item.finding("words", says, passage.field, passage.words, there)


def quoted(text: str, start: int = 0) -> str:
    """The words for a reader, cut where they are long; `start` is the first character that is shown."""
    shown = visible(text[start : start + _SHOWN])
    return f"“{'…' if start else ''}{shown}{'…' if start + _SHOWN < len(text) else ''}”"


def quoted_pair(one: str, other: str) -> tuple[str, str]:
    """Two texts for a reader who looks for the difference: long ones from a little before it on."""
    if max(len(one), len(other)) <= _SHOWN:
        return quoted(one), quoted(other)
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    start = max(0, same - _SHOWN // 2)
    return quoted(one, start), quoted(other, start)
