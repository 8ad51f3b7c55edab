"""Reading without a database: one text in, one row out, offsets counted in the text as it was given."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

import msgspec

from workbench.claims import Transcript
from workbench.errors import WorkbenchError
from workbench.extracting import transcribed
from workbench.languages.loader import LANGUAGES
from workbench.models import Source
from workbench.records.rows import Row, claim_row, date_row, quantity_row
from workbench.sources import source_from_text
from workbench.sources.alignment import Aligned, align

_PLACES = (("start", "end"), ("expr_start", "expr_end"))
"""Keys of a row that hold the offsets of a stretch (a date's start and end are days)."""
_WORDS = ("text", "expr")
"""Keys of a row that hold the words of its stretch."""


class Given(msgspec.Struct, frozen=True):
    """One line of the filter's input. `published` is an ISO date, of which a time is left out."""

    text: str
    id: str | int | None = None
    published: str | None = None
    language: str | None = None


def read_lines(lines: Iterable[bytes]) -> Iterator[Row]:
    """A row for each line of JSON, in order; a line that cannot be read gives a row that says why.

    Blank lines give nothing.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            row = _row_of_line(line)
            if row["error"]:
                row["error"] = f"line {number}: {row['error']}"
            yield row


def _row_of_line(line: bytes) -> Row:
    try:
        # json, as msgspec refuses the lone surrogates that a cut-off text may hold
        given = msgspec.convert(json.loads(line), type=Given)
        published = date.fromisoformat(given.published[:10]) if given.published else None
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        return _row(None, None, Transcript(), error=str(error))
    try:
        return read_text(given.text, published=published, code=given.language) | {"id": given.id}
    except WorkbenchError as error:
        return _row(given.id, given.language, Transcript(), error=str(error))


def read_text(text: str, *, published: date | None = None, code: str | None = None) -> Row:
    """All that is read in `text`, offsets in it; where language and day are not given, the text tells them.

    A language without a pack gives empty lists. The row's ``id`` is the source's.
    """
    aligned = align(text)
    source = source_from_text(aligned.text, file="-", published=published, code=code)
    row = _row(source.id, source.language, transcribed(source), source=source)
    if source.language not in LANGUAGES:
        row["error"] = f"no reader for the language {source.language} yet"
    return row if aligned.text is text else _in_original(row, aligned)


def transcript_row(source: Source) -> Row:
    """The same for a source that was read already; offsets count in its own text."""
    return _row(source.id, source.language, transcribed(source), source=source)


def _row(
    key: str | int | None,
    code: str | None,
    read: Transcript,
    *,
    source: Source | None = None,
    error: str | None = None,
) -> Row:
    return {
        "id": key,
        "language": code,
        "sentences": [{"start": start, "end": end} for start, end in read.sentences],
        "quantities": [quantity_row(quantity) for quantity in read.quantities],
        "dates": [date_row(span) for span in read.dates],
        "ordinals": [asdict(ordinal) for ordinal in read.ordinals],
        "names": [asdict(name) for name in read.names],
        "claims": [claim_row(claim, source, None) for claim in read.claims] if source else [],
        "times": [asdict(time) for time in read.times],
        "published": source.published.best.isoformat() if source and source.published else None,
        "error": error,
    }


def _in_original(value: Any, aligned: Aligned) -> Any:
    """A row, or a part of one, with every stretch moved to the original text, its words taken from there."""
    if isinstance(value, list):
        return [_in_original(one, aligned) for one in value]
    if not isinstance(value, dict):
        return value
    moved = {key: _in_original(one, aligned) for key, one in value.items()}
    for first, last in _PLACES:
        start, end = moved.get(first), moved.get(last)
        if isinstance(start, int) and isinstance(end, int):
            start, end = moved[first], moved[last] = aligned.span(start, end)
            moved |= {key: aligned.original[start:end] for key in _WORDS if key in moved}
    return moved
