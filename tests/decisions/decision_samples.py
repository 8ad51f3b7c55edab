"""Discrepancies to decide on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workbench.models import AttributeValue, Discrepancy

AT = "2025-06-01T10:00:00.000000+03:00"


def at(second: int) -> str:
    """A moment of 1 June 2025, later for a higher number."""
    return f"2025-06-01T10:{second // 60:02}:{second % 60:02}.000000+03:00"


def sample_value(claim: str, label: str, value: float | str | None = None) -> AttributeValue:
    said = label if value is None else value
    return AttributeValue(claim, f"s-{claim}", said, said, said, label, label, 0, len(label))


def sample_discrepancy(*pairs: tuple[str, str], **changes: Any) -> Discrepancy:
    """One value for each (claim, label); by default claims a and b that say 4, and c that says 7."""
    values = tuple(sample_value(*pair) for pair in pairs or (("a", "4"), ("b", "4"), ("c", "7")))
    found = Discrepancy("d1", "e1", "count", "injured", "conflict", "high", values, "4 against 7.")
    return replace(found, **changes)
