"""Links to events: best-first agglomeration that never joins what cannot be one event.

Rule 8 of the design: different ordinals of one series, or exact dates far apart, keep claims in
different events however alike the words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.claims.names import places_agree
from workbench.events.backing import Backing
from workbench.events.barriers import cannot_link
from workbench.events.features import Features
from workbench.events.flow import sizes_agree
from workbench.events.parties import parties_apart
from workbench.events.spans import SEASON, length
from workbench.events.verdicts import Constraints, Told
from workbench.events.weights import weights

Scored = tuple[float, int, int]
_DOUBT = 0.5
"""What has no day of its own is of an event only if of any other it is less likely by so much."""
_SERIES_DOUBT = 1.0
"""The same between two of one series ("the second round", "the third")."""
_RECURRING = frozenset({"contact", "exchange"})
_HALF, _NEAR = 0.5, 0.9
"""The least that two sizes of one exchange are of each other: where the day is said by both, and else."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Claims joined so far, and what they commit the event to."""

    members: list[int] = field(default_factory=list)
    days: list[Features] = field(default_factory=list)
    parties: list[Features] = field(default_factory=list)
    """One member for each set of people and states that met."""
    totals: list[Features] = field(default_factory=list)
    """Those that give what several events came to."""
    ordinals: dict[str, int] = field(default_factory=dict)
    sizes: set[float] = field(default_factory=set)
    told: bool = False
    """True where a day is known for some member, be it only that of its telling."""
    places: set[str] = field(default_factory=set)
    recurring: bool = False
    """True where it is of a kind of which there are many between the same people ("the talks")."""

    @property
    def settled(self) -> bool:
        """True where a day, an ordinal or a size tells which one of its kind it is."""
        return bool(self.told or self.ordinals or self.sizes) or not self.recurring


def _joinable(a: Cluster, b: Cluster) -> bool:
    return not _barred(a, b) and _sizes_join(a, b)


def _barred(a: Cluster, b: Cluster) -> bool:
    """True where a claim of the one cannot be of the other's event, whatever else either holds."""
    if any(a.ordinals.get(series, value) != value for series, value in b.ordinals.items()):
        return True
    compared = ((a.days, b.days), (a.totals, b.days), (a.days, b.totals))
    if any(cannot_link(x, y) for some, others in compared for x in some for y in others):
        return True
    return any(parties_apart(x, y) for x in a.parties for y in b.parties)


def _sizes_join(a: Cluster, b: Cluster) -> bool:
    return sizes_agree(a.sizes, b.sizes) or _nearly(a, b) or _one_stage(a, b)


def _one_stage(a: Cluster, b: Cluster) -> bool:
    """Other sizes of a stage with the same number: two accounts of it."""
    numbered = a.ordinals.get("stage", -1) == b.ordinals.get("stage")
    return numbered and min(max(a.sizes), max(b.sizes)) >= _HALF * max(a.sizes | b.sizes)


def _nearly(a: Cluster, b: Cluster) -> bool:
    """Other sizes on one day: two reports of one exchange. A stage and the whole lie further apart."""
    one_day = {x.date and x.date.start for x in a.days} & {x.date and x.date.start for x in b.days}
    if not one_day:
        return False
    told_apart = {x.source for x in a.days} & {x.source for x in b.days}
    said = [{x.date.start for x in c.days if x.dated and x.date and length(x.date) == 1} for c in (a, b)]
    if said[0] & said[1] and not told_apart and min(a.sizes | b.sizes) >= _HALF * max(a.sizes | b.sizes):
        return True
    return any(min(x, y) >= _NEAR * max(x, y) for x in a.sizes for y in b.sizes)


class Grown(NamedTuple):
    """Positions grouped into events, and for each event a number that tells how it came about.

    Within one run of the program two events have one number where the same links made them in one order.
    """

    groups: list[list[int]]
    histories: list[int]


def group(
    items: Sequence[Features],
    scored: Sequence[Scored],
    threshold: float,
    apart: Mapping[str, frozenset[str]],
    together: Sequence[Sequence[str]] = (),
    backing: float = 0.0,
) -> list[list[int]]:
    """Positions grouped into events (`grown` says how)."""
    return grown(items, scored, threshold, apart, together, backing).groups


def grown(
    items: Sequence[Features],
    scored: Sequence[Scored],
    threshold: float,
    apart: Mapping[str, frozenset[str]],
    together: Sequence[Sequence[str]] = (),
    backing: float = 0.0,
) -> Grown:
    """Positions grouped into events; `scored` holds (score, i, j). Ties go to the earlier pair.

    `backing` is the share of the pairs of two events that links must have been met for before they are
    joined: among many claims some link always joins two events that are only alike.

    `apart` maps a claim to those that a reviewer put in other events; `together` holds the claims that
    a reviewer put into one, whatever speaks against it. A claim then joins such an event where it fits
    with what one of its tellings commits it to.
    Best first: the surest links are made before doubtful ones can make them impossible. What has
    neither day nor number of its own waits until it is known which events there are; what then is of
    none of them is grouped among itself.
    """
    grouping = _Grouping(
        items, Told([item.claim for item in items], Constraints(tuple(map(tuple, together)), apart))
    )
    waiting: list[Scored] = []
    loose: list[Scored] = []
    for link in sorted(scored, key=lambda link: (-link[0], link[1], link[2])):
        if link[0] < threshold:
            break
        a, b = grouping.of(link[1]), grouping.of(link[2])
        if a is b or (backing and not grouping.backed(a, b, backing)):
            continue
        if not grouping.may_join(link[1], link[2]):
            continue
        if a.settled != b.settled:
            waiting.append(link)
        elif not a.settled and items[link[1]].source != items[link[2]].source:
            loose.append(link)
        else:
            grouping.join(link[1], link[2], ("sure", link[0]))
    for choices in _choices(grouping, waiting):
        meant = _unmistaken(grouping, choices)
        if meant is not None:
            first = choices[0]
            grouping.join(meant[1], meant[2], ("meant", first[0], *grouping.claims(first[1], first[2])))
    for score, i, j in loose:
        a, b = grouping.of(i), grouping.of(j)
        if not a.settled and not b.settled and a is not b and grouping.may_join(i, j):
            grouping.join(i, j, ("loose", score))
    groups = grouping.told.groups()
    return Grown(groups, [grouping.history(members[0]) for members in groups])


def settled(item: Features) -> bool:
    """True where a day, an ordinal or a size tells which one of its kind the claim alone speaks of."""
    return _alone(0, item).settled


class _Grouping:
    """Which cluster each position is in, and what reviewers said of it."""

    def __init__(self, items: Sequence[Features], told: Told) -> None:
        self.told = told
        self._barred: set[tuple[int, int]] = set()
        self._home = [_alone(at, item) for at, item in enumerate(items)]
        self._items = items
        self._backing = Backing()
        self._history: dict[int, int] = {
            told.head(members[0]): hash(tuple(items[at].claim for at in members)) for members in told.groups()
        }

    def claims(self, i: int, j: int) -> tuple[str, str]:
        """The ids of the claims at two positions."""
        return self._items[i].claim, self._items[j].claim

    def history(self, at: int) -> int:
        """A number that tells how the event that holds a position has come about so far."""
        return self._history[self.told.head(at)]

    def of(self, at: int) -> Cluster:
        return self._home[at]

    def backed(self, a: Cluster, b: Cluster, share: float) -> bool:
        """Whether with the link now met so large a share of the pairs of both is linked."""
        return self._backing.met(id(a), id(b)) >= share * len(a.members) * len(b.members)

    def may_join(self, i: int, j: int) -> bool:
        a, b = self.of(i), self.of(j)
        if not self.told.may_join(i, j) or (id(a), id(b)) in self._barred:
            return False
        if _barred(a, b):
            # What bars two clusters bars all that they grow into.
            self._barred |= {(id(a), id(b)), (id(b), id(a))}
            return False
        return _sizes_join(a, b)

    def join(self, i: int, j: int, turn: tuple[object, ...]) -> None:
        """Puts the smaller cluster into the larger; `turn` tells when it is done, whatever else is done."""
        into, other = self.of(i), self.of(j)
        if len(into.members) < len(other.members):
            into, other = other, into
        parts = self.history(i), self.history(j)
        self.told.join(i, j)
        self._history[self.told.head(i)] = hash((turn, self.claims(i, j), parts))
        self._backing.merge(id(into), id(other))
        _absorb(into, other)
        for member in other.members:
            self._home[member] = into


def _choices(grouping: _Grouping, waiting: Sequence[Scored]) -> list[list[Scored]]:
    """For each cluster without a day or number, its best link to each settled one, the likeliest first."""
    found: dict[int, dict[int, Scored]] = {}
    for link in waiting:
        a, b = grouping.of(link[1]), grouping.of(link[2])
        loose, fixed = (b, a) if a.settled else (a, b)
        found.setdefault(id(loose), {}).setdefault(id(fixed), link)
    return [list(links.values()) for links in found.values()]


def _unmistaken(grouping: _Grouping, choices: Sequence[Scored]) -> Scored | None:
    """The link to the one event that is meant; None where it may as well be another ("the talks")."""
    open_to = _at_the_place([link for link in choices if grouping.may_join(link[1], link[2])], grouping)
    if not open_to:
        return None
    best, *others = open_to
    meant = grouping.of(best[1]), grouping.of(best[2])
    events = {grouping.told.head(best[1]), grouping.told.head(best[2])}
    for link in others:
        if {grouping.told.head(link[1]), grouping.told.head(link[2])} <= events:
            # Reviewers put its event and the best one together.
            continue
        rivals = [c for c in (grouping.of(link[1]), grouping.of(link[2])) if c not in meant]
        doubt = _SERIES_DOUBT if any(_of_one_series(a, b) for a in meant for b in rivals) else _DOUBT
        if best[0] - link[0] < doubt and any(not _joinable(a, b) for a in meant for b in rivals):
            return None
    return best


def _of_one_series(a: Cluster, b: Cluster) -> bool:
    """True for two of one series, by their ordinals: "the talks" may mean either, or all of them."""
    return any(b.ordinals.get(series, value) != value for series, value in a.ordinals.items())


def _at_the_place(choices: list[Scored], grouping: _Grouping) -> list[Scored]:
    """Of the events that undated words may mean, those at the place they name, if there are any."""
    here: list[Scored] = []
    for link in choices:
        a, b = grouping.of(link[1]), grouping.of(link[2])
        loose, fixed = (b, a) if a.settled else (a, b)
        if any(places_agree(one, other) for one in loose.places for other in fixed.places):
            here.append(link)
    return here or choices


def _alone(at: int, item: Features) -> Cluster:
    known = item.dated or item.family in weights().one_off
    aggregate = item.running or item.plural
    dated = [item] if known and item.date and length(item.date) <= SEASON and not aggregate else []
    met = [item] if max(len(item.people), len(item.states)) > 1 and item.family == "contact" else []
    recurring = item.family in _RECURRING and not item.plural
    return Cluster(
        [at],
        dated,
        met,
        [item] if aggregate else [],
        dict(item.ordinals),
        set(item.sizes),
        item.date is not None,
        {item.place} if item.place else set(),
        recurring,
    )


def _absorb(into: Cluster, other: Cluster) -> None:
    into.members += other.members
    known = {(x.date, x.event_type, x.modality) for x in into.days}
    into.days += [x for x in other.days if (x.date, x.event_type, x.modality) not in known]
    into.totals += other.totals
    into.ordinals |= other.ordinals
    into.sizes |= other.sizes
    into.told |= other.told
    into.places |= other.places
    into.recurring &= other.recurring
    met = {(x.event_type, x.people, x.states) for x in into.parties}
    into.parties += [x for x in other.parties if (x.event_type, x.people, x.states) not in met]
