"""What is said of an article as a whole: its title, day and such set by hand, taken out and brought back."""

from __future__ import annotations

from collections.abc import Callable

from workbench import sourcing
from workbench.decisions import describing
from workbench.decisions.describing import FIELDS, Field
from workbench.errors import UsageError
from workbench.models import Decision, Source
from workbench.sourcing import Resting
from workbench.store import Store
from workbench.told.deciding import FIELDS as FIELD_NAMES
from workbench.told.deciding import decision_phrase
from workbench.tui.corrector import Hand
from workbench.tui.periods import first_day, last_day
from workbench.tui.screens.article_versions import VersionedArticle
from workbench.tui.screens.choosing import Choice, ChoicePrompt
from workbench.tui.screens.prompts import Prompt
from workbench.tui.widgets.detail import short
from workbench.words import N_, _, ngettext

_RESTING = "what rests on an article"
_NAMED = 4
"""Decisions that the question before a removal names; the others are counted."""
_TYPED: dict[Field, str] = {
    "published": N_("A day 2026-02-03, a month 2026-02, a year, or two with a slash; - where nobody knows."),
    "language": N_("The code of the language that it is read in, such as tr or en."),
}
_NAME = N_("A name or words; - where nobody knows.")
_READ_ANEW = N_("Its claims are read anew by this, and matched.")


class DescribingArticle(VersionedArticle):
    """Asks for what is set, and says what hangs on an article before it is taken out."""

    _reason: str | None = None
    """What stands in the log with the next act."""

    def write(
        self, act: Callable[[Store, Hand], Decision], claim: str | None, saying: str | None = None
    ) -> None:
        """Writes an act; the cursor then stands on `claim`, or on the claim that the act made."""
        raise NotImplementedError

    @property
    def removal(self) -> Decision | None:
        """The entry by which the article is out, or None."""
        return describing.removal(self.article.log) if self.article else None

    def _title(self) -> str:
        return _("Removed: it gives no claims") if self.removal else super()._title()

    def do_details(self) -> None:
        if self.article is None:
            return
        source, by_hand = self.article.source, describing.said(self.article.log)
        signs = {name: f"  ✎ {entry.reviewer}" for name, (_value, entry) in by_hand.items()}
        choices = [
            Choice(
                str(number),
                f"{_(FIELD_NAMES[name])} · {_shown(source, name)}{signs.get(name, '')}",
                str(number),
            )
            for number, name in enumerate(FIELDS, start=1)
        ]

        def chosen(name: Field | None) -> None:
            if name is not None:
                self._ask_detail(source, name)

        question = _("Which of these is otherwise? What the import told is kept.")
        self.app.push_screen(ChoicePrompt(_("Details"), question, _field, choices), chosen)

    def _ask_detail(self, source: Source, name: Field) -> None:
        today = self.desk.today

        def attempt(text: str) -> str:
            given = _in_iso(text) if name == "published" else text
            describing.typed(name, given, today=today)
            return given

        def take(text: str | None) -> None:
            if text is not None:
                given = {name: text}
                self.write(
                    lambda store, hand: sourcing.describe(
                        store,
                        source,
                        given,
                        reviewer=hand.reviewer,
                        at=hand.at,
                        today=today,
                        note=hand.note,
                    ),
                    self.current,
                )

        expected = _(_TYPED.get(name, _NAME))
        if name in describing.READ_BY:
            expected += "\n" + _(_READ_ANEW)
        value, title = describing.given(source, name) or "", _(FIELD_NAMES[name])
        self.app.push_screen(Prompt(title[:1].upper() + title[1:], expected, attempt, value=value), take)

    def do_remove(self) -> None:
        if self.article is None:
            return
        source = self.article.source
        if self.removal:
            brought_back = _("↶ Brought back: {what}")
            self.write(
                lambda store, hand: sourcing.restore(
                    store, source, reviewer=hand.reviewer, at=hand.at, note=hand.note
                ),
                None,
                brought_back,
            )
        else:
            self.desk.read(lambda store: sourcing.resting(store, source), self._ask_removal, group=_RESTING)

    def _ask_removal(self, resting: Resting) -> None:
        def take(reason: str | None) -> None:
            if reason is not None:
                self._reason = reason.strip() or None
                self.write(
                    lambda store, hand: sourcing.remove(
                        store, resting.source, reviewer=hand.reviewer, at=hand.at, note=hand.note
                    ),
                    None,
                )

        question = "\n".join([*_resting_lines(resting), _("Why? It stands in the log. Enter removes it.")])
        title = _("Remove this article?")
        self.app.push_screen(Prompt(title, question, str, value=self._reason or ""), take)


def _field(text: str) -> Field:
    """The field whose number was typed. Raises UsageError where there is none."""
    number = text.strip()
    if not (number.isascii() and number.isdecimal() and 0 < int(number) <= len(FIELDS)):
        raise UsageError(_("No such detail"), "", _("Type its number."))
    return FIELDS[int(number) - 1]


def _in_iso(text: str) -> str:
    """Days as they were typed, in the order that reviewers read them in, as the log has them."""
    if text.strip() in ("", "-", "–"):
        return text
    ends = [end(part) for part in text.split("/") for end in (first_day, last_day)]
    days = [day.isoformat() for day in ends if day]
    return f"{days[0]}/{days[-1]}" if days else text


def _shown(source: Source, name: Field) -> str:
    return short(describing.given(source, name) or "-")


def _resting_lines(resting: Resting) -> list[str]:
    """What goes with an article, and what was decided on it."""
    claims = ngettext("{n} claim leaves with it.", "{n} claims leave with it.", resting.claims)
    lines = [claims.format(n=resting.claims)]
    number = len(resting.decisions)
    if number:
        rest = ngettext("{n} decision rests on them:", "{n} decisions rest on them:", number)
        lines.append(rest.format(n=number))
        lines += [short(f"  {one.reviewer}: {decision_phrase(one)}") for one in resting.decisions[-_NAMED:]]
        if number > _NAMED:
            more = ngettext("  and {n} more", "  and {n} more", number - _NAMED)
            lines.append(more.format(n=number - _NAMED))
        lines.append(_("They stay in the log, without these claims."))
    else:
        lines.append(_("No decision rests on them."))
    return lines
