"""Decisions and what has changed since them, in plain sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from workbench.decisions.changes import Change
from workbench.models import Decision
from workbench.phrases import decisions as words
from workbench.phrases.phrase import Phrase

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
        case "remove":
            return words.REMOVED()
        case "describe":
            return words.DESCRIBED()
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
    since = {"name": change.since.reviewer, "act": act(change.since), "day": day(change.since)}
    if change.joined:
        found.append(words.JOINED(claims=_claims(change.joined, file_of), **since))
    if change.left:
        found.append(words.LEFT(claims=_claims(change.left, file_of), **since))
    if change.parted:
        found.append(words.PARTED(number=str(len(change.events))))
    found += _gone(change)
    found += _values(change, file_of)
    if change.lost:
        found.append(words.LOST(label=str(change.decision.label)))
    return found


def _gone(change: Change) -> list[str]:
    """What became of claims that are there no more: they went with their article, or are read no longer."""
    from workbench.decisions.describing import description_of

    told, left = [], set(change.gone)
    for entry in change.out:
        went = left.intersection(entry.claims)
        left -= went
        file = _named(description_of(entry).file)
        by = {"article": file, "name": entry.reviewer, "day": day(entry)}
        told += [_counted(len(went), words.ONE_OUT, words.OUT, **by)] if went else []
    return [*told, _counted(len(left), words.ONE_GONE, words.GONE)] if left else told


def _claims(claims: Iterable[str], file_of: Callable[[str], str | None]) -> str:
    """ "2 claims of b.txt and 1 of c.txt"."""
    files = Counter(_named(file_of(claim)) for claim in claims)
    (first, number), *named = sorted(files.items())[:MOST]
    more = [words.MORE_OF(number=str(number), article=file) for file, number in named]
    if others := sorted(files.items())[MOST:]:
        left = str(sum(number for _, number in others))
        more.append(_counted(len(others), words.MORE_OF_ONE, words.MORE_OF_SEVERAL, left=left))
    told = _counted(number, words.ONE_CLAIM_OF, words.CLAIMS_OF, article=first)
    for place, one in enumerate(more, start=1):
        told = (words.AND_OF if place == len(more) else words.ALSO_OF)(claims=told, more=one)
    return told


def _named(file: str | None) -> str:
    """An article among others; between quotation marks where its name could be taken for several."""
    if file is None:
        return words.AN_ARTICLE()
    return f"“{file}”" if " of " in file or file.startswith("“") else file


def _values(change: Change, file_of: Callable[[str], str | None]) -> list[str]:
    read = {reading.claim for reading in change.decision.readings}
    told: dict[tuple[bool, str], dict[str, None]] = {}
    for value in change.unseen:
        files = told.setdefault((value.claim in read, value.label), {})
        files[file_of(value.claim) or words.AN_ARTICLE()] = None
    return [
        _said(len(files), anew=anew)(articles=_files(list(files)), label=label, name=change.decision.reviewer)
        for (anew, label), files in told.items()
    ]


def _said(articles: int, *, anew: bool) -> Phrase:
    if anew:
        return words.READ_AS if articles == 1 else words.ALL_READ_AS
    return words.SAYS if articles == 1 else words.SAY


def _files(names: Sequence[str]) -> str:
    shown, others = ", ".join(names[:MOST]), len(names) - MOST
    return _counted(others, words.AND_ANOTHER, words.AND_OTHERS, articles=shown) if others > 0 else shown


def _counted(number: int, one: Phrase, several: Phrase, **values: str) -> str:
    """The phrase for that many."""
    return one(**values) if number == 1 else several(number=str(number), **values)
