"""The table of the world's towns: no older than its recipe, whole, and read as each language spells."""

from __future__ import annotations

import hashlib
from importlib import resources
from pathlib import Path

import pytest

from workbench.claims.names import ancestors, find_names, places_agree, settled
from workbench.languages.loader import LANGUAGES, load
from workbench.languages.world import TABLE, world

RECIPE = Path(__file__).parents[2] / "tools" / "places.toml"


def test_the_table_is_no_older_than_its_recipe() -> None:
    """Where this fails: `pip install -e .[places] && python -m tools.build_places`."""
    text = resources.files("workbench.languages").joinpath(TABLE).read_text("utf-8")
    assert text.split(" ")[1] == hashlib.sha256(RECIPE.read_bytes()).hexdigest()[:16]


def test_what_holds_a_town_is_a_state_or_a_place() -> None:
    names = [load(code).names for code in LANGUAGES]
    known = {state for group in names for state in group.states} | {
        place for g in names for place in g.places
    }
    known |= {place for group in names for places in group.within.values() for place in places}
    rows = world("tr").rows
    known |= {row[0] for row in rows}
    assert {row[1] for row in rows if row[1]} - known == set()
    assert len({row[0] for row in rows}) == len(rows)
    assert all(len(row) == 6 and set(row[2]) <= set("fpg") for row in rows)


@pytest.mark.parametrize("code", LANGUAGES)
def test_spellings_are_lower_cased_as_the_language_does(code: str) -> None:
    language = load(code)
    assert [form for form in world(code).spellings if form != language.lower(form)] == []


def test_a_language_that_the_table_does_not_spell_finds_no_towns() -> None:
    assert world("xx").spellings == {}


def _place(text: str, code: str) -> list[str]:
    language = load(code)
    names = settled(text, find_names(text, language), language)
    return [m.canonical for m in names if m.kind == "place"]


SAME = [
    pytest.param("Zirve Varşova'da yapıldı.", "The summit was held in Warsaw.", id="a capital"),
    pytest.param("Şiraz'da patlama oldu.", "A blast hit the city of Shiraz.", id="an Iranian city"),
    pytest.param("Kişinev'de protesto", "Protest in Chisinau", id="a capital without its marks"),
    pytest.param("Temeşvar'a geldi.", "He came to Timişoara.", id="an exonym of our own"),
    pytest.param("Çelyabinsk'te kaza", "Accident in Chelyabinsk", id="a transliteration"),
    pytest.param("Hürmüz Boğazı kapandı.", "The Strait of Hormuz was closed.", id="a strait"),
    pytest.param("Kuzey Karolina'da sel", "Flood in North Carolina", id="a federal state"),
]


@pytest.mark.parametrize(("turkish", "english"), SAME)
def test_a_place_has_one_name_in_both_languages(turkish: str, english: str) -> None:
    assert _place(turkish, "tr") == _place(english, "en") != []


HELD = [
    ("Graz", ["Avusturya"]),
    ("Denver", ["Colorado", "ABD"]),
    ("Sungurlu", ["Çorum", "Türkiye"]),
    ("Kanada/Londra", ["Kanada"]),
    ("Tokat/Reşadiye", ["Reşadiye", "Tokat", "Türkiye"]),
]


@pytest.mark.parametrize(("place", "above"), HELD, ids=[name for name, _ in HELD])
def test_what_holds_a_town(place: str, above: list[str]) -> None:
    assert list(ancestors(place)) == above


NAMESAKES = [
    pytest.param("A fire broke out in London, Canada.", "en", ["Kanada/Londra"], id="the text's own London"),
    pytest.param("A fire broke out in London.", "en", ["Londra"], id="the London everybody means"),
    pytest.param(
        "Tokat'ın Reşadiye ilçesinde sel", "tr", ["Tokat", "Tokat/Reşadiye"], id="one of many towns"
    ),
    pytest.param("Graz, Linz ve Viyana'da yangın", "tr", ["Graz", "Linz", "Viyana"], id="a list"),
]


@pytest.mark.parametrize(("text", "code", "places"), NAMESAKES)
def test_the_text_says_which_namesake_is_meant(text: str, code: str, places: list[str]) -> None:
    assert _place(text, code) == places


def test_namesakes_do_not_agree() -> None:
    assert not places_agree("Kanada/Londra", "İngiltere")
    assert not places_agree("Kanada/Londra", "Londra")
    assert places_agree("Kanada/Londra", "Kanada")
