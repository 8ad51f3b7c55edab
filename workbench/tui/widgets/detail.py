"""The pane beside the queue: what differs, why it was flagged, and each value's words in their source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workbench import told
from workbench.models import AttributeValue, Claim, Decision, Source
from workbench.passages import Piece, PieceKind, passage
from workbench.told.dates import moment, publication_date
from workbench.told.deciding import decision_phrase
from workbench.told.outlets import outlet_kind
from workbench.tui.appearance import DISPUTED, SEVERITIES, STATUSES, VERDICTS
from workbench.tui.cases import Case
from workbench.visible import one_line
from workbench.words import _, ngettext

PASSAGES_FIRST = 3
"""Passages shown of each value until all are asked for."""
_LONGEST_LABEL = 400

PIECE_STYLES: dict[PieceKind, str] = {
    "around": "$muted",
    "sentence": "$foreground",
    "clause": "$foreground",
    "value": "bold underline $background on $accent",
    "cut": "$faint",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """One block of the pane: its content, its look (a CSS class) and the value whose passage it is."""

    content: Content
    look: str
    value: AttributeValue | None = None


def pieces_of(source: Source, value: AttributeValue, claim: Claim | None) -> tuple[Piece, ...]:
    """The value's words in their sentence."""
    clause = (claim.start, claim.end) if claim else (value.start, value.end)
    sentence = clause
    if claim and claim.context_end > claim.context_start:
        sentence = (claim.context_start, claim.context_end)
    return passage(source.text, (value.start, value.end), clause, sentence)


def passage_content(pieces: tuple[Piece, ...]) -> Content:
    """A passage with its value highlighted."""
    return Content.assemble(*((piece.text, PIECE_STYLES[piece.kind]) for piece in pieces))


def source_lines(source: Source) -> Content:
    """Title, then publisher with what it is, publication date and file."""
    kind = outlet_kind(source.publisher, source.url)
    facts = [source.publisher, kind, publication_date(source.published), source.file]
    return Content.assemble(
        (short(source.title or _("Untitled")), "bold $foreground"),
        "\n",
        (" · ".join(short(fact) for fact in facts if fact), "$muted"),
    )


def short(text: str) -> str:
    """Other people's text for one line of the screen, of a bounded length."""
    return one_line(text if len(text) <= _LONGEST_LABEL else text[: _LONGEST_LABEL - 1] + "…")


class Detail(VerticalScroll, can_focus=False):
    """Shows a case. One passage is selected; the article opens on it."""

    DEFAULT_CSS = """
    Detail { scrollbar-size-vertical: 1; scrollbar-gutter: stable; padding: 0 1; }
    Detail Static { height: auto; }
    Detail .unused { display: none; }
    Detail .why { margin-top: 1; }
    Detail .suggestion { color: $muted; text-style: italic; margin-top: 1; }
    Detail .label { margin-top: 1; }
    Detail .passage { padding-left: 1; margin-left: 1; border-left: blank; }
    Detail .passage.-selected { border-left: outer $accent; }
    Detail .more { padding-left: 3; color: $muted; }
    Detail .history { margin-top: 1; color: $muted; }
    """

    def __init__(
        self,
        source: Callable[[str], Source],
    ) -> None:
        super().__init__()
        self._source = source
        self._case: Case | None = None
        self._statics: list[Static] = []
        self._values: list[tuple[AttributeValue, Static]] = []
        self._selected = 0
        self.everything = False

    @property
    def selected(self) -> AttributeValue | None:
        """The value whose passage is selected."""
        return self._values[self._selected][0] if self._values else None

    @property
    def hidden_passages(self) -> bool:
        """Whether some value has more passages than are shown at first."""
        case = self._case
        return case is not None and any(len(case.values_of(x)) > PASSAGES_FIRST for x in case.labels)

    def show(self, case: Case | None) -> None:
        """Shows another case from its top, its first passage selected; None empties the pane."""
        same = case and self._case and case.discrepancy.id == self._case.discrepancy.id
        self._case = case
        if not same:
            self.everything = False
            self._selected = 0
            self.scroll_home(animate=False)
        self._fill()

    def show_everything(self, everything: bool) -> None:
        """Shows all passages of each value, or only the first ones."""
        self.everything = everything
        self._fill()

    def step(self, by: int) -> bool:
        """Selects the passage `by` places on; False at either end."""
        return self.select(self._selected + by)

    def select(self, index: int) -> bool:
        """Selects a passage by its place; False when there is none such."""
        if not 0 <= index < len(self._values):
            return False
        self._selected = index
        self._mark_selected()
        self._values[index][1].scroll_visible(animate=False)
        return True

    @property
    def shown_values(self) -> list[AttributeValue]:
        """The values whose passages are shown, in their order."""
        return [value for value, _ in self._values]

    def _fill(self) -> None:
        slots = list(self._slots(self._case)) if self._case else []
        missing = [Static(markup=False) for _ in range(len(slots) - len(self._statics))]
        if missing:
            self.mount_all(missing)
            self._statics += missing
        self._values = []
        for index, static in enumerate(self._statics):
            static.set_classes("unused" if index >= len(slots) else slots[index].look)
            if index < len(slots):
                slot = slots[index]
                static.update(slot.content)
                if slot.value is not None:
                    self._values.append((slot.value, static))
        self._selected = min(self._selected, max(len(self._values) - 1, 0))
        self._mark_selected()

    def _mark_selected(self) -> None:
        for index, (_value, static) in enumerate(self._values):
            static.set_class(index == self._selected, "-selected")

    def _slots(self, case: Case) -> Iterator[Slot]:
        yield Slot(Content.styled(short(told.event_label(case.event_label)), "bold $foreground"), "event")
        yield Slot(signs_line(case), "signs")
        yield Slot(subject_line(case), "subject")
        if case.in_force:
            decided = Content.styled(_("Decided") + "  ", "bold $success")
            yield Slot(decided + entry_line(case.in_force), "decided")
        if case.disagreement:
            yield Slot(disagreement(case), "decided")
        yield Slot(reasons(case), "why")
        if suggested := suggestion(case):
            yield Slot(suggested, "suggestion")
        for number, label in enumerate(case.labels, 1):
            values = case.values_of(label)
            yield Slot(label_line(case, number, label, values), "label")
            shown = values if self.everything else values[:PASSAGES_FIRST]
            for value in shown:
                source = self._source(value.source)
                pieces = pieces_of(source, value, case.claims.get(value.claim))
                content = source_lines(source) + "\n" + passage_content(pieces)
                yield Slot(content, "passage", value)
            if hidden := len(values) - len(shown):
                yield Slot(Content(_more_passages(hidden)), "more")
        if case.history and case.history != (case.in_force,):
            entries = [entry_line(entry) for entry in case.history]
            yield Slot(Content("\n").join([Content.styled(_("Log"), "bold"), *entries]), "history")


def reasons(case: Case) -> Content:
    """Why it stands there, and what makes it as grave as it is."""
    one = case.discrepancy
    why = Content.assemble((_("Why") + "  ", "bold $primary"), short(told.told(one.why)))
    grave = short(told.told(one.severity_why))
    return why + Content.styled(f"\n{grave}", "$muted") if grave else why


def signs_line(case: Case) -> Content:
    """How grave, what kind, how far."""
    one = case.discrepancy
    return Content("  ").join(
        [
            SEVERITIES[one.severity].content,
            VERDICTS[one.verdict].content,
            (DISPUTED if case.disagreement else STATUSES[case.status]).content,
        ]
    )


def disagreement(case: Case) -> Content:
    """What each reviewer decided without knowing of the others."""
    said = Content.styled(_("⇄ Reviewers disagree: decide, and that holds"), "bold $warning")
    return Content("\n  ").join([said, *map(entry_line, case.disagreement)])


def subject_line(case: Case) -> Content:
    """What differs, and among how many."""
    one = case.discrepancy
    sources = len({value.source for value in one.values})
    counted = _("{values} in {sources}").format(
        values=ngettext("{n} value", "{n} values", len(case.labels)).format(n=len(case.labels)),
        sources=_sources(sources),
    )
    return Content.assemble(
        (short(told.subject(one.attribute, one.key)), "bold $primary"), (f"   {counted}", "$muted")
    )


def _sources(number: int) -> str:
    return ngettext("{n} source", "{n} sources", number).format(n=number)


def _more_passages(number: int) -> str:
    more = ngettext("and {n} more passage: m shows it", "and {n} more passages: m shows them", number)
    return more.format(n=number)


def suggestion(case: Case) -> Content | None:
    """What the machine would choose, worded so that nobody takes it for a decision."""
    one = case.discrepancy
    if one.suggestion is None:
        return None
    number = case.labels.index(one.suggestion) + 1 if one.suggestion in case.labels else None
    reason = f" ({short(told.told(one.rule))})" if one.rule else ""
    how = _("; {number} accepts it").format(number=number) if number and number <= 9 else ""
    value = short(told.label(one.suggestion, one.attribute))
    said = _("Machine's suggestion, nothing is decided: {value}").format(value=value)
    return Content(f"{said}{reason}{how}")


def label_line(case: Case, number: int, label: str, values: list[AttributeValue]) -> Content:
    """A value with the key that accepts it and how many stand behind it."""
    sources = _sources(len({value.source for value in values}))
    passages = ngettext("{n} passage", "{n} passages", len(values)).format(n=len(values))
    behind = f"{sources}, {passages}" if len(values) > 1 else sources
    key = f" {number} " if number <= 9 else " e "
    return Content.assemble(
        (key, "bold $background on $primary"),
        (f" {short(told.label(label, case.discrepancy.attribute))}", "bold $foreground"),
        (f"  {behind}", "$muted"),
    )


def entry_line(entry: Decision) -> Content:
    """An entry of the log: when, who, what."""
    note = f"; {entry.note}" if entry.note else ""
    return Content(short(f"{moment(entry.at)} {entry.reviewer}: {decision_phrase(entry)}{note}"))
