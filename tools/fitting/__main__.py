"""Fits the weights of the matcher and writes them: `make weights`, or `python -m tools.fitting`.

    python -m tools.fitting [--dry-run]

Only the half "fit" of the annotated sets is read to fit. Then the figures of the weights set by hand, of
those fitted and of right scores are printed for that half, for the one held back, and for other people's
articles where they lie beside the checkout.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from tools.fitting.choosing import Choice, choose
from tools.fitting.gold import Collection, collections, fingerprint, outer
from tools.fitting.judging import Fit, ceiling, judge
from tools.fitting.writing import start, write_prior, write_weights


def report(before: Fit, choice: Choice, halves: Sequence[tuple[str, Sequence[Collection]]]) -> Iterator[str]:
    """What was tried, what was chosen, and how both do on each half."""
    yield "F1 on each topic by weights fitted on the others, less what joined look-alikes cost"
    yield from (f"  {name:<28}{reached:6.3f}" for name, reached in choice.tried.items())
    yield f"chosen: {choice.how}\n"
    yield f"{'':34}{'link_f1':>9}{'by topic':>9}{'recall':>9}{'apart':>9}"
    for name, sets in halves:
        for label, found in (
            ("set by hand", judge(sets, before)),
            ("fitted", judge(sets, choice.fit)),
            ("right scores", ceiling(sets)),
        ):
            cells = (found.f1, found.topic_f1, found.recall, found.separation)
            yield f"{name:<20}{label:<14}" + "".join(f"{cell:9.3f}" for cell in cells)


def main() -> None:
    parser = argparse.ArgumentParser(description="Fit the weights of the matcher on the annotated sets.")
    parser.add_argument("--dry-run", action="store_true", help="print the figures and write nothing")
    given = parser.parse_args()
    before, read = start(), collections("fit")
    choice = choose(read, before)
    if not given.dry_run:
        write_prior(before)
        write_weights(choice.fit, choice.how, fingerprint(read))
    judged = [("half fitted on", read), ("half held back", collections("held"))]
    others = outer()
    for line in report(before, choice, [*judged, *([("other people's", others)] if others else [])]):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
