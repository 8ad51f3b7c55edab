"""The figures of each annotated set, and each score, may not fall below its floors (floors.json).

Floors may only rise, and ceilings only fall: `python tests/evaluation/test_floors.py --raise` moves them
up to today's figures less a margin, never down, and never below what is asked ("asked") once that is reached.
A changed gold.json changes its fingerprint: then its floors are measured anew. `make evaluate` shows the
figures.
"""

from __future__ import annotations

import json
import math
import sys
from typing import Any

import pytest

from evaluation_sets import HERE, SETS, figures, fingerprint, present
from scores import SCORES

FLOORS_FILE = HERE / "floors.json"
FLOORS: dict[str, Any] = json.loads(FLOORS_FILE.read_text(encoding="utf-8"))
MARGIN = 0.02
SPARE_FLAGS = 3
"""Unjudged flags more than today's that are let pass."""
HIGHER_IS_BETTER = (
    "value_recall",
    "value_precision",
    "modifier_accuracy",
    "bound_recall",
    "date_recall",
    "link_f1",
    "link_recall",
    "link_separation",
    "flag_recall",
    "superseded_recall",
    "speaker_accuracy",
    "modality_accuracy",
    "published_accuracy",
)
LOWER_IS_BETTER = ("false_alarm_rate", "unjudged_flags", "furniture_claims")

ASKED: dict[str, float] = FLOORS["asked"]
ASKED_OF: dict[str, dict[str, float]] = FLOORS["asked_of"]
"""What is asked of one set alone; of false alarms and unjudged flags, at most so many."""
FLOOR_CASES = [(name, figure) for name in SETS for figure in FLOORS[name]["floors"]]
CEILING_CASES = [(name, figure) for name in SETS for figure in LOWER_IS_BETTER]


def _needs(name: str) -> None:
    if name not in present():
        pytest.skip(f"the set {name} is not on this machine")


@pytest.mark.parametrize("name", SETS)
def test_floors_were_measured_on_this_gold(name: str) -> None:
    _needs(name)
    assert FLOORS[name]["gold_sha256"] == fingerprint(name)


@pytest.mark.parametrize(("name", "figure"), FLOOR_CASES)
def test_figure_stays_above_its_floor(name: str, figure: str) -> None:
    _needs(name)
    assert figures(name)[figure] >= FLOORS[name]["floors"][figure]


@pytest.mark.parametrize(("name", "figure"), CEILING_CASES)
def test_figure_stays_below_its_ceiling(name: str, figure: str) -> None:
    _needs(name)
    assert figures(name)[figure] <= FLOORS[name]["ceilings"][figure]


def test_no_figure_goes_without_a_floor() -> None:
    for name in SETS:
        if name in present():
            measured = {figure for figure in HIGHER_IS_BETTER if figures(name)[figure] is not None}
            assert set(FLOORS[name]["floors"]) == measured
        assert set(FLOORS[name]["ceilings"]) == set(LOWER_IS_BETTER)


@pytest.mark.parametrize("name", SCORES)
def test_score_stays_above_its_floor(name: str) -> None:
    score = SCORES[name]()
    if score is None:
        pytest.skip("these cases are not on this machine")
    floor = FLOORS["scores"].get(name)
    assert floor is not None, f"{name} has no floor yet: python tests/evaluation/test_floors.py --raise"
    assert score.share >= floor, "\n".join(map(str, score.misses))


def _floor(asked: float, now: float, margin: float) -> float:
    """Today's figure less the margin, or what is asked where that is higher and reached."""
    return max(asked if now >= asked else 0.0, math.floor((now - margin) * 1000) / 1000, 0.0)


def _raised(name: str, old: dict[str, Any]) -> dict[str, Any]:
    """The set's floors lifted to today's figures less the margin; counts of claims have no margin."""
    now = figures(name)
    same_gold = old.get("gold_sha256") == fingerprint(name)
    measured = {figure: now[figure] for figure in HIGHER_IS_BETTER if now[figure] is not None}
    asked = ASKED | ASKED_OF.get(name, {})
    floors = {figure: _floor(asked.get(figure, 0.0), value, MARGIN) for figure, value in measured.items()}
    ceilings = {
        "false_alarm_rate": round(min(1.0, now["false_alarm_rate"] + MARGIN), 3),
        "unjudged_flags": now["unjudged_flags"] + SPARE_FLAGS,
        "furniture_claims": now["furniture_claims"],
    }
    if same_gold:
        floors = {figure: max(value, old["floors"].get(figure, 0.0)) for figure, value in floors.items()}
        ceilings = {
            figure: min(value, old["ceilings"].get(figure, value)) for figure, value in ceilings.items()
        }
    return {"gold_sha256": fingerprint(name), "floors": floors, "ceilings": ceilings}


def _raised_scores(old: dict[str, float]) -> dict[str, float]:
    """Each score's share where it is higher than its floor before; one that is not there keeps its floor."""
    found = {name: score for name, make in SCORES.items() if (score := make()) is not None}
    now = {name: _floor(ASKED.get(name, 0.0), score.share, 0.0) for name, score in found.items()}
    return {name: max(now.get(name, 0.0), old.get(name, 0.0)) for name in SCORES}


def main(arguments: list[str]) -> int:
    if arguments == ["--raise"]:
        lifted = FLOORS | {name: _raised(name, FLOORS.get(name, {})) for name in present()}
        lifted["scores"] = _raised_scores(FLOORS.get("scores", {}))
        FLOORS_FILE.write_text(json.dumps(lifted, indent=2) + "\n", encoding="utf-8")
        return 0
    sys.stderr.write("usage: python tests/evaluation/test_floors.py --raise\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
