"""Filters, sorts, facets and counts of the queue, against what plain Python finds in its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args

import pytest
from store_samples import World, sample_change, sample_date, sample_discrepancy

from workbench.models import Decision, Discrepancy, Event, Judgement, Publication
from workbench.store import FacetName, QueueFilter, QueueRow, QueueSort, SavedFilter, Store
from workbench.store.queue import queue_rows_in_order

MOMENT = "2025-06-01T10:00:00+03:00"
JUDGED = {
    "d1": Judgement("resolved", "Ayşe", MOMENT, "Bora"),
    "d2": Judgement("dismissed", "Bora", "2025-05-31T23:00:00+00:00"),
    "d4": Judgement("reopened", "Ayşe", MOMENT),
    "d5": Judgement("open", assignee="Bora"),
}


def judge(log: object, found: object) -> dict[str, Judgement]:
    return JUDGED


def published(day: date) -> Publication:
    return Publication(day, day, day, "day", "stated", "", "")


@pytest.fixture
def queue(store: Store, world: World) -> Store:
    """Six discrepancies of four events: a day, a month, a span over two months, and no date."""
    first, second = (
        replace(source, published=published(date(2025, 5, day)))
        for source, day in zip(world.sources, (4, 6), strict=True)
    )
    for source in (first, second):
        store.add_source(source, world.of(source))
    fire, speech, other, road = world.claims
    span = sample_date(first, "3 Mayıs", date(2025, 5, 3))
    events = (
        Event("e1", "Yangın", "fire", (fire.id,), span),
        Event("e2", "Konuşma", "statement", (speech.id,), replace(span, end=date(2025, 5, 31))),
        Event("e3", "Görüşme", "talks", (other.id,), replace(span, start=date(2024, 12, 30))),
        Event("e4", "Yol", "other", (road.id,)),
    )
    values = world.discrepancies[0].values
    copies = tuple(replace(value, origin=first.id) for value in values)
    found = (
        sample_discrepancy("d1", events[0], values, severity="medium"),
        sample_discrepancy("d2", events[0], values[:1], key="killed"),
        sample_discrepancy("d3", events[1], copies, attribute="date", key="", severity="low"),
        sample_discrepancy("d4", events[1], values[:1], verdict="tension", key="killed"),
        sample_discrepancy("d5", events[2], values[1:], attribute="place", key=""),
        sample_discrepancy("d6", events[3], values, attribute="total", verdict="superseded"),
    )
    store.replace_matching(events, (), found, judge)
    return store


def test_a_row_tells_what_the_columns_show(queue: Store) -> None:
    rows = queue.queue_rows(["d1", "d3", "d6"])
    told = {
        key: (row.origins, row.newest, row.event_type, row.event_start, row.event_end)
        for key, row in rows.items()
    }
    assert told == {
        "d1": (2, "2025-05-06", "fire", "2025-05-03", "2025-05-03"),
        "d3": (1, "2025-05-06", "statement", "2025-05-03", "2025-05-31"),
        "d6": (2, "2025-05-06", "other", "", ""),
    }
    assert (rows["d1"].reviewer, rows["d1"].assignee, rows["d3"].reviewer) == ("Ayşe", "Bora", "")


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param(QueueFilter(event_types=("fire", "talks")), {"d1", "d2", "d5"}, id="by event types"),
        pytest.param(QueueFilter(periods=("2025-05",)), {"d1", "d2", "d3", "d4"}, id="by a month"),
        pytest.param(QueueFilter(periods=("2024",)), {"d5"}, id="by the year an event begins in"),
        pytest.param(QueueFilter(periods=("2024-12",)), set(), id="what is longer is in no month"),
        pytest.param(QueueFilter(periods=("2025", "")), {"d1", "d2", "d3", "d4", "d6"}, id="or undated"),
        pytest.param(QueueFilter(since="2025-05-04"), {"d3", "d4"}, id="since a day"),
        pytest.param(QueueFilter(until="2025-01-01"), {"d5"}, id="until a day"),
        pytest.param(QueueFilter(since="2025-01-01", until="2025-05-02"), {"d5"}, id="between days"),
        pytest.param(QueueFilter(reviewers=("Ayşe",)), {"d1", "d4"}, id="by who decided"),
        pytest.param(QueueFilter(assignees=("Bora",)), {"d1", "d5"}, id="by whom it is given to"),
        pytest.param(QueueFilter(assignees=("",), reviewers=("",)), {"d3", "d6"}, id="nobody's"),
        pytest.param(
            QueueFilter(event_types=("fire",), reviewers=("Bora",), severities=("high",)), {"d2"}, id="all"
        ),
    ],
)
def test_the_queue_is_narrowed(queue: Store, chosen: QueueFilter, expected: set[str]) -> None:
    assert set(queue.queue_ids(chosen)) == expected
    assert set(queue.queue_order(chosen)) == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        pytest.param("severity", ["d5", "d4", "d6", "d3", "d2", "d1"], id="severity"),
        pytest.param("newest", ["d5", "d6", "d3", "d4", "d1", "d2"], id="newest evidence"),
        pytest.param("event", ["d4", "d3", "d5", "d6", "d2", "d1"], id="event by its date"),
        pytest.param("origins", ["d6", "d5", "d4", "d3", "d1", "d2"], id="most origins"),
        pytest.param("attribute", ["d4", "d3", "d5", "d6", "d1", "d2"], id="attribute"),
    ],
)
def test_what_waits_comes_first_in_every_order(queue: Store, sort: QueueSort, expected: list[str]) -> None:
    order = queue.queue_order(None, sort)
    assert list(order) == expected
    assert [order.undecided(row) for row in range(6)] == [True] * 4 + [False] * 2


def _values(row: QueueRow, facet: FacetName, store: Store) -> set[str]:
    """What a row has of a facet."""
    if facet == "sources":
        return {value.source for value in store.discrepancy(row.id).values}
    if facet == "periods":
        year, month = row.event_start[:4], row.event_start[:7]
        return {year, month} if month == row.event_end[:7] else {year}
    plain: dict[FacetName, str] = {
        "attributes": row.attribute,
        "verdicts": row.verdict,
        "severities": row.severity,
        "statuses": row.status,
        "disputed": "yes" if row.disputed else "no",
        "event_types": row.event_type,
        "reviewers": row.reviewer,
        "assignees": row.assignee,
    }
    return {plain[facet]}


_CHOICES: list[Callable[[QueueFilter, World], QueueFilter]] = [
    lambda chosen, world: chosen,
    lambda chosen, world: replace(chosen, event_types=("fire",)),
    lambda chosen, world: replace(chosen, periods=("2025",), severities=("high", "medium")),
    lambda chosen, world: replace(chosen, sources=(world.sources[1].id,)),
    lambda chosen, world: replace(chosen, sources=(world.sources[1].id,), attributes=("count",)),
    lambda chosen, world: replace(chosen, text="yangin", statuses=("resolved", "open")),
    lambda chosen, world: replace(chosen, reviewers=("",), verdicts=("superseded",)),
]


@pytest.mark.parametrize("choose", _CHOICES)
def test_each_facet_is_counted_under_the_choices_of_the_others(
    queue: Store, world: World, choose: Callable[[QueueFilter, World], QueueFilter]
) -> None:
    chosen = choose(QueueFilter(), world)
    for facet, values in queue.queue_facets(chosen).items():
        others = replace(chosen, **{facet: ()})
        expected: Counter[str] = Counter()
        for row in queue.queue_rows(queue.queue_ids(others)).values():
            expected.update(_values(row, facet, queue))
        counted = {value.value: value.count for value in values}
        assert {value: count for value, count in counted.items() if count} == dict(expected)
        assert set(getattr(chosen, facet)) <= counted.keys()


def test_facets_stand_in_an_order_that_helps(queue: Store) -> None:
    facets = queue.queue_facets()
    assert [value.value for value in facets["severities"]] == ["high", "medium", "low"]
    assert [value.value for value in facets["periods"]] == ["2025", "2025-05", "2024", ""]
    assert [value.value for value in facets["attributes"]] == ["count", "date", "place", "total"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("A.TXT", ["a.txt"]), ("txt", ["b.txt", "a.txt"]), ("txt b", ["b.txt"]), ("%", [])],
)
def test_sources_are_found_by_words_of_their_names(queue: Store, typed: str, expected: list[str]) -> None:
    facets = queue.queue_facets(source_text=typed)
    assert [value.label for value in facets["sources"]] == expected


def test_a_chosen_source_stays_in_sight(queue: Store, world: World) -> None:
    chosen = QueueFilter(sources=(world.sources[0].id,), attributes=("place",))
    facets = queue.queue_facets(chosen, source_text="a.txt")
    assert [(value.label, value.count) for value in facets["sources"]] == [("b.txt", 0), ("a.txt", 1)]


def test_progress_is_counted_for_all_and_for_one(queue: Store) -> None:
    today = datetime(2025, 6, 1, tzinfo=UTC)
    counts = queue.queue_counts("Ayşe", today)
    assert (counts.total, counts.waiting, counts.decided, counts.decided_by) == (6, 4, 1, 1)
    assert queue.queue_counts("Bora", today).waiting_for == 1
    assert queue.queue_counts("Bora", datetime(2025, 5, 31, tzinfo=UTC)).decided_by == 1


def test_what_rows_show_is_right_after_one_article_more(filled: Store, world: World) -> None:
    change = sample_change(world, generation=filled.standing().generation)
    assert filled.change_matching(change, lambda log, found: {"d4": Judgement("open", assignee="Ayşe")})
    row = filled.queue_rows(["d4"])["d4"]
    assert (row.origins, row.event_type, row.event_start, row.assignee) == (1, "fire", "2025-05-03", "Ayşe")
    assert filled.integrity() == []


def test_another_day_of_publication_is_another_age(queue: Store, world: World) -> None:
    source = replace(world.sources[1], published=published(date(2025, 5, 9)))
    queue.replace_claims(source, world.of(source), {})
    assert {key: row.newest for key, row in queue.queue_rows(["d1", "d2"]).items()} == {
        "d1": "2025-05-09",
        "d2": "2025-05-04",
    }
    assert queue.integrity() == []


@pytest.mark.parametrize(
    "change", ["origins = 7", "newest = ''", "event_type = 'x'", "event_end = '2026-01-01'"]
)
def test_a_wrong_column_is_found(queue: Store, change: str) -> None:
    queue._db.execute(f"UPDATE discrepancies SET {change} WHERE id = 'd1'")
    assert len(queue.integrity()) == 1


def test_a_decision_writes_who_took_it_and_an_assignment_whom_it_is_for(queue: Store) -> None:
    def judged(log: object, found: list[Discrepancy]) -> dict[str, Judgement]:
        return {one.id: Judgement("resolved", "Can", MOMENT, "Ece") for one in found}

    entry = Decision("k1", "dismiss", "d3", "e2", "date", "", (), "Can", MOMENT)
    assert queue.append_decision(entry, judged) == {"d3": "resolved"}  # type: ignore[arg-type]
    row = queue.queue_rows(["d3"])["d3"]
    assert (row.status, row.reviewer, row.assignee) == ("resolved", "Can", "Ece")


def test_what_the_log_says_survives_a_matching_that_does_not_ask_it(queue: Store) -> None:
    before = queue.queue_rows(queue.queue_ids())
    queue.replace_matching(queue.events(), (), queue.discrepancies())
    assert queue.queue_rows(queue.queue_ids()) == before


@pytest.mark.parametrize(
    ("filter_", "sort"),
    [
        pytest.param('{"statuses":["unheard of"]}', "severity", id="value"),
        pytest.param("{}", "unheard of", id="order"),
    ],
)
def test_a_filter_of_a_newer_program_is_named_as_unreadable(queue: Store, filter_: str, sort: str) -> None:
    queue.save_filter(SavedFilter("mine", QueueFilter(), "event"))
    queue._db.execute("INSERT INTO saved_filters VALUES ('newer', ?, ?)", (filter_, sort))
    queue._db.conn.commit()
    assert [one.name for one in queue.saved_filters()] == ["mine"]
    assert queue.unreadable_filters() == ["newer"]


def test_filters_are_kept_under_names_that_all_share(queue: Store) -> None:
    mine = SavedFilter("Ölü sayıları", QueueFilter(attributes=("count",), text="yangın"), "newest")
    queue.save_filter(mine)
    queue.save_filter(SavedFilter("mayıs", QueueFilter(periods=("2025-05",)), "event"))
    assert [one.name for one in queue.saved_filters()] == ["mayıs", "Ölü sayıları"]
    queue.save_filter(replace(mine, sort="origins"))
    assert queue.saved_filters()[1] == replace(mine, sort="origins")
    queue.delete_filter("mayıs")
    queue.delete_filter("gone")
    assert [one.name for one in queue.saved_filters()] == ["Ölü sayıları"]


@pytest.mark.parametrize("sort", get_args(QueueSort))
@pytest.mark.parametrize("odd", [[], ["dfeed"], ["d00000000000000FF"], ["e" + "0" * 16]])
def test_the_order_packed_in_the_database_is_that_of_its_rows(
    store: Store, world: World, sort: QueueSort, odd: list[str]
) -> None:
    for source in world.sources:
        store.add_source(source, world.of(source))
    first = world.discrepancies[0]
    names = [*(f"d{number * 7919 % 65_521 * 2**40:016x}" for number in range(300)), *odd]
    found = [
        replace(first, id=name, key=name[3:5], severity="low" if "7" in name else "high") for name in names
    ]
    store.replace_matching(world.events, (), found)
    store.set_status(dict.fromkeys(names[::3], "resolved"))
    with store._reading() as db:
        expected = list(queue_rows_in_order(db, QueueFilter(), sort))
    order = store.queue_order(None, sort)
    assert [(name, int(not order.undecided(row))) for row, name in enumerate(order)] == expected


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        pytest.param("reviewer = reviewer", 0, id="as the log has it"),
        pytest.param("reviewer = 'Ece'", 5, id="another's decision"),
        pytest.param("assignee = ''", 1, id="nobody's task"),
        pytest.param("decided_at = ''", 3, id="another time"),
        pytest.param("status = 'deferred'", 3, id="deferred, which may still wake"),
    ],
)
def test_what_is_held_is_compared_with_the_log(queue: Store, change: str, wrong: int) -> None:
    queue._db.execute(f"UPDATE discrepancies SET {change} WHERE id <> 'd6'")
    queue._db.conn.commit()

    def judge(log: object, found: list[Discrepancy]) -> dict[str, Judgement]:
        return {one.id: JUDGED.get(one.id, Judgement("open")) for one in found}

    assert len(queue.integrity(judge)) == wrong  # type: ignore[arg-type]
