"""The phrases of every room as one grammar."""

from __future__ import annotations

from functools import cache

from workbench.phrases import (
    decisions,
    differences,
    errors,
    fetching,
    likeness,
    notes,
    records,
    severities,
    tongues,
    values,
)
from workbench.phrases.phrase import Phrase
from workbench.phrases.reading import Grammar

ROOMS = (values, differences, severities, likeness, decisions, errors, fetching, records, notes)
SENTENCES = (
    "why with slip",
    "why",
    "severity why",
    "rule",
    "likeness",
    "stage",
    "kin",
    "said",
    "against",
    "note",
    "changed",
)
"""The kinds of phrases that stand by themselves, in the order in which a text is held against them."""


@cache
def grammar() -> Grammar:
    """All phrases, made when they are first asked for."""
    named = (one for room in ROOMS for one in vars(room).values() if isinstance(one, Phrase))
    return Grammar((*named, *tongues.NAMES.values()))
