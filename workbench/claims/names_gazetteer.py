"""The names a language pack knows, compiled: people, states, peoples, organisations, places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from workbench.folding import fold
from workbench.languages.loader import LANGUAGES, Language, load
from workbench.models import Mention, MentionKind

_SUFFIX = r"(?:'[^\W\d_]{1,12})?"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """A language's known names in one pattern; `entries` maps a lower-cased alias to (kind, canonical)."""

    pattern: re.Pattern[str]
    entries: Mapping[str, tuple[MentionKind, str]]


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
        if home in pack_ancestors(canonical)
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
def gazetteer(language: Language) -> Gazetteer:
    """The language's known names, longest alias first; each may take an apostrophe and an ending."""
    entries = _alias_table(language)
    aliases = sorted(entries, key=lambda alias: (-len(alias), alias))
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, aliases))}){_SUFFIX}(?!\w)")
    return Gazetteer(pattern, entries)


def _inflected_table(
    language: Language, groups: Mapping[str, list[str]]
) -> tuple[re.Pattern[str], Mapping[str, str]]:
    table = {language.lower(word): canonical for canonical, words in groups.items() for word in words}
    words = sorted(table, key=lambda word: (-len(word), word))
    pattern = rf"(?<!\w)({'|'.join(map(re.escape, words))})(?:{language.core.noun_suffix})(?!\w)"
    return re.compile(pattern), table


@cache
def _peoples(language: Language) -> tuple[re.Pattern[str], Mapping[str, str]]:
    return _inflected_table(language, language.names.peoples)


@cache
def _institutions(language: Language) -> tuple[re.Pattern[str], Mapping[str, str]]:
    return _inflected_table(language, language.names.institutions)


@cache
def _city_context(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What behind, and what before, a capital's name makes it the city and not the state that acts."""
    behind = [rf"'(?:{language.names.locative})(?!\w)"] if language.names.locative else []
    behind += [rf"(?:'\w{{1,4}})?[ ]{re.escape(stem)}" for stem in language.names.city_before]
    before = "|".join(map(re.escape, language.names.city_after)) or "(?!)"
    return re.compile("|".join(behind)), re.compile(rf"\b(?:{before}) $")


@cache
def _place_evidence(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What behind, and what before, a name that is also a word or a person's makes it the place."""
    followed = language.any_inflected([*language.names.place_words, *language.names.place_offices])
    behind = [followed.removeprefix(r"\b")]
    before = "|".join(map(re.escape, [*language.names.city_after, *language.names.place_before])) or "(?!)"
    apostrophe = r"'\w" if language.names.locative else "(?!)"
    return re.compile(rf"{apostrophe}|[ ](?:{'|'.join(behind)})"), re.compile(rf"\b(?:{before}) $")


@cache
def _ambiguous(language: Language) -> frozenset[str]:
    return frozenset(language.names.ambiguous_places)


def known_names(text: str, lowered: str, language: Language) -> list[Mention]:
    """The names of the pack that stand in the text, in order."""
    found = []
    for match in gazetteer(language).pattern.finditer(lowered):
        if not text[match.start()].isupper():
            continue
        kind, canonical = gazetteer(language).entries[match[1]]
        if kind == "place":
            if canonical in _ambiguous(language) and not _near(
                _place_evidence(language), lowered, match.start(), match.end(1)
            ):
                continue
            if canonical in language.names.capitals and _acts(canonical, lowered, match, language):
                kind, canonical = "state", language.names.capitals[canonical]
        found.append(
            Mention(text[match.start() : match.end(1)], match.start(), match.end(1), kind, canonical)
        )
    return found


def _acts(capital: str, lowered: str, match: re.Match[str], language: Language) -> bool:
    """True where a capital's name stands for its state: nothing makes it the city, no place in it follows."""
    if _near(_city_context(language), lowered, match.start(), match.end(1)):
        return False
    gap = re.compile(language.names.holds_next).match(lowered, match.end(1))
    inner = gazetteer(language).pattern.match(lowered, gap.end()) if gap else None
    return not (inner and capital in pack_ancestors(gazetteer(language).entries[inner[1]][1]))


def _near(context: tuple[re.Pattern[str], re.Pattern[str]], lowered: str, start: int, end: int) -> bool:
    behind, before = context
    return bool(behind.match(lowered, end) or before.search(lowered[max(0, start - 12) : start]))


def peoples(text: str, lowered: str, language: Language) -> list[Mention]:
    """States named by their people or adjective ("Rus", "Greek")."""
    pattern, table = _peoples(language)
    return [
        Mention(text[m.start() : m.end(1)], m.start(), m.end(1), "state", table[m[1]])
        for m in pattern.finditer(lowered)
        if text[m.start()].isupper()
    ]


def institutions(text: str, lowered: str, language: Language, owners: Sequence[Mention]) -> list[Mention]:
    """Institutions with the state or place before them; without one, the home state's.

    A local institution ("Valiliği") is its place's, and without a place nobody's; a place owns no
    other kind. `owners` are the states and places of the text, in order.
    """
    pattern, table = _institutions(language)
    found = []
    for match in pattern.finditer(lowered):
        kind = table[match[1]]
        local = kind in language.names.local_institutions
        owner = _owner(text, match.start(), owners, local)
        homeless = local or kind[0].islower()
        name = owner.canonical if owner else ("" if homeless else language.names.home)
        if not name:
            continue
        begin = owner.start if owner else match.start()
        whole = text[begin : match.end(1)]
        found.append(Mention(whole, begin, match.end(1), "organisation", f"{name} {kind}"))
    return found


def _owner(text: str, start: int, owners: Sequence[Mention], local: bool) -> Mention | None:
    """The state, or for a local institution the place, right before `start`."""
    for owner in reversed(owners):
        between = text[owner.end : start]
        if 0 <= start - owner.end <= 8 and not set("\n,;.") & set(between):
            return owner if local or owner.kind == "state" else None
    return None


@cache
def pack_parents() -> Mapping[str, str]:
    """Canonical place to the place or state that it lies in, over all language packs."""
    parents: dict[str, str] = {}
    for code in LANGUAGES:
        names = load(code).names
        parents |= {place: holder for holder, group in names.within.items() for place in group}
        parents |= {name: place.inside for name, place in names.places.items() if place.inside}
    return parents


def pack_ancestors(place: str) -> list[str]:
    """The places and the state that the packs know to hold `place`, the nearest first."""
    parents, found = pack_parents(), list[str]()
    while (place := parents.get(place, "")) and place not in found:
        found.append(place)
    return found
