"""Source to claims: reads every block that may state something and assembles its claims."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from workbench.claims.block import BlockReader, Draft
from workbench.claims.filing import without_filing
from workbench.claims.marks import marked
from workbench.claims.names import find_names, settled
from workbench.claims.passages import PassageReader, Span, opened_blocks, unread
from workbench.claims.scanning import MarkedText
from workbench.claims.shifting import shifted
from workbench.claims.stage_days import dated_by_stage
from workbench.claims.transcript import Transcript, transcribe
from workbench.languages.loader import LANGUAGES, Language, load
from workbench.models import Claim, Mention, Source

Reader = TypeVar("Reader", bound=BlockReader)
READ_KINDS = ("title", "heading", "paragraph")


def read_claims(source: Source) -> tuple[Claim, ...]:
    """The claims of a source in order of position; a source in a language without a pack gives none.

    Raises LanguageError where the language's pack is malformed.
    """
    if source.language not in LANGUAGES:
        return ()
    return _read(source, load(source.language), BlockReader)[0]


def read_passages(source: Source, spans: Collection[Span]) -> dict[Span, Claim]:
    """What each of these passages (offsets) says, read as one claim in its article; the claims have no ids.

    A passage holds no blanks at its ends and stands in one block, of whatever kind. Where the article's
    language has no pack, nothing is read in it. Raises LanguageError where the language's pack is malformed.
    """
    found: dict[Span, Claim] = {}
    if spans and source.language in LANGUAGES:
        opened = replace(source, blocks=opened_blocks(source, spans))
        language = load(source.language)
        reader = _read(opened, language, partial(PassageReader, spans=spans))[1]
        found = reader.found
    return {span: found.get(span) or unread(source, span) for span in spans}


def read_transcript(source: Source) -> Transcript:
    """Everything that a source holds, in its claims and beside them; nothing without a pack for its language.

    Raises LanguageError where the language's pack is malformed.
    """
    if source.language not in LANGUAGES:
        return Transcript()
    language = load(source.language)
    claims, reader, names = _read(source, language, BlockReader)
    return transcribe(source, language, reader.readings, names, claims)


def _read(
    source: Source,
    language: Language,
    reader_of: Callable[[Source, MarkedText, Sequence[Mention], Language], Reader],
) -> tuple[tuple[Claim, ...], Reader, list[Mention]]:
    """The claims, what was read for them, and every name."""
    read = [block for block in source.blocks if block.kind in READ_KINDS]
    spans = ((block.start, block.end) for block in read)
    lowered = marked(language.lower(source.text), spans, language)
    drafts: list[Draft] = []
    names, used = without_filing(source.text, read, _names(source, lowered, language), language)
    reader = reader_of(source, lowered, used, language)
    for block in source.blocks:
        if block.kind in READ_KINDS:
            drafts += reader.read(block)
        elif block.kind == "date_heading":
            reader.new_section()
    claims = dated_by_stage([draft.claim for draft in drafts], language)
    return _with_ids(source, claims), reader, names


def _names(source: Source, lowered: MarkedText, language: Language) -> list[Mention]:
    """The names of every block that is read; a last name alone is the person the source names in full."""
    found: list[Mention] = []
    for block in source.blocks:
        if block.kind in READ_KINDS:
            low = lowered.part(block.start, block.end)
            names = find_names(source.text[block.start : block.end], language, low)
            found += (shifted(name, block.start) for name in names)
    return settled(source.text, found, language)


def _named(draft: Claim, name: str) -> Claim:
    # The draft is nobody else's: to copy its many fields for one of them would cost as much as a reading.
    object.__setattr__(draft, "id", name)
    return draft


def claim_id(source: str, place: tuple[int, int], nth: int) -> str:
    """The id of the claim at that place of a source, `nth` of those at the same characters, from 0."""
    digest = hashlib.sha256(f"{source}:{place[0]}:{place[1]}:{nth}".encode()).hexdigest()
    return "c" + digest[:16]


def _with_ids(source: Source, drafts: Sequence[Claim]) -> tuple[Claim, ...]:
    """Content-derived ids: the same words at the same place, whichever machine reads them."""
    seen: dict[tuple[int, int], int] = {}
    claims = []
    for draft in drafts:
        place = (draft.start, draft.end)
        nth = seen[place] = seen.get(place, -1) + 1
        claims.append(_named(draft, claim_id(source.id, place, nth)))
    return tuple(claims)
