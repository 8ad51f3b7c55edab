"""A pane that scrolls: its screen's actions move it, so that they alone say which keys do."""

from __future__ import annotations

from textual.containers import ScrollableContainer


class Pane(ScrollableContainer, can_focus=True, inherit_bindings=False):
    """Scrolls by its own methods only, no keys of its own come before those of the registry."""
