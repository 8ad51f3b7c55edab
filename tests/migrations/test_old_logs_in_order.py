"""A log from before its order was kept: one log, in which everybody knew what had been decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from aged_database import age

from workbench.decisions import verdicts
from workbench.decisions.log import Verdicts
from workbench.models import AttributeValue, Decision, Discrepancy
from workbench.models.order import in_order
from workbench.store import open_store


def difference(name: str, *claims: str) -> Discrepancy:
    values = tuple(
        AttributeValue(claim, "s1", said, said, said, f"{said:g}", "4", 0, 1)
        for claim, said in zip(claims, (4.0, 7.0), strict=True)
    )
    return Discrepancy(name, "e1", "count", "injured", "conflict", "high", values, "4 against 7.")


FIRST, ANEW = difference("d1", "c1", "c2"), difference("d2", "c3", "c4")
Act = Callable[[Sequence[Decision], str], Decision]


def accept(found: Discrepancy, label: int) -> Act:
    return lambda _, at: verdicts.accept(found, label, reviewer="Ayşe", at=at)


def undo(place: int) -> Act:
    return lambda log, at: verdicts.undo(log[place], log, reviewer="Ayşe", at=at)


def aged(path: Path, acts: Sequence[Act], heirs: Sequence[tuple[str, str]] = ()) -> list[str]:
    """Writes these acts at ever earlier times, as a wrong clock does; the ids of the entries."""
    log: list[Decision] = []
    with open_store(path) as store:
        for number, act in enumerate(acts):
            entry = act(log, f"2025-06-01T10:{50 - number:02}:00.000000+00:00")
            log.append(entry)
            store.append_decision(entry)
    age(path)
    with closing(sqlite3.connect(path)) as db, db:
        db.executemany(
            """INSERT INTO former_claims (id, source, start, "end", text, heir)
               VALUES (?, 1, 0, 1, '4', ?)""",
            heirs,
        )
    return [entry.id for entry in log]


CASES = [
    pytest.param((accept(FIRST, 1), accept(FIRST, 2)), (), 1, id="decided twice"),
    pytest.param((accept(FIRST, 1), accept(FIRST, 2), undo(1)), (), 0, id="the second taken back"),
    pytest.param((accept(FIRST, 1), undo(0), accept(FIRST, 2), undo(1)), (), 2, id="the first brought back"),
    pytest.param(
        (accept(FIRST, 1), accept(ANEW, 2)),
        (("c1", "c3"), ("c2", "c4")),
        1,
        id="decided again after the article was read again",
    ),
]


@pytest.mark.parametrize(("acts", "heirs", "holds"), CASES)
def test_nobody_seems_to_disagree_with_himself(
    tmp_path: Path, acts: Sequence[Act], heirs: Sequence[tuple[str, str]], holds: int
) -> None:
    path = tmp_path / "claims.db"
    names = aged(path, acts, heirs)
    with open_store(path) as store:
        log = store.decisions()
        assert [entry.id for entry in log] == names
        assert [entry.id for entry in in_order(log)] == names
        found = ANEW if heirs else FIRST
        assert Verdicts(log).disagreement(found) == []
        in_force = Verdicts(log).in_force(found)
        assert in_force is not None
        assert in_force.id == names[holds]
