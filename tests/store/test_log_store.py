"""Looking up entries of the log, each read as far as it is asked for."""

from __future__ import annotations

from itertools import islice

import pytest
from store_samples import World, sample_decision

from workbench.store import Store, log_store


@pytest.fixture
def logged(filled: Store, world: World) -> Store:
    """k0 to k6: Ayşe and Veli in turn; k5 is an undo by Veli, k6 parts claims."""
    for number in range(5):
        name = "Ayşe" if number % 2 == 0 else "Veli"
        filled.append_decision(sample_decision(f"k{number}", world, reviewer=name))
    filled.append_decision(sample_decision("k5", world, reviewer="Veli", kind="undo", undoes="k0"))
    third = world.claims[2].id
    filled.append_decision(
        sample_decision(
            "k6", world, kind="different_events", discrepancy="", claims=(third,), value=f"{third}|x"
        )
    )
    return filled


@pytest.mark.parametrize("page", [1, 3, 100])
@pytest.mark.parametrize(
    ("reviewer", "ids"),
    [
        pytest.param(None, "k6 k5 k4 k3 k2 k1 k0", id="everybody"),
        pytest.param("Ayşe", "k6 k5 k4 k2 k0", id="one reviewer and all undos"),
        pytest.param("Veli", "k5 k3 k1", id="another"),
    ],
)
def test_the_log_backwards(
    logged: Store, monkeypatch: pytest.MonkeyPatch, page: int, reviewer: str | None, ids: str
) -> None:
    monkeypatch.setattr(log_store, "PAGE", page)
    assert [entry.id for entry in logged.decisions_backwards(reviewer)] == ids.split()
    assert [entry.id for entry in islice(logged.decisions_backwards(reviewer), 1)] == ids.split()[:1]


@pytest.mark.parametrize(
    ("discrepancy", "claim", "since", "ids"),
    [
        pytest.param("d1", None, None, "k0 k1 k2 k3 k4 k5", id="of a difference"),
        pytest.param("", None, None, "", id="of none, though an entry names none"),
        pytest.param("gone", 0, None, "k0 k1 k2 k3 k4 k5", id="of a claim"),
        pytest.param("gone", 2, None, "k6", id="of another claim"),
        pytest.param("gone", 2, "k4", "k4 k5 k6", id="and all since one"),
        pytest.param("gone", None, "no such entry", "", id="since none"),
    ],
)
def test_entries_around_a_difference(
    logged: Store, world: World, discrepancy: str, claim: int | None, since: str | None, ids: str
) -> None:
    claims = [] if claim is None else [world.claims[claim].id]
    found = logged.decisions_around(discrepancy, claims, since=since)
    assert [entry.id for entry in found] == ids.split()


def test_entries_by_id_and_by_what_they_regroup(logged: Store) -> None:
    assert set(logged.decisions_by_id(["k1", "k6", "no such entry"])) == {"k1", "k6"}
    assert logged.decision("no such entry") is None
    assert [entry.id for entry in logged.regrouping_entries()] == ["k5", "k6"]
