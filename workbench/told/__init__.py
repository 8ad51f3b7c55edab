"""What the core says in English, in the reader's language.

`told` is for sentences (why, severity_why, rule, the reasons of links and stages), `label` for values,
`subject` for what differs, `event_label` for the names that the program gives to events. What none of the
program's phrases gives is shown as it is, and in English everything is.
"""

from __future__ import annotations

from functools import lru_cache

from workbench.errors import WorkbenchError
from workbench.models import About
from workbench.phrases.all_of_them import SENTENCES, grammar
from workbench.subjects import narrowing
from workbench.subjects import subject as english_subject
from workbench.told import lists, naming
from workbench.told.naming import attribute_name, event_type, key_part
from workbench.told.phrases import in_phrase
from workbench.told.values import value_of
from workbench.words import SOURCE_LANGUAGE, _, in_force

__all__ = ["attribute_name", "event_label", "event_type", "forget", "label", "of_error", "subject", "told"]

_KEPT = 4_096
"""Texts whose translation is kept: more than a screen and its neighbours show."""
_NAMES = frozenset({"name", "speaker"})
"""Attributes whose values are names."""


def told(text: str) -> str:
    """A sentence of the core, or several with "; " between them; what an error says."""
    return text if in_force() == SOURCE_LANGUAGE or not text else _told(in_force(), text)


@lru_cache(_KEPT)
def _told(_language: str, text: str) -> str:
    first, *others = text.split("; ")
    if others and any(grammar().read(first, kind) for kind in ("said", "against")):
        return "; ".join(map(told, (first, *others)))
    for kind in (*SENTENCES, "error"):
        reading = grammar().read(text, kind)
        if reading is not None:
            return in_phrase(reading)
    return _(text)


def forget() -> None:
    """Lets go of the translations that are kept: the catalogue is another one."""
    _told.cache_clear()
    _label.cache_clear()


def label(text: str, attribute: str | None = None) -> str:
    """A value as a reader sees it: `AttributeValue.label`, or a suggestion; `attribute` says of what."""
    if in_force() == SOURCE_LANGUAGE or attribute in _NAMES:
        return text
    return _label(in_force(), text, attribute)


@lru_cache(_KEPT)
def _label(_language: str, text: str, attribute: str | None) -> str:
    if attribute == "event":
        return " | ".join(_event(part) for part in text.split(" | "))
    if attribute == "participants":
        return lists.joined(text, str)
    return value_of(text, attribute)


def of_error(error: WorkbenchError) -> tuple[str, str]:
    """What an error is called, and what happened with what to do about it."""
    return told(error.title), ". ".join(told(part) for part in (error.detail, error.hint) if part)


def _event(text: str) -> str:
    reading = grammar().read(text, "event label")
    return in_phrase(reading) if reading else naming.event_label(text)


def subject(attribute: About, key: str) -> str:
    """What differs: "count: prisoner of war, each"."""
    if in_force() == SOURCE_LANGUAGE:
        return english_subject(attribute, key)
    counts = attribute in ("count", "total")
    narrowed = narrowing(attribute, key)
    parts = [key_part(part, first=counts and part is narrowed[0]) for part in narrowed]
    name = attribute_name(attribute)
    return f"{name}: {', '.join(parts)}" if parts else name


def event_label(text: str) -> str:
    """The program's name of an event: its type, who took part, where, when; also as the log keeps it."""
    return text if in_force() == SOURCE_LANGUAGE else naming.event_label(text)
