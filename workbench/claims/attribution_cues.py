"""The attribution patterns of a language pack, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from workbench.claims.scanning import WordPattern
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of


@dataclass(frozen=True, slots=True)
class Cues:
    """A language's attribution patterns, compiled; all on lower-cased text."""

    verb: WordPattern
    """Reporting verbs."""
    speech: WordPattern
    """Reporting verbs and verbs that do something by saying it."""
    passive: re.Pattern[str] | None
    participle: WordPattern | None
    nominalised: WordPattern | None
    genitive: re.Pattern[str] | None
    after: re.Pattern[str]
    before: re.Pattern[str] | None
    oblique: re.Pattern[str]
    contrast: re.Pattern[str] | None
    joined: re.Pattern[str] | None
    pronoun: re.Pattern[str]
    pronoun_before: re.Pattern[str]
    verb_then_subject: re.Pattern[str]
    """What may stand between a verb and the subject behind it ("said Health Minister X")."""


def _optional(patterns: list[str] | str, tail: str = "") -> re.Pattern[str] | None:
    joined = patterns if isinstance(patterns, str) else "|".join(patterns)
    return re.compile(f"(?:{joined}){tail}") if joined else None


def _marked(patterns: list[str]) -> WordPattern | None:
    return WordPattern("|".join(patterns)) if patterns else None


@cache
def cues(language: Language) -> Cues:
    """The language's attribution cues."""
    speech = language.speech
    pronouns = any_of(sorted(speech.pronouns, key=lambda form: (-len(form), form)))
    return Cues(
        verb=WordPattern(any_of(speech.verbs)),
        speech=WordPattern(any_of([*speech.verbs, *speech.acts])),
        passive=_optional(speech.passive),
        participle=_marked(speech.participles),
        nominalised=_marked(speech.nominalised),
        genitive=_optional(speech.genitive),
        after=re.compile(any_of(f"(?:{p})" for p in speech.according_after)),
        before=_optional(speech.according_before, "$"),
        oblique=re.compile(speech.oblique),
        contrast=_optional(speech.contrast, r"\b"),
        joined=_optional(speech.joined),
        pronoun=re.compile(rf"\b(?:{pronouns})\b"),
        pronoun_before=re.compile(rf"\b(?:{pronouns})(?: \w+ly| also| then)? $"),
        verb_then_subject=re.compile(r" (?:[^\W\d_][\w-]* ){0,5}"),
    )
