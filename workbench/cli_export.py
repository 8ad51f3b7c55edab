"""The command that writes what the workbench holds to a file or prints it."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli_base import Session, pass_session
from workbench.cli_choosing import event_options, events_of, policy_in_force, policy_option
from workbench.cores import LINES, cores, load
from workbench.errors import UsageError
from workbench.visible import visible

if TYPE_CHECKING:
    from workbench.exporting import Choice, Export
    from workbench.records.writing import Settings, Writer
    from workbench.store import Store

WHATS = ("claims", "events", "discrepancies", "attributes", "decisions")
_MOST = 10
"""Reasons for leaving objects out that are told in a terminal."""
_NAMED = 2
"""Objects that are named there for each."""
_LARGE = 10_000_000
"""Bytes of a database from which on it may hold so many objects that several processes make their lines."""


def _complete_formats(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    from workbench.records.writers import writers

    return [name for name in writers() if name.startswith(begun)]


@click.command()
@click.argument("what", type=click.Choice(WHATS))
@click.option(
    "--format",
    "format_",
    metavar="NAME",
    default="jsonl",
    show_default=True,
    shell_complete=_complete_formats,
    help="jsonl, json, csv, xlsx, parquet, sqlite, markdown, html, ics, claimreview, ged, acled or prov; "
    "docs/formats.md describes each.",
)
@event_options
@policy_option("--policy", about="Choose values where nobody decided: `workbench reconcile --policies`.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("-"),
    help="File to write, whole or not at all (default -: print it).",
)
@click.option("--force", is_flag=True, help="Overwrite the file.")
@click.option("--bom", is_flag=True, help="Begin csv with the mark by which spreadsheets know UTF-8.")
@click.option(
    "--language",
    type=click.Choice(("en", "tr")),
    help="Of our words, in what people read (default: your desk's, if set; else en).",
)
@click.option(
    "--metadata",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="With sqlite: write what Datasette is told of the file here, too.",
)
@click.option(
    "--scale",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your scale, by which claimreview rates what was decided.",
)
@pass_session
def export(
    session: Session,
    /,
    what: str,
    format_: str = "jsonl",
    policy: str | None = None,
    out: Path = Path("-"),
    force: bool = False,
    bom: bool = False,
    language: str | None = None,
    metadata: Path | None = None,
    scale: Path | None = None,
    **filters: Any,
) -> None:
    """Write claims, events, discrepancies, attributes of events or decisions.

    The options choose events; of all else that is written which belongs to them. Options may
    be given together; --event and --type several times. The beginning of an event's id is enough. An event
    without a date is in no period.

    Where nobody decided, --policy chooses values of events and attributes (docs/policies.md).

    A file that is there already is overwritten only with --force.

    \b
    Examples:
      workbench export claims --format jsonl --out claims.jsonl
      workbench export discrepancies --format markdown --event e3f9
      workbench export events --format html --language tr --out events.html
      workbench export events --format csv --bom --state reconciled --out events.csv
      workbench export events --format sqlite --out events.db --metadata events.metadata.json
      workbench export events --format claimreview --scale scale.toml --out reviews.jsonld
      workbench export events --policy conservative --format csv --out events.csv
      workbench export events --type prisoner_exchange --since 2025-05-01 --until 2025-05-31
    """
    if format_ == "jsonl" and not any(filters.values()):
        _load_early(session.db)
    from workbench.exporting import Choice, write_export
    from workbench.records.rows import POLICED, as_what
    from workbench.records.writers import writer_named

    _refuse_what_it_has_not(format_, bom=bom, scale=scale)
    _check_files(session, format_, out, metadata, force=force)
    if policy and what not in POLICED:
        raise UsageError("A policy chooses values of events", what, f"{' and '.join(POLICED)} have them")
    settings = _settings(session, language, scale, bom=bom)
    chosen_by = policy_in_force(session, policy) if what in POLICED else None
    writer = writer_named(format_, as_what(what))
    with session.open() as store:
        choice = Choice(as_what(what), events_of(store, **filters), policy=chosen_by)
        if out == Path("-"):
            made = _print(store, choice, writer, settings)
        else:
            made = write_export(store, choice, format_, out, force=force, settings=settings)
    if metadata:
        _write_metadata(metadata, made, out.stem)
    _tell_refused(made)


def _load_early(database: Path) -> None:
    """Lets what makes the lines of many objects load while the database is opened and looked through."""
    if cores() > 1 and database.is_file() and database.stat().st_size >= _LARGE:
        load(LINES)


def _refuse_what_it_has_not(format_: str, *, bom: bool, scale: Path | None) -> None:
    """Raise UsageError where an option is given that is for another format."""
    if bom and format_ != "csv":
        raise UsageError("Only csv has a byte order mark", format_, "leave out --bom")
    if scale and format_ != "claimreview":
        raise UsageError("Only claimreview has ratings", format_, "leave out --scale")


def _settings(session: Session, language: str | None, scale: Path | None, *, bom: bool) -> Settings:
    from workbench.records.scale import scale_in_force
    from workbench.records.writing import Settings

    rates = scale_in_force(scale) if scale else None
    return Settings(_language(session, language), byte_order_mark=bom, scale=rates)


def _language(session: Session, asked: str | None) -> str:
    from workbench.words import LANGUAGES, SOURCE_LANGUAGE

    wanted = asked or (session.settings and session.settings.interface) or SOURCE_LANGUAGE
    return wanted if wanted in LANGUAGES else SOURCE_LANGUAGE


def _check_files(session: Session, format_: str, out: Path, metadata: Path | None, *, force: bool) -> None:
    """Raise UsageError where a file cannot be written, or no metadata belongs to this export."""
    from workbench.records.output import check_target

    if metadata and format_ != "sqlite":
        raise UsageError("Only sqlite has metadata for Datasette", format_, "leave out --metadata")
    if metadata and out == Path("-"):
        raise UsageError("Metadata names its database", "which is printed", "add --out FILE.db")
    if metadata and metadata.absolute() == out.absolute():
        raise UsageError("One file for both", str(metadata), "name another file with --metadata")
    for path in (out, metadata):
        if path and path != Path("-"):
            check_target(path, force=force, spared=session.db)


def _write_metadata(path: Path, made: Export, database: str) -> None:
    from workbench.records.datasette import metadata
    from workbench.records.output import write_whole

    write_whole(path, [metadata(made.made, database)])


def _print(store: Store, choice: Choice, writer: Writer, settings: Settings) -> Export:
    """Writes to standard output. Raises UsageError where that would garble somebody's terminal."""
    from workbench.exporting import export

    if not writer.is_text and sys.stdout.isatty():
        raise UsageError("Not for a terminal", f"{writer.name} is no text", f"add --out FILE{writer.ending}")
    with store.standing_still():
        made = export(store, choice, settings=settings)
        for piece in writer.write(made):
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    return made


def _tell_refused(made: Export) -> None:
    """Says what the format had no place for: in a terminal by reason with some names, else each by name."""
    if not sys.stderr.isatty():
        for one in made.refused:
            click.echo(f"left out: {visible(one.label)}: {visible(one.why)}", err=True)
        return
    reasons: dict[str, list[str]] = {}
    for one in made.refused:
        reasons.setdefault(one.why, []).append(visible(one.label))
    for why, labels in islice(reasons.items(), _MOST):
        named = "; ".join(labels[:_NAMED])
        more = f"; {len(labels) - _NAMED:,} more" if len(labels) > _NAMED else ""
        click.echo(f"left out: {visible(why)}: {named}{more}", err=True)
    if len(reasons) > _MOST or any(len(labels) > _NAMED for labels in reasons.values()):
        click.echo(f"{len(made.refused):,} left out; 2> FILE lists them all", err=True)
