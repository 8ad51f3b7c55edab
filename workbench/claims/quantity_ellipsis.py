"""What numbers leave unsaid because a neighbour or the words before them say it.

The noun may stand before the number ("ölenlerin sayısı 12'ye"), with the next number of a list ("4,4,
ötekine göre 4,7 büyüklüğünde"), with the number before ("EMSC ise 6,9 ölçtü"), or with the whole that
the number is a part of ("three of the injured").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.claims.quantity_draft import Draft
from workbench.claims.quantity_words import Hit, Words

_HARD = re.compile(r"[;!?]|[.](?=\s)")
_JOINED = re.compile(r"[-/]$")
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_MARK = re.compile(r"[,;](?=\s)")
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:!?…)\"”]|$|\n)")
_LABEL = re.compile(r"(?:^|[\n;,•|(/-] ?|[.!?] )(?P<label>[^\W\d_]+(?: [^\W\d_]+){0,4}) ?: ?$")
_LABEL_REACH = 60
_LISTS = re.compile(r",|\band\b")
_LIST_REACH = 60
"""Characters between numbers of one list."""
_NAMED_REACH = 120
"""Characters before a number in which the noun may stand that names what it counts."""
_CONTRAST_REACH = 110
"""Characters between two numbers that are set against each other."""
_BEFORE = 4
"""Numbers looked back over for the one that a number is set against."""
_ALIKE = 20.0
"""Numbers of one measure that are set against each other differ by no more than this factor."""


def lend(low: str, plain: str, words: Words, drafts: Sequence[Draft]) -> None:
    """Completes the bare ones of `drafts` (in order) from neighbours and from what stands before them."""
    reader = _Ellipsis(low, plain, words)
    for index, draft in enumerate(drafts):
        reader.tally(draft)
        reader.label(draft)
        reader.part_of(draft, drafts[index - 1] if index else None)
    for index in range(len(drafts) - 2, -1, -1):
        reader.back(drafts[index], drafts[index + 1])
        reader.owner(drafts[index], drafts[index + 1])
    for index in range(1, len(drafts)):
        reader.again(drafts[index], drafts[index - 1])
        reader.age(drafts[index], drafts[index - 1])
        reader.listed(drafts[index], drafts[index - 1])
        reader.forward(drafts[index], drafts[max(0, index - _BEFORE) : index])


def _distance(draft: Draft, other: Draft) -> tuple[bool, float]:
    """How unlike two numbers are: in the way they are written, then by their ratio."""
    low, high = sorted((abs(draft.value), abs(other.value)))
    return draft.numeral.decimals != other.numeral.decimals, high / low


class _Ellipsis:
    def __init__(self, low: str, plain: str, words: Words) -> None:
        self.low, self.plain, self.words = low, plain, words

    def tally(self, draft: Draft) -> None:
        """ "Ölenlerin sayısı 12'ye yükseldi": the noun stands before the number."""
        if draft.dropped or (draft.value == 1 and draft.numeral.written == "words"):
            return
        if not draft.bare and not (draft.general and draft.counted == "person"):
            return
        found = self.words.tally.search(self._named(draft))
        if found is None:
            self._tally_behind(draft)
            return
        named = found["last"] or found["first"] or ""
        hits = [hit for word in _WORD.finditer(named) if (hit := self.words.nouns.at(named, word.start()))]
        if found["last"]:
            hits = [hit for hit in hits if hit.end == len(named)]
        noun = hits[0] if hits else None
        person = noun is None or self.words.unit_of(noun.name) == "person"
        told = found.string[found.start("first") :] if found["first"] else named
        fates = (f for f in self.words.outcomes if f.things != person)
        fate = next(
            (f.name for f in fates if f.verb.search(named) or f.verb.match(told, len(named) + 1)), None
        )
        if noun is not None and (not person or not self.words.table.nouns[noun.name].general or not fate):
            self._count(draft, noun.name)
            draft.qualifier = draft.qualifier or (None if person else fate)
        elif fate is not None:
            self._count(draft, fate)

    def _tally_behind(self, draft: Draft) -> None:
        """ "300 bin olan turist sayısı": what the number was is the number of those."""
        found = self.words.tally_behind.match(self.low, draft.end) if draft.bare else None
        if found and (hit := self.words.nouns.at(self.low, found.start("whole"))):
            self._count(draft, hit.name)

    def label(self, draft: Draft) -> None:
        """ "Geçerli oy: 812.000": the label of a line or of an entry names what is counted."""
        if not draft.bare or draft.dropped or draft.numeral.decimals:
            return
        found = _LABEL.search(self.low, max(0, draft.start - _LABEL_REACH), draft.start)
        if found is None:
            return
        words = [word.start() for word in _WORD.finditer(self.low, *found.span("label"))]
        if self.words.series.at(self.low, words[-1]):
            return
        hit = next((hit for at in reversed(words) if (hit := self.words.nouns.at(self.low, at))), None)
        if hit is not None:
            self._count(draft, hit.name)

    def _named(self, draft: Draft) -> str:
        return self.low[max(draft.sentence[0], draft.start - _NAMED_REACH) : draft.start]

    def _count(self, draft: Draft, counted: str) -> None:
        draft.counted, draft.unit, draft.kind = counted, self.words.unit_of(counted), "noun"
        draft.joined = True

    def part_of(self, draft: Draft, previous: Draft | None) -> None:
        """ "Three of the injured", "two of them": a part of what is named or was counted before."""
        found = self.words.parts_after.match(self.low, draft.numeral.stop)
        if draft.kind == "noun" and found is not None and found["whole"] is None:
            draft.part = True
        if not draft.bare or draft.dropped:
            return
        if draft.numeral.suffix == "possessive" or self.words.owner is None:
            self._part_behind_whole(draft)
        if found is None:
            return
        left = self.low[max(draft.sentence[0], draft.start - _LIST_REACH) : draft.start]
        fates = (f for f in self.words.outcomes if not f.things)
        fate = next((f.name for f in fates if f.before and f.before.search(left)), None)
        if fate is not None:
            self._count(draft, fate)
            return
        if found["whole"] is None:
            near = previous is not None and previous.kind == "noun" and draft.sentence == previous.sentence
            if previous is None and draft.start - draft.sentence[0] < _NAMED_REACH:
                draft.part = draft.of_whole = True
            if previous is None or not near or previous.counted is None or previous.value <= draft.value:
                return
            self._count(draft, previous.counted)
            draft.side, draft.after = previous.side, previous
        elif hit := self._noun_in(found.start("whole"), found.end("whole")):
            self._count(draft, hit.name)
        else:
            return
        draft.part = draft.of_whole = True

    def _part_behind_whole(self, draft: Draft) -> None:
        """ "Yaralılardan 1'inin": the whole is named right before its part, without a number."""
        found = self.words.whole_before.search(self._named(draft))
        if found is None:
            return
        named = found["whole"]
        last = named.rfind(" ") + 1
        fate = next((f.name for f in self.words.outcomes if not f.things and f.verb.search(named)), None)
        if self.words.owner is None:
            if self.words.any_fate.match(self.low, draft.end + 1):
                return
            hits = (self.words.nouns.at(named, word.start()) for word in _WORD.finditer(named))
            noun = next((hit.name for hit in hits if hit), None)
            if noun is None or self.words.unit_of(noun) != "person":
                fate = None
        else:
            noun = hit.name if (hit := self.words.nouns.at(named, last)) else None
            noun, fate = (None, noun) if noun else (None, fate)
        if counted := fate or noun:
            self._count(draft, counted)
            qualities = (self.words.table.qualifiers.get(word.group()) for word in _WORD.finditer(named))
            draft.qualifier = draft.qualifier or next(filter(None, qualities), None)
        # "Vakaların 3 bini geçtiği" says how many they are: the verb takes the number as its object.
        draft.part = draft.of_whole = not draft.bare and draft.modifier != "more_than"

    def _noun_in(self, first: int, last: int) -> Hit | None:
        for word in _WORD.finditer(self.low, first, last):
            if hit := self.words.nouns.at(self.low, word.start()):
                return hit
        return None

    def back(self, draft: Draft, following: Draft) -> None:
        """A bare number takes the unit of the next one of its list."""
        if not draft.bare or following.bare or draft.dropped or draft.sentence != following.sentence:
            return
        gap = self.low[draft.numeral.stop : following.start]
        if len(gap) > _LIST_REACH or _HARD.search(gap) or draft.numeral.suffix in ("possessive", "ablative"):
            return
        if not self.words.alternative.match(gap) or following.part:
            return
        if _JOINED.search(self.plain[max(0, draft.start - 20) : draft.start]):
            return
        draft.side = following.side if draft.side is None else draft.side
        draft.each = draft.each or following.each
        self._take(draft, following)

    def owner(self, draft: Draft, following: Draft) -> None:
        """ "40 Rus askerin, ... 900 Ukraynalı askerin cenazesini": the first ones' bodies, too."""
        head = self.words.table.nouns.get(following.counted or "")
        if self.words.owner is None or head is None or not head.head or draft.sentence != following.sentence:
            return
        ending = self.words.owner.fullmatch(self.low, draft.at, draft.end)
        if draft.kind == "noun" and draft.unit == "person" and ending and self.low[draft.end] == ",":
            self._take(draft, following)

    def listed(self, draft: Draft, previous: Draft) -> None:
        """ "Nine deaths in Kent, four in Essex and one in Bath": a list of one noun by place."""
        if not draft.bare or draft.dropped or previous.kind != "noun" or previous.sentence != draft.sentence:
            return
        gap = self.low[previous.end : draft.start]
        if not self.words.listed_in.match(self.plain, draft.end) or len(gap) > _CONTRAST_REACH:
            return
        if not _HARD.search(gap) and _LISTS.search(gap):
            self._take(draft, previous)
            draft.joined, draft.after = True, previous
            if previous.each:
                draft.side, draft.each = previous.side, True
            left = self.low[max(0, draft.start - _LIST_REACH) : draft.start]
            draft.part = draft.of_whole = previous.part or self.words.parts_before.search(left) is not None

    def _take(self, draft: Draft, other: Draft) -> None:
        draft.unit, draft.counted, draft.kind = other.unit, other.counted, other.kind
        draft.general, draft.qualifier = other.general, other.qualifier

    def again(self, draft: Draft, previous: Draft) -> None:
        """ "Raising the total to 21": what the number before counts, now in all."""
        if not draft.bare or draft.dropped or previous.kind != "noun" or previous.sentence != draft.sentence:
            return
        if self.words.tally_again.search(self._named(draft)):
            draft.unit, draft.counted, draft.kind = previous.unit, previous.counted, "noun"
            draft.general, draft.total, draft.after = previous.general, True, previous

    def age(self, draft: Draft, previous: Draft) -> None:
        """ "Aged 9 and 11"."""
        gap = self.low[previous.end : draft.start]
        if draft.bare and previous.kind == "age" and self.words.coordination.fullmatch(gap):
            self._take(draft, previous)

    def forward(self, draft: Draft, before: Sequence[Draft]) -> None:
        """ "A 6,8, B ise 6,9 ölçtü": a number set against one before it leaves the unit out."""
        if not draft.bare or draft.dropped or draft.part or draft.each:
            return
        if draft.numeral.words == 1 and draft.numeral.written == "words":
            return
        alike = [
            other for other in before if not other.bare and not other.dropped and self._alike(draft, other)
        ]
        if not alike:
            return
        previous = min(reversed(alike), key=lambda other: _distance(draft, other))
        gap = self.low[previous.end : draft.start]
        if not 0 < len(gap) <= _CONTRAST_REACH or "\n\n" in gap:
            return
        if draft.numeral.suffix in ("ablative", "locative", "genitive"):
            return
        against = self.words.contrast.search(gap) is not None
        closed = _CLAUSE_ENDS.match(self.low, draft.end) is not None
        parallel = closed and _CLAUSE_MARK.search(gap) is not None and draft.sentence == previous.sentence
        if against or parallel:
            self._take(draft, previous)
            draft.side = previous.side if draft.side is None else draft.side

    def _alike(self, draft: Draft, previous: Draft) -> bool:
        if previous.kind not in ("noun", "magnitude", "percent", "money", "length", "measure"):
            return False
        if previous.kind == "magnitude" and not draft.numeral.decimals:
            return False
        if previous.kind == "noun" and draft.numeral.decimals:
            return False
        low, high = sorted((abs(draft.value), abs(previous.value)))
        return low > 0 and high <= low * _ALIKE
