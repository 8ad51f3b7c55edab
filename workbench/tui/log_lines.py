"""Entries of the log in words: what each did, on what, when and why. Pure; the screen only lays it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from textual.content import Content

from workbench.decisions.describing import description_of, removal
from workbench.models import Decision, DecisionKind
from workbench.store import LogFilter, LogRow
from workbench.told import event_label, subject
from workbench.told.dates import numeric
from workbench.told.deciding import decision_phrase
from workbench.tui.appearance import Look
from workbench.visible import one_line, visible
from workbench.words import N_, _, ngettext

KINDS: dict[DecisionKind, Look] = {
    "accept": Look("✓", N_("value accepted"), "$success"),
    "enter": Look("✎", N_("other value entered"), "$success"),
    "range": Look("↔", N_("range given"), "$success"),
    "supersede": Look("»", N_("superseded"), "$success"),
    "unsettled": Look("?", N_("cannot be settled"), "$muted"),
    "dismiss": Look("✕", N_("not a conflict"), "$muted"),
    "different_events": Look("≠", N_("different events"), "$primary"),
    "same_event": Look("=", N_("one event"), "$primary"),
    "parent": Look("⊂", N_("stage of an event"), "$primary"),
    "defer": Look("→", N_("deferred"), "$secondary"),
    "keep": Look("◦", N_("let stand"), "$muted"),
    "assign": Look("@", N_("assignment"), "$secondary"),
    "note": Look("¶", N_("note"), "$muted"),
    "reject": Look("⊖", N_("claim rejected"), "$warning"),
    "correct": Look("⊙", N_("claim corrected"), "$warning"),
    "claim": Look("⊕", N_("claim made"), "$warning"),
    "remove": Look("⊟", N_("article removed"), "$warning"),
    "describe": Look("✐", N_("article described"), "$warning"),
    "undo": Look("↶", N_("undo"), "$warning"),
}
"""Kinds of entries by sign and word, in the order in which lists show them."""
_BROUGHT_BACK = "↷"
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_DAYS_COUNTED = 14
"""Days after which an entry's date says more than how long ago it was."""


def look_of(kind: DecisionKind) -> Look:
    """A kind's sign and word; its name where a newer program wrote it."""
    return KINDS.get(kind) or Look("·", kind.replace("_", " "), "$muted")


def ago(at: str, now: datetime) -> str:
    """How long ago an ISO timestamp was, in the largest unit that fits; its date after two weeks."""
    then = datetime.fromisoformat(at)
    seconds = int((now - then).total_seconds())
    if seconds < _MINUTE:
        return _("just now")
    if seconds < _HOUR:
        return _("{n} min ago").format(n=seconds // _MINUTE)
    if seconds < _DAY:
        return _("{n} h ago").format(n=seconds // _HOUR)
    days = seconds // _DAY
    if days <= _DAYS_COUNTED:
        return ngettext("{n} day ago", "{n} days ago", days).format(n=days)
    return numeric(then.astimezone(now.tzinfo).date())


def exact(at: str, now: datetime) -> str:
    """An ISO timestamp to the second on the clock of whoever looks: "2026-02-03 14:05:07"."""
    then = datetime.fromisoformat(at).astimezone(now.tzinfo)
    return f"{numeric(then.date())} {then:%H:%M:%S}"


def exactly(at: str, now: datetime) -> str:
    """`exact` and, where that says more, `ago`."""
    time, past = exact(at, now), ago(at, now)
    return time if time.startswith(past) else f"{time} ({past})"


def about(row: LogRow) -> str:
    """What an entry is on: the subject of its difference, then its event."""
    decision = row.target or row.decision
    differs = decision.attribute not in ("event", "claim", "source")
    named = subject(decision.attribute, decision.key) if differs else ""
    if decision.attribute == "source":
        return visible(description_of(decision).file)
    return " · ".join(part for part in (named, event_label(row.event_label)) if part)


def phrase(row: LogRow) -> str:
    """What an entry did; an undo says of what."""
    if row.target is None:
        return decision_phrase(row.decision)
    whole = _("brought back: {what}") if row.brings_back else _("took back: {what}")
    return whole.format(what=decision_phrase(row.target))


def removed_line(log: Sequence[Decision]) -> Content | None:
    """By whom an article is out, for its head; None where it is not. `log` has the entries on it."""
    out = removal(log)
    if out is None:
        return None
    words = _("⊟ removed by {reviewer}, {day}. X brings it back").format(
        reviewer=out.reviewer, day=out.at[:10]
    )
    return Content.styled(one_line(words), "bold $warning")


def undone_by(undo: Decision, now: datetime) -> str:
    """Who took an entry back, and how long ago."""
    return _("undone by {reviewer}, {ago}").format(reviewer=undo.reviewer, ago=ago(undo.at, now))


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as a line of the list shows it; `undone` says by whom it is taken back, "" where it is not."""

    sign: str
    style: str
    what: str
    about: str
    who: str
    when: str
    why: str
    undone: str


def line_of(row: LogRow, now: datetime) -> Line:
    """The parts of an entry's line."""
    look = look_of(row.decision.kind)
    return Line(
        _BROUGHT_BACK if row.brings_back else look.sign,
        look.style,
        phrase(row),
        about(row),
        row.decision.reviewer,
        ago(row.decision.at, now),
        row.decision.note or "",
        undone_by(row.undone, now) if row.undone else "",
    )


def told(row: LogRow, now: datetime) -> list[tuple[str, str]]:
    """All there is to say of an entry, each part with its name."""
    decision = row.decision
    when = exactly(decision.at, now)
    parts = [
        (_("What"), phrase(row)),
        (_("Who, when"), f"{decision.reviewer}, {when}"),
        (_("On"), about(row)),
    ]
    if decision.note:
        parts.append((_("Why"), decision.note))
    if row.undone:
        undo = row.undone
        by = _("by {reviewer}, {time}").format(reviewer=undo.reviewer, time=exactly(undo.at, now))
        parts.append((_("Undone"), f"{by}: {undo.note}" if undo.note else by))
    parts.append((_("Entry"), f"{row.seq} · {decision.id}"))
    return [(name, text) for name, text in parts if text]


def as_text(row: LogRow, now: datetime) -> str:
    """An entry as text to paste elsewhere, a part a line."""
    return "\n".join(f"{name}: {text}" for name, text in told(row, now))


def narrowing(chosen: LogFilter) -> str:
    """What a filter leaves of the log, for a line above the list; "" where it leaves everything."""
    parts = [
        ", ".join(chosen.reviewers),
        ", ".join(look_of(kind).word for kind in chosen.kinds),
        period(chosen.since, chosen.until),
        _("one event") if chosen.events else "",
        f"“{chosen.text}”" if chosen.text else "",
        _("what is in effect") if chosen.in_effect else "",
    ]
    shown = " · ".join(part for part in parts if part)
    return _("Only: {filter}").format(filter=shown) if shown else ""


def period(since: str, until: str) -> str:
    """Two ISO days, either of which may be "", as words."""
    since, until = numeric(since), numeric(until)
    if since and until:
        return since if since == until else _("{first} to {last}").format(first=since, last=until)
    if since:
        return _("since {day}").format(day=since)
    return _("until {day}").format(day=until) if until else ""
