"""Fractions of something counted ("evlerin dörtte biri") or measured ("half an hour")."""

from __future__ import annotations

import re

from workbench.claims.numeral import Numeral
from workbench.claims.quantity_draft import Draft
from workbench.claims.quantity_words import Hit, Words

FRACTION = "fraction"
"""Unit of a share of a whole: the value is between 0 and 1."""
_PROVING = ("possessive", "adjectival", "genitive", "dative", "ablative")
"""Endings that a date or a set phrase with a slash ("7/24") does not take."""
_REACH = 50
_BACK = re.compile(r"([^\W\d_]+(?:'[^\W\d_]+)?) $")
_WORD = re.compile(r" ([^\W\d_]+)")
_LOOKED_AT = 3
"""Words on either side of a fraction of which one names its whole."""


class Shares:
    """Reads the fractions of one stretch of text."""

    def __init__(self, low: str, words: Words) -> None:
        self.low, self.words = low, words

    def proved(self, numeral: Numeral) -> bool:
        """Whether what may be a fraction is one."""
        if numeral.fraction != "unsure" or numeral.suffix in _PROVING:
            return True
        if self.words.units.at(self.low, numeral.end + 1) or self.words.units.at(self.low, numeral.end):
            return True
        if self.words.fraction_of.match(self.low, numeral.stop):
            return True
        return numeral.written == "words" and self._owner(numeral.start) is not None

    def link(self, numeral: Numeral) -> int:
        """Where the measure that a fraction measures by stands: behind "an" in "half an hour"."""
        linked = self.words.fraction_link.match(self.low, numeral.stop)
        return linked.end() - 1 if linked else numeral.stop

    def read(self, draft: Draft) -> None:
        """Reads a fraction of a whole."""
        draft.unit, draft.kind = FRACTION, FRACTION
        stop = draft.numeral.stop
        whole = self._inside(draft) or self._owner(draft.start) or self._behind(stop)
        if whole is None and self.words.owner is None:
            whole = self.words.nouns.at(self.low, stop + 1)
        if whole is not None:
            draft.counted = whole.name

    def _inside(self, draft: Draft) -> Hit | None:
        """The whole in "her üç kişiden biri"."""
        for word in _WORD.finditer(self.low, draft.numeral.start, draft.numeral.end):
            if hit := self.words.nouns.at(self.low, word.start(1)):
                return hit
        return None

    def _owner(self, place: int) -> Hit | None:
        """The whole before its fraction, in the genitive where the language has one."""
        owner = self.words.owner
        if owner is None:
            return None
        first = max(0, place - _REACH)
        for _ in range(_LOOKED_AT):
            left = self.low[first:place]
            bound = next((m for p, _ in self.words.bounds_before if (m := p.search(left))), None)
            if bound is not None:
                place = first + bound.start()
                continue
            word = _BACK.search(left)
            if word is None:
                return None
            hit = self.words.nouns.at(self.low, first + word.start())
            if hit is None or not owner.fullmatch(self.low, hit.stem_end, hit.end):
                return None
            return hit
        return None

    def _behind(self, place: int) -> Hit | None:
        """The whole behind its fraction ("of the houses")."""
        of = self.words.fraction_of.match(self.low, place)
        if of is None:
            return None
        at = place
        for _ in range(_LOOKED_AT + 1):
            word = _WORD.match(self.low, at)
            if word is None:
                return None
            hit = self.words.nouns.at(self.low, word.start(1))
            if hit is not None and "'" not in self.low[hit.stem_end : hit.end]:
                return hit
            at = hit.end if hit else word.end()
        return None
