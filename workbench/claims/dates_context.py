"""What is known around a stretch of text when its dates are read."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from workbench.models import DateSpan, Publication

Tense = Literal["past", "future"]


class DateContext(msgspec.Struct, frozen=True, gc=False):
    """What the words of a stretch count from.

    ``published`` is when the source was published: its best day is the reference day of relative
    words. ``heading`` is the date of the block's dated heading, which then takes that place.
    ``tense`` is the clause's, when known; it decides the side of yearless dates where no verb form
    beside them does, though a past tense gives way to a day of the coming month. ``previous`` is
    the last date read before this stretch in its paragraph ("the same day", "the next day"), ``told``
    the day told last before that. ``span`` is the stretch of days that the source tells of, where it
    gives one: its weekdays are theirs. ``around`` is the text that the stretch was taken from, where
    it is read alone: an ambiguous word is what that speaks of.
    """

    published: Publication | None = None
    heading: DateSpan | None = None
    tense: Tense | None = None
    previous: DateSpan | None = None
    told: DateSpan | None = None
    span: DateSpan | None = None
    around: str = ""

    @property
    def reference(self) -> date | None:
        """The day that relative words count from."""
        if self.heading is not None:
            return self.heading.start
        return self.published.best if self.published is not None else None
