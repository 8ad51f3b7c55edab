"""Scores where sentences end, on the tables sentences_*.toml and on any text with its sentences given."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from workbench.claims.sentences import sentences
from workbench.languages.loader import load
from workbench.sources import source_from_bytes

from scoring import Score

TABLES = Path(__file__).resolve().parent / "tables"


@cache
def sentence_ends(code: str) -> Score:
    """The ends set in the cases of one language; one too many counts against as one missed does."""
    cases: list[dict[str, Any]] = tomllib.loads(
        (TABLES / f"sentences_{code}.toml").read_text(encoding="utf-8")
    )["case"]
    right, total, misses = 0, 0, []
    for case in cases:
        text = case.get("text") or " ".join(case["sentences"])
        wanted, found = set(_ends(text, case["sentences"])), set(_found(text, code))
        right += len(wanted & found)
        total += len(wanted | found)
        if wanted != found:
            misses.append(f"{case['about']}: {_cut(text, sorted(found))}")
    return Score(right, total, tuple(misses))


def _found(text: str, code: str) -> Iterator[int]:
    source = source_from_bytes(text.encode(), "a.txt")
    assert source.text == text
    for block in source.blocks:
        yield from (end for _, end in sentences(text, block.start, block.end, load(code)))


def _ends(text: str, wanted: Sequence[str]) -> Iterator[int]:
    at = 0
    for sentence in wanted:
        at = text.index(sentence, at) + len(sentence)
        yield at


def _cut(text: str, ends: Sequence[int]) -> str:
    starts = [0, *ends[:-1]]
    return " | ".join(text[start:end].strip() for start, end in zip(starts, ends, strict=True))
