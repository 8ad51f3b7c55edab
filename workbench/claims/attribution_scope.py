"""Which of a sentence's words are its speaker's, and which only tell who spoke, when and where.

"Ankara'ya gelen Kaya, dün düzenlediği basın toplantısında, kotanın düştüğünü söyledi": only what the
minister says has a speaker; that he came and spoke the article itself says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from workbench.claims.attribution_cues import Cues
from workbench.claims.clauses import Clause
from workbench.models import Mention, Quote

Occasion = Literal["participle", "medium"]

_NEAR = 80
"""Code points between an occasion and the speaker, his offices among them."""
_PHRASE = 100
"""Code points of a speaker's name with all his offices."""


class Scope:
    """The occasions of saying in one block; all offsets are the source's."""

    def __init__(self, text: str, lowered: str, quotes: Sequence[Quote], cues: Cues) -> None:
        self._text = text
        self._lowered = lowered
        self._quotes = quotes
        self._ends = [quote.end for quote in quotes]
        self._cues = cues

    def quote_at(self, start: int, end: int) -> Quote | None:
        """The quotation that holds most of the stretch."""
        for quote in self._quotes[bisect_left(self._ends, start) :]:
            if quote.start >= end:
                return None
            if 2 * (min(end, quote.end) - max(start, quote.start)) > end - start:
                return quote
        return None

    def is_question(self, quote: Quote) -> bool:
        """True for the words of whoever asked: "..." şeklindeki sorusuna."""
        asked = self._cues.asked
        return asked is not None and asked.match(self._lowered, quote.end + 1) is not None

    def occasions(self, start: int, end: int, speaker: Mention | None) -> dict[int, Occasion]:
        """Offsets at which what only tells of the saying is over and what is said begins."""
        if speaker is None:
            return {}
        found: list[tuple[int | None, Occasion]] = [
            (self._behind_participle(start, end, speaker), "participle"),
            (self._behind_medium(start, end, speaker), "medium"),
        ]
        return {at: kind for at, kind in found if at is not None}

    def _behind_participle(self, start: int, end: int, speaker: Mention) -> int | None:
        """Behind "gelen Bakan Kaya": a participle that holds no content, with its speaker."""
        done = self._cues.done_participle
        inside = start <= speaker.start < end and self._lowered[speaker.end : speaker.end + 1] == ","
        if done is None or not inside:
            return None
        before = max(start, speaker.start - _PHRASE)
        found = done.finditer(self._lowered[before : speaker.start])
        ends = [before + m.end() for m in found if self._text[before + m.start()].islower()]
        if not ends:
            return None
        office = self._text[ends[-1] : speaker.start]
        if "," in office or '"' in office or any(word[0].islower() for word in office.split()):
            return None
        return None if self._reports(start, ends[-1]) else speaker.end

    def _reports(self, start: int, end: int) -> bool:
        """True where a reporting participle closes the stretch: what stands before it was said."""
        told = self._cues.participle
        return told is not None and any(
            match.end() >= end - 1 for match in told.finditer(self._lowered, max(start, end - _NEAR), end)
        )

    def _behind_medium(self, start: int, end: int, speaker: Mention) -> int | None:
        """Behind "yaptığı açıklamada": what the words were said in."""
        medium = self._cues.medium
        match = medium.search(self._lowered, start, end) if medium else None
        if match is None or self._inside_quote(match.start()) or self._content(start, match.start()):
            return None
        led = speaker.start < match.start() or self._leads_to(match.end(), speaker)
        return match.end() if led else None

    def _inside_quote(self, at: int) -> bool:
        place = bisect_left(self._ends, at)
        return place < len(self._quotes) and self._quotes[place].start <= at

    def _leads_to(self, at: int, speaker: Mention) -> bool:
        return 0 <= speaker.start - at <= _NEAR and not self._content(at, speaker.start)

    def _content(self, start: int, end: int) -> bool:
        """True where something said stands in the stretch."""
        content = self._cues.content
        return content is not None and content.search(self._lowered, start, end) is not None

    def narrates(self, clause: Clause, speaker: Mention) -> bool:
        """True for a clause that opens its sentence with the occasion on which the speaker speaks."""
        if clause.scene == "telling":
            return True
        holds = clause.start <= speaker.start < clause.end
        if clause.scene in ("during", "after"):
            grounds = self._cues.grounds
            if grounds is not None and grounds.search(self._lowered, clause.start, clause.end):
                return False
            set_off = self._lowered[clause.end : clause.end + 1] == ","
            return set_off if holds else self._leads_to(clause.end, speaker)
        deed = self._cues.deed
        return holds and deed is not None and deed.search(self._lowered, clause.start, clause.end) is not None
