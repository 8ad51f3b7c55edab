"""Prints every figure that is kept of how well articles are read: `make evaluate`.

    python tests/evaluation/report.py [--misses N] [--no-speed]

The annotated sets (evaluate.py), every score there is (scores.py) and the speed of reading. What lies
beside the checkout and is not there is named as absent.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks import reading as speed
from tools.fitting.gold import collections, fingerprint
from tools.fitting.writing import standing

from evaluation_sets import HERE, SETS, figures, present
from peers import left_out
from scores import SCORES

FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
ASKED: dict[str, float] = FLOORS["asked"]
ASKED_OF: dict[str, dict[str, float]] = FLOORS["asked_of"]
"""Figures below which reading is not good enough to build on."""


def lines(misses: int, *, timed: bool) -> Iterator[str]:
    """The report, line by line; of each kind of miss up to so many. `timed`: with the speed of reading."""
    yield from _sets(misses)
    yield from _scores(misses)
    if timed:
        yield f"\n{speed.report(speed.measure())}"


def _sets(misses: int) -> Iterator[str]:
    there = list(present())
    yield "  ".join(["annotated sets".ljust(20), *(name.rjust(9) for name in there), "   asked"])
    found = {name: figures(name) for name in there}
    for figure in next(iter(found.values())):
        if figure == "counts":
            continue
        cells = [_cell(found[name][figure]) for name in there]
        yield "  ".join([figure.ljust(20), *cells, _asked(figure)]).rstrip()
    for name in set(SETS) - set(there):
        yield f"  {name}: not beside this checkout"
    yield standing(fingerprint(collections("fit")))
    if misses:
        for name in there:
            for kind, rows in figures(name, misses)["misses"].items():
                yield f"\n{name}, {kind}:"
                yield from (f"  {row}" for row in rows)


def _asked(figure: str) -> str:
    """What is asked of all sets, and what of one alone."""
    of_all = [f"{ASKED[figure]:.2f}"] if figure in ASKED else []
    return "  ".join(
        [*of_all, *(f"{name} {asked[figure]:g}" for name, asked in ASKED_OF.items() if figure in asked)]
    )


def _cell(value: float | None) -> str:
    return ("-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)).rjust(9)


def _scores(misses: int) -> Iterator[str]:
    yield "\ntables of cases, articles, other projects' cases"
    for name, make in SCORES.items():
        score = make()
        if score is None:
            yield f"  {name:<24} not beside this checkout"
            continue
        asked = f"   asked {ASKED[name]:.2f}" if name in ASKED else ""
        yield f"  {name:<24} {score.right:>4} of {score.total:>4}   {score.share:.3f}{asked}"
        yield from (f"    {miss}" for miss in score.misses[:misses])
    if left_out():
        yield f"  Duckling's {len(left_out())} times that name no day are left out: {', '.join(left_out())}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Print how well articles are read.")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show up to N misses of each kind")
    parser.add_argument("--no-speed", action="store_true", help="leave out the speed of reading")
    given = parser.parse_args()
    for line in lines(given.misses, timed=not given.no_speed):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
