"""How long it takes to import one article into a large base: `python -m benchmarks.arriving`.

    python -m benchmarks.arriving [CLAIMS ...] [--keep FOLDER]

A base of a hundred thousand and one of a million made-up claims unless said otherwise (ten thousand at
least). All of it is matched once, which takes a million some 10 GB of memory; then articles of 30 claims on
events of the base come one by one. Measured is what follows the reading of an article: storing it with its
claims, looking for what it is a copy of, linking, grouping, comparing, writing. With `--keep` a base is made
once and used by later runs, which match it anew where the rules have changed. Needs the extra `scale`.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks.crowd import Report, articles, period
from workbench import pipeline
from workbench.models import Claim, Publication, Source
from workbench.store import Store, open_store, prepared

SIZES = (100_000, 1_000_000)
ARRIVING = 8
"""Articles imported one by one; the first also loads what the program needs."""
CLAIMS_EACH = 30


def told(reports: Sequence[Report]) -> tuple[Source, list[Claim]]:
    """The article that makes these claims: each has its words for text."""
    claims, texts, start = [], [], 0
    name = reports[0].claim.source
    for report in reports:
        words = " ".join((*report.claim.lemmas, *report.claim.participants, report.claim.id))
        texts.append(words)
        claims.append(_moved(report.claim, name, start, words))
        start += len(words) + 1
    text = " ".join(texts)
    days = [claim.date.start for claim in claims if claim.date]
    day = max(days) if days else date(2025, 1, 1)
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = Publication(day, day, day, "day", "stated", "made up", "")
    return (
        Source(name, f"{name}.txt", None, None, published, "tr", None, digest, "utf-8", text, text.encode()),
        claims,
    )


def _moved(claim: Claim, source: str, start: int, words: str) -> Claim:
    """The claim at another place of another article."""
    span = claim.date and replace(claim.date, expr="", expr_start=start, expr_end=start)
    if claim.date and span and claim.date.basis != "publication":
        span = replace(span, expr=words[:1], expr_end=start + 1)
    end = start + len(words)
    return replace(
        claim,
        id=f"c{source}{start:06}",
        source=source,
        start=start,
        end=end,
        text=words,
        context_start=start,
        context_end=end,
        date=span,
        quantities=tuple(replace(q, expr=words[:1], start=start, end=start + 1) for q in claim.quantities),
        mentions=tuple(replace(m, text=words[:1], start=start, end=start + 1) for m in claim.mentions),
    )


def made(claims: int) -> Iterator[list[Report]]:
    """The articles of a base of so many claims."""
    yield from articles(claims, days=period(claims))


def arriving(claims: int) -> Iterator[list[Report]]:
    """Articles of `CLAIMS_EACH` claims that tell of the same events once more."""
    told_again = (report for article in made(claims) for report in article)
    for number in range(ARRIVING):
        # Not all of one day: every so many reports one.
        taken = list(islice(told_again, 0, CLAIMS_EACH * 40, 40))
        name = f"snew{number:02}"
        yield [replace(report, claim=replace(report.claim, source=name)) for report in taken]


def fill(store: Store, batches: Iterable[Sequence[Report]]) -> int:
    """Adds all articles in one transaction; how many claims they have."""
    from workbench.store import writing

    count = 0
    with store._writing() as db:
        for reports in batches:
            source, claims = told(reports)
            writing.add_source(db, prepared(source, claims))
            count += len(claims)
    return count


def make(claims: int, path: Path) -> None:
    """Makes a base and matches it, and says how long that took."""
    with open_store(path) as store:
        begun = perf_counter()
        count = fill(store, made(claims))
        added = perf_counter() - begun
        begun = perf_counter()
        report = pipeline.rematch(store)
        anew = perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"{count:,} claims: added in {added:.0f} s, matched anew in {anew:.0f} s with {peak:.1f} GB:")  # noqa: T201
        print(f"  {report.events:,} events, {report.links:,} links, {dict(report.verdicts)}")  # noqa: T201
    print(f"  {path.stat().st_size / 1e9:.2f} GB on disk")  # noqa: T201


def measure(claims: int, path: Path) -> None:
    """Imports articles into a base, and prints how long each took."""
    with open_store(path) as store:
        # Nothing is new: this matches anew only a base that other rules have matched.
        pipeline.link_pending(store)
    walls, cpus, changed = [], [], []
    for reports in arriving(claims):
        with open_store(path) as store:
            source, new = told(reports)
            wall, cpu = perf_counter(), process_time()
            store.add_source(source, new)
            report = pipeline.link_pending(store)
            walls.append(perf_counter() - wall)
            cpus.append(process_time() - cpu)
            changed.append(report.changed)
    print(f"{claims:,} claims, articles of {CLAIMS_EACH} more (the first also loads the rules):")  # noqa: T201
    for name, taken in (("by the clock", walls), ("processor time", cpus)):
        first, *rest = taken
        print(f"  {name}: median {median(rest):.3f} s, worst {max(rest):.3f} s, first {first:.3f} s")  # noqa: T201
    print(f"  events written: {', '.join(map(str, changed))}")  # noqa: T201


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.arriving")
    parser.add_argument("claims", nargs="*", type=int, default=SIZES)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    for claims in given.claims:
        with tempfile.TemporaryDirectory() as folder:
            base = (given.keep or Path(folder)) / f"{claims}.db"
            if not base.exists():
                base.parent.mkdir(parents=True, exist_ok=True)
                make(claims, base)
            trial = Path(folder) / "trial.db"
            shutil.copyfile(base, trial)
            measure(claims, trial)


if __name__ == "__main__":
    main()
