"""When a feed is asked again."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from workbench.errors import UsageError

LONGEST = timedelta(days=1)
"""A feed that does not answer is asked this often at least."""
SHORTEST = timedelta(seconds=30)
_SPREAD = 0.1
"""The part of the pause by which it is made shorter or longer, so that many do not ask all at once."""
_SPAN = re.compile(r"(\d{1,6})\s*([smhd])", re.ASCII)
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def span(text: str) -> timedelta:
    """The time that "90s", "15m", "2h" or "1d" says. Raises UsageError where it says none, or too little."""
    match = _SPAN.fullmatch(text.strip().lower())
    if not match:
        raise UsageError("Not a span of time", text, "Write it as 90s, 15m, 2h or 1d.")
    found = timedelta(**{_UNITS[match[2]]: int(match[1])})
    if found < SHORTEST:
        raise UsageError("Too often", text, "Ask every 30s at most.")
    return found


def next_due(
    now: datetime, every: timedelta, failures: int, chance: float, asked: float | None = None
) -> datetime:
    """When to ask again: after `every`, twice as long for each failure in a row, a day at the longest.

    `chance` from 0 to 1 spreads it. `asked` is how many seconds the server wants to be left alone, if it
    said so.
    """
    pause: timedelta = min(every * 2 ** min(failures, 20), max(every, LONGEST))
    pause = max(pause * (1 - _SPREAD + 2 * _SPREAD * chance), timedelta(seconds=min(asked or 0.0, 86_400.0)))
    return (now + pause).astimezone(UTC)


def is_due(due: str, now: datetime) -> bool:
    """Whether a time, as it is kept, has come; "" has."""
    return not due or datetime.fromisoformat(due) <= now
