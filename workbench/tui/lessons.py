"""What somebody who has never decided anything here needs to know next, with the keys that are in force."""

from __future__ import annotations

from typing import Literal

from workbench.store import Store
from workbench.tui.actions import Place, action_named
from workbench.words import N_, _

Lesson = Literal["queue", "decide", "decided"]

_WORDS: dict[Lesson, str] = {
    "queue": N_(
        "First time here? Each row is a difference between sources. {down} and {up} choose one, "
        "{open} puts its values side by side. {help} explains every key."
    ),
    "decide": N_(
        "Each column is a value and who says it. Press the number of the one that holds: {accept}. "
        "{dismiss}: they do not contradict each other. {defer}: later. {back}: back to the list."
    ),
    "decided": N_(
        "Saved, with your name and the time. {undo} takes it back, now or any day. "
        "This is the next difference; {next_open} skips it."
    ),
}
_KEYS: dict[Lesson, dict[str, str]] = {
    "queue": {"down": "queue.down", "up": "queue.up", "open": "queue.open", "help": "anywhere.help"},
    "decide": {
        "accept": "decide.accept",
        "dismiss": "decide.dismiss",
        "defer": "decide.defer",
        "back": "decide.back",
    },
    "decided": {"undo": "decide.undo", "next_open": "decide.next_open"},
}
LESSONS: tuple[Lesson, ...] = tuple(_WORDS)


def is_newcomer(store: Store, reviewer: str) -> bool:
    """Whether the log holds nothing by this reviewer."""
    return next(store.decisions_backwards(reviewer), None) is None


def words(lesson: Lesson) -> str:
    """A lesson in the reader's language."""
    keys = {field: action_named(action).main_key for field, action in _KEYS[lesson].items()}
    return _(_WORDS[lesson]).format(**keys)


class Lessons:
    """Where a newcomer stands: nothing decided yet, one decision taken, and then nothing more to teach."""

    def __init__(self) -> None:
        self._decided: int | None = None

    def begin(self) -> None:
        """This reviewer has never decided anything here."""
        self._decided = 0

    def decided(self) -> None:
        """A verdict was taken."""
        if self._decided is not None:
            self._decided += 1

    def lesson(self, place: Place) -> Lesson | None:
        """What to teach in a place now, or None."""
        if self._decided == 1:
            return "decided"
        if self._decided == 0:
            return "decide" if place == "decide" else "queue"
        return None
