"""What is still to be asked where articles differ and nobody has decided."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.models import Attribute, Discrepancy
from workbench.words import N_, _

_QUESTIONS: dict[Attribute, str] = {
    "count": N_("Which number is right, as of when, and who counted? ({subject}: {values})"),
    "total": N_("What was counted in, and do the parts add up to the total? ({subject}: {values})"),
    "date": N_("On which day was it? Is a plan or a time zone behind the difference? ({values})"),
    "time": N_("At what time was it, and in which time zone? ({values})"),
    "place": N_("Where was it? ({values})"),
    "participants": N_("Who took part, and in which role? ({subject}: {values})"),
    "speaker": N_("Who said it? Is there a recording or a transcript? ({values})"),
    "wording": N_("What was said word for word, and in which language? ({subject}: {values})"),
    "status": N_("How far has it got, and as of when? ({subject}: {values})"),
    "name": N_("Which name is right? ({values})"),
}


def question(discrepancy: Discrepancy, about: str, values: Sequence[str]) -> str:
    """What to ask about a difference; what it is about and its values are in the reader's language."""
    return _(_QUESTIONS[discrepancy.attribute]).format(subject=about, values=" | ".join(values))
