"""Which claims of an earlier version of an article stand again in a later one, and which no longer do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.models import Claim, Version

ALIKE = 70.0
"""How alike two clauses are, 0 to 100, from which on one is the other with something changed."""

_MOST = 250_000
"""Pairs of clauses that are held against each other: with more that differ, these are other texts."""


def version_of(source: Any) -> Version | None:
    """Which version of its article a source is; None where nothing says that there are several."""
    return getattr(source, "version", None)


def counterparts(old: Sequence[Claim], new: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Pairs of claims that say one thing, each claim at most once: equal ones first, then the most alike.

    Headings are held against headings alone. The order of the sentences does not matter.
    """
    found: list[tuple[Claim, Claim]] = []
    left, by_text = [], defaultdict(list)
    for claim in reversed(_ordered(new)):
        by_text[claim.heading, claim.text].append(claim)
    for claim in _ordered(old):
        same = by_text[claim.heading, claim.text]
        if same:
            found.append((claim, same.pop()))
        else:
            left.append(claim)
    others = _ordered(claim for claims in by_text.values() for claim in claims)
    return found + _most_alike(left, others)


def _most_alike(old: Sequence[Claim], new: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    if not old or len(old) * len(new) > _MOST:
        return []
    from rapidfuzz import fuzz, process  # exports start without it

    scored = []
    for at, claim in enumerate(old):
        matches = process.extract(
            claim.text, [one.text for one in new], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5
        )
        scored += [(-score, at, to) for _, score, to in matches if new[to].heading == claim.heading]
    pairs: list[tuple[Claim, Claim]] = []
    taken_old, taken_new = set(), set()
    for _, at, to in sorted(scored):
        if at not in taken_old and to not in taken_new:
            taken_old.add(at)
            taken_new.add(to)
            pairs.append((old[at], new[to]))
    return pairs


def _ordered(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.start, claim.id))


def by_article(
    claims: Iterable[Claim], sources: Mapping[str, Any]
) -> dict[str, dict[int, tuple[Version, list[Claim]]]]:
    """The claims of articles that came in several versions, by article and by number, the first one first."""
    found: dict[str, dict[int, tuple[Version, list[Claim]]]] = defaultdict(dict)
    for claim in claims:
        version = version_of(sources.get(claim.source))
        if version is not None:
            found[version.article].setdefault(version.number, (version, []))[1].append(claim)
    return {article: dict(sorted(numbered.items())) for article, numbered in sorted(found.items())}


def standing(claims: Sequence[Claim], sources: Mapping[str, Any]) -> list[Claim]:
    """The claims of one event that their articles still make, in their order.

    Left out are those of earlier versions, in whose stead a later one stands. Where the latest version is cut
    short, an earlier one's claim still holds unless a later version makes it, too.
    """
    gone: set[str] = set()
    for versions in by_article(claims, sources).values():
        for number, (version, told) in versions.items():
            if version.replaced:
                gone |= {claim.id for claim in told}
            elif not version.current:
                later = [claim for other, (_, held) in versions.items() if other > number for claim in held]
                gone |= {claim.id for claim, _ in counterparts(told, later)}
    return [claim for claim in claims if claim.id not in gone] if gone else list(claims)
