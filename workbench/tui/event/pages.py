"""The panes of an event that are lists: its timeline, its claims, its record, its history."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from workbench.models import Decision
from workbench.records.agreement import SIGNS
from workbench.records.dossier import ArticleInfo
from workbench.records.grid import Row, build_grid, columns
from workbench.records.rows import event_row
from workbench.records.said import held, published_day, publisher, row_name, source_line
from workbench.told import dates, event_label, label, told
from workbench.told.deciding import decision_phrase
from workbench.tui.event.dossier import Dossier
from workbench.tui.event.lines import Page, Run, fit
from workbench.tui.event.timeline import Day, Moment, Replaced, StageLine, Told, build_timeline
from workbench.words import _

Picked = Collection[str]
_DATE = 11
_MARK = 2
_NARROW = 100
"""Columns under which publishers get less room."""


def pick_mark(claim: str, picked: Picked) -> Run:
    """Whether a claim is picked."""
    return ("◉ ", "mark") if claim in picked else ("  ", "text")


class TimelinePage(Page):
    """What each source said when."""

    def __init__(self, dossier: Dossier, picked: Picked) -> None:
        self._dossier = dossier
        self._picked = picked
        self._moments: list[Moment] = build_timeline(dossier)

    def __len__(self) -> int:
        return len(self._moments)

    def stops(self, index: int) -> bool:
        return not isinstance(self._moments[index], Day)

    def claim(self, index: int) -> str | None:
        match self._moments[index]:
            case Told(claim):
                return claim.id
            case Replaced(claim):
                return claim
            case _other:
                return None

    def event(self, index: int) -> str | None:
        moment = self._moments[index]
        return moment.event.id if isinstance(moment, StageLine) else None

    def runs(self, index: int, width: int) -> Sequence[Run]:
        match self._moments[index]:
            case Day(span):
                return [(fit(_day(span), width), "head")]
            case Told(claim, published):
                return self._told(claim.id, claim.text, claim.source, published, width, heading=claim.heading)
            case Replaced(_claim, old, by, source, published):
                replaced = _("{old}, replaced by {new}").format(old=label(old), new=label(by))
                whose = f"{publisher(self._dossier.sources[source])}, {published_day(published)}"
                return [(fit(f"      {SIGNS['superseded'].sign} {replaced} ({whose})", width), "superseded")]
            case StageLine(event):
                lead = f"  └ {_('Stage')}: "
                return [(lead, "quiet"), (fit(event_label(event.label), width - len(lead)), "strong")]

    def _told(
        self, claim: str, text: str, source: str, published: date | None, width: int, *, heading: bool
    ) -> Sequence[Run]:
        row = self._dossier.sources[source]
        room = 14 if width < _NARROW else 22
        sign = "⧉" if row.copy_of else " "
        return [
            pick_mark(claim, self._picked),
            (fit(published_day(published), _DATE), "quiet"),
            (f"{sign} ", "faint"),
            (fit(publisher(row), room) + " ", "quiet"),
            (fit(text, width - _MARK - _DATE - 2 - room - 1), "quiet" if heading else "text"),
        ]


def _day(span: tuple[date, date] | None) -> str:
    if span is None:
        return _("Day not known")
    return dates.span(*span)


class ClaimsPage(Page):
    """The claims by source, in their order there."""

    def __init__(self, dossier: Dossier, picked: Picked) -> None:
        self._picked = picked
        self._claims = {claim.id: claim for claim in dossier.claims}
        self._lines: list[ArticleInfo | str] = []
        for column in columns(dossier.telling()):
            self._lines.append(column.source)
            self._lines += [claim.id for claim in dossier.claims if claim.source == column.source.id]

    def __len__(self) -> int:
        return len(self._lines)

    def stops(self, index: int) -> bool:
        return isinstance(self._lines[index], str)

    def claim(self, index: int) -> str | None:
        line = self._lines[index]
        return line if isinstance(line, str) else None

    def runs(self, index: int, width: int) -> Sequence[Run]:
        line = self._lines[index]
        if not isinstance(line, str):
            return [(fit(source_line(line), width), "head")]
        claim = self._claims[line]
        return [
            pick_mark(line, self._picked),
            (fit(claim.text, width - _MARK), "quiet" if claim.heading else "text"),
        ]


class RecordPage(Page):
    """The record that would be exported: readable, with what is open marked; or as JSON."""

    def __init__(self, dossier: Dossier, *, as_json: bool) -> None:
        self._lines: list[Sequence[Run]] = []
        if as_json:
            self._lines = [[(line, "text")] for line in json_lines(dossier)]
        else:
            self._lines = list(_readable(dossier))

    def __len__(self) -> int:
        return len(self._lines)

    def runs(self, index: int, width: int) -> Sequence[Run]:
        *first, (text, tone) = self._lines[index]
        return [*first, (fit(text, width - sum(len(run) for run, _tone in first)), tone)]


def json_lines(dossier: Dossier) -> list[str]:
    """The record as the export writes it, indented."""
    return json.dumps(event_row(dossier.record), ensure_ascii=False, indent=2).splitlines()


def _readable(dossier: Dossier) -> Sequence[Sequence[Run]]:
    record, rows = dossier.record, build_grid(dossier).rows
    named = max((len(row_name(row)) for row in rows), default=0) + 2
    lines: list[Sequence[Run]] = [[(event_label(record.label), "strong")]]
    facts = [
        (_("id"), record.id),
        (_("state"), _("open") if record.state == "open" else _("reconciled")),
        (_("participants"), ", ".join(record.participants)),
        (_("sources"), str(len(record.sources))),
        (_("independent origins"), str(record.origins)),
        (_("stage of"), event_label(dossier.parent.event.label) if dossier.parent else ""),
        (_("decisions"), str(len(record.decisions))),
    ]
    room = max(len(name) for name, _fact in facts) + 2
    lines += [[(name.ljust(room), "quiet"), (fact, "text")] for name, fact in facts if fact]
    lines.append([("", "text")])
    for row in rows:
        sign: Run = (
            ("○ ", "open") if row.undecided else ("✓ ", "agrees") if row.holds.decision else ("= ", "agrees")
        )
        value = held(row)
        lines.append([sign, (row_name(row).ljust(named), "quiet"), (value, "strong")])
        lines.append([(" " * (named + 2), "quiet"), (told(row.holds.rule), "faint")])
        lines += _chosen(dossier, row, named)
    return lines


def _chosen(dossier: Dossier, row: Row, named: int) -> Sequence[Sequence[Run]]:
    """What the policy of the settings would choose, where that is not what holds."""
    chosen = dossier.by_policy and dossier.by_policy.attributes[row.name]
    if not chosen or (chosen.best, chosen.low, chosen.high) == (
        row.holds.best,
        row.holds.low,
        row.holds.high,
    ):
        return []
    value = held(replace(row, holds=chosen))
    return [[(" " * named + "→ ", "quiet"), (value, "text"), (f"  {told(chosen.rule)}", "faint")]]


def state(row: Row) -> Run:
    """How an attribute stands: open, decided by somebody, or never in doubt."""
    if row.undecided:
        return ("○ ", "open")
    return ("✓ ", "agrees") if row.holds.decision else ("= ", "agrees")


class HistoryPage(Page):
    """What was decided on the event and its differences, the newest first."""

    def __init__(self, dossier: Dossier) -> None:
        self._entries: list[Decision] = list(reversed(dossier.log))
        self._effective = dossier.effective

    def __len__(self) -> int:
        return max(len(self._entries), 1)

    def runs(self, index: int, width: int) -> Sequence[Run]:
        if not self._entries:
            return [(fit(_("Nothing has been decided on this event yet."), width), "quiet")]
        entry = self._entries[index]
        holds = entry.id in self._effective
        when = dates.moment(entry.at)
        said = f"{decision_phrase(entry)}{'; ' + entry.note if entry.note else ''}"
        back = "" if holds else f" ({_('taken back')})"
        return [
            ("  " if holds else "↶ ", "mark"),
            (fit(when, 17), "quiet" if holds else "faint"),
            (fit(entry.reviewer, 14), "quiet" if holds else "faint"),
            (fit(said + back, width - 33), "text" if holds else "faint"),
        ]
