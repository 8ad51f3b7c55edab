"""Quantities that are no plain number (anniversaries, "none"), and running totals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.claims.numeral import Numeral
from workbench.claims.quantity_clause import Clauses
from workbench.claims.quantity_draft import Draft
from workbench.claims.quantity_reading import Around

_SCOPED = ("noun", "zero", "times", "")
"""Kinds of numbers that can be running totals."""


class Phrases:
    """Reads the phrases of the stretch of text that `clauses` reads."""

    def __init__(self, clauses: Clauses, around: Around) -> None:
        self.clauses, self.low, self.words = clauses, clauses.low, clauses.words
        self.around = around

    def anniversaries(self, numerals: Iterable[Numeral]) -> list[Draft]:
        """Ordinals of anniversaries and birthdays as counts ("33. yıl dönümü": 33 years)."""
        found = []
        for numeral in numerals:
            draft = self.clauses.draft(numeral)
            place = numeral.stop + (self.low[numeral.stop : numeral.stop + 1] == ".")
            hit = self.words.anniversaries.at(self.low, place + 1)
            draft.end = hit.end if hit else place
            draft.unit, draft.counted, draft.kind = hit.name if hit else "year", "anniversary", "anniversary"
            found.append(draft)
        return found

    def zeros(self) -> list[Draft]:
        """Phrases that say there was none ("can kaybı yok")."""
        found = []
        for number, match in self.words.zeros.finditer(self.low, 0, len(self.low)):
            counted = self.words.table.zeros[number].counted
            draft = self.clauses.draft(Numeral(0.0, match.start(), match.end(), match.end(), "", "words", 2))
            draft.unit, draft.counted, draft.kind = self.words.unit_of(counted), counted, "zero"
            draft.qualifier = self.words.table.zeros[number].qualifier
            found.append(draft)
        return found

    def ones(self) -> list[Draft]:
        """One out of several whom something befell ("iki kişiden birinin cesedi"): a part of them."""
        found = []
        for match in self.words.one_of.finditer(self.low):
            first, last = match.span("one")
            draft = self.clauses.draft(Numeral(1.0, first, last, last, "", "words", 1))
            whole = self.words.nouns.at(self.low, match.start("whole"))
            if whole is None or self.words.unit_of(whole.name) != "person":
                continue
            draft.unit, draft.counted, draft.kind, draft.part = "person", whole.name, "noun", True
            draft.general = True
            head = self.words.nouns.at(self.low, last + 1)
            if head is not None and self.words.table.nouns[head.name].head:
                draft.unit, draft.counted, draft.part = head.name, head.name, False
                draft.end, draft.joined = head.end, True
            else:
                self.clauses.outcome(draft, None)
            if draft.joined:
                found.append(draft)
        return found

    def same(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Repetitions of a number that the sentence has given ("aynı sayıda Rus askerini")."""
        found = []
        for match in self.words.same.finditer(self.low):
            if any(d.start < match.end() + 2 and match.start() < d.end for d in drafts):
                continue
            before = [d for d in drafts if d.kind == "noun" and not d.part and d.end <= match.start()]
            if not before or match.start() >= before[-1].sentence[1]:
                continue
            given = before[-1]
            numeral = replace(
                given.numeral, start=match.start(), end=match.end(), stop=match.end(), suffix=""
            )
            draft = self.clauses.draft(numeral)
            self.around.count(draft)
            draft.value, draft.low, draft.high = given.value, given.low, given.high
            draft.modifier, draft.each = given.modifier, given.each
            if draft.bare:
                draft.unit, draft.counted, draft.kind = given.unit, given.counted, given.kind
            self.clauses.finish(draft)
            found.append(draft)
        return found

    def scopes(self, drafts: Iterable[Draft]) -> None:
        """Marks the counts of sentences that speak of a running total.

        Its words bear on what follows them and on their own stretch between commas, where that holds a
        count ("303 dönerken, bugüne dek 1000 kişi"), or else on the whole sentence.
        """
        counts: dict[tuple[int, int], list[Draft]] = {}
        for draft in drafts:
            if draft.kind in _SCOPED and not draft.part:
                counts.setdefault(draft.sentence, []).append(draft)
        for (first, last), several in counts.items():
            said = self.words.running.search(self.low, first, last)
            if said is None:
                continue
            begins = self.low.rfind(", ", first, said.start())
            meant = [draft for draft in several if draft.start > begins]
            for draft in meant or several:
                draft.running = True
