"""names.toml: people, states, organisations and places, and the words that introduce them.

Canonical names are the same in every language pack, so that reports in different languages meet.
"""

from __future__ import annotations

import msgspec

from workbench.languages.schema.patterns import Plain, Regex, Tail


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place, what it lies in (canonical, or "" for a state's own), and other ways to write it."""

    inside: str
    aliases: list[str] = []


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    home: str = ""
    """Canonical state whose institutions are meant where none is named."""
    people: dict[str, list[str]] = {}
    """Canonical name to aliases; the canonical name itself need not be repeated."""
    states: dict[str, list[str]]
    """Canonical state to its names."""
    peoples: dict[str, list[str]] = {}
    """Canonical state to adjectives and names of its people, which take any ending."""
    tongue_ending: Tail = ""
    """Regular expression of the ending that makes a people's name its language's ("Almanca")."""
    capitals: dict[str, str] = {}
    """Canonical city to the state it stands for when it speaks or acts."""
    organisations: dict[str, list[str]] = {}
    institutions: dict[str, list[str]] = {}
    """Canonical kind of institution ("Dışişleri Bakanlığı") to its words; a state before it completes it."""
    local_institutions: list[str] = []
    """Kinds of institution that a place has, not a state ("Valiliği")."""
    places: dict[str, Place] = {}
    """Canonical place to what holds it, with its other spellings."""
    within: dict[str, list[str]] = {}
    """Canonical place or state to the places in it that need no other spelling."""
    home_places_from: str = ""
    """Pack whose places at home are written here as there, with or without their marks; "" for none."""
    name_suffix: Tail = ""
    """Case endings joined to a known name without an apostrophe ("Russlands"), or empty."""
    lower_peoples: bool = False
    """True where a people's adjective is written with a small letter ("russische Soldaten")."""
    ambiguous_places: list[str] = []
    """Canonical places that are also words or people's names: places only in a place's case or context."""
    roles: list[Plain] = []
    """Words of office directly before a person's name, in either case of the first letter."""
    role_forms: Tail = ""
    """Regular expression of what else may stand for an office there, behind "|"; "" for nothing."""
    name_particles: list[str] = []
    """Lower-case words inside names ("van", "bin")."""
    joined_particles: list[str] = []
    """Lower-case particles that a hyphen joins to a name ("al-Sudani")."""
    bare_ending: Tail = ""
    """Regular expression of the endings that show a long name without the apostrophe it should have."""
    name_suffixes: list[str] = []
    """What follows a last name and is none ("Jr.")."""
    given_names: list[str] = []
    """Given names that are no words: with a capitalised word behind them they are a person."""
    plural_roles: list[Plain] = []
    """Offices of several people, each named behind it ("Ministers A and B")."""
    person_before: Tail = ""
    """Regular expression of what stands right before two capitalised words and makes them a person."""
    person_after: Tail = ""
    """The same behind them (", 43,", " adlı")."""
    person_case: Tail = ""
    """Regular expression of the endings, behind an apostrophe, in which a person's last name is no town."""
    body_heads: list[str] = []
    """Words that end the name of a body ("Sendikası", "Party"), which take any ending."""
    state_bodies: list[str] = []
    """Those of them that a state has: its people's adjective before one means the state."""
    plain_bodies: list[str] = []
    """Bodies that every company or state has, whose name alone names none ("Yönetim Kurulu")."""
    land_heads: list[str] = []
    """Words that end the name of a river, sea or mountain ("Nehri", "River"), which take any ending."""
    body_joins: Tail = ""
    """Regular expression of what joins capitalised words inside a body's name (" ve ")."""
    body_of: Tail = ""
    """Regular expression of what joins a head to the words behind it (" of ")."""
    at_place: Tail = ""
    """Regular expression of the ending, behind an apostrophe, that makes a university or the like a place."""
    seats: list[str] = []
    """Canonical bodies named after the house in which they sit: in a place's case it is the house."""
    seat_before: list[str] = []
    """Words before such a name that make it the house ("at the")."""
    saints: list[str] = []
    """What stands before a saint's name, in lower case ("st."): what is named after him is no person."""
    place_words: list[str] = []
    """Stems of words that follow a place's name ("kent", "ilçe")."""
    place_offices: list[str] = []
    """Stems of offices and bodies that follow a province's or a town's name ("Valisi")."""
    place_before: list[str] = []
    """Words before a capitalised run that make it a place ("near")."""
    article: Tail = ""
    """What may stand between such a word and the name, with its blank ("the "), or empty."""
    landmark_words: list[str] = []
    """Stems that end the name of a building, square or river: it lies in the town named before it."""
    not_place_heads: list[str] = []
    """Beginnings of the last word of a name that is a body, a meeting or a text, whatever its case."""
    holds_next: Tail = ""
    """Regular expression of all that stands between a place and a place in it ("Rize'nin Fındıklı")."""
    lies_in: Tail = ""
    """Regular expression of all that stands between a place and one that holds it ("Gelik in Zonguldak")."""
    either: Tail = ""
    """Regular expression of all that stands between two places of which one is meant (" or ")."""
    waters: list[Regex] = []
    """Regular expressions of the lower-cased names of seas, gulfs, straits, lakes: they touch many places."""
    list_joins: Tail = ""
    """Regular expression of all that stands between the places of a list (", ", " and ")."""
    speaker_nouns: dict[str, list[Regex]] = {}
    """Canonical role that speaks without a name ("police") to regular expressions of its subject form."""
    speakers_as_written: bool = False
    """True where such a speaker is named in the article's words, not by the canonical role."""
    speaker_ending: Tail = ""
    """What may follow such a noun besides the end of the word, or empty."""
    officials: list[Regex] = []
    """Regular expressions, on lower-cased words, of a state's offices and bodies: official voices."""
    not_names: list[str] = []
    """Capitalised words that are no names of their own: titles, months, sentence openers."""
    locative: Tail = ""
    """Regular expression of the endings, behind an apostrophe, that make a name a place; "" for none."""
    city_before: list[str] = []
    """Stems of words behind a capital's name that make it the city ("ziyaret"), not the state."""
    city_after: list[str] = []
    """Words directly before a capital's name that do ("in", "to")."""
