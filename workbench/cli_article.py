"""How a single article was understood, for a person: its text with marks, and each claim below it.

Every mark has a sign beside its colour; without colours brackets show where a mark ends.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

import click
from rich.console import Console
from rich.text import Text

from workbench import transcripts
from workbench.claims import Transcript
from workbench.cli_base import counted
from workbench.errors import EXIT_FAILED, EXIT_OK, EXIT_PARTIAL
from workbench.extracting import extractors_of, transcribed
from workbench.languages.loader import load
from workbench.models import HEARSAY, Claim, DateSpan, Quantity, Source
from workbench.records.rows import Row
from workbench.sources import read_source, source_from_document
from workbench.sources.documents import Document
from workbench.visible import one_line, visible

_STDIN = Path("-")

_SIGNS = {
    "date": ("@", "cyan underline"),
    "number": ("#", "bold yellow"),
    "ordinal": ("№", "yellow"),
    "time": ("◷", "cyan"),
    "name": ("*", "green"),
    "speaker": ("»", "bold magenta"),
}
_EXCERPT = 70


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str


def show_article(file: Path, *, as_json: bool, published: date | None, code: str | None) -> None:
    """Read one file, or standard input for "-", and print how it was understood.

    Raises LanguageError where there is no pack for the language that is given.
    """
    if code:
        load(code)
    if file == _STDIN:
        document = Document("-", sys.stdin.buffer.read())
        source = source_from_document(document, published=published, code=code)
    else:
        source = read_source(file, published=published, code=code)
    if as_json:
        _write(sys.stdout.buffer, transcripts.transcript_row(source))
    else:
        print_article(source, transcribed(source))


def filter_lines(file: Path) -> int:
    """Lines of JSON in, lines of JSON out, one by one; returns the exit code."""
    read = failed = 0
    with click.open_file(str(file), "rb") as lines:
        for row in transcripts.read_lines(lines):
            read += 1
            if row["error"]:
                failed += 1
                click.echo(f"error: {visible(row['error'])}", err=True)
            _write(sys.stdout.buffer, row)
    if not failed:
        return EXIT_OK
    return EXIT_FAILED if failed == read else EXIT_PARTIAL


def _write(out: BinaryIO, row: Row) -> None:
    # A lone surrogate has no bytes in UTF-8: its escape is the same character to a reader of JSON.
    out.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
    out.flush()


def print_article(source: Source, read: Transcript) -> None:
    """The article sentence by sentence, what was marked in it, and the claims that it makes."""
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=not sys.stdout.isatty())
    console.print(_head(source, read))
    console.print(_legend())
    marks = _marks(read)
    starts = [mark.start for mark in marks]
    by_sentence: dict[int, list[tuple[int, Claim]]] = {}
    for number, claim in enumerate(read.claims, 1):
        by_sentence.setdefault(claim.context_start, []).append((number, claim))
    for block in source.blocks:
        console.print()
        inside = [s for s in read.sentences if block.start <= s[0] < block.end]
        if block.kind in ("furniture", "dateline"):
            console.print(Text(f"· {visible(source.text[block.start : block.end])}", style="dim"))
            continue
        if block.kind != "paragraph":
            console.print(Text(block.kind.replace("_", " "), style="dim italic"))
        for start, end in inside or [(block.start, block.end)]:
            own = marks[bisect_left(starts, start) : bisect_left(starts, end)]
            console.print(
                _marked(source.text, start, end, own, colours=not console.no_color and console.is_terminal)
            )
            for number, claim in by_sentence.get(start, ()):
                for line in _claim_lines(number, claim):
                    console.print(line)


def _head(source: Source, read: Transcript) -> Text:
    when = source.published
    day = f"published {when.best.isoformat()} ({when.basis})" if when else "no publication date"
    parts = (
        visible(source.file), source.language, day,
        counted(len(read.sentences), "sentence"), counted(len(read.claims), "claim"),
        counted(len(read.dates), "date"), counted(len(read.quantities), "number"),
    )  # fmt: skip
    return Text("  ".join(parts), style="bold")


def _legend() -> Text:
    legend = Text("marks: ", style="dim")
    for kind, (sign, style) in _SIGNS.items():
        legend.append(f"{sign}{kind}", style=style).append("  ")
    return legend


def _marks(read: Transcript) -> list[_Mark]:
    """What is marked, in order, none inside another: of two that overlap the first and longest stays."""
    speakers = {claim.speaker for claim in read.claims}
    found = [
        *(_Mark(one.expr_start, one.expr_end, "date") for one in read.dates),
        *(_Mark(one.start, one.end, "time") for one in read.times),
        *(_Mark(one.start, one.end, "ordinal") for one in read.ordinals),
        *(_Mark(one.start, one.end, "number") for one in read.quantities),
        *(
            _Mark(one.start, one.end, "speaker" if one.canonical in speakers else "name")
            for one in read.names
        ),
    ]
    kept: list[_Mark] = []
    for mark in sorted(found, key=lambda one: (one.start, -one.end)):
        if mark.end > mark.start and (not kept or mark.start >= kept[-1].end):
            kept.append(mark)
    return kept


def _marked(text: str, start: int, end: int, marks: Sequence[_Mark], *, colours: bool) -> Text:
    out, at = Text(), start
    for mark in marks:
        sign, style = _SIGNS[mark.kind]
        stop = min(mark.end, end)
        out.append(one_line(text[at : mark.start]))
        words = one_line(text[mark.start : stop])
        out.append(f"{sign}{words}" if colours else f"[{sign}{words}]", style=style)
        at = stop
    return out.append(one_line(text[at:end]))


def _claim_lines(number: int, claim: Claim) -> Iterator[Text]:
    parts = [
        claim.event_type.replace("_", " "),
        claim.modality,
        *(["hearsay"] if HEARSAY in claim.aspects else []),
        *(f"by extractor {one_line(name)}" for name in extractors_of(claim)),
    ]
    if claim.date:
        parts.append(_date(claim.date))
    if claim.place:
        parts.append(f"in {claim.place}")
    if claim.participants:
        parts.append(f"with {', '.join(claim.participants)}")
    line = Text(f"  {number:>3} ", style="bold").append(visible(" · ".join(parts)), style="not bold")
    if claim.speaker:
        line.append(f" · » says {visible(claim.speaker)}", style="bold magenta")
    yield line
    if (claim.start, claim.end) != (claim.context_start, claim.context_end):
        words = visible(claim.text)
        short = words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 1]}…"
        yield Text(f"      of “{short}”", style="dim")
    for quantity in claim.quantities:
        yield Text(f"      # {_quantity(quantity)}", style="yellow")


def _date(span: DateSpan) -> str:
    days = span.start.isoformat()
    if span.end != span.start:
        days = f"{days}…{span.end.isoformat()}"
    return f"{days} ({span.precision}, {span.basis.replace('_', ' ')})"


def _quantity(quantity: Quantity) -> str:
    """The number with all that is known of it, as one line."""
    told = [f"{quantity.value:.15g}", quantity.unit]
    if quantity.counted and quantity.counted != quantity.unit:
        told.append(quantity.counted)
    if quantity.side:
        told.append("each side" if quantity.side == "each" else f"of {quantity.side}")
    if quantity.qualifier:
        told.append(f"({quantity.qualifier})")
    if quantity.modifier != "exactly":
        low, high = ("…" if one is None else f"{one:.15g}" for one in (quantity.low, quantity.high))
        told.append(f"{quantity.modifier.replace('_', ' ')} [{low}, {high}]")
    if quantity.scope == "running_total":
        told.append("running total")
    marks = [name for name, holds in (("part", quantity.part), ("sum", quantity.total)) if holds]
    return visible(" ".join([*told, *marks]).replace("_", " "))
