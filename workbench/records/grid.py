"""Attributes against sources: what each source gives for each attribute, and how it stands to what holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from workbench.discrepancies.difference import say_quantity
from workbench.models import Attribute, AttributeValue, Claim, DateSpan, Decision, Discrepancy, Event, Status
from workbench.records.agreement import Agreement, agreement_of
from workbench.records.backing import meet
from workbench.records.dossier import ArticleInfo
from workbench.records.now import waits
from workbench.records.reconcile import attribute_names
from workbench.records.record import Record, RecordAttribute
from workbench.records.undisputed import NOT_COMPARED, counted

_FIRST = ("date", "time", "place")
"""Attributes that come before all others."""
_UNDISPUTED: dict[str, Attribute] = {"date": "date", "place": "place"}
WORST_FIRST: tuple[Agreement, ...] = ("open", "differs", "several", "superseded", "agrees", "silent")


class Told(Protocol):
    """What a grid is made of: an event with what is said of it and what was decided."""

    @property
    def event(self) -> Event: ...
    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def sources(self) -> Mapping[str, ArticleInfo]: ...
    @property
    def discrepancies(self) -> Sequence[Discrepancy]: ...
    @property
    def statuses(self) -> Mapping[str, Status]: ...
    @property
    def in_force(self) -> Mapping[str, Decision]: ...
    @property
    def record(self) -> Record: ...


@dataclass(frozen=True, slots=True)
class Given:
    """A value that a claim gives; its words stand at [start, end) of the claim's source.

    ``number`` counts the values of its difference from 1, as accepting does; 0 where nobody differs.
    """

    claim: str
    label: str
    start: int
    end: int
    agreement: Agreement
    low: float | str | None = None
    high: float | str | None = None
    discrepancy: str = ""
    number: int = 0
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source gives for one attribute."""

    given: tuple[Given, ...] = ()

    @property
    def agreement(self) -> Agreement:
        """That of its values which asks the most for a look."""
        return min((one.agreement for one in self.given), key=WORST_FIRST.index, default="silent")

    @property
    def labels(self) -> tuple[str, ...]:
        """Its different values."""
        return tuple(dict.fromkeys(one.label for one in self.given))

    def to_adopt(self) -> tuple[Given, ...]:
        """The values that somebody may accept: of open differences, else of those that are settled."""
        differing = [one for one in self.given if one.discrepancy]
        first = min((WORST_FIRST.index(one.agreement) for one in differing), default=0)
        return tuple(one for one in differing if WORST_FIRST.index(one.agreement) == first)


SILENT = Cell()


@dataclass(frozen=True, slots=True)
class Row:
    """One attribute of the record; cells by source id, none where a source is silent on it."""

    name: str
    attribute: Attribute
    key: str
    holds: RecordAttribute
    cells: Mapping[str, Cell]
    discrepancies: tuple[Discrepancy, ...]
    undecided: bool

    def cell(self, source: str) -> Cell:
        return self.cells.get(source, SILENT)


@dataclass(frozen=True, slots=True)
class Column:
    """One source; `copy` is true where it stands beside the text of which it is a near copy."""

    source: ArticleInfo
    copy: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of attributes, columns of sources: copies behind their original, originals by their day."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]


def build_grid(dossier: Told) -> Grid:
    """The grid of one event."""
    by_id = {claim.id: claim for claim in dossier.claims}
    names = attribute_names(dossier.discrepancies, by_id)
    disputed: dict[str, list[Discrepancy]] = defaultdict(list)
    for one in dossier.discrepancies:
        disputed[names[one.id]].append(one)
    plain = _plain(dossier)
    rows = [
        _row(name, holds, dossier, disputed.get(name, []), plain.get(name, []), by_id)
        for name, holds in dossier.record.attributes.items()
    ]
    telling = {claim.source for claim in dossier.claims} | {value.source for value in _values(dossier)}
    told = {source: dossier.sources[source] for source in telling if source in dossier.sources}
    return Grid(tuple(sorted(rows, key=_place)), tuple(columns(told)))


def _values(dossier: Told) -> list[AttributeValue]:
    """Also those that claims of other events give, as the calls that add up to a total of calls."""
    return [value for one in dossier.discrepancies for value in one.values]


def columns(sources: Mapping[str, ArticleInfo]) -> list[Column]:
    """The sources in the order of their columns."""
    groups: dict[str, list[ArticleInfo]] = defaultdict(list)
    for row in sources.values():
        groups[row.copy_of or row.id].append(row)

    def told(row: ArticleInfo) -> tuple[date, str, str]:
        return (row.published.best if row.published else date.max, row.file, row.id)

    ordered = [sorted(group, key=lambda row: (bool(row.copy_of), told(row))) for group in groups.values()]
    ordered.sort(key=lambda group: min(map(told, group)))
    return [Column(row, bool(row.copy_of)) for group in ordered for row in group]


def _place(row: Row) -> tuple[int, str]:
    return (_FIRST.index(row.name) if row.name in _FIRST else len(_FIRST), row.name)


def _row(
    name: str,
    holds: RecordAttribute,
    dossier: Told,
    disputed: Sequence[Discrepancy],
    plain: Sequence[Given],
    claims: Mapping[str, Claim],
) -> Row:
    cells: dict[str, list[Given]] = defaultdict(list)
    for one in disputed:
        decision = dossier.in_force.get(one.id)
        numbers = {label: number for number, label in enumerate(one.labels, 1)}
        for value in one.values:
            agreement = agreement_of(value, one, decision, dossier.sources, claims)
            cells[value.source].append(_given(value, agreement, one.id, numbers[value.label]))
    undecided = any(waits(dossier, one) for one in disputed)
    differing = {value.claim for one in disputed for value in one.values}
    for given in plain:
        if given.claim not in differing:
            stands = _beside(given, holds, undecided=undecided) if disputed else given
            cells[claims[given.claim].source].append(stands)
    return Row(
        name,
        disputed[0].attribute if disputed else _UNDISPUTED.get(name, "count"),
        disputed[0].key if disputed else "" if name in _FIRST else name,
        holds,
        {source: Cell(tuple(given)) for source, given in cells.items()},
        tuple(disputed),
        undecided,
    )


def _given(value: AttributeValue, agreement: Agreement, discrepancy: str, number: int) -> Given:
    return Given(
        value.claim,
        value.label,
        value.start,
        value.end,
        agreement,
        value.low,
        value.high,
        discrepancy,
        number,
        value.origin,
    )


def _beside(given: Given, holds: RecordAttribute, *, undecided: bool) -> Given:
    """A value that no difference names, beside values that differ."""
    if undecided or (holds.low is None and holds.high is None):
        return replace(given, agreement="several")
    fits = meet(given.low, given.high, holds.low, holds.high)
    return replace(given, agreement="agrees" if fits else "differs")


def _plain(dossier: Told) -> dict[str, list[Given]]:
    """What the claims give, but for the numbers on which somebody was found to differ."""
    found: dict[str, list[Given]] = defaultdict(list)
    for name, said in counted(dossier.claims, dossier.discrepancies).items():
        several = dossier.record.attributes[name].rule == NOT_COMPARED
        agreement: Agreement = "several" if several else "agrees"
        found[name] = [
            Given(claim.id, say_quantity(one), one.start, one.end, agreement, one.low, one.high)
            for claim, one in said
        ]
    event = dossier.event
    for claim in dossier.claims:
        span = claim.date
        if span and event.date and span.start <= event.date.end and event.date.start <= span.end:
            found["date"].append(_dated(claim, span))
        if claim.place and claim.place == event.place:
            found["place"].append(_placed(claim, claim.place))
    return found


def _dated(claim: Claim, span: DateSpan) -> Given:
    first, last = span.start.isoformat(), span.end.isoformat()
    label = first if first == last else f"{first}/{last}"
    return Given(claim.id, label, span.expr_start, span.expr_end, "agrees", first, last)


def _placed(claim: Claim, place: str) -> Given:
    named = next((one for one in claim.mentions if one.canonical == place), None)
    where = (named.start, named.end) if named else (claim.start, claim.start)
    return Given(claim.id, place, *where, "agrees", place, place)
