"""Linking articles to a matching that stands: what they touch is derived anew, the rest stays as it is.

What becomes of a claim depends on the claims that chains of links join to it, and on nothing else. New
claims are therefore linked to those that share a block with them, and everything that is joined to them is
grouped again. The outcome is that of matching all claims anew, but for one limit: where more than
`MOST_JOINED` claims are joined, only the events of those are grouped again that a new claim is linked to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from workbench.decisions.contradictions import together
from workbench.discrepancies.around import children
from workbench.events.arriving import Arrival, Pair, arrive, no_longer_compared, pair
from workbench.events.codec import decoded
from workbench.events.features import Features, features
from workbench.events.grouping import group
from workbench.events.keys import blocking_keys
from workbench.events.making import make_event
from workbench.events.match import in_order, link_pairs
from workbench.events.placing import Wholes
from workbench.events.verdicts import constraints
from workbench.events.weights import bar
from workbench.linking.base import Base
from workbench.linking.comparing import compare
from workbench.linking.keeping import kept, stored_keys
from workbench.linking.report import MatchReport, standing_report
from workbench.models import Claim, Decision, Event, Link
from workbench.store import Change, Judge, Store

MOST_JOINED = 3_000
"""Claims that chains of links may join to be grouped again together."""
MOST_LOOKED_AT = 10_000
"""Claims after which no more chains of links are followed."""


@dataclass(slots=True)
class _Linked:
    """New claims, and what is linked to them now and no longer."""

    items: dict[str, Features]
    """Of the new claims and of those they were compared with."""
    arrival: Arrival
    links: list[Link]
    unlinked: list[Pair]
    claims: dict[str, Claim]
    """The new claims."""
    again: set[str]
    """Claims that were there before and have to be looked at again."""
    least: float
    """The score from which two claims are linked."""


def link_articles(store: Store, sources: Sequence[str], judged: Judge) -> MatchReport | None:
    """Link these sources; None where another program has changed the matching meanwhile."""
    standing = store.standing()
    linked = _link(store, sources, standing.claims)
    touched = _joined(store, linked)
    links = [*store.links_among(touched), *linked.links]
    gone_links = set(linked.unlinked)
    links = [link for link in links if pair(link.a, link.b) not in gone_links]
    gone, events, base = _regrouped(store, linked, touched, links)
    changed = base.askers(gone)
    events, moved, changed = _placed(base, events, changed)
    found = compare([*events, *moved, *changed], base.find, base.claims, base.sources)
    change = Change(
        generation=standing.generation,
        sources=sources,
        kept=list(kept(linked.items[claim] for claim in linked.claims)),
        large_blocks=linked.arrival.sizes,
        linked=linked.links,
        unlinked=linked.unlinked,
        gone=[*gone, *(event.id for event in moved)],
        events=[*events, *moved],
        compared=[event.id for event in changed],
        discrepancies=found.discrepancies,
        reaches=found.reaches,
    )
    if not store.change_matching(change, judged):
        return None
    return standing_report(store, len(events), linked.arrival.forgone)


def _link(store: Store, sources: Sequence[str], known: int) -> _Linked:
    """The links of the claims of these sources, to one another and to the claims that are in."""
    told = [claim for source in sources for claim in in_order(store.claims(source=source))]
    again = set(store.event_of(claim.id for claim in told))
    items = {item.claim: item for item in features(told)}
    new = {claim.id: claim for claim in told if claim.id not in again}
    least = bar(known + len(new))
    arrival = arrive({name: blocking_keys(items[name]) for name in new}, store, known + len(new))
    doubted = [pair(link.a, link.b) for link in store.links_of(arrival.doubtful)]
    named = {claim for one in (*arrival.pairs, *doubted) for claim in one}
    items |= _features(store, named - items.keys())
    keys = {claim: blocking_keys(items[claim]) for one in doubted for claim in one}
    return _Linked(
        items,
        arrival,
        list(link_pairs((_ordered(items[a], items[b]) for a, b in sorted(arrival.pairs)), least)),
        no_longer_compared(arrival, doubted, keys, store),
        new,
        again,
        least,
    )


def _ordered(a: Features, b: Features) -> tuple[Features, Features]:
    return (a, b) if (a.source, a.index) < (b.source, b.index) else (b, a)


def _features(store: Store, claims: Iterable[str]) -> dict[str, Features]:
    return {claim: decoded(content) for claim, content in store.features(claims).items()}


def _joined(store: Store, linked: _Linked) -> set[str]:
    """The claims that are in and that the new ones bear on."""
    seeds = linked.again | {claim for link in linked.links for claim in (link.a, link.b)}
    seeds |= {claim for one in linked.unlinked for claim in one}
    decisions = store.decisions_on_claims(linked.claims)
    seeds |= {claim for claims in together(decisions) for claim in claims}
    found: set[str] = set()
    crowded: set[str] = set()
    looked_at = 0
    for seed in sorted(seeds - linked.claims.keys()):
        if seed in found:
            continue
        joined, whole = {seed}, False
        if looked_at < MOST_LOOKED_AT and seed not in crowded:
            joined, whole = store.connected([seed], MOST_JOINED)
            looked_at += len(joined)
        if whole:
            found |= joined
        else:
            crowded |= joined
            found.add(seed)
    return _whole_events(store, found) - linked.claims.keys()


def _whole_events(store: Store, claims: set[str]) -> set[str]:
    """The claims with all of their events, and with what reviewers put together with any of them."""
    while True:
        events = store.events_by_id(set(store.event_of(claims).values()))
        more = {claim for event in events for claim in event.claims}
        more |= {claim for group in together(store.decisions_on_claims(more)) for claim in group}
        if more <= claims:
            return claims
        claims = claims | more


def _regrouped(
    store: Store, linked: _Linked, touched: set[str], links: Collection[Link]
) -> tuple[list[str], list[Event], Base]:
    """The ids of the events that are gone, the events in their stead, and the base with these in it."""
    items = linked.items | _features(store, touched - linked.items.keys())
    chosen = [items[claim] for claim in (*linked.claims, *touched)]
    ordered = sorted(chosen, key=lambda item: (item.source, item.index))
    decisions = store.decisions_on_claims([item.claim for item in ordered])
    groups = _groups(ordered, links, decisions, linked.least)
    before = {event.id: event for event in store.events_by_id(set(store.event_of(touched).values()))}
    same = {frozenset(event.claims) for event in before.values()}
    new = []
    for members in groups:
        named = frozenset(item.claim for item in members)
        if named not in same or named & linked.again:
            new.append(members)
    moved = {item.claim for members in new for item in members}
    gone = [name for name, event in before.items() if moved.intersection(event.claims)]
    base = Base(store, gone)
    base.take(linked.claims.values())
    base.load_claims(moved)
    events = [
        make_event([base.claims[item.claim] for item in members], members, base.sources) for members in new
    ]
    base.add(events)
    return gone, events, base


def _placed(
    base: Base, events: Sequence[Event], changed: Sequence[Event]
) -> tuple[list[Event], list[Event], list[Event]]:
    """New events with their parents; those that stay but have another parent now; others to compare again.

    `changed` are those that stay and asked for what changes. A whole is compared again with its stages.
    """
    wholes = Wholes(base.find, base.claims)
    placed = [wholes.placed(event) for event in events]
    now = [wholes.placed(event) for event in changed]
    moved = [event for event, before in zip(now, changed, strict=True) if event.parent != before.parent]
    base.add([*placed, *moved])
    before = {event.id: event.parent for event in changed}
    parents = {event.parent for event in (*placed, *moved)} | {before[event.id] for event in moved}
    again = {
        event.id: event for event in base.asking(stored_keys(children(name) for name in parents if name))
    }
    again |= {event.id: event for event in changed}
    names = again.keys() - {event.id for event in moved}
    return placed, moved, [again[name] for name in sorted(names)]


def _groups(
    ordered: Sequence[Features], links: Iterable[Link], decisions: Sequence[Decision], least: float
) -> list[list[Features]]:
    place = {item.claim: at for at, item in enumerate(ordered)}
    scored = [
        (link.score, min(place[link.a], place[link.b]), max(place[link.a], place[link.b]))
        for link in links
        if link.a in place and link.b in place
    ]
    said = constraints(decisions)
    groups = group(ordered, scored, least, said.cannot, said.must)
    return [[ordered[at] for at in members] for members in groups]
