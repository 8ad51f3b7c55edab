"""What stands around a date word and tells whether it is a date at all."""

from __future__ import annotations

import re
from functools import cache

from workbench.claims.calendar_words import Token
from workbench.languages.schema.calendar import Calendar

_REACH = 48
_NEVER = re.compile(r"(?!)")


@cache
def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})\s+$") if words else _NEVER


@cache
def _after(words: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{words})(?!\w)") if words else _NEVER


@cache
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(words) if words else _NEVER


def stands_before(words: str, lowered: str, at: int) -> bool:
    """Whether one of `words` (a regular expression) stands directly before offset `at`."""
    return bool(words) and bool(_before(words).search(lowered[max(0, at - _REACH) : at]))


_SENTENCE_START = re.compile(r"(?:^|[.!?:\n])[\s\"'“”‘’«(-]*$")
_WORD_BEFORE = re.compile(r"[^\W\d_]+\s$")
_STOP_AFTER = re.compile(r"\s*(?:$|[.,;:)\n])")
_BRACKET_AFTER = re.compile(r"\s*\)")


class Signs:
    """Looks around tokens of one stretch; every look is at most a few words long."""

    def __init__(self, text: str, lowered: str, calendar: Calendar) -> None:
        self.text = text
        self.lowered = lowered
        self.calendar = calendar
        self.size = len(lowered.strip())
        self.ambiguous = frozenset(calendar.ambiguous)

    def before(self, words: str, at: int) -> bool:
        """Whether one of `words` (a regular expression) stands directly before offset `at`."""
        return stands_before(words, self.lowered, at)

    def after(self, words: str, at: int) -> bool:
        """Whether one of `words` follows offset `at` directly."""
        return bool(words) and bool(_after(words).match(self.lowered, at))

    def ends(self, words: str, token: Token) -> bool:
        """Whether the token's ending, whole, is one of `words`."""
        return bool(words) and bool(_whole(words).fullmatch(token.ending))

    def fits(self, words: str, ending: str) -> bool:
        """Whether an ending, whole, is one of `words`."""
        return bool(words) and bool(_whole(words).fullmatch(ending))

    def reads(self, words: str, token: Token) -> bool:
        """Whether the token, with its ending, is one of `words`."""
        return bool(words) and bool(_whole(words).fullmatch(self.lowered, token.start, token.end))

    def capital(self, token: Token) -> bool:
        """Whether the token is written with a capital."""
        return self.text[token.start].isupper()

    def written_as_name(self, token: Token) -> bool:
        """False where the language writes such names with a capital and this has none."""
        return not self.calendar.capitalised or self.capital(token)

    def stops(self, at: int) -> bool:
        """Whether a sentence, clause or line ends at offset `at`."""
        return bool(_STOP_AFTER.match(self.lowered, at))

    def month_alone(self, token: Token) -> bool:
        """Whether a month's name is one without a day or year beside it."""
        calendar = self.calendar
        if not self.written_as_name(token) or self.before(calendar.never_before, token.start):
            return False
        if self.is_all(token):
            return True
        ambiguous = token.name in self.ambiguous
        named = self._name_follows(token.end)
        if ambiguous and named and self.before(calendar.person_before, token.start):
            return False
        if self.before(calendar.month_before, token.start):
            return True
        if not token.ending and self.after(calendar.month_after, token.end):
            return True
        if ambiguous and (not self.capital(token) or self._only_opens(token)):
            return self.ends(calendar.certain_ending, token)
        if calendar.capitalised and not ambiguous:
            return not named and not self._name_before(token.start)
        return self.ends(calendar.month_ending, token)

    def _opens_sentence(self, at: int) -> bool:
        return bool(_SENTENCE_START.search(self.text[max(0, at - _REACH) : at]))

    def _only_opens(self, token: Token) -> bool:
        """Whether the capital may be the sentence's rather than a name's, whose endings are set off."""
        return "'" not in token.ending and self._opens_sentence(token.start)

    def _name_follows(self, at: int) -> bool:
        return self.text[at : at + 1] == " " and self.text[at + 1 : at + 2].isupper()

    def _name_before(self, at: int) -> bool:
        word = _WORD_BEFORE.search(self.text[max(0, at - _REACH) : at])
        start = at - len(word[0]) if word else at
        return word is not None and word[0][0].isupper() and not self._opens_sentence(start)

    def weekday_alone(self, token: Token) -> bool:
        """Whether a weekday's name is one without anything beside it."""
        bare = token.name not in self.ambiguous or (self.is_all(token) and not token.ending)
        return bare and self.weekday(token)

    def is_all(self, token: Token) -> bool:
        """Whether the stretch holds nothing but the token."""
        return token.end - token.start == self.size

    def weekday(self, token: Token) -> bool:
        """Whether a weekday's name may be one day, rather than every such day."""
        return (
            self.written_as_name(token)
            and not self.ends(self.calendar.plural_ending, token)
            and not self.recurring(token.start)
            and not self.after(self.calendar.weekday_never_after, token.end)
        )

    def recurring(self, at: int) -> bool:
        """Whether "every" or the like stands before offset `at`."""
        return self.before(self.calendar.recurring, at)

    def year_alone(self, token: Token) -> bool:
        """Whether a number from 1900 to 2099 is a year without a month or the word "year" beside it."""
        years = self.calendar.years
        if self.after(years.never_after, token.end) or self.before(years.never_before, token.start):
            return False
        if token.ending:
            return self.ends(years.ending, token)
        if self.text[token.start - 1 : token.start] == "(" and _BRACKET_AFTER.match(self.text, token.end):
            return True
        if self.is_all(token):
            return True
        if self.before(years.before, token.start):
            return True
        return bool(years.after) and bool(_after(years.after).match(self.text, token.end))

    def names_a_thing(self, at: int) -> bool:
        """Whether what follows makes the date before offset `at` a name (a street, a bridge)."""
        return self.after(self.calendar.name_heads, at)

    def links_nights(self, first: Token, last: Token) -> bool:
        """Whether two days are those of one night ("salıyı çarşambaya bağlayan gece")."""
        calendar = self.calendar
        return self.ends(calendar.night_from, first) and self.after(calendar.night_after, last.end)

    def bounds(self, start: int, end: int) -> bool:
        """Whether "A and B" in [start, end) are the two ends of a range."""
        calendar = self.calendar
        return self.before(calendar.between_before, start) or self.after(calendar.between_after, end)
