"""Names in running text: people, states, organisations, places, with their case endings taken off.

Known names come from the language pack; unknown people are read from an office before capitalised
words, unknown places from a case or a preposition of place. A surname alone is the person of that
surname whom the same text names in full.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from workbench.claims.names_bodies import Bodies, abbreviations
from workbench.claims.names_gazetteer import institutions, peoples
from workbench.claims.names_known import known_names
from workbench.claims.names_people import People, find_surnames, surnames
from workbench.claims.names_places import ancestors, places_agree, places_by_case, with_containment
from workbench.claims.names_runs import runs
from workbench.claims.names_spelling import one_spelling
from workbench.folding import CAPITALS
from workbench.languages.loader import Language
from workbench.models import Mention

_CAPITALISED = re.compile(rf"[{CAPITALS}](?<!\w.)\w*")

__all__ = ["ancestors", "find_names", "find_surnames", "places_agree", "settled", "surnames"]


def find_names(text: str, language: Language, low: str | None = None) -> list[Mention]:
    """The names in a text, in order, without overlaps; offsets leave case endings out.

    Give it one block at a time: a name glued to the block before it is found only there.
    `low` is the text in lower case where the caller has it.
    """
    lowered = language.lower(text) if low is None else low
    capitals = [match.span() for match in _CAPITALISED.finditer(text)]
    known = known_names(text, lowered, language, capitals)
    nations = peoples(text, lowered, language)
    owners = sorted((m for m in known + nations if m.kind in ("state", "place")), key=lambda m: m.start)
    offices = institutions(text, lowered, language, owners)
    found = runs(text, capitals, language)
    bodies = Bodies(text, lowered, language, [*known, *nations, *offices]).find(found)
    people = People(text, lowered, language, [*known, *offices, *bodies]).find(found)
    people += find_surnames(text, 0, len(text), surnames(people, language))
    named = [*offices, *bodies, *people, *known, *nations]
    return _without_overlaps([*named, *places_by_case(text, language, named, capitals)])


def settled(text: str, found: Sequence[Mention], language: Language) -> list[Mention]:
    """The names of a whole text, made one: surnames resolved, places put where the text puts them.

    `found` are the names of the text's blocks with the text's own offsets, in order.
    """
    found = one_spelling(found, language)
    people = surnames(found, language)
    named = find_surnames(text, 0, len(text), people)
    short = abbreviations(found, language)
    named += [replace(m, kind="organisation") for m in find_surnames(text, 0, len(text), short)]
    spans = {m.start for m in named}
    kept = [m for m in found if not (m.kind == "place" and m.start in spans)]
    starts = [m.start for m in kept]
    extra = [m for m in named if _is_apart(m, starts, kept)]
    return with_containment(text, _without_overlaps([*kept, *extra]), language)


def _is_apart(name: Mention, starts: Sequence[int], names: Sequence[Mention]) -> bool:
    """True for a name that shares no letter with `names`, which begin at `starts`."""
    behind = bisect_right(starts, name.start)
    if behind and name.start < names[behind - 1].end:
        return False
    return behind == len(names) or name.end <= names[behind].start


def _without_overlaps(candidates: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(candidates, key=lambda m: (m.start, -(m.end - m.start))):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
