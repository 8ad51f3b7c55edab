"""The command palette: what can be done now, in the registry's order, each with its key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from workbench.words import _

if TYPE_CHECKING:
    from textual.app import SystemCommand

    from workbench.tui.app import ReviewApp


class ActionsProvider(Provider):
    """Finds actions by their labels and by what they do."""

    @property
    def _commands(self) -> Iterator[SystemCommand]:
        return iter(cast("ReviewApp", self.app).get_system_commands(self.screen))

    async def discover(self) -> Hits:
        for title, tooltip, act, _discover in self._commands:
            yield DiscoveryHit(title, act, help=tooltip)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        found = False
        for title, tooltip, act, _discover in self._commands:
            score = max(matcher.match(title), matcher.match(tooltip) / 2)
            if score > 0:
                found = True
                yield Hit(score, matcher.highlight(title), act, text=title, help=tooltip)
        if not found:
            nothing = _("No command has this name")
            yield Hit(1, nothing, lambda: None, text=nothing)


def palette() -> CommandPalette:
    """The palette with a hint in the reader's language."""
    return CommandPalette(providers=[ActionsProvider], placeholder=_("Search commands by name…"))
