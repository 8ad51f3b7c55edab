"""numbers.toml: how numbers are written, what bounds them, and how times of day are said."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from workbench.languages.schema.patterns import NEVER, Regex, Tail

BelowHundred = Annotated[int, msgspec.Meta(ge=0, lt=100)]
Positive = Annotated[int, msgspec.Meta(ge=1)]
SuffixKind = Literal[
    "ordinal", "distributive", "adjectival", "plural", "ablative", "locative", "copula", "genitive",
    "possessive", "accusative", "dative", "instrumental",
]  # fmt: skip
Bound = Literal["exactly", "at_least", "more_than", "about", "up_to", "less_than"]


class BoundPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that bound a number, as a regular expression on lower-cased text without groups."""

    pattern: Regex
    modifier: Bound


class Vague(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A vague word and the lower figure it is read as: the most cautious one, after ACLED's rule (docs)."""

    low: float
    times: bool = False
    """True where it multiplies a word behind it ("several hundred"), and where it counts things alone and
    measures nothing ("several hours" says no length)."""


class Exchange(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How "so many for so many" is said: the words between the two equal numbers, and around single ones."""

    between: Tail = NEVER
    before: list[Regex] = []
    after: list[Regex] = []


class Clock(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words around a time of day, as regular expressions on lower-cased text."""

    before: Regex = NEVER
    """What announces a time ("saat"); a time with a full stop or without minutes needs it or `after`."""
    after: Regex = NEVER
    """What may follow a time directly and shows that it is one ("itibarıyla")."""
    halves: Regex = NEVER
    """What follows an hour of a day cut in halves ("p.m.")."""
    whole_hour: Regex = NEVER
    """What may follow an hour without minutes and shows that it is one (" uhr")."""
    half_past: Regex = NEVER
    """What follows an hour and adds half of one ("8 buçukta")."""
    part_of_day: Regex = NEVER
    """What announces an hour as `before` does, by the part of the day ("öğleden sonra 3'te")."""
    night: Regex = NEVER
    """What makes an hour a night hour: 6 to 11 before midnight, 12 midnight, 1 to 5 after it."""
    afternoon: Regex = NEVER
    """What makes an hour below 12 an afternoon or evening hour, before or after the time."""
    morning: Regex = NEVER
    """What keeps it in the morning ("a.m.")."""
    zones: list[str] = []
    """Time zones as written after a time."""
    zone_hours: dict[str, float] = {}
    """Hours that each zone is ahead of UTC; one that depends on the place ("local time") is left out."""
    as_of_before: Regex = NEVER
    as_of_after: Regex = NEVER
    """What makes a time one of telling, not of the event ("as of", "itibarıyla"), before and after it."""
    about_before: Regex = NEVER
    about_after: Regex = NEVER


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    decimal: Literal[",", "."]
    """The decimal mark; the other mark groups thousands."""
    words: dict[str, BelowHundred]
    """Number words below a hundred."""
    hundreds: list[str] = []
    scales: dict[str, float] = {}
    """Words that multiply by a thousand and more."""
    bare: list[str] = []
    """Multipliers that are a number without one before them ("bin")."""
    halves: list[str] = []
    """Words that add a half to the number before them."""
    fractions: dict[str, float] = {}
    """Words for parts of one, before what they measure."""
    half_joiner: Regex = NEVER
    """What joins a half to the number before it ("two and a half")."""
    denominator_case: str = ""
    """The suffix of a denominator before its numerator ("üçte iki"), a key of `suffixes`."""
    denominators: dict[str, int] = {}
    """Words for a denominator behind its numerator ("thirds": 3)."""
    fraction_of: Regex = NEVER
    """What follows a fraction and shows that it is one (" of")."""
    fraction_link: Regex = NEVER
    """What may stand between a fraction and its measure ("half an hour")."""
    and_half: Regex = NEVER
    """What adds a half to the measure before it ("an hour and a half")."""
    and_more: Regex = NEVER
    """What adds a smaller measure to the one before it ("an hour and 45 minutes")."""
    half_of: Regex = NEVER
    """What follows a half that is one of something named (" of", " the")."""
    fraction_after: Regex = NEVER
    """What stands before a half or quarter that is a stretch of time or play ("first")."""
    shares: dict[str, float] = {}
    """Regular expression of a fraction in one word behind its whole ("evlerin yarısı") to its value."""
    over: list[str] = []
    """Words said for the stroke of a fraction ("bölü")."""
    articles: list[str] = []
    """Words that stand for one before a multiplier ("a thousand")."""
    points: list[str] = []
    """Words said for the decimal mark."""
    minus: list[str] = []
    minus_after: list[Regex] = []
    """Words that make the degrees before them negative ("below zero"), as regular expressions."""
    per_before: dict[str, Regex] = {}
    """Unit of time to what stands before a number counted by it ("günde 500 bin varil")."""
    per_after: Regex = NEVER
    """What stands between a measure and the time it is counted by ("barrels a day")."""
    change_before: Regex = NEVER
    """Verbs of change: the numbers behind them ("rose from 45 to 66") are no range."""
    change_after: Regex = NEVER
    """The same behind the numbers ("45'ten 66'ya kadar çıktı")."""
    range_until: Regex = NEVER
    """What closes a range said with cases ("20'den 100'e kadar")."""
    range_from: Regex = NEVER
    """What stands before the first end of a range said with "from" ("from 10 to 20")."""
    joiner: Regex = "[ \\u00a0]"
    """Regular expression of what may stand between two words of one number."""
    glued: bool = False
    """Whether number words may be written together."""
    unit_first: str = ""
    """What joins a unit to the ten behind it ("einundzwanzig"), or empty where tens come first."""
    compact: dict[str, float] = {}
    """Multipliers written onto digits, as written ("K", "M")."""
    alone: dict[str, float] = {}
    """Words that are a number only when nothing else is said."""
    alone_units: dict[str, str] = {}
    """Signs that are a unit only when nothing else is said ("2'")."""
    never: list[str] = []
    """Inflected number words that are nearly always another word ("ona": to him)."""
    suffixes: dict[SuffixKind, Regex] = {}
    """Kind of ending to its regular expression, tried in this order."""
    ordinals: dict[str, Positive] = {}
    """Ordinal words that no ending makes."""
    ordinal_before: Regex = NEVER
    """What stands before such a word where it means one of a series named earlier ("and the sixth")."""
    collocations: list[Regex] = []
    """Set phrases that hold a number word and no number ("yüz yüze"), as regular expressions."""
    percent_before: Regex = "% ?$"
    percent_after: Regex = " ?%"
    per_mille_before: Regex = NEVER
    per_mille_after: Regex = " ?‰"
    bounds_before: list[BoundPattern] = []
    bounds_after: list[BoundPattern] = []
    range_words: list[Regex] = msgspec.field(default_factory=lambda: ["[-–]"])
    """Words between the ends of a range ("ila"), as regular expressions."""
    range_close: Tail = ""
    """What must follow a range said with an ordinary "and" or "with" ("4 ile 5 arasında"); or empty."""
    range_open: Tail = ""
    """What must stand before such a range ("between 4 and 5"); or empty."""
    range_and: list[Regex] = []
    alternatives: list[str] = []
    """Words between numbers that share the unit of the last ("24 veya 48 saat")."""
    vague: dict[str, Vague] = {}
    vague_link: Tail = ""
    """What may stand between a vague word and what it counts (" of")."""
    exchange: Exchange = Exchange()
    same: Regex = NEVER
    """What repeats the number before it ("aynı sayıda")."""
    repeats: dict[str, int] = {}
    """Words that say how often ("twice": 2)."""
    one_part: str = ""
    """A word for one that is a part where a quality and a number follow ("biri ağır dört kişi")."""
    out_of: Regex = NEVER
    """What stands between the part and the whole of a ratio ("one in three")."""
    out_of_each: str = ""
    """What stands before the whole of a ratio that names it first ("her üç kişiden biri")."""
    total: list[Regex] = []
    """Words that say that a number is a sum, right before it."""
    total_after: list[Regex] = []
    """The same, a few words after it."""
    running: list[Regex] = []
    """Words that make the counts of a sentence running totals, as regular expressions."""
    threshold: Regex = NEVER
    """What follows a number that only limits a class ("4.0 ve üzeri")."""
    clock: Clock = Clock()
