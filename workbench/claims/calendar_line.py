"""The tokens of one stretch with the smallest rules, which the larger ones are made of."""

from __future__ import annotations

from workbench.claims.calendar_signs import Signs
from workbench.claims.calendar_words import END, Lexicon, Token

FIRST_YEAR, LAST_YEAR = 1900, 2099


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
        if token.kind == "ordinal" or (token.kind == "number" and 0 < token.value <= 5):
            return token.value
        return None

    def year(self, index: int) -> int | None:
        """A number that can be a year."""
        token = self.at(index)
        if token.kind != "number" or not FIRST_YEAR <= token.value <= LAST_YEAR:
            return None
        return token.value

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
