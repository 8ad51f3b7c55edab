"""One number as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Written = Literal["digits", "words", "mixed"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number: its value, [start, end) without its ending, `stop` behind it, and the ending's kind.

    ``suffix`` is a key of the language's suffixes or empty; ``words`` counts the tokens it was made of;
    ``grouped`` tells "1.200" from "1200", ``fraction`` whether it is surely a fraction.
    ``vague`` is true for a word that gives no more than a lower figure ("dozens"),
    ``repeats`` for one that says how often ("twice").
    """

    value: float
    start: int
    end: int
    stop: int
    suffix: str
    written: Written
    words: int
    grouped: bool = False
    decimals: bool = False
    fraction: Literal["", "said", "unsure"] = ""
    vague: bool = False
    repeats: bool = False
