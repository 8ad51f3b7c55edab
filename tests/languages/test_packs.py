"""Language packs: they load, they agree with each other, and their patterns are sound."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.discrepancies.rules import rules
from workbench.errors import LanguageError
from workbench.events.weights import weights
from workbench.languages import loader
from workbench.languages.loader import LANGUAGES, Language, load

TR, EN = load("tr"), load("en")
SPEECH_KEYS = (
    *("verbs", "participles", "nominalised", "according_after", "according_before", "clause_ends"),
    *("clause_starts", "scene_before", "pluperfect", "separators"),
)
BOTH = pytest.mark.parametrize("code", LANGUAGES)


def finders(language: Language) -> Iterator[tuple[str, str]]:
    """Patterns that look for words in running text, with the key each stands under."""
    events, speech, nouns = language.events, language.speech, language.nouns
    for kind in events.types:
        yield from ((f"events.types.{kind.name}", p) for p in kind.triggers)
    for rule in events.modalities:
        yield from ((f"events.modalities.{rule.modality}", p) for p in rule.patterns)
    for aspect in events.aspects:
        yield from ((f"events.aspects.{aspect.name}", p) for p in aspect.patterns)
    yield from (("events.aftershock", p) for p in events.aftershock)
    for key in SPEECH_KEYS:
        yield from ((f"speech.{key}", p) for p in getattr(speech, key))
    for name, outcome in nouns.outcomes.items():
        yield from ((f"nouns.outcomes.{name}", p) for p in [*outcome.verbs, *outcome.before])
    yield from (("nouns.zeros", zero.pattern) for zero in nouns.zeros)
    yield from (("nouns.age", p) for p in nouns.age)
    numbers = language.numbers
    yield from (("numbers.bounds", b.pattern) for b in [*numbers.bounds_before, *numbers.bounds_after])
    yield from (("numbers.collocations", p) for p in numbers.collocations)
    yield from (("numbers.running", p) for p in numbers.running)


@BOTH
def test_a_pack_loads_whole_and_once(code: str) -> None:
    language = load(code)
    assert code == language.code
    assert language is load(code)
    assert language.events.types
    assert language.names.people
    assert language.calendar.months


def test_a_language_without_a_pack_is_refused_by_name() -> None:
    with pytest.raises(LanguageError) as caught:
        load("xx")
    assert "xx" in caught.value.detail
    assert "tr" in caught.value.hint


@BOTH
def test_every_pattern_compiles_and_never_matches_nothing(code: str) -> None:
    empty = [(key, pattern) for key, pattern in finders(load(code)) if re.compile(pattern).search("")]
    assert empty == []


@BOTH
def test_patterns_are_written_in_lower_case(code: str) -> None:
    """They are matched on lower-cased text: a capital in one could never be met."""
    language = load(code)
    stray = [
        (key, pattern)
        for key, pattern in finders(language)
        if (plain := re.sub(r"\\[A-Za-z]", "", pattern)) != language.lower(plain)
        and re.search(r"[A-ZÇĞİÖŞÜ]", plain)
    ]
    assert stray == []


def test_both_packs_know_the_same_event_types_in_one_order() -> None:
    assert [(k.name, k.family) for k in TR.events.types] == [(k.name, k.family) for k in EN.events.types]


def test_both_packs_know_the_same_modalities_and_aspects() -> None:
    assert {r.modality for r in TR.events.modalities} == {r.modality for r in EN.events.modalities}
    assert {(a.name, a.value) for a in TR.events.aspects} == {(a.name, a.value) for a in EN.events.aspects}


def test_canonical_names_of_the_second_pack_are_those_of_the_first() -> None:
    for group in ("people", "states", "capitals", "organisations"):
        ours, theirs = getattr(TR.names, group), getattr(EN.names, group)
        assert set() == set(theirs) - set(ours), group


def test_both_packs_count_the_same_things() -> None:
    assert set(TR.nouns.nouns) == set(EN.nouns.nouns)
    assert set(TR.nouns.outcomes) == set(EN.nouns.outcomes)
    assert set(TR.nouns.sides) == set(EN.nouns.sides)
    assert set(TR.nouns.units) <= set(EN.nouns.units)


@BOTH
def test_names_hang_together(code: str) -> None:
    names = load(code).names
    assert set(names.peoples) <= set(names.states)
    known = {
        place
        for pack in (TR.names, EN.names)
        for group in (pack.places, *pack.within.values())
        for place in group
    }
    assert set(names.capitals) <= known
    assert set(names.capitals.values()) <= set(names.states)
    holders = {place.inside for place in names.places.values() if place.inside}
    assert holders <= known | set(TR.names.states) | set(EN.names.states)


def test_places_lie_in_the_same_place_in_every_pack() -> None:
    for name in set(TR.names.places) & set(EN.names.places):
        assert TR.names.places[name].inside == EN.names.places[name].inside


@BOTH
def test_no_event_type_is_named_twice(code: str) -> None:
    names = [kind.name for kind in load(code).events.types]
    assert len(names) == len(set(names))


def test_rules_and_weights_speak_of_types_that_exist() -> None:
    known = {kind.name for kind in TR.events.types} | {"aftershock"}
    table = rules()
    assert table.exchanges | table.single_day | table.lasting | table.staged <= known
    assert set(table.counted_by.values()) | set(weights().series_of) <= known
    assert {name for near in weights().near for name in near} <= known
    assert table.measures <= set(TR.nouns.units) | {"depth"}


@BOTH
def test_a_stem_takes_the_language_s_endings(code: str) -> None:
    stem, forms, others = {
        "tr": ("takas", ["takas", "takasın", "takaslarda", "takası"], ["takasçılık", "atakas"]),
        "en": ("swap", ["swap", "swaps", "swap's"], ["swapping", "reswap"]),
        "de": ("tausch", ["tausch", "tauschs", "tausches"], ["tauschte", "umtausch"]),
    }[code]
    pattern = re.compile(load(code).inflected(stem))
    assert all(pattern.search(form) for form in forms)
    assert not any(pattern.search(form) for form in others)


def test_the_longest_of_several_stems_is_found() -> None:
    found = re.search(TR.any_inflected(["telefon", "telefon görüşmesi"]), "bir telefon görüşmesinde")
    assert found is not None
    assert found[0] == "telefon görüşmesinde"


def test_languages_compare_by_their_code() -> None:
    assert TR != EN
    assert {TR, EN, load("tr")} == {TR, EN}


ROOM = Path(loader.__file__).parents[1]
CODE = sorted(
    path
    for room in ("claims", "sources", "events", "discrepancies", "records", "store")
    for path in (ROOM / room).rglob("*.py")
)


@pytest.mark.parametrize("path", CODE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_rule_asks_which_language_it_reads(path: Path) -> None:
    """A rule asks the pack for a key; what is said for one language only stands in its pack."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    compared = [
        constant.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for constant in ast.walk(node)
        if isinstance(constant, ast.Constant)
    ]
    assert set(compared) & set(LANGUAGES) == set()
