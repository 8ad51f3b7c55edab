"""What reviewers say of how an article is read: a claim rejected, corrected, or made of a passage.

The claims of an article follow from what is read in it and from these entries alone (`corrected`), so that
they survive every reading and no order of acts or imports matters. An entry's `key` is the article's id,
its `value` compact JSON (docs/formats.md): the claim with its place and words, what its fields `was` and
are `now`. The place finds the claim again where it is read under another id since.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.decisions.belonging import quoted
from workbench.decisions.claim_fields import EXTENT, Value, field_name, fields, given, shown
from workbench.decisions.entries import named, on_claims
from workbench.decisions.log import CORRECTING, READING, in_effect
from workbench.errors import DecisionError
from workbench.models import Claim, Decision, DecisionKind, Event, Source
from workbench.phrases.decisions import CORRECTED_IT, REJECTED_IT

_REMARKS = ("assign", "keep", "note", "undo")
"""Kinds of entries that nothing rests on."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Correction:
    """What the `value` of an entry says. `start`, `end` and `text` are the claim as its reviewer saw it."""

    claim: str
    start: int
    end: int
    text: str
    was: Mapping[str, Value]
    now: Mapping[str, Value]
    beside: tuple[str, ...] = ()
    """Of a claim made of a passage: the claims that stood there already."""

    @property
    def extent(self) -> Span | None:
        """The new place that it gives its claim, or None."""
        value = self.now.get(EXTENT)
        return (int(value[0]), int(value[1])) if isinstance(value, list) else None


def correction_of(decision: Decision) -> Correction:
    """What an entry of one of the kinds `CORRECTING` says."""
    content = json.loads(str(decision.value))
    place = {name: content[name] for name in ("claim", "start", "end", "text")}
    return Correction(
        **place,
        was=content.get("was", {}),
        now=content.get("now", {}),
        beside=tuple(content.get("beside", ())),
    )


def reject(
    claim: Claim, events: Sequence[Event], *, reviewer: str, at: str, note: str | None = None
) -> Decision:
    """The claim says nothing that can be checked, or was misread. `events` are those in which it stands."""
    was = {field: given(claim, field) for field in fields(claim)}
    return _entry("reject", claim, events, _content(claim, was=was), quoted(claim.text), reviewer, at, note)


def correct(
    claim: Claim,
    changed: Claim,
    events: Sequence[Event],
    *,
    reviewer: str,
    at: str,
    note: str | None = None,
    base: Claim | None = None,
) -> Decision:
    """The claim says what `changed` does. `base` is what is read at a new extent where it has one.

    DecisionError where nothing differs.
    """
    before = replace(base, id=claim.id) if base else claim
    names = [field for field in _all_fields(before, changed) if given(before, field) != given(changed, field)]
    if base:
        names = [EXTENT, *(field for field in names if field != EXTENT)]
    if not names:
        raise DecisionError("Nothing is changed", quoted(claim.text), "Give another value of some field.")
    was = {field: given(claim, field) for field in names}
    now = {field: given(changed, field) for field in names}
    told = ", ".join(f"{field_name(one)} {shown(one, was[one])} → {shown(one, now[one])}" for one in names)
    label = f"{quoted(claim.text)}: {told}"
    return _entry("correct", claim, events, _content(claim, was=was, now=now), label, reviewer, at, note)


def make(
    draft: Claim,
    claim: Claim,
    beside: Iterable[str],
    *,
    reviewer: str,
    at: str,
    note: str | None = None,
) -> Decision:
    """The passage says `claim`, of which `draft` is read in it; `beside` are the claims that it overlaps."""
    made = replace(claim, id=made_id(draft, named(reviewer), at))
    names = [field for field in _all_fields(draft, made) if given(draft, field) != given(made, field)]
    now = {field: given(made, field) for field in names}
    told = ", ".join(f"{field_name(one)} {shown(one, now[one])}" for one in names)
    label = f"{quoted(made.text)}: {told}" if told else quoted(made.text)
    content = _content(made, now=now, beside=sorted(beside))
    return _entry("claim", made, (), content, label, reviewer, at, note)


def made_id(draft: Claim, reviewer: str, at: str) -> str:
    """The id of a claim made of a passage: no claim that is read has it, and no other act gives it."""
    act = f"{draft.source}:{draft.start}:{draft.end}:made:{reviewer}:{at}"
    return "c" + hashlib.sha256(act.encode()).hexdigest()[:16]


def resting_on(log: Sequence[Decision], claim: str) -> list[Decision]:
    """The decisions in effect that were taken on a claim and say more than how it is read."""
    kinds = (*READING, *_REMARKS)
    return [entry for entry in in_effect(log) if claim in entry.claims and entry.kind not in kinds]


def corrections_in_effect(log: Sequence[Decision]) -> list[Decision]:
    """The entries in effect that say how an article is read, oldest first."""
    return [entry for entry in in_effect(log) if entry.kind in CORRECTING]


def refuse_overtaken(claim: Claim | None, decision: Decision, log: Sequence[Decision]) -> None:
    """Raises DecisionError where the claim is no more what the entry's reviewer had before them.

    `claim` is the claim as it stands now, or None; the detail names who changed it.
    """
    said = correction_of(decision)
    if decision.kind == "claim":
        return
    if claim is not None and all(given(claim, field) == value for field, value in said.was.items()):
        return
    by = next((one for one in reversed(corrections_in_effect(log)) if said.claim in _claim_of(one)), None)
    words = quoted(said.text)
    if by:
        told = REJECTED_IT if by.kind == "reject" else CORRECTED_IT
        words = told(claim=words, name=by.reviewer, id=by.id)
    raise DecisionError(
        "The claim has changed meanwhile" if claim else "This claim is there no more",
        words,
        "Look at it again.",
    )


def _claim_of(entry: Decision) -> tuple[str, ...]:
    return (*entry.claims, correction_of(entry).claim)


def passage(source: Source, claims: Iterable[Claim], start: int, end: int) -> Span:
    """The passage without the blanks at its ends; DecisionError where it cannot be a claim.

    It stands in one block of the article. `claims` are those that the article has already.
    """
    while start < end and source.text[start].isspace():
        start += 1
    while start < end and source.text[end - 1].isspace():
        end -= 1
    if not 0 <= start < end <= len(source.text):
        raise DecisionError("This passage is empty", f"{start}-{end}", "Choose some words.")
    if not any(block.start <= start and end <= block.end for block in source.blocks):
        raise DecisionError(
            "This passage runs over paragraphs", f"{start}-{end}", "A claim stands in one paragraph."
        )
    for claim in claims:
        if (claim.start, claim.end) == (start, end):
            raise DecisionError(
                "There is a claim of these words already",
                f"{quoted(claim.text)} ({claim.id})",
                "Correct that one.",
            )
    return start, end


def _all_fields(one: Claim, other: Claim) -> list[str]:
    return list(dict.fromkeys((*fields(one), *fields(other))))


def _content(claim: Claim, **parts: Any) -> str:
    place = {"claim": claim.id, "start": claim.start, "end": claim.end, "text": claim.text}
    filled = {name: part for name, part in parts.items() if part}
    return json.dumps({**place, **filled}, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _entry(
    kind: DecisionKind,
    claim: Claim,
    events: Sequence[Event],
    content: str,
    label: str,
    reviewer: str,
    at: str,
    note: str | None,
) -> Decision:
    return on_claims(
        kind,
        "claim",
        (claim.id,),
        events,
        key=claim.source,
        label=label,
        value=content,
        reviewer=reviewer,
        at=at,
        note=note,
    )
