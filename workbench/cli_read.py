"""Commands that only read: what differs, why, where it stands."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from workbench.cli_base import DAY, Session, full_id, pass_session
from workbench.errors import UsageError


@click.command()
@click.argument("file", metavar="FILE|-", default="-", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead.")
@click.option("--jsonl", "as_filter", is_flag=True, help="Read lines of JSON, write lines of JSON.")
@click.option("--published", type=DAY, help="Day of publication (default: the text's).")
@click.option("--language", metavar="CODE", help="Language of the text (default: the text tells).")
def read(
    file: Path,
    as_json: bool = False,
    as_filter: bool = False,
    published: datetime | None = None,
    language: str | None = None,
) -> None:
    """Show how an article is understood.

    Prints its text with dates, numbers, names and speakers marked, and each claim it makes with who says
    it, when, where, how many and how certain. Needs no database. FILE - is standard input.

    With --jsonl each line is {"id", "text", "published", "language"}, of which only the text is required, and
    gives one line with everything that was read. Exit code 1: some lines could not be read; 3: none could.

    \b
    Examples:
      workbench read article.txt
      workbench read --json article.txt
      workbench read page.html
      workbench read --published 2025-05-20 - < article.txt
      workbench read --jsonl < texts.jsonl > read.jsonl
    """
    from workbench.cli_article import filter_lines, show_article

    if as_filter:
        if as_json or published or language:
            raise UsageError("Not with --jsonl", "each line names its own day and language")
        click.get_current_context().exit(filter_lines(file))
    show_article(file, as_json=as_json, published=published.date() if published else None, code=language)


@click.command()
@click.argument("discrepancy", metavar="ID")
@pass_session
def show(session: Session, discrepancy: str) -> None:
    """Print one discrepancy whole.

    Why it stands there, and each value with its passage, source and date. The beginning of the id is enough.

    \b
    Examples:
      workbench show 3f9a
    """
    from workbench.cli_output import print_discrepancy

    with session.open() as store:
        key = full_id(discrepancy, store.queue_ids(), "discrepancy")
        print_discrepancy(store, store.discrepancy(key))


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", default=50, show_default=True, type=click.IntRange(min=1), help="Most hits to print."
)
@click.option("--removed", is_flag=True, help="Only in articles that were taken out.")
@pass_session
def search(session: Session, words: tuple[str, ...], limit: int, removed: bool) -> None:
    """Search claims and articles.

    Case, accents and Turkish dots do not matter.

    \b
    Examples:
      workbench search istanbul
      workbench search esir takasi --limit 5
      workbench search istanbul --removed
    """
    from workbench.cli_output import print_hits

    with session.open() as store:
        print_hits(store, store.search(" ".join(words), limit=limit, removed=removed))


@click.command()
@click.argument("first", metavar="CLAIM")
@click.argument("second", metavar="CLAIM")
@pass_session
def explain(session: Session, first: str, second: str) -> None:
    """Say why two claims stand in one event, or why not.

    Prints the parts of their score as a waterfall, and what forbids one event; where only other claims link
    them, each link of the chain.

    \b
    Examples:
      workbench explain 71c0e2 9ab41f
    """
    from workbench.cli_explain import print_apart, print_chain, print_pair, print_said

    with session.open() as store:
        event_of = store.event_of_claim()
        one, other = (full_id(given, event_of, "claim") for given in (first, second))
        if one == other:
            raise UsageError("Two claims are needed", f"{one} was named twice")
        if event_of[one] != event_of[other]:
            print_apart(store, one, other)
            return
        if not print_chain(store, event_of[one], one, other):
            print_pair(store, one, other)
        print_said(store, one, other)
