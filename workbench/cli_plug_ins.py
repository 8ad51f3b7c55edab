"""The command that lists what others have added."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from workbench.errors import EXIT_PARTIAL
from workbench.visible import visible

if TYPE_CHECKING:
    from workbench.plug_ins import PlugIn


@click.command("plug-ins")
@click.option("--json", "as_json", is_flag=True, help="Print them as one JSON list.")
@click.pass_context
def plug_ins(ctx: click.Context, as_json: bool) -> None:
    """List the plug-ins: what they add, from which package, and why one is left out.

    Readers, extractors, kinds of discrepancies and writers come from installed packages (docs/plug-ins.md).
    Exit code 1 where one of them cannot be loaded; one that breaks at its work is named by the command that
    it broke in.

    \b
    Examples:
      workbench plug-ins
      workbench plug-ins --json
    """
    found = list(_plug_ins())
    if as_json:
        click.echo(json.dumps([_as_object(one) for one in found], indent=1))
    else:
        _print(found)
    if any(one.error for one in found):
        ctx.exit(EXIT_PARTIAL)


def _plug_ins() -> Iterator[PlugIn]:
    from workbench import extracting, plug_ins
    from workbench.linking import kinds
    from workbench.records import writers
    from workbench.sources import registry

    for place in (registry, extracting, kinds, writers):
        yield from place.plugged().plug_ins
    # What is wrong with them is listed here: it need not be said once more.
    plug_ins.unsaid()


def _offers(one: PlugIn) -> list[str]:
    """What each thing is called: its name, or that of the function."""
    return [
        str(getattr(thing, "name", getattr(thing, "__name__", type(thing).__name__))) for thing in one.things
    ]


def _as_object(one: PlugIn) -> dict[str, object]:
    kind = one.group.removeprefix("workbench.")
    told: dict[str, object] = {"kind": kind, "name": one.name, "package": one.package or None}
    return told | {"offers": _offers(one), "error": one.error or None}


def _print(found: list[PlugIn]) -> None:
    from rich.text import Text

    from workbench.cli_output import new_console, new_table

    if not found:
        click.echo("no plug-ins are installed")
        return
    table = new_table("adds", "plug-in", "package", "offers")
    for one in found:
        offers = f"broken: {one.error}" if one.error else ", ".join(_offers(one))
        kind = one.group.removeprefix("workbench.")
        table.add_row(*(Text(visible(text)) for text in (kind, one.name, one.package or "?", offers)))
    new_console().print(table)
