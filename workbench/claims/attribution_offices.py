"""Whom a word of office stands for: "Rus lider", "Bakan", "the mayor"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from workbench.claims.attribution_cues import Cues
from workbench.models import Mention

_REACH = 40
"""Names before a phrase among which it looks for its bearer."""
_TITLE = 60
"""Code points before a name in which its office stands, and behind it a title in apposition."""


class Offices:
    """The people named so far in one text, with the offices that stand beside their names."""

    def __init__(
        self, text: str, lowered: str, names: Sequence[Mention], earlier: Sequence[Mention], cues: Cues
    ) -> None:
        self._text = text
        self._lowered = lowered
        self._names = names
        self._earlier = earlier[-_REACH:]
        self._cues = cues

    def bearer(self, start: int, last: Mention | None) -> Mention | None:
        """The person whom the words of office at `start` stand for.

        Whoever bore that very office before, or one that the word covers ("lider" for a president), or is
        of that nation; else `last`, who spoke before.
        """
        match = self._cues.pronoun.match(self._lowered, start)
        if not match or self._text[match.end() : match.end() + 2].strip()[:1].isupper():
            return None
        spoke = last if last is not None and last.kind == "person" else None
        words = [
            self._cues.people_ending.sub("", word)
            for word in match[0].split()
            if word not in self._cues.articles
        ]
        if not words or match[0] in self._cues.plain_pronouns:
            return spoke
        people = self._people_before(start)
        offices = self._cues.offices.get(words[-1], (words[-1],))
        if not offices:
            return spoke or self._of_nation(words[:-1], people)
        for nation in (words[:-1], []):
            bearers = [n for n in people if any(self._bears((*nation, office), n) for office in offices)]
            if spoke is not None and any(n.canonical == spoke.canonical for n in bearers):
                return spoke
            if bearers:
                return bearers[-1]
        return self._of_nation(words[:-1], people) or spoke

    def _people_before(self, start: int) -> list[Mention]:
        last = bisect_left(self._names, start, key=lambda name: name.start)
        known = (*self._earlier, *self._names[max(0, last - _REACH) : last])
        return [n for n in known if n.kind == "person"]

    def _of_nation(self, nation: Sequence[str], people: Sequence[Mention]) -> Mention | None:
        return next((n for n in reversed(people) if nation and self._bears(nation, n)), None)

    def _bears(self, office: Sequence[str], name: Mention) -> bool:
        """True where the words beside a name hold the office ("Dışişleri Bakanı X": "bakan")."""
        start, end = name.start, name.end
        first = bisect_left(self._names, start, key=lambda other: other.start)
        nearest = self._names[first - 1] if first else None
        beside = nearest.end if nearest is not None and nearest.kind == "person" else 0
        before = re.split(r"[.,;:\n]", self._lowered[max(beside, start - _TITLE) : start])[-1]
        behind = self._lowered[end : end + _TITLE]
        apposition = re.split(r"[.,;:\n]", behind[2:])[0] if behind.startswith(", ") else ""
        return any(
            all(re.search(rf"\b{re.escape(word)}", words) for word in office)
            for words in (before, apposition if self._cues.apposition else "")
            if words
        )
