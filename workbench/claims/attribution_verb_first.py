"""The subject of a reporting verb where the verb stands beside it ("Lavrov said", "said Lavrov")."""

from __future__ import annotations

import re
from bisect import bisect_left

from workbench.claims.attribution_cues import Cues
from workbench.claims.attribution_names import start_of
from workbench.claims.attribution_offices import Offices
from workbench.models import Mention


class VerbFirst:
    """Finds whom the reporting verbs of one block's sentences have as their subject."""

    def __init__(self, lowered: str, cues: Cues, offices: Offices) -> None:
        self.lowered = lowered
        self.cues = cues
        self.offices = offices

    def subject(self, subjects: list[Mention], start: int, end: int, last: Mention | None) -> Mention | None:
        """Who says the sentence: one of `subjects`, or whom a pronoun or an office stands for."""
        return (
            self._before_verb(subjects, start, end)
            or self._after_verb(subjects, start)
            or self._stood_for(start, end, last)
        )

    def _before_verb(self, subjects: list[Mention], start: int, end: int) -> Mention | None:
        """The nearest subject before a reporting verb, with no comma or a closed pair between."""
        for verb in self.cues.speech.finditer(self.lowered, start, end):
            first = bisect_left(subjects, verb.start() - 120, key=start_of)
            for name in reversed(subjects[first : bisect_left(subjects, verb.start(), key=start_of)]):
                between = self.lowered[name.end : verb.start()]
                if between.count(",") in (0, 2) and not re.search(r"[.;:]", between):
                    return name
        return None

    def _after_verb(self, subjects: list[Mention], start: int) -> Mention | None:
        for name in subjects:
            before = self.lowered[max(start, name.start - 40) : name.start]
            verbs = list(self.cues.speech.finditer(before))
            if verbs and self.cues.verb_then_subject.fullmatch(before, verbs[-1].end()):
                return name
        return None

    def _stood_for(self, start: int, end: int, last: Mention | None) -> Mention | None:
        """The last speaker, where a pronoun is the subject of the sentence's reporting verb."""
        for verb in self.cues.speech.finditer(self.lowered, start, end):
            before = self.lowered[max(start, verb.start() - 30) : verb.start()]
            after = self.lowered[verb.end() : verb.end() + 20]
            if self.cues.pronoun_before.search(before) or self.cues.pronoun.match(after.lstrip()):
                return last
        return None
