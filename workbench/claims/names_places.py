"""Places: unknown ones read from their case or preposition, and which place a text puts in which.

A place that only its text puts inside another has a path as canonical name ("Zonguldak/Gelik"): it
agrees with the bare name and with everything that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from workbench.claims.names_gazetteer import pack_ancestors, pack_parents
from workbench.claims.names_runs import opens_sentence
from workbench.claims.names_spelling import sounding
from workbench.folding import CAPITALS
from workbench.languages.loader import LANGUAGES, Language
from workbench.languages.schema.patterns import any_of
from workbench.languages.world import world
from workbench.models import Mention, MentionKind

_CAPITAL = f"[{CAPITALS}]"
_WORD = rf"(?:{_CAPITAL}\w-)?{_CAPITAL}\w{{2,}}(?:-{_CAPITAL}\w+)?"
PATH = "/"
_SOUNDING = 4
"""Letters that a place needs for its sound to tell it from others."""


@cache
def _place_run(language: Language) -> re.Pattern[str]:
    """Capitalised words that an ending, the word behind or the word before makes a place; group "run"."""
    followed = language.any_inflected(language.names.place_words).removeprefix(r"\b")
    ending = rf"['’](?:{language.names.locative})(?!\w)|" if language.names.locative else ""
    run = rf"{_WORD}(?: {_WORD}){{0,4}}"
    return re.compile(rf"\b({run})(?:{ending}(?:['’]\w{{1,4}})? (?i:{followed}))")


@cache
def _prepositional(language: Language) -> re.Pattern[str] | None:
    before = "|".join(map(re.escape, language.names.place_before))
    return (
        re.compile(rf"\b(?i:{before}) (?:{language.names.article})?({_WORD}(?: {_WORD}){{0,2}})")
        if before
        else None
    )


@cache
def _heads(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The generic word that closes a place's name, and the head of a name that is no place."""
    no_place = any_of(re.escape(language.lower(stem)) for stem in language.names.not_place_heads)
    return re.compile(language.any_inflected(language.names.place_words)), re.compile(f"(?:{no_place})")


@cache
def _common_nouns(language: Language) -> re.Pattern[str]:
    """What happens, named by a noun: capitalised at a sentence's start it is no name."""
    return re.compile(language.any_inflected([noun for kind in language.events.types for noun in kind.nouns]))


@cache
def _given(language: Language) -> frozenset[str]:
    return frozenset(map(language.lower, language.names.given_names))


@cache
def _landmark(language: Language) -> re.Pattern[str]:
    return re.compile(language.any_inflected(language.names.landmark_words) + "$")


@cache
def _between(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between a place and one inside it, and between a place and one that holds it."""
    return re.compile(language.names.holds_next or "(?!)"), re.compile(language.names.lies_in or "(?!)")


@cache
def _not_names(language: Language) -> frozenset[str]:
    return frozenset(language.names.not_names)


def places_by_case(
    text: str, language: Language, known: Sequence[Mention], capitals: Sequence[tuple[int, int]]
) -> list[Mention]:
    """Unknown places: capitalised words in a place's case or behind its preposition, no other name.

    `capitals` are the capitalised words of the text, in order.
    """
    matches = _at_capitals(_place_run(language), text, capitals)
    prepositional = _prepositional(language)
    if prepositional is not None:
        matches += prepositional.finditer(text)
    if not matches:
        return []
    taken = {at: name.kind for name in known for at in range(name.start, name.end)}
    found: dict[int, Mention] = {}
    for match in matches:
        place = _place(text, match, language, taken)
        if place is not None:
            found.setdefault(place.start, place)
    return list(found.values())


def _at_capitals(
    pattern: re.Pattern[str], text: str, capitals: Sequence[tuple[int, int]]
) -> list[re.Match[str]]:
    """The matches of a pattern that begins with a capitalised word."""
    found: list[re.Match[str]] = []
    free = 0
    for start, _ in capitals:
        if start >= free and (match := pattern.match(text, start)):
            free = match.end()
            found.append(match)
    return found


def _place(
    text: str, match: re.Match[str], language: Language, taken: Mapping[int, MentionKind]
) -> Mention | None:
    """The last words of a run behind every other name and title in it, where they can be a place."""
    begin, words = match.start(1), match[1].split(" ")
    at, first = begin, 0
    skip = _not_names(language)
    starts = []
    for position, word in enumerate(words):
        starts.append(at)
        kinds = {taken[offset] for offset in range(at, at + len(word)) if offset in taken}
        if kinds & {"organisation", "person"}:
            return None
        if word in skip or kinds:
            first = position + 1
        at += len(word) + 1
    words, starts = words[first:], starts[first:]
    generic, no_place = _heads(language)
    if len(words) > 1 and generic.fullmatch(language.lower(words[-1])):
        words = words[:-1]
    opens = bool(starts) and opens_sentence(text, starts[0])
    if opens and len(words) > 1 and _common_nouns(language).fullmatch(language.lower(words[0])):
        words, starts, opens = words[1:], starts[1:], False
    if not words:
        return None
    name = " ".join(words)
    lowered = language.lower(words[-1])
    by_case = text[match.end(1) : match.end(1) + 1] in ("'", "’")
    kind_alone = len(words) == 1 and bool(generic.fullmatch(lowered))
    if name.isupper() or no_place.match(lowered) or (by_case and lowered in _given(language)) or kind_alone:
        return None
    if opens and len(words) == 1 and _common_nouns(language).fullmatch(lowered):
        return None
    return Mention(name, starts[0], starts[0] + len(name), "place", name)


def with_containment(text: str, names: Sequence[Mention], language: Language) -> list[Mention]:
    """The names of one text in order, its unknown places under what the text says holds them.

    "Zonguldak'ın Gelik beldesi", "Gelik in Zonguldak" and a square behind its city's name give paths;
    every other mention of the same place in the text takes the path too.
    """
    paths = _learnt(text, [n for n in names if n.kind in ("place", "state")], language)
    return [
        replace(n, canonical=paths[n.canonical]) if n.kind == "place" and n.canonical in paths else n
        for n in names
    ]


def _learnt(text: str, places: Sequence[Mention], language: Language) -> dict[str, str]:
    holds_next, lies_in = _between(language)
    lowered = language.lower(text)
    paths: dict[str, str] = {}
    city: Mention | None = None
    for left, right in pairwise([*places, None]):
        if left is None:
            continue
        if left.kind == "place" and not _is_landmark(left, language):
            city = left
        elif left.kind == "place" and city is not None and left.canonical not in pack_parents():
            _put(paths, left, city)
        if right is None or right.start - left.end > 30:
            continue
        gap = lowered[left.end : right.start]
        if right.kind == "place" and holds_next.fullmatch(gap):
            _put(paths, right, left, said=gap != " ")
        elif left.kind == "place" and lies_in.fullmatch(gap):
            _put(paths, left, right, said="," not in gap)
    return paths


def _is_landmark(place: Mention, language: Language) -> bool:
    return bool(_landmark(language).search(language.lower(place.canonical)))


def _put(paths: dict[str, str], inner: Mention, outer: Mention, *, said: bool = False) -> None:
    """Puts one place in another unless it is known to lie elsewhere: a province lies in no other place.

    `said` where words and not mere order say so: a town of the world then takes the text's word.
    """
    holder = paths.get(outer.canonical, outer.canonical)
    if inner.canonical in (*paths, *holder.split(PATH)):
        return
    known = pack_ancestors(inner.canonical)
    if outer.canonical in known:
        return
    namesake = outer.canonical in world(LANGUAGES[0]).elsewhere.get(inner.canonical, ())
    moves = outer.canonical in pack_parents() and len(known) != 1
    if namesake or not known or (moves if inner.canonical in pack_parents() else said):
        paths[inner.canonical] = f"{holder}{PATH}{inner.canonical}"


@lru_cache(maxsize=1 << 14)
def ancestors(place: str) -> tuple[str, ...]:
    """The less exact names of `place`, nearest first: of a path its last part alone, then what holds it.

    The last part alone is left out where it means another place ("Kanada/Londra").
    """
    holder, _, last = place.rpartition(PATH)
    if not holder:
        return tuple(pack_ancestors(place))
    above = [holder, *ancestors(holder)]
    alone = [last] if set(pack_ancestors(last)) <= set(above) else []
    return tuple(dict.fromkeys([*alone, *above]))


def places_agree(a: str, b: str) -> bool:
    """True when two canonical places are the same or one lies in the other ("Dolmabahçe", "İstanbul")."""
    if a == b or b in ancestors(a) or a in ancestors(b):
        return True
    (holder_a, _, last_a), (holder_b, _, last_b) = a.rpartition(PATH), b.rpartition(PATH)
    if last_a == last_b and holder_a and holder_b:
        return places_agree(holder_a, holder_b)
    return spelled_alike(last_a, last_b)


def spelled_alike(a: str, b: str) -> bool:
    """True for two spellings of one foreign place ("El-Ubeyd", "El Obeid"); places of the packs have one."""
    if min(len(a), len(b)) < _SOUNDING or (pack_ancestors(a) and pack_ancestors(b)):
        return False
    return sounding(a) == sounding(b)
