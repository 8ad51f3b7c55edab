"""The names a language pack knows, compiled: people, states, peoples, organisations, places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from workbench.claims.names_index import Index, index
from workbench.folding import fold
from workbench.languages.loader import LANGUAGES, Language, load
from workbench.languages.schema.patterns import NEVER
from workbench.languages.world import world
from workbench.models import Mention, MentionKind

Span = tuple[int, int]
_SUFFIX = r"(?:'[^\W\d_]{1,12})?"


def _own_places(language: Language) -> dict[str, list[str]]:
    """Canonical places of the pack's own tables to their spellings."""
    names = language.names
    listed = {canonical: [canonical] for group in names.within.values() for canonical in group}
    return listed | {canonical: [canonical, *place.aliases] for canonical, place in names.places.items()}


def _borrowed_places(language: Language) -> dict[str, list[str]]:
    """Places of another pack's home, which this language writes as there, with or without their marks."""
    if not language.names.home_places_from:
        return {}
    other = load(language.names.home_places_from)
    home = other.names.home
    return {
        canonical: [form for spelling in spellings for form in (spelling, fold(spelling))]
        for canonical, spellings in _own_places(other).items()
        if home in _within_packs(canonical)
    }


def _alias_table(language: Language) -> dict[str, tuple[MentionKind, str]]:
    names = language.names
    groups: list[tuple[MentionKind, Mapping[str, list[str]]]] = [
        ("place", _borrowed_places(language)),
        ("place", _own_places(language)),
        ("state", names.states),
        ("organisation", names.organisations),
        ("person", names.people),
    ]
    table: dict[str, tuple[MentionKind, str]] = {}
    for kind, group in groups:
        for canonical, aliases in group.items():
            for alias in (canonical, *aliases):
                table[language.lower(alias)] = (kind, canonical)
    return table


@cache
def gazetteer(language: Language) -> Mapping[str, tuple[MentionKind, str]]:
    """The language's known names: a lower-cased alias to (kind, canonical)."""
    return _alias_table(language)


@cache
def known_index(language: Language) -> Index[tuple[MentionKind, str]]:
    """Known names, each of which may take an apostrophe and an ending, or an ending alone."""
    joined = language.names.name_suffix
    ending = rf"(?:{_SUFFIX}|{joined})" if joined else _SUFFIX
    return index(gazetteer(language).items(), ending, inflected=bool(joined))


def _inflected(language: Language, groups: Mapping[str, list[str]]) -> Index[str]:
    entries = ((language.lower(word), canonical) for canonical, words in groups.items() for word in words)
    return index(entries, language.core.noun_suffix, inflected=True)


@cache
def peoples_index(language: Language) -> Index[str]:
    """Adjectives and names of peoples, in any form."""
    return _inflected(language, language.names.peoples)


@cache
def institutions_index(language: Language) -> Index[str]:
    """Kinds of institutions, in any form."""
    return _inflected(language, language.names.institutions)


@cache
def _tongue_ending(language: Language) -> re.Pattern[str]:
    return re.compile(language.names.tongue_ending or NEVER)


def peoples(text: str, lowered: str, language: Language) -> list[Mention]:
    """States named by their people or adjective ("Rus", "Greek")."""
    table, small = peoples_index(language), language.names.lower_peoples
    tongue, found = _tongue_ending(language), list[Mention]()
    for start, end in table.spans(lowered):
        hit = table.at(lowered, start, end) if small or text[start].isupper() else None
        if hit is not None and not tongue.match(lowered, hit[0]):
            found.append(Mention(text[start : hit[0]], start, hit[0], "state", hit[1]))
    return found


def institutions(text: str, lowered: str, language: Language, owners: Sequence[Mention]) -> list[Mention]:
    """Institutions with the state or place before them; without one, the home state's.

    A local institution ("Valiliği") is its place's, and without a place nobody's; a place owns no
    other kind. `owners` are the states and places of the text, in order.
    """
    found, table, free = list[Mention](), institutions_index(language), 0
    ends = [owner.end for owner in owners]
    for start, end in table.spans(lowered):
        hit = table.at(lowered, start, end) if start >= free else None
        if hit is None:
            continue
        free, kind = hit
        local = kind in language.names.local_institutions
        at = bisect_right(ends, start)
        owner = _owner(text, start, owners[max(0, at - 1) : at], local)
        homeless = local or kind[0].islower()
        name = owner.canonical if owner else ("" if homeless else language.names.home)
        if owner and local:
            # A capital that has an office is the city, though alone it would be its state.
            name = gazetteer(language).get(language.lower(owner.text), ("place", name))[1]
        if not name:
            continue
        begin = owner.start if owner else start
        found.append(Mention(text[begin:free], begin, free, "organisation", f"{name} {kind}"))
    return found


def _owner(text: str, start: int, owners: Sequence[Mention], local: bool) -> Mention | None:
    """The state, or for a local institution the place, right before `start`."""
    for owner in owners:
        if start - owner.end <= 8 and not set("\n,;.") & set(text[owner.end : start]):
            return owner if local or owner.kind == "state" else None
    return None


@cache
def pack_parents() -> Mapping[str, str]:
    """Canonical place to the place or state that it lies in, over all language packs."""
    parents: dict[str, str] = {}
    for code in LANGUAGES:
        names = load(code).names
        parents |= {place: holder for holder, group in names.within.items() for place in group}
        parents |= {name: place.inside for name, place in names.places.items()}
    return parents


def _within_packs(place: str) -> list[str]:
    found = list[str]()
    while (place := pack_parents().get(place, "")) and place not in found:
        found.append(place)
    return found


@cache
def parents() -> Mapping[str, str]:
    """The same over the packs and the towns of the world.

    The packs' word holds, but where the table only puts a federal state between a town and its state.
    """
    packs, table = pack_parents(), world(LANGUAGES[0]).inside
    between = {place: holder for place, holder in table.items() if packs.get(place, "") == table.get(holder)}
    return {**table, **packs, **{place: holder for place, holder in between.items() if place in packs}}


def pack_ancestors(place: str) -> list[str]:
    """The places and the state that are known to hold `place`, the nearest first."""
    above, found = parents(), list[str]()
    while (place := above.get(place, "")) and place not in found:
        found.append(place)
    return found
