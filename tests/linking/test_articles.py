"""Articles that come one by one leave the same database as all at once, in whatever order they come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import pytest

from workbench import pipeline
from workbench.claims import read_claims
from workbench.linking import articles, running, whole
from workbench.models import Claim, Source
from workbench.sources import article_paths, read_source
from workbench.store import Store, open_store

TODAY = date(2026, 3, 1)
FOLDERS = [Path(__file__).parent.parent / "evaluation" / name / "texts" for name in ("reports", "topics")]


@dataclass(frozen=True)
class Read:
    """An article with its claims."""

    source: Source
    claims: tuple[Claim, ...]


@pytest.fixture(scope="module")
def read() -> list[Read]:
    found = [read_source(path) for path in article_paths(FOLDERS)]
    return [Read(source, read_claims(source)) for source in found]


@pytest.fixture(scope="module")
def at_once(read: Sequence[Read], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    with open_store(tmp_path_factory.mktemp("once") / "claims.db") as store:
        add(store, read)
        pipeline.rematch(store, today=TODAY)
        assert store.discrepancies()
        return list(store.dump())


def add(store: Store, read: Sequence[Read]) -> None:
    for one in read:
        store.add_source(one.source, one.claims)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    # Whatever the share of what is new: every import but the first is linked to what stands.
    monkeypatch.setattr(running, "_SHARE", float("inf"))
    with open_store(tmp_path / "claims.db") as opened:
        yield opened


@pytest.mark.parametrize(
    ("seed", "size"),
    [
        pytest.param(1, 1, id="one by one"),
        pytest.param(2, 1, id="one by one in another order"),
        pytest.param(3, 7, id="a few at a time"),
    ],
)
def test_the_order_of_import_does_not_show(
    store: Store, read: Sequence[Read], at_once: list[str], seed: int, size: int
) -> None:
    waiting = list(read)
    Random(seed).shuffle(waiting)
    while waiting:
        taken, waiting = waiting[:size], waiting[size:]
        add(store, taken)
        report = pipeline.link_pending(store, today=TODAY)
    assert report.changed is not None
    assert store.integrity() == []
    assert list(store.dump()) == at_once
    assert store.sources_to_link() == []


def test_nor_does_it_where_events_are_joined_by_more_than_one_link(
    store: Store, read: Sequence[Read], at_once: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (whole, articles):
        monkeypatch.setattr(module, "backing", lambda _: 0.4)
    with open_store(tmp_path / "once.db") as once:
        add(once, read)
        pipeline.rematch(once, today=TODAY)
        expected = list(once.dump())
    assert expected != at_once
    waiting = list(read)
    Random(4).shuffle(waiting)
    while waiting:
        taken, waiting = waiting[:5], waiting[5:]
        add(store, taken)
        pipeline.link_pending(store, today=TODAY)
    assert list(store.dump()) == expected
