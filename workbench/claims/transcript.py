"""Everything that was read in a source: in claims or not, in the article or in its furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.claims.dates import DateContext
from workbench.claims.marks import marked
from workbench.claims.reading import Reading, read_sentence
from workbench.claims.sentences import sentences
from workbench.languages.loader import Language
from workbench.models import Claim, ClockTime, DateSpan, Mention, Ordinal, Quantity, Source


@dataclass(frozen=True, slots=True)
class Transcript:
    """What one source holds, each kind in order of position; all offsets count in ``source.text``.

    ``sentences`` are half-open spans over every block. Quantities, dates, times, ordinals and names are
    all there are, whether a claim holds them or not; claims are made of the article alone.
    """

    sentences: tuple[tuple[int, int], ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    times: tuple[ClockTime, ...] = ()
    ordinals: tuple[Ordinal, ...] = ()
    names: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()


def transcribe(
    source: Source,
    language: Language,
    readings: Sequence[Reading],
    names: Sequence[Mention],
    claims: tuple[Claim, ...],
) -> Transcript:
    """Puts together the `readings` of the article's sentences and what stands outside the article."""
    read = {reading.start for reading in readings}
    further = _outside(source, language, read)
    whole = sorted([*readings, *further], key=lambda reading: reading.start)
    return Transcript(
        sentences=tuple((reading.start, reading.end) for reading in whole),
        quantities=tuple(found for reading in whole for found in reading.quantities),
        dates=tuple(found for reading in whole for found in reading.dates),
        times=tuple(found for reading in whole for found in reading.times),
        ordinals=tuple(found for reading in whole for found in reading.ordinals),
        names=tuple(names),
        claims=claims,
    )


def _outside(source: Source, language: Language, read: set[int]) -> Iterator[Reading]:
    """Sentences of the blocks that give no claims; a date heading's own date as it was resolved."""
    outside = [block for block in source.blocks if block.start not in read]
    spans = ((block.start, block.end) for block in outside)
    lowered = marked(language.lower(source.text), spans, language)
    for block in outside:
        if block.kind == "date_heading" and block.date is not None:
            yield Reading(block.start, block.end, None, [block.date], [], [], [], [], [])
            continue
        context = DateContext(published=source.published, heading=block.date)
        for start, end in sentences(source.text, block.start, block.end, language):
            yield read_sentence(
                source.text, start, end, language, context, None, [], [], low=lowered.part(start, end)
            )
