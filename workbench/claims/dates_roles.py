"""What a date does in its clause: tell the event's day, the day of a statement, or where a span opens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from workbench.languages.loader import Language
from workbench.languages.schema.dated_verbs import Openings, Reports
from workbench.languages.schema.patterns import any_of
from workbench.models import DateSpan

_REACH = 160
_WIDE_DAYS = 360
_ASKED = 8
"""Dates whose surroundings are kept: what a date does is asked several times in a row."""
_NEVER = re.compile(r"(?!)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n])[\s\"'(-]*$")


def said_on(text: str, start: int, end: int, span: DateSpan, language: Language) -> bool:
    """Whether the date tells when something was said rather than when it happened.

    It does where it stands directly beside a reporting verb ("said on Saturday"), opens the sentence
    of one ("On Saturday, prosecutors said") or belongs to a statement ("cuma günü yaptığı açıklamada").
    ``[start, end)`` is the clause or sentence that holds the date; all offsets count in `text`.
    """
    near = _near(text, start, end, span, language)
    words = _reports(language)
    if words.never_ending.search(near.before[1]):
        return False
    if words.statement_before.search(near.before[0]) or words.statement_after.match(near.after):
        return True
    return words.verb_stands_before(near) or words.verb_stands_behind(near)


def is_start(text: str, start: int, end: int, span: DateSpan, language: Language) -> bool:
    """Whether the date only opens a span of time ("since 2022", "mayıstan bu yana", "from 12 May on").

    It does not where the clause tells of that very beginning ("1 Haziran'dan itibaren başlayacak").
    ``[start, end)`` is the clause or sentence that holds the date; all offsets count in `text`.
    """
    near = _near(text, start, end, span, language)
    words = _openings(language)
    if not words.ending.search(near.before[1]):
        return False
    if words.since_before.search(near.before[0]) or words.since_after.match(near.after):
        return True
    opening = words.from_before.search(near.before[0])
    paired = words.pair_before.search(near.before[0]) and words.pair_after.match(near.after)
    if not (opening or paired or words.from_after.match(near.after)):
        return False
    told = near.before[0][: opening.start()] if opening else near.before[0]
    return not words.begins.search(told) and not words.begins.search(near.after)


def is_since(text: str, start: int, end: int, span: DateSpan, language: Language) -> bool:
    """Whether the date opens a span that reaches the present ("since Monday", "2022'den beri").

    ``[start, end)`` is the clause or sentence that holds the date; all offsets count in `text`.
    """
    near = _near(text, start, end, span, language)
    words = _openings(language)
    if words.since_clause.search(near.before[0]):
        return True
    behind = words.ending.search(near.before[1]) and words.since_after.match(near.after)
    return bool(behind or words.since_before.search(near.before[0]))


def is_compared(text: str, start: int, end: int, span: DateSpan, language: Language) -> bool:
    """Whether something is only measured against that date ("geçen yılın aynı ayına göre")."""
    near = _near(text, start, end, span, language)
    return _bounds(language).compared.search(near.marked) is not None


def is_bound(text: str, start: int, end: int, span: DateSpan, language: Language) -> bool:
    """Whether the date only limits what is told: the reach of a superlative, or which people are meant."""
    near = _near(text, start, end, span, language)
    words = _bounds(language)
    return any(pattern.search(near.marked) for pattern in (words.scope, words.restricts))


def is_count_day(text: str, start: int, end: int, span: DateSpan, language: Language) -> bool:
    """Whether the date is that up to which something was counted ("by Sunday", "8 Şubat itibarıyla")."""
    near = _near(text, start, end, span, language)
    return _bounds(language).counted.search(near.marked) is not None


def is_wide(span: DateSpan) -> bool:
    """Whether the date is a year or more ("this year", a bare year): too wide to tell events apart."""
    return (span.end - span.start).days >= _WIDE_DAYS


def _near(text: str, start: int, end: int, span: DateSpan, language: Language) -> _Near:
    return _Near.of(text, start, end, span.expr_start, span.expr_end, language)


@dataclass(frozen=True)
class _Near:
    """Lower-cased words around a date; a look reaches a bounded number of characters.

    `before` is what precedes it in the clause and the date's own words, `after` what follows.
    """

    before: tuple[str, str]
    after: str

    @cached_property
    def marked(self) -> str:
        """The words with the date's own between ⟦ and ⟧."""
        before, date = self.before
        return f"{before}⟦{date}⟧{self.after}"

    @classmethod
    @lru_cache(_ASKED)
    def of(cls, text: str, start: int, end: int, first: int, last: int, language: Language) -> _Near:
        """The words around the date in text[first:last], which stands in [start, end)."""
        low, high = max(start, first - _REACH), min(end, last + _REACH)
        before = language.lower(text[low:first])
        if low > start:
            before = before[before.find(" ") + 1 :]
        return cls((before, language.lower(text[first:last])), language.lower(text[last:high]))


class _Reports:
    """A language's reporting verbs with what may stand between them and their date."""

    def __init__(self, verbs: list[str], data: Reports) -> None:
        self.data = data
        self.verb = re.compile(any_of(verbs))
        self.no_report = _pattern(data.no_report, after=r"(?!\w)")
        self.passive = re.compile(data.passive)
        self.reported_before = _pattern(data.reported_before, before=r"(?<!\w)", after=r"\s*,?\s*$")
        self.reported_after = _pattern(data.reported_after, before=r"\s", after=r"(?!\w)")
        self.verb_to_date = _pattern(data.verb_to_date)
        self.date_to_verb = _pattern(data.date_to_verb)
        self.opening_before = _pattern(data.opening_before, after="$")
        self.opening_to_verb = _pattern(data.opening_to_verb)
        self.statement_before = _pattern(data.statement_before, before=r"(?<!\w)", after=r"\s*$")
        self.statement_after = _pattern(data.statement_after, before=r"\s")
        self.never_ending = _pattern(data.never_ending, after="$")

    def verb_stands_before(self, near: _Near) -> bool:
        """Whether a reporting verb stands before the date with nothing but small words between."""
        before = near.before[0]
        return any(
            self._reports(before, verb, before, near.after)
            for verb in self.verb.finditer(before)
            if self.verb_to_date.fullmatch(before, verb.end())
        )

    def verb_stands_behind(self, near: _Near) -> bool:
        """Whether one stands directly behind it, or behind the subject of the sentence that it opens."""
        joints = [self.date_to_verb]
        opening = self.opening_before.search(near.before[0])
        if opening and _SENTENCE_START.search(near.before[0][: opening.start()]):
            joints.append(self.opening_to_verb)
        return any(self._behind(near, joint) for joint in joints)

    def _behind(self, near: _Near, joint: re.Pattern[str]) -> bool:
        for verb in self.verb.finditer(near.after):
            if joint.fullmatch(near.after, 0, verb.start()):
                return self._reports(near.after, verb, near.before[0], near.after[verb.end() :])
        return False

    def _reports(self, text: str, verb: re.Match[str], before: str, after: str) -> bool:
        """Whether the verb tells what was said; `before` and `after` are what stands around verb and date."""
        if self.no_report.match(text, verb.start()):
            return False
        if not self.passive.search(text[: verb.end()]):
            return True
        return bool(self.reported_before.search(before) or self.reported_after.match(after))


@dataclass(frozen=True, slots=True)
class _Openings:
    since_before: re.Pattern[str]
    since_clause: re.Pattern[str]
    since_after: re.Pattern[str]
    from_before: re.Pattern[str]
    from_after: re.Pattern[str]
    pair_before: re.Pattern[str]
    pair_after: re.Pattern[str]
    ending: re.Pattern[str]
    begins: re.Pattern[str]

    @classmethod
    def of(cls, data: Openings) -> _Openings:
        return cls(
            _pattern(data.since_before, before=r"(?<!\w)", after=r"\s+$"),
            _pattern(data.since_clause, before=r"(?<!\w)", after=r"\s+$"),
            _pattern(data.since_after, before=r"\s+", after=r"(?!\w)"),
            _pattern(data.from_before, before=r"(?<!\w)", after=r"\s+$"),
            _pattern(data.from_after, before=r"\s+", after=r"(?!\w)"),
            _pattern(data.pair_before, before=r"(?<!\w)", after=r"\s+$"),
            _pattern(data.pair_after, before=r"\s+", after=r"(?!\w)"),
            re.compile(rf"{data.ending}$" if data.ending else ""),
            _pattern(data.begins, before=r"(?<!\w)"),
        )


def _pattern(words: str, *, before: str = "", after: str = "") -> re.Pattern[str]:
    return re.compile(rf"{before}(?:{words}){after}") if words else _NEVER


@cache
def _reports(language: Language) -> _Reports:
    return _Reports(language.speech.verbs, language.calendar.reports)


@cache
def _openings(language: Language) -> _Openings:
    return _Openings.of(language.calendar.openings)


@dataclass(frozen=True, slots=True)
class _Bounds:
    compared: re.Pattern[str]
    scope: re.Pattern[str]
    restricts: re.Pattern[str]
    counted: re.Pattern[str]


@cache
def _bounds(language: Language) -> _Bounds:
    data = language.calendar.bounds
    return _Bounds(*map(re.compile, (data.compared, data.scope, data.restricts, data.counted)))
