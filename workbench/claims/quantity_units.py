"""Reads what one number measures: percent, money, magnitudes, lengths, rates, ages; and its bound."""

from __future__ import annotations

import re

from workbench.claims.quantity_draft import Draft
from workbench.claims.quantity_words import REACH, Hit, Words

_DEGREES = ("celsius", "fahrenheit", "degree")
_PER_REACH = 40
"""Characters before a measure in which its time may stand ("saatteki hızı 120 kilometre")."""
_OLDEST = 115
_NAME_REACH = 40
_BRACKETS = re.compile(r"(?:(?<=\S )([^\W\d_])[^\W\d_]+|([^\W\d_])\.)(?:['’][^\W\d_]+)? ?\($")
_COMMAS = re.compile(r"(?<!\w)(?!\d)(\w)[^\W\d_]+ (?!\d)(\w)[^\W\d_]+, $")
_WORD = re.compile(r"[\w']+")
_QUAKE_REACH = 4
"""Words behind a bound of which one may name earthquakes."""
_SMALL = 10
"""A magnitude is below this."""


class Measured:
    """The measures of one stretch of text; `low` is its lower case, `plain` as written."""

    def __init__(self, plain: str, low: str, words: Words) -> None:
        self.plain, self.low, self.words = plain, low, words

    def left(self, place: int, reach: int = REACH) -> str:
        """The text of the same stretch right before `place`."""
        return self.low[max(0, place - reach) : place]

    def percent(self, draft: Draft) -> bool:
        """Reads a percentage."""
        words, left, unit = self.words, self.left(draft.start, 8), "percent"
        before = words.percent_before.search(left)
        after = words.percent_after.match(self.low, draft.numeral.end)
        if not before and not after:
            unit, before = "per_mille", words.per_mille_before.search(left)
            after = words.per_mille_after.match(self.low, draft.numeral.end)
        if not before and not after:
            return False
        draft.unit, draft.kind = unit, "percent"
        if before:
            draft.start -= len(before.group())
            if sign := self.words.minus_before.search(self.left(draft.start, 18)):
                draft.start -= len(sign.group())
                self.negate(draft)
            draft.end = max(draft.end, draft.numeral.stop)
        if after:
            draft.end = max(draft.end, after.end())
        self.bound_after(draft, draft.numeral.end if before else draft.end)
        return True

    def age(self, draft: Draft) -> bool:
        """Reads an age."""
        for pattern in self.words.age:
            if found := pattern.match(self.low, draft.numeral.end):
                draft.unit, draft.counted, draft.kind = "year", "age", "age"
                draft.end = found.end()
                return True
        said = self.words.age_before.search(self.left(draft.start, 16)) and 0 < draft.value <= _OLDEST
        if said or self._age_in_brackets(draft):
            draft.unit, draft.counted, draft.kind = "year", "age", "age"
            return True
        return False

    def _age_in_brackets(self, draft: Draft) -> bool:
        """ "Ali Veli (45)", "John Smith, 45,": how newspapers give an age behind a name."""
        numeral = draft.numeral
        if numeral.written != "digits" or numeral.decimals or not 0 < numeral.value <= _OLDEST:
            return False
        before = self.plain[max(0, numeral.start - _NAME_REACH) : numeral.start]
        around = _BRACKETS if self.plain[numeral.end : numeral.end + 1] == ")" else _COMMAS
        if around is _COMMAS and self.plain[numeral.end : numeral.end + 1] not in (",", ".", ";"):
            return False
        named = around.search(before)
        if named is None:
            return False
        return all(first.isupper() for first in named.groups() if first)

    def multiple(self, draft: Draft) -> bool:
        """ "Üç katına çıktı", "three times as many"."""
        found = self.words.multiple.match(self.low, draft.numeral.stop)
        if found is None or draft.value <= 0:
            return False
        draft.unit, draft.kind, draft.end = "fold", "multiple", found.end()
        return True

    def bound_after(self, draft: Draft, place: int) -> int:
        """Reads a bound that follows at `place`; returns where reading goes on."""
        if not self.words.any_bound_after.match(self.low, place):
            return draft.at
        for pattern, modifier in self.words.bounds_after:
            if found := pattern.match(self.low, place):
                draft.bound(modifier)
                last = self._unglued(found.end(), place)
                draft.end, draft.at = max(draft.end, last), max(draft.at, last)
                break
        return draft.at

    def bound_behind(self, draft: Draft, hit: Hit) -> None:
        """Reads a bound on the ending of a noun or unit ("metreden fazla") or behind it ("euros or more")."""
        self.bound_after(draft, hit.stem_end)
        if draft.modifier == "exactly" and hit.end > hit.stem_end:
            self.bound_after(draft, hit.end)

    def _unglued(self, end: int, start: int) -> int:
        """Where a word ends that lost its line break ("aştıDışişleri")."""
        for place in range(start + 1, end):
            if self.plain[place].isupper() and self.plain[place - 1].islower():
                return place
        return end

    def magnitude(self, draft: Draft) -> bool:
        """Reads the magnitude of an earthquake."""
        numeral = draft.numeral
        small = 0 <= draft.value < _SMALL
        if not small:
            return False
        sentence = self.low[max(draft.sentence[0], draft.start - REACH) : draft.start]
        named = self.words.magnitude_before.search(sentence)
        largest = numeral.decimals and self.words.superlative.search(sentence)
        quake = numeral.suffix == "adjectival" and (numeral.decimals or self._quake(draft.at))
        bounded = numeral.suffix in ("genitive", "ablative") and self._bounds_quakes(draft)
        direct = named is not None and (numeral.decimals or named.end() - named.start() < 14)
        if not (direct or largest or quake or bounded) or self._unit_at(draft.at):
            return False
        draft.unit, draft.kind, draft.counted = "magnitude", "magnitude", "magnitude"
        draft.end = max(draft.end, numeral.stop)
        if named and named.end() - named.start() < 14:
            draft.start -= len(named.group())
        return True

    def _quake(self, place: int) -> bool:
        hit = self.words.nouns.at(self.low, place + 1)
        return hit is not None and hit.name in ("earthquake", "aftershock")

    def _bounds_quakes(self, draft: Draft) -> bool:
        """ "4'ün üzerinde çok sayıda artçı", "5'ten büyük depremler": a bound on their strength."""
        bound = self.words.magnitude_bound.match(self.low, draft.numeral.end)
        place = bound.end() if bound else len(self.low)
        for _ in range(_QUAKE_REACH):
            if self.low[place : place + 1] != " ":
                return False
            if self._quake(place):
                return True
            word = _WORD.match(self.low, place + 1)
            place = word.end() if word else len(self.low)
        return False

    def _unit_at(self, place: int) -> Hit | None:
        low, units = self.low, self.words.units
        for begins in (place + 1, place):
            if begins > place and low[place : place + 1] not in (" ", "-"):
                continue
            if hit := units.at(low, begins):
                noun = self.words.nouns.at(low, begins)
                # "A five-point plan" has articles: the longest known word says what is counted.
                return None if noun and noun.stem_end > hit.end else hit
            if hit := self.words.sides.at(low, begins):
                after = units.at(low, hit.end + 1)
                if after and self.words.table.units[after.name].kind == "money":
                    return after
        return None

    def measure(self, draft: Draft) -> bool:
        """Reads money or any other measure."""
        if symbol := self.words.symbol_before.search(self.plain[max(0, draft.start - 6) : draft.start]):
            draft.unit, draft.kind = self.words.symbols[symbol.group().strip()], "money"
            draft.start -= len(symbol.group())
            return True
        if symbol := self.words.symbol_after.match(self.plain, draft.at):
            draft.unit, draft.kind = self.words.symbols[symbol.group().strip()], "money"
            draft.end = draft.at = symbol.end()
            return True
        hit = self._unit_at(draft.at)
        owned = draft.numeral.suffix in ("possessive", "plural", "genitive") and draft.modifier == "exactly"
        if hit is None or owned:
            return False
        draft.unit, draft.kind = hit.name, self.words.table.units[hit.name].kind
        draft.end = hit.end
        if (
            draft.unit in _DEGREES
            and draft.value > 0
            and (below := self.words.minus_after.match(self.low, hit.end))
        ):
            draft.end = below.end()
            self.negate(draft)
        draft.at = hit.stem_end
        self._and_half(draft)
        self._rate(draft)
        self.bound_behind(draft, hit)
        if draft.kind == "magnitude":
            draft.counted = "magnitude"
        elif draft.kind == "length" and self._deep(draft):
            draft.counted = "depth"
        elif draft.kind == "duration" and (old := self.words.old.match(self.low, draft.end)):
            draft.kind = draft.counted = "age"
            draft.end = old.end()
        return True

    def negate(self, draft: Draft) -> None:
        """Makes the number a negative one."""
        draft.value = -draft.value
        draft.low, draft.high = (
            None if draft.high is None else -draft.high,
            None if draft.low is None else -draft.low,
        )

    def _rate(self, draft: Draft) -> None:
        """ "Saatte 120 kilometre", "500,000 barrels a day": a measure by the time it takes."""
        time = None
        if after := self.words.per_after.match(self.low, draft.end):
            time = self.words.units.at(self.low, after.end())
        left = self.left(draft.start, _PER_REACH)
        before = next((unit for pattern, unit in self.words.per_before if pattern.search(left)), None)
        rate = f"{draft.unit}_per_{time.name if time else before}"
        if rate not in self.words.table.units:
            return
        draft.unit, draft.kind = rate, self.words.table.units[rate].kind
        if time is not None:
            draft.end = draft.at = time.end

    def _and_half(self, draft: Draft) -> None:
        """ "An hour and a half"."""
        half = self.words.and_half.match(self.low, draft.end)
        if half is not None and draft.value == int(draft.value) and not draft.extra:
            draft.value = draft.low = draft.high = draft.value + 0.5
            draft.end = half.end()

    def _deep(self, draft: Draft) -> bool:
        first, last = draft.sentence
        around = self.low[max(first, draft.start - 80) : min(last, draft.end + 25)]
        return self.words.depth.search(around) is not None
