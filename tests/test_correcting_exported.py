"""Corrections in exports: whoever follows a value to its words meets whoever corrected them."""

from __future__ import annotations

from pathlib import Path

from correcting_acts import TODAY, claim_with, correct, imported, written

from workbench import pipeline
from workbench.decisions.claim_fields import put
from workbench.exporting import Choice, export
from workbench.store import open_store


def test_a_correction_is_in_the_log_of_the_event_of_its_claim(tmp_path: Path) -> None:
    with open_store(tmp_path / "claims.db") as store:
        imported(store, written(tmp_path / "articles"))
        claim = claim_with(store, "a.txt", "4 kişi")
        entry = correct(store, claim, put(claim, "modality", "denied"))
        pipeline.link_pending(store, today=TODAY)
        logs = {one.event.id: one.decisions for one in export(store, Choice("events"), today=TODAY).dossiers}
        (event,) = store.events_of_claims([claim.id])
        assert [key for key, log in logs.items() if log] == [event.id]
        assert logs[event.id] == (entry,)
