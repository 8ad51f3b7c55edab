"""Where what is to be imported is named or pasted."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from workbench.sources import Pasted
from workbench.tui.paths import completed, named
from workbench.tui.periods import first_day
from workbench.tui.screens.prompts import PlainInput
from workbench.tui.sizes import count
from workbench.visible import safe, visible
from workbench.words import _

SHOWN = 50_000
"""Characters of a pasted text that are shown: to break a longer one into lines makes keys wait."""
_NAMES = 200
"""Characters of the names that a path can go on to."""


class PathInput(PlainInput):
    """A line for a path; Tab completes it, a pasted text of several lines goes where texts are pasted."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False)]

    class Text(Message):
        """Not a path but a whole text was pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Completes(Message):
        """The path can go on to these names."""

        def __init__(self, names: tuple[str, ...]) -> None:
            super().__init__()
            self.names = names

    def action_complete(self) -> None:
        """Adds what all entries that begin so have in common; where there is nothing to add, goes on."""
        found = completed(self.value) if self.value else None
        if found is None or (found.text == self.value and len(found.names) <= 1):
            self.screen.focus_next()
            return
        self.value = found.text
        self.cursor_position = len(found.text)
        self.post_message(self.Completes(found.names))

    def _on_paste(self, event: events.Paste) -> None:
        if "\n" in event.text.strip():
            event.stop()
            event.prevent_default()
            self.post_message(self.Text(event.text))


class PasteArea(TextArea):
    """Takes a text. What could steer the terminal is shown by stand-ins, but imported as it was pasted."""

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, placeholder=_("Paste the text here"))
        self._pasted = ""
        self._shown = ""

    def take(self, text: str) -> None:
        """Holds a text instead of the present one."""
        self._pasted = text.replace("\r\n", "\n").replace("\r", "\n")
        self._shown = safe(self._pasted[:SHOWN])
        if len(self._pasted) > SHOWN:
            more = len(self._pasted) - SHOWN
            self._shown += "\n" + _("… and {n} characters more, which are imported too").format(n=count(more))
        self.load_text(self._shown)

    @property
    def whole(self) -> str:
        """The text to import: as it was pasted, or as it was typed or changed."""
        return self._pasted if self._pasted and self.text == self._shown else self.text

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if self.text:
            self.insert(safe(event.text[:SHOWN]))
        else:
            self.take(event.text)


class ImportForm(Vertical):
    """A line for files, folders and addresses, a place for a text, and what may be known of that text."""

    DEFAULT_CSS = """
    ImportForm { padding: 1 2 0 2; }
    ImportForm Static { height: 1; color: $muted; }
    ImportForm .title { color: $foreground; text-style: bold; }
    ImportForm PathInput { height: 1; background: $surface; padding: 0 1; }
    ImportForm PathInput:focus, ImportForm Horizontal Input:focus { background: $panel; }
    ImportForm PasteArea { height: 1fr; border: none; padding: 0 1; background: $surface; }
    ImportForm PasteArea:focus { background: $panel; }
    ImportForm Horizontal { height: 1; margin-top: 1; }
    ImportForm Horizontal Static { width: auto; margin-right: 1; }
    ImportForm Horizontal Input { width: 1fr; background: $surface; padding: 0; margin-right: 2; }
    ImportForm Horizontal #published { width: 11; margin-right: 0; }
    """

    def compose(self) -> ComposeResult:
        yield Static(_("A file, a folder or an address of articles"), classes="title", markup=False)
        yield PathInput(id="path", compact=True, placeholder=_("~/articles/ · Tab completes · https://…"))
        yield Static(id="names", markup=False)
        yield Static(_("or the text of one article"), classes="title", markup=False)
        yield PasteArea()
        with Horizontal():
            yield Static(_("title"), markup=False)
            yield PlainInput(id="title-of", compact=True, placeholder=_("of the text"))
            yield Static(_("publisher"), markup=False)
            yield PlainInput(id="publisher", compact=True)
            yield Static(_("published"), markup=False)
            yield PlainInput(id="published", compact=True, placeholder="2025-05-17")

    def on_mount(self) -> None:
        self._names(())

    @property
    def area(self) -> PasteArea:
        return self.query_one(PasteArea)

    def _field(self, name: str) -> Input:
        return self.query_one(f"#{name}", Input)

    @property
    def empty(self) -> bool:
        """Whether nothing is named or pasted."""
        return not self._field("path").value.strip() and not self.area.text.strip()

    def wanted(self) -> list[Path | str] | Pasted:
        """What is to be imported: the path or address where one is typed, or else the text.

        Raises UsageError where the day of publication no day.
        """
        if self._field("path").value.strip() or not self.area.text.strip():
            return [named(self._field("path").value)]
        return Pasted(
            self.area.whole,
            self._field("title-of").value,
            self._field("publisher").value,
            first_day(self._field("published").value),
        )

    def clear(self) -> None:
        """Empties everything."""
        for field in self.query(Input):
            field.value = ""
        self.area.take("")

    def on_path_input_text(self, event: PathInput.Text) -> None:
        self.area.take(event.text)
        self.area.focus()

    def on_path_input_completes(self, event: PathInput.Completes) -> None:
        self._names(event.names)

    def on_input_changed(self) -> None:
        self._names(())

    def _names(self, names: tuple[str, ...]) -> None:
        several = names if len(names) > 1 else ()
        self.query_one("#names", Static).update(visible(" · ".join(several))[:_NAMES])
