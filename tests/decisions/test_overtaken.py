"""A verdict that another one has come before, which its reviewer had not seen."""

from __future__ import annotations

import pytest
from decision_samples import at, sample_discrepancy

from workbench.decisions import accept, assign, dismiss, note, undo
from workbench.decisions.overtaken import OvertakenError, refuse_overtaken
from workbench.models import Decision

FOUND = sample_discrepancy()
FIRST = accept(FOUND, 1, reviewer="Ayşe", at=at(0))
SECOND = dismiss(FOUND, reviewer="Zeynep", at=at(1))
BACK = undo(SECOND, [FIRST, SECOND], reviewer="Zeynep", at=at(2))
REMARKS = [note(FOUND, "Hm.", reviewer="B", at=at(3)), assign(FOUND, "B", reviewer="B", at=at(4))]


@pytest.mark.parametrize(
    ("log", "seen"),
    [
        pytest.param([], [], id="nobody decided"),
        pytest.param([FIRST], [FIRST], id="what is in force was seen"),
        pytest.param(REMARKS, [], id="remarks alone"),
        pytest.param([FIRST, SECOND, BACK], [FIRST], id="decided and taken back meanwhile"),
        pytest.param([FIRST, SECOND, BACK], [FIRST, SECOND], id="what was seen is taken back"),
    ],
)
def test_what_may_be_decided(log: list[Decision], seen: list[Decision]) -> None:
    refuse_overtaken(log, [FOUND], {one.id for one in seen})
    assert BACK.undoes == SECOND.id


@pytest.mark.parametrize("seen", [[], [FIRST]], ids=["nothing", "the verdict before"])
def test_who_came_first_is_named(seen: list[Decision]) -> None:
    with pytest.raises(OvertakenError) as refused:
        refuse_overtaken([FIRST, SECOND], [FOUND], {one.id for one in seen})
    assert refused.value.by == SECOND
    assert refused.value.detail == "Zeynep found no conflict on 1 June 2025 at 10:00"
