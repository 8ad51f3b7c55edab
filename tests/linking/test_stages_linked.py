"""Stages find their whole in whatever order the articles come, and whatever reviewers say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from stage_articles import ARTICLES

from workbench import pipeline, reviewing
from workbench.claims import read_claims
from workbench.decisions import belonging
from workbench.linking import running
from workbench.linking.telling import stage_and_whole
from workbench.models import Event
from workbench.sources import source_from_bytes
from workbench.store import Store, open_store

TODAY = date(2026, 3, 1)
EXCHANGE = ("whole_tr", "second_day_en", "first_day_en", "whole_en")
ORDERS = list(permutations(EXCHANGE))


def add(store: Store, names: Sequence[str]) -> None:
    for name in names:
        source = source_from_bytes(ARTICLES[name].encode(), f"{name}.txt")
        store.add_source(source, read_claims(source))


def holding(store: Store, number: float) -> Event:
    """The event of an exchange of so many."""
    claims = [c for c in store.claims() if any(q.value == number for q in c.quantities)]
    (found,) = {event.id: event for event in store.events_of_claims([c.id for c in claims])}.values()
    return found


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    with open_store(tmp_path_factory.mktemp("once") / "claims.db") as store:
        add(store, ARTICLES)
        pipeline.rematch(store, today=TODAY)
        return list(store.dump())


@pytest.mark.parametrize("order", ORDERS[::3], ids=", ".join)
def test_whole_and_stages_come_in_any_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: list[str], order: Sequence[str]
) -> None:
    monkeypatch.setattr(running, "_SHARE", float("inf"))
    with open_store(tmp_path / "claims.db") as store:
        for name in ("earlier_tr", *order, "visit_tr"):
            add(store, [name])
            pipeline.link_pending(store, today=TODAY)
            assert store.integrity() == []
        assert list(store.dump()) == at_once


def test_each_day_is_a_stage_and_an_earlier_exchange_is_not(tmp_path: Path) -> None:
    with open_store(tmp_path / "claims.db") as store:
        add(store, ARTICLES)
        pipeline.rematch(store, today=TODAY)
        whole = holding(store, 900)
        stages = [holding(store, number) for number in (310, 290, 300)]
        assert [stage.parent for stage in stages] == [whole.id] * len(stages)
        assert store.stages_of(whole.id) == stages
        assert (whole.parent, holding(store, 44).parent) == (None, None)
        assert stage_and_whole(store, stages[0].claims[0], whole.claims[0]) is not None
        told = stage_and_whole(store, stages[0].claims[0], stages[1].claims[0])
        assert told == f"two stages of one whole: {whole.label}"
        assert not [found for found in store.discrepancies() if found.verdict != "superseded"]


def test_a_meeting_belongs_to_its_visit(tmp_path: Path) -> None:
    with open_store(tmp_path / "claims.db") as store:
        add(store, ["visit_tr"])
        pipeline.rematch(store, today=TODAY)
        found = {event.event_type: event for event in store.events()}
        assert found["meeting"].parent == found["visit"].id


def test_reviewers_may_make_a_stage_and_its_whole_one(tmp_path: Path) -> None:
    with open_store(tmp_path / "claims.db") as store:
        add(store, ARTICLES)
        pipeline.rematch(store, today=TODAY)
        whole, stage = holding(store, 900), holding(store, 310)
        one = belonging.merge(whole, stage, reviewer="ayse", at="2026-02-01T10:00:00.000000+03:00")
        reviewing.decide(store, one, today=TODAY)
        pipeline.link_pending(store, today=TODAY)
        linked = list(store.dump())
        assert holding(store, 900).id == holding(store, 310).id
        assert all(event.parent != event.id for event in store.events())
        pipeline.rematch(store, today=TODAY)
        assert list(store.dump()) == linked
