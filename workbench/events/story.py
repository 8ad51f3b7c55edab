"""What an article names besides the event: two reports of one story share names and odd numbers.

A claim says little by itself ("the line will cost 4.2 billion"), and what it means stands elsewhere in its
article. So each claim carries the rarest of the names and numbers of its whole article, in a form that does
not depend on the language: a name by its sound ("Begenç", "Begench"), a number by its value. Names that
every paper prints daily (states, heads of state, great cities) tell little.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby

from workbench.claims.names_spelling import sounding
from workbench.events.rarity import rarity
from workbench.folding import fold
from workbench.languages.loader import LANGUAGES, load
from workbench.models import Claim, Mention

Story = tuple[tuple[str, float], ...]
"""Names and numbers around a claim, each with how much it tells (up to 1), the most telling first."""

SOME_SHARED, MUCH_SHARED = 0.4, 2.0
"""Weight of what two articles both name from which they may be, and are, on one story."""
KEPT = 12
_NEAR = 8
"""Claims before and behind that belong to one story: a long article tells many."""
_NAME = re.compile(r"(?<![\w'’])[^\W\d_a-zçğıöşü][^\W\d_]{3,}")
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 4
"""Letters of a word by which a name is known."""
_STEM = 5
"""Letters of a stem under which the forms of a common word are known."""
_NUMBER = "#"
_LEAST_NUMBER = 13
"""Numbers below this stand in any article."""
_DIGITS = (0.1, 0.35, 0.8)
"""What a number of one, two, and of three or more digits that are not rounded off tells."""
_KNOWN = 0.25
"""What the people and bodies tell that the packs know: papers print them daily."""
_COMMON = 0.4
"""Rarity of a word up to which it tells nothing."""
_LEAST = 0.1


def stories(claims: Sequence[Claim]) -> list[Story]:
    """What is named around each claim; claims of one source must come in order of position."""
    found: list[Story] = []
    for _, article in groupby(claims, key=lambda claim: claim.source):
        named = [dict(_told(claim)) for claim in article]
        found += [_around(named, at) for at in range(len(named))]
    return found


def common(a: Story, b: Story) -> list[tuple[str, float]]:
    """What both stories name, with the least that it tells in either, the most telling first."""
    other = dict(b)
    return [(key, min(told, other[key])) for key, told in a if key in other]


def weight(shared: Iterable[tuple[str, float]]) -> float:
    """How much these names and numbers tell together."""
    return sum(told for _, told in shared)


def _around(named: Sequence[Mapping[str, float]], at: int) -> Story:
    keys: dict[str, float] = {}
    for told in named[max(0, at - _NEAR) : at + _NEAR + 1]:
        keys |= told
    return tuple(sorted(keys.items(), key=lambda item: (-item[1], item[0]))[:KEPT])


def _told(claim: Claim) -> Iterator[tuple[str, float]]:
    """The names of a claim by their sound, and its numbers; a headline may capitalise every word."""
    known = [m for m in claim.mentions if m.kind in ("person", "place", "state")]
    if not claim.heading:
        yield from _capitalised(claim, known)
        for mention in known:
            for word in _WORD.findall(mention.canonical):
                if len(word) >= _LONG:
                    yield sounding(word), telling(word)
    for quantity in claim.quantities:
        if quantity.value >= _LEAST_NUMBER and not claim.heading:
            yield f"{_NUMBER}{quantity.value:g}", telling_number(quantity.value)


def _capitalised(claim: Claim, known: Sequence[Mention]) -> Iterator[tuple[str, float]]:
    """Words that only a name would write with a capital, among them those that no table knows."""
    for match in _NAME.finditer(claim.text):
        at = claim.start + match.start()
        named = at == claim.context_start or any(m.start <= at < m.end for m in known)
        stems = range(min(_STEM, len(match[0])), len(match[0]))
        told = min((telling(match[0][:end]) for end in stems), default=1.0)
        if not named and (told := min(told, telling(match[0]))) > _LEAST:
            yield sounding(match[0]), told


@lru_cache(maxsize=50_000)
def telling(word: str) -> float:
    """How much a name tells of which story it is: the less the more often its word is printed."""
    told = max(_LEAST, (rarity(fold(word)) - _COMMON) / (1 - _COMMON))
    return min(told, _KNOWN) if sounding(word) in _known_names() else told


def telling_number(value: float) -> float:
    """How much a number tells: round ones are everywhere."""
    digits = f"{value:g}".split("e")[0].replace(".", "").rstrip("0")
    return _DIGITS[min(len(digits), len(_DIGITS)) - 1]


@cache
def _known_names() -> Collection[str]:
    """People and bodies of the packs by their sound."""
    names = (load(code).names for code in LANGUAGES)
    tables = (table for one in names for table in (one.people, one.institutions))
    spelled = (one for table in tables for name, other in table.items() for one in (name, *other))
    return frozenset(sounding(word) for name in spelled for word in name.split() if len(word) >= _LONG)
