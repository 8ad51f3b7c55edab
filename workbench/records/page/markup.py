"""Markdown that shows other people's text as it stands, never as markup, link or mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.visible import visible

_ACTIVE = re.compile(r"[\\`*_{}\[\]()#~|!$@^]|:(?=[^\s\d])|(?<=\w)\.(?=[^\W\d])")
"""Characters that can begin or end markup; colon and full stop where they make an address of bare words."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escape(text: object) -> str:
    """The text as Markdown that shows exactly these characters on one line; nothing for None."""
    if text is None:
        return ""
    shown = _ACTIVE.sub(lambda match: "\\" + match[0], visible(str(text)))
    return re.sub("[&<>]", lambda match: _ENTITIES[match[0]], shown)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table, its cells escaped already."""
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows)]
