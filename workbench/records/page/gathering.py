"""What is written of events one by one, behind a head that tells of all of them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator

from workbench import words
from workbench.records.page.briefs import Brief, brief
from workbench.records.page.overviews import Counted
from workbench.records.writing import Export

_IN_MEMORY = 8_000_000
_PIECE = 65_536


def gathered(
    export: Export,
    each: Callable[[Brief], str],
    head: Callable[[Counted], str],
    foot: Callable[[Counted], str] = lambda _counted: "",
) -> Iterator[bytes]:
    """The head, each event and the foot, in the export's language.

    The events are read once: what `each` makes of them waits in a temporary file until all are counted.
    """
    language = export.settings.language
    counted = Counted()
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as waiting:
        for dossier in export.dossiers:
            with words.speaking(language):  # never over a yield: the thread goes on in its own language
                told = brief(dossier)
                counted.add(told)
                waiting.write(each(told).encode())
        with words.speaking(language):
            first, last = head(counted), foot(counted)
        yield first.encode()
        waiting.seek(0)
        while piece := waiting.read(_PIECE):
            yield piece
        yield last.encode()
