"""People the pack does not know: read from an office before capitalised words, then by last name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from workbench.claims.names_gazetteer import gazetteer
from workbench.claims.scanning import WordPattern, places_in
from workbench.folding import CAPITALS
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of
from workbench.models import Mention

_CAPITAL = f"[{CAPITALS}]"
_NAME_START = re.compile(rf"(?<!\w){_CAPITAL}\w*")
_ENDING = re.compile(r"(?:['’]\w{1,12})?(?!\w)")


@cache
def _not_names(language: Language) -> frozenset[str]:
    return frozenset(language.names.not_names)


@cache
def _role_name(language: Language) -> re.Pattern[str]:
    roles = sorted(language.names.roles, key=lambda role: (-len(role), role))
    either_case = any_of(re.escape(role) for role in roles)
    particles = any_of(map(re.escape, language.names.name_particles))
    word = rf"{_CAPITAL}[\w-]+"
    before = rf"(?:(?i:{either_case}){language.names.role_forms})"
    return re.compile(rf"\b{before} ({word}(?: (?:(?:{particles}) )?{word}){{0,3}})")


@cache
def role_words(language: Language) -> WordPattern:
    """Words of office before another word, in lower case."""
    roles = any_of(re.escape(language.lower(role)) for role in language.names.roles)
    return WordPattern(rf"\b(?:{roles}{language.names.role_forms}) ")


def _role_matches(text: str, lowered: str, language: Language) -> Iterator[re.Match[str]]:
    pattern = _role_name(language)
    places = places_in(role_words(language).group, lowered)
    if places is None:
        yield from pattern.finditer(text)
        return
    behind = 0
    for place in places:
        if place >= behind and (match := pattern.match(text, place)):
            behind = match.end()
            yield match


def people_by_role(text: str, lowered: str, language: Language, known: Sequence[Mention]) -> list[Mention]:
    """Two words or more behind an office are a person; another known name ends them."""
    found = []
    skip = _not_names(language)
    entries = gazetteer(language)
    others = {m.start for m in known if m.kind != "person"}
    for match in _role_matches(text, lowered, language):
        words = match[1].split(" ")
        begin = match.start(1)
        while words and words[0] in skip:
            begin += len(words.pop(0)) + 1
        at, kept = begin, list[str]()
        for word in words:
            if word in skip or (kept and at in others):
                break
            kept.append(word)
            at += len(word) + 1
        name = " ".join(kept)
        kind, canonical = entries.get(language.lower(name), ("person", name))
        if len(kept) < 2 or kind != "person":
            continue
        found.append(Mention(name, begin, begin + len(name), "person", canonical))
    return found


def surnames(mentions: Sequence[Mention], language: Language) -> dict[str, str]:
    """Last names of the unknown people a text names in full, to their full names."""
    known = language.names.people
    full = [
        m.canonical
        for m in mentions
        if m.kind == "person" and m.canonical not in known and " " in m.canonical
    ]
    return {name.rsplit(" ", 1)[1]: name for name in reversed(full)}


def find_surnames(text: str, start: int, end: int, people: Mapping[str, str]) -> list[Mention]:
    """Mentions by last name, or in full, of the people in `people`, in order."""
    if not people:
        return []
    by_word: dict[str, list[str]] = {}
    forms = dict(people) | {full: full for full in people.values()}
    for form in sorted(forms, key=lambda name: (-len(name), name)):
        by_word.setdefault(_first_word(form), []).append(form)
    found, free = list[Mention](), start
    for word in _NAME_START.finditer(text, start, end):
        begin = word.start()
        for form in by_word.get(word[0], ()) if begin >= free else ():
            behind = begin + len(form)
            ending = _ENDING.match(text, behind, end) if text.startswith(form, begin) else None
            if ending is not None:
                found.append(Mention(form, begin, behind, "person", forms[form]))
                free = ending.end()
                break
    return found


def _first_word(name: str) -> str:
    first = _NAME_START.match(name)
    return first[0] if first else name
