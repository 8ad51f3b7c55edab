"""What shares and sums of money measure ("ihracat", "turnout"), and what narrows it.

The name stands right behind the number ("yüzde 35 zam"), or nearest before it in its sentence ("katılım
yüzde 81"), or it is taken up from the number before ("aylık artış yüzde 2,4").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

from workbench.claims.quantity_draft import Draft
from workbench.claims.quantity_words import Stems
from workbench.languages.loader import Language

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_KINDS = ("percent", "money")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)(?:['’]([^\W\d_]+))?")
_INSIDE = re.compile(r"[\w,)] $")
_STOP = re.compile(r"[;!?:]|[.](?=\s)|\n\n")
_PAUSE = re.compile(r"[,;!?:]|[.](?=\s|$)|\n")
_REACH = 140
"""Characters before a number in which what it measures is looked for."""
_BEHIND = 3
"""Words behind a number of which one may name what it measures."""
_BEHIND_REACH = 60
"""Characters that those words may take up."""
_LIST_REACH = 50
"""Characters between two numbers of one list."""
_PERIOD_BEHIND = 45
"""Characters behind a number in which its month or quarter may stand."""


class _Sense(NamedTuple):
    """One narrowing, compiled."""

    name: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


class _Patterns:
    """The compiled words of one language for what is measured."""

    def __init__(self, language: Language) -> None:
        nouns = language.nouns
        self.measured = Stems({name: one.stems for name, one in nouns.measured.items()}, language)
        owned = {name for name, one in nouns.measured.items() if one.owned}
        self.owned = owned | {name for name, noun in nouns.nouns.items() if noun.owned}
        self.again = re.compile(rf"(?<!\w)(?:{nouns.measured_again})(?!\w)")
        self.narrowing = [_Sense(one.name, _whole(one.before), _behind(one.after)) for one in nouns.narrowing]
        months = "|".join(sorted(map(re.escape, language.calendar.months), key=len, reverse=True)) or "(?!)"
        ending = language.core.noun_suffix
        self.month = re.compile(rf"(?<!\w)(?<!\d )({months})(?:{ending})(?!\w)(?! \d{{1,2}}(?!\d))")
        self.month_numbers = language.calendar.months
        self.quarters = [(re.compile(rf"(?<!\w)(?:{p})"), f"quarter {n}") for p, n in nouns.quarters.items()]
        self.name_ending = re.compile(nouns.name_ending)
        self.known = (
            self.measured,
            Stems({name: one.stems for name, one in nouns.nouns.items()}, language),
            Stems(nouns.sides, language),
            Stems(nouns.series, language),
            Stems({name: one.stems for name, one in nouns.units.items()}, language),
        )


def _whole(pattern: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") if pattern else None


def _behind(pattern: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{pattern})(?!\w)") if pattern else None


@cache
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)


class Measures:
    """Names what the shares and sums of one stretch of text measure."""

    def __init__(self, plain: str, low: str, language: Language, lead: str = "") -> None:
        self.plain, self.low, self.lead, self.language = plain, low, lead, language
        self.words = _patterns(language)

    def name(self, drafts: Sequence[Draft]) -> None:
        """Sets what is measured, and what narrows it, on each of `drafts` (in order)."""
        previous: Draft | None = None
        self._share(drafts)
        for draft in drafts:
            if draft.dropped or draft.kind not in (*_KINDS, "noun"):
                continue
            if draft.kind in _KINDS and draft.counted is None:
                draft.counted = self._measured(draft, previous)
            if draft.counted is None or (draft.kind == "noun" and draft.counted not in self.words.owned):
                continue
            self._narrow(draft)
            previous = draft if draft.kind in _KINDS else previous

    def _share(self, drafts: Sequence[Draft]) -> None:
        """ "A yüzde 40,1, B yüzde 30,2 oy oranına ulaştı": the name behind the last of a list is for all."""
        following: Draft | None = None
        for draft in reversed(drafts):
            if draft.dropped or draft.kind not in _KINDS:
                continue
            draft.counted = draft.counted or self._named_behind(draft)
            if draft.counted is None and following is not None and self._in_one_list(draft, following):
                draft.counted = following.counted
            following = draft if draft.counted else None

    def _in_one_list(self, draft: Draft, following: Draft) -> bool:
        """Whether a comma and a few words, none of which names what is measured, part two numbers."""
        gap = self.low[draft.end : following.start]
        if draft.unit != following.unit or draft.sentence != following.sentence or len(gap) > _LIST_REACH:
            return False
        if not gap.startswith(", ") or _STOP.search(gap):
            return False
        first = self._clause_start(draft)
        return self._last_named(first, following.start) is None

    def _before(self, draft: Draft) -> int:
        """Where the text of the same sentence left of a number begins."""
        first = max(draft.sentence[0], draft.start - _REACH)
        for stop in _STOP.finditer(self.low, first, draft.start):
            first = stop.end()
        return first

    def _measured(self, draft: Draft, previous: Draft | None) -> str | None:
        if behind := self._named_behind(draft):
            return behind
        first = self._before(draft)
        after = previous.end if previous is not None and previous.end > first else first
        named = self._last_named(after, draft.start)
        same = previous is not None and previous.unit == draft.unit
        if named is None and previous is not None:
            taken_up = self.words.again.search(self.low, max(after, draft.sentence[0]), draft.start)
            if taken_up and draft.start - previous.end < 2 * _REACH:
                return previous.counted
            if previous.sentence == draft.sentence and (same or previous.end > first):
                return previous.counted
        return named or self._last_named(first, draft.start) or self._led(draft)

    def _led(self, draft: Draft) -> str | None:
        """What the text before this stretch measured, where a word takes it up ("aylık oran")."""
        first = self._before(draft)
        if not self.lead or not self.words.again.search(self.low, first, draft.start):
            return None
        low = self.language.lower(self.lead[-2 * _REACH :])
        found = None
        for word in _WORD.finditer(low):
            if hit := self.words.measured.at(low, word.start()):
                found = hit.name
        return found

    def _named_behind(self, draft: Draft) -> str | None:
        last = min(len(self.low), draft.end + _BEHIND_REACH)
        pause = _PAUSE.search(self.low, draft.end, last)
        last = pause.start() if pause else last
        for index, word in enumerate(_WORD.finditer(self.low, draft.end, last)):
            if index >= _BEHIND or self.low[draft.end : word.start()].strip(" -").isdigit():
                break
            if hit := self.words.measured.at(self.low, word.start()):
                return hit.name
        return None

    def _last_named(self, first: int, last: int) -> str | None:
        found = None
        for word in _WORD.finditer(self.low, first, last):
            if (hit := self.words.measured.at(self.low, word.start())) and hit.end <= last:
                found = hit.name
        return found

    def _narrow(self, draft: Draft) -> None:
        """Adds what narrows the number: its owner, a manner of reckoning, its month or quarter."""
        parts = [draft.qualifier] if draft.qualifier else []
        clause = max(self._clause_start(draft), draft.sentence[0])
        for sense in self.words.narrowing:
            before = sense.before and sense.before.search(self.low, clause, draft.start)
            if before or (sense.after and sense.after.match(self.low, draft.end)):
                parts.append(sense.name)
        if draft.counted in self.words.owned:
            owner = None if parts else self._owner(draft)
            parts += [owner] if owner else []
        elif period := self._period(draft, clause):
            parts.append(period)
        draft.qualifier = " ".join(parts) or None

    def _clause_start(self, draft: Draft) -> int:
        first = self._before(draft)
        for pause in _PAUSE.finditer(self.low, first, draft.start):
            if not (self.low[pause.end() : pause.end() + 1].isdigit()):
                first = pause.end()
        return first

    def _period(self, draft: Draft, clause: int) -> str | None:
        """The nearest month or quarter before the number in its clause, or right behind it."""
        last = min(len(self.low), draft.end + _PERIOD_BEHIND)
        pause = _PAUSE.search(self.low, draft.end, last)
        last = pause.start() if pause else last
        if behind := self._periods(draft.end, last):
            return behind[0]
        before = self._periods(clause, draft.start) or self._periods(self._before(draft), draft.start)
        return before[-1] if before else None

    def _periods(self, first: int, last: int) -> list[str]:
        """The months and quarters named in a stretch, in order; no month of a full date."""
        found = [
            (month.start(), _MONTHS[self.words.month_numbers[month[1]] - 1])
            for month in self.words.month.finditer(self.low, first, last)
        ]
        for pattern, name in self.words.quarters:
            found += [(quarter.start(), name) for quarter in pattern.finditer(self.low, first, last)]
        return [name for _, name in sorted(found)]

    def _owner(self, draft: Draft) -> str | None:
        """The last word of the name nearest before the number in its clause."""
        owner = None
        for name in _NAME.finditer(self.plain, self._clause_start(draft), draft.start):
            if not self._is_name(name, draft):
                continue
            owner = name[1]
        return owner

    def _is_name(self, name: re.Match[str], draft: Draft) -> bool:
        if not name[1][0].isupper() or not (name[2] is None or self.words.name_ending.fullmatch(name[2])):
            return False
        if any(stems.at(self.low, name.start()) for stems in self.words.known):
            return False
        opens = not self.plain[draft.sentence[0] : name.start()].strip(" \n\"'“”.!?…")
        return not opens or name[1] in self._inner

    @cached_property
    def _inner(self) -> frozenset[str]:
        """Capitalised words that stand inside a sentence somewhere, so that they are names."""
        return frozenset(
            name[1]
            for text in (self.lead, self.plain)
            for name in _NAME.finditer(text)
            if name[1][0].isupper() and _INSIDE.search(text, max(0, name.start() - 2), name.start())
        )
