"""The subjects of reporting verbs where the verb stands beside its subject ("Lavrov said", "said Lavrov").

A sentence may hold several: one behind another ("police said the mayor had told them ...", where the
mayor's are the words), or one against another ("A said 40, but B put it at 30").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.claims.attribution_cues import Cues
from workbench.claims.attribution_names import NAME_BEFORE, start_of
from workbench.claims.attribution_offices import Offices
from workbench.models import Mention, Quote

_REACH = 120
"""Code points before a verb in which its subject may stand."""
_NEAR = 40
_ALONE = 2
"""Words right before a verb that are auxiliaries and adverbs."""
_STOP = re.compile(r"[.;:](?=\s|$)")
_ASIDE = re.compile(r",[^,]*,")
_NAME = re.compile(r"(?<![\w'’-])[^\W\d_a-z][\w-]*(?:['’][^\W\d_a-z]\w*)?$")
_OPENS = re.compile(r"(?:^|[.!?:\"“”\n]\s*)$")


@dataclass(frozen=True, slots=True)
class Frame:
    """A reporting verb with whose words it reports.

    `begins` is where the clause of the frame starts that is set against the one before it, else None.
    """

    speaker: Mention
    verb: int
    begins: int | None = None


class VerbFirst:
    """Finds whom the reporting verbs of one block's sentences have as their subject."""

    def __init__(self, text: str, lowered: str, cues: Cues, offices: Offices) -> None:
        self.text = text
        self.lowered = lowered
        self.cues = cues
        self.offices = offices

    def frames(
        self,
        subjects: Sequence[Mention],
        start: int,
        end: int,
        last: Mention | None,
        quotes: Sequence[Quote] = (),
    ) -> list[Frame]:
        """The frames of text[start:end] in order; `subjects` are in order too, `last` spoke before.

        Verbs inside `quotes` report what others say, and count for nothing here.
        """
        found: list[Frame] = []
        for verb in self.cues.speech.finditer(self.lowered, start, end):
            if any(quote.start <= verb.start() < quote.end for quote in quotes):
                continue
            speaker = self._speaker(subjects, start, verb, last, found)
            if speaker is not None:
                begins = self._begins(speaker, found[-1].verb if found else verb.end())
                found.append(Frame(speaker, verb.start(), begins))
        return found

    def _speaker(
        self,
        subjects: Sequence[Mention],
        start: int,
        verb: re.Match[str],
        last: Mention | None,
        found: Sequence[Frame],
    ) -> Mention | None:
        begin = found[-1].verb if found else start
        before = self._before(subjects, begin, verb.start(), strict=bool(found))
        stood_for = self._stood_for(begin, verb, last)
        if before is None:
            return stood_for or self._after(subjects, verb) or self._unknown(begin, verb.start())
        # "The mayor" is whoever was named as the mayor before.
        return stood_for if stood_for is not None and before.kind == "other" else before

    def _before(self, subjects: Sequence[Mention], start: int, verb: int, *, strict: bool) -> Mention | None:
        """The nearest subject before a verb, with no comma or a closed pair between.

        A name that only belongs to another ("an analyst of ING") gives way to that one. A second verb's
        subject has no verb in between.
        """
        first = bisect_left(subjects, max(start, verb - _REACH), key=start_of)
        attached: Mention | None = None
        for name in reversed(subjects[first : bisect_left(subjects, verb, key=start_of)]):
            between = self.lowered[name.end : verb]
            set_off = between == ", " and self.lowered[max(start, name.start - 2) : name.start] == ", "
            if (between.count(",") not in (0, 2) and not set_off) or _STOP.search(between):
                continue
            if strict and self._holds_verb(_ASIDE.sub("", between)):
                continue
            if name.kind == "state" and len(between) > _NEAR:
                continue
            if not self._is_attached(start, name):
                return name
            attached = attached or name
        return attached

    def _holds_verb(self, between: str) -> bool:
        """True where a verb of its own, no mere auxiliary, stands between a subject and a verb."""
        finite = self.cues.finite
        return finite is not None and len(between.split()) > _ALONE and finite.search(between) is not None

    def _is_attached(self, start: int, name: Mention) -> bool:
        before = self.lowered[max(start, name.start - _NEAR) : name.start]
        return self.cues.attached is not None and self.cues.attached.search(before) is not None

    def _after(self, subjects: Sequence[Mention], verb: re.Match[str]) -> Mention | None:
        """The subject right behind the verb, its offices between ("said Health Minister X")."""
        at = bisect_left(subjects, verb.end(), key=start_of)
        if at == len(subjects) or subjects[at].start - verb.end() > _NEAR:
            return None
        between = self.cues.verb_then_subject.fullmatch(self.lowered, verb.end(), subjects[at].start)
        return subjects[at] if between else None

    def _stood_for(self, start: int, verb: re.Match[str], last: Mention | None) -> Mention | None:
        """Whom a pronoun or a word of office stands for that is the verb's subject."""
        near = max(start, verb.start() - _NEAR)
        before = self.cues.pronoun_before.search(self.lowered[near : verb.start()])
        if last is not None and last.kind in ("organisation", "other") and self._is_body(near, verb, last):
            return last
        if before:
            return self.offices.bearer(near + before.start(), last) or self._unnamed(before[0], last)
        after = self.lowered[verb.end() : verb.end() + 20]
        return last if self.cues.pronoun.match(after.lstrip()) else None

    def _is_body(self, near: int, verb: re.Match[str], last: Mention) -> bool:
        """True where "it" or the last word of its name stands for a body right before a verb."""
        body = self.cues.definite.search(self.lowered[near : verb.start()])
        return body is not None and (body["it"] or body["noun"]) in (
            body["it"],
            self.lowered[last.start : last.end].split()[-1],
        )

    def _unnamed(self, words: str, last: Mention | None) -> Mention | None:
        """Who spoke last, a body too, where a plain pronoun takes it up ("it said")."""
        return last if words.split()[0] in self.cues.plain_pronouns else None

    def _unknown(self, start: int, verb: int) -> Mention | None:
        """A capitalised word right before the verb that no table knows ("the smelter Nordmet said")."""
        near = max(start, verb - _NEAR)
        stretch = self.text[near:verb].rstrip()
        match = _NAME.search(stretch)
        if match is None or len(stretch) + near < verb - 1:
            return None
        word, begin = match[0], near + match.start()
        run = NAME_BEFORE.search(self.text, max(start, begin - _NEAR), begin)
        if run is not None and not self.cues.is_no_name(run[0].split()[0]):
            begin = run.start()
        opens = _OPENS.search(self.text, max(0, near + match.start() - 3), near + match.start()) is not None
        if self.cues.is_no_name(word) or (opens and word.endswith("s")):
            return None
        words = self.text[begin : near + match.end()]
        return Mention(words, begin, near + match.end(), "other", words)

    def _begins(self, speaker: Mention, since: int) -> int | None:
        """Where the conjunction stands that sets the speaker's clause against what stands before it."""
        if self.cues.against is None or speaker.start < since:
            return None
        near = max(since, speaker.start - 2 * _NEAR)
        match = self.cues.against.search(self.lowered[near : speaker.start])
        return near + match.start() if match else None
