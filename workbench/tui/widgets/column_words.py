"""What stands in a column of values: its head, and each passage with who gives it."""

from __future__ import annotations

from textual.content import Content

from workbench import told
from workbench.models import Attribute
from workbench.passages import Piece
from workbench.tui.columns import Column, Witness
from workbench.tui.widgets.detail import short
from workbench.words import _

_KEYED = 9
"""Values that have a key of their own."""


def header_content(column: Column, attribute: Attribute, *, suggested: bool, in_force: bool) -> Content:
    """The key that accepts the value, the value, what it allows, and how many stand behind it."""
    parts: list[Content | str | tuple[str, str]] = []
    if column.number <= _KEYED:
        key = Content.styled(f" {column.number} ", "bold $background on $primary")
        parts.append(key.stylize(f"@click=screen.act('accept', {column.number})"))
    else:
        parts.append((f" {column.number} ", "$muted"))
    parts.append((f" {short(told.label(column.label, attribute))}", "bold $foreground"))
    if column.interval and column.interval != column.label:
        parts.append((f"  {column.interval}", "$muted"))
    if in_force:
        parts.append(("  ✓ " + _("in force"), "bold $success"))
    if suggested:
        parts.append(("  ┄ " + _("suggested") + " ┄", "italic $muted"))
    return Content.assemble(*parts, ("\n" + column.behind, "$muted"))


def facts_content(witness: Witness) -> Content:
    """Who gives the value and when, what it is a copy of, who is quoted with it and how."""
    facts = " · ".join(("", short(witness.published), *witness.manner))
    lines = [Content.assemble((short(witness.outlet), "bold $foreground"), (facts, "$muted"))]
    if witness.copied_from:
        copied = _("after {outlet}: no origin of its own").format(outlet=short(witness.copied_from))
        lines.append(Content.styled(f"⧉ {copied}", "$warning"))
    if witness.speaker:
        said = _("“ {speaker} says it").format(speaker=short(witness.speaker))
        lines.append(Content.styled(said, "$secondary"))
    return Content("\n").join(lines)


def value_offset(pieces: tuple[Piece, ...]) -> int:
    """Where the value begins in a passage, in characters."""
    first = next((place for place, piece in enumerate(pieces) if piece.kind == "value"), 0)
    return sum(len(piece.text) for piece in pieces[:first])
