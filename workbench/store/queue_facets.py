"""What the queue can be narrowed to, with counts: each facet under what the others have chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from workbench.folding import fold
from workbench.store.queue_filters import DISPUTED, OF_SOURCES, SEVERITIES, VERDICTS, where
from workbench.store.queue_models import FacetName, FacetValue, QueueFilter
from workbench.store.rows import as_json

if TYPE_CHECKING:
    from sqlite_utils import Database

_COLUMNS: dict[FacetName, str] = {
    "attributes": "attribute",
    "verdicts": "verdict_rank",
    "severities": "severity_rank",
    "statuses": "status",
    "disputed": "disputed",
    "event_types": "event_type",
    "periods": "period",
    "reviewers": "reviewer",
    "assignees": "assignee",
}
"""The facets that are columns of the table of discrepancies."""
_NAMES: dict[FacetName, tuple[str, ...]] = {
    "verdicts": VERDICTS,
    "severities": SEVERITIES,
    "disputed": DISPUTED,
}
LONGEST = 200
"""Sources listed at most; the others are found by typing words of their names."""

Facets = Mapping[FacetName, tuple[FacetValue, ...]]


def queue_facets(db: Database, chosen: QueueFilter, source_text: str) -> Facets:
    """The values of each facet that any discrepancy has, with how many have it, the most frequent first.

    Counted are those that the rest of the filter lets through; what is chosen is listed also where that
    leaves nothing. Severities and verdicts keep their order, periods come newest first. `source_text` narrows
    the sources to those with all its words in title, publisher or file.
    """
    combinations = _combinations(db, chosen)
    found: dict[FacetName, tuple[FacetValue, ...]] = {}
    for place, name in enumerate(_COLUMNS):
        counted = _counted(combinations, place, chosen)
        for value in getattr(chosen, name):
            counted.setdefault(value, 0)
        found[name] = tuple(FacetValue(value, counted[value]) for value in _ordered(name, counted))
    return found | {"sources": _sources(db, chosen, source_text)}


_Combination = tuple[tuple[str, ...], bool, int]
"""The values of the facets in the order of `_COLUMNS`, whether a chosen source is there, and how many."""


def _combinations(db: Database, chosen: QueueFilter) -> list[_Combination]:
    """How many discrepancies have each combination of values: one scan gives every facet."""
    condition, parameters = where(chosen, leaving_out=(*_COLUMNS, "sources"))
    columns = ", ".join(_COLUMNS.values())
    of_sources, given = (OF_SOURCES, (as_json(chosen.sources),)) if chosen.sources else ("1", ())
    rows = db.conn.execute(
        f"""SELECT {columns}, {of_sources} AS of_sources, count(*) FROM discrepancies
            WHERE {condition} GROUP BY {columns}, of_sources""",
        (*given, *parameters),
    )
    names = [_NAMES.get(name) for name in _COLUMNS]
    return [
        (
            tuple(known[value] if known else value for known, value in zip(names, values, strict=True)),
            bool(allowed),
            count,
        )
        for *values, allowed, count in rows
    ]


def _counted(combinations: Iterable[_Combination], place: int, chosen: QueueFilter) -> Counter[str]:
    """How many have each value of the facet in this place, under what the others have chosen."""
    tests = [
        (other, _test(name, chosen))
        for other, name in enumerate(_COLUMNS)
        if other != place and getattr(chosen, name)
    ]
    counted: Counter[str] = Counter()
    for values, allowed, count in combinations:
        if allowed and all(test(values[other]) for other, test in tests):
            counted[values[place]] += count
    if place == list(_COLUMNS).index("periods"):
        counted.update(_years(counted))
    return counted


def _test(name: FacetName, chosen: QueueFilter) -> Callable[[str], bool]:
    allowed: frozenset[str] = frozenset(getattr(chosen, name))
    if name == "periods":
        return lambda period: period in allowed or (period[:4] in allowed and period != "")
    return allowed.__contains__


def _years(periods: Mapping[str, int]) -> Counter[str]:
    """What the months of each year add to those that have the year alone."""
    years: Counter[str] = Counter()
    for period, count in periods.items():
        if len(period) > len("2025"):
            years[period[:4]] += count
    return years


def _ordered(name: FacetName, counted: Mapping[str, int]) -> list[str]:
    if name in _NAMES:
        found = [value for value in _NAMES[name] if value in counted]
        return found[::-1] if name == "disputed" else found
    if name == "periods":
        # A year stands above its months, what has no date at the end.
        return sorted(counted, key=lambda period: (period[:4], len(period) == 4, period), reverse=True)
    return sorted(counted, key=lambda value: (-counted[value], value))


def _sources(db: Database, chosen: QueueFilter, text: str) -> tuple[FacetValue, ...]:
    """The sources of most discrepancies under the rest of the filter, the chosen ones before them."""
    condition, parameters = where(chosen, leaving_out=("sources",))
    among = f"WHERE discrepancy IN (SELECT id FROM discrepancies WHERE {condition})"
    counted: dict[int, int] = dict(
        db.conn.execute(
            f"""SELECT source, count(DISTINCT discrepancy) FROM discrepancy_values
                {"" if condition == "1" else among} GROUP BY source""",
            () if condition == "1" else parameters,
        ).fetchall()
    )
    picked = dict(
        db.conn.execute(
            "SELECT seq, id FROM sources WHERE id IN (SELECT value FROM json_each(?))",
            (as_json(chosen.sources),),
        ).fetchall()
    )
    wanted = _named(db, text.split(), counted) if text.strip() else counted
    most = sorted(wanted, key=lambda source: (-counted[source], source))[:LONGEST]
    shown = [*picked, *(source for source in most if source not in picked)]
    rows = _labels(db, shown)
    return tuple(FacetValue(rows[one][0], counted.get(one, 0), rows[one][1]) for one in shown)


def _labels(db: Database, sources: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Id and name of sources, by row number."""
    rows: Iterable[tuple[Any, ...]] = db.conn.execute(
        """SELECT seq, id, title, publisher, file FROM sources
           WHERE seq IN (SELECT value FROM json_each(?))""",
        (as_json(list(sources)),),
    )
    return {seq: (key, " · ".join(part for part in named if part)) for seq, key, *named in rows}


def _named(db: Database, words: Iterable[str], among: Iterable[int]) -> list[int]:
    """Those of these sources that have all words in their name."""
    folded = [fold(word) for word in words]
    names = db.conn.execute("SELECT seq, title, publisher, file FROM sources")
    known = set(among)
    return [
        seq
        for seq, *parts in names
        if seq in known and all(word in fold(" ".join(filter(None, parts))) for word in folded)
    ]
