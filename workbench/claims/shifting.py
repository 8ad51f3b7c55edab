"""Moves what was read in a stretch of text to its offsets in the whole."""

from __future__ import annotations

from workbench.models import DateSpan, Mention


def shifted(name: Mention, by: int) -> Mention:
    """The same name `by` code points further on."""
    return Mention(name.text, name.start + by, name.end + by, name.kind, name.canonical)


def shifted_date(span: DateSpan, by: int) -> DateSpan:
    """The same date `by` code points further on."""
    return DateSpan(
        span.start,
        span.end,
        span.precision,
        span.expr,
        span.expr_start + by,
        span.expr_end + by,
        span.basis,
        span.weekday,
    )
