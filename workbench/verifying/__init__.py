"""An exported file held against the database, or against the articles alone: what of it no longer holds.

A file is gone through line by line: memory does not grow with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BufferedReader
from typing import Protocol

from workbench.exporting.choices import PAGE
from workbench.verifying.files import read_items
from workbench.verifying.items import Finding, Item, Mark, Tally

__all__ = ["Against", "Finding", "Mark", "Tally", "verify"]


_MARKS = 10
"""Exports of which the objects of one file may be, before the others are not noted."""


class Against(Protocol):
    """What the objects of a file are held against."""

    def check(self, items: Sequence[Item]) -> Iterator[Finding]:
        """What of these objects, which are of one kind, does not hold."""
        ...


def verify(stream: BufferedReader, name: str, against: Against | None, tally: Tally) -> Iterator[Finding]:
    """What does not hold of a file called `name`, in its order, page by page.

    Without `against` only its form and its seals are looked at. `tally` is filled meanwhile. Raises
    UsageError where the file is nothing that can be checked.
    """
    last = None
    for page in _pages(read_items(stream, name, tally)):
        items = [one for one in page if isinstance(one, Item)]
        for one in items:
            tally.objects[one.what] += one.key != last
            last = one.key
            if one.mark and len(tally.marks) < _MARKS:
                tally.marks.add(one.mark)
        found = [one for one in page if isinstance(one, Finding)]
        if against is not None:
            for what in dict.fromkeys(one.what for one in items):
                found += against.check([one for one in items if one.what == what])
        tally.findings += len(found)
        yield from sorted(found, key=lambda one: one.line)


def _pages(found: Iterable[Finding | Item]) -> Iterator[list[Finding | Item]]:
    page: list[Finding | Item] = []
    for one in found:
        page.append(one)
        if len(page) == PAGE:
            yield page
            page = []
    yield page
