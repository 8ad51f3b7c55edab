"""People the pack does not know: read from an office before capitalised words, then by last name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from workbench.claims.names_gazetteer import gazetteer
from workbench.folding import CAPITALS
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of
from workbench.models import Mention

_CAPITAL = f"[{CAPITALS}]"


@cache
def _role_name(language: Language) -> re.Pattern[str]:
    roles = sorted(language.names.roles, key=lambda role: (-len(role), role))
    either_case = any_of(re.escape(role) for role in roles)
    particles = any_of(map(re.escape, language.names.name_particles))
    word = rf"{_CAPITAL}[\w-]+"
    before = rf"(?:(?i:{either_case}){language.names.role_forms})"
    return re.compile(rf"\b{before} ({word}(?: (?:(?:{particles}) )?{word}){{0,3}})")


def people_by_role(text: str, language: Language, known: Sequence[Mention]) -> list[Mention]:
    """Two words or more behind an office are a person; another known name ends them."""
    found = []
    skip = set(language.names.not_names)
    entries = gazetteer(language)
    others = {m.start for m in known if m.kind != "person"}
    for match in _role_name(language).finditer(text):
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
        if len(kept) < 2 or entries.get(language.lower(name), ("person",))[0] != "person":
            continue
        found.append(Mention(name, begin, begin + len(name), "person", name))
    return found


def surnames(mentions: Sequence[Mention], language: Language) -> dict[str, str]:
    """Last names of the unknown people a text names in full, to their full names."""
    known = set(language.names.people)
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
    forms = dict(people) | {full: full for full in people.values()}
    ordered = sorted(forms, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, ordered))})(?:['’]\w{{1,12}})?(?!\w)")
    return [
        Mention(m[1], m.start(1), m.end(1), "person", forms[m[1]]) for m in pattern.finditer(text, start, end)
    ]
