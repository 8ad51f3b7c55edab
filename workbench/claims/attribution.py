"""Who says it: the speaker of a quotation, of reported speech, and of a cited figure.

After the practice of quotation attribution (speaker, cue, content): cues are the language pack's
reporting verbs and "according to" forms; the content of a quotation may run over several
sentences, which all have its speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from workbench.claims.attribution_cues import cues
from workbench.claims.attribution_nouns import speaker_nouns
from workbench.languages.loader import Language
from workbench.models import Mention, Quote

__all__ = ["Attribution", "cues", "quotations"]

_OPEN_CLOSE = {"“": "”", "«": "»", "»": "«", '"': '"', "„": "“"}
_OPENING = re.compile(f"[{''.join(_OPEN_CLOSE)}]")
_MAX_QUOTE = 3000
_REACH = 40
"""Names before a block among which a role phrase looks for its bearer."""


def quotations(text: str, start: int, end: int) -> list[Quote]:
    """The quotations in text[start:end], without their marks; an unclosed one is none."""
    found, at = list[Quote](), start
    while (opening := _OPENING.search(text, at, end)) is not None:
        at = opening.end()
        stop = text.find(_OPEN_CLOSE[opening[0]], at, min(end, at + _MAX_QUOTE - 1))
        if stop < 0:
            continue
        if stop - at > 1:
            found.append(Quote(text[at:stop], at, stop))
        at = stop + 1
    return found


def _start(name: Mention) -> int:
    return name.start


def _speakers(text: str, names: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Names that can speak; a state speaks only where nobody else is named."""
    first = bisect_left(names, start, key=_start)
    inside = [n for n in names[first : bisect_left(names, end, key=_start)] if n.end <= end]
    people = [n.start for n in inside if n.kind == "person"]
    own = [
        n
        for n in inside
        if n.kind == "person" or (n.kind == "organisation" and not _is_office_of(text, n, people))
    ]
    return own or [n for n in inside if n.kind == "state"]


def _is_office_of(text: str, name: Mention, people: Sequence[int]) -> bool:
    """True for an organisation directly before a person ("Kremlin Sözcüsü Peskov"): the person speaks."""
    following = bisect_right(people, name.end)
    if following == len(people) or people[following] - name.end > 45:
        return False
    return "," not in text[name.end : people[following]]


class Attribution:
    """Finds speakers in one block; remembers the last one for sentences that name none."""

    def __init__(
        self,
        text: str,
        lowered: str,
        names: Sequence[Mention],
        language: Language,
        earlier: Sequence[Mention] = (),
    ) -> None:
        """`names` are the block's; `earlier` those before it in the text, nearest last."""
        self.text = text
        self.lowered = lowered
        self.names = names
        self.earlier = earlier[-_REACH:]
        self.language = language
        self.cues = cues(language)
        self.last: Mention | None = None
        self._able: dict[tuple[int, int], list[Mention]] = {}

    def cited(self, start: int, end: int) -> Mention | None:
        """Whom text[start:end] gives as its source: cited ("AFAD'a göre", "according to") or set
        against another ("EMSC ise 6,9 ölçtü")."""
        cited = self._cited(start, end)
        if cited:
            return cited[0]
        contrasted = [name for name in self._speakers(start, end) if self._contrasts(name)]
        return next((n for n in contrasted if self.cues.speech.search(self.lowered, n.end, end)), None)

    def _cited(self, start: int, end: int) -> list[Mention]:
        found = []
        for name in self._speakers(start, end):
            after = self.cues.after.match(self.lowered, name.end)
            before = self.lowered[max(start, name.start - 40) : name.start]
            if (after and after.end() <= end) or (self.cues.before and self.cues.before.search(before)):
                found.append(name)
        return found

    def inner(self, start: int, end: int) -> Mention | None:
        """The subject of a reporting verb made a noun: whom the sentence's own speaker quotes."""
        if not (self.cues.nominalised and self.cues.genitive):
            return None
        verb = self.cues.nominalised.search(self.lowered, start, end)
        if not verb:
            return None
        subjects = [
            name
            for name in _speakers(self.text, self.names, start, verb.start())
            if self.cues.genitive.match(self.lowered, name.end)
        ]
        return subjects[-1] if subjects else None

    def sentence(self, start: int, end: int) -> Mention | None:
        """Who says the sentence text[start:end], or None where the article itself does."""
        self._able.clear()
        found = self._subject(start, end)
        if found is not None:
            self.last = found
        return found

    def _names(self, start: int, end: int) -> Sequence[Mention]:
        """The names that begin in [start, end + 40): those behind it show whose office a word is."""
        first, last = (bisect_left(self.names, at, key=_start) for at in (start, end + 40))
        return self.names[first:last]

    def _speakers(self, start: int, end: int) -> list[Mention]:
        """Names and role nouns that can speak, in order; a state only where nobody else is named."""
        if (start, end) not in self._able:
            self._able[start, end] = self._able_to_speak(start, end)
        return self._able[start, end]

    def _able_to_speak(self, start: int, end: int) -> list[Mention]:
        near = self._names(start, end)
        nouns = speaker_nouns(self.text, self.lowered, start, end, self.language, near)
        if nouns:
            quoted = quotations(self.text, start, end)
            nouns = [n for n in nouns if not any(q.start <= n.start < q.end for q in quoted)]
        named = _speakers(self.text, self.names, start, end)
        if nouns and all(name.kind == "state" for name in named):
            return nouns
        return sorted([*named, *nouns], key=lambda name: name.start)

    def _subject(self, start: int, end: int) -> Mention | None:
        cited = self._cited(start, end)
        if len({name.canonical for name in cited}) > 1:
            return None
        if cited and cited[0].start < start + 160:
            return cited[0]
        if not self.cues.speech.search(self.lowered, start, end):
            return self._headline_speaker(start, end)
        if not self._speaks(start, end):
            return self.last if self.last is not None and self.last.kind == "organisation" else None
        by_participle = self._behind_participle(start, end)
        if by_participle is not None:
            return by_participle
        subjects = [n for n in self._speakers(start, end) if self._may_be_subject(n)]
        if self.language.speech.verb_first:
            return (
                self._before_verb(subjects, start, end)
                or self._after_verb(subjects, start)
                or self._stood_for(start, end)
            )
        return self._verb_last_subject(subjects, start, end)

    def _speaks(self, start: int, end: int) -> bool:
        """True where a verb of speech stands that is no passive.

        "Bildirildi" names no speaker: it goes on with what a body has stated.
        """
        passive = self.cues.passive
        return any(
            passive is None or not passive.fullmatch(verb[0])
            for verb in self.cues.speech.finditer(self.lowered, start, end)
        )

    def _verb_last_subject(self, subjects: list[Mention], start: int, end: int) -> Mention | None:
        """The subject where the verb closes the sentence: whoever a comma sets off, else the first."""
        phrase = self._role_phrase(start)
        if phrase is not None:
            return phrase
        leading = [
            n
            for n in subjects
            if self.lowered[n.end : n.end + 1] in (",", '"') or (n is subjects[0] and self._contrasts(n))
        ]
        if leading:
            return None if self._is_joint(leading[0], start) else leading[0]
        plain = [n for n in subjects if n.kind != "other" or self._opens(n, start)]
        if plain:
            return plain[0]
        states = [
            n
            for n in self._names(start, end)
            if n.start < end and n.kind == "state" and self._may_be_subject(n)
        ]
        set_off = [n for n in states if self.lowered[n.end : n.end + 1] == ","]
        return set_off[0] if set_off else self.last

    def _is_joint(self, subject: Mention, start: int) -> bool:
        """True for the second of two subjects ("Putin ve Erdoğan, ..."): what two do is no saying."""
        before = [
            n for n in _speakers(self.text, self.names, start, subject.start) if self._may_be_subject(n)
        ]
        if not (before and self.cues.joined):
            return False
        gap = self.lowered[before[-1].end : subject.start]
        return len(gap) < 50 and "," not in gap and bool(self.cues.joined.match(gap))

    def _opens(self, noun: Mention, start: int) -> bool:
        """True for a role noun that opens the sentence or a part of it: elsewhere it is an object."""
        return noun.start == start or self.lowered[max(start, noun.start - 2) : noun.start] in (", ", "; ")

    def _role_phrase(self, start: int) -> Mention | None:
        """The person whom "Rus lider" or "Bakan" at `start` stands for.

        Whoever bore that very office in the block, or is of that nation, else the last speaker.
        """
        match = self.cues.pronoun.match(self.lowered, start)
        if not match or self.text[match.end() : match.end() + 2].strip()[:1].isupper():
            return None
        words = match[0].split()
        last = bisect_left(self.names, start, key=_start)
        known = (*self.earlier, *self.names[max(0, last - _REACH) : last])
        before = [n for n in known if n.kind == "person"]
        for wanted in (words, words[:-1]):
            bearers = [n for n in before if wanted and self._bears(wanted, n.start)]
            if bearers:
                return bearers[-1]
        return self.last if self.last is not None and self.last.kind == "person" else None

    def _bears(self, office: Sequence[str], start: int) -> bool:
        """True where the words before a name hold the office ("Dışişleri Bakanı X": "bakan")."""
        before = re.split(r"[.,;\n]", self.lowered[max(0, start - 40) : start])[-1]
        return all(re.search(rf"\b{re.escape(word)}", before) for word in office)

    def _stood_for(self, start: int, end: int) -> Mention | None:
        """The last speaker, where a pronoun is the subject of the sentence's reporting verb."""
        for verb in self.cues.speech.finditer(self.lowered, start, end):
            before = self.lowered[max(start, verb.start() - 30) : verb.start()]
            after = self.lowered[verb.end() : verb.end() + 20]
            if self.cues.pronoun_before.search(before) or self.cues.pronoun.match(after.lstrip()):
                return self.last
        return None

    def _may_be_subject(self, name: Mention) -> bool:
        inflected = self.lowered[name.end : name.end + 1].isalpha()
        return not inflected and not self.cues.oblique.match(self.lowered, name.end)

    def _contrasts(self, name: Mention) -> bool:
        """True for a name set against another ("EMSC ise")."""
        contrast = self.cues.contrast.match(self.lowered, name.end) if self.cues.contrast else None
        return contrast is not None

    def _behind_participle(self, start: int, end: int) -> Mention | None:
        if not self.cues.participle:
            return None
        for match in self.cues.participle.finditer(self.lowered, start, end):
            phrase = self._role_phrase(match.end() + 1)
            if phrase is not None:
                return phrase
            near = [
                n for n in self._speakers(match.end(), min(end, match.end() + 70)) if self._may_be_subject(n)
            ]
            if near and "," not in self.lowered[match.end() : near[0].start]:
                return near[0]
        return None

    def _before_verb(self, subjects: list[Mention], start: int, end: int) -> Mention | None:
        """The nearest subject before a reporting verb, with no comma or a closed pair between."""
        for verb in self.cues.speech.finditer(self.lowered, start, end):
            first = bisect_left(subjects, verb.start() - 120, key=_start)
            for name in reversed(subjects[first : bisect_left(subjects, verb.start(), key=_start)]):
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

    def _headline_speaker(self, start: int, end: int) -> Mention | None:
        """ "Fidan: ..." in a heading."""
        for name in self._speakers(start, min(end, start + 60)):
            if self.lowered[name.end : name.end + 1] == ":":
                return name
        return None
