"""Differences on which reviewers disagree: a queue of their own, both verdicts shown, settled by one more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from acting import settled
from review_material import TODAY
from test_decide_keys import on_difference
from test_reviewing import shown

from workbench.decisions import verdicts
from workbench.merging import merge
from workbench.merging.reading import Offered
from workbench.models.order import utc
from workbench.store import QueueFilter, open_store
from workbench.tui.app import ReviewApp
from workbench.tui.narrowing import chips

MakeApp = Callable[..., ReviewApp]
DISPUTED = QueueFilter(disputed=("yes",))


@pytest.fixture
def disputed(db_path: Path) -> Path:
    with open_store(db_path) as store:
        one = store.discrepancy("d1")
        taken = [
            verdicts.accept(
                one, 1, reviewer="Ayşe", at="2026-02-09T10:00:00.000000+03:00", note="vali\x1b[31m"
            ),
            verdicts.accept(one, 2, reviewer="Mehmet", at="2026-02-09T11:00:00.000000+03:00"),
        ]
        offered = [Offered("theirs", replace(entry, placed=utc(entry.at))) for entry in taken]
        assert merge(store, offered, today=TODAY).disputed == ["d1"]
    return db_path


@pytest.mark.parametrize(
    ("language", "said"), [("en", "⇄ Reviewers disagree"), ("tr", "⇄ Denetçiler anlaşamıyor")]
)
async def test_both_verdicts_are_shown_and_one_more_settles_it(
    disputed: Path, make_app: MakeApp, language: str, said: str
) -> None:
    app = make_app(language=language)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await on_difference(pilot)
        text = shown(app)
        assert said in text
        assert "Ayşe" in text and "Mehmet" in text and "vali" in text and "\x1b" not in text
        assert screen.case is not None and screen.case.in_force is None
        await settled(pilot, "2")
        with open_store(disputed) as store:
            entry = store.decisions()[-1]
            assert len(entry.knew) == 2
            assert store.queue_rows(["d1"])["d1"].status == "resolved"
            assert store.queue_ids(DISPUTED) == []


def test_the_queue_is_narrowed_to_them_with_counts(disputed: Path) -> None:
    with open_store(disputed) as store:
        assert store.queue_ids(DISPUTED) == ["d1"]
        assert (store.queue_rows(["d1"])["d1"].disputed, store.queue_rows(["d1"])["d1"].status) == (
            True,
            "reopened",
        )
        counted = {one.value: one.count for one in store.queue_facets()["disputed"]}
        assert (counted["yes"], counted["no"]) == (1, len(store.queue_ids()) - 1)
        assert next(iter(counted)) == "yes"
    assert [(chip.text, chip.without) for chip in chips(DISPUTED, {})] == [
        ("Reviewers: disagree", QueueFilter())
    ]
