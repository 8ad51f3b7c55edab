"""A table that is gone is found, also one that no index or trigger belongs to."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from caring_bases import damaging

from workbench.caring.checking import check, repair
from workbench.store import open_store


@pytest.mark.parametrize("table", ["events", "lineages", "links", "matcher", "tallies", "claims_search"])
def test_a_derived_table_that_is_gone_is_made_anew(base: Path, table: str) -> None:
    with open_store(base) as store:
        before = list(store.dump())
    with damaging(base) as connection:
        connection.execute(f"DROP TABLE {table}")
    with open_store(base) as store:
        found = check(store)
        assert found.findings[0].text == f"file: {table}: there is no such table"
        assert all(one.mend for one in found.findings)
        repaired = repair(store, found, datetime(2025, 6, 1))
        assert (repaired.left.findings, repaired.failed) == ((), ())
        assert list(store.dump()) == before


@pytest.mark.parametrize("table", ["told", "saved_filters", "versions"])
def test_a_table_of_what_was_given_is_told(base: Path, table: str) -> None:
    with damaging(base) as connection:
        connection.execute(f"DROP TABLE {table}")
    with open_store(base) as store:
        first, *others = check(store).findings
    assert (first.text, first.mend) == (f"file: {table}: there is no such table", None)
    assert "backup" in first.hint
    assert not [one for one in others if one.check == "schema"]
