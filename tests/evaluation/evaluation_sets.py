"""The annotated article sets, and the figures that the program reaches on each today."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from workbench.claims import read_claims
from workbench.decisions.log import status_of
from workbench.discrepancies import detect
from workbench.events import match
from workbench.models import Claim, Discrepancy, Event, Link, Source
from workbench.records.rows import Row, claim_row, discrepancy_row
from workbench.sources import article_paths, read_source

from evaluate import score

HERE = Path(__file__).resolve().parent
SETS = {
    "reports": HERE / "reports",
    "topics": HERE / "topics",
    "unseen": HERE / "unseen",
    "fresh": HERE / "fresh",
    "seeds": HERE.parents[2] / "shared" / "evaluation" / "seeds",
}
"""Where each set lies. `seeds` holds articles that are not ours to publish: it may be absent."""


@cache
def figures(name: str, misses: int = 0) -> dict[str, Any]:
    """What evaluate.py says of the set, run through every stage in memory."""
    claims, discrepancies = _rows(found_in(name))
    return score(SETS[name], claims, discrepancies, misses)


def fingerprint(name: str) -> str:
    """SHA-256 of the set's gold.json: another gold makes other figures, so floors belong to one."""
    return hashlib.sha256((SETS[name] / "gold.json").read_bytes()).hexdigest()


def gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SETS[name] / "gold.json").read_text(encoding="utf-8"))
    return found


def present() -> Iterator[str]:
    """The sets that this checkout has."""
    return (name for name, folder in SETS.items() if (folder / "gold.json").exists())


@dataclass(frozen=True)
class Found:
    """What the program finds in a set."""

    sources: Mapping[str, Source]
    claims: Sequence[Claim]
    events: Sequence[Event]
    links: Sequence[Link]
    discrepancies: Sequence[Discrepancy]


@cache
def found_in(name: str) -> Found:
    """What every stage finds in the set, in memory."""
    sources = {source.id: source for source in map(read_source, article_paths([SETS[name] / "texts"]))}
    # In the order of an export: of claims on the same characters, evaluate.py looks at the first.
    read = [claim for source in sources.values() for claim in read_claims(source)]
    claims = sorted(read, key=lambda claim: (sources[claim.source].file, claim.source, claim.start, claim.id))
    matched = match(claims, sources)
    found = detect(matched.events, {claim.id: claim for claim in claims}, sources)
    return Found(sources, claims, matched.events, matched.links, found)


def _rows(found: Found) -> tuple[list[Row], list[Row]]:
    """The exported rows of claims and of discrepancies."""
    sources = found.sources
    home = {claim: event.id for event in found.events for claim in event.claims}
    return (
        [claim_row(claim, sources[claim.source], home.get(claim.id)) for claim in found.claims],
        [
            discrepancy_row(one, status_of((), one, today=date(2026, 1, 1)), None, sources)
            for one in found.discrepancies
        ],
    )
