"""Who has to do with a difference: whose decision is in force, and whom it is given to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from decision_samples import AT, at, sample_discrepancy

from workbench.decisions import accept, dismiss, undo
from workbench.decisions.log import judgements
from workbench.models import Decision, Judgement

TODAY = date(2025, 6, 2)
FOUND = sample_discrepancy()


def assigned(name: str | None, claims: tuple[str, ...], discrepancy: str = FOUND.id) -> Decision:
    entry = dismiss(replace(FOUND, id=discrepancy), reviewer="B", at=AT)
    return replace(entry, id=f"k{name}{discrepancy}", kind="assign", value=name, claims=claims)


CLAIMS = tuple(value.claim for value in FOUND.values)


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        pytest.param([], "", id="to nobody yet"),
        pytest.param([assigned("Ayşe", ())], "Ayşe", id="by its id"),
        pytest.param([assigned("Ayşe", CLAIMS[:1], "renamed")], "Ayşe", id="by its claims, under another id"),
        pytest.param([assigned("Ayşe", ("elsewhere",), "other")], "", id="another difference"),
        pytest.param([assigned("Ayşe", CLAIMS), assigned("Can", ())], "Can", id="the latest counts"),
        pytest.param([assigned("Ayşe", CLAIMS), assigned(None, CLAIMS)], "", id="given to nobody"),
    ],
)
def test_whom_a_difference_is_given_to(log: list[Decision], expected: str) -> None:
    assert judgements(log, [FOUND], today=TODAY)[FOUND.id] == Judgement("open", assignee=expected)


def test_an_assignment_taken_back_is_none() -> None:
    log = [assigned("Ayşe", CLAIMS)]
    assert (
        judgements([*log, undo(log[0], log, reviewer="A", at=at(1))], [FOUND], today=TODAY)[FOUND.id].assignee
        == ""
    )


def test_the_reviewer_is_who_took_the_decision_in_force() -> None:
    log = [accept(FOUND, 1, reviewer="A", at=at(0)), replace(dismiss(FOUND, reviewer="B", at=at(1)), id="k2")]
    judged = judgements(log, [FOUND], today=TODAY)[FOUND.id]
    assert judged == Judgement("dismissed", "B", log[1].at)
