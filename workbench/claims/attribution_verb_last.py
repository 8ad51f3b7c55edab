"""The subject of a reporting verb that closes its sentence ("Lavrov, ... söyledi")."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.claims.attribution_cues import Cues
from workbench.claims.attribution_names import named_speakers
from workbench.claims.attribution_offices import Offices
from workbench.models import Mention

_OPENING = 60
"""Code points of a subject that opens a sentence."""


class Subjects:
    """Tells names that may be a subject by their form."""

    def __init__(self, lowered: str, cues: Cues) -> None:
        self.lowered = lowered
        self.cues = cues

    def may_be(self, name: Mention) -> bool:
        """True for a name in the form of a subject."""
        if name.kind == "state" and not self._stands_for_itself(name):
            return False
        inflected = self.lowered[name.end : name.end + 1].isalpha()
        return not inflected and not self.cues.oblique.match(self.lowered, name.end)

    def _stands_for_itself(self, name: Mention) -> bool:
        """False for a people's adjective before what is no organ of its state ("Rus haber ajansı")."""
        organs, behind = self.cues.organs, self.lowered[name.end : name.end + 2]
        if organs is None or not (behind[:1] == " " and behind[1:].isalpha()):
            return True
        adjective = self.lowered[name.start : name.end] in self.cues.peoples
        return not adjective or organs.match(self.lowered, name.end) is not None

    def contrasts(self, name: Mention) -> bool:
        """True for a name set against another ("EMSC ise")."""
        contrast = self.cues.contrast.match(self.lowered, name.end) if self.cues.contrast else None
        return contrast is not None


class VerbLast:
    """Finds who says a sentence of one block whose verb comes last; `names` are the block's."""

    def __init__(
        self, text: str, lowered: str, names: Sequence[Mention], cues: Cues, offices: Offices
    ) -> None:
        self.text = text
        self.lowered = lowered
        self.all_names = names
        self.cues = cues
        self.offices = offices
        self.subjects = Subjects(lowered, cues)

    def subject(
        self,
        subjects: list[Mention],
        names: Sequence[Mention],
        start: int,
        end: int,
        last: Mention | None,
    ) -> Mention | None:
        """The subject where the verb closes the sentence: whoever a comma sets off, else the first."""
        phrase = self.offices.bearer(start, last)
        if phrase is not None:
            return phrase
        leading = [
            n
            for n in subjects
            if self.lowered[n.end : n.end + 1] in (",", '"')
            or (n is subjects[0] and self.subjects.contrasts(n))
        ]
        if leading:
            return None if self._is_joint(leading[0], start) else leading[0]
        plain = [n for n in subjects if n.kind != "other" or self._opens(n, start)]
        if plain:
            return plain[0]
        states = [n for n in names if n.start < end and n.kind == "state" and self.subjects.may_be(n)]
        set_off = [n for n in states if self.lowered[n.end : n.end + 1] == ","]
        return set_off[0] if set_off else self._opening(start, end) or last

    def _opening(self, start: int, end: int) -> Mention | None:
        """Whoever opens the sentence in the form of a subject, though no table knows the words."""
        phrase = (
            self.cues.opening.match(self.lowered, start, min(end, start + _OPENING))
            if self.cues.opening
            else None
        )
        if phrase is None or phrase[0].split()[0] in self.cues.no_openings:
            return None
        words = self.text[start : phrase.end()]
        return Mention(words, start, phrase.end(), "other", words)

    def _is_joint(self, subject: Mention, start: int) -> bool:
        """True for the second of two subjects ("Putin ve Erdoğan, ..."): what two do is no saying."""
        before = [
            n
            for n in named_speakers(self.text, self.all_names, start, subject.start)
            if self.subjects.may_be(n)
        ]
        if not (before and self.cues.joined):
            return False
        gap = self.lowered[before[-1].end : subject.start]
        return len(gap) < 50 and "," not in gap and bool(self.cues.joined.match(gap))

    def _opens(self, noun: Mention, start: int) -> bool:
        """True for a role noun that opens the sentence or a part of it: elsewhere it is an object."""
        return noun.start == start or self.lowered[max(start, noun.start - 2) : noun.start] in (", ", "; ")
