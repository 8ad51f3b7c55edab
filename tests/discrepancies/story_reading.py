"""Articles to discrepancies through every stage: the real reader, matcher and detectors, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.claims import read_claims
from workbench.discrepancies import detect
from workbench.events import match
from workbench.models import Claim, Discrepancy, Event
from workbench.sources import source_from_bytes


@dataclass(frozen=True)
class Story:
    """What became of some articles."""

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    discrepancies: tuple[Discrepancy, ...]

    def shown(self, *verdicts: str) -> list[Discrepancy]:
        """The discrepancies of these verdicts, all where none is named."""
        return [d for d in self.discrepancies if not verdicts or d.verdict in verdicts]

    @property
    def flags(self) -> list[Discrepancy]:
        """What a reviewer has to look at."""
        return self.shown("conflict", "tension")


def article(title: str, dateline: str, *paragraphs: str) -> str:
    return "\n\n".join((title, dateline, *paragraphs)) + "\n"


def story(texts: Sequence[str]) -> Story:
    """The articles read, matched and compared, in the order given."""
    read = [source_from_bytes(text.encode(), f"{n:02}.txt") for n, text in enumerate(texts)]
    sources = {source.id: source for source in read}
    claims = [claim for source in sources.values() for claim in read_claims(source)]
    events = match(claims, sources).events
    found = detect(events, {claim.id: claim for claim in claims}, sources)
    return Story(tuple(claims), tuple(events), tuple(found))
