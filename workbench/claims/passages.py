"""Passages that a person chose, each read as one claim where it stands in its article."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import deepcopy
from dataclasses import replace

from workbench.claims.attribution_quotes import quotations
from workbench.claims.attribution_voices import Voices
from workbench.claims.block import BlockReader, Draft
from workbench.claims.clauses import Clause
from workbench.claims.reading import Reading
from workbench.claims.scanning import MarkedText
from workbench.claims.triggers import main_trigger, triggers
from workbench.languages.loader import Language
from workbench.models import Block, Claim, Mention, Source

Span = tuple[int, int]
_UNREAD = ("furniture", "dateline", "date_heading")


def opened_blocks(source: Source, spans: Collection[Span]) -> tuple[Block, ...]:
    """The blocks with those of the passages as paragraphs where nothing would be read in them."""
    return tuple(
        replace(block, kind="paragraph")
        if block.kind in _UNREAD and any(start < block.end and block.start < end for start, end in spans)
        else block
        for block in source.blocks
    )


def unread(source: Source, span: Span) -> Claim:
    """A claim of a passage of which nothing is known but its words."""
    start, end = span
    text = source.text[start:end]
    return Claim(
        "", source.id, start, end, text, None, "other", "occurred", None, context_start=start, context_end=end
    )


class PassageReader(BlockReader):
    """Reads an article as ever, and each passage as a claim of the sentence in which it begins."""

    def __init__(
        self,
        source: Source,
        lowered: MarkedText,
        names: Sequence[Mention],
        language: Language,
        *,
        spans: Collection[Span],
    ) -> None:
        super().__init__(source, lowered, names, language)
        self._waiting = set(spans)
        self.found: dict[Span, Claim] = {}

    def _claims(self, reading: Reading, block: Block, voices: Voices) -> list[Draft]:
        here = [span for span in self._waiting if span[0] < reading.end and reading.start < span[1]]
        for span in sorted(here):
            self._waiting.discard(span)
            self.found[span] = self._passage(span, reading, block, voices)
        return super()._claims(reading, block, voices)

    def _passage(self, span: Span, reading: Reading, block: Block, voices: Voices) -> Claim:
        """The passage as one clause, with nothing of it remembered for the clauses behind it."""
        told, dated = deepcopy(vars(self.narrative)), self.previous_date
        if not reading.start <= span[0] < span[1] <= reading.end:
            reading = self._wider(span, reading, block, voices)
        shared = main_trigger(triggers(self.lowered, reading.start, reading.end, self.language))
        claim = self._claim(Clause(*span), reading, block, voices, shared, ())
        vars(self.narrative).update(told)
        self.previous_date = dated
        return claim

    def _wider(self, span: Span, reading: Reading, block: Block, voices: Voices) -> Reading:
        """What the sentences hold over which the passage runs."""
        start, end = min(span[0], reading.start), max(span[1], reading.end)
        low = self.language.lower(self.text[start:end]).replace("\n", " ")
        quotes = quotations(self.text, block.start, block.end)
        wider = self._reading(start, end, low, block, voices, quotes)
        self.readings.pop()
        return wider
