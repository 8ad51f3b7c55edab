"""Narrowing the log: whose entries, of what kind, of which days; each choice takes effect at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar, Literal, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workbench.errors import UsageError
from workbench.models import DecisionKind
from workbench.store import LogFilter, LogList
from workbench.tui.log_lines import KINDS, look_of, period
from workbench.tui.periods import first_day, last_day
from workbench.tui.screens.prompts import Prompt
from workbench.visible import one_line
from workbench.words import N_, _, ngettext

T = TypeVar("T")
Facet = Literal["reviewers", "kinds", "days"]
TITLES: dict[Facet, str] = {"reviewers": N_("Reviewer"), "days": N_("Days"), "kinds": N_("Kind")}
_BACK = (0, 6, 29)
"""Days before the current one at which the offered periods begin."""
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list: what it narrows to, whether it is chosen, and how many entries there are."""

    facet: Facet
    value: str
    text: str
    chosen: bool
    number: int | None = None


def choices(chosen: LogFilter, found: LogList, today: date) -> list[Choice]:
    """What the log can be narrowed to, with counts under the rest of the filter; what is chosen is there."""
    names = sorted({*found.reviewers, *chosen.reviewers})
    lines = [
        Choice("reviewers", name, name, name in chosen.reviewers, found.reviewers.get(name, 0))
        for name in names
    ]
    lines += [
        Choice("days", day, _period_name(back), chosen.since == day and not chosen.until)
        for back in _BACK
        for day in [(today - timedelta(days=back)).isoformat()]
    ]
    offered = any(line.chosen for line in lines if line.facet == "days")
    named = period(chosen.since, chosen.until) if not offered else ""
    lines.append(Choice("days", _OTHER, named or _("other days …"), bool(named)))
    known = [*KINDS, *(kind for kind in found.kinds if kind not in KINDS)]
    lines += [
        Choice("kinds", kind, look_of(kind).text, kind in chosen.kinds, found.kinds.get(kind, 0))
        for kind in known
        if kind in found.kinds or kind in chosen.kinds
    ]
    return lines


def _period_name(back: int) -> str:
    return (
        ngettext("the last {n} day", "the last {n} days", back + 1).format(n=back + 1) if back else _("today")
    )


def toggled(chosen: LogFilter, choice: Choice) -> LogFilter:
    """The filter with a choice made, or unmade where it was; days exclude each other."""
    if choice.facet == "days":
        return replace(chosen, since="" if choice.chosen else choice.value, until="")
    if choice.facet == "reviewers":
        return replace(chosen, reviewers=_flipped(chosen.reviewers, choice.value))
    return replace(chosen, kinds=_flipped(chosen.kinds, cast("DecisionKind", choice.value)))


def _flipped(held: tuple[T, ...], value: T) -> tuple[T, ...]:
    """Without the value where it is there, with it at the end where it is not."""
    return tuple(one for one in held if one != value) if value in held else (*held, value)


def days_of(text: str) -> tuple[str, str]:
    """The first and the last day, in ISO form, of "2026-02-03", "03.02.2026" or "2026-02-01/2026-02-07".

    Raises UsageError.
    """
    try:
        ends = [end(part) for part in text.split("/") for end in (first_day, last_day)]
    except UsageError:
        ends = []
    days = sorted(day for day in ends if day)
    if not days:
        raise UsageError(_("Not a day"), text, _("Type 2026-02-03, or 2026-02-01/2026-02-07."))
    return days[0].isoformat(), days[-1].isoformat()


class FacetScreen(ModalScreen[None]):
    """Lists the choices; `narrow` is called with the filter after each, `take` brings the new counts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f", "close", "Close"),
        Binding("space", "choose", "Choose"),
        Binding("j", "step(1)", "Down"),
        Binding("k", "step(-1)", "Up"),
    ]

    DEFAULT_CSS = """
    FacetScreen { align: center middle; background: $background 60%; }
    FacetScreen > Vertical {
        width: 60; max-width: 94%; height: auto; max-height: 90%; padding: 0 1; background: $surface;
        border: round $primary; border-title-color: $primary; border-title-style: bold;
    }
    FacetScreen OptionList {
        height: auto; max-height: 100%; background: $surface; border: none; padding: 0;
        scrollbar-size-vertical: 1;
    }
    FacetScreen OptionList:focus { border: none; background-tint: $surface 0%; }
    FacetScreen OptionList > .option-list--option-disabled { color: $primary; text-style: bold; }
    FacetScreen OptionList:focus > .option-list--option-highlighted {
        color: $foreground; background: $panel; text-style: bold;
    }
    FacetScreen #keys { height: 1; color: $muted; margin-top: 1; }
    """

    def __init__(
        self, chosen: LogFilter, found: LogList, today: date, narrow: Callable[[LogFilter], None]
    ) -> None:
        super().__init__()
        self._chosen = chosen
        self._found = found
        self._today = today
        self._narrow = narrow
        self._choices: dict[str, Choice] = {}

    def compose(self) -> ComposeResult:
        box = Vertical()
        box.border_title = _("Show only")
        with box:
            yield OptionList()
            yield Static(_("Enter chooses, Esc closes"), id="keys", markup=False)

    def on_mount(self) -> None:
        self._fill()

    def take(self, found: LogList) -> None:
        """Shows new counts."""
        self._found = found
        self._fill()

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        held = options.highlighted_option
        lines: list[Option] = []
        self._choices = {}
        for facet in TITLES:
            lines.append(Option(Content(_(TITLES[facet])), disabled=True))
            for choice in choices(self._chosen, self._found, self._today):
                if choice.facet == facet:
                    self._choices[f"{facet} {choice.value}"] = choice
                    lines.append(Option(_content(choice), id=f"{facet} {choice.value}"))
        places = {line.id: place for place, line in enumerate(lines) if line.id}
        options.clear_options().add_options(lines)
        # What was lit stays so, though other lines have come or gone above it.
        first = min(places.values(), default=0)
        options.highlighted = places.get(held.id, first) if held and held.id else first

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        choice = self._choices[event.option.id or ""]
        if choice.value != _OTHER:
            self._take_filter(toggled(self._chosen, choice))
        elif choice.chosen:
            self._take_filter(replace(self._chosen, since="", until=""))
        else:
            self._ask_days()

    def _ask_days(self) -> None:
        def done(days: tuple[str, str] | None) -> None:
            if days:
                self._take_filter(replace(self._chosen, since=days[0], until=days[1]))

        question = _("A day (2026-02-03), or the first and the last (2026-02-01/2026-02-07).")
        self.app.push_screen(Prompt(_("Which days?"), question, days_of, value=self._today.isoformat()), done)

    def _take_filter(self, chosen: LogFilter) -> None:
        self._chosen = chosen
        self._fill()
        self._narrow(chosen)

    def action_choose(self) -> None:
        self.query_one(OptionList).action_select()

    def action_step(self, by: int) -> None:
        options = self.query_one(OptionList)
        options.action_cursor_down() if by > 0 else options.action_cursor_up()

    def action_close(self) -> None:
        self.dismiss()


def _content(choice: Choice) -> Content:
    mark = ("● ", "bold $accent") if choice.chosen else ("○ ", "$muted")
    number = "" if choice.number is None else f"  {choice.number}"
    return Content.assemble("  ", mark, one_line(choice.text), (number, "$muted"))
