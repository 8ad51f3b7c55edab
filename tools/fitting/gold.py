"""The gold of one half of the annotated sets, as the matcher sees it: claims, compared pairs, facts.

Only the documents of the half asked for are read. A fact belongs to the claim that `evaluate.py` would
take for it: the first on its quote that has its value.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

from workbench.claims import read_claims
from workbench.events.barriers import cannot_link
from workbench.events.candidates import candidates
from workbench.events.features import Features, features
from workbench.events.likeness import LEVELS
from workbench.events.match import in_order
from workbench.events.words import Words
from workbench.records.rows import Row, claim_row
from workbench.sources import read_source

EVALUATION = Path(__file__).resolve().parents[2] / "tests" / "evaluation"
HALVES = Path(__file__).resolve().parent / "halves.toml"
SETS = ("reports", "topics", "unseen")
"""The sets whose texts are in the repository; those of other people stay an outer check."""
OUTER = Path(__file__).resolve().parents[3] / "shared" / "evaluation" / "seeds"
"""Articles of other people, beside the checkout where they are there: never fitted on."""
sys.path.insert(0, str(EVALUATION))

import evaluate  # noqa: E402 - it lies among the tests, on no path of its own


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims (positions, a < b) that were compared and may be one event.

    `outcomes` are the outcomes of the levels with the factor that multiplies the weight of each.
    """

    a: int
    b: int
    outcomes: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A gold fact that has an event, and the position of the claim that holds it, if any.

    `topic` is the unit that is left out in turn: topics that share an event are one ("B+G").
    """

    topic: str
    event: str
    claim: int | None


@dataclass(frozen=True, slots=True)
class Collection:
    """The documents of one set that lie in one half, matched together as they would be in use."""

    name: str
    items: tuple[Features, ...]
    pairs: tuple[Pair, ...]
    facts: Mapping[str, Fact]
    same: tuple[tuple[str, str], ...]
    """Facts of one event, by the gold's list of pairs."""
    apart: tuple[tuple[str, str], ...]
    """Look-alikes of different events."""


def collections(half: str, folder: Path = EVALUATION, table: Path = HALVES) -> list[Collection]:
    """The sets' documents of `half` ("fit" or "held"); a set that is not there is left out."""
    split = tomllib.loads(table.read_text(encoding="utf-8"))
    found = (_collection(folder / name, half, split.get(name, {})) for name in _present(folder))
    return [each for each in found if each.facts]


def outer(folder: Path = OUTER) -> list[Collection]:
    """The outer check, whole; empty where it does not lie beside the checkout."""
    if not (folder / "gold.json").exists():
        return []
    topics = {topic_of(path.stem) for path in (folder / "texts").iterdir()}
    return [_collection(folder, "held", {"held": sorted(topics)})]


def fingerprint(collections: Sequence[Collection]) -> str:
    """Changes with the gold and with what is read and compared in its texts: what weights are fitted on."""
    digest = hashlib.sha256()
    for each in collections:
        shown = (each.name, each.pairs, sorted(each.facts.items()), each.same, each.apart)
        digest.update(repr(shown).encode())
    return digest.hexdigest()[:16]


def topic_of(document: str) -> str:
    """The letters at the start of a document's or fact's id."""
    return "".join(takewhile(str.isupper, document))


def _present(folder: Path) -> list[str]:
    return [name for name in SETS if (folder / name / "gold.json").exists()]


def _gold(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return found


def _topics(gold: Mapping[str, Any], half: str, split: Mapping[str, Sequence[str]]) -> frozenset[str]:
    if "halves" in gold:
        return frozenset(topic for topic, said in gold["halves"].items() if said["half"] == half)
    return frozenset(split[half])


def _documents(folder: Path, topics: Iterable[str]) -> list[Path]:
    return [path for path in sorted((folder / "texts").iterdir()) if topic_of(path.stem) in topics]


def _within(entry: Any, topics: frozenset[str]) -> bool:
    """True where a fact, or both facts of a pair, are of the topics."""
    ids = (entry["id"],) if isinstance(entry, dict) and "id" in entry else _pair(entry)
    return all(topic_of(key) in topics for key in ids)


def _pair(entry: Any) -> tuple[str, str]:
    return (entry["a"], entry["b"]) if isinstance(entry, dict) else (entry[0], entry[1])


def _collection(folder: Path, half: str, split: Mapping[str, Sequence[str]]) -> Collection:
    gold = _gold(folder)
    topics = _topics(gold, half, split)
    paths = _documents(folder, topics)
    sources = {source.id: source for source in map(read_source, paths)}
    claims = in_order(claim for source in sources.values() for claim in read_claims(source))
    items = tuple(features(claims))
    facts = [one for one in gold["facts"] if one["event"] and _within(one, topics)]
    units = _units((topic_of(one["doc"]), one["event"]) for one in facts)
    holders = _holders(facts, [claim_row(claim, sources[claim.source], None) for claim in claims], paths)
    return Collection(
        name=folder.name,
        items=items,
        pairs=compared(items),
        facts={
            one["id"]: Fact(units[topic_of(one["doc"])], one["event"], holders[one["id"]]) for one in facts
        },
        same=tuple(_pair(one) for one in gold["same_event_pairs"] if _within(one, topics)),
        apart=tuple(_pair(one) for one in gold["different_event_pairs"] if _within(one, topics)),
    )


def _units(told: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Topic to the name of all topics that it shares events with, from pairs of topic and event."""
    by_event: dict[str, set[str]] = defaultdict(set)
    for topic, event in told:
        by_event[event].add(topic)
    units: dict[str, frozenset[str]] = {}
    for topics in by_event.values():
        whole = frozenset(topics).union(*(units.get(topic, ()) for topic in topics))
        units.update(dict.fromkeys(whole, whole))
    return {topic: "+".join(sorted(whole)) for topic, whole in units.items()}


class _Folder:
    """Some files of a folder, for what asks a folder for its files."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths

    def iterdir(self) -> Iterator[Path]:
        return iter(self._paths)


def _holders(
    facts: Sequence[Mapping[str, Any]], rows: Sequence[Row], paths: Sequence[Path]
) -> dict[str, int | None]:
    """Fact id to the position of the claim that `evaluate.py` takes for it."""
    documents = evaluate.Documents(_Folder(paths))
    places: dict[str, list[tuple[int, Any]]] = defaultdict(list)
    for position, row in enumerate(rows):
        document = Path(row["source"]["file"]).stem
        places[document].append((position, documents.spans(document, row["text"])))
    found: dict[str, int | None] = {}
    for fact in facts:
        quoted = documents.spans(fact["doc"], fact["quote"])
        near = [at for at, spans in places[fact["doc"]] if evaluate.overlaps(spans, quoted)]
        near.sort(key=lambda at: (not _has_value(rows[at], fact), rows[at]["start"], rows[at]["id"]))
        found[fact["id"]] = near[0] if near else None
    return found


def _has_value(row: Row, fact: Mapping[str, Any]) -> bool:
    if fact["attribute"] == "date":
        return any(evaluate.covers(date, fact) for date in (row["date"], *row["dates"]) if date)
    if fact["attribute"] in evaluate.NUMERIC:
        return any(evaluate.same_number(quantity["value"], fact["value"]) for quantity in row["quantities"])
    return True


def compared(items: Sequence[Features]) -> tuple[Pair, ...]:
    """The pairs that the matcher would score, with the outcomes of their levels."""
    words = Words()
    pairs = (pair for pair in candidates(items).pairs if cannot_link(items[pair[0]], items[pair[1]]) is None)
    return tuple(Pair(i, j, outcomes(items[i], items[j], words)) for i, j in pairs)


def outcomes(a: Features, b: Features, words: Words) -> tuple[tuple[str, float], ...]:
    """What each level finds in two claims, and by what the weight of that is multiplied."""
    found = (level(a, b, words) for level in LEVELS)
    return tuple((one[0], one[1]) for one in found if one is not None)
