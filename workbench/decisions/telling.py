"""Decisions and what has changed since them, in plain sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from workbench.decisions.changes import Change
from workbench.models import Decision
from workbench.phrases import decisions as words

MOST = 3
"""Articles that one sentence names; the others are counted."""


def act(decision: Decision) -> str:
    """What a reviewer did, for use behind the name: "accepted 390", "said that they are one event"."""
    match decision.kind:
        case "accept" | "enter":
            said = words.ACCEPTED if decision.kind == "accept" else words.ENTERED
            return said(label=str(decision.label))
        case "range":
            return words.GAVE_RANGE(label=str(decision.label))
        case "supersede":
            return words.FOUND_SUPERSEDED(label=str(decision.label))
        case "unsettled":
            return words.NOT_TO_SETTLE()
        case "dismiss":
            return words.NO_CONFLICT()
        case "defer":
            return words.PUT_OFF(iso_day=str(decision.until))
        case "different_events":
            return words.DIFFERENT_EVENTS()
        case "same_event":
            return words.ONE_EVENT()
        case "parent":
            _, _, whole = str(decision.label).partition(" | ")
            return words.STAGE_OF(event=whole) if whole else words.STAGE_OF_NONE()
        case "keep":
            return words.LET_STAND()
        case "assign":
            return words.GAVE_TO(name=str(decision.value)) if decision.value else words.GAVE_TO_NOBODY()
        case "reject":
            return words.REJECTED()
        case "correct":
            return words.CORRECTED()
        case "claim":
            return words.MADE_CLAIM()
        case "note":
            return words.LEFT_NOTE()
        case "undo":
            return words.TOOK_BACK()


def day(decision: Decision) -> str:
    """The day of a decision: "3 May 2025"."""
    at = datetime.fromisoformat(decision.at)
    return f"{at.day} {at:%B %Y}"


def word(decision: Decision) -> str:
    """A decision as a reason: "Ayşe said that these are one event on 3 May 2025 [k3bc917...]"."""
    return words.ON_DAY(name=decision.reviewer, act=act(decision), day=day(decision), id=decision.id)


def cited(decision: Decision) -> str:
    """A decision as where something is known from: "Ayşe, 3 May 2025, k3bc917..."."""
    return words.ENTRY(name=decision.reviewer, day=day(decision), id=decision.id)


def at_time(decision: Decision) -> str:
    """What was done when, to the minute: "Ayşe accepted 390 on 3 May 2025 at 14:05"."""
    clock = f"{datetime.fromisoformat(decision.at):%H:%M}"
    return words.AT_TIME(name=decision.reviewer, act=act(decision), day=day(decision), clock=clock)


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
