"""An exported file held against the database, or against the articles alone: what of it no longer holds.

A file is gone through line by line: memory does not grow with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from io import BufferedReader
from typing import Protocol

from workbench.exporting.choices import PAGE
from workbench.verifying.containers import no_seals
from workbench.verifying.counting import Tally
from workbench.verifying.entries import FORMS
from workbench.verifying.files import form_of, read_items
from workbench.verifying.items import Finding, Item, Mark

__all__ = ["Against", "Finding", "Mark", "Tally", "verify"]


class Against(Protocol):
    """What the objects of a file are held against."""

    def check(self, items: Sequence[Item]) -> Iterator[Finding]:
        """What of these objects, which are of one kind, does not hold."""
        ...

    def written_anew(self, stream: BufferedReader, format_: str, tally: Tally) -> Iterator[Finding]:
        """What of a file without seals does not hold. Raises UsageError where that cannot be told."""
        ...


def verify(
    stream: BufferedReader, name: str, against: Against | None, tally: Tally, *, whole: bool = True
) -> Iterator[Finding]:
    """What does not hold of a file called `name`, in its order, page by page.

    Without `against` only its form and its seals are looked at. `tally` is filled meanwhile. Where `whole`,
    what was exported and is not in the file is said last. Raises UsageError where the file is nothing that
    can be checked.
    """
    tally.form = form_of(stream, name)
    if tally.form in FORMS:
        for one in _written_anew(stream, against, tally):
            tally.findings += 1
            yield one
        return
    with ExitStack() as held:
        for page in _pages(read_items(stream, name, tally, held)):
            items = [one for one in page if isinstance(one, Item)]
            found = [one for one in page if isinstance(one, Finding)]
            tally.count(items, found)
            if against is not None:
                for what in dict.fromkeys(one.what for one in items):
                    found += against.check([one for one in items if one.what == what])
            tally.findings += len(found)
            yield from sorted(found, key=lambda one: one.line)
    if whole:
        for one in tally.missing():
            tally.findings += 1
            yield one


def _written_anew(stream: BufferedReader, against: Against | None, tally: Tally) -> Iterator[Finding]:
    if against is None:
        raise no_seals(tally.form)
    return against.written_anew(stream, tally.form, tally)


def _pages(found: Iterable[Finding | Item]) -> Iterator[list[Finding | Item]]:
    """Pages of one table each, that end in an object: what is wrong with its form stands on the same page."""
    page: list[Finding | Item] = []
    for one in found:
        if page and one.what and page[-1].what and one.what != page[-1].what:
            yield page
            page = []
        page.append(one)
        if len(page) >= PAGE and (isinstance(one, Item) or len(page) == 2 * PAGE):
            yield page
            page = []
    yield page
