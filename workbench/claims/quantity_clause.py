"""What a clause lends to the numbers in it: units of neighbours, outcomes, sides, parts, totals."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from workbench.claims.numeral import Numeral
from workbench.claims.quantity_draft import Draft
from workbench.claims.quantity_ellipsis import lend
from workbench.claims.quantity_ranges import Ranges
from workbench.claims.quantity_words import Words

_BREAK = re.compile(r"[.;!?](?=[\s\"'”]|$)|,(?=\s)|\n\n|\"(?= )")
_CLAUSE = re.compile(r"[,;:](?=\s)")
_HARD = re.compile(r"[;!?]|[.](?=\s)")
_LAST_WORD = re.compile(r"(\w+) $")
FURTHER = "additional"
"""Qualifier of a number that comes on top of another ("6 kişi daha"): never compared with the whole."""
_RELEASED = "released"
"""What befell those whom two sides hand over, too: there they stay prisoners."""
_WINDOW = 90
"""Characters behind a noun in which its clause's verb is looked for."""
_FAR = 300
"""Characters of a sentence around a number that are read for what the sentence is about."""
_NEAR = 12
"""Numbers looked back over for the whole that a part belongs to."""
_CARRY = 60
"""Characters between a part and its whole, and around a number of times."""
_WORDS = re.compile(r"[^\W\d_]+")
_NEAR_WORDS = 6
"""Words behind a part in which it says what sets it apart ("in serious condition")."""


class Clauses:
    """Completes the drafts of one stretch of text; `ends` are its sentence ends."""

    def __init__(self, plain: str, low: str, words: Words, ends: Sequence[int]) -> None:
        self.plain, self.low, self.words, self.ends = plain, low, words, ends
        self.ranges = Ranges(low, words)

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence that holds `place`."""
        index = bisect_right(self.ends, place)
        first = self.ends[index - 1] if index else 0
        return first, self.ends[index] if index < len(self.ends) else len(self.low)

    def draft(self, numeral: Numeral) -> Draft:
        """A fresh draft for one numeral."""
        value = numeral.value
        sentence = self.sentence(numeral.start)
        return Draft(numeral, value, value, value, numeral.start, numeral.stop, numeral.stop, sentence)

    def complete(self, drafts: Sequence[Draft]) -> None:
        """Everything that needs more than one number, or the clause's verb."""
        self._thresholds(drafts)
        self._times(drafts)
        lend(self.low, self.plain, self.words, drafts)
        self.ranges.changed(drafts)
        for index, draft in enumerate(drafts):
            self._ages(draft, drafts[index - 1] if index else None)
            self.outcome(draft, drafts[index + 1] if index + 1 < len(drafts) else None)
            if index and draft.bare:
                self._subject(draft, drafts[index - 1])
        for draft in drafts:
            if draft.after is not None:
                draft.counted, draft.general = draft.after.counted, draft.after.general
            if draft.further:
                draft.qualifier = draft.qualifier or FURTHER
        for index in range(len(drafts) - 2, -1, -1):
            self._share_outcome(drafts[index], drafts[index + 1])
        for index in range(len(drafts)):
            self._part(drafts, index)
        for draft in drafts:
            self._swap(draft)

    def _thresholds(self, drafts: Sequence[Draft]) -> None:
        """ "4.0 ve üzeri" limits a class and counts nothing."""
        for draft in drafts:
            found = self.words.threshold.match(self.low, draft.numeral.stop)
            limits = found is not None and draft.numeral.decimals and not draft.extra
            if found and limits and draft.kind in ("", "magnitude", "noun"):
                draft.dropped = True
                draft.qualifier = self.plain[draft.numeral.start : found.end()]

    def _times(self, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            hit = self.words.times.at(self.low, draft.numeral.stop + 1)
            end = hit.end if hit else draft.numeral.end if draft.numeral.repeats else None
            if end is None or not (draft.bare or draft.kind == "noun"):
                continue
            first, last = draft.sentence
            around = self.low[max(first, draft.start - _CARRY) : min(last, end + 40)]
            calls = self.words.calls.search(around) is not None
            draft.unit, draft.counted = ("call", "phone_call") if calls else ("time", None)
            draft.kind, draft.end, draft.side, draft.general = "times", end, None, False

    def _ages(self, draft: Draft, previous: Draft | None) -> None:
        """ "81 yaşındaki bir kişi" and "2 katlı bir dükkân": what is described so particularly is counted."""
        if draft.kind != "noun" or draft.value != 1:
            return
        aged = previous is not None and previous.kind == "age" and 0 <= draft.start - previous.end <= 1
        described = self.words.described.search(self.low[max(0, draft.start - 24) : draft.start])
        draft.joined = draft.joined or aged or described is not None

    def _clause_end(self, place: int, limit: int) -> int:
        found = _BREAK.search(self.low, place, min(limit, place + _WINDOW))
        return found.start() if found else min(limit, place + _WINDOW)

    def outcome(self, draft: Draft, following: Draft | None) -> None:
        """Reads from the clause's verb what befell those counted; `following` is the next number."""
        if draft.bare and not draft.dropped:
            self._nameless(draft)
        if draft.kind != "noun" or draft.dropped:
            return
        noun = self.words.table.nouns.get(draft.counted or "")
        if noun is None or not (draft.general or noun.unit in ("", "person")):
            return
        person = noun.unit == "person"
        limit, place = draft.sentence[1], draft.end
        if aside := self.words.aside.match(self.low, draft.end, limit):
            place = aside.end()
        if following is not None and following.start >= place:
            limit = min(limit, following.start)
        stop = self._clause_end(place, limit)
        if following is not None and following.part and self.low[draft.end : draft.end + 2] == ", ":
            stop = self._clause_end(self._clause_end(following.end, draft.sentence[1]) + 1, draft.sentence[1])
        left = self.low[max(draft.sentence[0], draft.start - 40) : draft.start]
        best: tuple[int, str] | None = None
        described: tuple[int, str] | None = None
        for fate in self.words.outcomes:
            if person == fate.things or (person and not draft.general):
                continue
            if draft.each and fate.name == _RELEASED:
                continue
            if fate.before is not None and fate.before.search(left):
                best = (-1, fate.name)
                break
            if fate.participle is not None and fate.participle.search(left):
                described = (-1, fate.name)
            if fate.inside is not None and fate.inside.search(self.low, draft.numeral.stop, draft.end):
                best, draft.joined = (-1, fate.name), True
                break
            found = fate.verb.search(self.low, place, stop)
            if found and (best is None or found.start() < best[0]):
                best = (found.start(), fate.name)
        best = best or described
        if best is None:
            return
        draft.joined = draft.joined or person or draft.numeral.written != "words"
        if person:
            draft.counted, draft.general, draft.unit = best[1], False, "person"
            draft.qualifier = self._manner(draft, best[0]) or draft.qualifier
        else:
            draft.qualifier = " ".join(filter(None, (self._manner(draft, best[0]), best[1])))

    def _manner(self, draft: Draft, verb: int) -> str | None:
        """The quality said right before the verb at `verb`, or before the participle inside a noun phrase."""
        if verb < draft.end:
            return draft.qualifier
        word = _LAST_WORD.search(self.low, draft.end, verb)
        return self.words.table.qualifiers.get(word[1]) if word else None

    def finish(self, draft: Draft) -> None:
        """What the clause says of a number that was read after the others."""
        self.outcome(draft, None)
        self._swap(draft)

    def _nameless(self, draft: Draft) -> None:
        """ "More than 120 were injured": the verb right behind a bare number says what it counts."""
        if draft.numeral.suffix in ("possessive", "locative", "ablative"):
            return
        left = self.low[max(draft.sentence[0], draft.start - 40) : draft.start]
        place = draft.end + 1
        if further := self.words.further_after.match(self.low, place):
            place = further.end() + 1
        told = self.words.any_fate.match(self.low, place) is not None
        for fate in self.words.outcomes:
            behind = told and fate.verb.match(self.low, place)
            if not fate.things and (behind or (fate.before and fate.before.search(left))):
                draft.unit, draft.counted, draft.kind, draft.joined = "person", fate.name, "noun", True
                draft.further = draft.further or further is not None
                return

    def _subject(self, draft: Draft, previous: Draft) -> None:
        """ "900 residents were moved and 300 have left": the number is the subject, of people as before."""
        if draft.dropped or draft.numeral.decimals or previous.unit != "person":
            return
        gap = self.low[previous.end : draft.start]
        near = draft.sentence == previous.sentence and len(gap) <= _WINDOW
        if near and not _HARD.search(gap) and self.words.subject_of.match(self.low, draft.end):
            draft.unit, draft.counted, draft.kind, draft.general = "person", "person", "noun", True
            self.outcome(draft, None)

    def _share_outcome(self, draft: Draft, following: Draft) -> None:
        """ "3 bina ile 1 dükkânın yıkıldığını": the verb holds for both."""
        if draft.kind != "noun" or following.kind != "noun" or draft.sentence != following.sentence:
            return
        gap = self.low[draft.end : following.start]
        things = draft.unit != "person" and gap == " " and draft.at == draft.end
        if not (things or self.words.coordination.match(gap)) or len(gap) > 40:
            return
        if following.qualifier and draft.qualifier is None and draft.unit != "person":
            draft.qualifier = following.qualifier
        outcome = following.counted in self.words.table.outcomes
        if draft.general and outcome and draft.unit == "person" and gap.strip() != ",":
            draft.counted, draft.general = following.counted, False
        draft.joined = draft.joined or following.joined

    def _part(self, drafts: Sequence[Draft], index: int) -> None:
        """ "12'si metruk toplam 16 bina": a number with a possessive ending is a part of another one."""
        draft = drafts[index]
        owned = draft.numeral.suffix == "possessive" and draft.modifier == "exactly" and not draft.each
        if draft.of_whole:
            draft.qualifier = draft.qualifier or self._qualifier(draft, named=False)
            return
        if not owned or draft.dropped or draft.kind not in ("", "noun") or draft.value != int(draft.value):
            return
        whole = self._whole(drafts, index) or self._of_the_same(drafts, index)
        if whole is None and draft.bare and draft.numeral.written == "words":
            return
        if whole is None and draft.numeral.written == "words":
            return
        draft.part = True
        if index + 1 < len(drafts) and drafts[index + 1].dropped and drafts[index + 1].qualifier:
            draft.qualifier = drafts[index + 1].qualifier
        if whole is not None and (draft.bare or draft.unit != "person"):
            draft.end, draft.qualifier = draft.numeral.stop, None if not draft.qualifier else draft.qualifier
            draft.unit, draft.counted, draft.side = whole.unit, whole.counted, whole.side
            draft.kind = "noun"
            if whole.start < draft.start:
                self._own_toll(draft)
        if draft.part and draft.qualifier is None:
            draft.qualifier = self._qualifier(draft)

    def _own_toll(self, draft: Draft) -> None:
        """ "42 yolcudan 6'sı öldü": the dead among those counted are the dead, as in "6 yolcu öldü"."""
        fate = draft.qualifier or self._qualifier(draft, named=False)
        if draft.unit == "person" and fate in self.words.table.outcomes and fate in self.words.table.nouns:
            draft.counted, draft.qualifier, draft.general, draft.part = fate, None, False, False

    def _whole(self, drafts: Sequence[Draft], index: int) -> Draft | None:
        draft = drafts[index]
        before = [
            d
            for d in drafts[max(0, index - _NEAR) : index]
            if d.kind == "noun" and not d.part and not d.dropped
        ]
        if before and draft.start - before[-1].end <= 1:
            return before[-1]
        for other in drafts[index + 1 : index + _NEAR]:
            gap = self.low[draft.numeral.stop : other.start]
            if len(gap) > _CARRY or _HARD.search(gap) or other.sentence != draft.sentence:
                break
            if other.kind == "noun" and other.value > draft.value and "," not in gap:
                return other
        return before[-1] if before else None

    def _of_the_same(self, drafts: Sequence[Draft], index: int) -> Draft | None:
        """ "Oyların 900'ü geçerli, 40'ı geçersiz": the part before, whose whole is this one's too."""
        draft, previous = drafts[index], drafts[index - 1] if index else None
        if previous is None or not draft.bare or not previous.of_whole or previous.sentence != draft.sentence:
            return None
        return previous if draft.start - previous.end <= _CARRY else None

    def _qualifier(self, draft: Draft, *, named: bool = True) -> str | None:
        """What sets a part apart: what befell it, a known quality, or (`named`) the word right behind it."""
        stop = self._clause_end(draft.numeral.stop, draft.sentence[1])
        for fate in self.words.outcomes:
            verb = fate.verb.search(self.low, draft.numeral.stop, stop)
            if verb and verb.start() < draft.numeral.stop + 30 and fate.name != draft.counted:
                return fate.name
        for word in _WORDS.findall(self.low, draft.numeral.stop, stop)[:_NEAR_WORDS]:
            if word in self.words.table.qualifiers:
                return self.words.table.qualifiers[word]
        found = re.match(r" ([^\W\d_]+)", self.low[draft.numeral.stop : draft.numeral.stop + 40])
        if found is None or not named or found[1] in self.words.tells_nothing:
            return None
        if draft.kind == "noun" and draft.end >= draft.numeral.stop + len(found[0]):
            return None
        return self.words.table.qualifiers.get(found[1], found[1])

    def _swap(self, draft: Draft) -> None:
        """People of a clause about a swap are prisoners of war."""
        named = draft.general and draft.counted in ("person", "soldier", "prisoner")
        named = named or draft.counted == _RELEASED
        nameless = draft.each and (draft.bare or draft.counted == "swap")
        if draft.dropped or not (named or nameless):
            return
        first, last = max(draft.sentence[0], draft.start - _FAR), min(draft.sentence[1], draft.end + _FAR)
        if named:
            first = max(first, *(self.low.rfind(mark, first, draft.start) for mark in (", ", "; ", ": ")))
            right = _CLAUSE.search(self.low, draft.end, last)
            last = right.start() if right else last
        if self.words.swap.search(self.low, first, last):
            draft.unit, draft.counted, draft.kind = "person", "prisoner_of_war", "noun"
