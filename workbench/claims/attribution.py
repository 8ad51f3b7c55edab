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
from workbench.claims.attribution_sayings import Sayings
from workbench.claims.attribution_verb_first import Frame, VerbFirst
from workbench.claims.attribution_verb_last import Subjects, VerbLast
from workbench.languages.loader import Language
from workbench.models import Mention

__all__ = ["Attribution", "cues"]

_BEFORE = 120
"""Code points before a clause in which the subject of its nominalised verb may stand."""
_BEYOND = 80
"""Code points behind a stretch up to which words that cite in it may stand."""
_OPENING = 40
"""Code points of a sentence within which a person is its subject, his offices before him."""
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
        self.subjects = Subjects(lowered, self.cues)
        self.sayings = Sayings(text, lowered, self.cues)
        self.verb_last = VerbLast(text, lowered, names, self.cues, self.offices)
        self.verb_first = VerbFirst(text, lowered, self.cues, self.offices)
        self.named: Mention | None = None
        """Whom a sentence was last about, its speaker or its subject: "he" takes it up."""
        self.frames: list[Frame] = []
        """The reporting verbs of the sentence at hand with their subjects, in a language of that order."""
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
        if self.cues.contrast is None or not self.cues.speech.may_stand_in(self.lowered, start, end):
            return None
        contrasted = [name for name in self.speakers(start, end) if self.subjects.contrasts(name)]
        return next((n for n in contrasted if self.cues.speech.search(self.lowered, n.end, end)), None)

    def _cited(self, start: int, end: int) -> list[Mention]:
        found: list[Mention] = []
        cues = self.cues
        # Where none of the words that cite stands, nobody need be looked for.
        if not cues.cites.may_stand_in(self.lowered, start, end + _BEYOND):
            return found
        for name in self.speakers(start, end):
            after = cues.after.match(self.lowered, name.end)
            before = self.lowered[max(start, name.start - 40) : name.start]
            if (after and after.end() <= end) or (cues.before and cues.before.search(before)):
                found.append(name)
        return found

    def inner(self, start: int, end: int) -> Mention | None:
        """The subject of a reporting verb made a noun: whom the sentence's own speaker quotes."""
        nested = [f.speaker for f in self.frames[1:] if f.begins is None and start <= f.verb < end]
        if nested:
            return nested[-1]
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

        A sentence has two where one speaks in a clause before it ("... dilerken Kaya ...") or against it.
        """
        if self.language.speech.verb_first:
            speaker = self.sentence(start, end)
            against = [frame for frame in self.frames[1:] if frame.begins is not None]
            voices = [speaker, *(frame.speaker for frame in against)]
            if against:
                self.last = against[-1].speaker
            bounds = [*(frame.begins for frame in against if frame.begins is not None), end]
            return list(zip(bounds, voices, strict=True))
        if self._is_silent(start, end):
            self._forget()
            self.body = None
            return [(end, None)]
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
                and not self.has_subject(begin, at)
            )
            turns.append((at, turns[-1][1] if goes_on else self.sentence(begin, at)))
            begin = at + 1 + (self.lowered[at : at + 1] == ",")
        return turns

    def _is_silent(self, start: int, end: int) -> bool:
        """True where no word stands that tells of a saying, in a language that sets it behind its subject."""
        cues, low = self.cues, self.lowered
        if self.heading or cues.speech.may_stand_in(low, start, end) or low.find(":", start, end + 1) >= 0:
            return False
        told = any(one and one.may_stand_in(low, start, end) for one in (cues.informs, cues.reported))
        return not (told or cues.cites.may_stand_in(low, start, end + _BEYOND))

    def _forget(self) -> None:
        """Forgets what was found in the sentence before."""
        self._able, self.frames, self.reads_out = {}, [], False

    def has_subject(self, start: int, end: int) -> bool:
        """True where someone stands in text[start:end] in the form of a subject."""
        return any(self.subjects.may_be(name) for name in self.speakers(start, end))

    def sentence(self, start: int, end: int) -> Mention | None:
        """Who says the sentence text[start:end], or None where the article itself does."""
        self._forget()
        found = self._subject(start, end)
        if self.language.speech.verb_first:
            self._remember(found, start, end)
        if found is not None and self.sayings.says_nothing(start, end):
            self.last, self.body = found, None
            return None
        if found is None and not self._informs(start, end):
            self.body = None
        elif found is not None:
            self.body = None if found.kind == "person" else found
            self.last = found
        return found

    def _remember(self, speaker: Mention | None, start: int, end: int) -> None:
        """Keeps whom the sentence is about: its speaker, or a person who opens it."""
        people = [n for n in self._names(start, end) if n.kind == "person" and n.end <= end]
        if speaker is not None:
            self.named = speaker
        elif people and people[0].start - start <= _OPENING and self.subjects.may_be(people[0]):
            self.named = people[0]

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

    def speakers(self, start: int, end: int) -> list[Mention]:
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
            self.reads_out = says and not self.sayings.is_active(start, end)
            return cited[0]
        if not says:
            reported = self.cues.reported is not None and self.cues.reported.search(self.lowered, start, end)
            goes_on = self.last if reported else self._goes_on_quoting(start, end)
            return self._headline_speaker(start, end) or goes_on
        if not self.sayings.is_active(start, end):
            body = self.body or (self.last if self.sayings.reads_on(start) else None)
            self.reads_out = body is not None and not self.sayings.is_hearsay(start, end)
            return body if self.reads_out else None
        by_participle = self._behind_participle(start, end)
        if by_participle is not None:
            return by_participle
        subjects = [n for n in self.speakers(start, end) if self.subjects.may_be(n)]
        if self.language.speech.verb_first:
            return self._reporter(subjects, start, end)
        return self.verb_last.subject(subjects, self._names(start, end), start, end, self.last)

    def _reporter(self, subjects: list[Mention], start: int, end: int) -> Mention | None:
        """The subject of the first reporting verb; a state may be it beside others that are named."""
        taken = {name.start for name in subjects}
        states = [n for n in self._names(start, end) if n.kind == "state" and n.start not in taken]
        able = sorted(
            [*subjects, *(n for n in states if n.end <= end and self.subjects.may_be(n))], key=start_of
        )
        quoted = quotations(self.text, start, end)
        self.frames = self.verb_first.frames(able, start, end, self.named or self.last, quoted)
        return self.frames[0].speaker if self.frames else self._goes_on_quoting(start, end)

    def _goes_on_quoting(self, start: int, end: int) -> Mention | None:
        """The last speaker, where the stretch is a quotation and nothing else."""
        if not self.language.speech.verb_first or self.last is None:
            return None
        quoted = quotations(self.text, start, end)
        return self.last if quoted and quoted[0].start <= start + 1 and quoted[-1].end >= end - 2 else None

    def _behind_participle(self, start: int, end: int) -> Mention | None:
        if not self.cues.participle:
            return None
        for match in self.cues.participle.finditer(self.lowered, start, end):
            phrase = self.offices.bearer(match.end() + 1, self.last)
            if phrase is not None:
                return phrase
            near = [
                n for n in self.speakers(match.end(), min(end, match.end() + 70)) if self.subjects.may_be(n)
            ]
            if near and "," not in self.lowered[match.end() : near[0].start]:
                return near[0]
        return None

    def _headline_speaker(self, start: int, end: int) -> Mention | None:
        """ "Fidan: ...", and in a heading "Fidan'dan çağrı"."""
        source = self.cues.headline_from if self.heading else None
        if source is None and self.lowered.find(":", start, end + 1) < 0:
            return None
        for name in self.speakers(start, min(end, start + 60)):
            if self.lowered[name.end : name.end + 1] == ":":
                return name
            if source is not None and source.match(self.lowered, name.end, end):
                return name
        return None
