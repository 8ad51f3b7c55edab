"""Numbers of things and sizes of files as people read them. Pure."""

from __future__ import annotations

from workbench.told.numbers import number

_STEP = 1000
_ROUNDED = 999.5
"""From here on an amount would be written as a whole step."""
_UNITS = ("B", "kB", "MB", "GB", "TB")


def count(things: int) -> str:
    """A number of things, in the reader's language: "1,234" or "1.234"."""
    return number(f"{things:,}")


def in_bytes(size: int) -> str:
    """A number of bytes: "512 B", "1.5 kB", "23 MB"."""
    amount, units = float(size), list(_UNITS)
    unit = units.pop(0)
    while amount >= _ROUNDED and units:
        amount /= _STEP
        unit = units.pop(0)
    exact = unit == _UNITS[0] or amount >= _STEP / 100
    return f"{number(f'{amount:.0f}' if exact else f'{amount:.1f}')} {unit}"
