"""Bodies the pack does not know by name: capitalised words that end in what kind of body it is.

"Maden İşçileri Sendikası", "the National Union of Miners"; an abbreviation in brackets behind one names
it from then on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Literal

from workbench.claims.names_gazetteer import gazetteer
from workbench.claims.names_index import Index, index
from workbench.claims.names_runs import UPPER, Run
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import NEVER
from workbench.models import Mention

Head = Literal["body", "state's", "land"]
_MOST = 8
"""Words of a body's name at most."""
_NUMBERED = re.compile(r" \d{1,3}\. ")
"""What stands before a numbered court or unit ("Bursa 2. Ağır Ceza Mahkemesi")."""
_BRACKET = re.compile(rf"(?:['’]\w{{1,6}})? \(({UPPER}[\w.-]{{1,10}})\)")


@cache
def _heads(language: Language) -> Index[Head]:
    """The words that end the name of a body or of a river, sea or mountain."""
    names = language.names
    groups: list[tuple[Head, list[str]]] = [
        ("body", names.body_heads),
        ("state's", names.state_bodies),
        ("land", names.land_heads),
    ]
    entries = {language.lower(head): kind for kind, heads in groups for head in heads}
    return index(entries.items(), language.core.noun_suffix, inflected=True)


@cache
def _joins(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What joins words inside a body's name, and what joins its head to the words behind it."""
    names = language.names
    return re.compile(names.body_joins or NEVER), re.compile(names.body_of or NEVER)


@cache
def _openers(language: Language) -> frozenset[str]:
    names = language.names
    return frozenset(map(language.lower, [*names.not_names, *names.roles, *language.core.stop_words]))


@cache
def _plain_bodies(language: Language) -> frozenset[str]:
    return frozenset(map(language.lower, language.names.plain_bodies))


@cache
def _sited(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Heads of bodies that are places as well, and the case that makes them one."""
    names = language.names
    return re.compile(language.any_inflected(names.landmark_words)), re.compile(
        rf"['’](?:{names.at_place or NEVER})(?!\w)"
    )


def abbreviations(names: Sequence[Mention], language: Language) -> dict[str, str]:
    """The abbreviations that a text gives its bodies, to the bodies' names."""
    known = gazetteer(language)
    return {
        name.text: name.canonical
        for name in reversed(names)
        if name.kind == "organisation"
        and name.text.isupper()
        and " " not in name.text
        and name.canonical != name.text
        and language.lower(name.text) not in known
    }


class Bodies:
    """Finds the bodies of one block."""

    def __init__(self, text: str, lowered: str, language: Language, known: Sequence[Mention]) -> None:
        """`known` are the names that tables give, institutions with their owners among them."""
        self.text, self.lowered, self.language = text, lowered, language
        self.known = {m.start: m for m in sorted(known, key=lambda m: m.end)}
        self.ends = {m.end: m for m in sorted(known, key=lambda m: -m.start)}
        self.people = {at for m in known if m.kind == "person" for at in range(m.start, m.end)}

    def find(self, found: Sequence[Run]) -> list[Mention]:
        """The bodies and the abbreviations that the block gives them, in any order."""
        bodies: list[Mention] = []
        for at, run in enumerate(found):
            first = 0
            for place, (start, end) in enumerate(run.words):
                # A legal form is one word with its full stops, and a phrase to the index ("A.Ş.").
                first_letters = self.lowered.find(".", start, end)
                word_end = end if first_letters < 0 else first_letters
                hit = _heads(self.language).at(self.lowered, start, word_end)
                if hit is None:
                    continue
                words = [*(self._joined(found, at) if first == 0 else ()), *run.words[first : place + 1]]
                closes = place + 1 == len(run.words)
                body = self._body(words[-_MOST:], *hit, found[at + 1 : at + 2] if closes else ())
                bodies += [self._spelt_out(body)] if body else []
                first = place + 1
        named = [*bodies, *(m for m in self.known.values() if m.kind == "organisation")]
        return bodies + self._abbreviations(named)

    def _spelt_out(self, body: Mention) -> Mention:
        """The body under its known name, where the brackets behind it give that."""
        match = _BRACKET.match(self.text, body.end)
        entry = gazetteer(self.language).get(self.language.lower(match[1])) if match else None
        return replace(body, canonical=entry[1]) if entry and entry[0] == "organisation" else body

    def _joined(self, found: Sequence[Run], at: int) -> tuple[tuple[int, int], ...]:
        """The words of the run before that an "and" joins to this one, unless they are a name alone."""
        before, start = (found[at - 1].end, found[at].start) if at else (0, 0)
        gap = self.lowered[before:start]
        words = found[at - 1].words if at else ()
        if _NUMBERED.fullmatch(gap):
            return words[-3:]
        if not _joins(self.language)[0].fullmatch(self.lowered, before, start):
            return ()
        if gap.startswith("'"):
            return () if words[-1][1] in self.ends else words
        names = any(start in self.known or end in self.ends for start, end in words)
        headed = any(_heads(self.language).at(self.lowered, *word) for word in words)
        return () if names or headed or len(words) > 3 else words

    def _body(
        self, words: list[tuple[int, int]], stop: int, kind: Head, after: Sequence[Run]
    ) -> Mention | None:
        head = words[-1]
        while words and self._is_no_part(*words[0]):
            words = words[1:]
        start, stop = (words or [head])[0][0], self._abbreviated(stop)
        behind = self._of(stop, after) if kind != "land" else 0
        if len(words) < 2 and not behind:
            return None
        ends_here = self.ends.get(stop)
        owned = any(end in self.ends for _, end in words[:-1])
        if ends_here and (ends_here.kind != "organisation" or ends_here.start <= start or not owned):
            return None
        stop = behind or stop
        name = self.text[start:stop]
        canonical, owner = name, self.known.get(start)
        if self.lowered[start:stop] in _plain_bodies(self.language):
            return None
        if kind == "state's" and owner and owner.kind == "state" and owner.end < stop:
            canonical = f"{owner.canonical} {self.text[owner.end : stop].strip()}"
        landmark, at_place = _sited(self.language)
        is_place = kind == "land" or (
            landmark.match(self.lowered, head[0]) and at_place.match(self.lowered, stop)
        )
        return Mention(name, start, stop, "place" if is_place else "organisation", canonical)

    def _is_no_part(self, start: int, end: int) -> bool:
        """True for a word that opens a sentence or is somebody's name; a people's adjective is a part."""
        opener = self.lowered[start:end] in _openers(self.language)
        return start in self.people or (opener and start not in self.known)

    def _abbreviated(self, stop: int) -> int:
        """The end with the full stop of a legal form ("Ltd.")."""
        word = re.search(r"\w+$", self.text[max(0, stop - 8) : stop])
        dotted = word is not None and f"{word[0]}." in self.language.core.abbreviations
        return stop + 1 if dotted and self.text[stop : stop + 1] == "." else stop

    def _of(self, stop: int, after: Sequence[Run]) -> int:
        """Where the words behind the head end that say what it is of ("Ministry of Health"), or 0."""
        gap = _joins(self.language)[1].match(self.lowered, stop)
        if not (gap and after and after[0].start == gap.end()):
            return 0
        return after[0].words[:3][-1][1]

    def _abbreviations(self, named: Sequence[Mention]) -> list[Mention]:
        """The abbreviations in brackets behind a body's name, and wherever the block has them again."""
        found: list[Mention] = []
        for body in named:
            match = _BRACKET.match(self.text, body.end)
            if match is None or self.language.lower(match[1]) in gazetteer(self.language):
                continue
            if match[1][0] in body.text and sum(map(str.isupper, match[1])) > 1:
                spans = re.finditer(rf"(?<!\w){re.escape(match[1])}(?!\w)", self.text)
                found += [Mention(match[1], *m.span(), "organisation", body.canonical) for m in spans]
        return found
