"""Every score but those of the annotated sets, by name: tables of cases, articles, other projects' cases."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from peers import DUCKLING_DIMENSIONS, duckling
from scoring import Score
from sentence_tables import sentence_ends
from speech_tables import TAGS, speech
from tables import score_table, tables

CODES = ("tr", "en")
SCORES: dict[str, Callable[[], Score | None]] = {
    **{name: partial(score_table, name) for name in tables()},
    **{f"sentence ends, {code}": partial(sentence_ends, code) for code in CODES},
    **{f"{tag}, articles in {code}": partial(speech, code, tag) for code in CODES for tag in TAGS},
    **{f"Duckling, {name}": partial(duckling, name) for name in DUCKLING_DIMENSIONS},
}
"""A score is None where its cases lie beside the checkout and are not there."""
