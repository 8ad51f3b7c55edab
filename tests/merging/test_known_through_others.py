"""Who knew of whom through a verdict on another difference is known wherever one difference is looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from logs_apart import FOUND, Log, written

from workbench.decisions import verdicts
from workbench.decisions.log import Verdicts
from workbench.models import AttributeValue, Claim, Discrepancy, Event, Source
from workbench.store import open_store

TODAY = date(2025, 6, 15)
NAMES = ("c1", "c2", "c3", "c4")


def difference(name: str, claims: tuple[str, ...]) -> Discrepancy:
    values = tuple(
        AttributeValue(claim, "s1", said, said, said, f"{said:g}", "4", 0, 1)
        for claim, said in zip(claims, (4.0, 7.0, 7.0, 7.0), strict=False)
    )
    return replace(FOUND[0], id=name, values=values)


def test_a_verdict_is_known_through_one_on_claims_that_went_to_another_difference(tmp_path: Path) -> None:
    now = difference("d1", ("c1", "c2"))
    log: Log = []
    for minute, (found, label) in enumerate(
        [
            (difference("d1", NAMES), 1),
            (difference("d2", ("c3", "c4")), 1),
            (difference("d1", ("c1", "c2", "c3")), 2),
        ]
    ):
        at = f"2025-06-01T10:{minute:02}:00.000000+00:00"
        log = written(log, verdicts.accept(found, label, reviewer="Ayşe", at=at))
    assert log[2].knew == (log[1].id,)
    with open_store(tmp_path / "claims.db") as store:
        source = Source("s1", "a.txt", None, None, None, "tr", None, "x", "utf-8", "4 kişi " * 4, b"x")
        store.add_source(
            source,
            [
                Claim(name, "s1", 7 * place, 7 * place + 6, "4 kişi", None, "fire", "occurred", None)
                for place, name in enumerate(NAMES)
            ],
        )
        store.replace_matching([Event("e1", "Yangın", "fire", NAMES)], [], [now])
        for entry in log:
            store.append_decision(entry)
        for known in (store.decisions(), store.decisions_about([now])):
            assert Verdicts(known).disagreement(now) == []
            assert Verdicts(known).in_force(now) == log[2]
