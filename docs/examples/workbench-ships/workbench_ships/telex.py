"""Wire telexes: ZCZC, lines "NAME: value", a blank line, the text, NNNN."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.errors import SourceError
from workbench.plug_ins import hookimpl
from workbench.sources.decoding import decode
from workbench.sources.documents import Article, Document, Found, Known, Limits

_BEGINS, _ENDS = "ZCZC", "NNNN"


class TelexReader:
    """Reads the one article of a telex."""

    name = "telex"
    endings = (".telex",)
    media_types = ()
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """Every telex begins with the same four letters."""
        return head.startswith(_BEGINS.encode())

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The article with what its head tells. Raises SourceError where there is no text."""
        data = document.data(limits)
        text, encoding = decode(data, document.name)
        head, _, rest = text.removeprefix(_BEGINS).partition("\n\n")
        body = rest.partition(f"\n{_ENDS}")[0].strip()
        if not body:
            raise SourceError("Nothing to read", f"{document.name} has no text", "Give a whole telex.")
        told = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        # What stands in the text is read there: the day below the title is its day of publication.
        text = "\n\n".join(part for part in (told.get("TITLE"), told.get("DATE"), body) if part)
        known = Known(told.get("TITLE"), told.get("AGENCY")).over(document.known)
        yield Article(document.name, text, data, self.name, encoding, known, retrieval=document.retrieval)


@hookimpl
def workbench_readers() -> list[TelexReader]:
    """Asked by the workbench."""
    return [TelexReader()]
