"""Commands on the imported articles: what there is, and what is known of each."""

from __future__ import annotations

import click

from workbench.cli_base import Session, pass_session
from workbench.cli_evidence import evidence


@click.group(invoke_without_command=True)
@click.pass_context
def sources(ctx: click.Context) -> None:
    """The imported articles; without a further word, a list of them.

    \b
    Examples:
      workbench sources
      workbench sources list
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_sources)


@sources.command("list")
@pass_session
def list_sources(session: Session) -> None:
    """List the imported articles.

    Where any has its text from elsewhere: whom it credits, and of which fuller article it is a near copy.

    \b
    Examples:
      workbench sources list
    """
    from workbench.cli_output import print_sources

    with session.open() as store:
        print_sources(store.sources())


sources.add_command(evidence)
