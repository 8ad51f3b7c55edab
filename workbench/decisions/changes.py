"""What has become of reviewed events since they were decided: nothing that a reviewer saw changes in silence.

Nothing is stored for it. An entry keeps all claims of its event as its reviewer found them (`Decision.saw`)
and what its own claims gave (`Decision.readings`); what differs today is the change. The latest entry on
an event saw whatever had changed before it, so only changes since then count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from workbench.decisions.entries import identified, named, tidy, timed
from workbench.decisions.log import BELONGING, READING, REMARKS, VALUED, Verdicts, in_effect
from workbench.decisions.verdicts import readings
from workbench.models import AttributeValue, Decision, Discrepancy, Event


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed around one decision. `since` is the entry that last saw its event: often itself.

    `events` hold the claims it was taken on now; `joined` are claims of them that nobody saw there, `left`
    those that stand elsewhere now, `gone` those that are no longer read from their articles. `parted`: its
    own claims stand in several events. `unseen` are values new to its difference. `lost`: no difference
    carries the value that it accepted, so that the record no longer says it.
    """

    decision: Decision
    since: Decision
    events: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    parted: bool = False
    unseen: tuple[AttributeValue, ...] = ()
    lost: bool = False
    out: tuple[Decision, ...] = ()
    """Removals of articles with which claims of `gone` went."""


@dataclass(slots=True)
class _Review:
    """The log in effect, by what it was about."""

    log: Sequence[Decision]
    verdicts: Verdicts = field(init=False)
    entries: list[Decision] = field(init=False)
    by_id: dict[str, Decision] = field(init=False)
    kept: dict[str, Decision] = field(init=False)
    """A decision's id to the last entry that lets it stand."""

    def __post_init__(self) -> None:
        standing = in_effect(self.log)
        self.by_id = {entry.id: entry for entry in standing}
        self.entries = [
            entry
            for entry in standing
            if entry.kind not in (*READING, *REMARKS, "undo")
            and (entry.kind != "keep" or entry.value in self.by_id)
        ]
        self.kept = {str(entry.value): entry for entry in self.entries if entry.kind == "keep"}
        self.verdicts = Verdicts(self.log)

    def still_there(self, decision: Decision) -> list[str]:
        """Its claims, as far as they were there when it was last let stand."""
        kept = self.kept.get(decision.id)
        there = set(chain(*kept.saw)) if kept else set(decision.claims)
        return [claim for claim in decision.claims if claim in there]

    def let_stand_unread(self, decision: Decision) -> bool:
        """Whether it was last let stand when no difference carried its value."""
        return decision.id in self.kept and not self.kept[decision.id].readings

    def verdict(self, entry: Decision) -> Decision:
        """The entry, or what it lets stand."""
        return self.by_id[str(entry.value)] if entry.kind == "keep" else entry


def changed_since_decided(
    log: Sequence[Decision],
    events: Sequence[Event],
    discrepancies: Sequence[Discrepancy],
    event_of: Mapping[str, str],
) -> list[Change]:
    """The changes of reviewed events, one for each decision that they touch, in the order of the log.

    `events` are those that hold a claim which an entry was taken on, `discrepancies` theirs. `event_of`
    has every claim that an entry names or saw and that is still there, with its event's id ("": not
    matched yet).
    """
    review = _Review(log)
    found: dict[str, Change] = {}
    for change in (
        *_of_claims(review, events, event_of),
        *_of_values(review, discrepancies),
        *_lost(review, discrepancies, event_of),
    ):
        known = found.get(change.decision.id)
        found[change.decision.id] = _both(known, change) if known else change
    removals = [entry for entry in review.by_id.values() if entry.kind == "remove"]
    return [_with_removals(found[entry.id], removals) for entry in review.entries if entry.id in found]


def _with_removals(change: Change, removals: Sequence[Decision]) -> Change:
    out = tuple(entry for entry in removals if not set(change.gone).isdisjoint(entry.claims))
    return replace(change, out=out) if out else change


def let_stand(
    change: Change,
    events: Sequence[Event],
    discrepancies: Iterable[Discrepancy],
    *,
    reviewer: str,
    at: str,
    note: str | None = None,
) -> Decision:
    """The decision stands for what has come since: it is on the list no more, and its difference is closed.

    `events` are those of the change, `discrepancies` those on which its decision is in force.
    """
    decision, found = change.decision, list(discrepancies)
    read = [reading for one in found for reading in readings(one)]
    claims = (*decision.claims, *(reading.claim for reading in read))
    return identified(
        replace(
            decision,
            kind="keep",
            claims=tuple(dict.fromkeys(claims)),
            reviewer=named(reviewer),
            at=timed(at),
            value=decision.id,
            low=None,
            high=None,
            until=None,
            note=tidy(note),
            saw=tuple(event.claims for event in events),
            readings=tuple(dict.fromkeys(read)),
        )
    )


def _of_claims(review: _Review, events: Sequence[Event], event_of: Mapping[str, str]) -> list[Change]:
    members = {event.id: event.claims for event in events}
    latest = {event: entry for entry in review.entries for event in _events_of(entry.claims, event_of)}
    changes = []
    for entry in review.entries:
        at = _events_of(entry.claims, event_of)
        own = {event: members.get(event, ()) for event in at if latest[event] is entry}
        if own:
            changes.append(_membership(review.verdict(entry), entry, own, event_of))
        elif not at and entry.kind != "keep":
            changes.append(Change(entry, entry, gone=_gone(review.still_there(entry), event_of)))
    return [one for one in changes if one.joined or one.left or one.gone or one.parted]


def _membership(
    decision: Decision, since: Decision, own: Mapping[str, Sequence[str]], event_of: Mapping[str, str]
) -> Change:
    """Compares the events that `since` saw with those in which its claims stand now."""
    # Who puts claims together or apart asks for a change of events: only what came later is news.
    asked = since.kind in BELONGING or decision.kind in BELONGING
    saw = [tuple(chain(*since.saw))] if asked else since.saw or [since.claims]
    known: dict[str, set[str]] = {}
    left: list[str] = []
    parted = False
    for claims in saw:
        homes = _events_of([claim for claim in claims if claim in since.claims], event_of)
        for home in homes:
            known.setdefault(home, set()).update(claims)
        if homes and not asked:
            parted = parted or len(homes) > 1
            left += [claim for claim in claims if event_of.get(claim) and event_of[claim] not in homes]
    joined = (claim for event in known for claim in own.get(event, ()) if claim not in known[event])
    return Change(
        decision,
        since,
        _events_of(since.claims, event_of),
        joined=tuple(joined) if since.saw else (),
        left=tuple(left),
        gone=_gone(chain(*since.saw) if since.saw else since.claims, event_of),
        parted=parted,
    )


def _events_of(claims: Iterable[str], event_of: Mapping[str, str]) -> tuple[str, ...]:
    """The events in which these claims stand."""
    return tuple(dict.fromkeys(event_of[claim] for claim in claims if event_of.get(claim)))


def _gone(claims: Iterable[str], event_of: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(claim for claim in claims if claim not in event_of)


def _of_values(review: _Review, discrepancies: Iterable[Discrepancy]) -> list[Change]:
    changes = []
    for found in discrepancies:
        decision = review.verdicts.in_force(found)
        unseen = review.verdicts.unseen(found)
        if decision and unseen:
            changes.append(Change(decision, decision, (found.event,), unseen=unseen))
    return changes


def _lost(review: _Review, discrepancies: Iterable[Discrepancy], event_of: Mapping[str, str]) -> list[Change]:
    """Values that were said to hold and that no difference carries, though nobody decided otherwise since."""
    carried = {decision.id for one in discrepancies for decision in review.verdicts.apart(one)}
    changes = []
    later_on: set[tuple[str, str, str]] = set()
    for entry in reversed(review.entries):
        about = [(*_about(entry), claim) for claim in entry.claims]
        joined_or_parted = [("event", "", claim) for claim in entry.claims]
        if (
            entry.kind in VALUED
            and _events_of(entry.claims, event_of)
            and entry.id not in carried
            and not review.let_stand_unread(entry)
            and later_on.isdisjoint((*about, *joined_or_parted))
        ):
            changes.append(Change(entry, entry, _events_of(entry.claims, event_of), lost=True))
        if entry.kind not in ("keep", "parent"):
            later_on.update(about)
    return changes


def _about(entry: Decision) -> tuple[str, str]:
    """What an entry settles: which claims belong together, or an attribute with its key."""
    return ("event", "") if entry.kind in BELONGING else (entry.attribute, entry.key)


def _both(one: Change, other: Change) -> Change:
    return Change(
        one.decision,
        one.since,
        tuple(dict.fromkeys((*one.events, *other.events))),
        one.joined or other.joined,
        one.left or other.left,
        one.gone or other.gone,
        one.parted or other.parted,
        one.unseen + other.unseen,
        one.lost or other.lost,
    )
