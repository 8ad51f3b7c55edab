"""What stands in a column of values: its head, and each passage with who gives it."""

from __future__ import annotations

from textual.content import Content

from workbench.models import Attribute
from workbench.tui import told
from workbench.tui.columns import Column, Witness
from workbench.tui.passages import Piece
from workbench.tui.widgets.detail import passage_content, short
from workbench.tui.words import _

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


def witness_content(witness: Witness, pieces: tuple[Piece, ...]) -> Content:
    """Who gives the value and when, who is quoted with it and how, and the words themselves."""
    facts = " · ".join(("", short(witness.published), *witness.manner))
    lines = [Content.assemble((short(witness.outlet), "bold $foreground"), (facts, "$muted"))]
    if witness.copied_from:
        copied = _("after {outlet}: no origin of its own").format(outlet=short(witness.copied_from))
        lines.append(Content.styled(f"⧉ {copied}", "$warning"))
    if witness.speaker:
        lines.append(
            Content.styled(_("“ {speaker} says it").format(speaker=short(witness.speaker)), "$secondary")
        )
    lines.append(passage_content(pieces))
    return Content("\n").join(lines)
