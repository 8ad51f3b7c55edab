"""What a difference is, before its values: event, subject, how grave and why, what the machine would say."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workbench import told
from workbench.models import Decision
from workbench.told.dates import moment
from workbench.told.deciding import decision_phrase
from workbench.tui.cases import Case
from workbench.tui.widgets.detail import disagreement, entry_line, reasons, short, signs_line, subject_line
from workbench.words import _

_KEYED = 9


class CaseHead(Vertical, can_focus=False):
    """The lines above the values. Only a part of a long reason is shown until it is unfolded."""

    DEFAULT_CSS = """
    CaseHead { height: auto; padding: 0 1; }
    CaseHead Horizontal { height: 1; }
    CaseHead #event { width: 1fr; text-overflow: ellipsis; text-wrap: nowrap; }
    CaseHead #subject { width: 1fr; text-overflow: ellipsis; text-wrap: nowrap; }
    CaseHead #signs, CaseHead #task { width: auto; padding-left: 2; }
    CaseHead VerticalScroll { height: auto; scrollbar-size-vertical: 1; }
    CaseHead #reason, CaseHead #standing { height: auto; }
    CaseHead #suggestion {
        height: auto; max-height: 2; padding: 0 1; border-left: wide $faint;
        color: $muted; text-style: italic;
    }
    """

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(id="event", markup=False)
            yield Static(id="signs", markup=False)
        with Horizontal():
            yield Static(id="subject", markup=False)
            yield Static(id="task", markup=False)
        with VerticalScroll(can_focus=False):
            yield Static(id="reason", markup=False)
        yield Static(id="standing", markup=False)
        yield Static(id="suggestion", markup=False)

    def show(self, case: Case) -> None:
        """Shows a difference from the beginning of its reason."""
        self._put("event", Content.styled(short(told.event_label(case.event_label)), "bold $foreground"))
        self._put("signs", signs_line(case))
        self._put("subject", subject_line(case))
        self._put("task", Content.styled(f"@ {short(case.assignee)}" if case.assignee else "", "$secondary"))
        self._put("reason", reasons(case))
        standing = _standing(case)
        self._put("standing", standing or Content(""))
        self.query_one("#standing").display = standing is not None
        suggested = suggestion(case)
        self._put("suggestion", suggested or Content(""))
        self.query_one("#suggestion").display = suggested is not None
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _put(self, name: str, content: Content) -> None:
        self.query_one(f"#{name}", Static).update(content)


def _standing(case: Case) -> Content | None:
    """What was decided, or on what reviewers disagree."""
    if case.disagreement:
        return disagreement(case)
    if case.in_force is None:
        return None
    return Content.styled(_("✓ Decided") + "  ", "bold $success") + entry_line(case.in_force)


def history_line(entry: Decision, case: Case) -> Content:
    """An entry on a difference; an undo with what it takes back."""
    undone = next((one for one in case.history if one.id == entry.undoes), None)
    if undone is None:
        return entry_line(entry)
    what = _("took back: {what}").format(what=decision_phrase(undone))
    note = f"; {entry.note}" if entry.note else ""
    return Content(short(f"{moment(entry.at)} {entry.reviewer}: {what}{note}"))


def suggestion(case: Case) -> Content | None:
    """What the machine would choose and by what rule, worded so that nobody takes it for a decision."""
    one = case.discrepancy
    if one.suggestion is None:
        return None
    value = short(told.label(one.suggestion, one.attribute))
    said = _("Suggestion, not a decision: {value}").format(value=value)
    if one.rule:
        said += f" ({short(told.told(one.rule))})"
    number = case.labels.index(one.suggestion) + 1 if one.suggestion in case.labels else _KEYED + 1
    if number <= _KEYED:
        said += " · " + _("{number} accepts it").format(number=number)
    return Content(f"┄ {said} ┄")
