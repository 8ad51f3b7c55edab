"""What the event screen shows, without a screen: the grid, the timeline, the record, the history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest
from event_material import holding, matched
from review_material import TODAY

from workbench import reviewing
from workbench.decisions import verdicts
from workbench.decisions.policies import load_policy
from workbench.models import Decision, Discrepancy, Publication
from workbench.records.grid import Grid, build_grid, columns
from workbench.store import SourceRow, Store, open_store
from workbench.tui.event.about import cell_passages
from workbench.tui.event.dossier import Dossier, read_dossier
from workbench.tui.event.pages import ClaimsPage, HistoryPage, RecordPage, TimelinePage, held, json_lines
from workbench.tui.event.timeline import Day, Replaced, StageLine, Told, build_timeline

WHO = {"reviewer": "Ayşe", "at": "2026-02-10T09:30:00.000000+00:00"}
Make = Callable[[Discrepancy], Decision]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(matched(tmp_path / "claims.db")) as opened:
        yield opened


def read(store: Store, number: float) -> Dossier:
    return read_dossier(store, holding(store, number).id, TODAY)


def found(dossier: Dossier, verdict: str) -> Discrepancy:
    return next(one for one in dossier.discrepancies if one.verdict == verdict)


def signs(dossier: Dossier, attribute: str = "injured") -> dict[str, list[str]]:
    """By file, how its values stand."""
    row = next(row for row in build_grid(dossier).rows if row.name.startswith(attribute))
    files = {source: dossier.sources[source].file for source in row.cells}
    return {files[source]: [one.agreement for one in cell.given] for source, cell in row.cells.items()}


def published(day: date | None) -> Publication | None:
    return day and Publication(day, day, day, "day", "stated", "", "")


def source(name: str, day: date | None, copy_of: str | None = None) -> SourceRow:
    return SourceRow(name, f"{name}.txt", None, None, published(day), "tr", None, name, 1, copy_of)


# The grid


def test_values_of_claims_of_other_events_are_shown_with_their_words(store: Store) -> None:
    """As the dated calls are, of events of their own, that a total of calls is held against."""
    fire, exchange = holding(store, 14), holding(store, 900)
    one, claim = store.discrepancies(event=fire.id)[0], store.claims(event=exchange.id)[0]
    strange = replace(one.values[0], claim=claim.id, source=claim.source, start=claim.start, end=claim.end)
    store.replace_matching(store.events(), [], [replace(one, values=(*one.values, strange))])
    dossier = read_dossier(store, fire.id, TODAY)
    grid = build_grid(dossier)
    (row,) = (row for row in grid.rows if row.discrepancies)
    assert claim.source in [column.source.id for column in grid.columns]
    assert claim.text in cell_passages(dossier, row, row.cell(claim.source)).plain
    assert claim.source not in dossier.telling() and len(dossier.telling()) == 3


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        pytest.param(None, {"open"}, id="nothing holds while it is open"),
        pytest.param(lambda one: verdicts.accept(one, 1, **WHO), {"agrees", "differs"}, id="accepted"),
        pytest.param(lambda one: verdicts.enter(one, "20", **WHO), {"agrees", "differs"}, id="entered"),
        pytest.param(lambda one: verdicts.dismiss(one, **WHO), {"agrees"}, id="not a conflict"),
        pytest.param(lambda one: verdicts.unsettled(one, **WHO), {"differs"}, id="cannot be settled"),
        pytest.param(lambda one: verdicts.defer(one, "2030-01-01", **WHO), {"open"}, id="deferred"),
        pytest.param(lambda one: verdicts.give_range(one, "10", "30", **WHO), {"agrees"}, id="a range"),
        pytest.param(
            lambda one: verdicts.supersede(one, 1, **WHO), {"agrees", "superseded"}, id="superseded"
        ),
    ],
)
def test_each_value_is_held_against_what_holds(store: Store, make: Make | None, expected: set[str]) -> None:
    dossier = read(store, 14)
    if make:
        reviewing.decide(store, make(found(dossier, "conflict")), today=TODAY)
        dossier = read(store, 14)
    conflict = found(dossier, "conflict")
    given = [
        one
        for row in build_grid(dossier).rows
        for cell in row.cells.values()
        for one in cell.given
        if one.discrepancy == conflict.id
    ]
    assert {one.agreement for one in given} == expected
    assert {one.number for one in given} == {1, 2}
    texts = {claim.id: claim for claim in dossier.claims}
    for one in given:
        claim = texts[one.claim]
        assert claim.text[one.start - claim.start : one.end - claim.start].strip()


def test_a_figure_that_was_replaced_is_marked_so(store: Store) -> None:
    dossier = read(store, 14)
    superseded = found(dossier, "superseded")
    marked = {
        one.label: one.agreement
        for row in build_grid(dossier).rows
        for cell in row.cells.values()
        for one in cell.given
        if one.discrepancy == superseded.id
    }
    assert marked == {"14": "superseded", "at least 17": "agrees"}


def test_undisputed_attributes_agree_and_the_others_are_silent(store: Store) -> None:
    dossier = read(store, 14)
    grid = build_grid(dossier)
    assert [row.name for row in grid.rows][:2] == ["date", "place"]
    place = next(row for row in grid.rows if row.name == "place")
    assert {cell.agreement for cell in place.cells.values()} == {"agrees"}
    assert not place.undecided
    assert held(place) == "Akçakum"
    whole = read(store, 900)
    silent = [row.cell(column.source.id) for row in build_grid(whole).rows for column in grid.columns]
    assert {cell.agreement for cell in silent} == {"silent"}


def test_copies_stand_behind_their_original_and_originals_by_their_day() -> None:
    rows = [
        source("late", date(2026, 2, 5)),
        source("copy", date(2026, 2, 1), "late"),
        source("early", date(2026, 2, 3)),
        source("undated", None),
    ]
    found = columns({row.id: row for row in rows})
    assert [(column.source.id, column.copy) for column in found] == [
        ("late", False),
        ("copy", True),
        ("early", False),
        ("undated", False),
    ]


# The timeline


def test_the_timeline_goes_by_day_then_by_day_of_telling(store: Store) -> None:
    moments = build_timeline(read(store, 14))
    days = [one.span for one in moments if isinstance(one, Day)]
    known = [span for span in days if span]
    assert known == sorted(known)
    assert days[-1] is None or None not in days
    for _is_day, group in groupby(moments, key=lambda one: isinstance(one, Day)):
        told = [one.published for one in group if isinstance(one, Told) and one.published]
        assert told == sorted(told)


def test_a_replaced_figure_is_followed_by_what_replaced_it(store: Store) -> None:
    moments = build_timeline(read(store, 14))
    (replaced,) = [one for one in moments if isinstance(one, Replaced)]
    before = moments[moments.index(replaced) - 1]
    assert isinstance(before, Told)
    assert before.claim.id == replaced.claim
    assert (replaced.label, replaced.by, replaced.published) == ("14", "at least 17", date(2026, 2, 4))


def test_stages_stand_at_their_days(store: Store) -> None:
    moments = build_timeline(read(store, 900))
    stages = [one.event.id for one in moments if isinstance(one, StageLine)]
    assert set(stages) == {holding(store, number).id for number in (310, 290, 300)}
    page = TimelinePage(read(store, 900), set())
    assert {page.event(line) for line in range(len(page))} - {None} == set(stages)


# Lists


@pytest.mark.parametrize("width", [10, 40, 78, 200])
def test_lines_are_as_wide_as_they_should_be_and_inert(store: Store, width: int) -> None:
    dossier = read(store, 14)
    hostile = replace(dossier.claims[0], text="\x1b]0;x\x07[bold]\u202e" + "uzun " * 500)
    dossier = replace(dossier, claims=(hostile, *dossier.claims[1:]))
    pages = [TimelinePage(dossier, {hostile.id}), ClaimsPage(dossier, set()), HistoryPage(dossier)]
    pages.append(RecordPage(dossier, as_json=False))
    for page in pages:
        for line in range(len(page)):
            text = "".join(run for run, _tone in page.runs(line, width))
            assert not {"\x1b", "\x07", "\u202e"} & set(text)
            assert len(text) <= max(width, 60)


def test_every_claim_can_be_picked_in_both_lists(store: Store) -> None:
    dossier = read(store, 14)
    for page in (TimelinePage(dossier, set()), ClaimsPage(dossier, set())):
        there = {page.claim(line) for line in range(len(page)) if page.stops(line)}
        assert there - {None} == set(dossier.event.claims)


def test_the_record_shows_what_is_open_and_the_json_is_the_export(store: Store) -> None:
    dossier = read(store, 14)
    readable = RecordPage(dossier, as_json=False)
    text = "\n".join("".join(run for run, _ in readable.runs(line, 90)) for line in range(len(readable)))
    assert "open" in text and "○" in text and "Akçakum" in text
    assert json_lines(dossier)[1].strip() == f'"id": "{dossier.event.id}",'


@pytest.mark.parametrize(("policy", "shown"), [("latest", True), ("reviewed-only", False)])
def test_the_record_shows_what_the_policy_of_the_settings_would_choose(
    store: Store, policy: str, shown: bool
) -> None:
    there = read_dossier(store, holding(store, 14).id, TODAY, load_policy(policy))
    page = RecordPage(there, as_json=False)
    text = "\n".join("".join(run for run, _ in page.runs(line, 120)) for line in range(len(page)))
    assert ("→ " in text) == shown
    assert (f"policy {policy}: told last" in text) == shown


def test_the_history_has_what_was_taken_back_too(store: Store) -> None:
    dossier = read(store, 14)
    entry = verdicts.accept(found(dossier, "conflict"), 1, **WHO, note="iki liste")
    reviewing.decide(store, entry, today=TODAY)
    taken_back = reviewing.taking_back(store, entry, reviewer="Zeynep", at="2026-02-11T09:30:00.000000+00:00")
    reviewing.decide(store, taken_back, today=TODAY)
    page = HistoryPage(read(store, 14))
    lines = ["".join(run for run, _ in page.runs(line, 100)) for line in range(len(page))]
    assert "Zeynep" in lines[0] and "↶" in lines[1] and "iki liste" in lines[1]


def test_the_grid_of_an_event_without_differences(store: Store) -> None:
    grid: Grid = build_grid(read(store, 44))
    assert not any(row.undecided for row in grid.rows)
    assert {cell.agreement for row in grid.rows for cell in row.cells.values()} <= {"agrees", "several"}
