"""Linking articles to a matching that stands: what they touch is derived anew, the rest stays as it is.

New claims are linked to those that share a block with them, the events that this may change are grouped
again (`regrouping`), and those that have changed are compared again, with whatever asked for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from workbench.events.arriving import Arrival, Pair, arrive, no_longer_compared, pair
from workbench.events.codec import decoded
from workbench.events.features import Features, features
from workbench.events.keys import blocking_keys
from workbench.events.making import make_event
from workbench.events.match import in_order, link_pairs
from workbench.events.weights import backing, bar
from workbench.linking.base import Base
from workbench.linking.comparing import compare
from workbench.linking.keeping import kept
from workbench.linking.parents import place
from workbench.linking.regrouping import News, Regrouped, regroup
from workbench.linking.report import MatchReport, standing_report
from workbench.models import Event
from workbench.store import Change, Judge, Store


def link_articles(store: Store, sources: Sequence[str], judged: Judge) -> MatchReport | None:
    """Link these sources; None where another program has changed the matching meanwhile."""
    standing = store.standing()
    news, arrival = _link(store, sources, standing.claims)
    regrouped = regroup(store, news)
    gone, events, base = _made_anew(store, news, regrouped)
    placed = place(base, gone, events, news.told)
    written = [*placed.new, *placed.moved]
    found = compare([*written, *placed.again], base.find, base.claims, base.sources)
    change = Change(
        generation=standing.generation,
        sources=sources,
        kept=list(kept(news.items[claim] for claim in news.claims)),
        large_blocks=arrival.sizes,
        linked=news.links,
        unlinked=sorted(news.unlinked),
        gone=[*gone, *(event.id for event in placed.moved)],
        events=written,
        compared=[event.id for event in placed.again],
        discrepancies=found.discrepancies,
        reaches=found.reaches,
    )
    if not store.change_matching(change, judged):
        return None
    return standing_report(store, len(events), arrival.forgone, left=regrouped.left)


def _link(store: Store, sources: Sequence[str], known: int) -> tuple[News, Arrival]:
    """The links of the claims of these sources, to one another and to the claims that are in."""
    told = [claim for source in sources for claim in in_order(store.claims(source=source))]
    again = set(store.event_of(claim.id for claim in told))
    items = {item.claim: item for item in features(told)}
    new = {claim.id: claim for claim in told if claim.id not in again}
    least = bar(known + len(new))
    arrival = arrive({name: blocking_keys(items[name]) for name in new}, store, known + len(new))
    doubted = _doubted(store, arrival.closed)
    named = {claim for one in (*arrival.pairs, *doubted) for claim in one}
    items |= _features(store, named - items.keys())
    keys = {claim: blocking_keys(items[claim]) for one in doubted for claim in one}
    links = link_pairs((_ordered(items[a], items[b]) for a, b in sorted(arrival.pairs)), least)
    unlinked = no_longer_compared(arrival, doubted, keys, store)
    return News(
        new, again, items, list(links), frozenset(unlinked), least, backing(known + len(new))
    ), arrival


def _doubted(store: Store, closed: Sequence[Collection[str]]) -> list[Pair]:
    """The pairs that are linked and that a block which has been closed brought together."""
    held: dict[str, set[int]] = defaultdict(set)
    for number, block in enumerate(closed):
        for claim in block:
            held[claim].add(number)
    linked = [pair(link.a, link.b) for link in store.links_of(held)]
    return [(a, b) for a, b in linked if a in held and b in held and held[a] & held[b]]


def _ordered(a: Features, b: Features) -> tuple[Features, Features]:
    return (a, b) if (a.source, a.index) < (b.source, b.index) else (b, a)


def _features(store: Store, claims: Iterable[str]) -> dict[str, Features]:
    return {claim: decoded(content) for claim, content in store.features(claims).items()}


def _made_anew(store: Store, news: News, regrouped: Regrouped) -> tuple[dict[str, Event], list[Event], Base]:
    """The events that are gone by their ids, the events in their stead, and the base with these in it."""
    touched = regrouped.touched
    same = {frozenset(event.claims) for event in touched.events.values()}
    new = []
    for members in regrouped.groups:
        named = frozenset(item.claim for item in members)
        if named not in same or named.intersection(news.again):
            new.append(members)
    moved = {item.claim for members in new for item in members}
    gone = {name: event for name, event in touched.events.items() if moved.intersection(event.claims)}
    base = Base(store, gone.keys())
    base.take(news.claims.values())
    base.load_claims(moved)
    events = [
        make_event([base.claims[item.claim] for item in members], members, base.sources) for members in new
    ]
    base.add(events)
    return gone, events, base
