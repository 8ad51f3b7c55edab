"""What is printed of articles: the list of them, and one with everything that is known of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from workbench.cli_base import counted, short_ids
from workbench.cli_output import describe_decision, new_console, new_table
from workbench.decisions.claim_fields import date_text
from workbench.decisions.describing import FIELDS, given
from workbench.decisions.telling import at_time, cited, word
from workbench.errors import UsageError, WorkbenchError
from workbench.models import (
    DateSign,
    Source,
    Version,
)
from workbench.publishers import Publisher, publisher_of
from workbench.visible import one_line, visible

if TYPE_CHECKING:
    from workbench.models import Decision
    from workbench.sourcing import About
    from workbench.store import SourceRow, Store

_SIGNS = {
    "given": "given",
    "metadata": "page metadata",
    "text": "text",
    "url": "address",
    "file_name": "file name",
    "feed": "feed",
}


def print_rows(store: Store, rows: Sequence[SourceRow]) -> None:
    """Articles as a table: on a terminal two lines each, in a pipe one, with a column for everything."""
    if not rows:
        new_console().print("no articles")
        return
    whence = _whence(store, rows)
    (_print_lines if sys.stdout.isatty() else _print_columns)(rows, whence)


def _print_lines(rows: Sequence[SourceRow], whence: Mapping[str, str]) -> None:
    short = short_ids(row.id for row in rows)
    table = new_table("published", "article", "claims", "id")
    for row in rows:
        day = row.published.best.isoformat() if row.published else "-"
        known = f"\n{row.published.basis}" if row.published else ""
        about = " · ".join(filter(None, (row.file, row.publisher, row.language, whence[row.id])))
        article = Text(one_line(row.title or "-"), style="bold")
        table.add_row(
            Text(day).append(known, style="dim"),
            article.append(f"\n{one_line(about)}", style="not bold dim"),
            Text(str(row.claims), justify="right"),
            Text(short[row.id]),
        )
    new_console().print(table)
    claims = sum(row.claims for row in rows)
    new_console().print(Text(f"{counted(len(rows), 'article')}, {counted(claims, 'claim')}"))


def _print_columns(rows: Sequence[SourceRow], whence: Mapping[str, str]) -> None:
    columns = ["file", "published", "how known", "language", "claims", "title", "publisher", "id"]
    table = new_table(*columns, *(["text from"] if any(whence.values()) else []))
    for row in rows:
        date, known = (row.published.best.isoformat(), row.published.basis) if row.published else ("", "")
        said = (row.file, date, known, row.language, str(row.claims), row.title or "", row.publisher or "")
        cells = (*said, row.id, whence[row.id])
        table.add_row(*(Text(visible(cell)) for cell in cells[: len(table.columns)]))
    new_console().print(table)


def _whence(store: Store, rows: Sequence[SourceRow]) -> dict[str, str]:
    """Whom each article credits, of which it is a near copy, and by whom it was taken out."""
    files = {row.id: row.file for row in rows}
    missing = {row.copy_of for row in rows if row.copy_of and row.copy_of not in files}
    files |= {row.id: row.file for row in store.source_rows(missing)}
    out = store.decisions_by_id(row.removed for row in rows if row.removed)
    return {
        row.id: "; ".join(
            [
                *row.credits,
                *_relation(row, files),
                *([at_time(out[row.removed])] if row.removed in out else []),
            ]
        )
        for row in rows
    }


def _relation(row: SourceRow, files: Mapping[str, str]) -> list[str]:
    if row.version:
        return [_version(row.version)]
    return [f"near copy of {files.get(row.copy_of, row.copy_of)}"] if row.copy_of else []


def _version(version: Version) -> str:
    return f"version {version.number} of {version.of}"


def row_as_json(row: SourceRow) -> str:
    """An article of the list as one line of JSON."""
    return _dumped(_row(row))


def _row(row: SourceRow) -> dict[str, Any]:
    day = row.published
    return {
        "id": row.id,
        "file": row.file,
        "title": row.title,
        "author": row.author,
        "publisher": row.publisher,
        "url": row.url,
        "published": date_text(day) if day else None,
        "published_basis": day.basis if day else None,
        "language": row.language,
        "format": row.format,
        "sha256": row.sha256,
        "claims": row.claims,
        "credits": list(row.credits),
        "copy_of": row.copy_of,
        "version": row.version
        and {"article": row.version.article, "number": row.version.number, "of": row.version.of},
        "removed": row.removed,
    }


def as_json(known: About) -> str:
    """Everything known of an article as one JSON object."""
    day = known.source.published
    outlet = publisher_of(known.source.url, known.source.publisher)
    return _dumped(
        {
            **_row(known.row),
            "outlet": outlet
            and {"name": outlet.name, "kind": outlet.kind, "country": outlet.country, "owner": outlet.owner},
            "published_reason": day.reason if day else None,
            "published_evidence": day.evidence if day else None,
            "signs": [
                {"kind": one.kind, "days": _days(one), "evidence": one.evidence} for one in known.source.signs
            ],
            "encoding": known.source.encoding,
            "characters": len(known.source.text),
            "bytes": len(known.source.original),
            "told": {name: given(known.told, name) for name in known.set_by},
            "set_by": {name: entry.id for name, entry in known.set_by.items()},
            "retrieved": [
                {"at": one.at, "url": one.url, "final_url": one.final_url, "status": one.status}
                for one in known.retrievals
            ],
            "copies": [row.id for row in known.copies],
            "corrections": known.resting.corrections,
            "decisions": [entry.id for entry in known.resting.decisions],
        }
    )


def _dumped(content: object) -> str:
    # Escaped, so that nothing of an article steers the terminal.
    return json.dumps(content, ensure_ascii=True)


def print_about(known: About) -> None:
    """Everything known of an article, a fact a line."""
    out = new_console()
    out.print(Text(one_line(known.source.title or known.source.file), style="bold"))
    if known.removed:
        out.print(Text(one_line(f"out: {word(known.removed)}"), style="bold yellow"))
    facts = Table.grid(padding=(0, 2, 0, 0))
    facts.add_column(no_wrap=True, style="dim")
    facts.add_column(overflow="fold")
    for name, value in _facts(known):
        facts.add_row(name, Text(one_line(value)))
    out.print(facts)
    for entry in known.resting.decisions:
        out.print(Text(f"decision: {describe_decision(entry)}"))


def _facts(known: About) -> Iterator[tuple[str, str]]:
    source, row = known.source, known.row
    yield "file", source.file
    for name in FIELDS:
        value = given(source, name)
        if name == "published":
            yield from _day_facts(source, by_hand=name in known.set_by)
        elif value or name in known.set_by:
            yield name, value or "-"
        if name == "publisher" and (outlet := publisher_of(source.url, source.publisher)):
            yield "", _outlet(outlet)
        if entry := known.set_by.get(name):
            yield "", _set(given(known.told, name), entry)
        if name == "published":
            yield from _sign_facts(source)
    if source.url:
        yield "address", source.url
    for one in known.retrievals:
        through = f", from {one.final_url}" if one.final_url != one.url else ""
        yield "had", f"{one.at[:19].replace('T', ' ')} from {one.url}{through}: status {one.status}"
    yield "format", f"{source.format}, {source.encoding}, {len(source.original):,} bytes"
    yield "sha256", source.sha256
    yield "id", source.id
    if row.credits:
        yield "credits", "; ".join(row.credits)
    if known.row.version:
        yield "version", _version(known.row.version)
    for other in known.versions:
        if other.version and other.id != known.row.id:
            yield "other", f"{_version(other.version)}: {other.file} ({other.id})"
    if known.copy_of:
        yield "copy of", f"{known.copy_of.file} ({known.copy_of.id})"
    for copy in known.copies:
        yield "copied by", f"{copy.file} ({copy.id})"
    yield "text", f"{len(source.text):,} characters"
    corrected = known.resting.corrections
    yield "claims", f"{known.resting.claims}" + (f", {counted(corrected, 'correction')}" if corrected else "")
    yield "decisions", str(len(known.resting.decisions))


def _outlet(outlet: Publisher) -> str:
    """What kind of outlet it is, where, and whose: "Reuters: agency, GB, Thomson Reuters"."""
    return f"{outlet.name}: {', '.join(filter(None, (outlet.kind, outlet.country, outlet.owner)))}"


def _set(told: str | None, entry: Decision) -> str:
    return f"set by {cited(entry)}; the import told {told or 'nothing'}"


def _day_facts(source: Source, *, by_hand: bool) -> Iterator[tuple[str, str]]:
    day = source.published
    if day is None:
        yield "published", "unknown: dates told in relation to it stay open"
    else:
        within = "" if day.start == day.end else f", {day.start} to {day.end}"
        yield "published", f"{day.best}{within} ({day.basis})"
        if not by_hand:
            yield "", day.reason
            yield from [("", f"“{day.evidence}”")] if day.evidence else []


def _sign_facts(source: Source) -> Iterator[tuple[str, str]]:
    from workbench.sources.date_conflicts import date_conflicts

    for sign in source.signs:
        yield "sign", f"{_SIGNS[sign.kind]}: {_days(sign)}" + (f" “{sign.evidence}”" if sign.evidence else "")
    for conflict in date_conflicts(source):
        yield "conflict", str(conflict)


def _days(sign: DateSign) -> str:
    from workbench.sources.date_conflicts import only_latest

    if only_latest(sign):
        return f"by {sign.end}"
    return sign.start.isoformat() if sign.start == sign.end else f"{sign.start}/{sign.end}"


def write_original(source: Source, path: Path, *, force: bool) -> None:
    """Writes the bytes that an article was read from. Raises UsageError where the file is there already."""
    if path.exists() and not force:
        raise UsageError("The file is there already", str(path), "give another name, or --force")
    try:
        path.write_bytes(source.original)
    except OSError as error:
        raise WorkbenchError("Cannot write the original", f"{path}: {error.strerror}") from error
