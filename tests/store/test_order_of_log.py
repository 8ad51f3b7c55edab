"""The log is read in the order of its places, whatever came into the database when."""

from __future__ import annotations

from dataclasses import replace

from store_samples import World, sample_decision

from workbench.models import Decision
from workbench.models.order import FIRST, in_order, place_after, utc
from workbench.store import Store


def entry(name: str, world: World, hour: int, **changes: object) -> Decision:
    return sample_decision(name, world, at=f"2025-06-01T{hour:02}:00:00.000000+03:00", **changes)


def placed(decision: Decision) -> Decision:
    return replace(decision, placed=utc(decision.at))


def test_what_was_taken_earlier_elsewhere_stands_earlier_everywhere(filled: Store, world: World) -> None:
    filled.append_decision(entry("k1", world, 12))
    filled.append_decision(entry("k2", world, 14, reviewer="Barış"))
    theirs = [placed(entry("k3", world, 13)), placed(entry("k4", world, 9, reviewer="Barış"))]
    filled.take_over(theirs, lambda *_: {}, ())
    order = ["k4", "k1", "k3", "k2"]
    assert [one.id for one in filled.decisions()] == order
    assert [row.decision.id for row in filled.log_entries()] == order
    assert [one.id for one in filled.decisions_backwards()] == order[::-1]
    assert [one.id for one in filled.decisions_backwards("Barış")] == ["k2", "k4"]
    assert [one.id for one in filled.decisions_around("", (), since="k3")] == ["k3", "k2"]
    assert list(filled.log_list().seqs) == [2, 3, 1, 4]


def test_what_is_decided_here_stands_last_though_another_clock_is_ahead(filled: Store, world: World) -> None:
    filled.take_over([placed(entry("k1", world, 23))], lambda *_: {}, ())
    filled.append_decision(entry("k2", world, 9))
    filled.append_decision(entry("k3", world, 8))
    found = filled.decisions()
    assert [one.id for one in found] == ["k1", "k2", "k3"]
    assert [one.placed[17:26] for one in found] == ["00.000000", "00.000001", "00.000002"]
    assert in_order(reversed(found)) == found


def test_an_undo_that_came_before_what_it_takes_back_takes_it_back(filled: Store, world: World) -> None:
    undo = entry("k2", world, 10, kind="undo", undoes="k1", label=None, value=None)
    filled.take_over([placed(undo)], lambda *_: {}, ())
    filled.take_over([placed(entry("k1", world, 9))], lambda *_: {}, ())
    first, second = filled.log_entries()
    assert (first.decision.id, first.undone and first.undone.id) == ("k1", "k2")
    assert second.target == first.decision


def test_a_place_is_the_time_in_utc_or_just_behind_the_last_entry() -> None:
    last = place_after("2025-06-01T12:00:00+03:00", "")
    assert last == "2025-06-01T09:00:00.000000+00:00"
    assert place_after("2025-06-01T08:00:00Z", last) == "2025-06-01T09:00:00.000001+00:00"
    assert place_after("2025-06-01T12:00:00.000001+03:00", last) == "2025-06-01T09:00:00.000001+00:00"
    assert (utc("2025-06-01T09:00:00"), utc("soon"), utc("9999-12-31T23:59:59-12:00")) == (last, FIRST, FIRST)
    assert place_after("soon", "9999-12-31T23:59:59.999999+00:00") == "9999-12-31T23:59:59.999999+00:00"
