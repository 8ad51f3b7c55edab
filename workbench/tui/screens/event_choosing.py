"""Searching for another event: to join with this one, to put this one under, or to go to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from workbench.models import Event
from workbench.told import event_label, told
from workbench.tui.event.lines import Page, Run, fit
from workbench.tui.event.outlook import Aim, Found, Outlook, outlook, search_events
from workbench.tui.screens.prompts import PlainInput
from workbench.tui.widgets.detail import short
from workbench.tui.widgets.line_list import LineList
from workbench.words import _, ngettext

if TYPE_CHECKING:
    from workbench.tui.app import ReviewApp
    from workbench.tui.desk import Desk


@dataclass(frozen=True, slots=True)
class Chosen:
    """The event that was chosen, or None for no event; and why, in the reviewer's words."""

    event: str | None
    note: str | None = None


class FoundPage(Page):
    """Events that a search found; with `none`, a first line that stands for no event."""

    def __init__(self, found: Sequence[Found], *, none: bool) -> None:
        self.found: list[Found | None] = [*([None] if none else []), *found]

    def __len__(self) -> int:
        return len(self.found)

    def event(self, index: int) -> str | None:
        one = self.found[index]
        return one.event.id if one else None

    def runs(self, index: int, width: int) -> Sequence[Run]:
        one = self.found[index]
        if one is None:
            return [("∅ ", "mark"), (fit(_("A stage of no other event"), width - 2), "strong")]
        claims = ngettext("{n} claim", "{n} claims", len(one.event.claims)).format(n=len(one.event.claims))
        sign = "≈ " if one.linked else "  "
        room = width - len(sign) - len(claims) - 2
        return [(sign, "mark"), (fit(event_label(one.event.label), room), "text"), (f"  {claims}", "quiet")]


class EventChooser(ModalScreen[Chosen | None]):
    """Type to search, choose with the arrows; Enter asks for a reason, Enter again does it. None: given up.

    Before that it shows what would come of it; what an earlier decision stands against cannot be chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Cancel"),
        Binding("down,ctrl+n", "move(1)", "Down", priority=True),
        Binding("up,ctrl+b", "move(-1)", "Up", priority=True),
        Binding("pagedown", "move(8)", "Page down", priority=True),
        Binding("pageup", "move(-8)", "Page up", priority=True),
    ]
    CSS_PATH = "event_choosing.tcss"

    def __init__(self, aim: Aim, event: Event) -> None:
        super().__init__()
        self._aim = aim
        self._event = event
        self._outlook: Outlook | None = None

    def compose(self) -> ComposeResult:
        box = Vertical(id="box")
        box.border_title = _("Merge with") if self._aim == "merge" else _("A stage of")
        box.border_subtitle = _("↑ ↓ choose · Enter goes on · Esc cancels")
        with box:
            yield Static(Content.styled(short(event_label(self._event.label)), "$muted"), id="this")
            yield PlainInput(
                placeholder=_("words of the event: who, what, where, a day"), compact=True, id="search"
            )
            yield LineList(id="found")
            yield Static(id="outlook", markup=False)
            yield PlainInput(placeholder=_("Reason, may stay empty; Enter saves"), compact=True, id="note")

    def on_mount(self) -> None:
        self.query_one("#note").display = False
        self.query_one("#found").can_focus = False
        self._search("")

    @property
    def desk(self) -> Desk:
        return cast("ReviewApp", self.app).desk

    @property
    def list(self) -> LineList:
        return self.query_one("#found", LineList)

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self._search(event.value)

    def _search(self, words: str) -> None:
        event = self._event
        self.desk.read(
            lambda store: search_events(store, words, event), self._take_found, group="event search"
        )

    def _take_found(self, found: Sequence[Found]) -> None:
        if not self.is_attached:
            return
        # That it is a stage of none comes first, but is not what most are looking for.
        none = self._aim == "parent"
        self.list.show(FoundPage(found, none=none), cursor=int(none and bool(found)))
        self._look()

    def action_move(self, lines: int) -> None:
        if not self.query_one("#note").display:
            self.list.step(lines)

    @on(LineList.Moved)
    def _look(self) -> None:
        """Reads what would come of choosing the selected event."""
        self._outlook = None
        self.query_one("#note").display = False
        chosen = self._chosen()
        if chosen is None:
            self._tell(Content(self._nothing()))
            return
        aim, event, desk = self._aim, self._event.id, self.desk
        reviewer, at = desk.reviewer, desk.now()
        self.desk.read(
            lambda store: outlook(aim, store, event, chosen, reviewer=reviewer, at=at),
            self._take_outlook,
            group="event outlook",
        )

    def _take_outlook(self, found: Outlook) -> None:
        if self.is_attached:
            self._outlook = found
            self._tell(told_outlook(found))

    def _nothing(self) -> str:
        if not self.list.length:
            return _("No event has these words.")
        return _("It stays apart, whatever the matcher finds.")

    def _tell(self, content: Content) -> None:
        self.query_one("#outlook", Static).update(content)

    def _chosen(self) -> str | None:
        page = self.list.page
        return page.event(self.list.cursor) if page and self.list.length else None

    @on(Input.Submitted, "#search")
    @on(LineList.Opened)
    def _go_on(self) -> None:
        if not self.list.length or (self._chosen() and self._outlook is None):
            return
        if self._outlook and self._outlook.refused:
            self.app.bell()
            return
        note = self.query_one("#note", PlainInput)
        note.display = True
        note.focus()

    @on(Input.Submitted, "#note")
    def _done(self, event: Input.Submitted) -> None:
        self.dismiss(Chosen(self._chosen(), event.value.strip() or None))

    def action_give_up(self) -> None:
        note = self.query_one("#note")
        if note.display:
            note.display = False
            self.query_one("#search").focus()
        else:
            self.dismiss(None)


def told_outlook(found: Outlook) -> Content:
    """What would come of it, what speaks against it, and what an earlier decision rules out."""
    if found.refused:
        return Content.assemble(
            (f"✕ {told(found.refused.title)}: ", "bold $error"),
            (short(told(found.refused.detail)), "$foreground"),
            "\n",
            (short(told(found.refused.hint or "")), "$muted"),
        )
    sources = ngettext("{n} source in all", "{n} sources in all", found.sources).format(n=found.sources)
    shared = _("none tells of both")
    if found.shared:
        shared = ngettext("{n} tells of both", "{n} tell of both", found.shared).format(n=found.shared)
    alike = f"; ≈ {_('some of their claims are alike')}" if found.linked else ""
    lines = [Content.styled(f"{sources}, {shared}{alike}", "$muted")]
    if found.stages:
        lines.append(Content.assemble(("! ", "bold $warning"), short(told(found.stages))))
    if found.apart:
        apart = _("The matcher keeps them apart: {why}").format(why=told(found.apart))
        lines.append(Content.assemble(("! ", "bold $warning"), short(apart)))
    return Content("\n").join(lines)


class KinChooser(ModalScreen[str | None]):
    """A list of events to go to. Gives the id of the one that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,g", "give_up", "Cancel"),
        Binding("down,j", "move(1)", "Down"),
        Binding("up,k", "move(-1)", "Up"),
        Binding("enter,space", "choose", "Go"),
    ]
    CSS_PATH = "event_choosing.tcss"

    def __init__(self, kin: Sequence[tuple[str, Event, str]]) -> None:
        """`kin` are signs, events, and why each is kin."""
        super().__init__()
        self._kin = kin

    def compose(self) -> ComposeResult:
        box = Vertical(id="box", classes="small")
        box.border_title = _("Go to")
        box.border_subtitle = _("↑ ↓ choose · Enter goes on · Esc cancels")
        with box:
            yield LineList(id="found")
            yield Static(id="outlook", markup=False)

    def on_mount(self) -> None:
        self.query_one(LineList).show(KinPage(self._kin))
        self._tell_why()

    @on(LineList.Moved)
    def _tell_why(self) -> None:
        why = self._kin[self.query_one(LineList).cursor][2]
        self.query_one("#outlook", Static).update(Content.styled(short(told(why)), "$muted"))

    def action_move(self, lines: int) -> None:
        self.query_one(LineList).step(lines)

    @on(LineList.Opened)
    def action_choose(self) -> None:
        self.dismiss(self._kin[self.query_one(LineList).cursor][1].id)

    def action_give_up(self) -> None:
        self.dismiss(None)


class KinPage(Page):
    """Events with a sign each."""

    def __init__(self, kin: Sequence[tuple[str, Event, str]]) -> None:
        self._kin = kin

    def __len__(self) -> int:
        return len(self._kin)

    def runs(self, index: int, width: int) -> Sequence[Run]:
        sign, event, _why = self._kin[index]
        return [(f"{sign} ", "mark"), (fit(event_label(event.label), width - 2), "text")]
