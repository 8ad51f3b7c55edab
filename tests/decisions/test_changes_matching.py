"""Which entries of the log ask for matching again."""

from __future__ import annotations

import pytest
from decision_samples import at, sample_discrepancy

from workbench.decisions import changes_matching, different_events, dismiss, note, undo
from workbench.models import Decision

FOUND = sample_discrepancy()


def log_of(*acts: str | int) -> list[Decision]:
    """One entry an act: a verdict by its name, or the undo of the entry at a place."""
    log: list[Decision] = []
    for act in acts:
        moment = at(len(log))
        if isinstance(act, int):
            log.append(undo(log[act], log, reviewer="A", at=moment))
        elif act == "note":
            log.append(note(FOUND, "ask", reviewer="A", at=moment))
        else:
            verdict = dismiss if act == "dismiss" else different_events
            log.append(verdict(FOUND, reviewer="A", at=moment))
    return log


@pytest.mark.parametrize(
    ("acts", "again"),
    [
        pytest.param(("dismiss",), False, id="a verdict that leaves events alone"),
        pytest.param(("part",), True, id="different events"),
        pytest.param(("part", 0), True, id="taken back"),
        pytest.param(("part", 0, 1), True, id="brought back"),
        pytest.param(("dismiss", 0), False, id="another verdict taken back"),
        pytest.param(("part", "note"), False, id="a note behind it"),
    ],
)
def test_what_must_be_matched_again(acts: tuple[str | int, ...], again: bool) -> None:
    log = log_of(*acts)
    assert changes_matching(log[-1], log) == again
