"""An export that is written beside reviewing, and the first lines of one that might be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.errors import UsageError
from workbench.exporting import BrokenOffError, Choice, export, write_export
from workbench.records.rows import What
from workbench.records.writers import writers
from workbench.records.writing import Refusal, Settings
from workbench.store import Store, open_store
from workbench.told import of_error
from workbench.tui.background import Background
from workbench.tui.sizes import count
from workbench.visible import safe, visible
from workbench.words import _, in_force, ngettext

PREVIEWED = 30
"""Objects of which a preview is made."""
_LINE = 400
"""Characters of a line that a preview shows."""


@dataclass(frozen=True, slots=True)
class Preview:
    """How many objects there are, and the lines that the first of them give, or why there are none."""

    what: What
    total: int
    lines: tuple[str, ...]
    why: str = ""


def preview(store: Store, choice: Choice, format_: str, *, today: date) -> Preview:
    """The beginning of an export; it reads no more than that."""
    with store.standing_still():
        made = export(store, choice, today=today, settings=Settings(in_force()))
        writer = writers()[format_]
        if not writer.is_text:
            return Preview(choice.what, made.total, (), _("Its file is no text: there is nothing to show."))
        try:
            lines = b"".join(writer.write(made.first(PREVIEWED))).decode().splitlines()
        except UsageError as error:
            title, more = of_error(error)
            return Preview(choice.what, made.total, (more,), f"{title}:")
    shown = tuple(safe(line if len(line) <= _LINE else f"{line[:_LINE]}…") for line in lines)
    return Preview(choice.what, made.total, shown)


def told_objects(what: What, number: int) -> str:
    """How many objects an export tells of: "2 differences"."""
    match what:
        case "claims":
            words = ngettext("{n} claim", "{n} claims", number)
        case "events":
            words = ngettext("{n} event", "{n} events", number)
        case "attributes":
            words = ngettext("attributes of {n} event", "attributes of {n} events", number)
        case "decisions":
            words = ngettext("{n} entry of the log", "{n} entries of the log", number)
        case "discrepancies":
            words = ngettext("{n} difference", "{n} differences", number)
    return words.format(n=count(number))


def told_refusals(refused: Sequence[Refusal]) -> str:
    """How many objects a format had no place for, the first with the reason; "" where there are none."""
    if not refused:
        return ""
    first = f"{refused[0].label}: {refused[0].why}"
    words = ngettext("{n} left out: {first}", "{n} left out, first {first}", len(refused))
    return " " + words.format(n=count(len(refused)), first=visible(first))


def default_name(choice: Choice, format_: str) -> str:
    """What a file of it is called when nobody says otherwise."""
    return f"{choice.what}{writers()[format_].ending}"


class ExportRun(Background):
    """Writes a file whole or not at all."""

    def __init__(
        self,
        path: Path,
        choice: Choice,
        format_: str,
        target: Path,
        *,
        today: date,
        force: bool = False,
        over: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__("exporter", over)
        self.target = target
        self.done, self.total = 0, 0
        self.written: int | None = None
        """How many objects the file tells of, once it is written."""
        self.refused: Sequence[Refusal] = ()
        """What its format had no place for."""
        self.size = 0
        self._path = path
        self._choice = choice
        self._format = format_
        self._today = today
        self._force = force
        self._settings = Settings(in_force())

    @property
    def broken_off(self) -> bool:
        """Whether it ended since it was asked to."""
        return isinstance(self.error, BrokenOffError)

    def work(self) -> None:
        def progress(done: int, total: int) -> None:
            self.done, self.total = done, total

        with open_store(self._path, create=False) as store:
            made = write_export(
                store,
                self._choice,
                self._format,
                self.target,
                force=self._force,
                today=self._today,
                settings=self._settings,
                progress=progress,
                stop=lambda: self.stopping,
            )
        self.written = made.total
        self.refused = made.refused
        self.size = self.target.stat().st_size
