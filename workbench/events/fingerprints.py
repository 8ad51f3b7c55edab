"""Near copies of whole articles, found from a small sample of each.

A text is the set of its runs of three words; a sketch is the smallest hashes of that set (Broder 1997, "On
the resemblance and containment of documents"). Two sketches are samples of the same hashes, so what
they share estimates how much of the shorter text stands in the longer one. The very smallest are its
keys: texts of which one holds much of the other have several keys in common, whatever else is in store.

Words in quotation marks are left out: whoever was there prints what the governor said. A word counts
by its first letters, so that another case ending makes no other word.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from workbench.folding import fold
from workbench.models import Source

Sketch = tuple[int, ...]
"""At most `SKETCH` hashes of 32 bits, ascending; fewer where the text has fewer runs of words."""

SKETCH = 128
KEYS = 32
SHARED_KEYS = 2
"""Keys that two texts must have in common before they are compared."""
COPIED = 0.33
"""Share of the shorter text's runs of words found in the other that makes it a near copy."""
ENOUGH = 12
"""Runs of words that must be shared, so that a short notice of a few set phrases proves nothing."""
ROOM = 4.0
"""How many times longer the other may be: what holds many texts whole is a digest, and no copy of any."""
_ALL = 0xFFFFFFFF
_RUN = 3
_LETTERS = 5
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"\"[^\"\n]*\"")


def sketch(source: Source) -> Sketch:
    """The sketch of the paragraphs of an article; its title and all that a page adds are left out."""
    runs: set[int] = set()
    for block in source.blocks:
        if block.kind == "paragraph":
            told = _QUOTED.sub(" ", fold(source.text[block.start : block.end]))
            runs.update(_hashes(_WORD.findall(told)))
    return tuple(sorted(runs)[:SKETCH])


def _hashes(words: Sequence[str]) -> Iterator[int]:
    """The checksums of the runs, their bits spread evenly so that their order is no order.

    The spreading is the finaliser of MurmurHash3.
    """
    stems = [word[:_LETTERS].encode() for word in words]
    for run in zip(*(stems[at:] for at in range(_RUN)), strict=False):
        value = zlib.crc32(b" ".join(run))
        value = (value ^ value >> 16) * 0x85EBCA6B & _ALL
        value = (value ^ value >> 13) * 0xC2B2AE35 & _ALL
        yield value ^ value >> 16


def keys(of: Sketch) -> Sketch:
    """What an index holds of a sketch to find its near copies."""
    return of[:KEYS]


def copied(a: Sketch, b: Sketch) -> float:
    """The estimated share of the shorter text that stands in the other, 0 to 1; 0 where nothing is proved."""
    if not a or not b:
        return 0.0
    # What both hold is within the reach of both.
    shared = len(set(a).intersection(b))
    if shared < ENOUGH:
        return 0.0
    reach = min(_reach(a), _reach(b))
    shorter, longer = sorted((bisect_right(a, reach), bisect_right(b, reach)))
    return shared / shorter if longer <= ROOM * shorter else 0.0


def _reach(of: Sketch) -> int:
    """Up to which hash a sketch is the whole set."""
    return of[-1] if len(of) == SKETCH else _ALL


def fullness(of: Sketch) -> float:
    """The estimated number of different runs of words in the whole text."""
    return len(of) if len(of) < SKETCH else (SKETCH - 1) * _ALL / of[-1]


def leaders(sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """Each of these texts to the fullest one that it is a near copy of, or to itself.

    Two shortened copies may keep no sentence in common: only the full text shows that they are one.
    """
    found: dict[str, str] = {}
    for name in sorted(sketches, key=lambda one: (-fullness(sketches[one]), one)):
        share = {one: copied(sketches[name], sketches[one]) for one in dict.fromkeys(found.values())}
        best = max(share, key=lambda one: share[one], default=name)
        found[name] = best if share.get(best, 0.0) >= COPIED else name
    return found
