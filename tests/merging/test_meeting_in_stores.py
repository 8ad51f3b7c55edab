"""The same in databases: whatever takes over from whatever, all hold the same log and the same statuses."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from logs_apart import FOUND, Log, logs

from workbench.merging import merge
from workbench.merging.reading import Offered
from workbench.models import Claim, Event, Source
from workbench.reviewing import judge
from workbench.store import Store, open_store

TODAY = date(2025, 6, 15)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the differences that the logs are about."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    with open_store(path) as store:
        names = sorted({value.claim for one in FOUND for value in one.values})
        for name in names:
            source = Source(
                f"s{name[1:]}",
                f"{name}.txt",
                None,
                None,
                None,
                "tr",
                None,
                name,
                "utf-8",
                "4 kişi",
                name.encode(),
            )
            store.add_source(source, [Claim(name, source.id, 0, 6, "4 kişi", None, "fire", "occurred", None)])
        store.replace_matching([Event("e1", "Yangın", "fire", tuple(names))], [], FOUND)
    return path


def take_over(store: Store, log: Log) -> None:
    merge(store, [Offered("theirs", entry) for entry in log], today=TODAY)


@given(held=logs(), order=st.permutations(range(3)))
@settings(max_examples=12, deadline=None)
def test_stores_hold_the_same_whatever_order_they_meet_in(
    template: Path, held: list[Log], order: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        stores = [
            opened.enter_context(open_store(shutil.copy(template, Path(folder) / f"{number}.db")))
            for number in range(2)
        ]
        for log in held:
            take_over(stores[0], log)
        for number in order:
            take_over(stores[1], held[number])
            take_over(stores[1], held[number])
        one, other = stores
        assert list(one.dump()) == list(other.dump())
        ids = [found.id for found in FOUND]
        assert one.queue_rows(ids) == other.queue_rows(ids)
        assert one.integrity(judge(TODAY)) == []
        assert one.stamp() == other.stamp()
