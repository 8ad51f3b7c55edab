"""What a language's sentences are cut at, compiled; on lower-cased text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from workbench.claims.scanning import WordPattern
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of

_WORD = r"[\w'’$€£-]+"


@dataclass(frozen=True, slots=True)
class Cuts:
    """A language's cut patterns, compiled; on lower-cased text."""

    ends: WordPattern
    starts: WordPattern | None
    reported: WordPattern | None
    """A reporting participle, its speaker and the comma behind ("... hatırlatan Lavrov,")."""
    event_noun: WordPattern
    finite: WordPattern | None
    """Finite verbs; None where a language's clauses are not known by them."""
    opener: re.Pattern[str]
    """A conjunction at the head of a sentence whose clause is set against the next."""
    part_of: WordPattern
    """An event noun before a stage of itself ("takasının ilk aşamasında"); group 1 is the whole."""
    owner: re.Pattern[str]
    """What a word ends in that owns the next, in languages that mark it so."""


@cache
def cut_patterns(language: Language) -> Cuts:
    """The language's cut patterns."""
    speech = language.speech
    nouns = [noun for kind in language.events.types for noun in kind.nouns]
    participles = "|".join(speech.participles)
    finite = rf"\b(?:{any_of(speech.finite)})(?!\w)"
    starts = list(speech.clause_starts)
    if speech.clause_conjunctions:
        subject = rf"(?!{finite}){_WORD} (?:{_WORD} ){{0,5}}?"
        starts.append(rf",? (?:{any_of(speech.clause_conjunctions)}) (?={subject}{finite})")
    return Cuts(
        ends=WordPattern(any_of(f"(?:{pattern})" for pattern in speech.clause_ends)),
        starts=WordPattern("|".join(f"(?:{p})" for p in starts)) if starts else None,
        reported=WordPattern(rf"\b(?:{participles}) [^\W\d_][^,;:\"\n]{{1,90}},") if participles else None,
        event_noun=WordPattern(language.any_inflected(nouns)),
        finite=WordPattern(finite) if speech.finite else None,
        opener=re.compile(rf"(?:{any_of(speech.clause_openers)})(?!\w)"),
        owner=re.compile(f"{speech.genitive}$" if speech.genitive else ""),
        part_of=WordPattern(
            rf"({language.any_inflected(nouns)}) (?:\w+ ){{0,3}}"
            + language.any_inflected(language.events.series_parts)
        ),
    )
