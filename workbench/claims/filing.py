"""Where an agency filed its report: "ANKARA (AA) - ...", "KYIV, Ukraine — ..." at a paragraph's start.

The city is a place, but neither where anything happened nor whoever acts in what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from workbench.claims.names_gazetteer import gazetteer
from workbench.folding import CAPITALS
from workbench.languages.loader import Language
from workbench.models import Block, Mention

_CITY = rf"[{CAPITALS}][{CAPITALS}.'’-]{{2,}}"
_FILED = re.compile(
    rf"\(?{_CITY}(?: {_CITY}){{0,2}}\)?"
    r"(?:[,/] ?[^\W\d_][\w. ]{1,24}?)?(?: ?\([^()\n]{2,30}\))? ?[-–—]{1,2} "
)
"""A city in capitals, perhaps what holds it or the day, perhaps the agency, and a dash."""


def without_filing(
    text: str, blocks: Sequence[Block], names: Sequence[Mention], language: Language
) -> tuple[list[Mention], list[Mention]]:
    """The names of a text with the cities of filing as places, and the names that its claims may use.

    `names` are in order of offset.
    """
    every = list(names)
    starts = [name.start for name in names]
    dropped: set[int] = set()
    for block in blocks:
        filed = _FILED.match(text, block.start, block.end) if block.kind == "paragraph" else None
        if filed is None:
            continue
        first, behind = bisect_left(starts, block.start), bisect_left(starts, filed.end())
        city = _city(every[first], language) if first < behind else None
        if city is None or _is_road(every[behind : behind + 1], filed.end()):
            continue
        every[first] = city
        dropped.update(range(first, behind))
    return every, [name for at, name in enumerate(every) if at not in dropped]


def _city(name: Mention, language: Language) -> Mention | None:
    """The city that a name in capitals is, be it a capital that was taken for its state."""
    if not name.text.isupper() or name.kind not in ("place", "state"):
        return None
    if name.kind == "place":
        return name
    kind, canonical = gazetteer(language).get(language.lower(name.text), (name.kind, name.canonical))
    return replace(name, kind="place", canonical=canonical) if kind == "place" else None


def _is_road(behind: Sequence[Mention], start: int) -> bool:
    """True where the dash only joins a second city to the first ("BOLU - ANKARA yolu")."""
    return (
        bool(behind) and behind[0].start == start and behind[0].text.isupper() and behind[0].kind == "place"
    )
