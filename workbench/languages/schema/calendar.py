"""calendar.toml: the words of dates, and the signs that tell a date from what merely looks like one.

Words stand in lower case without endings; `endings` says what may follow them. Regular expressions
match lower-cased text unless their description says otherwise, and are written without groups
that capture.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec

from workbench.languages.schema.dated_verbs import Bounds, Openings, Reports, Tense
from workbench.languages.schema.patterns import Regex, Tail

Month = Annotated[int, msgspec.Meta(ge=1, le=12)]
DayOfMonth = Annotated[int, msgspec.Meta(ge=1, le=31)]
Weekday = Annotated[int, msgspec.Meta(ge=0, le=6)]
_MONTH_AND_DAY = r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_NTH_WEEKDAY = r"(?:0[1-9]|1[0-2])/(?:-1|[1-5])/[0-6]"
Feast = Annotated[
    str, msgspec.Meta(pattern=rf"^(?:(?:hijri )?{_MONTH_AND_DAY}|{_NTH_WEEKDAY}|easter[+-]\d+)$")
]

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century", "period"]


class Ending(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What may follow a word whose last vowel is one of `vowels` (empty: any word)."""

    vowels: str = ""
    pattern: Tail


class Parts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words for the beginning, middle, end or whole of a month, year or week."""

    start: list[str] = []
    middle: list[str] = []
    end: list[str] = []
    whole: list[str] = []


class Shifts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words before a unit, weekday, month or date that say which one is meant."""

    previous: list[str] = []
    this: list[str] = []
    following: list[str] = []
    recent: list[str] = []
    """Words that mean the time just past only with a number ("son iki ay"), else the last of several."""


class YearSigns(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When a bare number from 1900 to 2099 is a year."""

    ending: Tail = ""
    """Ending that makes it a year."""
    before: Tail = ""
    """What stands directly before a year, or empty."""
    after: Tail = ""
    """What follows a bare year directly, in the text's own case, or empty."""
    never_after: Tail = ""
    """What follows a number that counts, whatever its ending."""
    never_before: Tail = ""
    """What stands directly before a number that counts ("rose to"), or empty."""
    old_ending: Tail = ""
    """Ending that makes a number from 1000 to 1899 a year, or empty."""
    old_before: Tail = ""
    """What stands directly before such a year, or empty."""
    decade_ending: Tail = ""
    """Ending that makes a year ten of them ("1990s", "1990'lı yıllar"), or empty."""
    decade_noun_ending: Tail = ""
    """Those of them that need the word "year" behind them, as all years of two digits then do, or empty."""
    decade_short_ending: Tail = ""
    """Those of them that do so for two digits without that word ("the '90s"), or empty."""
    pair_after: Tail = ""
    """What follows two years that are one season ("the 2024-25 season"), or empty."""


class Calendar(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    months: dict[str, Month]
    """Month name or abbreviation in lower case to its number, 1-12."""
    weekdays: dict[str, Weekday]
    """Weekday name or abbreviation in lower case to 0 (Monday) - 6 (Sunday)."""
    month_abbreviations: dict[str, Month] = {}
    """Further abbreviations that stand for a month only with a capital and beside a day's number."""
    weekday_abbreviations: dict[str, Weekday] = {}
    """The same for weekdays, beside a date."""
    ambiguous: list[str] = []
    """Names of months and weekdays that are ordinary words too: they need a date's company."""
    capitalised: bool = False
    """True where names of months and weekdays are always written with a capital."""
    month_first: bool = False
    """True where "May 16" is usual; else that order needs a year, a weekday or an end behind it."""
    weekday_means_today: bool = False
    """True where "will meet on Friday" may be said on a Friday of the same day."""
    numeric_order: Literal["dmy", "mdy"] = "dmy"
    """How 3/4/2025 is read; with dots the day always comes first."""
    endings: list[Ending] = []
    ordinal_ending: Tail = ""
    """Ending that makes a number in digits an ordinal, or empty."""
    compound_ending: Tail = ""
    """Ending of a noun that a day's name stands before ("12 Mayıs haftası"), or empty."""
    number_ending: Tail = ""
    """What may be joined to a number in digits."""
    numerals: dict[str, int] = {}
    """Small cardinal numbers in words, for "two weeks ago"."""
    day_numerals: dict[str, DayOfMonth] = {}
    """Days of the month in words, where they stand beside a month."""
    ordinals: dict[str, int] = {}
    """Ordinal words, for quarters, halves and weeks."""
    day_words: dict[str, int] = {}
    """Words that name a day by its distance from today."""
    overnight: list[str] = []
    """Words for the night that ended today."""
    times_of_day: list[str] = []
    """Words that may follow a day without changing it, and make a weekday's name certain."""
    units: dict[str, Unit] = {}
    plural_units: list[str] = []
    """Those of the units' words that are plurals."""
    lengths: dict[str, Unit] = {}
    """Adjectives of so many units, and the unit ("aylık")."""
    feasts_of_season: list[str] = []
    """Words that mean, with the number of a day, the feast of the lunar year that is near ("bayram")."""
    hours: list[str] = []
    """Words for an hour, of which so many just past may be days ("son 24 saatte")."""
    hence: list[str] = []
    """Words behind a stretch of time that is counted from now on ("from now")."""
    eve: list[str] = []
    """Words behind a feast that mean the day before it."""
    told_days: dict[str, int] = {}
    """Words for a day by its distance from the day mentioned last ("that night" is 0)."""
    told_days_at_end: list[str] = []
    """Those of them that mean another thing where words follow ("the day after the vote")."""
    month_groups: dict[str, tuple[Month, Month]] = {}
    """Short names of quarters and halves ("Q1") to their first and last month."""
    shifts: Shifts = Shifts()
    anaphora: dict[str, int] = {}
    """Words before a unit that count it from the date mentioned last ("same" is 0)."""
    ago: list[str] = []
    ago_first: list[str] = []
    """Words that say so before the stretch of time ("vor zwei Wochen")."""
    later: list[str] = []
    """Words behind a stretch of time counted from the date mentioned last or from what an ablative names."""
    earlier: list[str] = []
    within: list[str] = []
    """Words beside a stretch of time that begins now ("within two weeks"), behind it or before it."""
    after: list[str] = []
    """Words behind a stretch of time whose starting point follows ("two days after ...")."""
    before: list[str] = []
    from_now: Tail = ""
    """Words before "N units later/ago" that mean the present day, or empty."""
    anchor: Tail = ""
    """Form of a word directly before "N units later" that names its starting point, or empty."""
    again: Tail = ""
    """What follows a stretch of time that is only a pause ("three years later *again*"), or empty."""
    until: Tail = ""
    """What follows "today" where it means "so far", or empty."""
    lasting: Tail = ""
    """What follows the length of a stretch whose beginning was said ("boyunca"), or empty."""
    ahead_ending: Tail = ""
    """Ending of a week or year that means the next one in a clause that looks ahead, or empty."""
    ahead_never_before: Tail = ""
    """What stands before such a word that is no date, or empty."""
    ahead_before: Tail = ""
    """What stands before a stretch of time at the end of which something will happen ("in"), or empty."""
    year_halves: Tail = ""
    """Words for a half that is always one of a year ("Halbjahr"), with their endings, or empty."""
    played: Tail = ""
    """What follows a quarter that is one of a match, or empty."""
    season_before: Tail = ""
    """What stands before a season's name that is a date without a year, or empty."""
    season_ending: Tail = ""
    """Ending that does the same, or empty."""
    weekday_number_ending: Tail = ""
    """Ending that makes a number behind a weekday the day of the month ("Tuesday the 19th"), or empty."""
    day_alone_before: Tail = ""
    """What stands before a day's number without a month ("on the 16th"), or empty."""
    day_alone_after: Tail = ""
    """What may follow it where no stop does, or empty."""
    weekday_never_after: Tail = ""
    """What follows a weekday's name that is no day ("Friday prayers"), or empty."""
    articles: list[str] = []
    """Those of the numerals that are articles too: behind them "last" is a verb ("last a month")."""
    lasting_before: Tail = ""
    """What stands before "last" where it is a verb ("will last two days"), or empty."""
    recurring: Tail = ""
    """What stands before a weekday or unit that comes round every time, or empty."""
    parts: Parts = Parts()
    seasons: dict[str, tuple[Month, Month]] = {}
    """Season to its first and last month."""
    conjunctions: list[str] = []
    """Words that join the last item of a list."""
    joining: list[str] = []
    """Words that join two dates, a range where `between` stands beside them."""
    until_words: list[str] = []
    """Words between the first and the last day of a range."""
    between_before: Tail = ""
    """What stands directly before "A and B" where they bound a range, or empty."""
    between_after: Tail = ""
    """What follows "A and B" directly where they bound a range, or empty."""
    range_from: Tail = ""
    """Ending of the first date where two dates side by side are a range ("from A to B"), or empty."""
    range_to: Tail = ""
    """Ending of the second one."""
    joined_ending: Tail = ""
    """Ending of the first one where the ending itself means "and" between them ("3 Mayıs'la"), or empty."""
    night_from: Tail = ""
    """Ending of the first of two days that one night links, or empty."""
    night_after: Tail = ""
    """What follows the second of them ("bağlayan gece"), or empty."""
    glue: Tail = ""
    """Small words between the parts of one date, or empty."""
    month_before: Tail = ""
    """What stands before a month's name that has nothing else to tell it for one."""
    month_ending: Tail = ""
    """Endings that tell a month's name for one, or empty."""
    certain_ending: Tail = ""
    """Those of them that do so for an ambiguous name too, or empty."""
    of_ending: Tail = ""
    """Ending of a month or year whose day, week or part follows ("of" in English), or empty."""
    plural_ending: Tail = ""
    """Ending of the plural: several weeks, or a weekday that comes round every week; or empty."""
    month_alone_before: Tail = ""
    """What stands before a month that a number follows by chance ("in May 16 people"), or empty."""
    month_after: Tail = ""
    """What follows a bare month's name directly and tells it for one ("March alone"), or empty."""
    never_before: Tail = ""
    """What stands directly before a word that looks like a month and is none, or empty."""
    person_before: Tail = ""
    """What stands before a month's name that is a person's if another name follows, or empty."""
    rivals: dict[str, Regex] = {}
    """Ambiguous month to what is told of nearby where the word has its other meaning."""
    name_heads: Tail = ""
    """What follows a date that only names a thing (a street, a university), or empty."""
    years: YearSigns = YearSigns()
    tense: Tense = Tense()
    reports: Reports = Reports()
    openings: Openings = Openings()
    bounds: Bounds = Bounds()
    holidays: dict[str, Feast] = {}
    """Feasts with the rule that gives their first day: the day of every year ("12-25"), the n-th
    weekday of a month counted from Monday 0 ("11/4/3", "05/-1/0"), days from Easter ("easter-2"), or a
    month and day of the lunar calendar ("hijri 10-01")."""
    announced: dict[Feast, list[date]] = {}
    """First days that the country announced where they differ from the rule's."""
