"""Numbers as they are written: digits, words, and both together ("2 bin 300", "twenty-three hundred").

A numeral here is only a number with its place and ending; whether it counts anything is read in
`quantities`. Offsets are those of the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from workbench.claims.numeral import Numeral, Written
from workbench.claims.numeral_fractions import fractions_of, may_hold_fractions, with_fractions
from workbench.claims.numeral_sum import Kind, Sum, Token
from workbench.claims.scanning import WordPattern, read_once
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of

MAX_DIGITS = 24
"""A longer run of digits is no number that news states, and turning it into one would be slow."""
_SIGN = 18
"""Characters before a number in which a word for minus may stand."""
MAX_WORDS = 32
"""More words than the longest number needs."""


def _unit_first(words: Mapping[str, int], joint: str) -> dict[str, tuple[Kind, float]]:
    """The numbers below a hundred that name the unit before the ten ("einundzwanzig")."""
    if not joint:
        return {}
    units = {word: value for word, value in words.items() if 0 < value < 10}
    tens = {word: value for word, value in words.items() if value in range(20, 100, 10)}
    return {u + joint + t: ("small", float(units[u] + tens[t])) for u in units for t in tens}


class _Grammar:
    """The compiled number words of one language."""

    def __init__(self, language: Language) -> None:
        numbers = language.numbers
        self.fractions = fractions_of(language)
        self.words: dict[str, tuple[Kind, float]] = {}
        self.words |= {word: ("small", float(value)) for word, value in numbers.words.items()}
        self.words |= _unit_first(numbers.words, numbers.unit_first)
        self.words |= dict.fromkeys(numbers.hundreds, ("hundred", 100.0))
        self.words |= {word: ("scale", value) for word, value in numbers.scales.items()}
        self.words |= dict.fromkeys(numbers.halves, ("half", 0.5))
        self.words |= {word: ("fraction", value) for word, value in numbers.fractions.items()}
        self.words |= dict.fromkeys(numbers.points, ("point", 0.0))
        self.words |= {word: ("ordinal", float(value)) for word, value in numbers.ordinals.items()}
        self.bare = frozenset(value for word in numbers.bare for value in [self.words[word][1]])
        self.never = frozenset(numbers.never)
        self.digit_mark = numbers.decimal
        self.group_mark = "." if numbers.decimal == "," else ","
        self.compact = numbers.compact
        ordered = sorted(self.words, key=lambda word: (-len(word), word))
        word = "|".join(map(re.escape, ordered))
        self.word = re.compile(word)
        suffix = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in numbers.suffixes.items())
        repeat = "{1,12}" if numbers.glued else ""
        letters = any_of(sorted(map(re.escape, numbers.compact), key=len, reverse=True))
        self.scanner = WordPattern(
            rf"(?<![\w])(?<!\d[.,:/])(?P<number>\d{{1,3}}(?:\u00a0\d{{3}})+|\d+(?:[.,]\d+)*)"
            rf"|(?<![^\s-])(?P<fraction_only>{re.escape(self.digit_mark)}\d+)"
            rf"|(?<![\w'])(?P<words>(?:{word}){repeat})(?:{suffix})?(?!\w)"
        )
        self.tail = re.compile(rf"(?:{suffix})(?!\w)")
        self.letters = re.compile(rf"(?:{letters})(?!\w)")
        self.joiner = re.compile(rf"(?:{numbers.joiner})$")
        self.half_joiner = re.compile(numbers.half_joiner)
        articles = "|".join(numbers.articles)
        self.article = re.compile(rf"(?<![\w'])(?:{articles})[ -]$") if articles else None
        self.minus_tails = (*(f"{word} " for word in numbers.minus), "-", "−")
        self.minus = re.compile(rf"(?:(?<!\w)(?:{any_of(numbers.minus)}) |(?:(?<=^)|(?<=[\s(]))[-−])$")

    def divides(self, low: str, place: int, suffix: str) -> bool:
        """Whether a word that ends at `place` is the denominator of a fraction ("onda biri")."""
        if not suffix or suffix != self.fractions.case:
            return False
        return self.fractions.part_behind(low, place, plain=False) is not None

    def digits(self, written: str) -> tuple[float, bool, bool] | None:
        """Value, whether grouped, whether with decimals; None for no number ("1.2.3", an endless run)."""
        plain = written.replace("\u00a0", "")
        if len(plain) > MAX_DIGITS:
            return None
        mark, group = re.escape(self.digit_mark), re.escape(self.group_mark)
        if plain.isdecimal():
            return float(plain), plain != written, False
        if re.fullmatch(rf"[1-9]\d{{0,2}}(?:{group}\d{{3}})+(?:{mark}\d+)?", plain):
            value = plain.replace(self.group_mark, "").replace(self.digit_mark, ".")
            return float(value), True, self.digit_mark in plain
        if re.fullmatch(rf"[1-9]\d{{0,2}}(?:{mark}\d{{3}}){{2,}}", plain):
            return float(plain.replace(self.digit_mark, "")), True, False
        if re.fullmatch(r"\d+[.,]\d+", plain):
            return float(plain.replace(",", ".")), False, True
        return None


@cache
def number_grammar(language: Language) -> _Grammar:
    """The compiled number words of a language."""
    return _Grammar(language)


@read_once
def number_words(low: str, text: str, language: Language) -> tuple[Token, ...]:
    """The words and groups of digits of `text` that numbers are made of; `low` is its lower case."""
    return tuple(_read_tokens(text, low, number_grammar(language)))


def _read_tokens(text: str, low: str, grammar: _Grammar) -> Iterator[Token]:
    marked = low
    if "\u00a0" in text:
        marked = "".join("\u00a0" if own == "\u00a0" else other for own, other in zip(text, low, strict=True))
    for match in grammar.scanner.finditer(marked):
        if match["words"] is None:
            if (token := _digit_token(text, low, match, grammar)) is not None:
                yield token
            continue
        suffix = match.lastgroup if match.lastgroup not in (None, "words") else ""
        assert suffix is not None
        if match.group() in grammar.never and not grammar.divides(marked, match.end(), suffix):
            continue
        parts = list(grammar.word.finditer(match["words"]))
        if suffix and grammar.words[parts[-1].group()][0] == "ordinal":
            continue
        for index, part in enumerate(parts):
            kind, value = grammar.words[part.group()]
            last = index == len(parts) - 1
            start, end = match.start() + part.start(), match.start() + part.end()
            yield Token(kind, value, start, end, match.end() if last else end, suffix if last else "")


def _digit_token(text: str, low: str, match: re.Match[str], grammar: _Grammar) -> Token | None:
    read = grammar.digits(match["number"] or "0" + match["fraction_only"])
    end = match.end()
    if read is None or (low[end : end + 1] in ":/" and low[end + 1 : end + 2].isdigit()):
        return None
    value, grouped, decimals = read
    stop, suffix = end, ""
    following = low[end : end + 1]
    if following == "'" or following.isalpha():
        if letter := grammar.letters.match(text, end):
            value, end = value * grammar.compact[letter.group()], letter.end()
            stop = end
        if tail := grammar.tail.match(low, end):
            stop, suffix = tail.end(), tail.lastgroup or ""
    return Token("digits", value, match.start(), end, stop, suffix, grouped, decimals)


def _may_start(token: Token, grammar: _Grammar) -> bool:
    if token.kind in ("half", "point"):
        return False
    return token.kind not in ("scale", "hundred") or token.value in grammar.bare


def find_numerals(
    text: str, low: str, language: Language, barriers: Sequence[tuple[int, int]] = ()
) -> list[Numeral]:
    """Every number in `text`, the longest reading of each, in order.

    ``low`` is `text` in the language's lower case. No number crosses or lies in a span of
    ``barriers``, which must be sorted.
    """
    return list(_numerals(low, text, language, tuple(barriers)))


@read_once
def _numerals(
    low: str, text: str, language: Language, barriers: tuple[tuple[int, int], ...]
) -> tuple[Numeral, ...]:
    grammar = number_grammar(language)
    found: list[Numeral] = []
    run: list[Token] = []
    adding = Sum(grammar.bare)
    at = 0
    words = number_words(low, text, language)
    if not (words or may_hold_fractions(low, language)):
        return ()
    for token in words:
        while at < len(barriers) and barriers[at][1] <= token.start:
            at += 1
        if at < len(barriers) and barriers[at][0] < token.end:
            _close(run, adding, low, grammar, found)
            run = []
            continue
        open_run = bool(run) and not run[-1].suffix and len(run) < MAX_WORDS
        joined = open_run and _joined(run, token, low, grammar)
        if joined and adding.add(token, first=False):
            run.append(token)
            continue
        _close(run, adding, low, grammar, found)
        run, adding = [], Sum(grammar.bare)
        if _may_start(token, grammar) or _article(token, low, grammar):
            adding.add(token, first=True)
            run = [token]
    _close(run, adding, low, grammar, found)
    return tuple(with_fractions(found, low, language, barriers))


def _joined(run: Sequence[Token], token: Token, low: str, grammar: _Grammar) -> bool:
    between = low[run[-1].stop : token.start]
    if token.kind == "digits" and run[-1].kind == "digits":
        return False
    if not between:
        return run[-1].kind != "digits"
    if token.kind == "fraction" and grammar.half_joiner.fullmatch(between) is None:
        return False
    return len(between) <= 7 and grammar.joiner.fullmatch(between) is not None


def _article(token: Token, low: str, grammar: _Grammar) -> re.Match[str] | None:
    if grammar.article is None or token.kind not in ("scale", "hundred"):
        return None
    return grammar.article.search(low, max(0, token.start - 4), token.start)


def _close(run: list[Token], adding: Sum, low: str, grammar: _Grammar, found: list[Numeral]) -> None:
    if not run:
        return
    if run[-1].kind == "point":
        run.pop()
        adding.point = None
    first, last = run[0], run[-1]
    start, value = first.start, adding.value
    if article := _article(first, low, grammar):
        start = article.start()
    signed = low.endswith(grammar.minus_tails, max(0, start - _SIGN), start)
    if signed and (sign := grammar.minus.search(low, max(0, start - _SIGN), start)):
        start, value = sign.start(), -value
    digits = sum(token.kind == "digits" for token in run)
    written: Written = "words" if not digits else "digits" if digits == len(run) else "mixed"
    suffix = "ordinal" if last.kind == "ordinal" else last.suffix
    grouped, decimals = first.grouped, first.decimals
    if first is not last:
        grouped, decimals = any(token.grouped for token in run), any(token.decimals for token in run)
    value = round(value, 6)
    found.append(Numeral(value, start, last.end, last.stop, suffix, written, len(run), grouped, decimals))
