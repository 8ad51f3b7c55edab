"""Which of ACLED's event types an event is of, by the rules of acled.toml."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal

import msgspec

from workbench.languages.loader import LANGUAGES, load
from workbench.records.coding.parties import Party
from workbench.records.coding.states import State
from workbench.records.coding.tables import toml
from workbench.records.dossier import Dossier

Actors = Literal["armed", "governments", "protesters", "rioters"]


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an event must be like, and what it is then; the file says what each key means."""

    types: list[str]
    actors: Actors
    disorder_type: str
    event_type: str
    sub_event_type: str
    words: str = ""
    parties: int = 0
    civilians: bool = False
    deaths: bool = True
    agreed: bool = False
    country: bool = False
    host_apart: bool = False
    on_civilians: bool = False


class Codebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole file."""

    columns: list[str]
    kinds: list[str]
    turned: list[str]
    crowd: list[str]
    words: dict[str, dict[str, list[str]]]
    rules: list[Rule]


@cache
def codebook() -> Codebook:
    """ACLED's columns, kinds of actors and rules."""
    return toml("acled.toml", Codebook)


def rule_for(
    dossier: Dossier,
    parties: Sequence[Party],
    host: State | None,
    *,
    has_deaths: bool,
    harms_civilians: Callable[[], bool],
) -> tuple[Rule, Sequence[Party]] | None:
    """The first rule that fits an event, with its parties; None where none does.

    `host` is the state in which it took place.
    """
    for rule in codebook().rules:
        acting = [one for one in parties if not (rule.host_apart and one.state == host)]
        if dossier.record.event_type not in rule.types or len(acting) < rule.parties:
            continue
        if has_deaths and not rule.deaths:
            continue
        if rule.civilians and not harms_civilians():
            continue
        if rule.words and not _says(dossier, rule.words):
            continue
        return rule, acting
    return None


def _says(dossier: Dossier, words: str) -> bool:
    """Whether a claim holds one of these words."""
    for claim in dossier.claims:
        code = dossier.sources[claim.source].language
        pattern = _pattern(words, code) if code in LANGUAGES else None
        if pattern and pattern.search(load(code).lower(claim.text)):
            return True
    return False


@cache
def _pattern(words: str, code: str) -> re.Pattern[str] | None:
    stems = codebook().words[words].get(code)
    return re.compile(load(code).any_inflected(stems)) if stems else None
