"""Commands on the imported articles: what there is, and what is known of each."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli_base import DAY, Session, one_source, pass_session
from workbench.cli_describe import describe, remove, restore
from workbench.cli_diff import diff
from workbench.cli_evidence import evidence
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.store import SourceRow

_ORDERS = ("file", "published", "title", "publisher", "claims")


@click.group(invoke_without_command=True)
@click.pass_context
def sources(ctx: click.Context) -> None:
    """The imported articles; without a further word, a list of them.

    \b
    Examples:
      workbench sources
      workbench sources list --publisher reuters --since 2025-05-01
      workbench sources show report.txt
      workbench sources remove s3f9a
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_sources)


@sources.command("list")
@click.option("--publisher", metavar="WORDS", help="Only of publishers whose name has these words.")
@click.option("--language", "code", metavar="CODE", help="Only in this language.")
@click.option("--format", "form", metavar="NAME", help="Only what this reader has read: html, pdf, ...")
@click.option("--since", type=DAY, metavar="DATE", help="Only what was published from this day on.")
@click.option("--until", type=DAY, metavar="DATE", help="Only what was published up to this day.")
@click.option("--undated", is_flag=True, help="Only what has no day of publication.")
@click.option("--removed", is_flag=True, help="Only what was taken out.")
@click.option("--sort", type=click.Choice(_ORDERS), default="file", show_default=True, help="The order.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line instead.")
@pass_session
def list_sources(
    session: Session,
    publisher: str | None = None,
    code: str | None = None,
    form: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    undated: bool = False,
    removed: bool = False,
    sort: str = "file",
    as_json: bool = False,
) -> None:
    """List the imported articles.

    Where any has its text from elsewhere: whom it credits, and of which fuller article it is a near copy.
    Options may be given together.

    \b
    Examples:
      workbench sources list
      workbench sources list --undated --language tr
      workbench sources list --since 2025-05-01 --sort published
      workbench sources list --removed
      workbench sources list --json > sources.jsonl
    """
    from workbench.cli_source_output import print_rows, row_as_json
    from workbench.folding import fold

    if undated and (since or until):
        raise UsageError("Not with --undated", "--since and --until ask for a day", "give either")
    first, last = (day.date() if day else None for day in (since, until))
    with session.open() as store:
        rows = [
            row
            for row in store.sources(removed=removed)
            if bool(row.removed) == removed
            and (code is None or row.language == code.strip().lower())
            and (form is None or row.format == form.strip().lower())
            and all(word in fold(row.publisher or "") for word in fold(publisher or "").split())
            and not (undated and row.published)
            and _published_within(row, first, last)
        ]
        rows.sort(key=lambda row: _place(row, sort))
        if as_json:
            for row in rows:
                click.echo(row_as_json(row))
        else:
            print_rows(store, rows)


def _published_within(row: SourceRow, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    day = row.published
    return bool(day and (first is None or day.end >= first) and (last is None or day.start <= last))


def _place(row: SourceRow, sort: str) -> tuple[object, ...]:
    """Where a row stands: the latest and the fullest first, names in their order, what has none last."""
    match sort:
        case "published":
            return (-row.published.best.toordinal() if row.published else 0, row.file, row.id)
        case "claims":
            return (-row.claims, row.file, row.id)
        case "title" | "publisher":
            name = (row.title if sort == "title" else row.publisher) or ""
            return (not name, name.casefold(), row.file, row.id)
        case _:
            return (row.file, row.id)


@sources.command()
@click.argument("source")
@click.option("--text", "whole_text", is_flag=True, help="Print its text as it is read instead.")
@click.option(
    "--original",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write its original, as it came, to this file.",
)
@click.option("--force", is_flag=True, help="Overwrite that file where it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead.")
@pass_session
def show(
    session: Session, source: str, whole_text: bool, original: Path | None, force: bool, as_json: bool
) -> None:
    """Show everything known of an article.

    Its title, author, publisher and address, its day of publication with all that tells it, how it was
    had, what it is a copy of, what was set by hand, and the decisions that rest on it. SOURCE is a file
    name or the beginning of an id.

    \b
    Examples:
      workbench sources show report.txt
      workbench sources show s3f9a --text
      workbench sources show s3f9a --original page.html
    """
    from workbench.cli_source_output import as_json as in_json
    from workbench.cli_source_output import print_about, write_original
    from workbench.sourcing import about
    from workbench.visible import visible

    with session.open() as store:
        known = about(store, one_source(store.sources(removed=True), source))
        if original:
            write_original(known.source, original, force=force)
            click.echo(f"{original}: {len(known.source.original):,} bytes")
        elif whole_text:
            for line in known.source.text.split("\n"):
                click.echo(visible(line))
        elif as_json:
            click.echo(in_json(known))
        else:
            print_about(known)


for _command in (remove, restore, describe, evidence, diff):
    sources.add_command(_command)
