"""What the tests of this folder share."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

from workbench.records.rows import What

TODAY = date(2026, 3, 1)
Exported = Callable[[What, str], Path]
"""Writes an export of the reviewed database in a format, and says to which file."""

OTHERS = "abcçğıöşüxyz019AİZ.,;:'\"{}[]()=- \n\r\t…“„—"
"""Characters that take another one's place."""


def other_character(text: str, chance: random.Random, others: str = OTHERS) -> str:
    """The text with one of its characters replaced by another one."""
    place = chance.randrange(len(text))
    other = chance.choice([one for one in others if one != text[place]])
    return text[:place] + other + text[place + 1 :]
