"""How two date intervals lie to each other."""

from __future__ import annotations

from workbench.models import DateSpan

SEASON = 100
"""Days up to which a stretch of time tells events apart; a year does not."""

REPORT_DAYS = 7
"""A report of a happening that strikes once appears within so many days of it."""


def days_apart(a: DateSpan, b: DateSpan) -> int:
    """Days between two date intervals; 0 where they meet."""
    if a.start <= b.end and b.start <= a.end:
        return 0
    return min(abs((b.start - a.end).days), abs((a.start - b.end).days))


def holds(outer: DateSpan, inner: DateSpan) -> bool:
    """True when `inner` lies wholly inside `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def length(span: DateSpan) -> int:
    """Days from the first to the last, both counted."""
    return (span.end - span.start).days + 1
