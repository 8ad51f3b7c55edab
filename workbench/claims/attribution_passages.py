"""Words that were introduced before: behind a colon, or in a quotation over several paragraphs.

"Kaya şunları söyledi:" gives Kaya what follows, with or without marks, until somebody else speaks or a
heading tells something else. A quotation opened in one paragraph may close in a later one, and each
paragraph between may open again, as newspapers do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from workbench.claims.attribution import Attribution
from workbench.claims.attribution_cues import Cues
from workbench.claims.attribution_quotes import quotations
from workbench.models import Block, Mention, Quote

_MARK = re.compile(r'["“”„«»]')
_OPENS = re.compile(r'\s*["“„«]')
_CLOSES = re.compile(r'["”»“][\s.,;!?)]*$')
_LONGEST = 6000
"""Code points of a quotation over several paragraphs; a longer one has lost its mark."""
_EDGE = 6
"""Code points at a sentence's end among which its closing mark stands."""


def long_quotations(text: str, blocks: Sequence[Block]) -> list[Quote]:
    """Quotations that open in one paragraph and close in a later one, in order, without their marks."""
    found: list[Quote] = []
    opened: int | None = None
    for block in blocks:
        if block.kind == "furniture":
            continue
        if block.kind != "paragraph" or (opened is not None and block.end - opened > _LONGEST):
            opened = None
        if block.kind != "paragraph":
            continue
        first = True
        begun = opened
        for at, opens in _marks(text, block):
            if opens and opened is not None and not (first and at - block.start < 2):
                opened = None  # it never closed
            if opens:
                opened = at + 1 if opened is None else opened
            elif opened is not None:
                if opened == begun:
                    found.append(Quote(text[opened:at], opened, at))
                opened = None
            first = False
    return found


def _unopened(text: str, lowered: str, blocks: Sequence[Block], cues: Cues) -> list[Quote]:
    """Quotations whose opening mark was lost: it stood behind what the words were said in ("açıklamada,")."""
    found: list[Quote] = []
    for block in blocks if cues.medium is not None else ():
        first = next(_marks(text, block), None) if block.kind == "paragraph" else None
        if first is None or first[1] or cues.medium is None:
            continue
        medium = cues.medium.search(lowered, block.start, first[0])
        if medium is not None and lowered[medium.end() : medium.end() + 2] == ", ":
            start = medium.end() + 2
            found.append(Quote(text[start : first[0]], start, first[0]))
    return found


def _marks(text: str, block: Block) -> Iterator[tuple[int, bool]]:
    """The quotation marks of a paragraph, each with whether it opens; by what stands beside straight ones."""
    for mark in _MARK.finditer(text, block.start, block.end):
        at = mark.start()
        if mark[0] in "”»":
            yield at, False
        elif mark[0] in "“„«":
            yield at, True
        else:
            before = text[at - 1 : at] if at > block.start else ""
            yield at, not before or before.isspace() or before in "(:-–—"


class Passages:
    """Whose words the sentences of one source are because they were introduced before; asked in order."""

    def __init__(self, text: str, lowered: str, blocks: Sequence[Block], cues: Cues) -> None:
        self._text = text
        self._lowered = lowered
        self._cues = cues
        unopened = _unopened(text, lowered, blocks, cues)
        self.quotes = sorted([*long_quotations(text, blocks), *unopened], key=lambda quote: quote.start)
        self._starts = [quote.start for quote in self.quotes]
        self._speaker: Mention | None = None
        self._plain: bool | None = None
        """Whether the words introduced stand without marks; None before the first of them."""
        self._quoting: tuple[Quote, Mention | None] | None = None

    def begin(self, block: Block) -> None:
        """Ends what a heading ends: one that is not itself quoted."""
        if block.kind != "paragraph" and not _OPENS.match(self._text, block.start):
            self._speaker = None

    def quote_at(self, at: int) -> Quote | None:
        """The quotation over several paragraphs that holds an offset."""
        place = bisect_right(self._starts, at) - 1
        return self.quotes[place] if place >= 0 and at < self.quotes[place].end else None

    def holder(self, start: int, end: int, attribution: Attribution) -> Mention | None:
        """Whose words text[start:end] is by what stood before it, or None where it tells that itself."""
        quote = self.quote_at(start + 1)
        if quote is not None and self._quoting is not None and self._quoting[0] is quote:
            return self._quoting[1]
        if quote is not None and quote.start <= start + 1:
            return self._open(quote, self._speaker or attribution.last)
        opened = self.quote_at(end)
        if opened is not None and start < opened.start <= end:
            return self._open(opened, self._before(start, opened.start - 1, attribution))
        if self._speaker is None:
            return None
        marked = _OPENS.match(self._text, start) is not None
        if self._plain is None:
            self._plain = not marked
        plain = self._plain and not marked
        if not (self._is_pure(start, end) if marked else plain and not self._tells(start, end, attribution)):
            self._speaker = None
        return self._speaker

    def _is_pure(self, start: int, end: int) -> bool:
        """True for a quotation and nothing else."""
        quoted = quotations(self._text, start, end)
        opens = bool(quoted) and quoted[0].start <= start + 1
        return opens and _CLOSES.search(self._text, max(start, end - _EDGE), end) is not None

    def _tells(self, start: int, end: int, attribution: Attribution) -> bool:
        """True where the article tells what somebody says: the words introduced are over."""
        return self._cues.speech.search(self._lowered, start, end) is not None and attribution.has_subject(
            start, end
        )

    def _open(self, quote: Quote, speaker: Mention | None) -> Mention | None:
        self._quoting, self._plain = (quote, speaker), False
        return speaker

    def read(self, start: int, end: int, speaker: Mention | None, attribution: Attribution) -> None:
        """Keeps whom text[start:end] introduces; `speaker` says it."""
        if self._quoting is not None and self._quoting[1] is None and start < self._quoting[0].start <= end:
            self._quoting = (self._quoting[0], speaker)
        introduces = self._cues.introduces
        introduced = introduces.search(self._lowered, start, end) if introduces else None
        if introduced is None:
            return
        named = self._before(start, introduced.end(), attribution)
        self._speaker = speaker or named or attribution.last
        rest = self._text[introduced.end() : end].strip()
        self._plain = None if not rest else not _OPENS.match(rest)

    def _before(self, start: int, end: int, attribution: Attribution) -> Mention | None:
        """Whoever stands before what he says: as a subject, or as the owner of the words."""
        named = attribution.speakers(start, end)
        subjects = [n for n in named if attribution.subjects.may_be(n)]
        genitive = self._cues.genitive
        owners = [n for n in named if genitive is not None and genitive.match(self._lowered, n.end)]
        return next(iter((*subjects, *owners)), None)
