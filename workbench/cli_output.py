"""What commands print, through rich: text of articles is always `Text`, never markup.

Severity and verdict are told by sign and word as well as by colour. A pipe gets plain text, one
line a row.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from workbench.cli_base import counted, short_ids
from workbench.decisions.log import Verdicts, concerns
from workbench.models import AttributeValue, Claim, Decision, Discrepancy
from workbench.records.rows import witnesses
from workbench.subjects import subject
from workbench.visible import one_line, visible

if TYPE_CHECKING:
    from rich.status import Status

    from workbench.linking.report import MatchReport
    from workbench.store import QueueRow, SearchHit, SourceRow, Store

SEVERITY = {"high": ("!!!", "bold magenta"), "medium": ("!!", "yellow"), "low": ("!", "cyan")}
VERDICT = {"conflict": "≠", "tension": "≈", "superseded": "»"}
PIPE_WIDTH = 10_000
_KINDS = {
    "keep": "let stand",
    "supersede": "superseded by",
    "unsettled": "cannot be settled",
    "assign": "assigned to",
    "remove": "removed",
    "describe": "set",
}
"""Kinds of decisions whose names are not what they say."""
LABELS = 5
"""Values of one discrepancy that the table shows, and of each the first `LABEL_WIDTH` characters."""
LABEL_WIDTH = 60


def new_console() -> Console:
    """A console for standard output, as wide as a row needs where it is a pipe."""
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return Console(highlight=False, markup=False, emoji=False, width=width)


def new_table(*columns: str) -> Table:
    """An empty table: ruled on a terminal, plain in a pipe."""
    if not sys.stdout.isatty():
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    else:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def parts_below(*parts: str, between: str = "  ") -> Text:
    """The parts one below the other on a terminal, in one line in a pipe."""
    return Text(("\n" if sys.stdout.isatty() else between).join(parts))


def print_conflicts(store: Store, rows: Sequence[QueueRow]) -> None:
    """These lines of the queue as a table, with a line of totals of all that there is."""
    ids = store.queue_ids()
    short = short_ids(ids)
    out = new_console()
    if rows:
        table = new_table("severity", "event", "values", "sources", "id")
        for row in rows:
            table.add_row(*_conflict(row, short[row.id]))
        out.print(table)
    every = store.queue_rows(ids).values()
    left_out = len(rows) < sum(row.verdict != "superseded" for row in every)
    listed = f"{len(rows)} listed; of " if left_out else ""
    out.print(Text(listed + _totals(every, len(store.sources()))))


def print_disagreements(store: Store, rows: Iterable[QueueRow]) -> None:
    """What each reviewer decided on these differences, without knowing of the others."""
    out, short = new_console(), short_ids(store.queue_ids())
    for row in rows:
        one = store.discrepancy(row.id)
        out.print(Text(f"\n{short[row.id]}  {visible(row.event_label)}: {_about(row)}", style="bold"))
        for decision in Verdicts(store.decisions_about([one])).disagreement(one):
            out.print(Text(f"  {describe_decision(decision)}"))


def _conflict(row: QueueRow, short: str) -> Sequence[Text]:
    sign, style = SEVERITY[row.severity]
    severity = parts_below(f"{sign} {row.severity}", f"{VERDICT[row.verdict]} {row.verdict}")
    severity.stylize(style)
    labels = [short_label(label) for label in row.labels[:LABELS]]
    if len(row.labels) > LABELS:
        labels.append(f"and {len(row.labels) - LABELS} more")
    values = parts_below(*labels, between=" | ")
    values.stylize("bold")
    return (
        severity,
        parts_below(visible(row.event_label), _about(row)),
        values,
        Text(str(row.sources), justify="right"),
        parts_below(short, f"{row.status}: reviewers disagree" if row.disputed else row.status),
    )


def short_label(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= LABEL_WIDTH else f"{shown[: LABEL_WIDTH - 1]}…"


def _about(one: QueueRow | Discrepancy | Decision) -> str:
    return visible(subject(one.attribute, one.key))


def _totals(rows: Collection[QueueRow], articles: int) -> str:
    verdicts = Counter(row.verdict for row in rows)
    undecided = sum(row.status in ("open", "reopened") and row.verdict != "superseded" for row in rows)
    parts = [
        counted(verdicts["conflict"], "conflict"),
        counted(verdicts["tension"], "tension"),
        f"{verdicts['superseded']} superseded",
        f"{undecided} undecided",
    ]
    events = counted(len({row.event for row in rows}), "event")
    return f"{', '.join(parts)}; {events}, {counted(articles, 'article')}"


def print_discrepancy(store: Store, one: Discrepancy) -> None:
    """One discrepancy whole: why it stands there, its values by number, each passage with its source."""
    out = new_console()
    sign, style = SEVERITY[one.severity]
    out.print(Text(visible(store.event(one.event).label), style="bold"))
    head = f"{sign} {one.severity} severity, {VERDICT[one.verdict]} {one.verdict}: {_about(one)}"
    out.print(Text(head, style=style))
    out.print(Text(visible(one.why)))
    if one.severity_why:
        out.print(Text(visible(one.severity_why), style="dim"))
    claims = store.claims_by_id(value.claim for value in one.values)
    sources = {row.id: row for row in store.sources()}
    for number, label in enumerate(one.labels, 1):
        out.print()
        suggested = "  (suggested)" if label == one.suggestion else ""
        told = [value for value in one.values if value.label == label]
        line = Text(f"{number}  {visible(label)}{suggested}", style="bold")
        behind = witnesses((value.source, value.origin or value.source) for value in told)
        out.print(line.append(f"  {behind}", style="not bold dim"))
        for value in told:
            out.print(_told(sources, value))
            out.print(_passage(claims[value.claim], value.start, value.end))
    if one.rule:
        out.print(Text(f"\nsuggestion: {visible(one.rule)}"))
    log = store.decisions_about([one])
    if Verdicts(log).disagreement(one):
        out.print(Text("\nreviewers disagree: any further decision settles it", style="bold"))
    for decision in (entry for entry in log if concerns(entry, one)):
        out.print(Text(f"\ndecision: {describe_decision(decision)}"))


def _told(sources: Mapping[str, SourceRow], value: AttributeValue) -> Text:
    """Where a value stands, and where it comes from if that is another article."""
    source = sources[value.source]
    published = source.published.best.isoformat() if source.published else "no date"
    title = visible(source.title or source.file)
    line = f"   {title} ({visible(source.file)}, {published}, claim {value.claim})"
    if value.origin not in ("", value.source) and value.origin in sources:
        line += f" after {visible(sources[value.origin].file)}"
    return Text(line, style="dim")


def _passage(claim: Claim, start: int, end: int) -> Text:
    """The claim's words with [start, end) of its source marked by brackets and underline."""
    first = min(max(start - claim.start, 0), len(claim.text))
    last = min(max(end - claim.start, first), len(claim.text))
    safe = one_line(claim.text)
    text = Text("   ")
    text.append(safe[:first])
    if last > first:
        text.append(f"[{safe[first:last]}]", style="bold underline")
    text.append(safe[last:])
    return text


def print_hits(store: Store, hits: Iterable[SearchHit]) -> None:
    """Search hits: where each stands, and its words."""
    out = new_console()
    files = {row.id: row.file for row in store.sources(removed=True)}
    found = False
    for hit in hits:
        found = True
        line = Text(f"{visible(files[hit.source])}:{hit.start}-{hit.end} {hit.kind} {hit.id}  ", style="dim")
        out.print(line.append(visible(hit.text), style="default"))
    if not found:
        out.print("nothing found")


def describe_decision(decision: Decision) -> str:
    """A decision in one line: when, who, what, about what, and its id."""
    kind = _KINDS.get(decision.kind, decision.kind.replace("_", " "))
    parts = [decision.at[:19].replace("T", " "), decision.reviewer, kind]
    if decision.kind == "assign":
        parts.append(str(decision.value) if decision.value is not None else "nobody")
    if decision.label is not None:
        parts.append(decision.label)
    if decision.until:
        parts.append(f"until {decision.until}")
    if decision.undoes:
        parts.append(decision.undoes)
    if decision.discrepancy:
        parts.append(f"({_about(decision)}, {decision.discrepancy})")
    if decision.note:
        parts.append(f'"{decision.note}"')
    parts.append(f"[{decision.id}]")
    return visible(" ".join(parts))


def match_again(store: Store) -> str:
    """Link what waits to be linked, and say in one line what that made: "99 events, 258 links; 4 conflict".

    A terminal is told meanwhile that this goes on.
    """
    from workbench.pipeline import link_pending

    with waiting_for_matching():
        report = link_pending(store)
    return say_matching(report)


def waiting_for_matching() -> Status:
    """What a terminal shows while claims are being compared."""
    return Console(stderr=True, highlight=False, markup=False).status("comparing claims")


def say_matching(report: MatchReport) -> str:
    """What the store holds after matching, and what was left uncompared."""
    verdicts = ", ".join(f"{count} {verdict}" for verdict, count in sorted(report.verdicts.items()))
    said = f"{counted(report.events, 'event')}, {report.links} links; {verdicts or 'no differences'}"
    if report.why_anew:
        said += f"; all matched anew: {report.why_anew}"
    if report.changed:
        said += f"; {counted(report.changed, 'event')} changed"
    if report.forgone:
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in sorted(report.forgone.items()))
        said += f"\nat most so many pairs not compared, since too many claims share one: {kinds}"
    if report.left:
        more = counted(report.left, "more claim")
        said += f"\nevents of {more} might change too: workbench match groups all anew"
    return said


def say_changed(store: Store) -> None:
    """How many decisions stand on events that are no longer what their reviewers saw; nothing if none do."""
    from workbench.reviewing import changed

    if number := len(changed(store)):
        verb = "stands on an event that has" if number == 1 else "stand on events that have"
        new_console().print(Text(f"{counted(number, 'decision')} {verb} changed since: workbench changed"))
