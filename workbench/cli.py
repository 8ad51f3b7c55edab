"""The command line: parse, call, print. A command imports what it needs when it runs."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench import __version__
from workbench.cli_base import ErrorGroup, Session, in_browser, on_terminal
from workbench.cli_belonging import different, merge, same, split, stage
from workbench.cli_care import backup, check
from workbench.cli_changed import changed, keep
from workbench.cli_choosing import policy_in_force
from workbench.cli_conflicts import conflicts
from workbench.cli_correct import claim, correct, reject
from workbench.cli_decide import decide, undo
from workbench.cli_events import event, events
from workbench.cli_export import export
from workbench.cli_fetching import fetching_options, refresh_option
from workbench.cli_import import import_articles
from workbench.cli_languages import languages
from workbench.cli_log import log
from workbench.cli_match import match_command
from workbench.cli_merging import import_decisions
from workbench.cli_plug_ins import plug_ins
from workbench.cli_read import explain, read, search, show
from workbench.cli_reconcile import reconcile
from workbench.cli_reread import reread
from workbench.cli_serve import serve
from workbench.cli_sources import sources
from workbench.cli_stats import stats
from workbench.cli_verify import verify
from workbench.cli_watch import watch
from workbench.errors import EXIT_OK, EXIT_PARTIAL, UsageError

if TYPE_CHECKING:
    from workbench.fetching.rules import Rules

SOURCES = Path("sources")
PATHS = click.Path(path_type=Path)


@click.group(
    cls=ErrorGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--db", type=PATHS, help="The database (default: WORKBENCH_DB, the settings file, claims.db).")
@click.option("--reviewer", metavar="NAME", help="Name written beside your decisions (default: login name).")
@click.option("--interface", metavar="en|tr", help="Language of the desk (default: as your locale).")
@click.option("--theme", metavar="NAME", help="Its colours: workbench, workbench-light or workbench-ansi.")
@click.version_option(__version__, prog_name="workbench")
@click.pass_context
def main(
    ctx: click.Context, db: Path | None, reviewer: str | None, interface: str | None, theme: str | None
) -> None:
    """Find, explain and decide where news sources disagree.

    Without a command: open the review screen on the database.

    \b
    Examples:
      workbench import sources/
      workbench
      workbench --db other.db conflicts
    """
    from workbench.config import VARIABLES, load_settings

    settings = load_settings(db=db, reviewer=reviewer, interface=interface, theme=theme)
    for name in ("publishers", "scale", "policy"):
        # Processes that read for an import find it there, too, and so does whoever exports.
        if named := getattr(settings, name):
            os.environ[VARIABLES[name]] = named
    ctx.obj = Session(settings.db, settings.reviewer, settings)
    if ctx.invoked_subcommand is None:
        ctx.invoke(review)


@main.command("import")
@click.argument("named", metavar="FILE|FOLDER|PATTERN|URL|-...", nargs=-1, required=True)
@click.option("--no-match", is_flag=True, help="Only read the articles; do not link claims and compare.")
@click.option(
    "--columns",
    metavar="FIELD=COLUMN,...",
    default="",
    help="Columns of a table: text, html, title, url, published, publisher, author, language.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what became of each article as one JSON object.")
@click.option(
    "--max-size",
    type=click.IntRange(min=1),
    metavar="MB",
    help="Largest document that is read (default: 64).",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1, max=64),
    metavar="N",
    help="Processes that read (default: one a core; a few small texts need none).",
)
@click.option(
    "--follow/--no-follow",
    default=None,
    help="Fetch the articles that a feed or sitemap names; else read what it says of them itself "
    "(default: where it was fetched itself).",
)
@refresh_option
@fetching_options
@click.pass_context
def import_command(
    ctx: click.Context,
    named: tuple[str, ...],
    no_match: bool,
    columns: str,
    as_json: bool,
    max_size: int | None,
    workers: int | None,
    follow: bool | None,
    rules: Rules,
) -> None:
    """Read articles and compare their claims.

    Files, folders with all that stands in them, patterns, - for standard input. An article that is
    already in changes nothing, so that an import that was stopped goes on where it was. Exit code 0: all
    is in; 1: some failed; 3: all did; 130: stopped.

    Addresses are fetched politely and kept with the evidence of how they were had; those that are in
    already are not fetched again without --refresh.

    Columns of CSV and keys of JSON are told by their names where --columns does not name them; a note
    says which were taken. Columns of a table without a first row of names are named by number.

    \b
    Examples:
      workbench import sources/
      workbench import first.txt second.txt
      workbench import "archive/2025-*.txt"
      workbench import https://haber.example/2025/esir-takasi
      workbench import https://haber.example/rss.xml
      workbench import --follow saved-feed.xml
      workbench import - < article.txt
      workbench --db big.db import --no-match archive/
      workbench import --json --no-match archive/ > became.json
      workbench import --columns text=body,title=headline,published=date articles.csv
    """
    from workbench.importing.expanding import Options
    from workbench.sources.columns import parse_columns
    from workbench.sources.documents import LIMITS

    limits = replace(LIMITS, document=max_size * 1_000_000) if max_size else LIMITS
    rules = replace(rules, size=limits.document) if max_size else rules
    options = Options(columns=parse_columns(columns), limits=limits, workers=workers, follow=follow)
    code = import_articles(ctx.obj, named, match=not no_match, options=options, rules=rules, as_json=as_json)
    ctx.exit(code)


@main.command()
@click.argument("paths", nargs=-1, type=PATHS)
@click.pass_context
def run(ctx: click.Context, paths: tuple[Path, ...]) -> None:
    """Import, print the conflicts, review.

    PATHS default to sources/. The review screen opens on a terminal only.

    \b
    Examples:
      workbench run
      workbench run sources/
    """
    code = import_articles(ctx.obj, paths or (SOURCES,), match=True)
    if code in (EXIT_OK, EXIT_PARTIAL):
        ctx.invoke(conflicts)
        if on_terminal():
            _open_screen(ctx.obj)
    ctx.exit(code)


@main.command()
@click.pass_context
def review(ctx: click.Context) -> None:
    """Open the review screen.

    With nothing imported yet it asks for a folder of articles first.

    \b
    Examples:
      workbench review
      workbench --db other.db review
    """
    session: Session = ctx.obj
    if not (on_terminal() or in_browser()):
        _refuse_screen(session)
    policy_in_force(session, None)
    if not in_browser() and _is_empty(session):
        click.echo(f"Nothing imported yet into {session.db}.")
        folder = click.prompt("Folder with articles to import", default=str(SOURCES), type=PATHS)
        code = import_articles(session, [folder], match=True)
        if code not in (EXIT_OK, EXIT_PARTIAL):
            ctx.exit(code)
    _open_screen(session)


def _refuse_screen(session: Session) -> None:
    if not session.db.exists():
        raise UsageError("No database yet", str(session.db), "`workbench import sources/` makes one")
    raise UsageError(
        "No terminal", "the review screen needs one", "`workbench conflicts` prints what it would show"
    )


def _is_empty(session: Session) -> bool:
    if not session.db.exists():
        return True
    with session.open() as store:
        return not store.sources()


def _open_screen(session: Session) -> None:
    from workbench import publishers
    from workbench.tui.app import ReviewApp
    from workbench.tui.looks import looks_of

    publishers.check()
    ReviewApp(session.db, session.reviewer, looks=looks_of(session.settings)).run()


for _commands in (
    (read, languages, conflicts, show, search, sources, log, explain, events, event),
    (
        decide,
        undo,
        same,
        different,
        merge,
        split,
        stage,
        changed,
        keep,
        import_decisions,
        reread,
        match_command,
    ),
    (serve, export, reconcile, verify, watch),
    (reject, correct, claim),
    (backup, check, plug_ins, stats),
):
    for _command in _commands:
        main.add_command(_command)
