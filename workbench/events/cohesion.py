"""Which of the events told before a clause without an event word goes on about.

The last one told is the likeliest, but reports go back to what they are about: after a look at what went
before, with a new paragraph, or by naming again what an event was told with (lexical cohesion, Halliday and
Hasan 1976; text tiling, Hearst 1997).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.events.rarity import rarity
from workbench.events.spans import REPORT_DAYS, days_apart
from workbench.models import Claim

if TYPE_CHECKING:
    from workbench.events.features import Features

_RECENT = 30
"""Events told last that a text goes back to, beside the first: a book of a text is read in its length."""
_STEM = 5
"""Letters under which the forms of a word are known."""
_CURRENT = 1.0
"""How much speaks for the event told last."""
_NEW_PARAGRAPH = 0.4
"""How much a new paragraph speaks against it, and for what the section is about."""
_LOOKED_BACK = 1.0
"""How much speaks against what was told as lying further back, where a clause does not look back itself."""
_NAMED = 1.0
_FAR = 1.5
_DATED = 1.0
"""How much speaks for the event whose day the clause was given."""
_MOST = 1.5
"""What shared words count at most."""
PLUPERFECT, PARAGRAPH = "tense=pluperfect", "opens=paragraph"


@dataclass(slots=True, eq=False)
class Thread:
    """An event of a section, the claim that told of it first, and what it was told with so far."""

    item: Features
    claim: Claim
    last_context: int = -1
    """Offset of the sentence that told of it last."""
    words: dict[str, float] = field(default_factory=dict)
    """The stems that it was told with, and how much each tells."""
    people: set[str] = field(default_factory=set)
    _waiting: list[Claim] = field(default_factory=list)

    def add(self, claim: Claim) -> None:
        """Takes in one more claim of the event."""
        self._waiting.append(claim)
        self.last_context = claim.context_start

    def take_in(self) -> None:
        """Brings `words` and `people` up to date: most events are never asked for them."""
        for claim in self._waiting:
            self.words |= _telling(claim.lemmas)
            self.people |= _named(claim)
        self._waiting.clear()

    @property
    def background(self) -> bool:
        """True where it was told as what lay further back."""
        return PLUPERFECT in self.claim.aspects


def resumed(item: Features, claim: Claim, current: Thread, earlier: Sequence[Thread]) -> Thread:
    """The `earlier` thread that a clause goes on about; `current` is that of the clause before."""
    lead, *others = earlier
    threads = [lead, *others[-_RECENT:]]
    if current not in threads:
        threads.append(current)
    for one in threads:
        one.take_in()
    scored = [
        (_cohesion(claim, one, current, lead) - _FAR * _far(item, one), at) for at, one in enumerate(threads)
    ]
    return threads[max(scored)[1]]


def _cohesion(claim: Claim, thread: Thread, current: Thread, lead: Thread) -> float:
    words = _telling(claim.lemmas)
    shared = sum(min(told, thread.words[stem]) for stem, told in words.items() if stem in thread.words)
    score = min(_MOST, shared) + _NAMED * bool(_named(claim) & thread.people)
    if PARAGRAPH in claim.aspects:
        score += _NEW_PARAGRAPH * ((thread is lead) - (thread is current))
    if thread is current:
        score += _CURRENT
    if _gave_day(thread.claim, claim):
        score += _DATED
    if thread.background and PLUPERFECT not in claim.aspects:
        score -= _LOOKED_BACK
    return score


def _gave_day(told: Claim, claim: Claim) -> bool:
    """True where the clause takes the day that the words of `told` say."""
    day, given = claim.date, told.date
    if day is None or given is None or day.basis != "inherited":
        return False
    return given.expr_start == day.expr_start and told.start <= given.expr_start < told.end


def _far(item: Features, thread: Thread) -> bool:
    """True where the clause gives a day that lies far from that of the event."""
    if item.date is None or thread.item.date is None or not says_day(item):
        return False
    return days_apart(item.date, thread.item.date) > REPORT_DAYS


def says_day(item: Features) -> bool:
    """True where the words of the claim give its day."""
    return item.date is not None and item.date.in_words


def _telling(lemmas: Iterable[str]) -> dict[str, float]:
    return {lemma[:_STEM]: rarity(lemma) for lemma in lemmas}


def _named(claim: Claim) -> set[str]:
    return {m.canonical for m in claim.mentions if m.kind == "person"}
