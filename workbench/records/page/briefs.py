"""One event as people read it: what holds and by whom, what is open, who says what, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.decisions.log import in_effect
from workbench.events.making import say_date
from workbench.models import Claim, DateSpan, Decision, Discrepancy, Status
from workbench.records import now
from workbench.records.agreement import Agreement
from workbench.records.backing import meet
from workbench.records.dossier import ArticleInfo, Dossier
from workbench.records.grid import WORST_FIRST, Cell, Column, Given, Row, build_grid
from workbench.records.page.asking import question
from workbench.records.page.quoting import Quoted, quoted
from workbench.records.said import held_in_words, row_name, said
from workbench.told import dates, event_label, event_type, told
from workbench.words import _

_SEVERE = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Value:
    """A value as an article gives it, `passages` the numbers of where it says so."""

    label: str
    agreement: Agreement
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A row of the grid: what holds by which rule, the values by article, and their passages."""

    row: Row
    name: str
    held: str
    rule: str
    given: Mapping[str, Sequence[Given]]
    values: Mapping[str, tuple[Value, ...]]
    passages: tuple[Quoted, ...]

    def stands(self, source: str) -> Agreement:
        """How an article stands to what holds: as that of its values which asks the most for a look."""
        return min((one.agreement for one in self.values[source]), key=WORST_FIRST.index, default="silent")


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a difference, and who gives it."""

    label: str
    passages: tuple[Quoted, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A discrepancy as people read it."""

    of: Discrepancy
    subject: str
    why: str
    severity_why: str
    status: Status
    sides: tuple[Side, ...]
    decision: Decision | None
    question: str
    """What to ask, where nobody has decided yet; else ""."""
    suggestion: str
    """What the program would choose and why, where nobody has decided; else ""."""
    waits: bool
    """Whether it asks for a decision."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the log; `stands` is false where it was taken back."""

    decision: Decision
    stands: bool


@dataclass(frozen=True, slots=True)
class Brief:
    """An event, laid out for reading."""

    dossier: Dossier
    label: str
    type: str
    date: DateSpan | None
    """What holds of its date; where that is open, as matching found it."""
    columns: tuple[Column, ...]
    attributes: tuple[Attribute, ...]
    differences: tuple[Difference, ...]
    log: tuple[Entry, ...]

    @property
    def when(self) -> str:
        """Its date in words; "" where none is known."""
        return dates.day(say_date(self.date)) if self.date else ""

    @property
    def waiting(self) -> tuple[Difference, ...]:
        """The differences that wait for a decision."""
        return tuple(one for one in self.differences if one.waits)

    @property
    def decided(self) -> tuple[Difference, ...]:
        """The differences on which somebody has decided."""
        return tuple(one for one in self.differences if one.decision and not one.waits)

    @property
    def articles(self) -> tuple[ArticleInfo, ...]:
        """Those that tell of it, in the order of the columns."""
        return tuple(column.source for column in self.columns)


def brief(dossier: Dossier) -> Brief:
    """The event in the reader's language."""
    grid = build_grid(dossier)
    claims = {claim.id: claim for claim in (*dossier.claims, *dossier.others)}
    numbers = 0
    attributes: list[Attribute] = []
    for row in sorted(grid.rows, key=_weight):
        attribute = _attribute(dossier, row, grid.columns, claims, numbers)
        numbers += len(attribute.passages)
        attributes.append(attribute)
    effective = {entry.id for entry in in_effect(dossier.decisions)}
    return Brief(
        dossier,
        event_label(dossier.event.label),
        event_type(dossier.event.event_type),
        _date(dossier),
        grid.columns,
        tuple(attributes),
        tuple(sorted(_differences(dossier, attributes), key=_rank)),
        tuple(Entry(entry, entry.id in effective) for entry in dossier.decisions),
    )


def _date(dossier: Dossier) -> DateSpan | None:
    """A reviewer or a policy may have chosen another day than the event was found with."""
    found, held = dossier.event.date, now.days(dossier.record)
    if held is None or held.is_open or (found and (found.start, found.end) == (held.start, held.end)):
        return found
    return DateSpan(held.start, held.end, "day" if held.number == 1 else "range", "", 0, 0, "absolute")


def _weight(row: Row) -> tuple[bool, bool, bool]:
    """When, where, then what differs, then what several articles say, then the rest."""
    first = row.name in ("date", "time", "place")
    return not first, not row.discrepancies, len(row.cells) < 2


def _attribute(
    dossier: Dossier, row: Row, columns: Sequence[Column], claims: Mapping[str, Claim], before: int
) -> Attribute:
    passages: list[Quoted] = []
    values: dict[str, tuple[Value, ...]] = {}
    found = {one.source.id: values_of(row, row.cell(one.source.id), claims) for one in columns}
    for source, giving in found.items():
        numbers: dict[tuple[str, Agreement], list[int]] = {}
        for given in giving:
            number = before + len(passages) + 1
            one = quoted(dossier, given, claims[given.claim], number, dated=row.name == "date")
            passages.append(one)
            numbers.setdefault((said(given.label, row.attribute), given.agreement), []).append(number)
        values[source] = tuple(Value(*key, tuple(places)) for key, places in numbers.items())
    return Attribute(
        row, row_name(row), held_in_words(row), told(row.holds.rule), found, values, tuple(passages)
    )


def values_of(row: Row, cell: Cell, claims: Mapping[str, Claim]) -> list[Given]:
    """The values of a cell as they stand in the article, those of one place once.

    One place may give a value to two differences: to one on which somebody decided, and to one whose figures
    only replaced each other; the former counts. Many claims may take their date from one word; the claim that
    holds the word counts. Of those that have no words for it the first counts.
    """
    replaced = {one.id for one in row.discrepancies if one.verdict == "superseded"}

    def rank(one: Given) -> tuple[bool, bool, int]:
        claim = claims[one.claim]
        holds = claim.start <= one.start and one.end <= claim.end
        return one.discrepancy in replaced, not holds, claim.start

    found: dict[tuple[int, int] | str, Given] = {}
    for given in sorted(cell.given, key=rank):
        place = (given.start, given.end) if given.start < given.end else given.label
        found.setdefault(place, _beside_decision(row, given))
    return sorted(found.values(), key=lambda one: (one.start, one.end, one.label))


def _beside_decision(row: Row, given: Given) -> Given:
    """A figure that replaced others agrees no more where a reviewer has decided on another one."""
    holds = row.holds
    if holds.decision is None or given.agreement != "agrees":
        return given
    if meet(given.low, given.high, holds.low, holds.high):
        return given
    return replace(given, agreement="differs")


def _rank(difference: Difference) -> tuple[bool, bool, int, str]:
    of = difference.of
    return not difference.waits, of.verdict == "superseded", _SEVERE.index(of.severity), of.id


def _differences(dossier: Dossier, attributes: Sequence[Attribute]) -> list[Difference]:
    rows = {one.id: attribute for attribute in attributes for one in attribute.row.discrepancies}
    return [_difference(dossier, one, rows[one.id]) for one in dossier.discrepancies]


def _difference(dossier: Dossier, one: Discrepancy, attribute: Attribute) -> Difference:
    by_place = {(p.article.id, p.start, p.end): p for p in attribute.passages}
    sides = []
    for words in one.labels:
        of = [value for value in one.values if value.label == words]
        places = dict.fromkeys((value.source, value.start, value.end) for value in of)
        passages = tuple(by_place[place] for place in places if place in by_place)
        origins = len({value.origin or value.source for value in of})
        sides.append(Side(said(words, one.attribute), passages, origins))
    status = dossier.statuses[one.id]
    decision = dossier.in_force.get(one.id)
    asks = now.waits(dossier, one)
    return Difference(
        one,
        attribute.name,
        told(one.why),
        told(one.severity_why),
        status,
        tuple(sides),
        decision,
        question(one, attribute.name, [side.label for side in sides]) if asks else "",
        _suggestion(one) if one.suggestion and not decision else "",
        asks,
    )


def _suggestion(one: Discrepancy) -> str:
    return _("The program suggests {value}: {rule}").format(
        value=said(one.suggestion or "", one.attribute), rule=told(one.rule or "")
    )
