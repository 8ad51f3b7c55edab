"""The figures of each annotated set may not fall below its floors (floors.json).

Floors may only rise, and ceilings only fall: `python tests/evaluation/test_floors.py --raise` moves them
up to today's figures less a margin, never down. A changed gold.json changes its fingerprint: then its
floors are measured anew.
`--print` shows the figures, `--print N` with up to N misses of each kind.
"""

from __future__ import annotations

import json
import math
import sys
from typing import Any

import pytest

from evaluation_sets import HERE, SETS, figures, fingerprint, present
from tables import score_table, tables

FLOORS_FILE = HERE / "floors.json"
FLOORS: dict[str, Any] = json.loads(FLOORS_FILE.read_text(encoding="utf-8"))
MARGIN = 0.02
HIGHER_IS_BETTER = (
    "value_recall",
    "value_precision",
    "date_recall",
    "link_f1",
    "link_separation",
    "flag_recall",
)
LOWER_IS_BETTER = ("false_alarm_rate", "furniture_claims")

FLOOR_CASES = [(name, figure) for name in SETS for figure in HIGHER_IS_BETTER]
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
        assert set(FLOORS[name]["floors"]) == set(HIGHER_IS_BETTER)
        assert set(FLOORS[name]["ceilings"]) == set(LOWER_IS_BETTER)


def _raised(name: str, old: dict[str, Any]) -> dict[str, Any]:
    """The set's floors lifted to today's figures less the margin; counts of claims have no margin."""
    now = figures(name)
    same_gold = old.get("gold_sha256") == fingerprint(name)
    floors = {figure: round(max(0.0, now[figure] - MARGIN), 3) for figure in HIGHER_IS_BETTER}
    ceilings = {
        "false_alarm_rate": round(min(1.0, now["false_alarm_rate"] + MARGIN), 3),
        "furniture_claims": now["furniture_claims"],
    }
    if same_gold:
        floors = {figure: max(value, old["floors"].get(figure, 0.0)) for figure, value in floors.items()}
        ceilings = {
            figure: min(value, old["ceilings"].get(figure, value)) for figure, value in ceilings.items()
        }
    return {"gold_sha256": fingerprint(name), "floors": floors, "ceilings": ceilings}


def _raised_tables(old: dict[str, float]) -> dict[str, float]:
    """Each table's share, to the thousandth below, where it is higher than before; a table gone has none."""
    return {
        name: max(old.get(name, 0.0), math.floor(score_table(name).share * 1000) / 1000) for name in tables()
    }


def _print(misses: int) -> None:
    for name in present():
        sys.stdout.write(f"\n{name}\n")
        for figure, value in figures(name, misses).items():
            if figure == "misses":
                for kind, rows in value.items():
                    sys.stdout.write("\n  ".join([f"\n{kind}:", *rows]) + "\n")
            else:
                sys.stdout.write(f"  {figure:18} {value}\n")
    for name in tables():
        score = score_table(name)
        sys.stdout.write(f"\n{name}: {score.right} of {score.total} ({score.share:.3f})\n")
        for miss in score.misses[:misses]:
            sys.stdout.write(f"  {miss}\n")


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--print"]:
        _print(int(arguments[1]) if arguments[1:] else 0)
        return 0
    if arguments == ["--raise"]:
        lifted = FLOORS | {name: _raised(name, FLOORS.get(name, {})) for name in present()}
        lifted["tables"] = _raised_tables(FLOORS.get("tables", {}))
        FLOORS_FILE.write_text(json.dumps(lifted, indent=2) + "\n", encoding="utf-8")
        return 0
    sys.stderr.write("usage: python tests/evaluation/test_floors.py --print [N] | --raise\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
