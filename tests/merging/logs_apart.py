"""Logs of reviewers who work apart and meet now and then, as hypothesis makes them up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from workbench.decisions import verdicts
from workbench.decisions.log import in_effect
from workbench.decisions.overtaken import knew
from workbench.models import AttributeValue, Decision, Discrepancy
from workbench.models.order import in_order, place_after

PEOPLE = ("Ayşe", "Mehmet", "Zeynep")
NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)
Log = list[Decision]


def difference(number: int) -> Discrepancy:
    """Each of these shares its second claim with the next one, as differences of one attribute may."""
    values = tuple(
        AttributeValue(f"c{number + place}", f"s{number + place}", said, said, said, f"{said:g}", "4", 0, 1)
        for place, said in enumerate((4.0, 7.0))
    )
    return Discrepancy(f"d{number}", "e1", "count", "injured", "conflict", "high", values, "4 against 7.")


FOUND = [difference(0), difference(1), replace(difference(2), key="killed")]


def written(log: Sequence[Decision], entry: Decision) -> Log:
    """The log with one entry more, as the store writes it."""
    last = log[-1].placed if log else ""
    return in_order([*log, replace(entry, knew=knew(log, entry), placed=place_after(entry.at, last))])


def union(*logs: Iterable[Decision]) -> Log:
    return in_order({entry.id: entry for log in logs for entry in log}.values())


@st.composite
def logs(draw: st.DrawFn, acts: int = 12) -> list[Log]:
    """The log of each person; their clocks are wrong by up to ten minutes, and may be set back."""
    skews = [draw(st.integers(-600, 600)) for _ in PEOPLE]
    held: list[Log] = [[] for _ in PEOPLE]
    for number in range(draw(st.integers(0, acts))):
        who = draw(st.integers(0, len(PEOPLE) - 1))
        if draw(st.integers(0, 5)) == 0:
            held[who] = union(held[who], draw(st.sampled_from(held)))
            continue
        moment = NOON + timedelta(seconds=skews[who] + draw(st.integers(0, 120)), microseconds=number)
        entry = draw(acts_on(held[who], PEOPLE[who], moment.isoformat(timespec="microseconds")))
        held[who] = written(held[who], entry)
    return held


@st.composite
def acts_on(draw: st.DrawFn, log: Log, reviewer: str, at: str) -> Decision:
    """An act on this log: a verdict, a task or, of an entry or an undo that is in effect, its undo."""
    standing = in_effect(log)
    if standing and draw(st.integers(0, 2)) == 0:
        return verdicts.undo(draw(st.sampled_from(standing)), log, reviewer=reviewer, at=at)
    one = draw(st.sampled_from(FOUND))
    match draw(st.integers(0, 4)):
        case 0:
            return verdicts.dismiss(one, reviewer=reviewer, at=at)
        case 1:
            return verdicts.assign(one, draw(st.sampled_from(PEOPLE)), reviewer=reviewer, at=at)
        case 2:
            return verdicts.defer(one, "2025-07-01", reviewer=reviewer, at=at)
        case _:
            return verdicts.accept(one, draw(st.integers(1, 2)), reviewer=reviewer, at=at)
