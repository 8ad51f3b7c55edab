"""Where everything hangs together, importing articles one by one still leaves what matching all anew does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from benchmarks.arriving import told
from benchmarks.crowd import Report, articles
from workbench import pipeline
from workbench.linking import articles as articles_linked
from workbench.linking import regrouping, running, whole
from workbench.models import Claim, Mention
from workbench.store import Store, open_store

TODAY = date(2026, 3, 1)
PEOPLE = ("Kişi 1", "Kişi 2", "Kişi 3")
LATE = 8
"""Articles that come one by one."""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(running, "_SHARE", float("inf"))
    with open_store(tmp_path / "claims.db") as opened:
        yield opened


def on_few_days(seed: int) -> Iterator[list[Report]]:
    """Reports of many events within a few days."""
    return articles(300, days=4, seed=seed)


def of_few_people(seed: int, vague: float) -> Iterator[list[Report]]:
    """Reports of meetings of the same people, a share of them without a day."""
    chance = Random(seed)
    for reports in articles(150, days=60, seed=seed):
        yield [replace(one, claim=_met(one.claim, chance, chance.random() < vague)) for one in reports]


def _met(claim: Claim, chance: Random, vague: bool) -> Claim:
    people = tuple(sorted(chance.sample(PEOPLE, 2)))
    mentions = tuple(Mention(name, 0, 1, "person", name) for name in people)
    kind = chance.choice(("talks", "meeting"))
    claim = replace(claim, participants=people, mentions=mentions, event_type=kind, quantities=())
    return replace(claim, date=None, place=None, lemmas=claim.lemmas[:3]) if vague else claim


@pytest.mark.parametrize(
    "share",
    [pytest.param(0.0, id="one link joins"), pytest.param(0.05, id="links must back one another")],
)
@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(lambda: on_few_days(10), id="events that new claims move, and others by them"),
        pytest.param(lambda: of_few_people(12, 0.6), id="claims that may be of one event or another"),
        pytest.param(lambda: of_few_people(13, 0.3), id="some claims that may be of several events"),
    ],
)
def test_what_hangs_together_may_come_one_by_one(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    reports: Callable[[], Iterator[list[Report]]],
    share: float,
) -> None:
    for module in (whole, articles_linked):
        monkeypatch.setattr(module, "backing", lambda _: share)
    told_of = [told(some) for some in reports()]
    for source, claims in told_of[:-LATE]:
        store.add_source(source, claims)
    pipeline.link_pending(store, today=TODAY)
    for source, claims in told_of[-LATE:]:
        store.add_source(source, claims)
        assert pipeline.link_pending(store, today=TODAY).changed
    linked = list(store.dump())
    pipeline.rematch(store, today=TODAY)
    assert list(store.dump()) == linked


def test_what_is_too_much_to_group_again_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    told_of = [told(some) for some in on_few_days(10)]
    for source, claims in told_of[:-LATE]:
        store.add_source(source, claims)
    pipeline.link_pending(store, today=TODAY)
    monkeypatch.setattr(regrouping, "MOST_JOINED", 0)
    left = []
    for source, claims in told_of[-LATE:]:
        store.add_source(source, claims)
        left.append(pipeline.link_pending(store, today=TODAY).left)
    assert max(left) > 0
