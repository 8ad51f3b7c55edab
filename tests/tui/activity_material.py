"""A log of a week on the sample database: three reviewers, undone entries, one that is brought back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from built_once import built_once
from review_material import NOW, TODAY, sample

from workbench.decisions import verdicts
from workbench.models import Decision
from workbench.reviewing import decide, taking_back
from workbench.store import Store, open_store

_HOURS = (2, 20, 27, 27.2, 50, 75, 120, 140, 165, 190)
"""How long before `NOW` the entries were written, the newest first."""


@built_once
def logged(path: Path) -> Path:
    """The sample database with ten entries in its log: 2 and 8 are undone by 5 and 9, 5 by 7."""
    with open_store(sample(path)) as store:
        _write(store)
    return path


def _write(store: Store) -> None:
    times = iter([(NOW - timedelta(hours=hours)).isoformat() for hours in reversed(_HOURS)])

    def take(decision: Decision) -> Decision:
        decide(store, decision, today=TODAY)
        return decision

    def back(entry: Decision, reviewer: str, note: str | None = None) -> Decision:
        return take(taking_back(store, entry, reviewer=reviewer, at=next(times), note=note))

    injured, day, cost, total, place = (store.discrepancy(f"d{number}") for number in range(1, 6))
    take(verdicts.dismiss(day, reviewer="Barış", at=next(times)))
    first = take(
        verdicts.accept(injured, 1, reviewer="Ayşe", at=next(times), note="İki kaynak bunu söylüyor")
    )
    take(verdicts.note(total, "Hastaneye soruldu", reviewer="Ceren", at=next(times)))
    take(verdicts.defer(total, "2026-03-01", reviewer="Ayşe", at=next(times)))
    undone = back(first, "Barış", "Yeni rakam geldi")
    take(verdicts.enter(place, "Derebaşı köprüsü", reviewer="Ceren", at=next(times)))
    back(undone, "Ayşe")
    replaced = take(verdicts.accept(cost, 2, reviewer="Barış", at=next(times)))
    back(replaced, "Ceren", "Rakam kesin değil")
    take(verdicts.same_event(injured, reviewer="Ayşe", at=next(times)))
