"""Frames. A headless run throws them away, so it draws where a screen rests, not on the way there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual.screen import Screen

_refresh = Screen._compositor_refresh


@contextmanager
def drawn_at_rest() -> Iterator[None]:
    """Keeps what has changed until `drawn`. A driver that shows its frames gets each of them as ever."""

    def kept(screen: Screen[Any]) -> None:
        app = screen.app
        if not app.is_headless or app.is_inline or screen is not app.screen:
            _refresh(screen)
            return
        screen._dirty_widgets.clear()
        # A frame asks where everything stands: else the next change asks, with a size from before it.
        _places = screen._compositor.full_map
        app._update_mouse_over(screen)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Screen, "_compositor_refresh", kept)
        yield


def drawn(screen: Screen[Any]) -> bool:
    """Draws what has changed since the last frame, as the program does it; whether anything had."""
    if not screen._compositor._dirty_regions:
        return False
    _refresh(screen)
    return True
