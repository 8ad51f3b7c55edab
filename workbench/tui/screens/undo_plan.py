"""What taking entries back would do, shown before it is done; the reason is typed here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from workbench.models import Decision, Status
from workbench.store import LogRow
from workbench.told import of_error
from workbench.told.deciding import decision_phrase
from workbench.tui.appearance import STATUSES
from workbench.tui.log_lines import about, ago, look_of, phrase
from workbench.tui.screens.prompts import PlainInput
from workbench.undoing import Plan, Refused
from workbench.visible import one_line
from workbench.words import _, ngettext

SHOWN = 8
"""Entries and changes that are shown each; the others are counted."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Do it, for this reason; or (`go_to`) rather go to the entry of this id."""

    reason: str = ""
    go_to: str = ""


class PlanScreen(ModalScreen[Answer | None]):
    """Shows the steps, what would change by them, and what cannot be taken back and why."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Cancel"),
        Binding("enter", "confirm", "Do it"),
        Binding("ctrl+g", "go_there", "Go there"),
    ]

    DEFAULT_CSS = """
    PlanScreen { align: center middle; background: $background 60%; }
    PlanScreen > Vertical {
        width: 84; max-width: 96%; height: auto; max-height: 94%; padding: 0 2; background: $surface;
        border: round $primary; border-title-color: $primary; border-title-style: bold;
    }
    PlanScreen VerticalScroll { height: auto; max-height: 16; scrollbar-size-vertical: 1; margin-top: 1; }
    PlanScreen.-short VerticalScroll { max-height: 12; }
    PlanScreen Static { height: auto; }
    PlanScreen Input { background: $panel; padding: 0 1; margin-top: 1; }
    PlanScreen #keys { height: 1; color: $muted; margin: 1 0 0 0; }
    """

    def __init__(self, rows: Sequence[LogRow], planned: Plan, now: datetime, reason: str) -> None:
        super().__init__()
        self._rows = {row.decision.id: row for row in rows}
        self._planned = planned
        self._now = now
        self._reason = reason

    @property
    def _obstacle(self) -> Decision | None:
        """The newest entry that stands against one of the plan."""
        found = [entry for refused in self._planned.refused for entry in refused.because]
        return max(found, key=lambda entry: entry.at, default=None)

    def compose(self) -> ComposeResult:
        box = Vertical()
        box.border_title = _title(self._planned)
        with box:
            with VerticalScroll(can_focus=False):
                for content in self._lines():
                    yield Static(content, markup=False)
            if self._planned.steps:
                yield PlainInput(self._reason, placeholder=_("Reason, if you like"), compact=True)
            yield Static(" · ".join(self._keys()), id="keys", markup=False)

    def _keys(self) -> Iterator[str]:
        if self._planned.steps:
            yield _("Enter does it")
        if self._obstacle:
            yield _("Ctrl+G goes to what stands against it")
        yield _("Esc cancels")

    def _lines(self) -> Iterator[Content]:
        planned = self._planned
        for step in planned.steps[:SHOWN]:
            yield self._entry(step)
        yield from _more(len(planned.steps) - SHOWN)
        if planned.changes:
            yield Content.assemble("\n", (_("What follows"), "bold $primary"))
            for (before, after), number in Counter(turn[1:] for turn in planned.changes).items():
                yield _change(before, after, number)
        if planned.matches:
            yield Content("\n") + Content(_("Claims are matched again: events may join or part."))
        for refused in planned.refused[:SHOWN]:
            yield from self._refusal(refused)
        yield from _more(len(planned.refused) - SHOWN)

    def _entry(self, entry: Decision) -> Content:
        row = self._rows.get(entry.id)
        look = look_of(entry.kind)
        what, on_what = (phrase(row), about(row)) if row else (decision_phrase(entry), "")
        return Content.assemble(
            (f"{look.sign} ", look.style),
            (one_line(what), "bold"),
            (one_line(f"  {on_what}"), "$foreground"),
            (one_line(f"  {entry.reviewer}, {ago(entry.at, self._now)}"), "$muted"),
        )

    def _refusal(self, refused: Refused) -> Iterator[Content]:
        stays = Content.assemble("\n", ("✕ ", "bold $error"), (_("stays:"), "bold $error"), " ")
        yield stays + self._entry(refused.entry)
        yield Content.styled(f"  {one_line(of_error(refused.reason)[0])}", "$error")
        for entry in reversed(refused.because[-SHOWN:]):
            yield Content("    ") + self._entry(entry)

    @on(Input.Submitted)
    def action_confirm(self) -> None:
        if self._planned.steps:
            typed = self.query(Input)
            # Who presses Enter at once may be faster than the field.
            self.dismiss(Answer(typed.first().value.strip() if typed else self._reason))
        else:
            self.action_go_there()

    def action_go_there(self) -> None:
        obstacle = self._obstacle
        self.dismiss(Answer(go_to=obstacle.id) if obstacle else None)

    def action_give_up(self) -> None:
        self.dismiss(None)


def _title(planned: Plan) -> str:
    number = len(planned.steps)
    if not number:
        return _("This cannot be taken back now")
    if all(step.kind == "undo" for step in planned.steps):
        return ngettext("Bring back {n} entry?", "Bring back {n} entries?", number).format(n=number)
    return ngettext("Take back {n} entry?", "Take back {n} entries?", number).format(n=number)


def _change(before: Status, after: Status, number: int) -> Content:
    what = ngettext("{n} difference: ", "{n} differences: ", number).format(n=number)
    return Content.assemble(f"  {what}", STATUSES[before].content, "  →  ", STATUSES[after].content)


def _more(number: int) -> Iterator[Content]:
    if number > 0:
        yield Content.styled(ngettext("and {n} more", "and {n} more", number).format(n=number), "$muted")
