"""What is asked before a decision is written: the words, what stands in the line, and ready answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from workbench.decisions.entering import entered
from workbench.errors import DecisionError
from workbench.models import Attribute, Decision
from workbench.tui.cases import Case
from workbench.tui.screens.choosing import Choice, ChoicePrompt
from workbench.tui.screens.prompts import Prompt
from workbench.visible import one_line
from workbench.words import N_, _

_NUMBERS = N_("Type a number (390) or a range (390-400).")
_WHAT_TO_TYPE: dict[Attribute, str] = {
    "count": _NUMBERS,
    "total": _NUMBERS,
    "date": N_("Type a day (2026-02-03) or two (2026-02-03/2026-02-04)."),
    "time": N_("Type a time of day (14:30)."),
}
_DIGITS = "123456789"
_SHOWN = 60
"""Characters of a value that a question shows."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question's title and words, what stands in its line, and its ready answers."""

    title: str
    question: str
    value: str = ""
    choices: tuple[Choice, ...] = ()


def prompt(asked: Question, attempt: Callable[[str], Decision]) -> Prompt[Decision]:
    """The screen that asks it; `attempt` refuses what cannot be taken, with a reason."""
    if asked.choices:
        return ChoicePrompt(asked.title, asked.question, attempt, asked.choices, value=asked.value)
    return Prompt(asked.title, asked.question, attempt, value=asked.value)


def short(text: str) -> str:
    """Other people's text for one line of a question."""
    return one_line(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


def enter(case: Case) -> Question:
    """Another value than those of the sources."""
    values = ", ".join(short(label) for label in case.labels[:9])
    expected = _WHAT_TO_TYPE.get(case.discrepancy.attribute, N_("Type the value in words."))
    given = _("The sources give: {values}.").format(values=values)
    return Question(_("Enter another value"), f"{given}\n{_(expected)}")


def give_range(case: Case) -> Question:
    """Lowest, likeliest and highest; the line has what the sources span."""
    question = _("Type the lowest and the highest with a slash between, a likeliest value in the middle.")
    example = {
        "date": "2026-02-03/2026-02-04/2026-02-05",
        "time": "09:00/09:30/10:00",
    }.get(case.discrepancy.attribute, "390/395/400")
    return Question(_("Range"), f"{question}\n{example}", _spanned(case))


def _spanned(case: Case) -> str:
    """The lowest and the highest that the sources give; "" where they are not told as single values."""
    values = case.discrepancy.values
    lows, highs = [one.low for one in values], [one.high for one in values]
    if None in lows or None in highs:
        lows = highs = [one.value for one in values]
    ends = [_read(case.discrepancy.attribute, bound) for bound in (*lows, *highs)]
    known = [one for one in ends if one is not None]
    if not known or len(known) < len(ends):
        return ""
    return f"{min(known)[1]}/{max(known)[1]}"


def _read(attribute: Attribute, bound: float | str | None) -> tuple[float, str] | None:
    """A bound as it can be ordered and typed: numbers, which may be kept as text, by their size."""
    try:
        number = float(bound or 0.0) if attribute in ("count", "total") else 0.0
        text = (
            format(Decimal(repr(number)).normalize(), "f") if attribute in ("count", "total") else str(bound)
        )
        return (number, text) if entered(attribute, text).value is not None else None
    except (ValueError, DecisionError):
        return None


def supersede(case: Case) -> Question:
    """Which value has replaced the others."""
    numbered = zip(_DIGITS, case.labels, strict=False)
    choices = tuple(Choice(key, short(label), key) for key, label in numbered)
    return Question(
        _("Superseded"), _("Which value has replaced the others? They held once, it holds now."), "", choices
    )


def defer(today: date) -> Question:
    """Until which day; a week stands in the line."""
    ready = (
        (_("tomorrow"), today + timedelta(days=1)),
        (_("in a week"), today + timedelta(days=7)),
        (_("in a month"), a_month_after(today)),
    )
    # The letters that begin these words in the reader's language.
    letters = _("t w m").split()
    choices = tuple(
        Choice(letter, f"{words} · {day}", day.isoformat())
        for letter, (words, day) in zip(letters, ready, strict=True)
    )
    question = _("Until which day? It opens again when that day is over.")
    return Question(_("Defer"), question, choices[1].value, choices)


def a_month_after(day: date) -> date:
    """The same day of the next month, or the last day of that month."""
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def reason(present: str) -> Question:
    """The note of the next verdict."""
    question = _("It goes with your next verdict. An empty line takes it away.")
    return Question(_("Reason"), question, present)


def note() -> Question:
    """A remark."""
    question = _("A note for whoever looks at this difference next; it decides nothing.")
    return Question(_("Comment"), question)


def assign(case: Case, reviewer: str, names: Sequence[str]) -> Question:
    """Whose task it is: the reviewer first, then the others that the log knows, or nobody."""
    others = [name for name in names if name != reviewer]
    ready = [reviewer, *others][: len(_DIGITS)]
    choices = [
        Choice(key, _("{name} (you)").format(name=name) if name == reviewer else name, name)
        for key, name in zip(_DIGITS, ready, strict=False)
    ]
    question = _("Whose task is this? Choose, or type a name. It decides nothing.")
    if case.assignee:
        choices.append(Choice("0", _("nobody"), ""))
        question = _("It is {name}'s now.").format(name=short(case.assignee)) + " " + question
    return Question(_("Assign"), question, "", tuple(choices))
