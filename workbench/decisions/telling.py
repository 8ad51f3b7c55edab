"""Decisions and what has changed since them, in plain sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from workbench.decisions.changes import Change
from workbench.models import Decision

MOST = 3
"""Articles that one sentence names; the others are counted."""


def act(decision: Decision) -> str:
    """What a reviewer did, for use behind the name: "accepted 390", "said that they are one event"."""
    match decision.kind:
        case "accept" | "enter":
            return f"{decision.kind}ed {decision.label}"
        case "range":
            return f"gave the range {decision.label}"
        case "supersede":
            return f"found it superseded by {decision.label}"
        case "unsettled":
            return "found that it cannot be settled"
        case "dismiss":
            return "found no conflict"
        case "defer":
            return f"put it off until {decision.until}"
        case "different_events":
            return "said that these are different events"
        case "same_event":
            return "said that these are one event"
        case "parent":
            _, _, whole = str(decision.label).partition(" | ")
            return f"said that it is a stage of {whole}" if whole else "said that it is a stage of no event"
        case "keep":
            return "let it stand"
        case "assign":
            return f"gave it to {decision.value}" if decision.value else "gave it to nobody"
        case "reject":
            return "rejected the claim"
        case "correct":
            return "corrected the claim"
        case "claim":
            return "made a claim of a passage"
        case "note":
            return "left a note"
        case "undo":
            return "took a decision back"


def day(decision: Decision) -> str:
    """The day of a decision: "3 May 2025"."""
    at = datetime.fromisoformat(decision.at)
    return f"{at.day} {at:%B %Y}"


def moment(decision: Decision) -> str:
    """The minute of a decision, as its reviewer's clock had it: "3 May 2025 at 14:05"."""
    return f"{day(decision)} at {datetime.fromisoformat(decision.at):%H:%M}"


def word(decision: Decision) -> str:
    """A decision as a reason: "Ayşe said that these are one event on 3 May 2025 [k3bc917...]"."""
    return f"{decision.reviewer} {act(decision)} on {day(decision)} [{decision.id}]"


def sentences(change: Change, file_of: Callable[[str], str | None]) -> list[str]:
    """What has changed, each in a sentence. `file_of` gives a claim's article, or None where it is gone."""
    found = []
    since = f"since {change.since.reviewer} {act(change.since)} on {day(change.since)}"
    if change.joined:
        found.append(f"{_claims(change.joined, file_of)} joined {since}")
    if change.left:
        found.append(f"{_claims(change.left, file_of)} left {since}")
    if change.parted:
        found.append(f"the claims it was taken on now stand in {len(change.events)} events")
    if change.gone:
        found.append(f"{_counted(len(change.gone), 'claim')} that it saw: no longer read from the article")
    found += _values(change, file_of)
    if change.lost:
        found.append(f"no difference carries “{change.decision.label}” any more")
    return found


def _claims(claims: Iterable[str], file_of: Callable[[str], str | None]) -> str:
    """ "2 claims of b.txt and 1 of c.txt"."""
    files = Counter(file_of(claim) or "an article" for claim in claims)
    told = [f"{number} of {file}" for file, number in sorted(files.items())[:MOST]]
    if len(files) > MOST:
        others = sum(files.values()) - sum(number for _, number in sorted(files.items())[:MOST])
        told.append(f"{others} of {_counted(len(files) - MOST, 'more article')}")
    first, _, rest = told[0].partition(" ")
    told[0] = f"{_counted(int(first), 'claim')} {rest}"
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def _values(change: Change, file_of: Callable[[str], str | None]) -> list[str]:
    read = {reading.claim for reading in change.decision.readings}
    told: dict[tuple[bool, str], dict[str, None]] = {}
    for value in change.unseen:
        files = told.setdefault((value.claim in read, value.label), {})
        files[file_of(value.claim) or "an article"] = None
    since = f"which was not there when {change.decision.reviewer} decided"
    return [
        f"{_files(list(files))} {_verb(len(files), anew=anew)} “{label}”, {since}"
        for (anew, label), files in told.items()
    ]


def _verb(articles: int, *, anew: bool) -> str:
    if anew:
        return "is now read as" if articles == 1 else "are now read as"
    return "says" if articles == 1 else "say"


def _files(names: Sequence[str]) -> str:
    shown = ", ".join(names[:MOST])
    return shown if len(names) <= MOST else f"{shown} and {_counted(len(names) - MOST, 'more article')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
