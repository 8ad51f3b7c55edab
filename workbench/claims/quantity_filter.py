"""Numbers that count nothing: years, names of models, scores, telephone numbers, list numbers, articles."""

from __future__ import annotations

import re

from workbench.claims.numeral import Numeral
from workbench.claims.quantity_draft import Draft
from workbench.claims.quantity_shares import Shares
from workbench.claims.quantity_words import Words

_YEARS = range(1500, 2200)
_LIST_NUMBERS = range(51)
_MEASURES = ("duration", "money", "length", "measure")
_SCORE = re.compile(r"(?<![\w.,])\d{1,3} ?[-–:] ?\d{1,3}(?!\w|[.,-]\d)")
_PHONE = re.compile(r"(?<![\w.,])(?:\+\d{1,3}[ -]?|0)?\(?\d{3}\)?[ -]\d{3}[ -]?\d{2}[ -]?\d{2}(?!\w)")
_DATE = re.compile(r"(?<![\w.,])\d{1,4}([./-])\d{1,2}\1\d{2,4}(?!\w)")
_PLATE = re.compile(r"(?<![\w.,])(?:0[1-9]|[1-7]\d|8[01]) ?[A-Z]{1,3} ?\d{2,5}(?![\w.,]\d|\w)")
"""Turkish number plates: province, letters, digits."""
_DIGITS = re.compile(r"\d[\d–+-]")
_RESULT = re.compile(r"(?<![\w.,/-])(\d{1,3})[-–](\d{1,3})(?![\d/-]|[.,]\d)")
_DRAW = 20
"""Equal numbers above this are exchanged, not scored."""
_SUM = re.compile(r"(?<![\w.,+])\d\+\d(?!\d)|(?<=\d)\+\d+(?!\w)")
"""Rooms of a flat ("3+1"), and the one vote of "50+1"."""
_CODE = re.compile(r"(?<![^\W_])[^\W\d_][\w&]*[-–]$")
_NAMED = re.compile(r"(?<![\w'])[^\W\d_][^\W_]*[  ]$")
_WORD = re.compile(r" ?([^\W\d_]+)")


def shapes(plain: str, low: str) -> list[tuple[int, int]]:
    """Spans of written-out dates, telephone numbers and plates, which hold no numbers of their own."""
    if not _DIGITS.search(low):
        return []
    found = [match.span() for pattern in (_DATE, _PHONE) for match in pattern.finditer(low)]
    found += [match.span() for match in _PLATE.finditer(plain)]
    found += [match.span() for match in _SUM.finditer(low)]
    return found + [match.span() for match in _RESULT.finditer(low) if _is_result(match)]


def _is_result(match: re.Match[str]) -> bool:
    """True for "3-1" and "2-2", which are no range, as "25-30" is."""
    first, second = int(match[1]), int(match[2])
    return first > second or first == second < _DRAW


class Filter:
    """Decides, before and after a number's surroundings are read, whether it is a quantity at all."""

    def __init__(self, plain: str, low: str, words: Words) -> None:
        self.plain, self.low, self.words = plain, low, words
        self.shares = Shares(low, words)

    def before(self, draft: Draft) -> bool:
        """True where the number is none whatever follows ("Su-35", "2 katlı", "yüz yüze")."""
        low, numeral = self.low, draft.numeral
        if numeral.fraction and not self.shares.proved(numeral):
            return True
        if numeral.suffix == "ordinal" or (numeral.suffix == "plural" and not self._passed(numeral)):
            return True
        left = low[max(0, draft.start - 24) : draft.start]
        single = draft.value == 1 and low[numeral.end : numeral.end + 1] == " " and self._person(numeral)
        if (self.words.attributes.match(low, numeral.end) and not single) or (
            self.words.periods.search(left) and not self._person(numeral)
        ):
            return True
        if numeral.written == "digits" and _CODE.search(left):
            return True
        if self.words.labels.search(left) and not numeral.decimals:
            return True
        if self._month(draft):
            return True
        if low[numeral.end : numeral.end + 1].isalpha() and numeral.stop == numeral.end:
            signed = self.words.symbol_after.match(self.plain, numeral.end)
            return signed is None and self.words.units.at(low, numeral.end) is None
        return self._year(draft) or self._proper(draft)

    def _passed(self, numeral: Numeral) -> bool:
        """ "300 binleri geçti" bounds a number; "90'ları geçti" are years."""
        if numeral.written == "digits":
            return False
        return any(pattern.match(self.low, numeral.end) for pattern, _ in self.words.bounds_after)

    def _person(self, numeral: Numeral) -> bool:
        hit = self.words.nouns.at(self.low, numeral.end + 1)
        return hit is not None and self.words.unit_of(hit.name) == "person"

    def _month(self, draft: Draft) -> bool:
        """A day number, also before a heading that lost its line break ("2 HAZİRANRusya")."""
        if draft.numeral.written != "digits":
            return False
        if found := self.words.month_after.match(self.low, draft.numeral.end):
            month = self.low.index(" ", found.start()) + 1
            return self.plain[month].isupper() or not self.words.language.calendar.capitalised
        found = self.words.month_glued.match(self.low, draft.numeral.end)
        return found is not None and self.plain[found.end() : found.end() + 1].isupper()

    def _year(self, draft: Draft) -> bool:
        numeral = draft.numeral
        if numeral.written != "digits" or numeral.grouped or numeral.decimals or draft.extra:
            return False
        if int(numeral.value) not in _YEARS or numeral.end - numeral.start != 4:
            return False
        if numeral.suffix == "distributive":
            return False
        left = self.low[max(0, draft.start - 24) : draft.start]
        if any(pattern.search(left) for pattern, _ in self.words.bounds_before):
            return False
        if any(pattern.match(self.low, numeral.end) for pattern, _ in self.words.bounds_after):
            return False
        place = numeral.stop + 1
        if self.words.percent_before.search(left) or self.words.symbol_before.search(left):
            return False
        for _ in range(2):
            if unit := self.words.units.at(self.low, place):
                return unit.name in ("year", "month", "day")
            if noun := self.words.nouns.at(self.low, place):
                return self.words.series.at(self.low, place) is not None or noun.name == "type"
            side = self.words.sides.at(self.low, place)
            if side is None:
                break
            if self.words.plain_person.fullmatch(self.low[side.start : side.end]):
                return False
            place = side.end + 1
        return True

    def _proper(self, draft: Draft) -> bool:
        """A word-number inside a name ("Muhammed bin Selman")."""
        if draft.numeral.written != "words" or draft.numeral.words > 1:
            return False
        following = _WORD.match(self.plain, draft.numeral.stop)
        if following is None or not following[1][0].isupper() or self._known(following.start(1)):
            return False
        left = _NAMED.search(self.plain[max(0, draft.start - 24) : draft.start])
        own = self.plain[draft.start].isupper()
        if self.words.language.core.capital_nouns and not own:
            return False
        return (left is not None and left.group()[0].isupper()) or (own and draft.start > 0)

    def _known(self, place: int) -> bool:
        words = (self.words.sides, self.words.nouns, self.words.units)
        return any(stems.at(self.low, place) for stems in words)

    def after(self, draft: Draft) -> bool:
        """True where nothing around the number makes it a quantity."""
        numeral = draft.numeral
        word = numeral.written == "words" and numeral.words == 1
        if draft.part and not draft.bare:
            return False
        if draft.value == 2 and word and not numeral.vague and self.words.dual.at(self.low, numeral.stop + 1):
            return True
        if word and draft.value == 1 and not draft.extra:
            return self._article(draft)
        if numeral.fraction or numeral.vague:
            return draft.bare
        if word and draft.value != int(draft.value) and draft.kind not in _MEASURES:
            return True
        inflected = numeral.suffix not in ("", "distributive", "adjectival")
        if word and inflected and draft.modifier == "exactly" and not draft.part and not draft.each:
            return True
        if self._listed(draft) or (draft.bare and draft.extra and self._score(draft)):
            return True
        if not draft.bare or draft.each or draft.part or draft.total or draft.modifier != "exactly":
            return False
        return word or self._label(draft)

    def _article(self, draft: Draft) -> bool:
        """ "bir" is a number only before a measure, or before what a clause says something befell."""
        if draft.kind == "duration":
            return draft.modifier == "exactly" and not self.words.one_after.match(self.low, draft.at)
        if draft.kind in ("money", "length", "measure"):
            return draft.kind == "length"
        if draft.modifier != "exactly" and not draft.bare:
            return False
        return not (draft.kind == "noun" and draft.joined)

    def _label(self, draft: Draft) -> bool:
        """A bare number that numbers a thing: after a name, with leading zeros, in a score, a date."""
        numeral, plain = draft.numeral, self.plain
        if numeral.written != "digits":
            return False
        left = plain[max(0, draft.start - 24) : draft.start]
        if plain[numeral.start] == "0" and not numeral.decimals and numeral.end - numeral.start > 1:
            return True
        if self._score(draft):
            return True
        named = _NAMED.search(left)
        behind = plain[numeral.stop + 1 : numeral.stop + 2]
        counted = self.words.language.core.capital_nouns and behind.isupper()
        if (
            named
            and not counted
            and named.group()[0].isupper()
            and not self.words.calendar.search(self.words.language.lower(left).strip())
        ):
            if len(named.group().strip()) > 1 and not numeral.decimals and named.group().strip().isupper():
                return True
            counts = draft.value > _LIST_NUMBERS[-1] and plain[numeral.stop + 1 : numeral.stop + 2].islower()
            return not counts and not numeral.decimals and numeral.suffix in ("", "locative", "genitive")
        return self.words.month_before.search(self.low, max(0, draft.start - 12), draft.start) is not None

    def _listed(self, draft: Draft) -> bool:
        """The number of a list's entry: first of its line, before a sentence that begins with a capital."""
        plain, place = self.plain, draft.numeral.end
        if draft.numeral.written != "digits" or draft.value not in _LIST_NUMBERS:
            return False
        if plain[max(0, draft.numeral.start - 40) : draft.numeral.start].rpartition("\n")[2].strip():
            return False
        entry = plain[place : place + 120].partition("\n")[0]
        if entry[:2] in (") ", ". ", "- "):
            return True
        first, _, rest = entry.strip().partition(" ")
        named = self.words.sides.at(self.low, place + 1) or self.words.peoples.at(self.low, place + 1)
        if entry[:1] != " " or not first[:1].isupper() or named:
            return False
        if self.words.language.core.capital_nouns and self._known(place + 1):
            return False
        return any(word[0].islower() for word in rest.split())

    def _score(self, draft: Draft) -> bool:
        around = self.low[max(0, draft.start - 6) : draft.numeral.end + 6]
        return _SCORE.search(around) is not None
