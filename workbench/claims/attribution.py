"""Who says it: the speaker of a quotation, of reported speech, and of a cited figure.

After the practice of quotation attribution (speaker, cue, content): cues are the language pack's
reporting verbs and "according to" forms; the content of a quotation may run over several
sentences, which all have its speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from workbench.claims.attribution_cues import cues
from workbench.claims.attribution_names import named_speakers, start_of
from workbench.claims.attribution_nouns import speaker_bodies, speaker_nouns
from workbench.claims.attribution_offices import Offices
from workbench.claims.attribution_quotes import quotations
from workbench.claims.attribution_verb_first import VerbFirst
from workbench.languages.loader import Language
from workbench.models import Mention

__all__ = ["Attribution", "cues"]


_BEFORE = 120
"""Code points before a clause in which the subject of its nominalised verb may stand."""
_SENTENCE_END = re.compile(r"[.!?;,\n]")


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
        self.language = language
        self.cues = cues(language)
        self.offices = Offices(text, lowered, names, earlier, self.cues)
        self.verb_first = VerbFirst(lowered, self.cues, self.offices)
        self.last: Mention | None = None
        self._able: dict[tuple[int, int], list[Mention]] = {}
        self.body: Mention | None = None
        """Whose statement is being read out, sentence by sentence ("... belirtildi. ... kaydedildi")."""
        self.reads_out = False
        self.heading = False

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
        if self.reads_out or not (self.cues.nominalised and self.cues.genitive):
            return None
        verb = self.cues.nominalised.search(self.lowered, start, end)
        if not verb:
            return None
        for begin in (start, max(0, start - _BEFORE)):
            # What stands between a subject and what he says may be a clause of its own.
            subjects = [
                name
                for name in named_speakers(self.text, self.names, begin, verb.start())
                if self.cues.genitive.match(self.lowered, name.end)
                and not _SENTENCE_END.search(self.text, name.end, start)
            ]
            if subjects:
                return subjects[-1]
        return None

    def turns(self, start: int, end: int) -> list[tuple[int, Mention | None]]:
        """The speakers of text[start:end] in order, each with the offset at which his words end.

        A sentence has two where a clause with its own subject stands before it ("... dilerken Kaya ...").
        """
        quoted = quotations(self.text, start, end)
        ends = [end]
        if self.cues.while_ends is not None:
            found = (match.end() for match in self.cues.while_ends.finditer(self.lowered, start, end))
            ends = [at for at in found if not any(q.start <= at < q.end for q in quoted) and at < end] + ends
        turns: list[tuple[int, Mention | None]] = []
        begin = start
        for at in ends:
            says = self.cues.speech.search(self.lowered, begin, at) is not None
            if at != end and not says:
                continue
            goes_on = (
                turns
                and not says
                and self.lowered[begin - 1 : begin] == ";"
                and not self._has_subject(begin, at)
            )
            turns.append((at, turns[-1][1] if goes_on else self.sentence(begin, at)))
            begin = at + 1 + (self.lowered[at : at + 1] == ",")
        return turns

    def _has_subject(self, start: int, end: int) -> bool:
        return any(self._may_be_subject(name) for name in self._speakers(start, end))

    def sentence(self, start: int, end: int) -> Mention | None:
        """Who says the sentence text[start:end], or None where the article itself does."""
        self._able.clear()
        self.reads_out = False
        found = self._subject(start, end)
        if found is not None and self._says_nothing(start, end):
            self.last, self.body = found, None
            return None
        if found is None and not self._informs(start, end):
            self.body = None
        elif found is not None:
            self.body = None if found.kind == "person" else found
            self.last = found
        return found

    def _says_nothing(self, start: int, end: int) -> bool:
        """True where it is told that someone spoke, and nothing of what was said."""
        bare, content = self.cues.bare, self.cues.content
        if bare is None or (content is not None and content.search(self.lowered, start, end)):
            return False
        verbs = list(self.cues.speech.finditer(self.lowered, start, end))
        bare_only = bool(verbs) and all(bare.match(verb[0]) for verb in verbs)
        return bare_only and not quotations(self.text, start, end)

    def _informs(self, start: int, end: int) -> bool:
        """True where it is said that a body made a statement, not what it says; the statement follows."""
        if self.cues.informs is None or not self.cues.informs.search(self.lowered, start, end):
            return False
        bodies = [n for n in self._names(start, end) if n.kind in ("organisation", "state") and n.end <= end]
        self.body = bodies[0] if bodies else self.body
        return True

    def _names(self, start: int, end: int) -> Sequence[Mention]:
        """The names that begin in [start, end + 40): those behind it show whose office a word is."""
        first, last = (bisect_left(self.names, at, key=start_of) for at in (start, end + 40))
        return self.names[first:last]

    def _speakers(self, start: int, end: int) -> list[Mention]:
        """Names and role nouns that can speak, in order; a state only where nobody else is named."""
        if (start, end) not in self._able:
            self._able[start, end] = self._able_to_speak(start, end)
        return self._able[start, end]

    def _able_to_speak(self, start: int, end: int) -> list[Mention]:
        near = self._names(start, end)
        unnamed = [
            noun
            for kind in (speaker_nouns, speaker_bodies)
            for noun in kind(self.text, self.lowered, start, end, self.language, near)
        ]
        if unnamed:
            quoted = quotations(self.text, start, end)
            unnamed = [n for n in unnamed if not any(q.start <= n.start < q.end for q in quoted)]
        named = [
            name
            for name in named_speakers(self.text, self.names, start, end, self.cues.after)
            if not any(noun.start <= name.start < noun.end for noun in unnamed)
        ]
        if unnamed and all(name.kind == "state" for name in named):
            return sorted(unnamed, key=start_of)
        return sorted([*named, *unnamed], key=start_of)

    def _subject(self, start: int, end: int) -> Mention | None:
        if self.cues.informs is not None and self.cues.informs.search(self.lowered, start, end):
            return None
        cited = self._cited(start, end)
        if len({name.canonical for name in cited}) > 1:
            return None
        says = self.cues.speech.search(self.lowered, start, end) is not None
        if cited and cited[0].start < start + 160:
            self.reads_out = says and not self._speaks(start, end)
            return cited[0]
        if not says:
            goes_on = self.cues.reported is not None and self.cues.reported.search(self.lowered, start, end)
            return self._headline_speaker(start, end) or (self.last if goes_on else None)
        if not self._speaks(start, end):
            self.reads_out = self.body is not None and not self._is_hearsay(start, end)
            return self.body if self.reads_out else None
        by_participle = self._behind_participle(start, end)
        if by_participle is not None:
            return by_participle
        subjects = [n for n in self._speakers(start, end) if self._may_be_subject(n)]
        if self.language.speech.verb_first:
            return self.verb_first.subject(subjects, start, end, self.last)
        return self._verb_last_subject(subjects, start, end)

    def _speaks(self, start: int, end: int) -> bool:
        """True where the verb of speech that closes the sentence is no passive.

        "Bildirildi" names no speaker: it goes on with what a body has stated.
        """
        passive = self.cues.passive
        if passive is None:
            return True
        verbs = list(self.cues.speech.finditer(self.lowered, start, end))
        return not passive.fullmatch(verbs[-1][0])

    def _is_hearsay(self, start: int, end: int) -> bool:
        """True where every verb of speech leaves open whose words these are ("öne sürüldü")."""
        hearsay = self.cues.hearsay
        verbs = self.cues.speech.finditer(self.lowered, start, end)
        return hearsay is not None and all(hearsay.match(verb[0]) for verb in verbs)

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
            n for n in named_speakers(self.text, self.names, start, subject.start) if self._may_be_subject(n)
        ]
        if not (before and self.cues.joined):
            return False
        gap = self.lowered[before[-1].end : subject.start]
        return len(gap) < 50 and "," not in gap and bool(self.cues.joined.match(gap))

    def _opens(self, noun: Mention, start: int) -> bool:
        """True for a role noun that opens the sentence or a part of it: elsewhere it is an object."""
        return noun.start == start or self.lowered[max(start, noun.start - 2) : noun.start] in (", ", "; ")

    def _role_phrase(self, start: int) -> Mention | None:
        """The person whom "Rus lider" or "Bakan" at `start` stands for."""
        return self.offices.bearer(start, self.last)

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

    def _headline_speaker(self, start: int, end: int) -> Mention | None:
        """ "Fidan: ...", and in a heading "Fidan'dan çağrı"."""
        source = self.cues.headline_from if self.heading else None
        for name in self._speakers(start, min(end, start + 60)):
            if self.lowered[name.end : name.end + 1] == ":":
                return name
            if source is not None and source.match(self.lowered, name.end, end):
                return name
        return None
