"""What waits for a decision is the same in records, grids, pages and calendars."""

from dataclasses import replace
from typing import Any

import pytest
from dossier_making import SOURCES, Case
from told_twice import DIFFERENCE, HIGH_CLAIM, LOW_CLAIM

from workbench.models import Decision
from workbench.records.grid import build_grid
from workbench.records.now import undecided
from workbench.records.page.briefs import brief

WHERE = SOURCES | {"sb": replace(SOURCES["sa"], id="sb", file="b.txt")}


def verdict(key: str, label: str, **fields: Any) -> Decision:
    about = ("d1", "e0123456789abcdef", "count", "killed", ("ca", "cb"))
    at = f"2026-02-0{key[-1]}T10:00:00+03:00"
    return Decision(key, "accept", *about, f"reviewer {key}", at, label=label, **fields)


FIRST = verdict("k1", "12", placed="2026-02-01T07:00:00+00:00")
APART = verdict("k2", "14", placed="2026-02-02T07:00:00+00:00")
LATER = verdict("k3", "14", placed="2026-02-03T07:00:00+00:00", knew=("k1", "k2"))


@pytest.mark.parametrize(
    ("verdict", "decisions", "expected"),
    [
        pytest.param("conflict", (), True, id="nobody decided"),
        pytest.param("conflict", (FIRST,), False, id="decided"),
        pytest.param("conflict", (FIRST, APART), True, id="two who did not know of each other"),
        pytest.param("superseded", (), False, id="replaced"),
        pytest.param("superseded", (FIRST,), False, id="replaced and decided"),
        pytest.param("superseded", (FIRST, APART), True, id="replaced, two who did not know of each other"),
        pytest.param("superseded", (FIRST, APART, LATER), False, id="settled by one who knew of both"),
    ],
)
def test_all_tell_of_it(verdict: Any, decisions: tuple[Decision, ...], expected: bool) -> None:
    one = replace(DIFFERENCE, verdict=verdict)
    dossier = Case([LOW_CLAIM, HIGH_CLAIM], [one], decisions, WHERE).dossier()
    (row,) = (row for row in build_grid(dossier).rows if row.discrepancies)
    told = (dossier.record.state == "open", undecided(dossier) == (one,), row.undecided)
    assert (*told, bool(brief(dossier).waiting)) == (expected,) * 4
