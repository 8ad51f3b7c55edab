"""A Turkish reader is shown words for every canonical name of the shipped packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.discrepancies.aspects import FACETS
from workbench.discrepancies.rules import rules
from workbench.errors import LanguageError
from workbench.languages import terms as of_terms
from workbench.languages.loader import load
from workbench.languages.terms import Terms, terms

PACKS = [load(code) for code in ("tr", "en", "de")]
SHOWN = {facet.name for facet in FACETS} | {facet.by_speaker for facet in FACETS}
UNITS = {name for pack in PACKS for name in pack.nouns.units}
CANONICAL = {
    "events": {kind.name for pack in PACKS for kind in pack.events.types} | {"aftershock", "other"},
    "counted": {
        *(name for pack in PACKS for name in (*pack.nouns.nouns, *pack.nouns.outcomes, *pack.nouns.measured)),
        *(zero.counted for pack in PACKS for zero in pack.nouns.zeros),
        *(rules().tolls | rules().falling | rules().measures | rules().estimates) - UNITS,
    },
    "units": UNITS,
    "narrowings": {
        *(name for pack in PACKS for name in pack.nouns.qualifiers.values()),
        *(narrowing.name for pack in PACKS for narrowing in pack.nouns.narrowing),
    },
    "facts": {
        aspect.value
        for pack in PACKS
        for aspect in pack.events.aspects
        if aspect.value and aspect.name in SHOWN - {"brought_up"}
    },
    "series": {name for pack in PACKS for name in pack.nouns.series},
    "keys": {facet.name for facet in FACETS},
}


@pytest.mark.parametrize("kind", CANONICAL)
def test_every_name_has_a_word(kind: str) -> None:
    assert sorted(CANONICAL[kind] - getattr(terms("tr"), kind).keys()) == []


def test_a_language_without_such_words_has_none() -> None:
    assert terms("en") == terms("no such language") == Terms()


def test_a_fault_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "terms.toml").write_text("[events]\nfire = 3\n", encoding="utf-8")
    monkeypatch.setattr(of_terms, "FOLDERS", {"xx": tmp_path})
    with pytest.raises(LanguageError, match=r"xx/terms\.toml"):
        terms("xx")
