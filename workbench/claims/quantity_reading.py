"""Reads what stands around one number: bounds, units, the noun counted and its side."""

from __future__ import annotations

import re

from workbench.claims.quantity_draft import Draft
from workbench.claims.quantity_words import REACH, Hit, Words

_STEP = re.compile(r"[ -]?[^\W\d_]+(?:'[^\W\d_]+)?")
_MAX_STEPS = 5
_MAX_UNKNOWN = 3
_SMALL = 10
"""A magnitude is below this."""


class Around:
    """The words around the numbers of one stretch of text; `low` is its lower case, `plain` as written."""

    def __init__(self, plain: str, low: str, words: Words) -> None:
        self.plain, self.low, self.words = plain, low, words

    def read(self, draft: Draft) -> None:
        """Fills in everything that the number's own surroundings say."""
        if not self._percent(draft) and not self._age(draft):
            self._bound_after(draft, draft.numeral.end)
            if not self._magnitude(draft) and not self._measure(draft):
                self._noun(draft)
        self._left(draft)
        self._each(draft)
        draft.further = draft.further or self._further(draft)

    def _further(self, draft: Draft) -> bool:
        """ "6 kişi daha", "six more people": on top of another number."""
        if draft.kind != "noun":
            return False
        found = self.words.further_after.search(self.low, draft.numeral.stop, draft.end + REACH)
        return found is not None and found.start() <= draft.end + 1

    def left(self, place: int, reach: int = REACH) -> str:
        """The text of the same stretch right before `place`."""
        return self.low[max(0, place - reach) : place]

    def _percent(self, draft: Draft) -> bool:
        before = self.words.percent_before.search(self.left(draft.start, 8))
        after = self.words.percent_after.match(self.low, draft.numeral.end)
        if not before and not after:
            return False
        draft.unit, draft.kind = "percent", "percent"
        if before:
            draft.start -= len(before.group())
            draft.end = max(draft.end, draft.numeral.stop)
        if after:
            draft.end = max(draft.end, after.end())
        self._bound_after(draft, draft.numeral.end if before else draft.end)
        return True

    def _age(self, draft: Draft) -> bool:
        for pattern in self.words.age:
            if found := pattern.match(self.low, draft.numeral.end):
                draft.unit, draft.counted, draft.kind = "year", "age", "age"
                draft.end = found.end()
                return True
        return False

    def _bound_after(self, draft: Draft, place: int) -> int:
        """Reads a bound that follows at `place`; returns where reading goes on."""
        for pattern, modifier in self.words.bounds_after:
            if found := pattern.match(self.low, place):
                draft.bound(modifier)
                last = self._unglued(found.end(), place)
                draft.end, draft.at = max(draft.end, last), max(draft.at, last)
                break
        return draft.at

    def _unglued(self, end: int, start: int) -> int:
        """Where a word ends that lost its line break ("aştıDışişleri")."""
        for place in range(start + 1, end):
            if self.plain[place].isupper() and self.plain[place - 1].islower():
                return place
        return end

    def _magnitude(self, draft: Draft) -> bool:
        numeral = draft.numeral
        small = 0 <= draft.value < _SMALL
        if not small:
            return False
        sentence = self.low[max(draft.sentence[0], draft.start - REACH) : draft.start]
        named = self.words.magnitude_before.search(sentence)
        largest = numeral.decimals and self.words.superlative.search(sentence)
        quake = numeral.suffix == "adjectival" and (numeral.decimals or self._quake(draft.at))
        direct = named is not None and (numeral.decimals or named.end() - named.start() < 14)
        if not (direct or largest or quake) or self._unit_at(draft.at):
            return False
        draft.unit, draft.kind, draft.counted = "magnitude", "magnitude", "magnitude"
        draft.end = max(draft.end, numeral.stop)
        if named and named.end() - named.start() < 14:
            draft.start -= len(named.group())
        return True

    def _quake(self, place: int) -> bool:
        hit = self.words.nouns.at(self.low, place + 1)
        return hit is not None and hit.name in ("earthquake", "aftershock")

    def _unit_at(self, place: int) -> Hit | None:
        low, units = self.low, self.words.units
        for begins in (place + 1, place):
            if begins > place and low[place : place + 1] not in (" ", "-"):
                continue
            if hit := units.at(low, begins):
                return hit
            if hit := self.words.sides.at(low, begins):
                after = units.at(low, hit.end + 1)
                if after and self.words.table.units[after.name].kind == "money":
                    return after
        return None

    def _measure(self, draft: Draft) -> bool:
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
        draft.at = hit.stem_end
        self._bound_after(draft, hit.stem_end)
        if draft.kind == "magnitude":
            draft.counted = "magnitude"
        elif draft.kind == "length" and self._deep(draft):
            draft.counted = "depth"
        return True

    def _deep(self, draft: Draft) -> bool:
        first, last = draft.sentence
        around = self.low[max(first, draft.start - 80) : min(last, draft.end + 25)]
        return self.words.depth.search(around) is not None

    def _noun(self, draft: Draft) -> None:
        place, unknown, side = draft.at, 0, None
        numeral = draft.numeral
        owned = numeral.suffix in ("possessive", "genitive", "accusative") and draft.modifier == "exactly"
        for step in range(_MAX_STEPS):
            begins = place + 1 if self.low[place : place + 1] in (" ", "-") else place
            word = _STEP.match(self.low, place)
            if word is None or (begins == place and step == 0 and self.plain[begins : begins + 1].isalnum()):
                break
            text = word.group().strip(" -")
            if text in self.words.skip:
                break
            hit = None if owned and step else self.words.nouns.at(self.low, begins)
            if hit and not (step and self._leaves(hit)):
                self._count(draft, self._head(hit))
                break
            if state := self.words.sides.at(self.low, begins):
                side = state.name
                person = self.words.plain_person.fullmatch(text)
                place = state.end
                if person:
                    draft.side, draft.unit, draft.counted = side, "person", "person"
                    draft.general, draft.kind, draft.end = True, "noun", state.end
                continue
            if qualifier := self.words.table.qualifiers.get(text):
                draft.qualifier = qualifier
                place = word.end()
                continue
            unknown += 1
            if unknown > _MAX_UNKNOWN or owned or "'" in text or (draft.kind == "noun" and step > 2):
                break
            place = word.end()
        if draft.kind == "noun":
            draft.side = side

    def _leaves(self, hit: Hit) -> bool:
        """True for a noun in a case that ends the number's own noun phrase ("18 ... hastanede")."""
        ending = self.low[hit.stem_end : hit.end]
        return self.words.leaves.fullmatch(ending) is not None

    def _head(self, hit: Hit) -> Hit:
        """The noun that owns the count: itself, or the one that it belongs to ("askerin cenazesi")."""
        ending = self.low[hit.stem_end : hit.end]
        place = hit.end
        owner = self.words.owner
        if owner is not None and ending and not owner.fullmatch(ending):
            following = self.words.nouns.at(self.low, place + 1)
            return following if following and self.words.compound(self.low, hit, following) else hit
        for _ in range(2):
            following = self.words.nouns.at(self.low, place + 1)
            if following and self.words.table.nouns[following.name].head:
                return following
            if following and self.words.compound(self.low, hit, following):
                return following
            step = _STEP.match(self.low, place)
            if step is None:
                break
            place = step.end()
        return hit

    def _count(self, draft: Draft, hit: Hit) -> None:
        noun = self.words.table.nouns[hit.name]
        draft.unit, draft.counted = noun.unit or hit.name, hit.name
        draft.general, draft.kind = noun.general, "noun"
        draft.end = hit.end
        draft.at = hit.stem_end
        self._bound_after(draft, hit.stem_end)

    def _left(self, draft: Draft) -> None:
        words = self.words
        for _ in range(4):
            left = self.left(draft.start)
            for pattern, modifier in words.bounds_before:
                if (found := pattern.search(left)) and not self._fronted(draft, found, left):
                    draft.bound(modifier)
                    draft.start -= len(left) - found.start()
                    break
            else:
                if not self._signs(draft, left):
                    break
        if words.total_after.match(self.low, draft.end):
            draft.total = True

    def _signs(self, draft: Draft, left: str) -> bool:
        words = self.words
        if found := words.total_before.search(left):
            draft.total = True
        elif found := words.each_before.search(left):
            draft.each = draft.kind in ("", "noun")
        elif found := words.parts_before.search(left):
            draft.part = draft.kind == "noun"
            return False
        elif found := words.further_before.search(left):
            draft.further = True
            draft.start -= len(left) - found.start()
            return True
        if found is None or not (draft.total or draft.each):
            return False
        draft.start -= len(left) - found.start()
        return True

    def _fronted(self, draft: Draft, found: re.Match[str], left: str) -> bool:
        """ "Over three days, ..." opens a sentence as a preposition of time and bounds nothing."""
        first = draft.start - len(left) + found.start()
        if draft.kind != "duration" or not self.words.fronted.fullmatch(found.group().strip()):
            return False
        return self.plain[first].isupper()

    def _each(self, draft: Draft) -> None:
        numeral = draft.extra[-1] if draft.extra else draft.numeral
        if numeral.suffix == "distributive":
            draft.each = True
        elif draft.kind in ("", "noun") and self.words.each_after.match(self.low, draft.numeral.stop):
            following = self.words.each_after.match(self.low, draft.numeral.stop)
            draft.each = following is not None and not any(ch.isdigit() for ch in following.group())
            if draft.each and following is not None:
                draft.end = max(draft.end, following.end())
        if draft.each:
            draft.side = "each"
