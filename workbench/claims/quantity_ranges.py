"""Several numerals that make one quantity: "4 ila 5 bin", "from 10 to 20 dollars", "1000'e karşı 1000"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.claims.numeral import Numeral
from workbench.claims.quantity_draft import Draft
from workbench.claims.quantity_words import Words

_GAP = 12
"""Characters between the ends of a range."""
_EXCHANGE_GAP = 40
_CHANGE_REACH = 60
"""Characters before a number in which a verb of change may stand."""
EARLIER = "earlier"
"""Qualifier of a number that another has replaced ("rose from 45 to 66"): never compared with the new one."""


class Ranges:
    """Joins the numerals of one stretch of text."""

    def __init__(self, low: str, words: Words) -> None:
        self.low, self.words = low, words

    def join(self, draft: Draft, second: Numeral) -> bool:
        """Takes the next numeral into the draft where both are one expression."""
        return self._exchange(draft, second) or self._limits(draft, second) or self._range(draft, second)

    def _exchange(self, draft: Draft, second: Numeral) -> bool:
        """ "1000 kişiye karşılık 1000": one quantity for each side."""
        between = self.low[draft.numeral.end : second.start]
        if draft.value != second.value or len(between) > _EXCHANGE_GAP or not between.strip(" -–"):
            return False
        if self.words.exchange.fullmatch(between) is None:
            return False
        draft.each = True
        self._take(draft, second)
        return True

    def _limits(self, draft: Draft, second: Numeral) -> bool:
        """ "20'den 100'e kadar"; "45'ten 66'ya kadar çıktı" is a change, not a range."""
        first = draft.numeral
        if first.suffix != "ablative" or second.suffix != "dative" or not first.value < second.value:
            return False
        if self.low[first.stop : second.start] != " " or self.words.change_after.match(self.low, second.stop):
            return False
        closed = self.words.range_until.match(self.low, second.stop)
        if closed is None:
            return False
        self._between(draft, first.value, second)
        draft.end = draft.at = closed.end()
        return True

    def _range(self, draft: Draft, second: Numeral) -> bool:
        first, words = draft.numeral, self.words
        between = self.low[first.end : second.start]
        if len(between) > _GAP or first.suffix:
            return False
        low = self._scaled(first, second)
        if not low < second.value:
            return False
        close = words.range_close and words.range_close.match(self.low, second.end)
        left = self.low[max(0, draft.start - _GAP) : draft.start]
        opened = words.range_open and words.range_open.search(left)
        begun = words.range_from.search(left)
        if begun and self._changes(draft.start):
            return False
        said = words.range_and.fullmatch(between) and (close or opened)
        neighbours = between == " " and first.words == second.words == 1 and second.value - first.value == 1
        worded = neighbours and first.written == second.written == "words"
        if not (said or worded or words.ranges.fullmatch(between)):
            return False
        if between != between.strip() and self._unlike(draft, second):
            return False
        self._between(draft, low, second)
        if opener := opened or begun:
            draft.start -= len(opener.group())
        if said and close:
            draft.at = close.end()
        return True

    def _unlike(self, draft: Draft, second: Numeral) -> bool:
        """ "Yüzde 12,3 - 49 milletvekili": a share and a count that a dash keeps apart."""
        share = self.words.percent_before.search(self.low, max(0, draft.start - 8), draft.start)
        return share is not None and self.words.nouns.at(self.low, second.stop + 1) is not None

    @staticmethod
    def _scaled(first: Numeral, second: Numeral) -> float:
        """The first end, with the multiplier that is said once ("4 ila 5 bin")."""
        scale = next((s for s in (1e9, 1e6, 1e3) if second.written != "digits" and second.value >= s), 1.0)
        shared = scale > 1 and first.words == 1 and first.value < 1000
        return first.value * scale if shared and first.value * scale < second.value else first.value

    def _changes(self, place: int) -> bool:
        first = max(0, place - _CHANGE_REACH)
        return self.words.change_before.search(self.low, first, place) is not None

    def _between(self, draft: Draft, low: float, second: Numeral) -> None:
        draft.value, draft.low, draft.high = (low + second.value) / 2, low, second.value
        draft.modifier = "between"
        self._take(draft, second)

    def _take(self, draft: Draft, second: Numeral) -> None:
        draft.end = draft.at = second.stop
        draft.numeral = _spanning(draft.numeral, second)
        draft.extra = [second]

    def measured(self, drafts: Sequence[Draft]) -> None:
        """Joins what names its unit at each end ("10 dolar ile 20 dolar arasında"), and hundredths."""
        for first, second in pairwise(drafts):
            if not first.dropped and not second.dropped and first.unit is not None:
                self._cents(first, second)
                self._ends(first, second)

    def _ends(self, first: Draft, second: Draft) -> None:
        same = first.unit == second.unit and first.counted == second.counted
        gap = self.low[first.end : second.start]
        if not same or first.extra or second.extra or len(gap) > _GAP or not first.value < second.value:
            return
        left = self.low[max(0, first.start - _GAP) : first.start]
        opened = self.words.range_open and self.words.range_open.search(left)
        close = self.words.range_close and self.words.range_close.match(self.low, second.end)
        if self.words.range_and.fullmatch(gap):
            if not (opened or close):
                return
        elif not self.words.ranges.fullmatch(gap) or (gap.strip().isalpha() and self._changes(first.start)):
            return
        first.value, first.low, first.high = (first.value + second.value) / 2, first.value, second.value
        first.modifier, first.end, first.extra = "between", second.end, [second.numeral]
        second.dropped = True

    def _cents(self, money: Draft, cents: Draft) -> None:
        """Adds the hundredths to the money before them ("100 lira 75 kuruş")."""
        unit = self.words.table.units.get(money.unit or "")
        if not unit or not unit.cents or unit.cents != cents.unit:
            return
        gap = self.low[money.end : cents.start]
        if gap.strip() and not self.words.coordination.fullmatch(gap):
            return
        added = cents.value / 100
        money.value += added
        money.low = None if money.low is None else money.low + added
        money.high = None if money.high is None else money.high + added
        money.end, cents.dropped = cents.end, True

    def changed(self, drafts: Sequence[Draft]) -> None:
        """ "Rose from 45 to 66": both count the same, and the first is the earlier figure."""
        for first, second in pairwise(drafts):
            if first.dropped or second.dropped or first.sentence != second.sentence:
                continue
            said = first.numeral.suffix == "ablative" and second.numeral.suffix == "dative"
            gap = self.low[first.end : second.start]
            left = self.low[max(0, first.start - _GAP) : first.start]
            begun = self.words.range_from.search(left) and gap == " to "
            if not (said and gap == " ") and not begun:
                continue
            if first.bare != second.bare:
                source, target = (second, first) if first.bare else (first, second)
                target.unit, target.counted, target.kind = source.unit, source.counted, source.kind
                target.general, target.joined = source.general, source.joined
            if not first.bare and (first.unit, first.counted) == (second.unit, second.counted):
                first.qualifier = first.qualifier or EARLIER


def _spanning(first: Numeral, second: Numeral) -> Numeral:
    return replace(
        second,
        value=first.value,
        start=first.start,
        words=first.words + second.words,
        grouped=first.grouped or second.grouped,
        decimals=first.decimals or second.decimals,
    )
