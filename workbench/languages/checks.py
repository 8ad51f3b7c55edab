"""Tries a language pack: every fault that its schema cannot see, with file, key and reason.

`load` checks shapes alone, so that a program starts fast; whoever writes a pack runs this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from workbench.errors import LanguageError
from workbench.languages.loader import FILES, FOLDERS, Language, load, read_pack
from workbench.languages.regex_checks import pattern_fault

_CANON = ("tr", "en")
"""The packs that name what is canonical in all: nouns, units, types of events."""
_MAY_BE_EMPTY = frozenset({"vowels", "inside", "unit", "value"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a pack: `file` as "de/nouns.toml", `key` with its place in tables and lists."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.key, self.reason) if part)


def faults(code: str, folder: Traversable) -> list[Fault]:
    """Everything wrong with the pack in `folder`, in order of file; one fault where it cannot be read."""
    try:
        language = read_pack(code, folder)
    except LanguageError as error:
        file, _, reason = error.detail.partition(".toml")
        return [Fault(f"{file}.toml", "", reason.lstrip(": "))]
    found = [*_texts(language), *_references(language), *_canonical(language), *_claimed_twice(language)]
    return sorted(found, key=lambda fault: list(FILES).index(fault.file.split("/")[1].removesuffix(".toml")))


def _texts(language: Language) -> Iterator[Fault]:
    """Patterns that do not work, and empty words, which would stand everywhere."""
    for name, schema in FILES.items():
        for key, kind, text in _strings(getattr(language, name), msgspec.inspect.type_info(schema), ""):
            reason = pattern_fault(text, kind) if kind else "is empty" if not text else ""
            if reason:
                yield Fault(f"{language.code}/{name}.toml", key, reason)


def _strings(value: Any, kind: Any, key: str) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """Every text in a pack's file that is a pattern or a word of a table: key, what it may be, itself."""
    extra: Mapping[str, Any] = {}
    if isinstance(kind, msgspec.inspect.Metadata):
        extra, kind = kind.extra or {}, kind.type
    if isinstance(value, str):
        plain = not extra.get("regex") and not key.endswith("]")
        if not (plain and (key.rpartition(".")[2] in _MAY_BE_EMPTY or "." not in key)):
            yield key, extra, value
    elif isinstance(value, msgspec.Struct):
        for field in kind.fields:
            inner = f"{key}.{field.name}" if key else field.name
            yield from _strings(getattr(value, field.name), field.type, inner)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _strings(item, kind.item_type, f"{key}[{place}]")
    elif isinstance(value, dict):
        for name, item in value.items():
            yield f"{key}[]", {}, name
            yield from _strings(item, kind.value_type, f"{key}.{name}")


def _references(language: Language) -> Iterator[Fault]:
    """Keys that speak of another key which is not there."""
    numbers, nouns, calendar = language.numbers, language.nouns, language.calendar
    counted = {*nouns.nouns, *nouns.outcomes}
    days = {*calendar.months, *calendar.weekdays}
    kinds = {kind.name for kind in language.events.types}
    broader = {f"nouns.{name}.broader": noun.broader for name, noun in nouns.nouns.items() if noun.broader}
    cents = {f"units.{name}.cents": unit.cents for name, unit in nouns.units.items() if unit.cents}
    zeros = {f"zeros[{place}].counted": zero.counted for place, zero in enumerate(nouns.zeros)}
    yield from _unknown(language, "numbers", {"bare": numbers.bare}, {*numbers.hundreds, *numbers.scales})
    yield from _unknown(language, "nouns", broader, nouns.nouns)
    yield from _unknown(language, "nouns", cents, nouns.units)
    yield from _unknown(language, "nouns", zeros, counted)
    yield from _unknown(language, "nouns", {"anniversaries": nouns.anniversaries}, nouns.units)
    yield from _unknown(language, "calendar", {"ambiguous": calendar.ambiguous}, days)
    yield from _unknown(language, "calendar", {"rivals": calendar.rivals}, calendar.months)
    yield from _unknown(language, "calendar", {"plural_units": calendar.plural_units}, calendar.units)
    yield from _unknown(language, "events", {"generic": language.events.generic}, kinds)
    yield from _unknown(language, "events", {"subjects": language.events.subjects}, kinds)
    local = {"local_institutions": language.names.local_institutions}
    yield from _unknown(language, "names", local, language.names.institutions)
    yield from _missing(language)


def _missing(language: Language) -> Iterator[Fault]:
    """Months and weekdays without a name, and types of events named twice."""
    calendar = language.calendar
    for key, table, wanted in (
        ("months", calendar.months, range(1, 13)),
        ("weekdays", calendar.weekdays, range(7)),
    ):
        for number in sorted(set(wanted) - set(table.values())):
            yield Fault(f"{language.code}/calendar.toml", key, f"no name for {number}")
    names = [kind.name for kind in language.events.types]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield Fault(f"{language.code}/events.toml", f"types.{name}", "is there twice")


def _unknown(
    language: Language, file: str, keys: Mapping[str, Any], known: Iterable[str], what: str = "in this pack"
) -> Iterator[Fault]:
    known = set(known)
    for key, value in keys.items():
        for word in [value] if isinstance(value, str) else value:
            if word not in known:
                yield Fault(f"{language.code}/{file}.toml", key, f"{word!r} is not known {what}")


def _canonical(language: Language) -> Iterator[Fault]:
    """Canonical names that no pack knows: reports in other languages could never meet them."""
    packs = [load(code) for code in _CANON]
    everywhere = "to any pack"
    for key in ("nouns", "units", "outcomes", "series", "measured"):
        known = {name for pack in packs for name in getattr(pack.nouns, key)}
        yield from _unknown(language, "nouns", {key: getattr(language.nouns, key)}, known, everywhere)
    for place, kind in enumerate(language.events.types):
        if (kind.name, kind.family) not in {(k.name, k.family) for pack in packs for k in pack.events.types}:
            reason = f"{kind.name!r} of the family {kind.family!r} is not known {everywhere}"
            yield Fault(f"{language.code}/events.toml", f"types[{place}]", reason)
    aspects = {aspect.name for pack in packs for aspect in pack.events.aspects}
    named = {f"aspects[{place}].name": a.name for place, a in enumerate(language.events.aspects)}
    yield from _unknown(language, "events", named, aspects, everywhere)
    yield from _canonical_names(language, packs)


def _canonical_names(language: Language, packs: list[Language]) -> Iterator[Fault]:
    names, every = language.names, [language, *packs]
    states = {state for pack in packs for state in pack.names.states}
    places = {p for pack in every for p in (*pack.names.places, *_listed(pack))}
    held = {f"places.{name}.inside": place.inside for name, place in names.places.items() if place.inside}
    home = {"home": [names.home]} if names.home else {}
    for keys, known in (
        ({"states": names.states, "peoples": names.peoples, **home}, states),
        ({"capitals": names.capitals.values()}, states),
        ({"capitals": names.capitals}, places),
        ({**held, "within": names.within}, states | places),
        ({"home_places_from": [names.home_places_from] if names.home_places_from else []}, FOLDERS),
    ):
        yield from _unknown(language, "names", keys, known, "to any pack")
    yield from _unknown(language, "nouns", {"sides": language.nouns.sides}, states, "to any pack")
    for name, place in names.places.items():
        for pack in packs:
            other = pack.names.places.get(name)
            if pack.code != language.code and other is not None and other.inside != place.inside:
                reason = f"{place.inside!r}, in {pack.code} it is {other.inside!r}"
                yield Fault(f"{language.code}/names.toml", f"places.{name}.inside", reason)


def _listed(language: Language) -> Iterator[str]:
    return (place for group in language.names.within.values() for place in group)


def _claimed_twice(language: Language) -> Iterator[Fault]:
    """Words that two entries of one table claim: only one of them could ever have it."""
    names, nouns = language.names, language.nouns
    tables: dict[tuple[str, str], Mapping[str, Iterable[str]]] = {
        ("names", "people"): names.people,
        ("names", "states"): names.states,
        ("names", "peoples"): names.peoples,
        ("names", "organisations"): names.organisations,
        ("names", "institutions"): names.institutions,
        ("names", "places"): {name: [name, *place.aliases] for name, place in names.places.items()},
        ("nouns", "nouns"): {name: noun.stems for name, noun in nouns.nouns.items()},
        ("nouns", "units"): {name: unit.stems for name, unit in nouns.units.items()},
        ("nouns", "sides"): nouns.sides,
        ("nouns", "measured"): {name: one.stems for name, one in nouns.measured.items()},
    }
    for (file, key), table in tables.items():
        owners: dict[str, list[str]] = defaultdict(list)
        for name, words in table.items():
            for word in {language.lower(word) for word in words}:
                owners[word].append(name)
        for word, claimed in owners.items():
            if len(claimed) > 1:
                reason = f"{word!r} is claimed by {' and '.join(claimed)}"
                yield Fault(f"{language.code}/{file}.toml", key, reason)
