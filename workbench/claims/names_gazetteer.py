"""The names a language pack knows, compiled: people, states, peoples, organisations, places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from workbench.claims.names_index import Index, index
from workbench.folding import fold
from workbench.languages.loader import LANGUAGES, Language, load
from workbench.models import Mention, MentionKind

Span = tuple[int, int]
_SUFFIX = r"(?:'[^\W\d_]{1,12})?"
_WORD = re.compile(r"\w+")


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
def gazetteer(language: Language) -> Mapping[str, tuple[MentionKind, str]]:
    """The language's known names: a lower-cased alias to (kind, canonical)."""
    return _alias_table(language)


@cache
def _known(language: Language) -> Index[tuple[MentionKind, str]]:
    """Known names, each of which may take an apostrophe and an ending, or an ending alone."""
    joined = language.names.name_suffix
    ending = rf"(?:{_SUFFIX}|{joined})" if joined else _SUFFIX
    return index(gazetteer(language).items(), ending, inflected=bool(joined))


def _inflected(language: Language, groups: Mapping[str, list[str]]) -> Index[str]:
    entries = ((language.lower(word), canonical) for canonical, words in groups.items() for word in words)
    return index(entries, language.core.noun_suffix, inflected=True)


@cache
def _peoples(language: Language) -> Index[str]:
    return _inflected(language, language.names.peoples)


@cache
def _institutions(language: Language) -> Index[str]:
    return _inflected(language, language.names.institutions)


@cache
def _holds_next(language: Language) -> re.Pattern[str]:
    return re.compile(language.names.holds_next or "(?!)")


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


def known_names(text: str, lowered: str, language: Language, capitals: Sequence[Span]) -> list[Mention]:
    """The names of the pack that stand in the text, in order; `capitals` are its capitalised words."""
    found, names, free = list[Mention](), _known(language), 0
    for start, end in capitals:
        hit = names.at(lowered, start, end) if start >= free else None
        if hit is None:
            continue
        free, (kind, canonical) = hit
        if kind == "place":
            if canonical in _ambiguous(language) and not _near(
                _place_evidence(language), lowered, start, free
            ):
                continue
            if canonical in language.names.capitals and _acts(canonical, lowered, start, free, language):
                kind, canonical = "state", language.names.capitals[canonical]
        found.append(Mention(text[start:free], start, free, kind, canonical))
    return found


def _acts(capital: str, lowered: str, start: int, end: int, language: Language) -> bool:
    """True where a capital's name stands for its state: nothing makes it the city, no place in it follows."""
    if _near(_city_context(language), lowered, start, end):
        return False
    gap = _holds_next(language).match(lowered, end)
    word = _WORD.match(lowered, gap.end()) if gap else None
    inner = _known(language).at(lowered, *word.span()) if word else None
    return not (inner and capital in pack_ancestors(inner[1][1]))


def _near(context: tuple[re.Pattern[str], re.Pattern[str]], lowered: str, start: int, end: int) -> bool:
    behind, before = context
    return bool(behind.match(lowered, end) or before.search(lowered[max(0, start - 12) : start]))


def peoples(text: str, lowered: str, language: Language, spans: Sequence[Span]) -> list[Mention]:
    """States named by their people or adjective ("Rus", "Greek"); `spans` are the words that may be one."""
    table = _peoples(language)
    hits = ((start, table.at(lowered, start, end)) for start, end in spans)
    return [Mention(text[start : hit[0]], start, hit[0], "state", hit[1]) for start, hit in hits if hit]


def institutions(
    text: str, lowered: str, language: Language, owners: Sequence[Mention], spans: Sequence[Span]
) -> list[Mention]:
    """Institutions with the state or place before them; without one, the home state's.

    A local institution ("Valiliği") is its place's, and without a place nobody's; a place owns no
    other kind. `owners` are the states and places of the text, `spans` its words, in order.
    """
    found, table, free = list[Mention](), _institutions(language), 0
    ends = [owner.end for owner in owners]
    for start, end in spans:
        hit = table.at(lowered, start, end) if start >= free else None
        if hit is None:
            continue
        free, kind = hit
        local = kind in language.names.local_institutions
        owner = _owner(text, start, owners[: bisect_right(ends, start)][-1:], local)
        homeless = local or kind[0].islower()
        name = owner.canonical if owner else ("" if homeless else language.names.home)
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
        parents |= {name: place.inside for name, place in names.places.items() if place.inside}
    return parents


def pack_ancestors(place: str) -> list[str]:
    """The places and the state that the packs know to hold `place`, the nearest first."""
    parents, found = pack_parents(), list[str]()
    while (place := parents.get(place, "")) and place not in found:
        found.append(place)
    return found
