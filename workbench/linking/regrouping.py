"""Grouping again what new claims bear on, and no more.

Grouping goes through the links from the surest to the least. What a link does depends on nothing but what
its two events are by then, and on the links between these two. So the events that new claims are linked to
are grouped twice, without and with them. Where an event comes about in one way both times, whatever else is
linked to it meets the same event at the same moment. Where not, the events that it is linked to are taken in
as well, until there are none more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.decisions.contradictions import together
from workbench.events.arriving import Pair, pair
from workbench.events.features import Features
from workbench.events.grouping import grown
from workbench.events.verdicts import Constraints, constraints
from workbench.linking.touched import Touched
from workbench.models import Claim, Decision, Link
from workbench.store import Store

MOST_JOINED = 20_000
"""Claims from which on no more events are taken in, though they might change."""


@dataclass(frozen=True, slots=True)
class News:
    """New claims, and what is linked to them now and no longer."""

    claims: Mapping[str, Claim]
    """The new claims."""
    again: Collection[str]
    """Claims that were there before and have to be looked at again."""
    items: Mapping[str, Features]
    """Of the new claims and of those they were compared with."""
    links: Sequence[Link]
    unlinked: Collection[Pair]
    least: float
    """The score from which two claims are linked."""
    backing: float
    """The share of the pairs of two events that must be linked to join them."""

    @property
    def told(self) -> frozenset[str]:
        """The sources of which all claims are new."""
        before = {self.items[claim].source for claim in self.again}
        return frozenset(claim.source for claim in self.claims.values()) - before


@dataclass(frozen=True, slots=True)
class _Run:
    """What grouping makes of some claims."""

    groups: list[list[Features]]
    at: Mapping[str, int]
    """Claim to the position of its group."""
    history: Mapping[str, int]
    """Claim to what tells how its event came about."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The claims that were there and that new ones may move, and the events of all these."""

    touched: Touched
    groups: list[list[Features]]
    left: int
    """Claims that might have moved as well, but were too many to take in."""


def regroup(store: Store, news: News) -> Regrouped:
    """Groups again what new claims bear on."""
    touched = Touched(store, news.items)
    touched.add(_seeds(store, news))
    new = [news.items[claim] for claim in news.claims]
    while True:
        held, links = touched.items(), touched.links()
        decisions = store.decisions_on_claims(item.claim for item in (*held, *new))
        before = _run(held, links, news, decisions)
        kept = [link for link in links if pair(link.a, link.b) not in news.unlinked]
        after = _run([*held, *new], [*kept, *news.links], news, decisions)
        more = touched.linked_to(_changed(touched.event_of, news.again, before, after))
        if not more or len(held) > MOST_JOINED:
            return Regrouped(touched, after.groups, len(more))
        touched.add(more)


def _seeds(store: Store, news: News) -> set[str]:
    """The claims that were there and that news are told of."""
    seeds = {*news.again, *(claim for link in news.links for claim in (link.a, link.b))}
    seeds |= {claim for one in news.unlinked for claim in one}
    seeds |= {claim for claims in together(store.decisions_on_claims(news.claims)) for claim in claims}
    return seeds - news.claims.keys()


def _run(items: Iterable[Features], links: Iterable[Link], news: News, decisions: Sequence[Decision]) -> _Run:
    ordered = sorted(items, key=lambda item: (item.source, item.index))
    place = {item.claim: at for at, item in enumerate(ordered)}
    scored = [
        (link.score, min(place[link.a], place[link.b]), max(place[link.a], place[link.b]))
        for link in links
        if link.a in place and link.b in place
    ]
    said: Constraints = constraints(decisions)
    found = grown(ordered, scored, news.least, said.cannot, said.must, news.backing)
    groups = [[ordered[at] for at in members] for members in found.groups]
    at = {item.claim: number for number, members in enumerate(groups) for item in members}
    return _Run(groups, at, {claim: found.histories[number] for claim, number in at.items()})


def _changed(event_of: Mapping[str, str], again: Iterable[str], before: _Run, after: _Run) -> list[str]:
    """The claims whose events come about in another way than before.

    Both runs obey what reviewers say now: of what they said before nothing is known but its outcome. So the
    events of claims to be looked at again, as they were and as they are, count as changed.
    """
    events = {event_of[claim] for claim in again}
    groups = {after.at[claim] for claim in again}
    return [
        claim
        for claim, event in event_of.items()
        if before.history[claim] != after.history[claim] or event in events or after.at[claim] in groups
    ]
