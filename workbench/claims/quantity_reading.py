"""Reads what stands around one number: bounds, units, the noun counted and its side."""

from __future__ import annotations

import re

from workbench.claims.quantity_draft import Draft
from workbench.claims.quantity_shares import Shares
from workbench.claims.quantity_units import Measured
from workbench.claims.quantity_words import REACH, Hit, Words

_STEP = re.compile(r"[ -]?[^\W\d_]+(?:'[^\W\d_]+|-?\d+[^\W\d_]{0,3}(?!\w))?")
_MAX_STEPS = 5
_MAX_UNKNOWN = 3


class Around(Measured):
    """The words around the numbers of one stretch of text."""

    def __init__(self, plain: str, low: str, words: Words) -> None:
        super().__init__(plain, low, words)
        self.shares = Shares(low, words)

    def read(self, draft: Draft) -> None:
        """Fills in everything that the number's own surroundings say."""
        if not self.percent(draft) and not self.age(draft) and not self.multiple(draft):
            self.bound_after(draft, draft.numeral.end)
            part = draft.numeral.fraction or 0 < draft.value < 1
            if part and draft.at == draft.numeral.stop:
                draft.at = self.shares.link(draft.numeral)
            measured = self.magnitude(draft) or self.measure(draft)
            if not measured and draft.numeral.fraction:
                self.shares.read(draft)
            elif not measured:
                self.count(draft)
        self._left(draft)
        self._headed(draft)
        self._each(draft)
        draft.further = draft.further or self._further(draft)

    def _headed(self, draft: Draft) -> None:
        """ "The bodies of 12 people": the noun that owns those counted stands before the number."""
        if draft.unit != "person" or draft.kind != "noun":
            return
        word = self.words.head_before.search(self.left(draft.start))
        hit = word and self.words.nouns.at(word.string, word.start())
        if hit and self.words.table.nouns[hit.name].head:
            draft.unit, draft.counted, draft.general = hit.name, hit.name, False

    def _further(self, draft: Draft) -> bool:
        """ "6 kişi daha", "six more people": on top of another number."""
        if draft.kind != "noun":
            return False
        found = self.words.further_after.search(self.low, draft.numeral.stop, draft.end + REACH)
        return found is not None and found.start() <= draft.end + 1

    def count(self, draft: Draft) -> None:
        """Finds the noun that the number counts, and its side."""
        place, unknown, side, described = draft.at, 0, None, False
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
            if hit and self._classifies(hit):
                self._count(draft, hit)
                place = hit.end
                continue
            if hit and (owned_by := self._described_people(hit)):
                side = owned_by[1] or side
                self._count(draft, owned_by[0])
                break
            if hit and not (step and self._leaves(hit) and not described):
                self._count(draft, self._head(hit))
                break
            described = self.words.adjective.fullmatch(text) is not None
            state = self.words.sides.at(self.low, begins)
            if state is None and self.plain[begins].isupper():
                state = self.words.peoples.at(self.low, begins)
            if state is not None:
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

    def _described_people(self, hit: Hit) -> tuple[Hit, str | None] | None:
        """ "19 ölü Rus askerinin cenazesi": what befell people describes them; their bodies are counted."""
        if hit.name not in self.words.table.outcomes or hit.end > hit.stem_end:
            return None
        state = self.words.sides.at(self.low, hit.end + 1)
        people = self.words.nouns.at(self.low, (state or hit).end + 1)
        if people is None or self.words.unit_of(people.name) != "person":
            return None
        head = self._head(people)
        if not self.words.table.nouns[head.name].head:
            return None
        return head, state.name if state else None

    def _classifies(self, hit: Hit) -> bool:
        """ "30 adet tank": the next noun says what is counted."""
        return self.words.table.nouns[hit.name].classifier and hit.end == hit.stem_end

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
            if following and self.words.table.nouns[following.name].head:
                return following
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
        self.bound_behind(draft, hit)

    def _left(self, draft: Draft) -> None:
        words = self.words
        for _ in range(4):
            left = self.left(draft.start)
            if not words.any_before.search(left):
                draft.part = draft.part or (draft.kind == "noun" and bool(words.parts_before.search(left)))
                break
            for pattern, modifier in words.bounds_before:
                if (found := pattern.search(left)) and not self._fronted(draft, found, left):
                    if modifier != "about" or draft.modifier == "exactly":
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
            draft.part = draft.kind in ("", "noun")
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
