"""Nothing of the desk is shown untranslated, and what the program reads is what people edited."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache

import pytest
from babel.messages.catalog import Catalog

from tools import catalogues
from workbench import words
from workbench.tui.actions import action_named


@cache
def merged(language: str) -> Catalog:
    """The catalogue with the texts of today: finding them reads the whole program."""
    return catalogues.merged(language)


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_every_text_is_translated(language: str) -> None:
    assert catalogues.faults(merged(language)) == []


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_the_catalogue_holds_the_texts_of_today(language: str) -> None:
    path = catalogues.catalogue_path(language)
    assert path.read_bytes() == catalogues.written(merged(language))


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_the_program_reads_what_was_edited(language: str) -> None:
    path = catalogues.catalogue_path(language).with_suffix(".mo")
    assert path.read_bytes() == catalogues.compiled(catalogues.kept(language))


def test_texts_within_f_strings_are_found() -> None:
    code = """f"{_('Stage')}: {label}", words.ngettext("{n} day", "{n} days", n), N_(name), other("no")"""
    found = catalogues.texts_of_code(io.BytesIO(code.encode()), catalogues.KEYWORDS, [], {})
    assert {texts for _line, _name, texts, _comments in found} == {
        ("Stage",),
        ("{n} day", "{n} days", None),
        (None,),
    }


def test_a_text_without_translation_is_found() -> None:
    catalog = catalogues.kept("tr")
    catalog.add("Nobody has translated this {n}")
    catalog.add("This {n} has", "Bunun {m} var")
    assert catalogues.faults(catalog) == [
        "not translated: 'Nobody has translated this {n}'",
        "other fields: 'Bunun {m} var' for 'This {n} has'",
    ]


LOCALES = [
    pytest.param({"LANG": "tr_TR.UTF-8"}, "tr", id="Turkish"),
    pytest.param({"LANG": "de_DE.UTF-8"}, "en", id="a language without a catalogue"),
    pytest.param({"LANG": "tr_TR.UTF-8", "LC_ALL": "C"}, "en", id="the stronger variable decides"),
    pytest.param({"LANGUAGE": "de:tr", "LANG": "en_GB"}, "tr", id="the first of several that is known"),
    pytest.param({}, "en", id="nothing set"),
]


@pytest.mark.parametrize(("environment", "language"), LOCALES)
def test_the_locale_chooses(environment: Mapping[str, str], language: str) -> None:
    assert words.preferred(environment) == language


def test_an_action_speaks_the_language_in_force() -> None:
    quit_action = action_named("anywhere.quit")
    assert quit_action.label == "Quit"
    words.use("tr")
    assert quit_action.label == "Çık"
