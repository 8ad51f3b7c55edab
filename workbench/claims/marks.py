"""Marks a source's text with the places where the patterns of its language may begin."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from workbench.claims.aspects import aspect_patterns, last_stage_patterns, person_aspects
from workbench.claims.attribution_cues import cues
from workbench.claims.attribution_nouns import head_pattern, noun_pattern
from workbench.claims.calendar_words import lexicon
from workbench.claims.clause_patterns import cut_patterns
from workbench.claims.clock import clock_words
from workbench.claims.dates_tense import tense_verbs
from workbench.claims.dating import pluperfect_pattern
from workbench.claims.names_gazetteer import institutions_index, peoples_index
from workbench.claims.numeral_fractions import fractions_of
from workbench.claims.numerals import number_grammar
from workbench.claims.quantity_implied import implied_words
from workbench.claims.quantity_words import words_of
from workbench.claims.scanning import Markable, MarkedText, Marker, WordPattern
from workbench.claims.triggers import (
    aftershock_pattern,
    ground_words,
    lasting_pattern,
    modality_patterns,
    scene_patterns,
    turns_pattern,
    type_patterns,
)
from workbench.languages.loader import Language


@cache
def _marker(language: Language) -> Marker:
    said, cut, nouns = cues(language), cut_patterns(language), noun_pattern(language)
    counted, implied, parts = words_of(language), implied_words(language), fractions_of(language)
    single: list[WordPattern | None] = [
        said.verb, said.speech, said.participle, said.nominalised, said.medium, said.while_ends, said.informs,
        said.introduces, said.reported, said.cites.pattern,
        said.told_in, nouns[0] if nouns else None, head_pattern(language),
        cut.ends, cut.starts, cut.reported, cut.event_noun, cut.part_of,
        aftershock_pattern(language), pluperfect_pattern(language),
        lexicon(language).pattern, clock_words(language).time, number_grammar(language).scanner,
        counted.collocations, counted.one_of,
        tense_verbs(language.calendar.tense),
        implied.words, implied.article, implied.one_part, implied.repeats,
        counted.same, lasting_pattern(language), turns_pattern(language), ground_words(language).pattern,
        *(hint.pattern for _, _, _, hint in person_aspects(language)),
    ]  # fmt: skip
    groups: list[Markable] = [
        peoples_index(language),
        institutions_index(language),
        type_patterns(language),
        scene_patterns(language),
        modality_patterns(language),
        aspect_patterns(language),
        last_stage_patterns(language),
        counted.zeros,
        parts.said,
    ]
    return Marker([*groups, *(pattern.group for pattern in single if pattern is not None)])


def marked(lowered: str, spans: Iterable[tuple[int, int]], language: Language) -> MarkedText:
    """Lower-cased text in which everything that the language's packs look for is quickly found.

    Only in `spans`, which are in order and do not overlap: elsewhere nothing will be found.
    """
    return _marker(language).marked(lowered, spans)
