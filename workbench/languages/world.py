"""The towns of the world, from places.tsv: what they are called in a language and what they lie in.

A developer makes the table with tools/build_places.py (GeoNames, CC BY 4.0; CLDR, Unicode licence).
Columns: canonical name; what holds it; a flag a language; the spellings of each language, lower-cased
and behind "|"; what holds its smaller namesakes. The first line names the languages in their order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Literal

TABLE = "places.tsv"
Company = Literal["f", "p", "g"]
"""What company a name needs to be the place: none (free), a place's, or (guarded, since it is also a word
or somebody's name) a place's beyond doubt."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town, region or sea of the table."""

    canonical: str
    inside: str
    company: Company
    elsewhere: tuple[str, ...]
    """What holds its smaller namesakes."""


@dataclass(frozen=True)
class World:
    """The table as one language reads it."""

    column: int
    """The language's place in the table, or -1 where it has no spellings there."""
    rows: tuple[list[str], ...]

    @cached_property
    def spellings(self) -> Mapping[str, list[str]]:
        """Lower-cased spelling to its row."""
        if self.column < 0:
            return {}
        at = 3 + self.column
        return {form: row for row in self.rows for form in row[at].split("|") if form}

    @cached_property
    def inside(self) -> Mapping[str, str]:
        """Canonical place to what holds it."""
        return {row[0]: row[1] for row in self.rows if row[1]}

    @cached_property
    def elsewhere(self) -> Mapping[str, list[str]]:
        """Canonical place to what holds its smaller namesakes."""
        return {row[0]: row[-1].split("|") for row in self.rows if row[-1]}

    def town(self, row: list[str]) -> Town:
        """A row as this language reads it."""
        flags: dict[str, Company] = {"f": "f", "p": "p", "g": "g"}
        return Town(row[0], row[1], flags[row[2][self.column]], tuple(filter(None, row[-1].split("|"))))


@cache
def _rows() -> tuple[tuple[str, ...], tuple[list[str], ...]]:
    text = resources.files("workbench.languages").joinpath(TABLE).read_text("utf-8")
    head, *lines = text.splitlines()
    codes = head.partition(":")[0].split()[2:]
    return tuple(codes), tuple(line.split("\t") for line in lines)


@cache
def world(code: str) -> World:
    """The table as the language `code` reads it; it is read from disk once, when first asked for."""
    codes, rows = _rows()
    return World(codes.index(code) if code in codes else -1, rows)
