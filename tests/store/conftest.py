from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_samples import World, sample_world

from workbench.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "claims.db") as opened:
        yield opened


@pytest.fixture
def world() -> World:
    return sample_world()


@pytest.fixture
def filled(store: Store, world: World) -> Store:
    for source in world.sources:
        store.add_source(source, world.of(source))
    store.replace_matching(world.events, world.links, world.discrepancies)
    return store
