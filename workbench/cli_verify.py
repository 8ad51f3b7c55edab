"""The command that checks an exported file against the database or the articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from workbench.cli_base import SHORT_ID, Session, counted, pass_session
from workbench.cli_choosing import policy_in_force
from workbench.errors import EXIT_PARTIAL, StoreError, UsageError
from workbench.visible import visible

if TYPE_CHECKING:
    from io import RawIOBase

    from workbench.records.rows import What
    from workbench.store import Store
    from workbench.store.stamp import Stamp
    from workbench.verifying import Against, Finding, Tally

_PATH = click.Path(path_type=Path)
_ONE: dict[What, str] = {
    "claims": "claim",
    "events": "event",
    "discrepancies": "difference",
    "attributes": "attribute",
    "decisions": "decision",
}
_WHOLE = {"sealed": "the whole file"}
_NUMBERED_BY_ROW = ("xlsx", "parquet", "sqlite")


@click.command()
@click.argument("export", type=_PATH)
@click.option("--db", type=_PATH, help="The database to check against (default: that of all commands).")
@click.option(
    "--articles",
    type=_PATH,
    multiple=True,
    metavar="FILE|FOLDER",
    help="Check against these articles alone, without a database.",
)
@click.option("--seals-only", is_flag=True, help="Check only that nobody changed the file since.")
@click.option("--policy", metavar="NAME|FILE", help="The policy that chose values, if the file cannot tell.")
@click.option("--scale", type=_PATH, metavar="FILE", help="Your scale, by which claimreview was written.")
@click.option("--part", is_flag=True, help="The file is a part of an export: do not count what is missing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line instead.")
@pass_session
def verify(
    session: Session,
    export: Path,
    db: Path | None = None,
    articles: tuple[Path, ...] = (),
    seals_only: bool = False,
    policy: str | None = None,
    scale: Path | None = None,
    part: bool = False,
    as_json: bool = False,
) -> None:
    """Check an exported file: say what of it no longer holds.

    EXPORT is what `workbench export` wrote. Of jsonl, json, csv, xlsx, parquet and sqlite are looked at each
    object's seal and form; whether all that was exported is there; each article's hash; each quoted word at
    its place; each claim, event, attribute and difference as the database has it now; each decision: whether
    it is there, in effect, and says the same. With --articles the articles are read again, and what they tell
    is checked: hashes, words, claims. ics, claimreview, ged, acled and prov have no seals: each entry is
    compared with what the database would write today. html, markdown and other text that ends in a seal is
    checked as a whole. - is standard input.

    A line for each thing that does not hold, with the line of the file. Exit code 0: all holds; 1:
    something does not; 2: the file cannot be checked.

    \b
    Examples:
      workbench verify claims.jsonl
      workbench verify events.json --db other.db --json
      workbench verify claims.csv --articles folder/ --articles report.pdf
      workbench verify some-claims.jsonl --part
      workbench verify events.html --seals-only
    """
    from workbench.verifying import Tally
    from workbench.verifying import verify as verified

    if sum(map(bool, (db, articles, seals_only))) > 1:
        raise UsageError("One way at a time", "", "give --db, --articles or --seals-only")
    tally = Tally()
    with ExitStack() as stack:
        stream = stack.enter_context(_opened(export))
        store = None if articles or seals_only else stack.enter_context(_database(session, db))
        against = _against(session, store, articles, policy, scale)
        for found in verified(stream, export.name, against, tally, whole=not part):
            _print(found, tally, as_json=as_json)
        for name, why in getattr(against, "unread", ()):
            click.echo(f"not read: {visible(name)}: {visible(why)}", err=True)
        if not as_json:
            by = str(db or session.db) if store else ", ".join(map(str, articles)) or "the seals alone"
            _print_summary(tally, by, store.stamp() if store else None)
    if tally.findings:
        click.get_current_context().exit(EXIT_PARTIAL)


@contextmanager
def _opened(export: Path) -> Iterator[BufferedReader]:
    if export == Path("-"):
        yield BufferedReader(cast("RawIOBase", sys.stdin.buffer))
        return
    try:
        stream = export.open("rb")
    except OSError as error:
        raise UsageError("Cannot read the export", f"{export}: {error.strerror}") from error
    with stream:
        yield stream


@contextmanager
def _database(session: Session, db: Path | None) -> Iterator[Store]:
    """The database, as it is at one moment."""
    try:
        store = replace(session, db=db or session.db).open()
    except StoreError as error:
        hint = "name one with --db, or articles with --articles, or give --seals-only"
        raise StoreError(error.title, error.detail, hint) from error
    with store, store.standing_still():
        yield store


def _against(
    session: Session,
    store: Store | None,
    articles: Sequence[Path],
    policy: str | None,
    scale: Path | None,
) -> Against | None:
    from workbench.records.scale import scale_in_force
    from workbench.verifying.articles import Articles
    from workbench.verifying.database import Database

    if store is not None:
        rates = scale_in_force(scale) if scale else None
        return Database(store, date.today(), policy_in_force(session, policy), rates)
    if not articles:
        return None
    return Articles(articles)


def _print(found: Finding, tally: Tally, *, as_json: bool) -> None:
    if as_json:
        from workbench.records.formats.jsonl import line

        click.echo(line(found.as_row()), nl=False)
        return
    what = f"{_ONE[found.what]} {found.id[:SHORT_ID]}" if found.what and found.id else ""
    if found.about:
        what = f"{what} ({found.about})" if what else found.about
    place = "row" if tally.form in _NUMBERED_BY_ROW else "line"
    where = ", ".join(part for part in (f"{place} {found.line}" if found.line else "", what.strip()) if part)
    click.echo(visible(f"{where}: {found.says}" if where else found.says))


def _print_summary(tally: Tally, by: str, stamp: Stamp | None) -> None:
    """What was checked against what, and what could not be."""
    named = [(number, _ONE[what]) for what, number in tally.objects.items()]
    named += [(number, what) for what, number in tally.entries.items()]
    held = ", ".join(counted(number, noun) for number, noun in named)
    result = "all holds"
    if tally.findings:
        result = "1 thing does not hold" if tally.findings == 1 else f"{tally.findings} things do not hold"
    click.echo(f"{held or _WHOLE.get(tally.form, 'nothing in it')}, checked by {visible(by)}: {result}")
    for note in _notes(tally, stamp):
        click.echo(f"note: {note}")


def _notes(tally: Tally, stamp: Stamp | None) -> Iterator[str]:
    if stamp is not None and tally.marks:
        same = {one.database for one in tally.marks} == {stamp.fingerprint}
        yield (
            "the database holds what it held when this was exported"
            if same
            else "articles or decisions have come into the database, or left it, since this was exported"
        )
    if tally.entries:
        yield "this format has no seals: each entry was compared with what the database would write today"
        yield "what was taken out of the file is not noticed"
    elif tally.form == "sealed":
        yield "only the seal of the whole file was checked: other formats have one for each value or object"
    elif stamp is None:
        yield "decisions, and what follows from comparing claims, were not checked: that needs the database"
