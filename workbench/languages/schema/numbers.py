"""numbers.toml: how numbers are written, what bounds them, and how times of day are said."""

from __future__ import annotations

from typing import Literal

import msgspec

Bound = Literal["exactly", "at_least", "more_than", "about", "up_to", "less_than"]


class BoundPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that bound a number, as a regular expression on lower-cased text without groups."""

    pattern: str
    modifier: Bound


class Vague(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A vague word and the range it is read as."""

    low: float
    high: float | None = None


class Exchange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How "so many for so many" is said: the words between the two equal numbers, and around single ones."""

    between: str
    before: list[str]
    after: list[str]


class Clock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a time of day, as regular expressions on lower-cased text."""

    before: str
    """What announces a time ("saat"); a time with a full stop or without minutes needs it or `after`."""
    after: str
    """What may follow a time directly and shows that it is one ("itibarıyla")."""
    night: str
    """What makes an hour a night hour: 6 to 11 before midnight, 12 midnight, 1 to 5 after it."""
    afternoon: str
    """What makes an hour below 12 an afternoon or evening hour, before or after the time."""
    morning: str
    """What keeps it in the morning ("a.m.")."""
    zones: list[str]
    """Time zones as written after a time."""
    about_before: str
    about_after: str


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    decimal: Literal[",", "."]
    """The decimal mark; the other mark groups thousands."""
    words: dict[str, int]
    """Number words below a hundred."""
    hundreds: list[str]
    scales: dict[str, float]
    """Words that multiply by a thousand and more."""
    bare: list[str]
    """Multipliers that are a number without one before them ("bin")."""
    halves: list[str]
    """Words that add a half to the number before them."""
    fractions: dict[str, float]
    """Words for parts of one, before what they measure."""
    articles: list[str]
    """Words that stand for one before a multiplier ("a thousand")."""
    points: list[str]
    """Words said for the decimal mark."""
    minus: list[str]
    joiner: str
    """Regular expression of what may stand between two words of one number."""
    glued: bool
    """Whether number words may be written together."""
    compact: dict[str, float]
    """Multipliers written onto digits, as written ("K", "M")."""
    alone: dict[str, float]
    """Words that are a number only when nothing else is said."""
    alone_units: dict[str, str]
    """Signs that are a unit only when nothing else is said ("2'")."""
    never: list[str]
    """Inflected number words that are nearly always another word ("ona": to him)."""
    suffixes: dict[str, str]
    """Kind of ending to its regular expression, tried in this order."""
    ordinals: dict[str, int]
    """Ordinal words that no ending makes."""
    ordinal_before: str
    """What stands before such a word where it means one of a series named earlier ("and the sixth")."""
    collocations: list[str]
    """Set phrases that hold a number word and no number ("yüz yüze"), as regular expressions."""
    percent_before: str
    percent_after: str
    bounds_before: list[BoundPattern]
    bounds_after: list[BoundPattern]
    range_words: list[str]
    """Words between the ends of a range ("ila"), as regular expressions."""
    range_close: str
    """What must follow a range said with an ordinary "and" or "with" ("4 ile 5 arasında"); or empty."""
    range_open: str
    """What must stand before such a range ("between 4 and 5"); or empty."""
    range_and: list[str]
    alternatives: list[str]
    """Words between numbers that share the unit of the last ("24 veya 48 saat")."""
    vague: dict[str, Vague]
    exchange: Exchange
    total: list[str]
    """Words that say that a number is a sum, right before it."""
    total_after: list[str]
    """The same, a few words after it."""
    running: list[str]
    """Words that make the counts of a sentence running totals, as regular expressions."""
    threshold: str
    """What follows a number that only limits a class ("4.0 ve üzeri")."""
    clock: Clock
