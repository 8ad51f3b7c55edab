"""How runs of text look in widgets that draw line by line: a tone each, styled by the theme alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from workbench.tui.event.lines import Run, Tone

TONES: dict[Tone, str] = {
    "text": "color: $foreground;",
    "strong": "color: $foreground; text-style: bold;",
    "quiet": "color: $muted;",
    "faint": "color: $faint;",
    "head": "color: $primary; text-style: bold;",
    "mark": "color: $accent; text-style: bold;",
    "agrees": "color: $success;",
    "differs": "color: $error; text-style: bold;",
    "superseded": "color: $muted; text-style: italic;",
    "open": "color: $warning; text-style: bold;",
    "several": "color: $secondary;",
    "silent": "color: $faint;",
}
CURSOR = "tone--cursor"
BAR = "tone--bar"
CLASSES = {CURSOR, BAR, *(f"tone--{tone}" for tone in TONES)}


def rules(widget: str) -> str:
    """The style sheet of a widget's tones."""
    looks = {CURSOR: "background: $panel;", BAR: "color: $accent; text-style: bold;"}
    looks |= {f"tone--{tone}": look for tone, look in TONES.items()}
    return "\n".join(f"{widget} > .{name} {{ {look} }}" for name, look in looks.items())


def segments(widget: Widget, runs: Iterable[Run] | Sequence[Run], base: Style) -> list[Segment]:
    """The runs as they are drawn over the style `base`."""
    return [
        Segment(text, base + widget.get_component_rich_style(f"tone--{tone}", partial=True))
        for text, tone in runs
    ]
