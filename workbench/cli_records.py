"""What is printed of records and policies: tables with what other people wrote as text, never as markup."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click
from rich.text import Text

from workbench.cli_base import counted
from workbench.cli_output import LABELS, new_console, new_table, parts_below, short_label
from workbench.subjects import in_words
from workbench.visible import visible

if TYPE_CHECKING:
    from workbench.decisions.policies import Policy
    from workbench.exporting.comparing import Compared, Differing, Kind
    from workbench.records.rows import Row

_DIFFER: Mapping[Kind, str] = {
    "first": "only {first} chooses",
    "second": "only {second} chooses",
    "both": "they choose otherwise",
    "bounds": "only low or high differ",
}


def print_policies(policies: Sequence[Policy]) -> None:
    """Each policy with what it does, and where its rules are from."""
    for policy in policies:
        click.echo(policy.name)
        for text in filter(None, (policy.about, policy.cites and f"after {policy.cites}")):
            click.echo(textwrap.fill(text, 100, initial_indent="  ", subsequent_indent="  "))


def print_records(rows: Sequence[Row], policy: str) -> None:
    """Attributes of records as a table, with a line of totals."""
    out = new_console()
    if rows:
        table = new_table("event", "best", "low to high", "by", "for : against", "open")
        for row in rows:
            table.add_row(
                _attribute(row),
                Text(_best(row), style="bold"),
                Text(_bounds(row)),
                Text(visible(row["rule"])),
                _witnesses(row),
                _open(row["open"]),
            )
        out.print(table)
    events = len({row["event"] for row in rows})
    without = sum(row["best"] is None for row in rows)
    waiting = sum(bool(row["open"]) for row in rows)
    told = f"{counted(len(rows), 'attribute')} of {counted(events, 'event')} by {policy}"
    out.print(Text(visible(f"{told}; {without} without a best value, {waiting} with something open")))


def print_differing(found: Sequence[Differing], compared: Compared, policies: tuple[Policy, Policy]) -> None:
    """The attributes on which two policies differ as a table, and how many differ in what."""
    first, second = (visible(policy.name) for policy in policies)
    out = new_console()
    if found:
        table = new_table("event", first, second, "open")
        for one in found:
            table.add_row(
                _attribute(one.first), _side(one.first), _side(one.second), _open(one.first["open"])
            )
        out.print(table)
    parts = [
        f"{compared.kinds[kind]} {words.format(first=first, second=second)}"
        for kind, words in _DIFFER.items()
        if compared.kinds[kind]
    ]
    events = len({one.first["event"] for one in found})
    total = f"{len(found)} of {counted(compared.attributes, 'attribute')} differ"
    within = f" ({counted(events, 'event')})" if found else ""
    out.print(Text(f"{total}{within}{': ' if parts else ''}{'; '.join(parts)}"))


def _attribute(row: Row) -> Text:
    return parts_below(visible(row["event_label"]), visible(in_words(row["name"])))


def _side(row: Row) -> Text:
    """What one policy has: value, bounds, by what, and who stands for and against it."""
    told = " ".join(part for part in (_best(row), f"({_bounds(row)})" if _bounds(row) else "") if part)
    text = parts_below(told, visible(row["rule"]))
    text.stylize("bold", 0, len(_best(row)))
    return text if row["best"] is None else text.append(f"; {_witnesses(row)}")


def _best(row: Row) -> str:
    if row["best"] is None:
        return "-"
    unit = row["unit"] if row["unit"] not in (None, "person", "number", "body") else ""
    named = unit and not row["name"].startswith(unit)
    shown = _value(row["best"])
    return f"{shown} {unit.replace('_', ' ')}" if named else shown


def _value(value: float | str) -> str:
    return short_label(value) if isinstance(value, str) else f"{value:,.12g}"


def _bounds(row: Row) -> str:
    """Low and high where they say more than the best value."""
    low, high = row["low"], row["high"]
    if low == high and (low is None or low == row["best"]):
        return ""
    if isinstance(low, str) and f"{low}/{high}" == row["best"]:
        return ""
    return f"{'…' if low is None else _value(low)} to {'…' if high is None else _value(high)}"


def _witnesses(row: Row) -> Text:
    """Claims for and against, and the independent origins behind them."""
    if not row["for"] and not row["against"]:
        return Text(f"{len(row['claims'])} claims" if row["claims"] else "")
    claims = f"{len(row['for'])} : {len(row['against'])}"
    return parts_below(claims, f"origins {row['origins_for']} : {row['origins_against']}", between=", ")


def _open(labels: Sequence[str]) -> Text:
    shown = [short_label(label) for label in labels[:LABELS]]
    if len(labels) > LABELS:
        shown.append(f"and {len(labels) - LABELS} more")
    return parts_below(*shown, between=" | ")
