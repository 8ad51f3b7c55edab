"""One page that people read: a timeline, and of each event who says what, where, and who decided.

It holds no script and loads nothing; what opens opens by `<details>` and by links to places on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.records.rows import What
from workbench.records.seals import sealed_file
from workbench.records.writing import Export

if TYPE_CHECKING:
    from workbench.records.page.briefs import Brief

OPENED = 3
"""Events of a page that stand open from the beginning, if there are no more."""


class Page:
    """A self-contained page of events."""

    name = "html"
    ending = ".html"
    media_type = "text/html"
    whats: tuple[What, ...] = ("events",)
    is_text = False

    def write(self, export: Export) -> Iterator[bytes]:
        """The head, which tells of all events, then the events by months, then their sources."""
        from workbench.records.page import rendering
        from workbench.records.page.gathering import gathered
        from workbench.records.page.headings import group_of

        above = ""

        def event(brief: Brief) -> str:
            nonlocal above
            before, above = above, group_of(brief)
            heading = "" if above == before else rendering.group(above)
            return heading + rendering.event(brief, opened=export.total <= OPENED)

        pieces = gathered(export, event, lambda counted: rendering.head(counted, export.made), rendering.foot)
        return sealed_file(pieces)


WRITER = Page()
