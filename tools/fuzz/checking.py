"""What holds of every document: it is read, or refused with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.importing.expanding import Options, expand
from workbench.importing.reading import Outcome, Read, read_leaf
from workbench.sources.documents import Document, Limits, Unread

LIMITS = Limits(document=4_000_000, text=400_000, members=500, expanded=20_000_000)
"""Low, so that what is refused for its size is refused soon."""
FAULT = "fault of workbench"
"""Stands in the hint of an error that nobody foresaw."""
_UNSAFE = frozenset("\0\x1b\u202e")


def outcomes(document: Document) -> Iterator[Outcome]:
    """What is read in a document, however deep it stands."""
    return (read_leaf(leaf, LIMITS) for leaf in expand(document, Options(LIMITS)))


def faults(document: Document) -> list[str]:
    """Outcomes that are neither a sound article nor an error with a reason."""
    return [fault for outcome in outcomes(document) for fault in _faults(outcome)]


def _faults(outcome: Outcome) -> Iterator[str]:
    if isinstance(outcome, Unread):
        if FAULT in outcome.error.hint.lower() or not outcome.error.title:
            yield str(outcome.error)
    elif isinstance(outcome, Read):
        text = outcome.source.text
        if any(claim.text != text[claim.start : claim.end] for claim in outcome.claims):
            yield "a claim is not at its offsets"
        if not _UNSAFE.isdisjoint(text):
            yield "the text drives a terminal"
