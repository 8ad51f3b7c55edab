"""The log of what reviewers did: opened where it leads, copied, written to a file, taken back."""

from __future__ import annotations

from pathlib import Path

from workbench.decisions.corrections import correction_of
from workbench.decisions.log import CORRECTING, ON_ARTICLES
from workbench.errors import UsageError
from workbench.exporting import export_log
from workbench.models import Decision
from workbench.records.output import check_target, write_whole
from workbench.records.writers import writer_named
from workbench.store import LogFilter, LogList, LogRow, Store
from workbench.tui import opening
from workbench.tui.actions import bindings_of
from workbench.tui.log_lines import as_text
from workbench.tui.screens.log_facets import FacetScreen
from workbench.tui.screens.log_undoing import UndoingLog
from workbench.tui.screens.prompts import Prompt
from workbench.words import _, ngettext

_WITH_ENTRY = frozenset({"undo", "pick", "open", "event", "article", "copy", "counterpart"})
_WRITING = "log file"


class ActivityScreen(UndoingLog):
    """Who did what, when, on what and why."""

    PLACE = "activity"
    BINDINGS = bindings_of("activity")

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        if action_id in _WITH_ENTRY and self.here is None and not (action_id == "undo" and self.picked):
            return _("There is no entry here.")
        if action_id in ("undo", "redo", "let_go"):
            return self.undoing_refusal(action_id)
        if action_id == "event" and self.here and not self.here.event:
            return _("The event of this entry is gone, and its claims stand in no other.")
        if action_id == "article" and self.here and not _leads_to_article(self.here.decision):
            return _("This entry names no claim of an article.")
        if action_id == "counterpart" and self.here and not (self.here.undone or self.here.target):
            return _("This entry is no undo, and nothing has taken it back.")
        if action_id == "everything" and self.chosen == LogFilter():
            return _("No filter is on.")
        if action_id == "write" and not self.found.seqs:
            return _("There is nothing to write: the list is empty.")
        return None

    def take(self, found: LogList) -> None:
        super().take(found)
        if isinstance(self.app.screen, FacetScreen):
            self.app.screen.take(found)

    # Opening

    def do_open(self) -> None:
        row = self._chosen()
        decision = row.target or row.decision
        found = self._difference(decision) if decision.discrepancy else None
        if found:
            opening.decide(self.app, found)
        elif decision.attribute in ("claim", "source"):
            self.do_article()
        elif row.event:
            opening.event(self.app, row.event)
        else:
            self.say(_("What this entry was about is no more: its event and its difference are gone."))

    def do_event(self) -> None:
        opening.event(self.app, self._chosen().event)

    def do_article(self) -> None:
        row = self._chosen()
        decision = row.target or row.decision
        if decision.kind in ON_ARTICLES:
            opening.article(self.app, decision.key, 0, 0)
            return
        if decision.kind in CORRECTING:
            said = correction_of(decision)
            opening.article(self.app, decision.key, said.start, said.end)
            return
        known = self.desk.store.claims_by_id(decision.claims)
        first = next((known[claim] for claim in decision.claims if claim in known), None)
        if first:
            opening.article(self.app, first.source, first.start, first.end)
        else:
            self.say(_("What this entry was about is no longer read from its article."))

    def _chosen(self) -> LogRow:
        row = self.here
        if row is None:
            raise UsageError(_("There is no entry here."))
        return row

    def _difference(self, decision: Decision) -> str | None:
        """The difference that an entry is on today; matching may have given it another id."""
        found = [one.id for one in self.desk.store.discrepancies_about(decision)]
        return decision.discrepancy if decision.discrepancy in found else next(iter(found), None)

    # Narrowing

    def do_facets(self) -> None:
        self.app.push_screen(FacetScreen(self.chosen, self.found, self.desk.today, self.narrow))

    # Taking along

    def do_copy(self) -> None:
        self.copy(as_text(self._chosen(), self.clock()))

    def do_write(self) -> None:
        number = len(self.found.seqs)
        asked = ngettext("Write {n} entry to a file", "Write {n} entries to a file", number).format(n=number)
        hint = _("A name that ends in .csv gives a table, any other JSON Lines, one entry a line.")
        self.app.push_screen(Prompt(asked, hint, self._write_to, value="log.jsonl"))

    def _write_to(self, name: str) -> None:
        path = Path(name.strip()).expanduser()
        form = "csv" if path.suffix == ".csv" else "jsonl"
        if not name.strip():
            raise UsageError(_("No file is named"), "", _("Type a name, such as log.jsonl."))
        check_target(path, force=False)
        chosen = self.chosen

        def job(store: Store) -> Path:
            with store.standing_still():
                write_whole(path, writer_named(form, "decisions").write(export_log(store, chosen)))
            return path

        self.say(_("Writing {file} …").format(file=path))
        self.desk.read(job, lambda done: self.say(_("✓ Written: {file}").format(file=done)), group=_WRITING)


def _leads_to_article(decision: Decision) -> bool:
    return bool(decision.claims) or decision.attribute == "source"
