"""English text back into the phrase that made it, with its values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import Formatter

from workbench.phrases.phrase import Phrase

_NUMBER = r"(?:-?\d[\d,]*(?:\.\d+)?(?: (?:million|billion|trillion)|e\+\d\d)?)"
_CLOCK = r"\d\d:\d\d"
_AMOUNT = rf"{_NUMBER}(?: to {_NUMBER})?(?:%| .+?)??"
TERMINALS: Mapping[str, str] = {
    "number": _NUMBER,
    "percent": rf"(?:less than )?{_NUMBER}%",
    "iso_day": r"\d{4}-\d\d-\d\d",
    "claim": r"(?s:“.*?”)(?: \(\w+\))?|\w+",
    "id": r"\w+",
    "series": r"[a-z_]+",
    "reviewer": r"[^(),\d]+",
    "article": rf"“[^”]+”|(?!“)(?:(?!(?:,| and) {_NUMBER} of ).)+",
    "clock": _CLOCK,
    "figure": rf"{_CLOCK}|{_NUMBER}",
    "clocks": rf"{_CLOCK}(?:(?:, | and ){_CLOCK})*",
    "unit": r"(?!(?:million|billion|trillion)\b).+",
    "noun": r"(?!(?:million|billion|trillion)\b).+",
    "counted": r"(?!of them$).+?",
    "thing": r"\w+",
    "year": r"\d{1,4}",
    "weekday": r"[A-Z][a-z]+day",
    "amount": _AMOUNT,
    "stated": rf"(?:[a-z][a-z ]{{1,10}} )?{_AMOUNT}",
    "origin counts": rf"{_NUMBER}(?: and {_NUMBER})+",
    "sum": rf"{_NUMBER}(?: \+ {_NUMBER})*",
    "zone": r"[^\W_]{1,10}",
}
"""Kind of a value to the regular expression of all that it can be."""
OPEN = frozenset(
    {
        "articles",
        "label",
        "labels",
        "steps",
        "changes",
        "event",
        "file",
        "text",
        "event_type",
        "day",
        "days",
        "weekdays",
        "name",
        "names",
        "groups of names",
        "quoted places",
        "quote",
        "place",
        "place or type",
    }
)
"""Kinds of values that may be any text; who shows them looks at each by itself."""
LISTS: Mapping[str, str] = {"grounds": "ground", "policy steps": "policy step"}
"""Kind of a list, its parts parted by commas, to the kind of its parts."""
_TRIES = 2_000
"""Values looked at before a text is given up: names and quotations in it may look like a phrase's words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase and the values that stand at its places, in English."""

    phrase: Phrase
    values: Mapping[str, str]


class _GivenUp(Exception):  # noqa: N818 - it is none: the text stays as it is
    """A text has been taken apart in too many ways."""


def _literals(phrase: Phrase) -> list[str]:
    """The text before each place and behind the last one."""
    parts = list(Formatter().parse(phrase.text))
    literals = [literal for literal, *_ in parts]
    return literals if parts and parts[-1][1] is None else [*literals, ""]


class Grammar:
    """All phrases by their kind. Of several that fit a text, the one with the most text of its own holds."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._of: dict[str, list[tuple[Phrase, list[str]]]] = defaultdict(list)
        split = [(phrase, _literals(phrase)) for phrase in phrases]
        for phrase, literals in sorted(split, key=lambda one: -sum(map(len, one[1]))):
            self._of[phrase.kind].append((phrase, literals))
        self._terminals = {kind: re.compile(pattern) for kind, pattern in TERMINALS.items()}
        self._left = 0

    @cached_property
    def kinds(self) -> frozenset[str]:
        """What phrases there are."""
        return frozenset(self._of)

    def phrases(self, kind: str) -> tuple[Phrase, ...]:
        """The phrases of a kind, those with the most text of their own first."""
        return tuple(phrase for phrase, _ in self._of.get(kind, ()))

    def read(self, text: str, kind: str) -> Reading | None:
        """The phrase of that kind that gives this text, with its values; None where there is none.

        A place takes as few characters as it can. The time is bounded whatever the text: one that can be
        taken apart in too many ways is given up.
        """
        self._left = _TRIES
        try:
            return self._read(text, kind)
        except _GivenUp:
            return None

    def _read(self, text: str, kind: str) -> Reading | None:
        for phrase, literals in self._of.get(kind, ()):
            if not _in_order(literals, text):
                continue
            values = self._values(phrase.places, literals, text, 0)
            if values is not None:
                return Reading(phrase, dict(zip((name for name, _ in phrase.places), values, strict=True)))
        return None

    def _values(
        self, places: Sequence[tuple[str, str]], literals: Sequence[str], text: str, at: int
    ) -> list[str] | None:
        """What stands at the places in `text[at:]`, which must begin with the first literal."""
        if not text.startswith(literals[0], at):
            return None
        start = at + len(literals[0])
        if not places:
            return [] if start == len(text) else None
        ends = (
            _occurrences(literals[1], text, start + 1) if len(places) > 1 else _last(literals[1], text, start)
        )
        for end in ends:
            value = text[start:end]
            if self._may_be(value, places[0][1]):
                rest = self._values(places[1:], literals[1:], text, end)
                if rest is not None:
                    return [value, *rest]
        return None

    def _may_be(self, value: str, kind: str) -> bool:
        self._left -= 1
        if self._left < 0:
            raise _GivenUp
        if kind in OPEN:
            return True
        if kind in self._terminals:
            return self._terminals[kind].fullmatch(value) is not None
        if kind in LISTS:
            return all(self._may_be(part, LISTS[kind]) for part in value.split(", "))
        return self._read(value, kind) is not None


def _in_order(literals: Sequence[str], text: str) -> bool:
    """True where the text has all of a phrase's own text in its order."""
    at = 0
    for literal in literals:
        at = text.find(literal, at)
        if at < 0:
            return False
        at += len(literal)
    return text.startswith(literals[0]) and text.endswith(literals[-1])


def _occurrences(literal: str, text: str, start: int) -> Iterator[int]:
    at = text.find(literal, start)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)


def _last(literal: str, text: str, start: int) -> Iterator[int]:
    """Where the text's end begins, if that leaves anything before it."""
    end = len(text) - len(literal)
    if end >= start and text.endswith(literal):
        yield end
