"""Where a clause says that something happened, and who took part, by the names in it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.claims.attribution_cues import cues
from workbench.claims.clauses import Clause
from workbench.claims.names import ancestors
from workbench.languages.loader import Language
from workbench.models import Mention


def place_named(names: Sequence[Mention]) -> str | None:
    """The most specific place named ("Alaska'nın Anchorage kentinde": Anchorage)."""
    places = [n.canonical for n in names if n.kind == "place"]
    return max(places, key=lambda p: (len(ancestors(p)), -places.index(p)), default=None)


def participants_named(names: Sequence[Mention], speaker: Mention | None) -> tuple[str, ...]:
    """Who is named, a mere speaker left out, in order of first mention."""
    return tuple(
        dict.fromkeys(
            n.canonical
            for n in names
            if n.kind in ("person", "state", "organisation") and (speaker is None or n.start != speaker.start)
        )
    )


def only_speaks(lowered: str, clause: Clause, speaker: Mention | None, language: Language) -> bool:
    """True where the clause itself holds the reporting verb or a quotation, and its subject stands alone.

    "Erdoğan ile Putin telefonda konuştu" has two who speak with each other: both take part.
    """
    patterns = cues(language)
    if speaker and patterns.joined and patterns.joined.match(lowered, speaker.end):
        return False
    if lowered.find('"', clause.start, clause.end) >= 0:
        return True
    return patterns.verb.search(lowered, clause.start, clause.end) is not None
