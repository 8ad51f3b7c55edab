"""Moves what was read in a stretch of text to its offsets in the whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from workbench.models import ClockTime, DateSpan, Mention, Ordinal, Quantity

Found = TypeVar("Found", Mention, Quantity, ClockTime, Ordinal)


def shifted(found: Found, by: int) -> Found:
    """The same thing `by` code points further on."""
    return replace(found, start=found.start + by, end=found.end + by)


def shifted_date(span: DateSpan, by: int) -> DateSpan:
    """The same date `by` code points further on."""
    return replace(span, expr_start=span.expr_start + by, expr_end=span.expr_end + by)
