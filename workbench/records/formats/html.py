"""One page that people read: a timeline, and of each event who says what, where, and who decided.

It holds no script and loads nothing; what opens opens by `<details>` and by links to places on the page.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator

from workbench import words
from workbench.records.rows import What
from workbench.records.seals import sealed_file
from workbench.records.writing import Export

OPENED = 3
"""Events of a page that stand open from the beginning, if there are no more."""
_IN_MEMORY = 8_000_000
_PIECE = 65_536


class Page:
    """A self-contained page of events."""

    name = "html"
    ending = ".html"
    media_type = "text/html"
    whats: tuple[What, ...] = ("events",)
    is_text = False

    def write(self, export: Export) -> Iterator[bytes]:
        """The head, which tells of all events, then the events, which wait for it in a temporary file."""
        return sealed_file(self._pieces(export))

    def _pieces(self, export: Export) -> Iterator[bytes]:
        from workbench.records.page import rendering
        from workbench.records.page.briefs import brief
        from workbench.records.page.overviews import Counted

        language = export.settings.language
        counted = Counted()
        group = ""
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as waiting:
            for dossier in export.dossiers:
                with words.speaking(language):
                    told = brief(dossier)
                    counted.add(told, rendering.title_of(told))
                    heading = rendering.group_of(told)
                    if heading != group:
                        waiting.write(rendering.group(heading).encode())
                        group = heading
                    waiting.write(rendering.event(told, opened=export.total <= OPENED).encode())
            with words.speaking(language):
                head, foot = rendering.head(counted, export.made), rendering.foot(counted)
            yield head.encode()
            waiting.seek(0)
            while piece := waiting.read(_PIECE):
                yield piece
            yield foot.encode()


WRITER = Page()
