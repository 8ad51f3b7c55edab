"""What the search screen shows, without the screen: what is asked for, and hits cut to a width. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rich.cells import cell_len, set_cell_size

from workbench.errors import UsageError
from workbench.folding import fold
from workbench.models import Modality, Publication
from workbench.store import Among, Found, Sought
from workbench.told import event_type
from workbench.told.dates import numeric
from workbench.tui.periods import first_day, last_day
from workbench.tui.sizes import count
from workbench.visible import one_line
from workbench.words import N_, _, ngettext

MODALITIES: dict[Modality, str] = {
    "occurred": N_("occurred"),
    "agreed": N_("agreed"),
    "proposed": N_("proposed"),
    "planned": N_("planned"),
    "expected": N_("expected"),
    "denied": N_("denied"),
}
Name = TypeVar("Name", bound=str)
_LEAD = 12
"""Columns that are left before the first found word where the beginning of a hit is cut."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of the search."""

    words: str = ""
    source: str = ""
    since: str = ""
    until: str = ""
    kind: str = ""
    modality: str = ""

    @property
    def filtered(self) -> bool:
        """Whether anything but words is typed."""
        return self != Typed(self.words)


def sought(typed: Typed, among: Among, kinds: Sequence[str]) -> Sought:
    """What is asked for; `kinds` are the types of events that there are.

    Raises UsageError that says what can be typed where a field cannot be read.
    """
    since, until = first_day(typed.since), last_day(typed.until)
    if since and until and until < since:
        raise UsageError(
            _("No day is in this period"), f"{since} > {until}", _("until may not be before since")
        )
    if among == "articles":
        return Sought(typed.words, among, typed.source, since, until)
    modalities = beginning(typed.modality, {one: _(word) for one, word in MODALITIES.items()})
    chosen = kinds_typed(typed.kind, kinds)
    return Sought(typed.words, among, typed.source, since, until, tuple(modalities), chosen)


def kinds_typed(typed: str, kinds: Sequence[str]) -> tuple[str, ...]:
    """The types of events of whose names a word begins as is typed; none where nothing is."""
    return tuple(beginning(typed, {kind: event_type(kind) for kind in kinds}))


def beginning(typed: str, known: Mapping[Name, str]) -> list[Name]:
    """The things of whose names, in English or as the reader says, a word begins as is typed.

    Raises UsageError that lists what there is where none does.
    """
    wanted = fold(typed).strip().replace(" ", "_")
    if not wanted:
        return []
    names = {one: (one, fold(shown).replace(" ", "_")) for one, shown in known.items()}
    exact = [one for one, both in names.items() if wanted in both]
    found = exact or [one for one, both in names.items() if any(f"_{wanted}" in f"_{name}" for name in both)]
    if not found:
        shown = list(known.values())
        some = ", ".join(shown[:_NAMED]) + (", …" if len(shown) > _NAMED else "")
        raise UsageError(_("There is no such"), typed.strip(), some)
    return found


_NAMED = 8
"""Names that a message lists."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a hit's text; `found` where it is a word that was looked for."""

    text: str
    found: bool = False


def runs(text: str, marks: Sequence[tuple[int, int]]) -> list[Run]:
    """The text on one line, cut where found words begin and end."""
    safe, position, parts = one_line(text), 0, []
    for start, end in marks:
        parts += [Run(safe[position:start]), Run(safe[start:end], found=True)]
        position = end
    return [run for run in (*parts, Run(safe[position:])) if run.text]


def fitted(parts: Sequence[Run], width: int) -> list[Run]:
    """Runs in exactly `width` columns, with ellipses where they are cut; the first found word is in sight."""
    if width <= 1:
        return [Run(" " * max(width, 0))]
    before = 0
    for run in parts:
        if run.found:
            break
        before += cell_len(run.text)
    whole = sum(cell_len(run.text) for run in parts)
    if whole > width and before > width * 2 // 3 and before < whole:
        cut = min(before - min(_LEAD, width // 3), whole - width + 1)
        parts = [Run("…"), *_without(parts, cut)]
    return _cut_to(parts, width)


def _without(parts: Sequence[Run], columns: int) -> list[Run]:
    """The runs without their first columns."""
    left = list(parts)
    while left and columns > 0:
        head, *tail = left
        while head.text and columns > 0:
            columns -= cell_len(head.text[0])
            head = Run(head.text[1:], head.found)
        left = [head, *tail] if head.text else tail
    return left


def _cut_to(parts: Sequence[Run], width: int) -> list[Run]:
    room = width - sum(cell_len(run.text) for run in parts)
    if room >= 0:
        return [*parts, Run(" " * room)] if room else list(parts)
    fitting, room = [], width - 1
    for run in parts:
        size = cell_len(run.text)
        if size >= room:
            fitting.append(Run(set_cell_size(run.text, room), run.found))
            break
        fitting.append(run)
        room -= size
    return [*fitting, Run("…")]


_DAY = 12
"""Columns of a day with the sign that it is inferred, or of the words that there is none."""


def short_date(published: Publication | None) -> str:
    """The likeliest day of publication, with a sign where it is inferred; as wide as any other."""
    if published is None:
        return _("no date")[:_DAY].ljust(_DAY)
    sign = "  " if published.basis == "stated" else "≈ "
    return f"{sign}{numeric(published.best)}"


def told_number(among: Among, found: Found) -> str:
    """How many hits there are: "2 articles", "more than 1,000 claims"."""
    number = len(found.ids)
    if among == "claims":
        words = ngettext("{n} claim", "{n} claims", number)
    else:
        words = ngettext("{n} article", "{n} articles", number)
    told = words.format(n=count(number))
    return _("more than {n}").format(n=told) if found.more else told
