"""Commands that show events: a list to find one in, and one with its claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, counted, pass_session, short_ids, stored_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.models import Claim, Decision, Event
    from workbench.store import SourceRow, Store

HITS = 200
"""Claims that are looked for with the words that an event is sought by."""


@click.command()
@click.argument("words", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line instead.")
@pass_session
def events(session: Session, words: tuple[str, ...], as_json: bool = False) -> None:
    """List the events, or those with all the WORDS in their name or in one claim.

    Case, accents and Turkish dots do not matter. --json prints what `workbench export events` writes.

    \b
    Examples:
      workbench events
      workbench events esir takasi
      workbench events --json istanbul
    """
    with session.open() as store:
        found = _found(store, words)
        if as_json:
            _print_json(store, found)
        else:
            _print_table(found)


@click.command()
@click.argument("event", metavar="ID")
@pass_session
def event(session: Session, event: str) -> None:
    """Print one event with its claims and their ids.

    The beginning of its id is enough; `workbench events` prints it.

    \b
    Examples:
      workbench event e5d1f
    """
    with session.open() as store:
        key = stored_id(store, event, "events", "event", "`workbench events` lists the events")
        whole = store.event(key)
        rows = {row.id: row for row in store.sources()}
        _print_event(whole, store.claims(event=key), rows, _said(store, whole), _stages(store, whole))


def _found(store: Store, words: Sequence[str]) -> list[Event]:
    if not words:
        return store.events()
    from workbench.folding import fold

    hits = [hit.id for hit in store.search(" ".join(words), limit=HITS) if hit.kind == "claim"]
    told = {one.id for one in store.events_of_claims(hits)}
    wanted = [fold(word) for word in words]
    return [
        one for one in store.events() if one.id in told or all(word in fold(one.label) for word in wanted)
    ]


def _print_json(store: Store, found: Sequence[Event]) -> None:
    from workbench.exporting import export_rows
    from workbench.records.formats.jsonl import line

    ids = {one.id for one in found}
    for row in export_rows(store, "events"):
        if row["id"] in ids:
            click.echo(line(row), nl=False)


def _print_table(found: Sequence[Event]) -> None:
    from rich.text import Text

    from workbench.cli_output import new_console, new_table
    from workbench.visible import visible

    short = short_ids(one.id for one in found)
    wholes = short_ids(one.parent for one in found if one.parent)
    table = new_table("event", "claims", "origins", "id", *(["stage of"] if wholes else []))
    for one in found:
        whole = [short.get(one.parent, wholes[one.parent]) if one.parent else ""] if wholes else []
        cells = (one.label, str(len(one.claims)), str(one.origins), short[one.id], *whole)
        table.add_row(*(Text(visible(cell)) for cell in cells))
    console = new_console()
    if found:
        console.print(table)
    console.print(Text(counted(len(found), "event")))


def _said(store: Store, whole: Event) -> list[Decision]:
    """What reviewers said of which claims belong together that holds now and names one of these claims."""
    from workbench.decisions.log import REGROUPING, in_effect

    members = set(whole.claims)
    return [
        one
        for one in in_effect(store.decisions())
        if one.kind in REGROUPING and not members.isdisjoint(one.claims)
    ]


def _stages(store: Store, event: Event) -> list[str]:
    """A line for the larger event of which this one is a stage, and one for each stage of its own."""
    from workbench.linking.telling import why_stage

    lines = []
    if event.parent:
        whole = store.event(event.parent)
        lines.append(f"stage of {whole.id} {whole.label}: {why_stage(store, event, whole)}")
    for stage in store.stages_of(event.id):
        lines.append(f"its stage {stage.id} {stage.label}: {why_stage(store, stage, event)}")
    return lines


def _print_event(
    whole: Event,
    claims: Sequence[Claim],
    sources: dict[str, SourceRow],
    said: Sequence[Decision],
    stages: Sequence[str],
) -> None:
    from rich.text import Text

    from workbench.cli_output import describe_decision, new_console
    from workbench.visible import visible

    console = new_console()
    console.print(Text(visible(whole.label), style="bold"))
    of = counted(whole.origins, "origin")
    console.print(Text(f"{whole.id}: {counted(len(claims), 'claim')} of {of}"))
    for line in stages:
        console.print(Text(visible(line)))
    for claim in claims:
        row = sources[claim.source]
        published = row.published.best.isoformat() if row.published else "no date"
        head = f"{claim.id}  {visible(row.file)}:{claim.start}-{claim.end}, {published}"
        console.print(Text(f"\n{head}", style="dim"))
        console.print(Text(f"   {visible(claim.text)}"))
    for one in said:
        console.print(Text(f"\ndecision: {describe_decision(one)}"))
