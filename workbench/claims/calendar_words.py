"""Cuts a stretch of text into the words that dates are made of; everything else is a gap.

The pattern is one alternation per language, compiled once: a text is read in a single pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

import msgspec

from workbench.claims.calendar_readings import NEAR_FEAST
from workbench.claims.scanning import WordPattern
from workbench.languages.loader import Language
from workbench.languages.schema.calendar import Calendar

_GAP_LIMIT = 24
_KNOWN_WORDS = 1 << 14
_LAST_ORDINAL = 5
_LAST_CENTURY = 21
_NUMERIC = (
    r"(?P<iso>(?<![\w.,/-])(?:19|20)\d\d(?P<s>[-/.])\d{1,2}(?P=s)\d{1,2}(?![\d]|[./-]\d))"
    r"|(?P<numeric>(?:(?<![\w.,/-])|(?<=[./]\d{4}-)|(?<=\b\d-)|(?<=\b\d\d-))"
    r"\d{1,2}(?P<t>[-/.])\d{1,2}(?P=t)(?:19|20)\d\d(?!\d|[./]\d|-\d(?!\d?[./]\d)))"
)
_YEARS = re.compile(r"((?:19|20)\d\d)/(\d\d(?:\d\d)?)")
_MARKS = {",": "comma", "(": "open", ")": "close", "-": "dash", "–": "dash", "—": "dash"}


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word of a date. `name` and `value` are what the language data says of it.

    `start`, `end` are offsets in the stretch; `ending` is what follows the word's stem, the
    apostrophe too. Kind "gap" stands between words that are not side by side.
    """

    kind: str
    name: str
    value: int
    start: int
    end: int
    ending: str = ""


END = Token("gap", "", 0, -1, -1)


@dataclass(frozen=True)
class Lexicon:
    """A language's calendar compiled for reading."""

    calendar: Calendar
    pattern: WordPattern
    entries: dict[str, tuple[str, str, int]]
    blank: re.Pattern[str]
    shortened: frozenset[str]
    """Names that are written with a full stop behind them."""
    known: dict[str, tuple[tuple[str, str, int], int]] = field(default_factory=dict)
    """Words of texts with their entries."""

    def entry(self, text: str) -> tuple[tuple[str, str, int], int]:
        """The entry of the longest stem that begins `text`, and that stem's length."""
        found = self.known.get(text)
        if found is None:
            found = self._look_up(text)
            if len(self.known) < _KNOWN_WORDS:
                self.known[text] = found
        return found

    def _look_up(self, text: str) -> tuple[tuple[str, str, int], int]:
        for size in range(len(text), 0, -1):
            found = self.entries.get(text[:size])
            if found:
                return found, size
        raise KeyError(text)


def _stems(calendar: Calendar) -> dict[str, tuple[str, str, int]]:
    """Every word with its kind, name and value. The first entry of a word stands."""
    shifts = calendar.shifts
    lists: list[tuple[str, str, int, Iterable[str]]] = [
        ("overnight", "", 0, calendar.overnight),
        ("daytime", "", 0, calendar.times_of_day),
        ("shift", "previous", -1, shifts.previous),
        ("shift", "this", 0, shifts.this),
        ("shift", "following", 1, shifts.following),
        ("recent", "", -1, shifts.recent),
        ("ago", "", -1, calendar.ago),
        ("agofirst", "", -1, calendar.ago_first),
        ("later", "", 1, calendar.later),
        ("later", "", -1, calendar.earlier),
        ("within", "", 1, calendar.within),
        ("after", "", 1, calendar.after),
        ("after", "", -1, calendar.before),
        ("hence", "", 1, calendar.hence),
        ("part", "start", 0, calendar.parts.start),
        ("part", "middle", 0, calendar.parts.middle),
        ("part", "end", 0, calendar.parts.end),
        ("part", "whole", 0, calendar.parts.whole),
        ("and", "", 0, calendar.conjunctions),
        ("join", "", 0, calendar.joining),
        ("to", "", 0, calendar.until_words),
        ("eve", "", 0, calendar.eve),
        ("hour", "", 0, calendar.hours),
        ("holiday", NEAR_FEAST, 0, calendar.feasts_of_season),
    ]
    maps: list[tuple[str, Mapping[str, int]]] = [
        ("month", calendar.months),
        ("weekday", calendar.weekdays),
        ("dayword", calendar.day_words),
        ("anaphor", calendar.anaphora),
        ("toldday", calendar.told_days),
    ]
    found = {word: (kind, word, value) for kind, table in maps for word, value in table.items()}
    found |= {word: ("holiday", date, 0) for word, date in calendar.holidays.items()}
    found |= {word: ("monthgroup", word, 0) for word in calendar.month_groups}
    found |= {word: ("season", word, 0) for word in calendar.seasons}
    plural = frozenset(calendar.plural_units)
    found |= {word: ("unit", unit, int(word in plural)) for word, unit in calendar.units.items()}
    found |= {word: ("length", unit, 0) for word, unit in calendar.lengths.items()}
    for kind, name, value, words in lists:
        for word in words:
            found.setdefault(word, (kind, name, value))
    tables = (calendar.ordinals, calendar.numerals, calendar.day_numerals)
    kinds = ("ordinal", "numeral", "daynumber")
    for kind, table in zip(kinds, tables, strict=True):
        for word, value in table.items():
            found.setdefault(word, (kind, word, value))
    for kind, table in (
        ("monthshort", calendar.month_abbreviations),
        ("weekdayshort", calendar.weekday_abbreviations),
    ):
        for word, value in table.items():
            found.setdefault(word, (kind, word, value))
    return found


def _ending(calendar: Calendar, stem: str) -> str:
    if stem in calendar.month_abbreviations or stem in calendar.weekday_abbreviations:
        return ""
    vowels = "".join(ending.vowels for ending in calendar.endings)
    last = next((letter for letter in reversed(stem) if letter in vowels), "")
    fitting = (e.pattern for e in calendar.endings if not e.vowels or (last and last in e.vowels))
    return next(fitting, "")


def _word_pattern(calendar: Calendar, stems: Iterable[str]) -> str:
    """One branch per first letter, so that a word that is none is left after one look."""
    by_letter: dict[str, list[str]] = {}
    for stem in sorted(stems, key=lambda word: (-len(word), word)):
        rest = re.escape(stem[1:]).replace(r"\ ", r"\s{1,3}") + _ending(calendar, stem)
        by_letter.setdefault(stem[0], []).append(rest)
    branches = (f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items()))
    return rf"(?P<word>(?<![\w'])(?:{'|'.join(branches)})(?!\w))"


@cache
def lexicon(language: Language) -> Lexicon:
    """The language's calendar compiled; the same object for every call."""
    calendar = language.calendar
    entries = _stems(calendar)
    months = "|".join(map(re.escape, calendar.months))
    # Copying loses line ends ("...maçı23 Nisan'da"), and "F-16" is no day: the month behind tells.
    loose = rf"(?<=[^\W\d_])(?=\d{{1,2}}\s(?:{months}))|(?<=-)(?=\d{{1,2}}\s(?:{months}))"
    loose += r"|(?<=\s')(?=\d0)"
    parts = [*calendar.parts.start, *calendar.parts.middle, *calendar.parts.end]
    loose += "".join(rf"|(?<={re.escape(part)}-)" for part in parts)
    begin = rf"(?:(?<![\w'$€£₺%#])(?<![^\W\d]-)|{loose})"
    number = (
        rf"(?P<number>{begin}\d{{1,20}}+(?P<more>(?:[.,:/]\d{{1,20}}+){{0,8}}+)"
        rf"(?P<ending>(?:{calendar.number_ending})?)(?![\w%]))"
    )
    tail = rf"(?:(?P<tail>{calendar.number_ending or '(?!)'})(?!\w))?"
    pattern = rf"(?:{_NUMERIC}){tail}|{number}|{_word_pattern(calendar, entries)}|(?P<mark>[,()–—-])"
    glue = rf"(?:(?:{calendar.glue})\s{{1,3}})*" if calendar.glue else ""
    blank = re.compile(rf"[^\S\n]*\n?[^\S\n]*{glue}")
    abbreviations = (language.lower(word).rstrip(".") for word in language.core.abbreviations)
    shortened = frozenset([*abbreviations, *calendar.month_abbreviations, *calendar.weekday_abbreviations])
    return Lexicon(calendar, WordPattern(pattern), entries, blank, shortened)


def _token(match: re.Match[str], words: Lexicon) -> Token | None:
    kind, text = match.lastgroup, match[0]
    start, end = match.span()
    if kind == "mark":
        return Token(_MARKS[text], text, 0, start, end)
    if kind in ("iso", "numeric", "tail"):
        kind = "iso" if match["iso"] else "numeric"
        return Token(kind, match[kind], 0, start, end, match["tail"] or "")
    if kind == "number":
        if match["more"]:
            return _years(match)
        if len(text) - len(match["ending"]) > 4:
            return None
        return Token("number", "", int(text[: len(text) - len(match["ending"])]), start, end, match["ending"])
    plain = text if text.isalpha() else " ".join(text.split())
    (kind, name, value), size = words.entry(plain)
    return Token(kind, name, value, start, end, plain[size:])


def _years(match: re.Match[str]) -> Token | None:
    """Two years with a slash between them ("2024/25"), the second the one behind the first."""
    pair = _YEARS.fullmatch(match[0])
    if pair is None or int(pair[2]) != (int(pair[1]) + 1) % (100 if len(pair[2]) == 2 else 10_000):
        return None
    return Token("years", match[0], int(pair[1]), *match.span())


def _side_by_side(lowered: str, last: Token, token: Token, words: Lexicon) -> bool:
    """Whether only blanks and small words stand between two tokens; a stop too where it ends no sentence."""
    start = last.end
    if token.start - start > _GAP_LIMIT:
        return False
    if lowered.startswith(".", start):
        ordinal = (
            last.kind == "number"
            and last.value <= _LAST_ORDINAL
            and token.kind in ("unit", "weekday", "daytime")
        )
        if not ordinal and last.kind == "number" and last.value <= _LAST_CENTURY:
            ordinal = token.kind == "unit" and token.name == "century"
        if ordinal or (last.name in words.shortened and not last.ending):
            start += 1
    return words.blank.fullmatch(lowered, start, token.start) is not None


def tokens(lowered: str, words: Lexicon) -> list[Token]:
    """The date words of `lowered` in order, with a gap between those that are not side by side."""
    found: list[Token] = []
    last = END
    for match in words.pattern.finditer(lowered):
        token = _token(match, words)
        if token is None:
            continue
        if found and not _side_by_side(lowered, last, token, words):
            found.append(END)
        found.append(token)
        last = token
    return found
