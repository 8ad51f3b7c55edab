"""Names found in tables: those of the language pack, and the towns of the world in a place's company."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from workbench.claims.names_gazetteer import Span, gazetteer, known_index, pack_ancestors
from workbench.claims.names_index import Index, index
from workbench.claims.names_lists import with_lists
from workbench.claims.names_spelling import known_person
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import NEVER, any_of
from workbench.languages.world import Town, world
from workbench.models import Mention, MentionKind

_WORD = re.compile(r"\w+")
_SUFFIX = r"(?:'[^\W\d_]{1,12})?"
_LONG = 5
"""Letters of a name that is known by its ending without an apostrophe."""
_BODIES = ("organisation", "state")
_LEAD = 20
"""Letters before a name in which a preposition stands."""


def _any(words: Sequence[str]) -> str:
    return any_of(map(re.escape, words))


@cache
def _towns(language: Language) -> Index[list[str]]:
    return index(world(language.code).spellings.items(), _SUFFIX)


@cache
def _without_apostrophe(language: Language) -> tuple[Index[tuple[MentionKind, str]], ...]:
    """Bodies of several words in any form, and names of one long word in the longer endings."""
    if not language.names.bare_ending:
        return ()
    several = [
        (name, meant) for name, meant in gazetteer(language).items() if " " in name and meant[0] in _BODIES
    ]
    single = [
        (name, meant)
        for name, meant in gazetteer(language).items()
        if name.isalpha()
        and len(name) >= _LONG
        and meant[0] != "person"
        and meant[1] not in _ambiguous(language)
    ]
    return (
        index(several, language.core.noun_suffix, inflected=True),
        index(single, language.names.bare_ending, inflected=True),
    )


@cache
def _at_place(language: Language) -> re.Pattern[str]:
    return re.compile(language.names.at_place or NEVER)


@cache
def _holds_next(language: Language) -> re.Pattern[str]:
    return re.compile(language.names.holds_next or NEVER)


@cache
def _lies_in(language: Language) -> re.Pattern[str]:
    return re.compile(language.names.lies_in or NEVER)


@cache
def _city_context(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What behind, and what before, a capital's name makes it the city and not the state that acts."""
    behind = [rf"'(?:{language.names.locative})(?!\w)"] if language.names.locative else []
    behind += [rf"(?:'\w{{1,4}})?[ ]{re.escape(stem)}" for stem in language.names.city_before]
    return re.compile(any_of(behind)), re.compile(rf"\b(?:{_any(language.names.city_after)}) $")


@cache
def _place_evidence(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What behind, and what before, a name that may be something else makes it the place."""
    names = language.names
    followed = language.any_inflected([*names.place_words, *names.place_offices]).removeprefix(r"\b")
    apostrophe = r"'\w" if names.locative else NEVER
    before = _any([*names.city_after, *names.place_before])
    return re.compile(rf"{apostrophe}|[ ](?:{followed})"), re.compile(rf"\b(?:{before}) $")


@cache
def _sure_evidence(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The same for a name that is somebody's as well: the case of a place, or its noun."""
    names = language.names
    followed = language.any_inflected([*names.place_words, *names.place_offices]).removeprefix(r"\b")
    case = rf"'(?:{names.locative})(?!\w)" if names.locative else NEVER
    before = _any(names.place_before)
    return re.compile(rf"{case}|[ ](?:{followed})"), re.compile(rf"\b(?:{before}) (?:{names.article})?$")


@cache
def _house(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What behind, and what before, the name of a body makes it the house in which it sits."""
    names = language.names
    return re.compile(rf"'(?:{names.at_place or NEVER})(?!\w)"), re.compile(
        rf"\b(?:{_any(names.seat_before)}) $"
    )


@cache
def _ambiguous(language: Language) -> frozenset[str]:
    return frozenset(language.names.ambiguous_places)


@cache
def _acronyms(language: Language) -> frozenset[str]:
    """Names of four letters at most that are only written in capitals ("BM", "UN"), in lower case."""
    names = language.names
    written = [
        name for group in (names.states, names.organisations) for one in group.values() for name in one
    ]
    small = {language.lower(name) for name in written if not name.isupper()}
    return frozenset(language.lower(name) for name in written if name.isupper() and len(name) < 5) - small


@cache
def _given(language: Language) -> frozenset[str]:
    return frozenset(map(language.lower, language.names.given_names))


@cache
def _openers(language: Language) -> frozenset[str]:
    return frozenset(map(language.lower, language.names.not_names))


class Known:
    """Finds the names of one block that the tables know."""

    def __init__(self, text: str, lowered: str, language: Language, capitals: Sequence[Span]) -> None:
        """`capitals` are the capitalised words of the text, in order."""
        self.text, self.lowered, self.language, self.capitals = text, lowered, language, capitals
        self.names, self.towns = known_index(language), _towns(language)
        self.found: list[Mention] = []
        self.waiting: list[Mention] = []
        """Towns that nothing shows to be places yet."""
        self.acting: dict[int, str] = {}
        """Where a capital stands for its state, and the capital."""

    def find(self) -> list[Mention]:
        """The names in order."""
        free, last = 0, (0, 0)
        for start, end in self.capitals:
            before, last = last, (start, end)
            if start < free:
                continue
            hit = self.names.at(self.lowered, start, end)
            town = self.towns.at(self.lowered, start, end)
            if town and (hit is None or town[0] > hit[0]):
                stop, place = town[0], world(self.language.code).town(town[1])
                if self._is_place(place, start, stop, before):
                    free = stop
                    self._add(start, stop, "place", place.canonical)
                    continue
                if place.company == "p" and hit is None:
                    name = self.text[start:stop]
                    self.waiting.append(Mention(name, start, stop, "place", place.canonical))
            if hit is not None:
                free, (kind, canonical) = hit
                self._known(start, free, kind, canonical, before)
            elif bare := self._bare(start, end):
                free = bare.end
                self.found.append(bare)
            elif not town and (person := known_person(self.lowered[start:end], self.language)):
                free = end
                self._add(start, end, "person", person)
        return with_lists(self.lowered, self.found, self.waiting, self.acting, self.language)

    def _bare(self, start: int, end: int) -> Mention | None:
        """A known name whose ending no apostrophe sets off ("Avrupa Birliğinin", "Ukraynada")."""
        for table in _without_apostrophe(self.language):
            hit = table.at(self.lowered, start, end)
            if hit is not None:
                stop, (kind, canonical) = hit
                if canonical in self.language.names.capitals and not self._at_place(stop):
                    kind, canonical = "state", self.language.names.capitals[canonical]
                return Mention(self.text[start:stop], start, stop, kind, canonical)
        return None

    def _at_place(self, stop: int) -> bool:
        return bool(_at_place(self.language).match(self.lowered, stop))

    def _add(self, start: int, stop: int, kind: MentionKind, canonical: str) -> None:
        self.found.append(Mention(self.text[start:stop], start, stop, kind, canonical))

    def _known(self, start: int, stop: int, kind: MentionKind, canonical: str, before: Span) -> None:
        names = self.language.names
        name = self.text[start:stop]
        if not name.isupper() and self.lowered[start:stop] in _acronyms(self.language):
            return
        if kind == "state" and name != canonical and self._holds_the_last(name, start):
            kind, canonical = "place", name
        if canonical in names.seats and self._near(_house(self.language), start, stop):
            kind = "place"
        elif kind == "place":
            surely = self.lowered[start:stop] in _given(self.language)
            evidence = _sure_evidence(self.language) if surely else _place_evidence(self.language)
            if canonical in _ambiguous(self.language) and not self._near(evidence, start, stop):
                if not (self._goes_on(before, start) or self.text[stop + 1 : stop + 2].isupper()):
                    self.waiting.append(Mention(name, start, stop, kind, canonical))
                return
            if canonical in names.capitals and self._acts(canonical, start, stop):
                self.acting[start] = canonical
                kind, canonical = "state", names.capitals[canonical]
        self._add(start, stop, kind, canonical)

    def _holds_the_last(self, name: str, start: int) -> bool:
        """True for a state's name that a place before it makes the place's holder ("Atlanta, Georgia")."""
        left = self.found[-1] if self.found else None
        if left is None or left.kind != "place" or start - left.end > _LEAD:
            return False
        said = _lies_in(self.language).fullmatch(self.lowered, left.end, start)
        return bool(said) and name in pack_ancestors(left.canonical)

    def _near(self, context: tuple[re.Pattern[str], re.Pattern[str]], start: int, stop: int) -> bool:
        behind, before = context
        lead = self.lowered[max(0, start - _LEAD) : start]
        return bool(behind.match(self.lowered, stop) or before.search(lead))

    def _acts(self, capital: str, start: int, stop: int) -> bool:
        """True where a capital stands for its state: nothing makes it the city, no place in it follows."""
        if self._near(_city_context(self.language), start, stop) or self.lowered[stop : stop + 1] in (
            "-",
            "–",
        ):
            return False
        gap = _holds_next(self.language).match(self.lowered, stop)
        inner = self._at(gap.end()) if gap else None
        return not (inner and capital in pack_ancestors(inner))

    def _at(self, start: int) -> str | None:
        """Canonical name of the place or state that begins at `start`."""
        word = _WORD.match(self.lowered, start)
        if word is None or not self.text[start].isupper():
            return None
        hit = self.names.at(self.lowered, *word.span())
        if hit is not None:
            return hit[1][1]
        town = self.towns.at(self.lowered, *word.span())
        return town[1][0] if town else None

    def _is_place(self, town: Town, start: int, stop: int, before: Span) -> bool:
        if self._is_held(town, start, stop):
            return True
        if self._near(_sure_evidence(self.language), start, stop):
            return self.lowered[stop : stop + 2] != "'s" or town.company != "g"
        if town.company == "g" or self._goes_on(before, start):
            return False
        return town.company == "f" or self._near(_place_evidence(self.language), start, stop)

    def _goes_on(self, before: Span, start: int) -> bool:
        """True where a capitalised word stands right before, inside a sentence: the name is longer."""
        word = self.lowered[slice(*before)]
        if before[1] + 1 != start or self.text[before[1]] != " " or word in _openers(self.language):
            return False
        if self.found and self.found[-1].end >= before[1]:
            return False
        lead = self.text[max(0, before[0] - 2) : before[0]].strip()
        return before[0] > 0 and lead[-1:] not in (".", "!", "?", ":", '"', "“", "")  # no sentence's start

    def _is_held(self, town: Town, start: int, stop: int) -> bool:
        """True where the words beside a town name what it lies in ("Avusturya'nın Graz", "Graz, Austria")."""
        holders = {*pack_ancestors(town.canonical), *town.elsewhere}
        left = self.found[-1] if self.found else None
        near = left is not None and start - left.end < _LEAD and left.canonical in holders
        if left and near and _holds_next(self.language).fullmatch(self.lowered, left.end, start):
            return True
        if left and left.kind == "place" and town.canonical in pack_ancestors(left.canonical):
            return bool(_lies_in(self.language).fullmatch(self.lowered, left.end, start))
        gap = _lies_in(self.language).match(self.lowered, stop)
        return gap is not None and self._at(gap.end()) in holders


def known_names(text: str, lowered: str, language: Language, capitals: Sequence[Span]) -> list[Mention]:
    """The names of the tables that stand in the text, in order; `capitals` are its capitalised words."""
    return Known(text, lowered, language, capitals).find()
