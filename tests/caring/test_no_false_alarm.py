"""What is as it should be is no finding."""

from __future__ import annotations

from pathlib import Path

from workbench.caring.checking import check
from workbench.pipeline import rematch
from workbench.store import open_store


def test_claims_that_were_read_anew_wait_for_their_matching(base: Path) -> None:
    with open_store(base) as store:
        row = next(one for one in store.sources() if one.file.endswith("sabah.txt"))
        claims = store.claims(source=row.id)
        store.replace_claims(store.source(row.id), claims[:1], {})
        assert len(claims) > 1
        assert check(store).findings == ()
        rematch(store)
        assert check(store).findings == ()
