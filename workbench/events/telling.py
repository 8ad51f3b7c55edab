"""When a source told what it tells, as text that sorts by time."""

from __future__ import annotations

import re

from workbench.models import Publication

UNKNOWN = "9999-12-31"
"""Sorts behind every day that is known."""
_CLOCK = re.compile(r"(?<![\d.])([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?(?:\s?([AaPp])\.?[Mm])?")


def told(published: Publication | None) -> str:
    """The day of publication as an ISO date, with its time where the page gives one ("2025-05-03T09:15")."""
    if published is None:
        return UNKNOWN
    return f"{published.best.isoformat()}{_time_of_day(published.evidence)}"


def _time_of_day(evidence: str) -> str:
    """ "T09:15" where the words that give the date of publication give a time as well, else ""."""
    match = _CLOCK.search(evidence)
    if match is None:
        return ""
    hour = (
        int(match[1]) % 12 + (12 if (match[3] or "").lower().startswith("p") else 0)
        if match[3]
        else int(match[1])
    )
    return f"T{hour:02}:{match[2]}"
