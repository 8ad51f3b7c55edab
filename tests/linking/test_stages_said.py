"""The parent that a reviewer gives an event holds through every matching, and none makes a loop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from stage_articles import ARTICLES
from test_stages_linked import TODAY, add, holding

from workbench import pipeline, reviewing
from workbench.decisions import undo
from workbench.decisions.parents import stage
from workbench.errors import DecisionError
from workbench.linking import running
from workbench.linking.telling import why_stage
from workbench.models import Decision, Event
from workbench.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    # Whatever the share of what is new: it is linked to what stands.
    monkeypatch.setattr(running, "_SHARE", float("inf"))
    with open_store(tmp_path / "claims.db") as opened:
        yield opened


def fill(store: Store, names: Sequence[str] = tuple(ARTICLES)) -> None:
    add(store, names)
    pipeline.link_pending(store, today=TODAY)


def say(store: Store, one: Event, whole: Event | None, second: int = 0) -> Decision:
    at = f"2026-02-01T10:00:{second:02}.000000+03:00"
    entry = stage(one, whole, reviewer="ayse", at=at)
    write(store, entry)
    return entry


def write(store: Store, entry: Decision) -> None:
    """Takes the decision and links again; matching everything anew must give the same."""
    reviewing.decide(store, entry, today=TODAY)
    pipeline.link_pending(store, today=TODAY)
    settled(store)


def settled(store: Store) -> None:
    linked = list(store.dump())
    pipeline.rematch(store, today=TODAY)
    assert list(store.dump()) == linked
    assert store.integrity() == []


def test_a_stage_of_what_the_matcher_would_not_choose(store: Store) -> None:
    fill(store)
    earlier, whole = holding(store, 44), holding(store, 900)
    entry = say(store, earlier, whole)
    assert holding(store, 44).parent == whole.id
    assert holding(store, 44) in store.stages_of(whole.id)
    assert entry.id in why_stage(store, holding(store, 44), whole)
    write(store, undo(entry, store.decisions(), reviewer="ayse", at="2026-02-01T11:00:00.000000+03:00"))
    assert holding(store, 44).parent is None


def test_a_stage_of_none_though_the_matcher_finds_one(store: Store) -> None:
    fill(store)
    whole = holding(store, 900)
    entry = say(store, holding(store, 310), None)
    assert holding(store, 310).parent is None
    assert [one.id for one in store.stages_of(whole.id)] == [
        holding(store, number).id for number in (290, 300)
    ]
    write(store, undo(entry, store.decisions(), reviewer="ayse", at="2026-02-01T11:00:00.000000+03:00"))
    assert holding(store, 310).parent == whole.id


def test_the_matcher_yields_where_a_reviewer_turns_stage_and_whole_round(store: Store) -> None:
    fill(store)
    day, whole = holding(store, 310), holding(store, 900)
    say(store, whole, day)
    assert (holding(store, 900).parent, holding(store, 310).parent) == (day.id, None)
    assert holding(store, 290).parent == whole.id


def test_what_reviewers_said_makes_no_loop(store: Store) -> None:
    fill(store)
    earlier, whole = holding(store, 44), holding(store, 900)
    say(store, earlier, whole)
    with pytest.raises(DecisionError, match="own stage"):
        say(store, holding(store, 900), holding(store, 44), 1)
    assert len(store.decisions()) == 1


@pytest.mark.parametrize("late", ["whole_en", "second_day_en", "visit_tr"])
def test_it_holds_when_articles_come_later(store: Store, late: str) -> None:
    fill(store, [name for name in ARTICLES if name != late])
    whole = holding(store, 900)
    say(store, holding(store, 44), whole)
    say(store, holding(store, 290), None, 1)
    fill(store, [late])
    assert holding(store, 44).parent == holding(store, 900).id
    assert holding(store, 290).parent is None
    settled(store)


def test_a_whole_that_is_replaced_keeps_its_stage(store: Store) -> None:
    fill(store, ["whole_en", "earlier_tr"])
    before = holding(store, 900)
    say(store, holding(store, 44), before)
    fill(store, ["whole_tr", "first_day_en"])
    assert holding(store, 44).parent == holding(store, 900).id
    settled(store)
