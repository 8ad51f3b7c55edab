"""English text back into the phrase that made it, with its values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    "clock": _CLOCK,
    "figure": rf"{_CLOCK}|{_NUMBER}",
    "clocks": rf"{_CLOCK}(?:(?:, | and ){_CLOCK})*",
    "unit": r"(?!(?:million|billion|trillion)\b).+?",
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
        "label",
        "labels",
        "noun",
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
LISTS: Mapping[str, str] = {"grounds": "ground"}
"""Kind of a list, its parts parted by commas, to the kind of its parts."""
_ANY = "(?s:.+?)"


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase and the values that stand at its places, in English."""

    phrase: Phrase
    values: Mapping[str, str]


def _own_text(phrase: Phrase) -> str:
    return "".join(literal for literal, *_ in Formatter().parse(phrase.text))


class Grammar:
    """All phrases by their kind. Of several that fit a text, the one with the most text of its own holds."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._of: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in sorted(phrases, key=lambda one: -len(_own_text(one))):
            self._of[phrase.kind].append(phrase)
        self._patterns: dict[str, str] = {}
        self._compiled: dict[Phrase, re.Pattern[str]] = {}

    @cached_property
    def kinds(self) -> frozenset[str]:
        """What phrases there are."""
        return frozenset(self._of)

    def phrases(self, kind: str) -> tuple[Phrase, ...]:
        """The phrases of a kind, those with the most text of their own first."""
        return tuple(self._of.get(kind, ()))

    def read(self, text: str, kind: str) -> Reading | None:
        """The phrase of that kind that gives this text, with its values; None where there is none."""
        for phrase in self._of.get(kind, ()):
            match = self._pattern(phrase).fullmatch(text)
            if match is not None:
                return Reading(phrase, {name: match[name] for name, _ in phrase.places})
        return None

    def _pattern(self, phrase: Phrase) -> re.Pattern[str]:
        if phrase not in self._compiled:
            self._compiled[phrase] = re.compile(self._expression(phrase, named=True))
        return self._compiled[phrase]

    def _expression(self, phrase: Phrase, *, named: bool) -> str:
        kinds = dict(phrase.places)
        found = []
        for literal, name, _, _ in Formatter().parse(phrase.text):
            found.append(re.escape(literal))
            if name:
                what = self._of_kind(kinds[name])
                found.append(f"(?P<{name}>{what})" if named else f"(?:{what})")
        return "".join(found)

    def _of_kind(self, kind: str) -> str:
        if kind in OPEN:
            return _ANY
        if kind in TERMINALS:
            return TERMINALS[kind]
        if kind in LISTS:
            part = self._of_kind(LISTS[kind])
            return f"(?:{part})(?:, (?:{part}))*"
        if kind not in self._patterns:
            parts = [self._expression(phrase, named=False) for phrase in self._of[kind]]
            self._patterns[kind] = "|".join(f"(?:{part})" for part in parts) or "(?!)"
        return self._patterns[kind]
