"""What a page says before its events: how many there are, what is open, and how it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.records.dossier import ArticleInfo
from workbench.records.page.briefs import Brief
from workbench.records.page.calendars import Dated, Line, State, is_long, lines
from workbench.records.page.headings import title_of
from workbench.records.writing import Made
from workbench.told import dates
from workbench.told.numbers import number
from workbench.words import N_, _, ngettext

STATES: dict[State, str] = {
    "open": N_("something is open"),
    "decided": N_("decided by a reviewer"),
    "agreed": N_("several sources, none differs"),
    "single": N_("one source"),
}


@dataclass(frozen=True, slots=True)
class Overview:
    """The head of a page, in the reader's language."""

    title: str
    lede: str
    tally: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    states: tuple[tuple[State, str], ...]
    lines: Sequence[Line]


@dataclass(slots=True)
class Counted:
    """What is counted while the events go by."""

    events: list[Dated] = field(default_factory=list)
    articles: dict[str, ArticleInfo] = field(default_factory=dict)
    claims: int = 0
    waiting: int = 0
    decided: int = 0
    superseded: int = 0
    reviewers: set[str] = field(default_factory=set)
    policies: set[str] = field(default_factory=set)
    """By which values were chosen where nobody decided."""

    def add(self, brief: Brief) -> None:
        """Counts an event."""
        event = brief.dossier.event
        self.events.append(Dated(event.id, title_of(brief), brief.when, brief.date, state_of(brief)))
        self.articles.update((one.id, one) for one in brief.articles)
        self.claims += len(brief.dossier.claims)
        self.waiting += len(brief.waiting)
        self.decided += len(brief.decided)
        self.superseded += sum(one.of.verdict == "superseded" for one in brief.differences)
        self.policies.add(brief.dossier.record.policy)
        self.reviewers |= {one.decision.reviewer for one in brief.decided if one.decision}


def state_of(brief: Brief) -> State:
    """How an event stands."""
    if brief.waiting:
        return "open"
    if brief.decided:
        return "decided"
    return "agreed" if len(brief.columns) > 1 else "single"


def overview(counted: Counted, made: Made) -> Overview:
    """What is said of all of them."""
    events, articles = len(counted.events), len(counted.articles)
    only = counted.events[0] if events == 1 else None
    told_by = ngettext("told by {n} source", "told by {n} sources", articles).format(n=_grouped(articles))
    title = only.label if only else ngettext("{n} event", "{n} events", events).format(n=_grouped(events))
    lede = " · ".join(part for part in (_period(counted.events), told_by) if part)
    tally = [
        (events, ngettext("event", "events", events)),
        (articles, ngettext("source", "sources", articles)),
        (counted.claims, ngettext("claim", "claims", counted.claims)),
        (counted.waiting, ngettext("difference open", "differences open", counted.waiting)),
        (counted.decided, ngettext("difference decided", "differences decided", counted.decided)),
    ]
    if counted.superseded:
        tally.append((counted.superseded, _("replaced by later figures")))
    facts = [
        (_("Made by"), made.tool),
        (
            _("Database"),
            _("{fingerprint}, schema {number}").format(fingerprint=made.database, number=made.schema),
        ),
        (_("Newest in it"), dates.moment(made.at) if made.at else ""),
        (_("Policy"), ", ".join(sorted(counted.policies))),
        (_("Reviewers"), ", ".join(sorted(counted.reviewers))),
    ]
    return Overview(
        title,
        lede,
        tuple((_grouped(count), words) for count, words in tally),
        tuple((name, fact) for name, fact in facts if fact),
        tuple((state, _(words)) for state, words in STATES.items()),
        lines(counted.events),
    )


def _grouped(count: int) -> str:
    return number(f"{count}")


def _period(events: Sequence[Dated]) -> str:
    """From the first day of all to the last."""
    spans = [event.date for event in events if event.date]
    if not spans:
        return ""
    first, last = min(spans, key=lambda span: span.start), max(spans, key=lambda span: span.end)
    if is_long(first) or is_long(last):
        return " – ".join(dict.fromkeys((str(first.start.year), str(last.end.year))))
    return dates.day("/".join(dict.fromkeys((str(first.start), str(last.end)))))
