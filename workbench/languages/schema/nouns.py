"""nouns.toml: what is counted and measured, what happened to it, and whose it is."""

from __future__ import annotations

from typing import Literal

import msgspec

from workbench.languages.schema.patterns import NEVER, OneOf, Regex, Tail, Tally, Whole


class Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A counted noun. Its key is the canonical name, the same in every language."""

    stems: list[str]
    unit: str = ""
    """Unit of the count; empty: the canonical name itself."""
    broader: str | None = None
    """Canonical noun that holds this one."""
    general: bool = False
    """True where the clause's verb says more than the noun ("kişi ... yaralandı" counts injured)."""
    head: bool = False
    """True where it takes the count over from a genitive ("askerin cenazesi" counts bodies)."""
    classifier: bool = False
    """True where the noun behind it says what is counted ("30 adet tank")."""
    owned: bool = False
    """True where the name before it says whose they are ("Demir 4.050 oy aldı")."""


class Measured(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a share or a sum of money measures. Its key is the canonical name, the same in every language."""

    stems: list[str]
    owned: bool = False
    """True where the name before it says whose it is (a share of the vote)."""


class Narrowing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that narrow what a number measures ("aylık", "fark"), as regular expressions on whole words.

    ``before`` is looked for in the clause left of the number, ``after`` in the words right behind it.
    """

    name: str
    before: Tail = ""
    after: Tail = ""


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A unit of measure. Its key is the canonical name (ISO 4217 for money)."""

    stems: list[str]
    kind: Literal["duration", "money", "length", "measure", "magnitude", "rate"]
    symbols: list[str] = []
    """Signs written before or after the digits, as written."""
    cents: str | None = None
    """Canonical name of the hundredth part ("100 lira 75 kuruş")."""


class Outcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What befell those counted. Its key is the canonical counted noun (people) or qualifier (things)."""

    verbs: list[Regex]
    """Regular expressions on lower-cased text, found after what is counted."""
    before: list[Regex] = []
    """The same, found right before the number ("killing at least 12")."""
    participles: list[Regex] = []
    """The same right before the number, where the clause's own verb says more ("kaybolan 2 kişi bulundu")."""
    things: bool = False
    """True where it befalls things: the noun stays what is counted and the outcome qualifies it."""


class Zero(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A phrase that says that there was none."""

    pattern: Regex
    counted: str
    qualifier: str | None = None


class Nouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    nouns: dict[str, Noun]
    units: dict[str, Unit] = {}
    outcomes: dict[str, Outcome] = {}
    zeros: list[Zero] = []
    series: dict[str, list[str]] = {}
    """Canonical name of what comes in a numbered series to its stems."""
    anniversaries: dict[str, list[str]] = {}
    """Unit to the nouns whose ordinal is a count of it ("33. yıl dönümü": 33 years)."""
    sides: dict[str, list[str]] = {}
    """Canonical state to the stems of its name, its people and its adjective."""
    softening: dict[str, str] = {}
    """Final consonant to the one it becomes before a vowel ("uçak", "uçağı")."""
    age: list[Regex] = []
    """Regular expressions right after a number that is an age."""
    depth: Regex = NEVER
    """Words of the sentence that make a length a depth."""
    magnitude_before: list[Regex] = []
    """What stands right before a magnitude ("Mw", "büyüklüğü"), as regular expressions."""
    superlative: Regex = NEVER
    """What announces the largest one ("en büyüğü"): before a decimal number below ten that is a magnitude."""
    swap: Regex = NEVER
    """Words that make the people of their clause prisoners exchanged."""
    attributes: Regex = NEVER
    """What follows a number that describes and does not count ("2 katlı"), as a regular expression."""
    labels: Regex = NEVER
    """What stands right before a number that only names something ("madde 5", "No. 7")."""
    dual: list[str] = []
    """Nouns that "two" merely refers to ("iki ülke")."""
    skip: list[str] = []
    """Words that end the search for the noun counted."""
    coordination: list[str] = []
    """Words that join like things ("ve", "ile")."""
    possessive: Tail = ""
    """Ending of a noun that owns the next one (genitive); empty where the language has none."""
    calls: Regex = NEVER
    """Verb or noun of telephoning: "7 kez telefonla görüştü" counts calls."""
    times: list[str] = []
    """Stems of "times" ("kez")."""
    periods: Regex = NEVER
    """What stands before a number of months that is a date ("ilk dokuz ay"); a regular expression."""
    fronted: Tail = ""
    """A bound word that at the start of a sentence is a preposition of time ("Over three days"); or empty."""
    later: Regex = NEVER
    """What follows the stem of a duration that is an offset ("3 yıl önce"), which is a date as well."""
    compound_first: Tail = NEVER
    """Endings of a noun that only describes the noun behind it, which is counted ("police stations")."""
    compound_second: Tail = NEVER
    """Endings of that second noun ("belediye işçisi")."""
    compound_person: Tail = NEVER
    """The same where the first noun is of people: with another ending the second may be theirs ("evine")."""
    lookalikes: list[str] = []
    """Whole words that look like an inflected noun or unit and are none ("yeni" is not yen)."""
    leaves: Tail = NEVER
    """Endings of a noun further on that is not what is counted ("18 ... hastanede"), on the ending alone."""
    adjectival: Tail = ""
    """Ending that makes an adjective of a measure ("saatlik"), before the noun's own endings; or empty."""
    age_before: Regex = NEVER
    """What stands right before an age ("aged 9")."""
    old: Regex = NEVER
    """What follows a length of time that is somebody's age ("9 aylık bebek", "9-month-old")."""
    multiple: Regex = NEVER
    """What follows a number of times that something has become as much ("üç katına çıktı")."""
    parts_before: Regex = NEVER
    """What stands before a number that is a part of another ("including"), as a regular expression."""
    aside: Regex = NEVER
    """What is put in between those counted and the verb that says what befell them (", among them ...,")."""
    parts_after: Whole = "(?!)(?P<whole>)"
    """What follows a number that is a part of another ("of them"); `whole` holds the whole, if named."""
    whole_before: Whole = "(?!)(?P<whole>)"
    """What names the whole right before a part of it ("yaralılardan 1'i"), in the group `whole`."""
    head_before: Regex = NEVER
    """What links a noun to the number behind it ("the bodies of 12 people"); one with `head` is counted."""
    lasted: Regex = NEVER
    """Verbs that make a length of time in their clause that of the event itself ("sürdü", "lasted")."""
    rest: Regex = NEVER
    """Words that name what is left of a whole: a sentence that has them counts all of its parts."""
    dividing: Regex = NEVER
    """Words of a clause that divides something among its owners."""
    listed_in: Regex = NEVER
    """What follows a number of a list by place ("nine in Kent, four in Essex"), as written."""
    subject_of: Regex = NEVER
    """What follows a bare number that is the subject of its clause ("and 5,000 have left")."""
    magnitude_bound: Regex = NEVER
    """A bound that, before a word for earthquakes, limits how strong they are ("4'ün üzerinde")."""
    adjective: Regex = NEVER
    """A word that can only describe the noun behind it, so that the noun is what the number counts."""
    one_of: OneOf = "(?!)(?P<whole>)(?P<one>)"
    """One out of several, where the word for one is no number elsewhere; groups `whole` and `one`."""
    further_before: Regex = NEVER
    """What says right before a number that it comes on top of another ("another")."""
    further_after: Regex = NEVER
    """The same behind it ("6 kişi daha")."""
    contrast: Regex = NEVER
    """A word between numbers that sets the second against the first ("ise"), so that its unit is left out."""
    one_after: Tail = NEVER
    """What follows "one" and a stretch of time where it is a length and no mere "one day"."""
    plain_person: Regex = NEVER
    """Ending of a word for a person of a state ("Ukraynalı"), as a regular expression on the whole word."""
    tally: Tally = "(?!)(?P<first>)(?P<last>)"
    """What names the thing counted before its number ("ölenlerin sayısı 12'ye"): in the group `last` the last
    noun is counted, in `first` the first one, and either may name what befell them."""
    tally_behind: Whole = "(?!)(?P<whole>)"
    """The same behind its number ("300 bin olan turist sayısı"): the noun stands in the group `whole`."""
    tally_again: Regex = NEVER
    """The same without a noun ("raising the total to 21"): what the number before it counts."""
    measured: dict[str, Measured] = {}
    measured_again: Regex = NEVER
    """A word that takes up what was measured before ("oran", "the rate")."""
    narrowing: list[Narrowing] = []
    quarters: dict[str, int] = {}
    """Regular expression of the words for a quarter of a year to its number."""
    name_ending: Tail = ""
    """Endings of a name that owns what the number counts, as a regular expression."""
    qualifiers: dict[str, str] = {}
    """Adjective to the canonical qualifier."""
