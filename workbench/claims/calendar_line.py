"""The tokens of one stretch with the smallest rules, which the larger ones are made of."""

from __future__ import annotations

from workbench.claims.calendar_signs import Signs
from workbench.claims.calendar_words import END, Lexicon, Token

FIRST_YEAR, LAST_YEAR = 1900, 2099
OLDEST_YEAR = 1000
_LAST_CENTURY = 21
_DECADES_OF_TWO_DIGITS = range(50, 100, 10)
"""Lower numbers count warm days and ages."""


class Line:
    """Tokens of a stretch. A rule is a function of a line and the index where it begins."""

    def __init__(self, text: str, lowered: str, tokens: list[Token], words: Lexicon) -> None:
        self.lowered = lowered
        self.tokens = tokens
        self.calendar = words.calendar
        self.signs = Signs(text, lowered, words.calendar)

    def at(self, index: int) -> Token:
        """The token at `index`; behind the last one a gap."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else END

    def kind(self, index: int) -> str:
        return self.at(index).kind

    def is_unit(self, index: int, *units: str) -> bool:
        token = self.at(index)
        return token.kind == "unit" and (not units or token.name in units)

    def is_plural(self, index: int) -> bool:
        """Whether a unit is several of them: "the coming weeks" is no particular one."""
        token = self.at(index)
        return token.value == 1 or self.signs.ends(self.calendar.plural_ending, token)

    def day_number(self, index: int) -> int | None:
        """A day of the month, in digits or as a word."""
        token = self.at(index)
        if token.kind == "number":
            return token.value if 1 <= token.value <= 31 else None
        if token.kind in ("numeral", "ordinal", "daynumber"):
            return self.calendar.day_numerals.get(token.name)
        return None

    def count(self, index: int) -> int | None:
        """A small number that counts units of time."""
        token = self.at(index)
        if token.kind == "numeral" or (
            token.kind == "number" and not token.ending and 0 < token.value < 1000
        ):
            return token.value
        return None

    def ordinal(self, index: int) -> int | None:
        """The place in a series: first, second ...; -1 is the last."""
        token = self.at(index)
        if token.kind == "recent" or (token.kind == "shift" and token.value < 0):
            return -1
        if token.kind == "ordinal":
            return token.value
        if token.kind != "number" or not 0 < token.value <= 5:
            return None
        numbered = self.signs.ends(self.calendar.ordinal_ending, token)
        return token.value if numbered or self.lowered.startswith(".", token.end) else None

    def year(self, index: int) -> int | None:
        """A number that can be a year."""
        token = self.at(index)
        if token.kind != "number" or not FIRST_YEAR <= token.value <= LAST_YEAR:
            return None
        return token.value

    def old_year(self, index: int) -> int | None:
        """A number that can be a year before those of the news."""
        token = self.at(index)
        old = token.kind == "number" and OLDEST_YEAR <= token.value < FIRST_YEAR
        return token.value if old else None

    def year_beside_month(self, index: int) -> int | None:
        """A year behind a month; an old one where no counted noun can follow."""
        old, token = self.old_year(index), self.at(index)
        if old is None:
            return self.year(index)
        ends = self.signs.ends(self.calendar.years.ending, token)
        return old if ends or self.is_unit(index + 1, "year") or self.signs.stops(token.end) else None

    def years(self, index: int) -> tuple[int, int, int] | None:
        """Year, number of years and index behind: a year, a decade ("1990s"), a century ("20. yüzyıl")."""
        token = self.at(index)
        if token.kind != "number":
            return None
        if self.is_unit(index + 1, "century") and 0 < token.value <= _LAST_CENTURY:
            return 100 * token.value - 99, 100, index + 2
        if token.value % 10 == 0 and self.signs.ends(self.calendar.years.decade_ending, token):
            return self._decade(index)
        year = self.year(index)
        return None if year is None else (year, 1, index + 1)

    def _decade(self, index: int) -> tuple[int, int, int] | None:
        token, years = self.at(index), self.calendar.years
        behind = index + 2 if self.is_unit(index + 1, "year") else index + 1
        listed = self.kind(index + 1) == "and" and self.is_unit(index + 3, "year")
        shared = listed and self.signs.ends(years.decade_ending, self.at(index + 2))
        said = behind > index + 1 or shared
        if self.signs.ends(years.decade_noun_ending, token) and not said:
            return None
        bare = self.signs.ends(years.decade_short_ending, token) and not self.signs.before(
            years.never_before, token.start
        )
        short = token.value in _DECADES_OF_TWO_DIGITS and (said or bare)
        first = 1900 + token.value if short else token.value
        return (first, 10, behind) if FIRST_YEAR <= first <= LAST_YEAR else None

    def days_named(self, index: int) -> int:
        """0 where the word is not "day", 1 where it is ("günü"), 2 for several ("günlerinde")."""
        token = self.at(index)
        if self.is_unit(index, "day"):
            return 2 if self.is_plural(index) else 1
        if token.kind != "daytime":
            return 0
        text = self.lowered[token.start : token.end]
        stems = (word for word, unit in self.calendar.units.items() if unit == "day")
        stem = next((word for word in stems if text.startswith(word)), None)
        if stem is None:
            return 0
        return 2 if self.signs.fits(self.calendar.plural_ending, text[len(stem) :]) else 1

    def month(self, index: int) -> int | None:
        """A month's full name, or an abbreviation that is always one."""
        token = self.at(index)
        return token.value if token.kind == "month" and self.signs.written_as_name(token) else None

    def month_beside_day(self, index: int) -> int | None:
        """The same; beside a day's number any abbreviation with a capital will do."""
        token = self.at(index)
        if token.kind == "monthshort" and self.signs.capital(token):
            return token.value
        return self.month(index)

    def names_a_thing(self, behind: int) -> bool:
        """Whether the date before `behind` only names a street or a bridge; such a date has no ending."""
        last = self.at(behind - 1)
        return not last.ending and self.signs.names_a_thing(last.end)

    def may_be_a_noun(self, index: int) -> bool:
        """Whether a month's name is an ordinary word as well and nothing tells it for a name."""
        token = self.at(index)
        return token.name in self.signs.ambiguous and not self.signs.capital(token)

    def weekday_beside_date(self, index: int) -> int | None:
        """A weekday's name or abbreviation next to a date."""
        token = self.at(index)
        if token.kind == "weekday" and self.signs.weekday(token):
            return token.value
        return token.value if token.kind == "weekdayshort" and self.signs.capital(token) else None

    def skip_times(self, index: int) -> int:
        """The index behind words such as "night" that leave the day what it is."""
        while self.kind(index) == "daytime":
            index += 1
        return index
