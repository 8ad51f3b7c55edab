"""Fractions: "üçte iki", "dörtte biri", "two thirds", "a quarter of", "2/3'ü", "bir bölü beş", "1 1/2".

Turkish says the whole first, in the locative, and may give the part a possessive ending; English counts
ordinals ("two thirds"). With a slash any two numbers may be meant ("7/24", a date), so that such a
fraction is marked, for its surroundings to prove it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from workbench.claims.numeral import Numeral
from workbench.claims.scanning import PatternGroup
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import NEVER, any_of

_WHICH = 12
"""Characters before a half in which a word may stand that makes it a stretch of time."""
_LARGEST = 1000
"""Of larger denominators nobody speaks."""
_SAID_IN_DIGITS = 100
"""The same for digits with a case ending: "2023'te 1" is a year."""
_PERCENT = (100.0, 1000.0)
"""Denominators that are words for percent and per mille ("yüzde bir")."""
_SIGNS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75}
_SLASHED = re.compile(f"[/{''.join(_SIGNS)}]")


class Fractions:
    """The compiled words of one language for fractions."""

    def __init__(self, language: Language) -> None:
        numbers = language.numbers
        self.case = numbers.denominator_case
        self.denominators = numbers.denominators
        words = {**{word: float(value) for word, value in numbers.words.items() if value}}
        self.numerators = words
        endings = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in numbers.suffixes.items())
        part = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
        self.part = re.compile(rf" (?:(?P<digits>\d{{1,2}})|(?P<word>{part}))(?:{endings})?(?!\w)")
        self.ending = re.compile(rf"(?:{endings})(?!\w)")
        named = any_of(sorted(map(re.escape, numbers.denominators), key=len, reverse=True))
        self.behind = re.compile(rf"(?P<mark>[ -])(?P<name>{named})(?!\w)")
        articles = any_of(numbers.articles)
        single = rf"(?<![\w'])(?:{articles}) (?P<name>{named}){numbers.fraction_of}"
        self.of = re.compile(numbers.fraction_of)
        self.out_of = re.compile(numbers.out_of)
        whole, owned = (numbers.suffixes.get(kind, NEVER) for kind in ("ablative", "possessive"))
        number = rf"(?:\d{{1,4}}|{part})"
        each = (
            rf"(?<!\w)(?:{numbers.out_of_each}) (?P<bottom>{number}) [^\W\d_]+?(?:{whole})"
            rf" (?P<top>{number})(?:{owned})(?!\w)"
            if numbers.out_of_each
            else NEVER
        )
        over = any_of(numbers.over)
        self.over = re.compile(rf" (?:{over}) ")
        signs = "".join(_SIGNS)
        self.hour = re.compile(rf"(?:{numbers.clock.before})")
        self.half = re.compile(numbers.half_of)
        self.which = re.compile(rf"(?<!\w)(?:{numbers.fraction_after})[ -]$")
        shares = any_of(f"(?:{pattern})" for pattern in numbers.shares)
        self.said = PatternGroup(map(re.compile, (single, rf"(?<!\w)(?:{shares})(?!\w)", each)))
        """A single part of something ("a quarter of"), a share ("yarısı"), so many of so many each."""
        self.shares = [(re.compile(pattern), value) for pattern, value in numbers.shares.items()]
        self.slash = re.compile(
            rf"(?<![\w.,:/])(?P<top>\d{{1,3}})/(?P<bottom>\d{{1,4}})(?![\d/:]|[.,]\d)|[{signs}]"
        )

    def part_behind(self, low: str, place: int, *, plain: bool) -> re.Match[str] | None:
        """The part behind a whole that ends at `place`.

        Without an ending of its own only where the text ends, or anywhere (`plain`).
        """
        found = self.part.match(low, place)
        if found is None or plain or found.lastgroup not in ("digits", "word"):
            return found
        return None if low[found.end() :].strip(" .") else found


@cache
def fractions_of(language: Language) -> Fractions:
    """The compiled fractions of a language."""
    return Fractions(language)


def may_hold_fractions(low: str, language: Language) -> bool:
    """False where a text holds no fraction but one that numerals make."""
    return fractions_of(language).said.may_stand_in(low) or _SLASHED.search(low) is not None


def with_fractions(
    numerals: Sequence[Numeral], low: str, language: Language, barriers: Sequence[tuple[int, int]]
) -> list[Numeral]:
    """The numerals in order, those that make a fraction joined into one."""
    reader = _Reader(low, fractions_of(language))
    found = reader.said(numerals)
    if _SLASHED.search(low):
        found = reader.slashed(found, barriers)
    return found


class _Reader:
    def __init__(self, low: str, words: Fractions) -> None:
        self.low, self.words = low, words

    def said(self, numerals: Sequence[Numeral]) -> list[Numeral]:
        """Fractions said in words, or with a case ending on digits."""
        readers = (self._single, self._share, self._each)
        matches = self.words.said.finditer(self.low, 0, len(self.low))
        found = [one for number, match in matches if (one := readers[number](match))]
        last = 0
        for index, numeral in enumerate(numerals):
            if numeral.start < last or self._stretch(numeral):
                continue
            following = numerals[index + 1] if index + 1 < len(numerals) else None
            read = self._in_case(numeral) or self._named(numeral) or self._half(numeral)
            whole = read or self._over(numeral, following) or self._ratio(numeral, following) or numeral
            last = whole.stop
            found.append(whole)
        found.sort(key=lambda one: (one.start, -one.stop))
        return _apart(found)

    def _each(self, match: re.Match[str]) -> Numeral | None:
        """ "Her üç kişiden biri"."""
        bottom, top = (
            float(word) if word.isdecimal() else self.words.numerators[word]
            for word in (match["bottom"], match["top"])
        )
        if not top < bottom:
            return None
        end = match.end()
        return Numeral(round(top / bottom, 6), match.start(), end, end, "", "words", 3, fraction="said")

    def _ratio(self, top: Numeral, bottom: Numeral | None) -> Numeral | None:
        """ "One in three people", "9 out of 10"."""
        if bottom is None or not 0 < top.value < bottom.value <= _LARGEST or top.suffix:
            return None
        if self.words.out_of.fullmatch(self.low, top.stop, bottom.start) is None:
            return None
        if top.value != 1 and len(self.low[top.stop : bottom.start]) < len(" out of "):
            return None
        ratio = round(top.value / bottom.value, 6)
        return replace(bottom, value=ratio, start=top.start, words=top.words + bottom.words, fraction="said")

    def _share(self, match: re.Match[str]) -> Numeral:
        """ "Evlerin yarısı": whether it is one shows in the word before it."""
        value = next(value for pattern, value in self.words.shares if pattern.fullmatch(match[0]))
        return Numeral(value, match.start(), match.end(), match.end(), "", "words", 2, fraction="unsure")

    def _half(self, numeral: Numeral) -> Numeral | None:
        """ "Half of the houses", but not "the second half of the year"."""
        if numeral.written != "words" or not 0 < numeral.value < 1 or numeral.fraction:
            return None
        if self.words.half.match(self.low, numeral.stop) is None:
            return None
        return replace(numeral, fraction="said")

    def _stretch(self, numeral: Numeral) -> bool:
        """ "The second half", "the first quarter of the match": a stretch of time or play."""
        if not 0 < numeral.value < 1 or numeral.written != "words":
            return False
        before = self.words.which.search(self.low, max(0, numeral.start - _WHICH), numeral.start)
        return before is not None

    def _single(self, match: re.Match[str]) -> Numeral:
        value = round(1 / self.words.denominators[match["name"]], 6)
        start, end = match.start(), match.end("name")
        return Numeral(value, start, end, end, "", "words", 2, fraction="said")

    def _in_case(self, whole: Numeral) -> Numeral | None:
        """ "Dörtte biri", "3'te 1'i"."""
        if not self.words.case or whole.suffix != self.words.case or whole.fraction:
            return None
        value, digits = whole.value, whole.written == "digits"
        if value < 2 or value != int(value) or value in _PERCENT or (digits and value > _SAID_IN_DIGITS):
            return None
        found = self.words.part_behind(self.low, whole.stop, plain=not digits)
        if found is None:
            return None
        part = float(found["digits"] or self.words.numerators[found["word"]])
        before = self.low[max(0, whole.start - 12) : whole.start]
        if not 0 < part < value or self.words.hour.search(before):
            return None
        kind = found.lastgroup or ""
        suffix = "" if kind in ("digits", "word") else kind
        end = found.end("digits") if found["digits"] else found.end("word")
        ratio = round(part / value, 6)
        return replace(
            whole,
            value=ratio,
            end=end,
            stop=found.end(),
            suffix=suffix,
            words=whole.words + 1,
            fraction="said",
        )

    def _named(self, count: Numeral) -> Numeral | None:
        """ "Two thirds", "one-third"; "one quarter" is a time where nothing says of what."""
        found = self.words.behind.match(self.low, count.stop)
        if (
            found is None
            or count.suffix
            or not 1 <= count.value <= _SAID_IN_DIGITS
            or count.value != int(count.value)
        ):
            return None
        bottom = self.words.denominators[found["name"]]
        many = found["name"].endswith("s") or bottom == 2
        hyphen = found["mark"] == "-"
        proved = hyphen or self.words.of.match(self.low, found.end()) is not None
        proved = proved or (bottom != 4 and not self.low[found.end() :].strip(" ."))
        if count.value >= bottom or not (proved or (many and bottom != 4)):
            return None
        if (count.value > 1) != many and not hyphen:
            return None
        ratio = round(count.value / bottom, 6)
        return replace(
            count,
            value=ratio,
            end=found.end(),
            stop=found.end(),
            suffix="",
            words=count.words + 1,
            fraction="said",
        )

    def _over(self, top: Numeral, bottom: Numeral | None) -> Numeral | None:
        """ "Bir bölü beş"."""
        if bottom is None or not 0 < bottom.value <= _LARGEST:
            return None
        if self.words.over.fullmatch(self.low, top.stop, bottom.start) is None:
            return None
        ratio, words = round(top.value / bottom.value, 6), top.words + bottom.words
        return replace(bottom, value=ratio, start=top.start, words=words, fraction="said")

    def slashed(self, numerals: Sequence[Numeral], barriers: Sequence[tuple[int, int]]) -> list[Numeral]:
        """Adds fractions with a slash or of one sign, joined with the whole number before them."""
        added = [one for match in self.words.slash.finditer(self.low) if (one := self._slash(match))]
        added = [one for one in added if not any(a < one.end and one.start < b for a, b in barriers)]
        if not added:
            return list(numerals)
        found: list[Numeral] = []
        for one in sorted([*numerals, *added], key=lambda numeral: (numeral.start, -numeral.stop)):
            before = found[-1] if found else None
            mixed = before is not None and one.written == "digits" and self._mixed(before, one)
            if before is not None and mixed:
                sign = -1 if before.value < 0 else 1
                value = before.value + sign * one.value
                found[-1] = replace(one, value=value, start=before.start, decimals=True, words=2)
            else:
                found.append(one)
        return _apart(found)

    def _mixed(self, before: Numeral, one: Numeral) -> bool:
        gap = self.low[before.stop : one.start]
        return (
            before.written == "digits"
            and before.value == int(before.value)
            and len(gap) < 3
            and not gap.strip()
        )

    def _slash(self, match: re.Match[str]) -> Numeral | None:
        if match["top"] is None:
            value, sure = _SIGNS[match[0]], True
        else:
            top, bottom = int(match["top"]), int(match["bottom"])
            if not 0 < top < bottom <= _LARGEST:
                return None
            value, sure = top / bottom, False
        start, end = match.span()
        if self.low[start - 1 : start] in ("-", "−") and not self.low[: start - 1].strip():
            start, value = start - 1, -value
        tail = self.words.ending.match(self.low, end)
        stop, suffix = (tail.end(), tail.lastgroup or "") if tail else (end, "")
        return Numeral(
            round(value, 6), start, end, stop, suffix, "digits", 1,
            decimals=True, fraction="said" if sure else "unsure",
        )  # fmt: skip


def _apart(numerals: Iterable[Numeral]) -> list[Numeral]:
    """Numerals in order without those that begin inside the one before them."""
    found: list[Numeral] = []
    for numeral in numerals:
        if not found or numeral.start >= found[-1].end:
            found.append(numeral)
    return found
