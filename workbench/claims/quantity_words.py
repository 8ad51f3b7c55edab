"""The compiled words of one language around numbers: nouns, units, states, bounds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from workbench.claims.scanning import PatternGroup, WordPattern
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of

_LONG_WORD = re.compile(r"[^\W\d_]{7,60}")
_BEHIND_SYMBOL = frozenset(("", *" '’.,;:!?)/\n\"”…"))
"""What may follow a symbol of one letter: its endings stand behind an apostrophe, and "F-16" is a name."""
_FRONT, _HEAD = 3, 4
"""Letters that the front of a compound has at least, and its head."""
REACH = 60
"""Characters read to the left of a number for the words that belong to it."""


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A known word in the text: its canonical name, and where stem and word end."""

    name: str
    start: int
    stem_end: int
    end: int


@dataclass(frozen=True, slots=True)
class Fate:
    """What befell those counted, compiled: the verb behind them, before them, and the participle before."""

    name: str
    things: bool
    verb: re.Pattern[str]
    before: re.Pattern[str] | None
    participle: re.Pattern[str] | None
    inside: re.Pattern[str] | None
    """The participle between a number and its noun ("3 yıkılan ev")."""


class Stems:
    """Finds known words, inflected, at a given place; only stems with the same first letters are tried."""

    def __init__(
        self, entries: Mapping[str, Iterable[str]], language: Language, adjectival: str = ""
    ) -> None:
        self._by_start: dict[str, list[tuple[str, str]]] = defaultdict(list)
        softening = language.nouns.softening
        for name, stems in entries.items():
            for stem in map(language.lower, stems):
                self._add(stem, name)
                if len(stem) > 3 and stem[-1] in softening:
                    self._add(stem[:-1] + softening[stem[-1]], name)
        for found in self._by_start.values():
            found.sort(key=lambda pair: -len(pair[0]))
        self._lookalikes = frozenset(map(language.lower, language.nouns.lookalikes))
        derived = f"(?:'?{adjectival})?" if adjectival else ""
        self._ending = re.compile(rf"{derived}(?:{language.core.noun_suffix})(?!\w)")
        self._compounds = language.core.compounds

    def _add(self, stem: str, name: str) -> None:
        self._by_start[stem[:2]].append((stem, name))

    def at(self, low: str, place: int) -> Hit | None:
        """The longest known word that begins at `place`, else the one that a compound there ends with."""
        hit = self._begins(low, place)
        if hit is not None or not self._compounds:
            return hit
        word = _LONG_WORD.match(low, place)
        for first in range(place + _FRONT, word.end() - _HEAD + 1) if word else ():
            if (head := self._begins(low, first)) and head.stem_end - first >= _HEAD:
                return Hit(head.name, place, head.stem_end, head.end)
        return None

    def _begins(self, low: str, place: int) -> Hit | None:
        for key in (low[place : place + 2], low[place : place + 1]):
            for stem, name in self._by_start.get(key, ()):
                if low.startswith(stem, place):
                    stem_end = place + len(stem)
                    if not stem[-1].isalpha():
                        return Hit(name, place, stem_end, stem_end)
                    ending = self._ending.match(low, stem_end)
                    if ending and len(stem) == 1 and low[stem_end : stem_end + 1] not in _BEHIND_SYMBOL:
                        continue
                    if ending and low[place : ending.end()] not in self._lookalikes:
                        return Hit(name, place, stem_end, ending.end())
        return None


def before(pattern: str) -> re.Pattern[str]:
    """A pattern that must end right before a place; search it in the text left of that place."""
    return re.compile(rf"(?<!\w)(?:{pattern}) ?$")


class Words:
    """Everything that `quantities` asks of a language, compiled once."""

    def __init__(self, language: Language) -> None:
        numbers, nouns = language.numbers, language.nouns
        self.language, self.table = language, nouns
        noun_stems = {name: noun.stems for name, noun in nouns.nouns.items()}
        unit_stems = {name: unit.stems for name, unit in nouns.units.items()}
        self.nouns = Stems(noun_stems, language, nouns.adjectival)
        self.units = Stems(unit_stems, language, nouns.adjectival)
        self.sides = Stems(nouns.sides, language)
        names = language.names
        self.peoples = Stems(
            {state: [*names.states.get(state, ()), *names.peoples.get(state, ())] for state in names.states},
            language,
        )
        self.series = Stems(nouns.series, language)
        self.anniversaries = Stems(nouns.anniversaries, language)
        self.times = Stems({"time": nouns.times}, language)
        self.dual = Stems({"dual": nouns.dual}, language)
        self.symbols = {symbol: name for name, unit in nouns.units.items() for symbol in unit.symbols}
        symbols = any_of(sorted(map(re.escape, self.symbols), key=len, reverse=True))
        self.symbol_before = re.compile(rf"(?:{symbols}) ?$")
        self.symbol_after = re.compile(rf" ?(?:{symbols})")
        self.bounds_before = [(before(b.pattern), b.modifier) for b in numbers.bounds_before]
        bounds = [bound.pattern for bound in numbers.bounds_before]
        signs = [*numbers.total, *numbers.exchange.before, nouns.further_before]
        self.any_before = before(any_of([*bounds, *signs]))
        self.any_bound_after = re.compile(any_of(f"(?:{b.pattern})" for b in numbers.bounds_after))
        self.bounds_after = [(re.compile(b.pattern), b.modifier) for b in numbers.bounds_after]
        self.total_before = before(any_of(numbers.total))
        after = any_of(numbers.total_after)
        self.total_after = re.compile(rf"(?: \w+){{0,3}} (?:{after})(?!\w)")
        self.each_before = before(any_of(numbers.exchange.before))
        self.each_after = re.compile(rf"(?: [\w'-]+){{0,5}}? (?:{any_of(numbers.exchange.after)})(?!\w)")
        self.exchange = re.compile(numbers.exchange.between)
        self.ranges = re.compile(any_of(numbers.range_words))
        self.range_and = re.compile(any_of(numbers.range_and))
        self.range_close = re.compile(numbers.range_close) if numbers.range_close else None
        self.range_open = re.compile(numbers.range_open) if numbers.range_open else None
        others = any_of(map(re.escape, numbers.alternatives))
        self.alternative = re.compile(rf" ?(?:{others})(?!\w)")
        self.percent_before = re.compile(numbers.percent_before)
        self.per_mille_before = re.compile(numbers.per_mille_before)
        self.per_mille_after = re.compile(numbers.per_mille_after)
        self.same = WordPattern(rf"(?<!\w)(?:{numbers.same})(?!\w)")
        self.percent_after = re.compile(numbers.percent_after)
        self.running = re.compile(any_of(numbers.running))
        self.threshold = re.compile(numbers.threshold)
        self.collocations = WordPattern(rf"(?<!\w)(?:{any_of(numbers.collocations)})(?!\w)")
        self.fraction_of = re.compile(f"(?:{numbers.half_of})|(?:{numbers.fraction_of})")
        self.fraction_link = re.compile(numbers.fraction_link)
        self.and_half = re.compile(numbers.and_half)
        self.minus_before = re.compile(rf"(?:(?<!\w)(?:{any_of(numbers.minus)}) |(?:^|(?<=[\s(]))[-−])$")
        self.minus_after = re.compile(rf",? (?:{any_of(numbers.minus_after)})(?!\w)")
        self.per_before = [
            (re.compile(rf"(?<!\w)(?:{pattern})(?: [^\W\d_]+){{0,2}} $"), unit)
            for unit, pattern in numbers.per_before.items()
        ]
        self.per_after = re.compile(numbers.per_after)
        self.change_before = re.compile(rf"(?<!\w)(?:{numbers.change_before})(?!\w)")
        self.change_after = re.compile(numbers.change_after)
        self.range_until = re.compile(numbers.range_until)
        self.range_from = re.compile(numbers.range_from)
        self.alone_units = numbers.alone_units
        self._read_nouns()
        months = any_of(sorted(map(re.escape, language.calendar.months), key=len, reverse=True))
        days = any_of(sorted(map(re.escape, language.calendar.weekdays), key=len, reverse=True))
        self.month_after = re.compile(rf"\.? (?:{months})(?:{language.core.noun_suffix})(?!\w)")
        self.month_glued = re.compile(rf" (?:{months})")
        self.month_before = re.compile(rf"(?<!\w)(?:{months})\.? $")
        self.calendar = re.compile(rf"(?<!\w)(?:{months}|{days})(?:{language.core.noun_suffix})$")

    def _read_nouns(self) -> None:
        nouns = self.table
        self.age = [re.compile(pattern) for pattern in nouns.age]
        self.magnitude_before = re.compile(any_of(nouns.magnitude_before))
        self.superlative = re.compile(nouns.superlative)
        self.depth = re.compile(nouns.depth)
        self.swap = re.compile(rf"(?<!\w)(?:{nouns.swap})")
        self.attributes = re.compile(rf"'?(?:{nouns.attributes})")
        self.described = re.compile(rf"\d(?:{nouns.attributes}) $")
        self.labels = re.compile(rf"(?<!\w)(?:{nouns.labels})")
        self.calls = re.compile(rf"(?<!\w)(?:{nouns.calls})(?!\w)")
        self.periods = re.compile(nouns.periods)
        self.fronted = re.compile(nouns.fronted or "(?!)")
        self.later = re.compile(nouns.later)
        self.skip = frozenset(nouns.skip)
        self.tells_nothing = self.skip | {*self.language.core.stop_words, *self.language.numbers.ordinals}
        self.age_before = re.compile(rf"(?<!\w)(?:{nouns.age_before})")
        self.old = re.compile(nouns.old)
        counting = {word for word, value in self.language.numbers.words.items() if value != 1}
        self.ends_series = (self.skip | counting) - set(nouns.coordination)
        self.coordination = re.compile(rf" ?(?:{any_of(map(re.escape, nouns.coordination))}) ")
        self.owner = re.compile(nouns.possessive) if nouns.possessive else None
        self.multiple = re.compile(rf"(?:{nouns.multiple})")
        self.parts_before = re.compile(rf"(?<!\w)(?:{nouns.parts_before})")
        self.aside = re.compile(nouns.aside)
        self.ordinal_before = re.compile(self.language.numbers.ordinal_before)
        self.tally = re.compile(nouns.tally)
        self.tally_behind = re.compile(nouns.tally_behind)
        self.tally_again = re.compile(nouns.tally_again)
        self.compound_first = re.compile(nouns.compound_first)
        self.compound_second = re.compile(nouns.compound_second)
        self.compound_person = re.compile(nouns.compound_person)
        self.parts_after = re.compile(nouns.parts_after)
        self.whole_before = re.compile(nouns.whole_before)
        self.head_before = re.compile(rf"([^\W\d_]+){nouns.head_before}")
        self.listed_in = re.compile(nouns.listed_in)
        self.subject_of = re.compile(nouns.subject_of)
        self.magnitude_bound = re.compile(nouns.magnitude_bound)
        self.adjective = re.compile(nouns.adjective)
        self.one_of = WordPattern(nouns.one_of)
        self.further_before = before(nouns.further_before)
        self.further_after = re.compile(rf"(?<!\w)(?:{nouns.further_after})(?!\w)")
        self.contrast = re.compile(rf"(?<!\w)(?:{nouns.contrast})(?!\w)")
        self.leaves = re.compile(nouns.leaves)
        self.one_after = re.compile(nouns.one_after)
        self.plain_person = re.compile(nouns.plain_person)
        self.outcomes = [
            Fate(name, outcome.things, re.compile(rf"(?<!\w)(?:{any_of(outcome.verbs)})(?!\w)"),
                 before("|".join(outcome.before)) if outcome.before else None,
                 before("|".join(outcome.participles)) if outcome.participles else None,
                 re.compile(rf"(?<!\w)(?:{any_of(outcome.participles)})(?!\w)")
                 if outcome.participles else None)
            for name, outcome in nouns.outcomes.items()
        ]  # fmt: skip
        fates = any_of(any_of(outcome.verbs) for outcome in nouns.outcomes.values())
        self.any_fate = re.compile(rf"(?<!\w)(?:{fates})(?!\w)")
        self.zeros = PatternGroup(re.compile(rf"(?<!\w)(?:{zero.pattern})") for zero in nouns.zeros)

    def compound(self, low: str, first: Hit, second: Hit) -> bool:
        """Whether the second of two neighbouring nouns is what is counted ("police stations")."""
        noun = self.table.nouns[first.name]
        if second.start != first.end + 1 or (noun.general and noun.broader is None):
            return False
        describes = self.compound_first.fullmatch(low, first.stem_end, first.end)
        endings = self.compound_person if noun.unit == "person" else self.compound_second
        return bool(describes and endings.fullmatch(low, second.stem_end, second.end))

    def unit_of(self, counted: str) -> str:
        """The unit that a canonical noun is counted in."""
        noun = self.table.nouns.get(counted)
        if noun is not None:
            return noun.unit or counted
        return "person" if counted in self.table.outcomes else counted


@cache
def words_of(language: Language) -> Words:
    """The compiled words of a language."""
    return Words(language)
