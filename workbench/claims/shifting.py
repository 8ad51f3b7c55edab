"""Moves what was read in a stretch of text to its offsets in the whole."""

from __future__ import annotations

from dataclasses import replace

from workbench.models import DateSpan, Mention


def shifted(name: Mention, by: int) -> Mention:
    """The same name `by` code points further on."""
    return Mention(name.text, name.start + by, name.end + by, name.kind, name.canonical)


def shifted_date(span: DateSpan, by: int) -> DateSpan:
    """The same date `by` code points further on."""
    return replace(span, expr_start=span.expr_start + by, expr_end=span.expr_end + by)
