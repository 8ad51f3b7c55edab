"""Independent origins: where each claim of an event is first known from.

What many sites print may come from one mouth. An account goes back to the first of the sources that are
near copies of one text, that credit one agency, or that repeat each other's words. A statement goes back
to the first source that has the same speaker say the like on the same day, or that prints the same words
in quotation marks, whatever else the articles say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from workbench.events.counterparts import version_of
from workbench.events.credits import outlets
from workbench.events.repeats import NOBODY, alike, quoted, rests_on, voice_of
from workbench.events.telling import told
from workbench.models import Claim, Publication

_REPEATED = 0.6
"""Share of an account's runs of three lemmas that stand in the other's: it repeats its words."""
_RUNS = 8
"""Runs of lemmas below which equal words prove nothing."""
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
            voice = voice_of(claim) or rests_on(claim, said)
            of_claim[claim.id] = accounts[statements[source, voice] if voice else source]
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

    def sole_credit(self, source: str) -> tuple[str, ...]:
        """The one outlet that the source has its text from; of two nobody knows which told what."""
        found = self.credits(source)
        return found if len(found) == 1 else ()

    def text(self, source: str) -> str:
        """The fullest of the near copies that the source belongs to, or itself."""
        return getattr(self.sources.get(source), "copy_of", None) or source

    def texts(self, source: str) -> list[tuple[str, str]]:
        """What it shares with its copies, and with the other versions of its article."""
        version = version_of(self.sources.get(source))
        article = [("article", version.article)] if version else []
        return [("text", self.text(source)), *article]

    def language(self, source: str) -> str | None:
        return getattr(self.sources.get(source), "language", None)


def _accounts(event: _Event) -> dict[str, str]:
    """Each source to the first that tells the same account: a copy, of one agency, or in the same words."""
    first: dict[str, str] = {}
    holders: dict[tuple[str, str], str] = {}
    words: dict[str, set[tuple[str, ...]]] = {}
    for source, said in event.said.items():
        marks = [*event.texts(source), *(("outlet", one) for one in event.sole_credit(source))]
        runs = set(_runs([claim for claim in said if voice_of(claim) is None]))
        same = [first[holders[mark]] for mark in marks if mark in holders]
        same += [first[one] for one in words if _repeats(runs, words[one])]
        first[source] = min(same, key=list(first).index, default=source)
        # What has two of them in common shows that those are one.
        first |= {one: first[source] for one, origin in first.items() if origin in same}
        for mark in marks:
            holders.setdefault(mark, source)
        if not same:
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
    credited = {one: source for source in reversed(event.said) for one in event.sole_credit(source)}
    printed: dict[tuple[str, ...], str] = {}
    for source, said in event.said.items():
        for voice in dict.fromkeys(filter(None, map(voice_of, said))):
            runs = [run for claim in said if voice_of(claim) == voice for run in quoted(claim)]
            same = next((printed[run] for run in runs if run in printed), None) or next(
                (
                    one
                    for one in tellers.get(voice, ())
                    if _same_statement(event, accounts, voice, source, one)
                ),
                None,
            )
            first[source, voice] = same or credited.get(voice, source)
            for run in runs:
                printed.setdefault(run, first[source, voice])
            if same is None:
                tellers.setdefault(voice, []).append(source)
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
    if speaker == NOBODY:
        return False
    one_language = event.language(a) == event.language(b)
    mine, theirs = ([c for c in event.said[s] if c.speaker == speaker] for s in (a, b))
    return any(alike(one, other, one_language=one_language) for one in mine for other in theirs)
