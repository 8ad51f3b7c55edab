"""Titles, furniture and facts of the measured pages, where these stand beside the repository."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from workbench.models import Block, Source
from workbench.sources import read_source

EVALUATION = Path(__file__).resolve().parents[3] / "shared" / "evaluation"
SETS = [name for name in ("seeds", "reports") if (EVALUATION / name / "gold.json").exists()]
SHORTEST = 15
"""Furniture of fewer characters may be part of anything."""

pytestmark = pytest.mark.skipif(not SETS, reason="the shared evaluation is not here")


def load(name: str, file: str) -> Any:
    return json.loads((EVALUATION / name / file).read_text(encoding="utf-8"))


@cache
def sources(name: str) -> dict[str, Source]:
    folder = EVALUATION / name / "texts"
    return {entry["id"]: read_source(folder / f"{entry['id']}.txt") for entry in load(name, "sources.json")}


def touching(source: Source, start: int, end: int) -> list[Block]:
    return [block for block in source.blocks if block.start < end and start < block.end]


@pytest.mark.parametrize("name", SETS)
def test_titles_and_publication_dates(name: str) -> None:
    for entry in load(name, "sources.json"):
        source = sources(name)[entry["id"]]
        assert (entry["id"], entry["title"], entry["language"]) == (
            entry["id"],
            source.title,
            source.language,
        )
        assert source.published is not None
        first, last = (
            entry.get("published_start", entry["published"]),
            entry.get("published_end", entry["published"]),
        )
        assert first <= source.published.best.isoformat() <= last, entry["id"]


@pytest.mark.parametrize("name", SETS)
def test_furniture_is_no_part_of_the_article(name: str) -> None:
    wrong = []
    for entry in load(name, "sources.json"):
        source = sources(name)[entry["id"]]
        for passage in entry["boilerplate"]:
            start = source.text.find(passage)
            if len(passage) > SHORTEST and start >= 0:
                found = touching(source, start, start + len(passage))
                wrong += [
                    (entry["id"], passage) for block in found if block.kind not in ("furniture", "dateline")
                ]
    assert not wrong


@pytest.mark.parametrize("name", SETS)
def test_facts_stand_in_the_article(name: str) -> None:
    wrong = []
    for fact in load(name, "gold.json")["facts"]:
        source = sources(name)[fact["doc"]]
        places = [at for at in range(len(source.text)) if source.text.startswith(fact["quote"], at)]
        inside = any(
            all(
                block.kind not in ("furniture", "dateline")
                for block in touching(source, at, at + len(fact["quote"]))
            )
            for at in places
        )
        if not inside:
            wrong.append((fact["id"], fact["quote"]))
    assert not wrong
