"""Block ends lost in copying: where two blocks stand glued together inside one line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from workbench.languages.loader import Language
from workbench.sources.shapes import CLOSING, LOWER, MARKS, OPENING, UPPER

_REACH = 60
"""Characters looked at on either side of a place."""
_LONGEST_TOKEN = 120
_MOST_CHANGES = 3
"""Longer runs without a blank, or with more capitals inside, are data and no prose."""
_STRAIGHT_REACH = 400
"""How far a quotation mark may lie open before the page is taken to have lost its other half."""

_QUOTE_MARKS = "\"'“”«»„‘’"
_PLACE = re.compile(
    rf"[{UPPER}0-9{_QUOTE_MARKS}](?:(?P<glued>"
    rf"(?<=[{LOWER}][{UPPER}0-9\"“«„])"
    rf"|(?<=[.!?…][{UPPER}0-9\"“«„‘'])"
    rf"|(?<=[)\"”»’'][{UPPER}])"
    rf"|(?<=[0-9][{UPPER}])(?=[{LOWER}]))"
    rf"|(?<=[{_QUOTE_MARKS}]))"
)
"""A letter, figure or mark glued to what stands before it, or else a quotation mark.

One class of characters comes first, so that nothing else is looked at twice.
"""
_WORD_LEFT = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*$")
_WORD_RIGHT = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\S+")
_CHANGE = re.compile(rf"[{LOWER}][{UPPER}]")
_ADDRESS = re.compile(r"://|www\.|[@#]|\w\.\w{2,4}/", re.I)
_CLOSES_AHEAD = re.compile(r"[^\"“”«»]{1,300}(?<=\S)[\"”»](?=[\s.,;:!?)]|$)")
"""The rest of an open quotation: sentences glued inside it are no blocks of their own."""
_YEAR_LEFT = re.compile(r"(?<!\d)(?:19|20)\d\d$")
_NUMBER_RIGHT = re.compile(r"\d{1,4}(?:[.'’ ]|$)")


class _Quotes:
    """Which quotation marks are open, followed from left to right.

    A straight mark with a blank on one side shows itself which way it faces; only one glued on
    both sides needs the memory of what is open.
    """

    def __init__(self) -> None:
        self._opened: dict[str, int] = {}
        self.closed_at = -1
        """Offset of the mark that closed a quotation last."""

    def is_open(self, mark: str, at: int) -> bool:
        opened = self._opened.get(_pair(mark))
        return opened is not None and at - opened <= _STRAIGHT_REACH

    def meet(self, text: str, at: int) -> None:
        mark = text[at]
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if mark in "'’" and before.isalpha() and after.isalpha():
            joins = before.isupper() or not after.isupper() or not self.is_open(mark, at)
            if joins:
                return
        if self._faces_right(mark, before, after, at):
            self._opened[_pair(mark)] = at
            return
        if self.is_open(mark, at):
            self.closed_at = at
        self._opened.pop(_pair(mark), None)

    def _faces_right(self, mark: str, before: str, after: str, at: int) -> bool:
        if mark in "“«„‘":
            return True
        if mark in "”»’":
            return False
        if after.isspace() or after in ".,;:!?)":
            return False
        if before.isspace() or before in "([:—–-":
            return True
        return not self.is_open(mark, at) and mark == '"'


def _pair(mark: str) -> str:
    return "single" if mark in "'‘’" else "double"


class _Spans:
    """Spans met in order, asked about in order."""

    def __init__(self, matches: Iterator[re.Match[str]]) -> None:
        self._matches = matches
        self._span = (-1, -1)

    def around(self, at: int) -> tuple[int, int] | None:
        """The span that holds the place with something of it on either side."""
        while self._span[1] <= at:
            match = next(self._matches, None)
            if match is None:
                return None
            self._span = match.span()
        return self._span if self._span[0] < at else None


class Cutter:
    """Finds the cuts in the lines of one text, in one language."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        core, page = language.core, language.page
        self._abbreviations = frozenset(word.lower() for word in core.abbreviations)
        self._stop_words = frozenset(core.stop_words)
        self._prefixes = frozenset(page.name_prefixes)
        self._endings = frozenset(page.name_endings)
        self._domain_ends = frozenset(page.domain_ends)
        self._months = frozenset(language.calendar.months)
        self._camel = re.compile(
            "|".join(map(re.escape, sorted(core.camel_names, key=len, reverse=True))) or r"(?!)"
        )

    @cached_property
    def _mixed_words(self) -> Counter[str]:
        """How often each word with a capital inside occurs: what recurs is a name, not an accident."""
        return Counter(re.findall(rf"\b[{UPPER}]\w{{0,40}}[{LOWER}][{UPPER}]\w{{1,40}}", self._text))

    def cuts(self, start: int, end: int) -> Iterator[int]:
        """Offsets inside [start, end), a single line, at which a new block begins, in order."""
        line = self._text[start:end]
        names = _Spans(self._camel.finditer(line))
        tokens = _Spans(_TOKEN.finditer(line))
        quotes, prose = _Quotes(), (-1, False)
        for match in _PLACE.finditer(line):
            at = match.start()
            if match.lastgroup:
                token = tokens.around(at)
                if token is not None and not names.around(at):
                    if token[0] != prose[0]:
                        prose = token[0], _is_prose(line, *token)
                    if prose[1] and self._is_cut(line, at, quotes):
                        yield start + at
            if match[0] in _QUOTE_MARKS:
                quotes.meet(line, at)

    def _is_cut(self, line: str, at: int, quotes: _Quotes) -> bool:
        left, right = line[at - 1], line[at]
        before, after = line[max(0, at - _REACH) : at], line[at : at + _REACH]
        if left in ".!?…":
            if quotes.is_open('"', at) and _CLOSES_AHEAD.match(line, at):
                return False
            return self._after_stop(before, after, quotes.is_open(right, at))
        if left in MARKS or left in CLOSING:
            return len(_first_word(after)) > 1 and (left in ")”»" or quotes.closed_at == at - 1)
        if right.isdigit():
            return self._is_day_and_month(after)
        if left.isdigit():
            return bool(_YEAR_LEFT.search(before))
        if right in MARKS or right in OPENING:
            return self._before_quote(before, after, quotes.is_open(right, at))
        return self._inside_word(before, after)

    def _inside_word(self, before: str, after: str) -> bool:
        """A small letter meets a capital: two words, unless a name or a unit is written so."""
        left, right = _last_word(before), _first_word(after)
        if len(right) < 2:
            return self._language.lower(right) in self._stop_words and after[1:2] == " "
        if len(left) <= 2:
            return left in self._stop_words and len(right) >= 4
        if not left[0].isupper() or "'" in left or "’" in left:
            return True
        return (
            left not in self._prefixes and right not in self._endings and self._mixed_words[left + right] < 2
        )

    def _after_stop(self, before: str, after: str, in_quotes: bool) -> bool:
        """A sentence's end directly followed by the next block's beginning."""
        if after[0] in "'‘’" or (after[0] in MARKS and in_quotes):
            return False
        opening = after.lstrip(MARKS + OPENING)
        if not opening[:1].isalnum() or (opening[0].isalpha() and not opening[0].isupper()):
            return False
        if before[-1] != ".":
            return opening[0].isalpha()
        word = _last_word(before[:-1])
        if opening[0].isdigit():
            return len(word) >= 3 and word[-1].islower() and self._begins_number(word, opening)
        if not word:
            return bool(_YEAR_LEFT.search(before[:-1])) or before[-2:-1] in ('"', "”", ")", "'", "’")
        if len(word) < 2 or word.lower() + "." in self._abbreviations:
            return False
        return _first_word(opening).lower() not in self._domain_ends

    def _begins_number(self, word: str, opening: str) -> bool:
        return word.lower() + "." not in self._abbreviations and bool(_NUMBER_RIGHT.match(opening))

    def _before_quote(self, before: str, after: str, in_quotes: bool) -> bool:
        """A heading's last word directly followed by the quotation that opens the body."""
        left = _last_word(before)
        is_end = len(left) >= 3 and (not left[0].isupper() or "'" in left or "’" in left)
        return is_end and not in_quotes and after[1:2].isupper()

    def _is_day_and_month(self, after: str) -> bool:
        words = self._language.lower(after).replace("'", " ").split(None, 2)
        return len(words) >= 2 and words[0].isdigit() and len(words[0]) <= 2 and words[1] in self._months


def _last_word(text: str) -> str:
    """The word that `text` ends in, apostrophes included, or nothing."""
    found = _WORD_LEFT.search(text)
    return found.group() if found else ""


def _first_word(text: str) -> str:
    """The letters that `text` begins with, or nothing."""
    found = _WORD_RIGHT.match(text)
    return found.group() if found else ""


def _is_prose(line: str, start: int, end: int) -> bool:
    """False for web addresses, handles, tags and data, where capitals and full stops separate nothing."""
    if end - start > _LONGEST_TOKEN:
        return False
    token = line[start:end]
    return not _ADDRESS.search(token) and len(_CHANGE.findall(token)) <= _MOST_CHANGES
