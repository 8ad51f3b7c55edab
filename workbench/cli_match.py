"""The command that matches all claims anew."""

from __future__ import annotations

import click

from workbench.cli_base import Session, pass_session


@click.command("match")
@pass_session
def match_command(session: Session) -> None:
    """Match all claims anew.

    Importing links only what new articles touch. This derives every event, link and difference again, and
    tells how many pairs of claims were left uncompared since too many share what would bring them together.

    \b
    Examples:
      workbench match
      workbench --db big.db match
    """
    from workbench.cli_output import say_changed, say_matching, waiting_for_matching
    from workbench.pipeline import rematch

    with session.open() as store:
        with waiting_for_matching():
            report = rematch(store)
        click.echo(say_matching(report))
        say_changed(store)
