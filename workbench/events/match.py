"""Claims to events: link what is alike, group what can be one event, say what each event is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.events.barriers import cannot_link
from workbench.events.candidates import candidates
from workbench.events.features import Features, features
from workbench.events.grouping import group
from workbench.events.keys import Kind
from workbench.events.likeness import likeness, score
from workbench.events.making import Published, make_event
from workbench.events.placing import placed
from workbench.events.verdicts import constraints
from workbench.events.weights import backing, bar
from workbench.events.words import Words
from workbench.models import Claim, Decision, Event, Link, ScorePart


class Matching(NamedTuple):
    """Events by id; every link at or above the threshold, also those that grouping had to refuse.

    `forgone` counts pairs never compared, by the kind of key whose block had grown too large.
    """

    events: list[Event]
    links: list[Link]
    forgone: Mapping[Kind, int]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two claims are linked or not: the parts of their score, and what forbids them to be one event."""

    score: float
    threshold: float
    parts: tuple[ScorePart, ...]
    barrier: str | None


def match(
    claims: Sequence[Claim],
    sources: Mapping[str, Published],
    decisions: Sequence[Decision] = (),
) -> Matching:
    """The events that claims speak of.

    `sources` maps source ids to what is known of them. A pure function: the same claims give the
    same events on every machine, in whatever order they were imported.
    """
    items = features(in_order(claims))
    found = candidates(items)
    links = list(link_pairs(((items[i], items[j]) for i, j in found.pairs), bar(len(items))))
    events = placed(
        make_events(claims, items, links, sources, decisions), {c.id: c for c in claims}, decisions
    )
    return Matching(events, links, found.forgone)


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in the order that all stages of matching keep: by source, then by place in it."""
    return sorted(claims, key=lambda c: (c.source, c.start, c.end, c.id))


def link_pairs(pairs: Iterable[tuple[Features, Features]], least: float) -> Iterator[Link]:
    """Those of the pairs that score at least so much and that nothing forbids to be one event.

    What is said of a pair depends on nothing but its two claims.
    """
    words = Words()
    for a, b in pairs:
        if cannot_link(a, b) is None:
            alike = score(a, b, words)
            if alike >= least:
                yield Link(a.claim, b.claim, alike)


def make_events(
    claims: Iterable[Claim],
    items: Iterable[Features],
    links: Iterable[Link],
    sources: Mapping[str, Published],
    decisions: Sequence[Decision] = (),
) -> list[Event]:
    """The events of these claims, by id, without parents. Links to claims not among them are passed over.

    Claims that no chain of links, or of reviewers' words, joins to others do not bear on those.
    """
    by_id = {item.claim: item for item in items}
    ordered = in_order(claims)
    place = {claim.id: at for at, claim in enumerate(ordered)}
    listed = [by_id[claim.id] for claim in ordered]
    scored = [
        (link.score, min(place[link.a], place[link.b]), max(place[link.a], place[link.b]))
        for link in links
        if link.a in place and link.b in place
    ]
    said = constraints(decisions)
    size = len(listed)
    groups = group(listed, scored, bar(size), said.cannot, said.must, backing(size))
    events = (
        make_event([ordered[at] for at in members], [listed[at] for at in members], sources)
        for members in groups
    )
    return sorted(events, key=lambda event: event.id)


def explain(a: Features, b: Features, claims: int = 0) -> Explanation:
    """The parts of two of so many claims' score, and why they cannot be one event if so."""
    parts = likeness(a, b, Words())
    return Explanation(round(sum(part.weight for part in parts), 4), bar(claims), parts, cannot_link(a, b))
