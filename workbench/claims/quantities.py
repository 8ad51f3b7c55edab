"""Quantities: every number that counts or measures, with its bound, unit, noun and side.

A number is read in four steps: which numerals make one expression ("1000'e karşı 1000", "4 ila 5"),
what its own surroundings say, what its neighbours lend it ("4,9, ... 5,1 büyüklüğünde"), and what its
clause says befell those counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from workbench.claims.clock import find_clock_times
from workbench.claims.numeral import Numeral
from workbench.claims.numeral_fractions import may_hold_fractions
from workbench.claims.numerals import find_numerals, number_words
from workbench.claims.ordinals import read_ordinal
from workbench.claims.quantity_clause import Clauses
from workbench.claims.quantity_draft import NUMBER, Draft
from workbench.claims.quantity_filter import Filter, shapes
from workbench.claims.quantity_implied import implied_numerals, may_be_implied
from workbench.claims.quantity_measured import Measures
from workbench.claims.quantity_phrases import Phrases
from workbench.claims.quantity_reading import Around
from workbench.claims.quantity_words import Words, words_of
from workbench.languages.loader import Language
from workbench.models import EACH_SIDE, Quantity

_SENTENCE_END = re.compile(r"[.!?…](?=[\s\"'”])|\n\s*\n")
_DASHED = re.compile(r"\s*[-−] (?=\d)")
_WHOLE_REACH = 250
"""Characters before a stretch in which the whole of a part is looked for."""
_ALONE = 100
"""Characters of the longest text that is looked at as one number and nothing else."""
_SOFT_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


def find_quantities(
    text: str,
    start: int,
    end: int,
    language: Language,
    *,
    taken: Sequence[tuple[int, int]] = (),
    lead: str = "",
    low: str | None = None,
) -> list[Quantity]:
    """Every quantity in `text[start:end]`, in order; offsets count in `text`, and `expr == text[start:end]`.

    ``taken`` holds spans read as dates, times or ordinals: numbers in them are no quantities, except
    an offset from a date ("3 yıl önce": 3 years), which is both. "about" reaches a tenth of the number
    either way. ``lead`` is text that stands before this stretch where the stretch is read alone: it may
    name what "the rate" measures, and whose votes are counted. ``low`` is the stretch in lower case
    where the caller has it, on one line.
    """
    plain = text[start:end]
    if low is None:
        low = _SOFT_BREAK.sub(" ", language.lower(plain).replace("\u00a0", " "))
    inside = [(first - start, last - start) for first, last in taken if first < end and last > start]
    reader = _Reader(plain, low, language, [(max(0, first), last) for first, last in inside], lead)
    return [_shifted(draft, plain, start, reader.words) for draft in reader.drafts()]


def _shifted(draft: Draft, plain: str, start: int, words: Words) -> Quantity:
    unit = draft.unit or NUMBER
    return Quantity(
        value=draft.value,
        low=draft.low,
        high=draft.high,
        unit=unit,
        counted=draft.counted,
        side=EACH_SIDE if draft.each else draft.side,
        scope="running_total" if draft.running else "event",
        modifier=draft.modifier,
        expr=plain[draft.start : draft.end],
        start=start + draft.start,
        end=start + draft.end,
        part=draft.part,
        total=draft.total,
        qualifier=draft.qualifier,
    )


class _Reader:
    """Reads one stretch of text."""

    def __init__(
        self, plain: str, low: str, language: Language, taken: Sequence[tuple[int, int]], lead: str
    ) -> None:
        self.plain, self.low, self.language, self.lead = plain, low, language, lead
        self.words = words_of(language)
        self.taken = taken

    @cached_property
    def around(self) -> Around:
        """Reads what stands around a number."""
        return Around(self.plain, self.low, self.words)

    def drafts(self) -> list[Draft]:
        """All quantities in order of their place."""
        if (whole := self._alone()) is not None:
            return [whole]
        drafts = self._read()
        if len(drafts) == 1 and _DASHED.match(self.low) and len(self.low) < _ALONE:
            self.around.negate(drafts[0])
        return drafts

    def _read(self) -> list[Draft]:
        if not (self._may_say_number() or self._says_no_number()):
            return []
        numerals = self._numerals()
        if not (numerals or self._ordinal_numerals or self._says_no_number()):
            return []
        ends = [match.end() for match in _SENTENCE_END.finditer(self.low)]
        clauses = Clauses(self.plain, self.low, self.words, ends)
        ranges, sieve = clauses.ranges, Filter(self.plain, self.low, self.words)
        drafts = [draft for draft in self._amounts(numerals, clauses) if not sieve.before(draft)]
        for draft in drafts:
            self.around.read(draft)
            if draft.numeral.vague:
                draft.bound("at_least")
        ranges.measured(drafts)
        clauses.complete(drafts)
        Measures(self.plain, self.low, self.language, self.lead).name(drafts)
        for draft, following in pairwise(drafts):
            following.dropped = following.dropped or following.numeral.start < draft.end
        kept = [draft for draft in drafts if not draft.dropped and not sieve.after(draft)]
        self._wholes(kept)
        phrases = Phrases(clauses, self.around)
        kept += phrases.same(kept)
        zeros = phrases.zeros()
        kept = [one for one in kept if not any(z.start <= one.start < z.end for z in zeros)]
        kept += phrases.anniversaries(self._ordinal_numerals) + zeros
        kept += phrases.ones()
        phrases.scopes(kept)
        return sorted(kept, key=lambda draft: (draft.start, draft.end))

    def _may_say_number(self) -> bool:
        """False where no word or figure stands that a number is made of, said or implied."""
        low, language = self.low, self.language
        found = bool(number_words(low, self.plain, language)) or may_hold_fractions(low, language)
        return found or may_be_implied(low, language)

    def _says_no_number(self) -> bool:
        """True where a phrase counts without a numeral ("no casualties", "one of them")."""
        words, low = self.words, self.low
        return words.zeros.first(low, 0, len(low)) is not None or words.one_of.search(low) is not None

    def _wholes(self, drafts: Sequence[Draft]) -> None:
        """ "Bunlardan 121'i": a part of what the sentence before has counted."""
        parts = [draft for draft in drafts if draft.part and draft.bare]
        if not parts or not self.lead:
            return
        before = self.lead[-_WHOLE_REACH:]
        counted = [
            one
            for one in find_quantities(before, 0, len(before), self.language)
            if one.counted in self.language.nouns.nouns or one.counted in self.language.nouns.outcomes
        ]
        for draft in parts:
            whole = next((one for one in reversed(counted) if not one.part and one.value > draft.value), None)
            if whole is not None:
                draft.unit, draft.counted, draft.side, draft.kind = (
                    whole.unit,
                    whole.counted,
                    whole.side,
                    "noun",
                )

    def _alone(self) -> Draft | None:
        """A text that is nothing but a number: also a mere "iki", "yok" (0), "çift" (2), "- 5" and "2'"."""
        if len(self.low) > _ALONE:
            return None
        text = self.low.strip()
        lead = len(self.low) - len(self.low.lstrip())
        if text in self.language.numbers.alone:
            return self._whole(self.language.numbers.alone[text], lead, lead + len(text), None)
        numerals = find_numerals(self.plain, self.low, self.language)
        if len(numerals) != 1 or numerals[0].suffix:
            return None
        numeral = numerals[0]
        before, after = self.low[lead : numeral.start], self.low[numeral.end :].rstrip()
        unit = self.words.alone_units.get(after)
        if (after and unit is None) or before not in ("", "- "):
            return None
        value = -numeral.value if before else numeral.value
        return self._whole(value, lead, lead + len(text), unit)

    def _whole(self, value: float, first: int, last: int, unit: str | None) -> Draft:
        numeral = Numeral(value, first, last, last, "", "words", 1)
        draft = Draft(numeral, value, value, value, first, last, last, (0, len(self.low)))
        draft.unit = unit
        return draft

    def _numerals(self) -> list[Numeral]:
        self._ordinal_numerals: list[Numeral] = []
        spans = [*self.taken, *shapes(self.plain, self.low)]
        times = find_clock_times(self.plain, 0, len(self.plain), self.language, low=self.low)
        spans += [(time.start, time.end) for time in times]
        spans += [match.span() for match in self.words.collocations.finditer(self.low)]
        implied = _outside(implied_numerals(self.low, self.language), spans)
        spans += [(numeral.start, numeral.end) for numeral in implied]
        numerals = [*find_numerals(self.plain, self.low, self.language, _merged(spans)), *implied]
        cardinals: list[Numeral] = []
        for numeral in numerals:
            ordinal = read_ordinal(numeral, self.plain, self.low, self.words)
            if ordinal is None:
                cardinals.append(numeral)
            elif ordinal[0] is None:
                self._ordinal_numerals.append(numeral)
        offsets = self._offsets(cardinals) if self.taken else []
        return sorted([*cardinals, *offsets], key=lambda numeral: numeral.start)

    def _offsets(self, known: Sequence[Numeral]) -> list[Numeral]:
        """Numbers of an offset from a date ("2 hafta sonra") inside a span that was read as a date."""
        found = []
        starts = {numeral.start for numeral in known}
        words = number_words(self.low, self.plain, self.language)
        for first, last in self.taken:
            measured = (
                first <= word.start < last and self.words.units.at(self.low, word.stop + 1) for word in words
            )
            if not any(measured):
                continue
            for numeral in find_numerals(self.plain[first:last], self.low[first:last], self.language):
                place = first + numeral.stop
                unit = self.words.units.at(self.low, place + 1)
                if unit is None or self.words.later.match(self.low, unit.stem_end) is None:
                    continue
                if first + numeral.start not in starts:
                    found.append(_moved(numeral, first))
        return found

    def _amounts(self, numerals: Sequence[Numeral], clauses: Clauses) -> list[Draft]:
        """One draft for each expression: a pair of equal numbers, a range, or a single number."""
        drafts: list[Draft] = []
        index = 0
        while index < len(numerals):
            first = numerals[index]
            second = numerals[index + 1] if index + 1 < len(numerals) else None
            draft = clauses.draft(first)
            if second is not None and clauses.ranges.join(draft, second):
                index += 1
            drafts.append(draft)
            index += 1
        return drafts


def _moved(numeral: Numeral, by: int) -> Numeral:
    return replace(numeral, start=numeral.start + by, end=numeral.end + by, stop=numeral.stop + by)


def _outside(numerals: Sequence[Numeral], spans: Sequence[tuple[int, int]]) -> list[Numeral]:
    return [one for one in numerals if not any(a < one.end and one.start < b for a, b in spans)]


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
