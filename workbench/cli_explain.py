"""Why two claims are one event or are not, printed as waterfalls of their scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.table import Table
from rich.text import Text

from workbench.cli_output import new_console, new_table
from workbench.visible import one_line, visible

BAR_WIDTH = 24

if TYPE_CHECKING:
    from workbench.events.match import Explanation
    from workbench.models import Link
    from workbench.store import Store


def print_pair(store: Store, first: str, second: str) -> None:
    """What the two claims themselves have in common."""
    from workbench.pipeline import explanation

    _print_claim(store, first)
    new_console().print(_waterfall(explanation(store, first, second)))
    _print_claim(store, second)


def print_apart(store: Store, first: str, second: str) -> None:
    """The waterfall of two claims of different events, and why they stand apart."""
    from workbench.decisions.telling import word
    from workbench.linking.telling import stage_and_whole
    from workbench.pipeline import explanation, why_apart
    from workbench.reviewing import said_apart

    print_pair(store, first, second)
    told, said = explanation(store, first, second), said_apart(store, first, second)
    if said:
        reason = word(said)
    elif stages := stage_and_whole(store, first, second):
        reason = stages
    elif told.barrier:
        reason = told.barrier
    elif told.score < told.threshold:
        reason = f"their score is under {told.threshold:g}, from which two claims are linked"
    else:
        reason = why_apart(store, first, second) or "each is liker to the other claims of its own event"
    click.echo(f"not one event: {visible(reason)}")


def print_chain(store: Store, event: str, first: str, last: str) -> bool:
    """The fewest links that lead from one claim of an event to another; False where there are none."""
    from workbench.pipeline import explanation

    chain = _chain(store, event, first, last)
    at = first
    for link in chain:
        if at == first:
            _print_claim(store, first)
        new_console().print(_waterfall(explanation(store, link.a, link.b)))
        at = link.b if link.a == at else link.a
        _print_claim(store, at)
    return bool(chain)


def print_said(store: Store, first: str, second: str) -> None:
    """What reviewers said that puts two claims into one event, whatever their scores."""
    from workbench.decisions.telling import word
    from workbench.reviewing import said_together

    for one in said_together(store, first, second):
        click.echo(f"one event: {visible(word(one))}")


def _chain(store: Store, event: str, first: str, last: str) -> list[Link]:
    neighbours: dict[str, list[tuple[str, Link]]] = {}
    for link in sorted(store.links(event), key=lambda link: -link.score):
        neighbours.setdefault(link.a, []).append((link.b, link))
        neighbours.setdefault(link.b, []).append((link.a, link))
    ways: dict[str, list[Link]] = {first: []}
    waiting = [first]
    for claim in waiting:
        for other, link in neighbours.get(claim, ()):
            if other not in ways:
                ways[other] = [*ways[claim], link]
                waiting.append(other)
    return ways.get(last, [])


def _print_claim(store: Store, claim: str) -> None:
    new_console().print(Text(f"{claim}  {visible(store.claims_by_id([claim])[claim].text)}"))


def _waterfall(told: Explanation) -> Table:
    """Each part's weight as a bar that begins where the one before ended."""
    table = new_table("part", "weight", "sum", "", "reason")
    reached = [0.0]
    for part in told.parts:
        reached.append(reached[-1] + part.weight)
    lowest, highest = min(reached), max(reached)
    scale = BAR_WIDTH / ((highest - lowest) or 1.0)
    for part, before, after in zip(told.parts, reached, reached[1:], strict=False):
        left = round((min(before, after) - lowest) * scale)
        bar = " " * left + ("█" if part.weight >= 0 else "░") * max(1, round(abs(part.weight) * scale))
        cells = (part.name, f"{part.weight:+.2f}", f"{after:.2f}", bar, part.reason)
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    table.add_row(Text("score", style="bold"), Text(""), Text(f"{told.score:.2f}", style="bold"),
                  Text(""), Text(f"linked from {told.threshold:g} on"))  # fmt: skip
    return table
