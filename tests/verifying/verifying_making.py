"""What the tests of this folder share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from workbench.records.rows import What

TODAY = date(2026, 3, 1)
Exported = Callable[[What, str], Path]
"""Writes an export of the reviewed database in a format, and says to which file."""
