"""Values of attributes, and whatever else stands at the places of phrases, in the reader's language."""

from __future__ import annotations

from workbench.phrases.all_of_them import grammar
from workbench.told import dates
from workbench.told.naming import fact
from workbench.told.numbers import read_number
from workbench.told.phrases import in_phrase

_NUMERIC = ("label", "stated", "amount")


def value_of(text: str, attribute: str | None = None) -> str:
    """A value's label. Of quotations only the words that the program has for smaller facts are known."""
    if attribute == "wording":
        return fact(text)
    if attribute == "place":
        reading = grammar().read(text, "place choice")
        return in_phrase(reading) if reading else text
    if attribute == "date":
        return dates.day(text)
    plain = dates.read_day(text) or read_number(text)
    if plain:
        return plain
    for kind in _NUMERIC:
        reading = grammar().read(text, kind)
        if reading is not None:
            return in_phrase(reading)
    return fact(text)
