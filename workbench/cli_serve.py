"""The command that shows the desk in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, pass_session
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.serving.guard import Guard

LOOPBACK = "127.0.0.1"


@click.command()
@click.option("--host", default=LOOPBACK, show_default=True, help="Address to serve on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--open", "open_", is_flag=True, help="Also open the address in the browser.")
@click.option(
    "--insecure-bind",
    is_flag=True,
    help="Allow a --host that other machines reach. What they send and see is not encrypted.",
)
@pass_session
def serve(session: Session, host: str, port: int, open_: bool, insecure_bind: bool) -> None:
    """Show the desk in a browser.

    Prints the address to open. The token in it is the key: whoever has it can decide in your name. Each
    tab is a desk of its own, on the same database. Ctrl-C ends the server and its desks; every decision
    is saved already. Needs the extra `serve`.

    \b
    Examples:
      workbench serve
      workbench serve --open
      workbench --db other.db --reviewer Ayşe serve --port 8123
    """
    import asyncio

    _check_extra()
    from workbench.serving.guard import Guard
    from workbench.serving.server import DeskServer, listening
    from workbench.serving.server import serve as serve_until_stopped

    _check_host(host, insecure_bind)
    session.open().close()
    with listening(host, port) as bound:
        guard = Guard.new(host, bound.getsockname()[1])
        title = f"workbench: {session.db.name}"
        server = DeskServer(_desk(session), guard, title, _page_words(session))
        asyncio.run(serve_until_stopped(server, bound, lambda: _say_address(guard, open_)))
    click.echo("stopped", err=True)


def _check_extra() -> None:
    """Raises UsageError where the packages that serve are not installed."""
    from importlib.util import find_spec

    if find_spec("textual_serve") is None:
        raise UsageError(
            "Serving needs a further package", "textual-serve", "`pip install 'workbench[serve]'` installs it"
        )


def _check_host(host: str, insecure_bind: bool) -> None:
    from workbench.serving.guard import is_loopback

    if not is_loopback(host) and not insecure_bind:
        raise UsageError(
            "Other machines would reach this",
            f"--host {host}",
            f"serve on {LOOPBACK} and come through an SSH tunnel, or add --insecure-bind",
        )


def _desk(session: Session) -> list[str]:
    """The command that shows the desk with the settings of this one."""
    from workbench.serving.desk import command

    chosen = session.settings
    asked = {"--interface": chosen and chosen.interface, "--theme": chosen and chosen.theme}
    options = [word for option, value in asked.items() if value for word in (option, value)]
    return command(session.db, session.reviewer, *options)


def _page_words(session: Session) -> dict[str, str]:
    """What the page around the desk says, in the desk's language."""
    from workbench import words
    from workbench.tui.looks import looks_of
    from workbench.words import _

    language = looks_of(session.settings).language
    words.use(language)
    return {
        "language": language,
        "opening": _("Opening the desk …"),
        "closed": _("The desk is closed. Every decision is saved."),
        "again": _("Open again"),
        "scripts": _("The desk needs JavaScript. All of it comes from this machine."),
        "name": _("This address is not one of the server's own."),
        "page": _("Another page asked for this."),
        "token": _("The token is missing or wrong. Open the address that `workbench serve` printed."),
    }


def _say_address(guard: Guard, open_: bool) -> None:
    click.echo(guard.address)
    click.echo("Ctrl-C stops", err=True)
    if open_:
        import webbrowser

        webbrowser.open(guard.address_once())
