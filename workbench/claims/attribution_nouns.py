"""Speakers without a name: "prosecutors", "the disaster agency", "görgü tanıkları"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from workbench.claims.scanning import WordPattern
from workbench.languages.loader import Language
from workbench.models import Mention


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
        found.append(Mention(text[begin:stop], begin, stop, "other", groups[match.lastgroup or ""]))
    return found
