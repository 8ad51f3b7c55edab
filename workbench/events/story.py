"""What an article names besides the event: two reports of one story share names and odd numbers.

A claim says little by itself ("the line will cost 4.2 billion"), and what it means stands elsewhere in its
article. So each claim carries the rarest of the names and numbers of its whole article, in a form that does
not depend on the language: a name by its sound ("Begenç", "Begench"), a number by its value. Names that
every paper prints daily (states, heads of state, great cities) tell little.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, groupby

from workbench.claims.names_spelling import sounding
from workbench.events.rarity import rarity
from workbench.folding import fold
from workbench.languages.loader import LANGUAGES, load
from workbench.models import Claim

Story = tuple[str, ...]
"""Names and numbers of an article, the most telling first."""

KEPT = 12
_NEAR = 8
"""Claims before and behind that belong to one story: a long article tells many."""
_NAME = re.compile(r"(?<![\w'’])[^\W\d_a-zçğıöşü][^\W\d_]{3,}")
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 4
"""Letters of a word by which a name is known."""
_NUMBER = "#"
_LEAST = 13
"""Numbers below this stand in any article."""
_EVERYDAY = 0.25
_UNKNOWN = 1.0
_STEM = 5
"""Letters of a stem under which the forms of a common word are known."""


def stories(claims: Sequence[Claim]) -> list[Story]:
    """What is named around each claim; claims of one source must come in order of position."""
    found: list[Story] = []
    for _, article in groupby(claims, key=lambda claim: claim.source):
        named = [tuple(_told(claim)) for claim in article]
        found += [_around(named, at) for at in range(len(named))]
    return found


def _around(named: Sequence[Sequence[str]], at: int) -> Story:
    keys = dict.fromkeys(chain.from_iterable(named[max(0, at - _NEAR) : at + _NEAR + 1]))
    return tuple(sorted(keys, key=lambda key: -telling(key))[:KEPT])


def common(a: Story, b: Story) -> list[str]:
    """What both stories name, the most telling first."""
    other = set(b)
    return [key for key in a if key in other]


def weight(keys: Iterable[str]) -> float:
    """How much these names and numbers tell together."""
    return sum(map(telling, keys))


def _told(claim: Claim) -> Iterator[str]:
    if claim.heading:
        return  # Headlines may capitalise every word.
    known = [m for m in claim.mentions if m.kind in ("person", "place", "state")]
    for mention in known:
        yield from (sounding(word) for word in _WORD.findall(mention.canonical) if len(word) >= _LONG)
    for match in _NAME.finditer(claim.text):
        at = claim.start + match.start()
        named = at == claim.context_start or any(m.start <= at < m.end for m in known)
        if not named and not _is_word(match[0]):
            yield sounding(match[0])
    for quantity in claim.quantities:
        if quantity.value >= _LEAST:
            yield f"{_NUMBER}{quantity.value:g}"


@lru_cache(maxsize=50_000)
def _is_word(word: str) -> bool:
    """True where a capital makes no name of it: a title, an office ("Bakan", "Bakanlığı")."""
    plain = fold(word)
    return any(rarity(plain[:end]) < _UNKNOWN for end in range(min(_STEM, len(plain)), len(plain) + 1))


@lru_cache(maxsize=50_000)
def telling(key: str) -> float:
    """How much a name or number tells of which story it is: 0.1 for what any article may hold, up to 1."""
    if not key.startswith(_NUMBER):
        return _EVERYDAY if key in _everyday() else 1.0
    digits = key[1:].replace(".", "").rstrip("0").split("e")[0]
    return (0.1, 0.35, 0.8)[min(len(digits), 3) - 1] if digits else 0.1


@cache
def _everyday() -> Collection[str]:
    """Names that the language packs know: those that papers print daily."""
    names = (load(code).names for code in LANGUAGES)
    tables = (table for one in names for table in (one.people, one.states, one.institutions))
    spelled = (one for table in tables for name, other in table.items() for one in (name, *other))
    return frozenset(sounding(word) for name in spelled for word in name.split() if len(word) > 3)
