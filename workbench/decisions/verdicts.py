"""The acts of a reviewer, each made into an entry for the log.

`at` is an ISO 8601 timestamp with zone; with microseconds, so that two acts within one second
are two entries. An entry's id is derived from everything else in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from workbench.decisions.belonging import written
from workbench.decisions.entering import entered, ranged
from workbench.decisions.entries import identified, named, tidy, timed
from workbench.decisions.log import in_effect
from workbench.errors import DecisionError
from workbench.models import Decision, DecisionKind, Discrepancy, Reading


def accept(
    discrepancy: Discrepancy, label_number: int, *, reviewer: str, at: str, note: str | None = None
) -> Decision:
    """One of the differing values is right; `label_number` counts `discrepancy.labels` from 1."""
    return _chosen("accept", discrepancy, label_number, reviewer, at, note)


def supersede(
    discrepancy: Discrepancy, label_number: int, *, reviewer: str, at: str, note: str | None = None
) -> Decision:
    """This value has replaced the others: they held once, it holds now."""
    return _chosen("supersede", discrepancy, label_number, reviewer, at, note)


def enter(
    discrepancy: Discrepancy, text: str, *, reviewer: str, at: str, note: str | None = None
) -> Decision:
    """Another value is right: what `text` says, read by the discrepancy's attribute.

    Counts and totals are a number or a range ("390-400"), dates ISO days ("2025-05-16", or two
    with a slash), times HH:MM, everything else words. A range has `low` and `high` and no `value`.
    """
    read = entered(discrepancy.attribute, text)
    taken = _taken("enter", discrepancy, reviewer, at, note)
    return identified(replace(taken, label=read.label, value=read.value, low=read.low, high=read.high))


def give_range(
    discrepancy: Discrepancy,
    low: str,
    high: str,
    *,
    best: str | None = None,
    reviewer: str,
    at: str,
    note: str | None = None,
) -> Decision:
    """What holds lies from `low` to `high`, both included; `best` is the likeliest value, if one is.

    Each is a single value as `enter` reads it. DecisionError where values of the attribute have no order.
    """
    read = ranged(discrepancy.attribute, low, best, high)
    taken = _taken("range", discrepancy, reviewer, at, note)
    return identified(replace(taken, label=read.label, value=read.value, low=read.low, high=read.high))


def unsettled(discrepancy: Discrepancy, *, reviewer: str, at: str, note: str | None = None) -> Decision:
    """Nobody can tell which value is right: all of them stay, none is best, and the question is closed."""
    return identified(_taken("unsettled", discrepancy, reviewer, at, note))


def dismiss(discrepancy: Discrepancy, *, reviewer: str, at: str, note: str | None = None) -> Decision:
    """The values do not contradict each other."""
    return identified(_taken("dismiss", discrepancy, reviewer, at, note))


def different_events(
    discrepancy: Discrepancy,
    *,
    sides: Sequence[Sequence[str]] | None = None,
    reviewer: str,
    at: str,
    note: str | None = None,
) -> Decision:
    """The claims speak of different events, so there is nothing to compare.

    The entry's `value` keeps which claims are apart: ids of one side joined by commas, sides by bars.
    `sides` are claims of the discrepancy (default: those of each label; a claim with two of the labels
    is on neither side). DecisionError where there are not two sides, or a claim is on two of them.
    """
    taken = _taken("different_events", discrepancy, reviewer, at, note)
    if sides is None:
        return identified(replace(taken, value=kept_apart(discrepancy)))
    named_claims = [claim for side in sides for claim in side]
    if len([side for side in sides if side]) < 2:
        raise DecisionError("Two sides are needed", "", "Leave a claim on each of two sides.")
    if len(set(named_claims)) < len(named_claims) or not set(named_claims) <= set(taken.claims):
        raise DecisionError("Not one side for each claim", "", "Put each claim on one side.")
    return identified(replace(taken, value=written(sides)))


def same_event(discrepancy: Discrepancy, *, reviewer: str, at: str, note: str | None = None) -> Decision:
    """The claims do speak of one event and stay together; which value is right is still open."""
    taken = _taken("same_event", discrepancy, reviewer, at, note)
    if len(taken.claims) < 2:
        raise DecisionError("Two claims are needed", "one claim alone differs here", "Give a note instead.")
    return identified(replace(taken, value=",".join(taken.claims)))


def kept_apart(discrepancy: Discrepancy) -> str:
    """The claims of each label, those of several labels left out: "c1,c2|c3"."""
    labels_of: dict[str, set[str]] = {}
    for value in discrepancy.values:
        labels_of.setdefault(value.claim, set()).add(value.label)
    groups = [
        sorted(claim for claim, labels in labels_of.items() if labels == {label})
        for label in discrepancy.labels
    ]
    return "|".join(",".join(group) for group in groups if group)


def defer(
    discrepancy: Discrepancy, until: str, *, reviewer: str, at: str, note: str | None = None
) -> Decision:
    """It cannot be decided before the day `until` (ISO) is over."""
    taken = _taken("defer", discrepancy, reviewer, at, note)
    try:
        day = date.fromisoformat(until.strip())
    except ValueError:
        raise DecisionError("Not a date", until, "Type the day as 2025-12-31.") from None
    if day < datetime.fromisoformat(at).date():
        raise DecisionError("The day is past", day.isoformat(), "Defer to today or a later day.")
    return identified(replace(taken, until=day.isoformat()))


def note(discrepancy: Discrepancy, text: str, *, reviewer: str, at: str) -> Decision:
    """A remark; it settles nothing."""
    taken = _taken("note", discrepancy, reviewer, at, text)
    if taken.note is None:
        raise DecisionError("The note is empty", "", "Type something.")
    return identified(taken)


def assign(
    discrepancy: Discrepancy, name: str | None, *, reviewer: str, at: str, note: str | None = None
) -> Decision:
    """The difference is the task of the reviewer of this name, or (None) of nobody; it settles nothing."""
    given = " ".join((name or "").split()) or None
    if given and not given.isprintable():
        raise DecisionError("Not a name", ascii(given), "Type a name without control characters.")
    return identified(replace(_taken("assign", discrepancy, reviewer, at, note), value=given))


def undo(
    decision: Decision, log: Sequence[Decision], *, reviewer: str, at: str, note: str | None = None
) -> Decision:
    """Takes an entry back; undoing an undo brings the entry back.

    Raises DecisionError where the entry is not in the log or is taken back already.
    """
    if all(entry.id != decision.id for entry in log):
        raise DecisionError("Nothing to undo", f"{decision.id} is not in the log", "Read the log again.")
    if all(entry.id != decision.id for entry in in_effect(log)):
        raise DecisionError(
            "This is undone already",
            f"{decision.kind} by {decision.reviewer}",
            "Undo its undo to bring it back.",
        )
    return identified(
        Decision(
            id="",
            kind="undo",
            discrepancy=decision.discrepancy,
            event=decision.event,
            attribute=decision.attribute,
            key=decision.key,
            claims=decision.claims,
            reviewer=named(reviewer),
            at=timed(at),
            note=tidy(note),
            undoes=decision.id,
        )
    )


def _chosen(
    kind: DecisionKind, discrepancy: Discrepancy, number: int, reviewer: str, at: str, note: str | None
) -> Decision:
    labels = discrepancy.labels
    if not 1 <= number <= len(labels):
        raise DecisionError(
            "There is no such value", f"{number} of {len(labels)}", f"Choose 1 to {len(labels)}."
        )
    label = labels[number - 1]
    chosen = next(value for value in discrepancy.values if value.label == label)
    return identified(
        replace(
            _taken(kind, discrepancy, reviewer, at, note),
            label=label,
            value=_plain(chosen.value),
            low=_plain(chosen.low),
            high=_plain(chosen.high),
        )
    )


def _taken(
    kind: DecisionKind, discrepancy: Discrepancy, reviewer: str, at: str, note: str | None
) -> Decision:
    return Decision(
        id="",
        kind=kind,
        discrepancy=discrepancy.id,
        event=discrepancy.event,
        attribute=discrepancy.attribute,
        key=discrepancy.key,
        claims=tuple(dict.fromkeys(value.claim for value in discrepancy.values)),
        reviewer=named(reviewer),
        at=timed(at),
        note=tidy(note),
        readings=readings(discrepancy),
    )


def readings(discrepancy: Discrepancy) -> tuple[Reading, ...]:
    """What each claim is read to give, once."""
    pairs = ((value.claim, _plain(value.value)) for value in discrepancy.values)
    return tuple(Reading(claim, said) for claim, said in dict.fromkeys(pairs) if said is not None)


def _plain(value: float | str | None) -> float | str | None:
    return float(value) if isinstance(value, int) else value
