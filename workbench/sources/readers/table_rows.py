"""Rows of a table, whatever its format, to articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from workbench.errors import SourceError
from workbench.phrases import notes
from workbench.sources.columns import choose, date_order, fields_of, told
from workbench.sources.documents import Document, Found, Known, Limits, Unread
from workbench.sources.readers.record import article_of

Row = tuple[int, dict[str, str] | SourceError]
"""The number that a row has in its file, and its cells by column, or why it cannot be read."""

_SAMPLE = 200
"""Rows that are looked at before the first is read."""


def articles(document: Document, rows: Iterator[Row], limits: Limits) -> Iterator[Found]:
    """An article for each row, called by its number; a row without text fails alone.

    The first article's note says which column was taken for what. Raises SourceError where no column holds
    the text, or the table ends in a fault.
    """
    sample = list(islice(rows, _SAMPLE))
    cells = [row for _, row in sample if isinstance(row, dict)]
    if not cells:
        failed = next((row for _, row in sample if isinstance(row, SourceError)), None)
        raise failed or SourceError("Nothing to read", f"{document.name} has no rows", "Check the file.")
    chosen = choose(list(dict.fromkeys(chain.from_iterable(cells))), document.columns, document.name)
    order = date_order(row.get(chosen.get("published", ""), "") for row in cells)
    said: tuple[str, ...] = (notes.COLUMNS(text=told(chosen)),)
    known = Known(publisher=document.known.publisher)
    for number, row in chain(sample, rows):
        name = f"{document.name}/{number}"
        if isinstance(row, SourceError):
            yield Unread(name, row)
            continue
        fields = fields_of(row, chosen)
        if not any(value.strip() for value in fields.values()):
            continue
        try:
            article = article_of(
                name, {**fields, "date_order": order}, limits, known=known, retrieval=document.retrieval
            )
        except SourceError as error:
            yield Unread(name, error)
        else:
            yield replace(article, notes=(*article.notes, *said))
            said = ()
