"""People the pack does not know: behind an office, by a given name, or beside what only people do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from workbench.claims.names_gazetteer import gazetteer
from workbench.claims.names_runs import Run, joined, opens_sentence, words_before
from workbench.folding import CAPITALS
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import NEVER
from workbench.models import Mention

_NAME_START = re.compile(rf"[{CAPITALS}](?<!\w.)\w*")
_ENDING = re.compile(r"(?:['’]\w{1,12})?(?!\w)")
_MOST = 4
"""Words of a person's name at most."""
Words = tuple[tuple[int, int], ...]


@cache
def _roles(language: Language) -> frozenset[str]:
    return frozenset(map(language.lower, language.names.roles))


@cache
def _offices(language: Language) -> Mapping[str, Sequence[tuple[str, bool]]]:
    """The last word of each office to the offices that end in it, and whether each is of several."""
    found: dict[str, list[tuple[str, bool]]] = {}
    names = language.names
    for group, several in ((names.roles, False), (names.plural_roles, True)):
        for role in dict.fromkeys(map(language.lower, group)):
            found.setdefault(role.rpartition(" ")[2], []).append((role, several))
    return found


@cache
def _given(language: Language) -> frozenset[str]:
    return frozenset(map(language.lower, language.names.given_names))


@cache
def _skip(language: Language) -> frozenset[str]:
    return frozenset(map(language.lower, language.names.not_names))


@cache
def _role_form(language: Language) -> re.Pattern[str]:
    return re.compile(language.names.role_forms.removeprefix("|") or NEVER)


@cache
def _joins(language: Language) -> re.Pattern[str]:
    """What stands between the people of a list."""
    return re.compile(language.names.list_joins or NEVER)


@cache
def _company(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What behind, and what before, two capitalised words makes them a person."""
    names = language.names
    return re.compile(names.person_after or NEVER), re.compile(rf"(?:{names.person_before or NEVER})$")


@cache
def _case(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{language.names.person_case or NEVER})(?!\w)")


@cache
def _things(language: Language) -> re.Pattern[str]:
    """Heads of the names of bodies, places and events: words of no person's name."""
    names = language.names
    return re.compile(language.any_inflected([*names.body_heads, *names.landmark_words, *names.place_words]))


def _office(words: Sequence[str], language: Language) -> bool | None:
    """Whether the words end in an office of several people, of one, or (None) in none."""
    if not words:
        return None
    for role, several in _offices(language).get(words[-1], ()):
        count = role.count(" ") + 1
        if role == words[-1] or " ".join(words[-count:]) == role:
            return several
    return False if _role_form(language).fullmatch(words[-1]) else None


class People:
    """Finds the people of one block."""

    def __init__(self, text: str, lowered: str, language: Language, known: Sequence[Mention]) -> None:
        """`known` are names that are no person's, in any order."""
        self.text, self.lowered, self.language = text, lowered, language
        self.others = {m.start for m in known if m.kind != "person"}
        self.people = {m.start for m in known if m.kind == "person"}
        self.bodies = {at for m in known if m.kind == "organisation" for at in range(m.start, m.end)}

    def find(self, found: Sequence[Run]) -> list[Mention]:
        """The people named in the runs, in order."""
        people: list[Mention] = []
        several = 0
        for run in found:
            for words, plural in self._by_role(run, several):
                people += self._person(words)
                several = words[-1][1] if plural else 0
            if not people or people[-1].end <= run.start:
                people += self._by_itself(run)
        return people

    def _by_role(self, run: Run, several: int) -> Iterator[tuple[Words, bool]]:
        """The words behind each office in or before the run, and whether it is an office of several."""
        at = 0
        while at < len(run.words):
            start = run.words[at][0]
            before = words_before(self.lowered, start)
            listed = several and _joins(self.language).fullmatch(self.lowered, several, start)
            many = True if listed else _office(before, self.language)
            if many is None:
                at += 1
                continue
            name = self._cut(run.words[at:])
            if len(name) > 1:
                yield name, many
            at += max(1, len(name))

    def _cut(self, words: Words) -> Words:
        """The words of one person's name at the beginning of `words`."""
        skip, roles = _skip(self.language), _roles(self.language)
        kept: list[tuple[int, int]] = []
        for at, (start, end) in enumerate(words):
            word = self.lowered[start:end]
            title = word in skip or word in roles
            if title and not kept:
                continue
            # A last name may be a title's or a town's ("Sayın", "Washington"), in no case of a place.
            last = len(kept) == 1 and at + 1 == len(words) and self._ends_person(end)
            if (title or (kept and start in self.others)) and not last:
                break
            kept.append((start, end))
            if len(kept) == _MOST:
                break
        if len(kept) > 2 and joined(self.text, kept).isupper():
            kept = kept[:2]
        while kept and self.text[kept[-1][1] - 1] == "." and not self._is_suffix(kept[-1]):
            kept.pop()
        if len(kept) > 1 and self._is_suffix(kept[-1]) and self.text[kept[-1][1] : kept[-1][1] + 1] == ".":
            kept[-1] = (kept[-1][0], kept[-1][1] + 1)
        return tuple(kept)

    def _ends_person(self, end: int) -> bool:
        return self.lowered[end : end + 1] != "'" or bool(_case(self.language).match(self.lowered, end + 1))

    def _is_suffix(self, word: tuple[int, int]) -> bool:
        return self.text[word[0] : word[1]] in self.language.names.name_suffixes

    def _person(self, words: Words) -> list[Mention]:
        """The person of these words, or none where they are something known."""
        name = joined(self.text, words)
        entry = gazetteer(self.language).get(self.language.lower(name))
        if words[0][0] in self.bodies or (entry is not None and entry[0] != "person"):
            return []
        if any(_things(self.language).match(self.lowered, start) for start, _ in words[1:]):
            return []
        full = entry[1] if entry else _in_print(name, self.language)
        return [Mention(name, words[0][0], words[-1][1], "person", full)]

    def _by_itself(self, run: Run) -> list[Mention]:
        """A person without an office: by a given name, or by what stands beside the name."""
        if len(run.words) < 2 or any(start in self.bodies for start, _ in run.words):
            return []
        given = _given(self.language)
        for at, (start, end) in enumerate(run.words[:-1]):
            taken = start in self.others or start in self.people or self._is_saint(start)
            if not taken and self.lowered[start:end].split("-")[0] in given:
                name = self._cut(run.words[at:])
                return self._person(name) if len(name) > 1 else []
        after, before = _company(self.language)
        name = () if self._is_saint(run.start) else self._cut(run.words)
        if not 1 < len(name) <= 3 or any(start in self.others for start, _ in name):
            return []
        lead = self.lowered[max(0, name[0][0] - 30) : name[0][0]]
        closes = name[-1] == run.words[-1]
        if before.search(lead) or (closes and after.match(self.lowered, name[-1][1])):
            return [] if opens_sentence(self.text, run.start) and len(name) > 2 else self._person(name)
        return []

    def _is_saint(self, start: int) -> bool:
        before = self.lowered[max(0, start - 7) : start].split()
        return bool(before) and before[-1] in self.language.names.saints


def _in_print(name: str, language: Language) -> str:
    """A name in capitals as running text writes it."""
    if not name.isupper():
        return name
    low = language.lower(name)
    upper = {small: large for large, small in language.core.lower.items()}
    return " ".join(upper.get(word[0], word[0].upper()) + word[1:] for word in low.split(" "))


def surnames(mentions: Sequence[Mention], language: Language) -> dict[str, str]:
    """Last names of the unknown people a text names in full, to their full names."""
    known, suffixes = language.names.people, language.names.name_suffixes
    last = {}
    for mention in reversed(mentions):
        if mention.kind != "person" or mention.canonical in known:
            continue
        for name in (mention.canonical, mention.text):
            parts = [part for part in name.split(" ") if part not in suffixes]
            if len(parts) > 1:
                last[parts[-1]] = mention.canonical
    return last


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
