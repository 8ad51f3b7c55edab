"""Speakers without a name: "prosecutors", "the disaster agency", "görgü tanıkları"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from workbench.claims.attribution_names import NAME_BEFORE
from workbench.claims.scanning import WordPattern
from workbench.folding import CAPITALS
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import NEVER
from workbench.models import Mention

_LONGEST = 80
"""Code points of a body's name before its last word."""


@cache
def noun_pattern(language: Language) -> tuple[WordPattern, Mapping[str, str]] | None:
    """The language's role nouns as one pattern, and the canonical role of each of its groups."""
    nouns = language.names.speaker_nouns
    if not nouns:
        return None
    groups = {f"n{at}": canonical for at, canonical in enumerate(nouns)}
    parts = [
        f"(?P<{group}>{'|'.join(sorted(nouns[canonical], key=lambda form: (-len(form), form)))})"
        for group, canonical in groups.items()
    ]
    ending = rf"{language.names.speaker_ending}|(?!\w)" if language.names.speaker_ending else r"(?!\w)"
    return WordPattern(rf"(?<!\w)(?:{'|'.join(parts)})(?:{ending})"), groups


@cache
def head_pattern(language: Language) -> WordPattern | None:
    """The last words of names of bodies."""
    heads = language.speech.speaker_heads
    return WordPattern(rf"\b{heads}") if heads else None


@cache
def _capitalised(language: Language) -> re.Pattern[str]:
    """The capitalised words of a body's name before its last one."""
    return re.compile(
        rf"(?:[{CAPITALS}][\w.&-]* (?:(?:{language.speech.speaker_joints or NEVER}) )?){{1,6}}$"
    )


def speaker_bodies(
    text: str, lowered: str, start: int, end: int, language: Language, names: Sequence[Mention] = ()
) -> list[Mention]:
    """Bodies that no table knows, by the last word of their name ("Balıkçılar Birliği", "Sanayi odası")."""
    pattern = head_pattern(language)
    found = []
    for match in pattern.finditer(lowered, start, end) if pattern else ():
        before = _capitalised(language).search(text, max(start, match.start() - _LONGEST), match.start())
        if before is None or (before.start() > start and text[before.start() - 1].isalnum()):
            continue
        known = any(n.kind in ("person", "organisation") and n.start < match.end() <= n.end for n in names)
        if not known:
            words = text[before.start() : match.end()]
            found.append(Mention(words, before.start(), match.end(), "organisation", words))
    return found


def _own_name(text: str, start: int, begin: int, language: Language) -> int | None:
    """Where a name begins that a capitalised role noun closes ("St. Agnes Hospital"), or None."""
    if not language.speech.verb_first or not text[begin].isupper():
        return None
    run = NAME_BEFORE.search(text, max(start, begin - _LONGEST), begin)
    if run is None or run[0].split()[0] in language.names.not_names:
        return None
    return run.start()


def speaker_nouns(
    text: str, lowered: str, start: int, end: int, language: Language, names: Sequence[Mention] = ()
) -> list[Mention]:
    """The role nouns of text[start:end] that can speak, outside every name; `canonical` is the role.

    A noun right before a person's name is that person's office and is left out.
    """
    compiled = noun_pattern(language)
    if compiled is None:
        return []
    pattern, groups = compiled
    matches = list(pattern.finditer(lowered, start, end))
    if not matches:
        return []
    taken = {at for n in names for at in range(n.start, n.end)}
    people = sorted(n.start for n in names if n.kind == "person")
    found = []
    for match in matches:
        begin, stop = match.span()
        if taken.intersection(range(begin, stop)):
            continue
        person = people[at] if (at := bisect_right(people, stop)) < len(people) else end
        if person - stop <= 25 and person < end and "," not in text[stop:person]:
            continue
        run = _own_name(text, start, begin, language)
        if run is not None and not any(n.kind != "place" and run < n.end and n.start < stop for n in names):
            found.append(Mention(text[run:stop], run, stop, "organisation", text[run:stop]))
            continue
        role = lowered[begin:stop] if language.names.speakers_as_written else groups[match.lastgroup or ""]
        found.append(Mention(text[begin:stop], begin, stop, "other", str(role)))
    return found
