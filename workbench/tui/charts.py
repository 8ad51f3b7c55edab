"""The numbers of the review as charts: names, values, what each bar leads to. Pure; a widget draws them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.models import Attribute, DecisionKind, Severity
from workbench.records.formats.csv import cell
from workbench.store import LogFilter, QueueFilter
from workbench.store.overview import DAYS, HANDFUL, Overview
from workbench.told import subject
from workbench.tui.appearance import SEVERITIES, STATUSES, UNDECIDED
from workbench.words import _, ngettext

BUSIEST = 3
"""Reviewers with a series of their own; what all others did is one more."""
_CHOOSING: tuple[DecisionKind, ...] = ("accept", "enter", "range")
_PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class OutletArticles:
    """The articles of an outlet by its name: looked up when a bar is opened."""

    name: str


Target = QueueFilter | LogFilter | OutletArticles


@dataclass(frozen=True, slots=True)
class Series:
    """One value a bar; `style` is a colour of the theme. Bars are told apart by their filling as well."""

    name: str
    style: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with their `names`; the values of several `series` are stacked. `note` says how it is counted.

    ``upright`` bars stand side by side, others lie one below the other. `limit` is where the axis of values
    ends (None: at the longest bar). ``columns`` are more numbers for the table, each with its name.
    """

    key: str
    title: str
    note: str
    names: tuple[str, ...]
    series: tuple[Series, ...]
    targets: tuple[Target, ...]
    axis: str
    upright: bool = False
    limit: float | None = None
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    empty: str = ""


def charts_of(overview: Overview, today: date) -> list[Chart]:
    """The charts of the overview, in their order."""
    return [
        open_differences(overview),
        decisions_a_day(overview, today),
        outlets(overview),
        agreement(overview),
    ]


def open_differences(overview: Overview) -> Chart:
    """What waits for a decision, by attribute and severity; the largest heap first."""
    heaps: dict[Attribute, Counter[Severity]] = defaultdict(Counter)
    for count in overview.counts:
        if count.status in UNDECIDED:
            heaps[count.attribute][count.severity] += count.number
    kinds = sorted(heaps, key=lambda kind: (-heaps[kind].total(), kind))
    return Chart(
        "open",
        _("Open differences by kind"),
        _("Everything that waits for a decision, replaced figures too."),
        tuple(subject(kind, "") for kind in kinds),
        tuple(
            Series(look.text, look.style, tuple(heaps[kind][severity] for kind in kinds))
            for severity, look in SEVERITIES.items()
        ),
        tuple(QueueFilter(statuses=UNDECIDED, attributes=(kind,)) for kind in kinds),
        _("differences"),
        empty=_("Nothing is open: every difference is decided."),
    )


def decisions_a_day(overview: Overview, today: date) -> Chart:
    """Decisions of the last days, by the reviewers who took the most."""
    days = [today - timedelta(days=back) for back in reversed(range(DAYS))]
    taken: Counter[str] = Counter()
    for count in overview.days:
        taken[count.reviewer] += count.number
    named = [reviewer for reviewer, _number in taken.most_common(BUSIEST)]
    numbers: dict[str, Counter[date]] = {name: Counter() for name in named}
    others: Counter[date] = Counter()
    for count in overview.days:
        numbers.get(count.reviewer, others)[count.day] += count.number
    styles = ("$primary", "$warning", "$secondary")
    series = [
        Series(name, style, tuple(numbers[name][day] for day in days))
        for name, style in zip(named, styles, strict=False)
    ]
    if others:
        number = len(taken) - len(named)
        text = ngettext("{n} other", "{n} others", number).format(n=number)
        series.append(Series(text, "$muted", tuple(others[day] for day in days)))
    return Chart(
        "days",
        ngettext("Decisions a day, the last {n} day", "Decisions a day, the last {n} days", DAYS).format(
            n=DAYS
        ),
        _("Decisions in effect; notes, assignments and undos are left out."),
        tuple(day.isoformat() for day in days),
        tuple(series),
        tuple(LogFilter(since=day.isoformat(), until=day.isoformat()) for day in days),
        _("decisions"),
        upright=True,
        empty=_("Nobody has decided anything in these days."),
    )


def outlets(overview: Overview) -> Chart:
    """Whose claims others contradict most, as shares of all claims they make."""
    found = overview.outlets
    return Chart(
        "outlets",
        _("Sources that disagree most"),
        _(
            "Claims with a value that another publisher gives differently (conflicts and tensions, not "
            "dismissed), of all claims; from {n} claims on. It does not say who is right."
        ).format(n=HANDFUL),
        tuple(outlet.name for outlet in found),
        (Series(_("differing"), "$warning", tuple(_PERCENT * outlet.share for outlet in found)),),
        tuple(OutletArticles(outlet.name) for outlet in found),
        _("% of its claims"),
        limit=_PERCENT,
        columns=(
            (_("differing"), tuple(str(outlet.differing) for outlet in found)),
            (_("claims"), tuple(str(outlet.claims) for outlet in found)),
        ),
        empty=_("No publisher's claims are contradicted by another's."),
    )


def agreement(overview: Overview) -> Chart:
    """How often each reviewer chose what the machine suggests."""
    found = overview.agreement
    return Chart(
        "agreement",
        _("Suggestions followed"),
        _("Of the values chosen where the machine suggests one, those that are the suggested one."),
        tuple(one.reviewer for one in found),
        (
            Series(
                _("as suggested"), "$success", tuple(_PERCENT * one.followed / one.chosen for one in found)
            ),
        ),
        tuple(LogFilter(reviewers=(one.reviewer,), kinds=_CHOOSING, in_effect=True) for one in found),
        _("% of the values chosen"),
        limit=_PERCENT,
        columns=(
            (_("as suggested"), tuple(str(one.followed) for one in found)),
            (_("chosen"), tuple(str(one.chosen) for one in found)),
        ),
        empty=_("No value has been chosen where the machine suggests one."),
    )


def standing(overview: Overview) -> str:
    """How many differences stand where: "○ open 12  ✓ resolved 40"."""
    numbers: Counter[str] = Counter()
    for count in overview.counts:
        numbers[count.status] += count.number
    return "  ".join(f"{look.text} {numbers[status]}" for status, look in STATUSES.items() if numbers[status])


def waiting(overview: Overview) -> str:
    """How long a difference waits for its decision; "" where nothing tells."""
    found = overview.waiting
    if found is None:
        return ""
    return ngettext(
        "Publication to decision: {days} days (median of {n} decision, {period} days)",
        "Publication to decision: {days} days (median of {n} decisions, {period} days)",
        found.decisions,
    ).format(days=f"{found.median_days:g}", n=found.decisions, period=DAYS)


def table_of(chart: Chart) -> list[list[str]]:
    """The numbers of a chart: a row of headings, then one for each bar."""
    extra = chart.columns
    own: list[tuple[str, Sequence[str]]] = [
        (one.name, [f"{value:.0f}" for value in one.values]) for one in chart.series
    ]
    if extra:
        own = [(chart.axis, values) for _name, values in own]
    heads = ["", *(name for name, _values in (*own, *extra))]
    rows = [
        [name, *(values[place] for _name, values in (*own, *extra))] for place, name in enumerate(chart.names)
    ]
    return [heads, *rows]


def as_text(chart: Chart) -> str:
    """The numbers of a chart to paste into a spreadsheet, tabs between columns; no name becomes a formula."""
    return "\n".join("\t".join(map(cell, cells)) for cells in table_of(chart))


def legend(chart: Chart, fillings: Mapping[int, str]) -> list[tuple[str, str]]:
    """Each series with its filling and its name, and its colour; nothing where there is only one."""
    if len(chart.series) < 2:
        return []
    return [(f"{fillings[place]} {one.name}", one.style) for place, one in enumerate(chart.series)]
