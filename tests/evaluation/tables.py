"""Tables of cases: a text, and what must be read in it, through the same filter that users have.

A table is `tables/NAME.toml`: ``language``, and any number of ``[[case]]`` with ``about`` (what it shows),
``text``, perhaps ``published`` (an ISO date; else the table's), and one or more of the lists
``quantities``, ``dates``, ``ordinals``, ``names``, ``claims``, ``times``, ``sentences``. A list is right
where the reader gives as many, in the same order, and each has every value that the case names; of
``sentences`` the case gives the words. A case is right where all its lists are.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from workbench.transcripts import read_text

from scoring import Score

FOLDER = Path(__file__).resolve().parent / "tables"
LISTS = ("quantities", "dates", "ordinals", "names", "claims", "times")


@dataclass(frozen=True)
class Miss:
    """A case that was read otherwise: what was asked of which list, and what came."""

    about: str
    text: str
    kind: str
    expected: Any
    found: Any

    def __str__(self) -> str:
        lines = (
            f"{self.about}: {self.text!r}",
            f"{self.kind} expected {self.expected}",
            f"found {self.found}",
        )
        return "\n    ".join(lines)


def tables() -> list[str]:
    """Names of the tables there are."""
    return sorted(path.stem for path in FOLDER.glob("*.toml") if "case" in _load(path.stem))


def score_table(name: str) -> Score:
    """Reads every case of a table."""
    table = _load(name)
    cases = table["case"]
    misses = [miss for case in cases if (miss := _miss(case, table)) is not None]
    return Score(len(cases) - len(misses), len(cases), tuple(misses))


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _miss(case: dict[str, Any], table: dict[str, Any]) -> Miss | None:
    published = case.get("published", table.get("published"))
    day = date.fromisoformat(str(published)) if published else None
    text = case.get("text") or " ".join(case["sentences"])
    row = read_text(text, published=day, code=table["language"])
    if "sentences" in case:
        found = [text[one["start"] : one["end"]] for one in row["sentences"]]
        if found != case["sentences"]:
            return Miss(case["about"], text, "sentences", case["sentences"], found)
    asked = [kind for kind in LISTS if kind in case]
    assert asked or "sentences" in case, f"{case['about']}: asks for nothing"
    for kind in asked:
        expected = [{key: _plain(value) for key, value in one.items()} for one in case[kind]]
        keys = sorted({key for one in expected for key in one})
        found_all = [{key: one.get(key) for key in keys} for one in row[kind]]
        fits = len(expected) == len(found_all) and all(
            all(_same(got[key], value) for key, value in one.items())
            for one, got in zip(expected, found_all, strict=True)
        )
        if not fits:
            return Miss(case["about"], text, kind, expected, found_all)
    return None


def _plain(value: Any) -> Any:
    """TOML has no null: the word stands for it."""
    if value == "null":
        return None
    return value.isoformat() if isinstance(value, date) else value


def _same(found: Any, expected: Any) -> bool:
    numbers = isinstance(found, int | float) and isinstance(expected, int | float)
    return abs(found - expected) <= 1e-6 * max(1.0, abs(expected)) if numbers else found == expected
