"""The day of a claim: its words', its heading's, its topic's, or the day of publication."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

from workbench.claims.clauses import Clause
from workbench.claims.dates import DateContext, find_dates
from workbench.claims.dates_roles import is_bound, is_compared, is_count_day, is_since, said_on
from workbench.claims.narrative import GivenDay
from workbench.claims.reading import SERIES_UNITS
from workbench.claims.scanning import MarkedText, WordPattern
from workbench.claims.sentences import sentences
from workbench.claims.triggers import Trigger
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of
from workbench.models import Block, Claim, DateSpan, Modality, Source

_FILED = re.compile(r"\s*(?:\([^()\n]{1,30}\)\s*)?[-–—]\s")
_DATELINE = 40
"""Code points from a paragraph's start within which a dateline stands."""
_TOUCHING = 14
_FAR = 1000
_BESIDE = 20
"""Code points within which a noun stands behind the date that belongs to it."""
_LISTED = ("day", "month")
_NEWS_DAYS = 10
"""Older than this, what a source dates is no news of its day of publication."""


@cache
def pluperfect_pattern(language: Language) -> WordPattern:
    """Verb forms of what lay further back than the report itself."""
    return WordPattern(any_of(language.speech.pluperfect))


class Dating:
    """Dates the claims of one source."""

    def __init__(self, source: Source, lowered: MarkedText, language: Language) -> None:
        self.source = source
        self.lowered = lowered
        self.language = language
        undated = [b for b in source.blocks if b.kind == "paragraph" and b.date is None]
        self._sentences: dict[int, list[tuple[int, int, MarkedText]]] = {}
        self._told = {block.start: self._old_and_told(block) for block in undated}
        self.retrospect = _mostly_old(self._told.values())
        self.looks_back = self.retrospect
        self._looked_at: tuple[Clause, bool] | None = None
        """The clause last asked about (that is done several times), and whether it looks further back."""

    def begin(self, block: Block) -> None:
        """Turns to a block: one that looks back takes no date from the day of publication."""
        self.looks_back = self.retrospect or _mostly_old(
            [self._told.get(block.start) or self._old_and_told(block)]
        )

    def _old_and_told(self, block: Block) -> tuple[int, int]:
        """How many dates of a block lie well before its publication, and how many sentences it has."""
        published = self.source.published
        if published is None:
            return 0, 0
        old, last = 0, None
        for start, end, low in self._split(block):
            context = DateContext(published=published, heading=block.date, previous=last)
            text = self.source.text[start:end]
            for last in find_dates(text, 0, end - start, self.language, context, low=low):
                if (published.best - last.end).days > _NEWS_DAYS:
                    old += not any(
                        role(text, 0, end - start, last, self.language)
                        for role in (is_compared, is_since, is_bound)
                    )
        return old, max(1, len(self._split(block)))

    def _split(self, block: Block) -> list[tuple[int, int, MarkedText]]:
        if block.start not in self._sentences:
            spans = sentences(self.source.text, block.start, block.end, self.language)
            self._sentences[block.start] = [(*span, self.lowered.part(*span)) for span in spans]
        return self._sentences[block.start]

    def sentences(self, block: Block) -> list[tuple[int, int, MarkedText]]:
        """The sentences of a block with their lower case, which remembers the dates read in them."""
        found = self._split(block)
        del self._sentences[block.start]
        return found

    def own_date(
        self,
        dates: Sequence[DateSpan],
        clause: Clause,
        block: Block,
        how: Modality,
        given: GivenDay | None,
        trigger: Trigger | None,
        sentence: tuple[int, int],
    ) -> DateSpan | None:
        """The claim's own date; `given` is that of what an undated clause goes on about."""
        end = self.told(clause, block)
        stated = [self._until(end, d, sentence) for d in dates if self._dates_the_event(d, sentence, block)]
        if stated:
            return _sharpest(stated, block, trigger, self.language.speech.date_follows)
        if block.date is not None:
            return block.date
        if given is not None:
            return given.date
        if how != "occurred" or self.looks_further_back(clause):
            return None
        day = self._day_of_telling(dates, sentence)
        return DateSpan(day, day, "day", "", clause.start, clause.start, "publication") if day else None

    def _day_of_telling(self, dates: Sequence[DateSpan], sentence: tuple[int, int]) -> date | None:
        """The day on which a speaker is said to have told it, else that of publication."""
        spoken = [d.start for d in dates if d.precision == "day" and self._is_said_on(d, sentence)]
        published = self.source.published
        if spoken or published is None or published.precision != "day" or self.looks_back:
            return min(spoken, default=None)
        return published.best

    def _dates_the_event(self, span: DateSpan, sentence: tuple[int, int], block: Block) -> bool:
        """False for the day of filing or of saying it, and for what only limits what is told."""
        if self._is_dateline(span, block) or is_bound(self.source.text, *sentence, span, self.language):
            return False
        return not self._is_said_on(span, sentence)

    def _is_said_on(self, span: DateSpan, sentence: tuple[int, int]) -> bool:
        return said_on(self.source.text, *sentence, span, self.language)

    def _until(self, end: date | None, span: DateSpan, sentence: tuple[int, int]) -> DateSpan:
        """The span that a date opens up to the day on which it was told ("since Monday"), else the date."""
        if end is None or end <= span.end or not is_since(self.source.text, *sentence, span, self.language):
            return span
        return replace(span, end=end, precision="range")

    def counted_up_to(self, own: DateSpan | None, sentence: tuple[int, int]) -> date | None:
        """The day up to which a clause counts, where its own date is no more than that."""
        if own is None or not own.in_words:
            return None
        counts = is_count_day(self.source.text, *sentence, own, self.language)
        return own.end if counts else None

    def _is_dateline(self, span: DateSpan, block: Block) -> bool:
        """True for the day of filing before a report's first words ("Kiev, 25 Mayıs (ajans) - ...")."""
        if span.expr_start - block.start > _DATELINE:
            return False
        return bool(_FILED.match(self.source.text, span.expr_end))

    def told(self, clause: Clause, block: Block) -> date | None:
        """The day on which the clause was told, where that is known."""
        if block.date is not None:
            return block.date.start
        published = self.source.published
        if (
            published is None
            or published.precision != "day"
            or self.looks_back
            or self.looks_further_back(clause)
        ):
            return None
        return published.best

    def looks_further_back(self, clause: Clause) -> bool:
        """True where the tense is that of what lay before the events of the report ("yapmıştı")."""
        if self._looked_at is None or self._looked_at[0] is not clause:
            found = pluperfect_pattern(self.language).search(self.lowered, clause.start, clause.end)
            self._looked_at = clause, found is not None
        return self._looked_at[1]


def _mostly_old(told: Iterable[tuple[int, int]]) -> bool:
    """True where every other sentence has a date well before the publication."""
    pairs = list(told)
    return sum(old for old, _ in pairs) * 2 > sum(sentences for _, sentences in pairs)


def _sharpest(dates: Sequence[DateSpan], block: Block, trigger: Trigger | None, follows: bool) -> DateSpan:
    """The most precise date in words, of several the one nearest to the words that name the event.

    A heading's day stands where the words only name the year around it.
    """
    best = min(dates, key=lambda d: ((d.end - d.start).days, _distance(d, trigger, follows), d.expr_start))
    wide = (best.end - best.start).days > 31
    if wide and block.date is not None and best.start <= block.date.start <= best.end:
        return block.date
    return best


def _distance(span: DateSpan, trigger: Trigger | None, follows: bool) -> int:
    """Code points between a date and the event's words, far more on the side where the language sets none.

    `follows` tells the side: "the ferry, which sank on 8 November", but "8 Kasım'da batan feribot".
    A date that touches the event's words is theirs on either side ("Thursday's fire").
    """
    if trigger is None:
        return 0
    behind, before = span.expr_start - trigger.end, trigger.start - span.expr_end
    gap = max(0, behind, before)
    wrong_side = before > _TOUCHING if follows else behind > _TOUCHING
    return gap + (_FAR if wrong_side else 0)


@cache
def _attributive(language: Language) -> re.Pattern[str] | None:
    ending = language.speech.attributive_date
    return re.compile(rf"(?:{ending})$") if ending else None


def nouns_days(
    found: Sequence[Trigger], dates: Sequence[DateSpan], language: Language
) -> dict[str, DateSpan]:
    """Types of the events that are named right behind a date of their own ("Friday's strike"), with it."""
    attributive = _attributive(language)
    if attributive is None:
        return {}
    own = [d for d in dates if attributive.search(language.lower(d.expr))]
    return {t.event_type: d for d in own for t in found if 0 <= t.start - d.expr_end <= _BESIDE}


def distribute(
    claim: Claim, text: str, compared: Collection[DateSpan] = (), lasts: bool = False
) -> list[Claim]:
    """One claim for each of several coordinated days ("16 Mayıs, 2 Haziran ve 23 Temmuz tarihlerinde").

    What counts the events themselves ("üç tur") becomes a claim of its own over the whole stretch. What
    `lasts` over days that follow one another is one event ("cumartesi ve pazar günü sürecek").
    """
    days = sorted(
        (
            d
            for d in claim.dates
            if claim.start <= d.expr_start < claim.end and d.precision in _LISTED and d not in compared
        ),
        key=lambda d: d.expr_start,
    )
    if len({d.start for d in days}) < 2 or not _coordinated(days, text):
        return [claim]
    span = _stretch(days, text)
    follow = all((b.start - a.start).days == 1 and a.start == a.end for a, b in pairwise(days))
    if lasts and follow:
        return [replace(claim, date=span, dates=(span, *days))]
    plain = tuple(q for q in claim.quantities if q.unit not in SERIES_UNITS)
    counted = tuple(q for q in claim.quantities if q.unit in SERIES_UNITS)
    each = [replace(claim, date=day, dates=(day,), quantities=plain) for day in days]
    if not counted:
        return each
    return [*each, replace(claim, date=span, dates=(span,), quantities=counted)]


def _stretch(days: Sequence[DateSpan], text: str) -> DateSpan:
    first, last = days[0], days[-1]
    return DateSpan(
        min(d.start for d in days),
        max(d.end for d in days),
        "range",
        text[first.expr_start : last.expr_end],
        first.expr_start,
        last.expr_end,
        first.basis,
    )


def _coordinated(days: Sequence[DateSpan], text: str) -> bool:
    return all(re.fullmatch(r"\W*\w{0,3}\W*", text[a.expr_end : b.expr_start]) for a, b in pairwise(days))
