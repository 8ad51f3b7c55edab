"""Reads one block: sentences, their statements, and the claim that each statement makes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from workbench.claims.aspects import aspects
from workbench.claims.attribution import Attribution, cues
from workbench.claims.attribution_nouns import speaker_nouns
from workbench.claims.attribution_passages import Passages
from workbench.claims.attribution_quotes import quotations, regions
from workbench.claims.attribution_scope import Scope
from workbench.claims.attribution_voices import Voices
from workbench.claims.carrying import completed
from workbench.claims.clause_days import ClauseDays, Told
from workbench.claims.clauses import Clause
from workbench.claims.dates import DateContext
from workbench.claims.dates_context import Tense
from workbench.claims.dating import Dating, distribute, nouns_days
from workbench.claims.itineraries import stops
from workbench.claims.lemmas import lemmas
from workbench.claims.narrative import Narrative
from workbench.claims.reading import Reading, read_sentence
from workbench.claims.scanning import MarkedText
from workbench.claims.statements import statements
from workbench.claims.triggers import (
    Trigger,
    lasts,
    main_trigger,
    modality,
    scene_type,
    speaks_of_aftershock,
    triggers,
    turns,
)
from workbench.claims.whereabouts import only_speaks, participants_named, place_named
from workbench.languages.loader import Language
from workbench.models import AHEAD, Block, Claim, DateSpan, Mention, Quote, Source

_SCENE_END = 30
"""Code points before a scene's end within which the noun that names it stands."""
_AROUND = 4000
"""Code points of a block in which words tell a month from the noun it looks like."""
_EARLIER = 40
"""Names before a block among which a role phrase ("Rus lider") finds its bearer."""
_STOPS = frozenset(".!?…:;")
_CLOSING = "\"'”’»)]"


class Draft(msgspec.Struct, frozen=True, gc=False):
    """A claim before it has an id."""

    claim: Claim


class BlockReader:
    """Reads the blocks of one source in order; remembers what a section is about."""

    def __init__(
        self, source: Source, lowered: MarkedText, names: Sequence[Mention], language: Language
    ) -> None:
        self.source = source
        self.text = source.text
        self.lowered = lowered
        self.names = names
        self.starts = [name.start for name in names]
        self.language = language
        self.dating = Dating(source, lowered, language)
        self.narrative = Narrative(source.published.best if source.published else None)
        self.days = ClauseDays(self.dating, self.narrative, lowered, language)
        self.previous_date: DateSpan | None = None
        self.last_speaker: Mention | None = None
        self.body: Mention | None = None
        self.passages = Passages(self.text, lowered, source.blocks, cues(language))
        self.readings: list[Reading] = []
        """Every sentence read so far."""

    def new_section(self) -> None:
        """Forgets the topic: a date heading begins something else."""
        self.narrative.new_section()
        self.last_speaker = self.body = None

    def read(self, block: Block) -> list[Draft]:
        """The claims of one title, heading or paragraph."""
        self.previous_date = None
        self.narrative.new_passage()
        self.dating.begin(block)
        self.passages.begin(block)
        quotes = quotations(self.text, block.start, block.end)
        names = self._names(block.start, block.end)
        outside = [
            n
            for n in names
            if not any(q.start <= n.start < q.end for q in quotes) and self.passages.quote_at(n.start) is None
        ]
        at = bisect_left(self.starts, block.start)
        earlier = self.names[max(0, at - _EARLIER) : at]
        attribution = Attribution(self.text, self.lowered, outside or names, self.language, earlier)
        scope = Scope(self.text, self.lowered, quotes, attribution.cues)
        attribution.heading = block.kind != "paragraph"
        if not attribution.heading:
            attribution.last, attribution.body = self.last_speaker, self.body
        drafts: list[Draft] = []
        spans = self.dating.sentences(block)
        alone = {start: low for start, _, low in spans}
        for region in regions([(start, end) for start, end, _ in spans], quotes):
            begin, stop = region[0][0], region[-1][1]
            holder = self.passages.holder(begin, stop, attribution)
            voices = Voices(attribution, scope, begin, stop, holder)
            self.passages.read(begin, stop, voices.speaker(begin), attribution)
            for start, end in region:
                reading = self._reading(start, end, alone[start], block, voices, quotes)
                drafts += self._claims(reading, block, voices)
        self.last_speaker, self.body = attribution.last, attribution.body
        return drafts

    def _names(self, start: int, end: int) -> list[Mention]:
        return list(self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)])

    def _reading(
        self, start: int, end: int, low: str, block: Block, voices: Voices, quotes: Sequence[Quote]
    ) -> Reading:
        ahead = modality(self.lowered, start, end, self.language) in AHEAD
        context = DateContext(
            published=self.source.published,
            heading=block.date,
            tense="future" if ahead else self._told_tense(start, end),
            previous=self.previous_date,
            told=self.narrative.told,
            span=self.narrative.span,
            around=self.text[block.start : min(block.end, block.start + _AROUND)],
        )
        names = self._names(start, end)
        nouns = speaker_nouns(self.text, self.lowered, start, end, self.language, names)
        speaker, told = voices.speaker(start), voices.occasions
        reading = read_sentence(
            self.text, start, end, self.language, context, speaker, names, quotes, nouns, told, low
        )
        told_of = [d for d in reading.dates if d not in reading.compared]
        if told_of:
            self.previous_date = told_of[-1]
        self.readings.append(reading)
        return reading

    def _told_tense(self, start: int, end: int) -> Tense | None:
        """The past in which articles tell; none for a headline or a scrap of text: it may look either way."""
        return "past" if self.text[max(start, end - 4) : end].rstrip(_CLOSING)[-1:] in _STOPS else None

    def _claims(self, reading: Reading, block: Block, voices: Voices) -> list[Draft]:
        shared = main_trigger(triggers(self.lowered, reading.start, reading.end, self.language))
        drafts: list[Draft] = []
        for clause in statements(self.lowered, reading, self.language):
            claim = self._claim(clause, reading, block, voices, shared, drafts)
            if block.kind != "paragraph" and claim.continues and not claim.quantities:
                continue
            whole = completed(claim, [draft.claim for draft in drafts], self.language)
            # One of a series is one event, however many days it took ("the first round, on May 2 and 3").
            goes_on = lasts(self.lowered, whole.start, whole.end, self.language) or any(
                o.of for o in whole.ordinals
            )
            told = stops(whole, self.lowered, reading.compared, self.language)
            if len(told) == 1:
                told = distribute(whole, self.text, reading.compared, goes_on)
            drafts += map(Draft, told)
            back = self.dating.looks_further_back(clause)
            if len(told) == 1:
                self.narrative.tells(told[0], back)
            opens = not claim.continues or self.narrative.topic is None
            if opens and clause.scene != "after" and claim.event_type != "aftershock":
                self.narrative.opens(drafts[-1].claim, back)
        return drafts

    def _claim(
        self,
        clause: Clause,
        reading: Reading,
        block: Block,
        voices: Voices,
        shared: Trigger | None,
        earlier: Sequence[Draft],
    ) -> Claim:
        start, end = clause.start, clause.end
        found = self._triggers(clause)
        own = main_trigger(found)
        trigger = own or (shared if reading.quantities_in(start, end) else None)
        turned = trigger is None and turns(self.lowered, start, end, self.language)
        if turned:
            self.narrative.topic = None
        names = [n for n in reading.names if start <= n.start and n.end <= end]
        self.narrative.mentions(nouns_days(found, reading.dates, self.language))
        dates = [d for d in reading.dates if start <= d.expr_start < end]
        speaker = self._speaker(clause, reading, names, voices)
        how = modality(self.lowered, *(clause.core or (start, end)), self.language)
        told = Told(clause, reading, block, own, trigger, how, earlier[-1].claim if earlier else None)
        day = self.days.of(told, dates)
        counted = self.dating.counted_up_to(day, (reading.start, reading.end))
        return Claim(
            id="",
            source=self.source.id,
            start=start,
            end=end,
            text=self.text[start:end],
            speaker=speaker.canonical if speaker else None,
            event_type=self._event_type(trigger, clause, reading, speaker),
            modality=how,
            date=day,
            dates=tuple(dict.fromkeys(d for d in (day, *dates, block.date) if d is not None)),
            times=tuple(t for t in reading.times if start <= t.start < end),
            place=place_named(names),
            participants=participants_named(
                names, speaker if only_speaks(self.lowered, clause, speaker, self.language) else None
            ),
            quantities=tuple(q for q in reading.quantities_in(start, end) if q.end <= end),
            ordinals=told.ordinals,
            mentions=tuple(names),
            quotes=tuple(q for q in reading.quotes if q.start < end and start < q.end),
            lemmas=lemmas(self.lowered, start, end, names, self.language),
            context_start=reading.start,
            context_end=reading.end,
            heading=block.kind != "paragraph",
            continues=trigger is None and not turned,
            aspects=aspects(self.lowered, start, end, names, self.language)
            + self._circumstances(clause, block, scene_type(found, trigger))
            + ((f"as_of={counted.isoformat()}",) if counted else ()),
        )

    def _triggers(self, clause: Clause) -> list[Trigger]:
        """The event words of a clause; of a scene those that name it, whatever else the stretch mentions."""
        found = triggers(self.lowered, clause.start, clause.end, self.language)
        if not clause.scene:
            return found
        return [t for t in found if t.scene == clause.scene and t.end >= clause.end - _SCENE_END] or found

    def _speaker(
        self, clause: Clause, reading: Reading, names: Sequence[Mention], voices: Voices
    ) -> Mention | None:
        """Whose words the clause is, or None where they are the article's own."""
        if voices.is_narrated(clause):
            return None
        measurer = self._measurer(names, reading, clause.start, clause.end)
        return voices.quoted(clause) or measurer or voices.speaker(clause.start)

    def _measurer(self, names: Sequence[Mention], reading: Reading, start: int, end: int) -> Mention | None:
        """The organisation at the head of one of several coordinated figures ("AFAD 7,72, Kandilli 13,7")."""
        figures = reading.quantities_in(start, end)
        said_here = reading.speaker is not None and start <= reading.speaker.start < end
        if not figures or reading.speaker is None or said_here or reading.speaker.kind != "organisation":
            return None
        before = [n for n in names if n.kind == "organisation" and n.end <= figures[0].start]
        return before[0] if before else None

    def _event_type(
        self, trigger: Trigger | None, clause: Clause, reading: Reading, speaker: Mention | None
    ) -> str:
        """The trigger's type, else the topic's; an aftershock is an event of its own where it is measured."""
        vague = "statement" if speaker else "other"
        topic = self.narrative.topic
        kind = trigger.event_type if trigger else topic.event_type if topic else vague
        if kind != "earthquake":
            return kind
        measured = any(q.unit == "magnitude" for q in reading.quantities_in(clause.start, clause.end))
        smaller = measured and speaks_of_aftershock(self.lowered, clause.start, clause.end, self.language)
        return "aftershock" if smaller else kind

    def _circumstances(self, clause: Clause, block: Block, within: str | None) -> tuple[str, ...]:
        """Whether it sets or names a scene, opens a paragraph or looks back, and the day it was told."""
        found = [f"scene={clause.scene}"] if clause.scene else [f"within={within}"] if within else []
        if clause.start == block.start:
            found.append("opens=paragraph")
        if self.dating.looks_further_back(clause):
            found.append("tense=pluperfect")
        told = self.dating.told(clause, block)
        return (*found, f"told={told.isoformat()}") if told else tuple(found)
