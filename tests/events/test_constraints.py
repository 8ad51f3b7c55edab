"""What reviewers said binds the grouping, whatever the matcher finds likely."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from event_making import feature, on
from hypothesis import given
from hypothesis import strategies as st

from workbench.decisions import different_events
from workbench.decisions.belonging import different, same
from workbench.decisions.contradictions import contradictions
from workbench.events.features import Features
from workbench.events.grouping import group
from workbench.events.verdicts import Constraints, constraints
from workbench.models import AttributeValue, Claim, Decision, Discrepancy

DAY = date(2025, 5, 3)
BAR = 3.0
AT = "2025-06-01T10:00:00.000000+03:00"


def claim(name: str) -> Claim:
    return Claim(name, f"s-{name}", 0, 6, f"told {name}", None, "fire", "occurred", None)


def said(act: str) -> Decision:
    """ "a=b=c" for one event, "a/b" for two."""
    if "/" in act:
        one, other = map(claim, act.split("/"))
        return different(one, other, [], reviewer="Ayşe", at=AT)
    return same([claim(name) for name in act.split("=")], [], reviewer="Ayşe", at=AT)


def test_what_a_verdict_on_a_discrepancy_keeps_apart() -> None:
    values = tuple(
        AttributeValue(name, "s", number, number, number, str(number), "", 0, 0)
        for name, number in (("a", 4), ("b", 4), ("c", 7))
    )
    found = Discrepancy("d", "e", "count", "", "conflict", "low", values, "")
    said_by = constraints([different_events(found, reviewer="A", at=AT)])
    assert said_by == Constraints((), {"a": frozenset("c"), "b": frozenset("c"), "c": frozenset("ab")})


def test_where_a_log_contradicts_itself_one_event_holds() -> None:
    assert constraints([said("a=b"), said("a/b"), said("a/c")]) == Constraints(
        (("a", "b"),), {"a": frozenset("c"), "c": frozenset("a")}
    )


def named(*days: int | None) -> list[Features]:
    """One claim for each day of May it gives, or that gives none, named a, b, c ..."""
    made = []
    for number, day in enumerate(days):
        item = feature() if day is None else feature(date=on(DAY + timedelta(day)), dated=True)
        made.append(replace(item, claim=chr(ord("a") + number)))
    return made


LINKED = [(9.0, 0, 1), (8.0, 2, 3), (7.0, 1, 2)]


@pytest.mark.parametrize(
    ("acts", "days", "expected"),
    [
        pytest.param((), (None,) * 4, ["abcd"], id="nothing said"),
        pytest.param(("b/c",), (None,) * 4, ["ab", "cd"], id="a link is refused"),
        pytest.param(("a/d",), (None,) * 4, ["ab", "cd"], id="through others"),
        pytest.param(("a=d",), (0, 0, 20, 20), ["abcd"], id="days far apart are put together"),
        pytest.param((), (0, 0, 20, 20), ["ab", "cd"], id="which nobody does otherwise"),
        pytest.param(("a=c",), (0, 0, 20, 20), ["abcd"], id="each telling keeps the claims that fit it"),
        pytest.param(("a=d", "a/b"), (None,) * 4, ["acd", "b"], id="both kinds"),
        pytest.param(("a=x",), (None,) * 4, ["abcd"], id="a claim that is not here"),
    ],
)
def test_reviewers_stand_above_the_matcher(
    acts: tuple[str, ...], days: tuple[int | None, ...], expected: list[str]
) -> None:
    by_reviewers = constraints([said(act) for act in acts])
    groups = group(named(*days), LINKED, BAR, by_reviewers.cannot, by_reviewers.must)
    assert ["".join(chr(ord("a") + at) for at in members) for members in groups] == expected


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        pytest.param((), [[0], [1], [2]], id="it may as well be either of two events"),
        pytest.param(("a=c",), [[0, 1, 2]], id="which a reviewer put into one"),
    ],
)
def test_what_has_no_day_joins_two_events_that_are_one(
    acts: tuple[str, ...], expected: list[list[int]]
) -> None:
    by_reviewers = constraints([said(act) for act in acts])
    links = [(5.0, 0, 1), (5.0, 1, 2)]
    assert group(named(0, None, 20), links, BAR, by_reviewers.cannot, by_reviewers.must) == expected


COUNT = 7
positions = st.integers(0, COUNT - 1)
links = st.lists(st.tuples(st.floats(0, 9), positions, positions), max_size=20)
words = st.lists(st.tuples(positions, st.sampled_from("=/"), positions), max_size=8)
days_told = st.lists(st.none() | st.integers(0, 3).map(lambda n: n * 10), min_size=COUNT, max_size=COUNT)


@given(words, days_told, links)
def test_what_was_said_holds_after_any_matching(
    said_words: list[tuple[int, str, int]], days: list[int | None], scored: list[tuple[float, int, int]]
) -> None:
    items = named(*days)
    log: list[Decision] = []
    for a, how, b in said_words:
        entry = said(f"{items[a].claim}{how}{items[b].claim}") if a != b else None
        if entry and next(contradictions([*log, entry]), None) is None:
            log.append(entry)
    asked = constraints(log)
    groups = group(items, scored, BAR, asked.cannot, asked.must)
    assert sorted(at for members in groups for at in members) == list(range(COUNT))
    event = {items[at].claim: number for number, members in enumerate(groups) for at in members}
    for entry in log:
        for one, other in combinations(entry.claims, 2):
            assert (event[one] == event[other]) == (entry.kind == "same_event")
