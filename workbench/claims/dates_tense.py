"""Which side of the reference day a clause speaks of, by the verb form nearest to its date."""

from __future__ import annotations

import re
from functools import cache

from workbench.claims.calendar_readings import Between, Dated, Distance, Reading
from workbench.claims.calendar_signs import stands_before
from workbench.claims.dates_context import Tense as Side
from workbench.claims.scanning import WordPattern
from workbench.languages.schema.calendar import Calendar
from workbench.languages.schema.dated_verbs import Tense
from workbench.languages.schema.patterns import NEVER

_BESIDE = re.compile(r"\s(?:[^\W\d]+\s)?")
"""At most one small word between a verb and the date that it governs ("said on Monday it would")."""
_OTHER_CLAUSE = 40
_CLAUSE_END = re.compile(r"[.;!?](?=\s|$)|\n")


def tense_verbs(signs: Tense) -> WordPattern:
    """The verb forms that tell the side; a group for each kind."""
    return _verbs(signs.future, signs.past, signs.acts, signs.moves)


@cache
def _verbs(future: str, past: str, acts: str, moves: str) -> WordPattern:
    kinds = {"acts": acts, "moves": moves, "future": future, "past": past}
    branches = "|".join(f"(?P<{kind}>{words})" for kind, words in kinds.items())
    return WordPattern(rf"(?<![\w'])(?:{branches})(?![\w'])")


@cache
def _target(ending: str) -> re.Pattern[str]:
    return re.compile(rf"{ending}$" if ending else r"(?!)")


@cache
def _beside(words: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?:{words})\s*)?")


def _within_clause(text: str, start: int, end: int, *, backwards: bool) -> tuple[int, int]:
    ends = [match.start() for match in _CLAUSE_END.finditer(text, start, end)]
    if not ends:
        return start, end
    return (ends[-1] + 1, end) if backwards else (start, ends[0])


def _nearest(
    text: str, lowered: str, signs: Tense, start: int, end: int
) -> tuple[re.Match[str], int, int] | None:
    """The verb form nearest to [start, end) in its clause, with the stretch between them.

    Names are not taken for verbs: a word with a capital is passed over.
    """
    verbs = tense_verbs(signs)
    best: tuple[re.Match[str], int, int] | None = None
    low, high = _within_clause(lowered, end, min(len(text), end + signs.reach_after), backwards=False)
    for match in verbs.finditer(lowered, low, high):
        if not text[match.start()].isupper():
            best = (match, end, match.start())
            break
    low, high = _within_clause(lowered, max(0, start - signs.reach_before), start, backwards=True)
    for match in verbs.finditer(lowered, low, high):
        gap = start - match.end()
        if text[match.start()].isupper():
            continue
        if best is None or gap < _gap(lowered, best) or _BESIDE.fullmatch(lowered, match.end(), start):
            best = (match, match.end(), start)
    return best


def _gap(lowered: str, found: tuple[re.Match[str], int, int]) -> int:
    """How far the verb stands from the date; behind a comma it is another clause's."""
    _, low, high = found
    return high - low + (_OTHER_CLAUSE if "," in lowered[low:high] else 0)


def _is_overtaken(lowered: str, signs: Tense, reading: Reading) -> bool:
    """True where the clause tells in the pluperfect what had been expected for the date."""
    if signs.overtaken == NEVER:
        return False
    low, _ = _within_clause(lowered, 0, reading.start, backwards=True)
    _, high = _within_clause(lowered, reading.end, len(lowered), backwards=False)
    return re.search(signs.overtaken, lowered[low:high]) is not None


def local_tense(text: str, lowered: str, calendar: Calendar, reading: Reading) -> Side | None:
    """The side on which the verb that governs the date puts it; None where no verb form is near."""
    signs, start, end = calendar.tense, reading.start, reading.end
    found = _nearest(text, lowered, signs, start, end)
    if found is None:
        return None
    verb, low, high = found
    if verb["future"] or verb["past"]:
        return "future" if verb["future"] and not _is_overtaken(lowered, signs, reading) else "past"
    counted = isinstance(reading.spec, Distance)
    moved_to = stands_before(signs.target_before, lowered, start) or _target(signs.target_ending).search(
        lowered[start:end]
    )
    if moved_to and not counted:
        return "future"
    moved_from = stands_before(signs.moved_from, lowered, start) or _target(calendar.range_from).search(
        lowered[start:end]
    )
    if isinstance(reading.spec, Dated) and verb["moves"] and moved_from:
        return "future"
    named = isinstance(reading.spec, (Dated, Between))
    own = _beside(signs.beside).fullmatch(lowered, low, high) is not None
    return "future" if verb["acts"] and named and not own else "past"
