"""Extractors of others: they get an article with the claims read in it, and add claims or fields.

An entry point of the group ``workbench.extractors`` names a module or an object with the hook
``workbench_extractors``. What an extractor gives is held against the article's text; one that breaks, or
gives what the text does not say, adds nothing to that article and is named (`workbench.plug_ins`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Protocol

import msgspec

from workbench.models import Claim, Source
from workbench.plug_ins import Offered, broke, hookspec, lacks, offered

if TYPE_CHECKING:
    from workbench.claims import Transcript

GROUP = "workbench.extractors"
ASPECT = "extractor="
"""Begins the aspect of a claim that names the extractor which made it or added to it."""
_NEEDED = ("name", "extract")
_claims = msgspec.json.Decoder(Claim)


class Extractor(Protocol):
    """Reads further claims in an article, or more in those that are there."""

    name: str
    """How it is called in what it adds ("tides")."""

    def extract(self, source: Source, claims: Sequence[Claim]) -> Iterable[Claim]:
        """New claims, with an empty id; and claims of `claims` with further fields, under their ids.

        Offsets count code points of `source.text`. What is not given stays as it is.
        """
        ...


class Extractors:
    """What a plug-in may offer."""

    @hookspec
    def workbench_extractors(self) -> Sequence[Extractor]:
        """Extractors, in the order in which they are asked."""
        raise NotImplementedError


@cache
def plugged() -> Offered:
    """The plug-ins that extract, those that could not be loaded among them."""
    return offered(GROUP, Extractors, "workbench_extractors", lambda one: lacks(one, _NEEDED))


def extended(source: Source, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of an article with what extractors add to them, in the order of their places."""
    for plug_in, extractor in plugged().named:
        try:
            claims = _added(source, claims, extractor)
        except Exception as error:
            broke(plug_in, error)
    return claims


def transcribed(source: Source) -> Transcript:
    """Everything that a source holds, what extractors add to its claims among it.

    Raises LanguageError as `read_transcript` does.
    """
    from workbench.claims import read_transcript

    found = read_transcript(source)
    return replace(found, claims=extended(source, found.claims))


def extractors_of(claim: Claim) -> list[str]:
    """The extractors that made a claim or added to it, by name."""
    return [aspect.removeprefix(ASPECT) for aspect in claim.aspects if aspect.startswith(ASPECT)]


def _added(source: Source, claims: tuple[Claim, ...], extractor: Extractor) -> tuple[Claim, ...]:
    held = {claim.id: claim for claim in claims}
    places = Counter((claim.start, claim.end) for claim in claims)
    fresh: list[Claim] = []
    for given in extractor.extract(source, claims):
        claim = _whole(source, given)
        mark = f"{ASPECT}{extractor.name}"
        marked = replace(claim, aspects=tuple(dict.fromkeys((*claim.aspects, mark))))
        if not claim.id:
            place = (claim.start, claim.end)
            fresh.append(replace(marked, id=_id(source, place, places[place])))
            places[place] += 1
        elif claim != held[_known(claim, held)]:
            held[claim.id] = marked
    return tuple(sorted((*held.values(), *fresh), key=lambda claim: (claim.start, claim.end)))


def _id(source: Source, place: tuple[int, int], nth: int) -> str:
    from workbench.claims.assembly import claim_id

    return claim_id(source.id, place, nth)


def _known(claim: Claim, held: dict[str, Claim]) -> str:
    """The id of a claim that is there. Raises ValueError where it is none's, or stands elsewhere now."""
    before = held.get(claim.id)
    if before is None:
        raise ValueError(f"there is no claim {claim.id}: a new one has an empty id")
    if (before.start, before.end, before.corrected_by) != (claim.start, claim.end, claim.corrected_by):
        raise ValueError(f"claim {claim.id} was moved: give a new one instead")
    return claim.id


def _whole(source: Source, given: Claim) -> Claim:
    """The claim as the store will give it back. Raises ValueError or TypeError where it cannot be stored."""
    if not isinstance(given, Claim):
        raise TypeError(f"{type(given).__name__} is no Claim")
    if given.corrected_by and not given.id:
        raise ValueError("a new claim stands by no entry of the log")
    if given.source != source.id:
        raise ValueError(f"the claim is of {given.source or 'no source'}, not of {source.id}")
    if not given.text.strip():
        raise ValueError("a claim without words")
    for words, start, end in _stretches(given):
        if not 0 <= start <= end <= len(source.text) or source.text[start:end] != words:
            raise ValueError(f"{words[:60]!r} is not at {start}-{end} of {source.file}")
    claim = _claims.decode(msgspec.json.encode(given))
    if claim.context_start <= claim.start and claim.end <= claim.context_end <= len(source.text):
        return claim
    return replace(claim, context_start=claim.start, context_end=claim.end)


def _stretches(claim: Claim) -> Iterator[tuple[str, int, int]]:
    """All that has words and a place."""
    yield claim.text, claim.start, claim.end
    for span in (claim.date, *claim.dates):
        if span is not None:
            yield span.expr, span.expr_start, span.expr_end
    yield from ((one.expr, one.start, one.end) for one in claim.quantities)
    yield from ((one.expr, one.start, one.end) for one in claim.times)
    yield from ((one.expr, one.start, one.end) for one in claim.ordinals)
    yield from ((one.text, one.start, one.end) for one in claim.mentions)
    yield from ((one.text, one.start, one.end) for one in claim.quotes)
