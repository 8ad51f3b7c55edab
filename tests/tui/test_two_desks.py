"""Two desks on one database: each sees what the other decides, and neither overrules the other unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_material import sample

from workbench.store import open_store

real_terminal = pytest.importorskip("real_terminal", reason="there are no pseudo-terminals here")


def test_what_one_decides_the_other_sees_without_asking(tmp_path: Path) -> None:
    db = sample(tmp_path / "claims.db")
    here = real_terminal.RealTerminal(db, "--reviewer", "Can", size=(120, 40))
    there = real_terminal.RealTerminal(db, "--reviewer", "Ece", size=(120, 40))
    with here, there:
        here.wait_for(b"1 of 5")
        place = there.wait_for(b"1 of 5")
        here.press(b"1")
        here.wait_for("✓ Saved".encode())
        there.wait_for(b"resolved", since=place)
    with open_store(db) as store:
        assert [(entry.kind, entry.reviewer) for entry in store.decisions()] == [("accept", "Can")]


def test_a_decision_on_what_the_other_has_just_decided_is_refused(tmp_path: Path) -> None:
    db = sample(tmp_path / "claims.db")
    here = real_terminal.RealTerminal(db, "--reviewer", "Can", size=(120, 40))
    there = real_terminal.RealTerminal(db, "--reviewer", "Ece", size=(120, 40))
    with here, there:
        here.wait_for(b"1 of 5")
        there.wait_for(b"1 of 5")
        there.press(b"\r")
        place = there.wait_for(b"1 of 5 open")
        here.press(b"1")
        here.wait_for("✓ Saved".encode())
        there.wait_for(b"Can", since=place)
        there.press(b"x")
        there.wait_for(b"Decided in the meantime", since=place)
    with open_store(db) as store:
        assert [(entry.kind, entry.reviewer) for entry in store.decisions()] == [("accept", "Can")]
