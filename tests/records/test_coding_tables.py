"""The tables of event-data projects: every value one that they publish."""

import pytest

from workbench.records.coding.points import Point, points
from workbench.records.coding.rules import codebook
from workbench.records.coding.states import states

TYPES = {
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        *("Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack"),
        *("Remote explosive/landmine/IED", "Grenade"),
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        *("Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use"),
        *("Headquarters or base established", "Looting/property destruction"),
        *("Non-violent transfer of territory", "Other"),
    },
}
"""Table 2 of the codebook."""


def test_every_rule_gives_a_type_of_the_codebook() -> None:
    book = codebook()
    assert [rule for rule in book.rules if rule.sub_event_type not in TYPES[rule.event_type]] == []
    assert {rule.words for rule in book.rules if rule.words} <= set(book.words)
    assert {code for words in book.words.values() for code in words} == {"en", "tr"}


def test_the_table_of_states_is_whole() -> None:
    rows = states().values()
    assert len(rows) == 196
    assert {one.acled_region for one in rows} <= {
        *("", "Caribbean", "Caucasus and Central Asia", "Central America", "East Asia", "Eastern Africa"),
        *("Europe", "Middle Africa", "Middle East", "North America", "Northern Africa", "Oceania"),
        *("South America", "South Asia", "Southeast Asia", "Southern Africa", "Western Africa"),
    }
    assert [one.english for one in rows if not (one.country and one.gw.isdecimal() and one.iso3)] == []
    of = {one.canonical: one.gw for one in rows}
    assert [of[name] for name in ("Rusya", "Çekya", "Vietnam", "Yemen")] == ["365", "316", "816", "678"]
    numbers = [one.gw for one in rows if one.government]
    assert len(numbers) == len(set(numbers))


def test_points_are_on_the_globe() -> None:
    found = points()
    assert len(found) > 9000
    far = [
        one
        for one in found.values()
        if not (abs(float(one.latitude)) < 90 and abs(float(one.longitude)) <= 180)
    ]
    assert far == []
    assert "Londra" not in found  # London, Canada is a city, too


@pytest.mark.parametrize(
    ("latitude", "longitude", "cell"),
    [
        pytest.param("-90.0000", "-180.0000", 1, id="the first"),
        pytest.param("34.5167", "69.1833", 179779, id="Kabul"),
        pytest.param("89.9999", "179.9999", 259200, id="the last"),
    ],
)
def test_cells_of_prio_grid(latitude: str, longitude: str, cell: int) -> None:
    assert Point(latitude, longitude).cell == cell
