"""Dossiers of small events, made as the export makes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from records_making import TODAY, Origin, published

from workbench.decisions.log import in_force, status_of
from workbench.decisions.policies import load_policy
from workbench.models import Claim, DateSpan, Decision, Discrepancy, Event, Mention, Quantity
from workbench.records.dossier import Dossier
from workbench.records.reconcile import reconcile
from workbench.records.rows import event_row
from workbench.records.writing import Export, Made, Refusal, Settings, Writer

DAY = date(2025, 3, 11)
MADE = Made("workbench 0", 1, "0" * 16, "2026-02-01T10:00:00+03:00")
SOURCES = {"sa": Origin("sa", "a.txt", published(date(2025, 3, 12)), publisher="Reuters", language="en")}


def day(start: date = DAY, end: date | None = None, precision: Any = "day") -> DateSpan:
    return DateSpan(start, end or start, precision, "", 0, 0, "absolute")


def count(text: str, expr: str, value: float, counted: str = "killed", **fields: Any) -> Quantity:
    start = text.index(expr)
    given: dict[str, Any] = {"low": value, "high": value, "modifier": "exactly", "scope": "event"} | fields
    return Quantity(
        value=value,
        unit="person",
        counted=counted,
        side=given.pop("side", None),
        expr=expr,
        start=start,
        end=start + len(expr),
        **given,
    )


def mention(text: str, expr: str, kind: Any, canonical: str | None = None) -> Mention:
    start = text.index(expr)
    return Mention(expr, start, start + len(expr), kind, canonical or expr)


def claim(text: str, *, id: str = "ca", source: str = "sa", **fields: Any) -> Claim:  # noqa: A002
    given: dict[str, Any] = {"event_type": "attack", "modality": "occurred", "date": day()} | fields
    given.setdefault("dates", (given["date"],) if given["date"] else ())
    return Claim(
        id=id, source=source, start=0, end=len(text), text=text, speaker=given.pop("speaker", None), **given
    )


@dataclass(frozen=True)
class Case:
    """An event with what it rests on; what is not given follows from the first claim."""

    claims: Sequence[Claim]
    discrepancies: Sequence[Discrepancy] = ()
    decisions: Sequence[Decision] = ()
    sources: Mapping[str, Origin] = field(default_factory=lambda: SOURCES)
    label: str = "attack, Harkiv, 11 Mar 2025"
    policy: str | None = None

    def dossier(self) -> Dossier:
        first = self.claims[0]
        event = Event(
            "e0123456789abcdef",
            self.label,
            first.event_type,
            tuple(one.id for one in self.claims),
            first.date,
            first.place,
            first.participants,
        )
        policy = load_policy(self.policy) if self.policy else None
        record = reconcile(
            event,
            self.claims,
            self.discrepancies,
            self.decisions,
            self.sources,
            today=TODAY,
            policy=policy,
        )
        found = {one.id: in_force(self.decisions, one) for one in self.discrepancies}
        return Dossier(
            record=record,
            event=event,
            claims=tuple(self.claims),
            discrepancies=tuple(self.discrepancies),
            statuses={one.id: status_of(self.decisions, one, today=TODAY) for one in self.discrepancies},
            in_force={key: entry for key, entry in found.items() if entry},
            decisions=tuple(self.decisions),
            sources=self.sources,
            text=lambda key: "\n".join(one.text for one in self.claims if one.source == key),
        )


def exported(
    writer: Writer, *dossiers: Dossier, settings: Settings | None = None, made: Made = MADE
) -> tuple[bytes, list[Refusal]]:
    """What a writer makes of these events, and what it leaves out."""
    rows = [event_row(one.record) for one in dossiers]
    export = Export("events", len(dossiers), made, rows, dossiers, settings or Settings())
    return b"".join(writer.write(export)), export.refused
