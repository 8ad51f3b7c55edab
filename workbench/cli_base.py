"""What every command shares: the settings in force, errors on the way out, opening the database."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Literal

import click

from workbench.errors import EXIT_INTERRUPTED, UsageError, WorkbenchError

if TYPE_CHECKING:
    from workbench.config import Settings
    from workbench.store import SourceRow, Store

SHORT_ID = 8
DAY = click.DateTime(["%Y-%m-%d"])
"""An ISO day as the value of an option."""
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
"""The disk that what is printed goes to has no room for it."""


@dataclass(frozen=True, slots=True)
class Session:
    """The settings in force for one command."""

    db: Path
    reviewer: str
    settings: Settings | None = None

    def open(self, *, create: bool = False) -> Store:
        """The database. Raises StoreError when there is none and `create` is false."""
        from workbench.store import open_store

        return open_store(self.db, create=create)


pass_session = click.make_pass_decorator(Session)


class ErrorGroup(click.Group):
    """A group whose commands may raise WorkbenchError: it is printed and gives the exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except WorkbenchError as error:
            print_error(error)
            ctx.exit(error.exit_code)
        except OSError as error:
            if error.errno not in _FULL:
                raise
            full = WorkbenchError("Cannot write", str(error.strerror), "Free some space on the disk.")
            print_error(full)
            ctx.exit(full.exit_code)
        except KeyboardInterrupt:
            click.echo("interrupted: what was already written is kept, the unfinished step is not", err=True)
            ctx.exit(EXIT_INTERRUPTED)
        finally:
            _say_broken_plug_ins()


def _say_broken_plug_ins() -> None:
    """Names plug-ins that broke while a command ran, unless it has done so itself."""
    if "workbench.plug_ins" not in sys.modules:
        return
    from workbench.plug_ins import unsaid
    from workbench.visible import visible

    for one in unsaid():
        click.echo(f"note: {visible(one.name)}: {visible(one.words)}", err=True)


def print_error(error: WorkbenchError) -> None:
    """The error and its hint on standard error."""
    from workbench.visible import visible

    click.secho(f"error: {visible(str(error))}", err=True, fg="red")
    if error.hint:
        click.echo(f"hint: {visible(error.hint)}", err=True)


def on_terminal() -> bool:
    """Whether somebody sits there to answer: both standard input and output are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def in_browser() -> bool:
    """Whether `workbench serve` runs this: what is drawn goes to a browser, and keys come from there."""
    return os.environ.get("TEXTUAL_DRIVER", "").startswith("workbench.serving")


def now() -> str:
    """The time of a decision: ISO 8601 with zone, fine enough that no two acts share it."""
    return datetime.now().astimezone().isoformat(timespec="microseconds")


def full_id(
    given: str, ids: Iterable[str], kind: str, hint: str = "`workbench conflicts` lists the discrepancies"
) -> str:
    """The one of `ids` that begins with `given`. Raises UsageError, with `hint`, where none or several do."""
    found = [one for one in ids if one.startswith(given)]
    if given in found:
        return given
    if not found:
        raise UsageError(f"No such {kind}", given, hint)
    if len(found) > 1:
        some = ", ".join(found[:5])
        raise UsageError(f"More than one {kind} begins so", f"{given}: {some}", "give more of the id")
    return found[0]


def stored_id(
    store: Store, given: str, table: Literal["claims", "decisions", "events"], kind: str, hint: str
) -> str:
    """The id in the database that begins with `given`. Raises UsageError where none or several do."""
    return full_id(given, store.ids_beginning(table, given), kind, hint)


def source_ids(known: Iterable[SourceRow], named: str) -> list[str]:
    """Ids of the articles of that file name, or whose ids begin so. Raises UsageError where none do."""
    rows = list(known)
    found = [row.id for row in rows if row.file == named]
    found = found or [row.id for row in rows if row.id.startswith(named)]
    if not found:
        raise UsageError("No such article", named, "`workbench sources` lists the articles")
    return found


def one_source(known: Iterable[SourceRow], named: str) -> str:
    """The id of the one article that is meant: by its file, or the beginning of its id or of its file.

    Raises UsageError where the name is none's or several's.
    """
    rows = list(known)
    files = [row.id for row in rows if row.file.startswith(named)] if named else []
    try:
        ids = source_ids(rows, named)
    except UsageError:
        if not files:
            raise
        ids = files
    if len(ids) > 1:
        some = ", ".join(ids[:5])
        raise UsageError("More than one article is called so", f"{named}: {some}", "give the id")
    return ids[0]


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Each id to its beginning, long enough to tell it from all the others."""
    whole = set(ids)
    length = SHORT_ID
    while len({one[:length] for one in whole}) < len(whole):
        length += 1
    return {one: one[:length] for one in whole}


def counted(number: int, noun: str) -> str:
    """The number with its noun: "1 claim", "2 claims"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@contextmanager
def stop_on_interrupt(*others: signal.Signals) -> Iterator[Callable[[], bool]]:
    """Within, the first Ctrl-C only makes the yielded function say yes; the second one interrupts.

    Each of `others` does as Ctrl-C does.
    """
    asked = threading.Event()

    def handle(_signal: int, _frame: FrameType | None) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()
        click.echo("\nstopping after this file (Ctrl-C again: at once)", err=True)

    previous = {one: signal.signal(one, handle) for one in (signal.SIGINT, *others)}
    try:
        yield asked.is_set
    finally:
        for one, handler in previous.items():
            signal.signal(one, handler)
