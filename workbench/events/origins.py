"""Independent origins: where each claim of an event is first known from.

What many sites print may come from one mouth. An account goes back to the first of the sources that are
near copies of one text, that credit one agency, or that repeat each other's words. A statement goes back
to the first source that has the same speaker say the like on the same day, whatever else the articles say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from workbench.events.credits import outlets
from workbench.events.telling import told
from workbench.folding import fold
from workbench.models import Claim, Publication

_REPEATED = 0.6
"""Share of an account's runs of three lemmas that stand in the other's: it repeats its words."""
_RUNS = 8
"""Runs of lemmas below which equal words prove nothing."""
_ALIKE = 0.4
"""Share of a statement's content words, names left out, that are in the other's: it is the same one."""
_WORDS = 2
_LATER = 1
"""Days after which a repeated statement is told at the latest: the morning papers have it, too."""


class Told(Protocol):
    """What is known of a source; `copy_of`, `credits` and `language` are read where it has them."""

    @property
    def published(self) -> Publication | None: ...


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the claims of one event come from; every origin is the id of one of their sources."""

    of_claim: Mapping[str, str]
    of_source: Mapping[str, str]
    """Each source to the origin of its own account, or of what it passes on where it has none."""
    first: str | None
    """The source that is known to have told of the event first."""
    count: int


def count_origins(claims: Sequence[Claim], sources: Mapping[str, Told] | None = None) -> int:
    """How many independent origins stand behind claims of one event."""
    return trace(claims, sources).count


def origin_of(claims: Sequence[Claim], sources: Mapping[str, Told] | None = None) -> Mapping[str, str]:
    """Source id to the origin it belongs to: a source id, the first known of those that share it."""
    return trace(claims, sources).of_source


def trace(claims: Sequence[Claim], sources: Mapping[str, Told] | None = None) -> Origins:
    """The origins of the claims of one event; `sources` maps source ids to what is known of them."""
    event = _Event(claims, sources or {})
    accounts = _accounts(event)
    statements = _statements(event, accounts)
    of_claim: dict[str, str] = {}
    for source, said in event.said.items():
        for claim in said:
            speaker = claim.speaker or _rests_on(claim, said)
            first = statements[source, speaker] if speaker else source
            of_claim[claim.id] = accounts[first]
    of_source = {source: _main(source, accounts, event, of_claim) for source in event.said}
    for claim in claims:
        of_claim.setdefault(claim.id, of_source[claim.source])
    return Origins(
        of_claim=of_claim,
        of_source=of_source,
        first=next(iter(event.said), None),
        count=len({of_claim[claim.id] for said in event.said.values() for claim in said}),
    )


def _main(source: str, accounts: Mapping[str, str], event: _Event, of_claim: Mapping[str, str]) -> str:
    found = [of_claim[claim.id] for claim in event.said[source]]
    return accounts[source] if accounts[source] in found else found[0]


class _Event:
    """Claims by source, the first to tell first; headings count only where they are alone."""

    def __init__(self, claims: Sequence[Claim], sources: Mapping[str, Told]) -> None:
        self.sources = sources
        by_source: dict[str, list[Claim]] = {}
        for claim in claims:
            by_source.setdefault(claim.source, []).append(claim)
        bodies = {source: [c for c in said if not c.heading] or said for source, said in by_source.items()}
        self.said = {
            source: bodies[source] for source in sorted(bodies, key=lambda s: self._order(s, bodies[s]))
        }

    def _order(self, source: str, said: Sequence[Claim]) -> tuple[str, bool]:
        """First by publication; of the same time, who takes over from others comes later."""
        passes_on = bool(self.credits(source)) or any(claim.speaker in outlets() for claim in said)
        return self.told(source), passes_on

    def told(self, source: str) -> str:
        known = self.sources.get(source)
        return told(known.published if known else None)

    def day(self, source: str) -> date | None:
        known = self.sources.get(source)
        return known.published.best if known and known.published else None

    def credits(self, source: str) -> tuple[str, ...]:
        return getattr(self.sources.get(source), "credits", ())

    def text(self, source: str) -> str:
        """The fullest of the near copies that the source belongs to, or itself."""
        return getattr(self.sources.get(source), "copy_of", None) or source

    def language(self, source: str) -> str | None:
        return getattr(self.sources.get(source), "language", None)


def _accounts(event: _Event) -> dict[str, str]:
    """Each source to the first that tells the same account: a copy, of one agency, or in the same words."""
    first: dict[str, str] = {}
    holders: dict[tuple[str, str], str] = {}
    words: dict[str, set[tuple[str, ...]]] = {}
    for source, said in event.said.items():
        marks = [("text", event.text(source))]
        if len(event.credits(source)) == 1:
            marks.append(("outlet", event.credits(source)[0]))
        runs = set(_runs([claim for claim in said if claim.speaker is None]))
        same = next((holders[mark] for mark in marks if mark in holders), None)
        same = same or next((one for one in words if _repeats(runs, words[one])), None)
        first[source] = same or source
        for mark in marks:
            holders.setdefault(mark, first[source])
        if same is None:
            words[source] = runs
    return first


def _repeats(a: set[tuple[str, ...]], b: set[tuple[str, ...]]) -> bool:
    smaller = min(len(a), len(b))
    return smaller >= _RUNS and len(a & b) >= _REPEATED * smaller


def _runs(claims: Sequence[Claim]) -> Iterator[tuple[str, ...]]:
    for claim in claims:
        yield from (claim.lemmas[at : at + 3] for at in range(len(claim.lemmas) - 2))


def _statements(event: _Event, accounts: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """(source, speaker) to the source in which what the speaker says there is first known."""
    first: dict[tuple[str, str], str] = {}
    tellers: dict[str, list[str]] = {}
    credited = {c[0]: s for s in reversed(event.said) if len(c := event.credits(s)) == 1}
    for source, said in event.said.items():
        for speaker in dict.fromkeys(claim.speaker for claim in said if claim.speaker):
            same = next(
                (
                    one
                    for one in tellers.get(speaker, ())
                    if _same_statement(event, accounts, speaker, source, one)
                ),
                None,
            )
            first[source, speaker] = same or credited.get(speaker, source)
            if same is None:
                tellers.setdefault(speaker, []).append(source)
    return first


def _same_statement(event: _Event, accounts: Mapping[str, str], speaker: str, a: str, b: str) -> bool:
    """Whether two sources have the speaker say the like, one not long after the other.

    What an outlet is cited for is its one report of the event.
    """
    if accounts[a] == accounts[b]:
        return True
    days = [day for day in (event.day(a), event.day(b)) if day]
    if len(days) == 2 and abs((days[0] - days[1]).days) > _LATER:
        return False
    if speaker in outlets():
        return True
    one_language = event.language(a) == event.language(b)
    mine, theirs = ([c for c in event.said[s] if c.speaker == speaker] for s in (a, b))
    return any(_alike(one, other, one_language=one_language) for one in mine for other in theirs)


def _alike(a: Claim, b: Claim, *, one_language: bool) -> bool:
    """Whether two claims report one sentence: an equal figure, or most words of the shorter.

    Figures of one kind that all differ make two sentences, or one that somebody got wrong: either way each
    stands for itself. In two languages the same day, speaker and event must do.
    """
    numbers_a, numbers_b = _numbers(a), _numbers(b)
    if numbers_a & numbers_b:
        return True
    if {kind for kind, _ in numbers_a} & {kind for kind, _ in numbers_b}:
        return False
    if not one_language:
        return True
    words_a, words_b = _words(a), _words(b)
    shared = len(words_a & words_b)
    return shared >= _WORDS and shared >= _ALIKE * min(len(words_a), len(words_b))


def _numbers(claim: Claim) -> set[tuple[tuple[str, str | None], float]]:
    return {((one.unit, one.counted), one.value) for one in claim.quantities}


def _words(claim: Claim) -> set[str]:
    names = {fold(mention.canonical) for mention in claim.mentions} | {fold(claim.speaker or "")}
    return set(claim.lemmas) - names


def _rests_on(claim: Claim, said: Sequence[Claim]) -> str | None:
    """Whose words the article's own voice only repeats: all its figures, or most of its words, are theirs."""
    numbers, words = _numbers(claim), _words(claim)
    for other in said:
        if other.speaker is None:
            continue
        shared = len(words & _words(other))
        if numbers and numbers <= _numbers(other):
            return other.speaker
        if not numbers and shared >= 2 * _WORDS and shared >= _REPEATED * len(words):
            return other.speaker
    return None
