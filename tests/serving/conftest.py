"""A server on a database with one difference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Served, running

from workbench.models import AttributeValue, Claim, Discrepancy, Event, Source
from workbench.store import open_store

pytest.importorskip("textual_serve", reason="the extra `serve` is not installed")

TEXT = "Depoda 14 kişi yaralandı. Depoda 17 kişi yaralandı."


@pytest.fixture(scope="session")
def served_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one open difference: 14 or 17."""
    path = tmp_path_factory.mktemp("served") / "claims.db"
    source = Source("s1", "depo.txt", "Depo", None, None, "tr", None, "00", "utf-8", TEXT, TEXT.encode())
    first, second = _claim(0, TEXT.index(".") + 1), _claim(TEXT.rindex("Depoda"), len(TEXT))
    values = tuple(
        AttributeValue(one.id, "s1", number, number, number, str(number), str(number), at, at + 2)
        for one, number in ((first, 14), (second, 17))
        for at in [TEXT.index(str(number))]
    )
    found = Discrepancy("d1", "e1", "count", "injured", "conflict", "high", values, "They differ.")
    with open_store(path) as store:
        assert store.add_source(source, [first, second])
        store.replace_matching([Event("e1", "Depo", "fire", (first.id, second.id))], [], [found])
    return path


def _claim(start: int, end: int) -> Claim:
    return Claim(f"c{start}", "s1", start, end, TEXT[start:end], None, "fire", "occurred", None)


@pytest.fixture(scope="session")
def served(served_db: Path) -> Iterator[Served]:
    """A running server."""
    with running(served_db) as one:
        yield one
