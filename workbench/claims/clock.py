"""Times of day: "saat 19.53'te", "19:53 TSİ", "12.41'de", "8:10 PM"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from workbench.claims.scanning import WordPattern, read_once
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of
from workbench.models import ClockTime

_REACH = 30
"""Characters read on either side of a time for the words that belong to it."""


class _Words:
    """The compiled words around times of one language."""

    def __init__(self, language: Language) -> None:
        clock = language.numbers.clock
        self.time = WordPattern(
            r"(?<![\w.,:/+-])(?P<hour>[01]?\d|2[0-4])(?:(?P<mark>[:.])(?P<minute>[0-5]\d)(?::[0-5]\d)?)?(?!\d|[.,:/]\d)"
        )
        self.before = re.compile(rf"(?:{clock.before})")
        self.after = re.compile(clock.after)
        self.whole_hour = re.compile(clock.whole_hour)
        self.half_past = re.compile(clock.half_past)
        self.part_of_day = re.compile(rf"(?:{clock.part_of_day})$")
        self.night = re.compile(clock.night)
        self.afternoon = re.compile(clock.afternoon)
        self.morning = re.compile(clock.morning)
        zones = any_of(sorted(map(re.escape, clock.zones), key=len, reverse=True))
        self.zone = re.compile(rf"(?:'\w{{1,6}})?(?i:{clock.halves})? ?\(?(?P<zone>{zones})(?!\w)")
        self.about_before = re.compile(clock.about_before)
        self.about_after = re.compile(clock.about_after)
        self.tail = re.compile(r"'\w{1,6}")
        self.halves = re.compile(clock.halves)
        self.percent = re.compile(rf"(?:{language.numbers.percent_before})|[$€£₺] ?$")


@cache
def clock_words(language: Language) -> _Words:
    """The compiled words around times of a language."""
    return _Words(language)


def find_clock_times(
    text: str, start: int, end: int, language: Language, *, low: str | None = None
) -> list[ClockTime]:
    """Every time of day in `text[start:end]`, in order; offsets count in `text`.

    A time with a colon stands for itself; one with a full stop, or an hour alone, needs a word that
    announces it or an ending of time, so that "3.15 milyon" and "7.40 lira" are none.
    `low` is the stretch in lower case where the caller has it, on one line.
    """
    plain = text[start:end]
    if low is None:
        low = language.lower(plain).replace("\n", " ")
    found = []
    for value, zone, about, first, last in _times(low, plain, language):
        modifier: Literal["about", "exactly"] = "about" if about else "exactly"
        found.append(ClockTime(value, zone, modifier, plain[first:last], start + first, start + last))
    return found


_Time = tuple[str, str | None, bool, int, int]
"""A time, its zone, whether it is "about", and where its words begin and end."""


@read_once
def _times(low: str, plain: str, language: Language) -> tuple[_Time, ...]:
    words = clock_words(language)
    read = (_read(match, plain, low, words) for match in words.time.finditer(low))
    return tuple(time for time in read if time is not None)


def _read(match: re.Match[str], plain: str, low: str, words: _Words) -> _Time | None:
    hour, minute, mark = int(match["hour"]), match["minute"], match["mark"]
    left = low[max(0, match.start() - _REACH) : match.start()]
    right = low[match.end() : match.end() + _REACH]
    announced, half = words.before.search(left), words.halves.match(right)
    ending, tail = words.after.match(right), words.tail.match(right)
    if words.percent.search(left) or (hour == 24 and minute not in (None, "00")):
        return None
    zone = words.zone.match(plain, match.end())
    bare_hour = mark is None
    past = words.half_past.match(right) if bare_hour else None
    at_part = bare_hour and words.part_of_day.search(left) is not None
    said = (announced or at_part) and ((ending and tail) or past)
    if bare_hour and not (half or said or words.whole_hour.match(right)):
        return None
    if mark == "." and not (announced or half or zone or (ending and len(match["hour"]) == 2)):
        return None
    first, last = match.start(), match.end()
    if announced and not half and low[match.start() - len(announced.group().lstrip()) :]:
        first = match.start() - len(announced.group().lstrip())
    stretch = max((found.end() for found in (half, ending, tail, past) if found), default=0)
    last += stretch
    if zone:
        last = max(last, zone.end())
    about_left, about_right = words.about_before.search(left), words.about_after.match(right)
    if about_left:
        first = min(first, match.start() - len(about_left.group()))
    if about_right:
        last = max(last, match.end() + about_right.end())
    evening = words.afternoon.search(left) or words.afternoon.match(right)
    if hour < 12 and (evening or (hour >= 6 and words.night.search(left))):
        hour += 12
    elif hour == 12 and (words.morning.match(right) or words.night.search(left)):
        hour = 0
    value = f"{hour % 24:02d}:{minute or ('30' if past else '00')}"
    return value, zone["zone"] if zone else None, bool(about_left or about_right), first, last
