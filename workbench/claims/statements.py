"""Cuts a sentence into the statements it makes: clauses with something to say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from workbench.claims.attribution_cues import cues
from workbench.claims.clause_patterns import cut_patterns
from workbench.claims.clauses import Anchors, Clause, clauses, finite_verbs, relative_pattern
from workbench.claims.reading import Reading
from workbench.claims.stage_lists import stage_markers
from workbench.claims.triggers import families, main_trigger, triggers
from workbench.languages.loader import Language
from workbench.models import DateSpan

_CLOSED = ("after", "telling")
"""Scenes that take in nothing of what follows."""
_MARKS = (",", ";")
_QUOTED_WORDS = 4
"""Words of a quotation that is a statement, not a word held at a distance."""


def statements(lowered: str, reading: Reading, language: Language) -> list[Clause]:
    """The sentence's statements in order; `lowered` is the whole text in the language's lower case."""
    found: list[Clause] = []
    pending: int | None = None
    for clause in clauses(
        lowered, (reading.start, reading.end), _anchors(lowered, reading, language), language
    ):
        start = clause.start if pending is None else pending
        core = _core(lowered, clause, reading)
        if _says_something(lowered, clause, reading, language):
            if found and pending is None and _same_happening(lowered, found[-1], clause, reading, language):
                found[-1] = Clause(found[-1].start, clause.end, clause.scene)
            else:
                found.append(Clause(start, clause.end, clause.scene, core))
            pending = None
        elif found and pending is None and _takes_in(lowered, found[-1], clause, language):
            found[-1] = Clause(found[-1].start, clause.end, None, found[-1].core)
        else:
            pending = start
    found = _with_verbs(lowered, found, language)
    if pending is None:
        return found
    if found and found[-1].scene not in _CLOSED:
        last = found[-1]
        return [*found[:-1], Clause(last.start, reading.end, last.scene, last.core)]
    return [*found, Clause(pending, reading.end)]


def _core(lowered: str, clause: Clause, reading: Reading) -> tuple[int, int] | None:
    """The clause itself where a mark closes it: what is joined to it later says nothing of how far it got."""
    closed = clause.end == reading.end or lowered[clause.end : clause.end + 1] in _MARKS
    return (clause.start, clause.end) if closed else None


def _with_verbs(lowered: str, found: Sequence[Clause], language: Language) -> list[Clause]:
    """The statements, those that wait for the next one's verb told by it."""
    awaits = cues(language).awaits_verb
    told: list[Clause] = []
    for clause in reversed(found):
        if awaits and told and clause.core and awaits.search(lowered, clause.start, clause.end):
            verb = told[-1].core or (told[-1].start, told[-1].end)
            clause = Clause(clause.start, clause.end, clause.scene, (clause.start, verb[1]))
        told.append(clause)
    return told[::-1]


def _takes_in(lowered: str, before: Clause, clause: Clause, language: Language) -> bool:
    """True where a clause that says nothing by itself goes with the one before it, not with the next."""
    if before.scene in _CLOSED or clause.scene is not None:
        return False
    awaits = cues(language).awaits_verb
    return awaits is None or not awaits.search(lowered, clause.start, clause.end)


def _anchors(lowered: str, reading: Reading, language: Language) -> Anchors:
    dates = [d for d in reading.dates if d not in reading.compared]
    return Anchors(
        dates=[(d.expr_start, d.expr_end) for d in dates],
        values=[*((q.start, q.end) for q in reading.quantities), *((t.start, t.end) for t in reading.times)],
        sources=[
            *((n.start, n.end) for n in reading.names if n.kind in ("organisation", "person")),
            *((n.start, n.end) for n in reading.voices),
        ],
        places=[(n.start, n.end) for n in reading.names if n.kind == "place"],
        ordinals=[(o.start, o.end) for o in reading.ordinals],
        rival_dates=_rivals(dates),
        compared=[(d.expr_start, d.expr_end) for d in reading.compared],
        occasions=reading.occasions,
        quotes=_later_quotes(reading),
        stages=stage_markers(lowered, reading, language),
    )


def _later_quotes(reading: Reading) -> list[int]:
    """Where the second quotation of the sentence opens: it is an answer, or another's words."""
    said = [
        quote.start - 1
        for quote in reading.quotes
        if quote.text.count(" ") >= _QUOTED_WORDS - 1 and reading.start < quote.start < reading.end
    ]
    return said[1:]


def _rivals(dates: Sequence[DateSpan]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Neighbouring dates of different years that do not meet."""
    return [
        ((a.expr_start, a.expr_end), (b.expr_start, b.expr_end))
        for a, b in pairwise(dates)
        if a.start.year != b.start.year and (a.end < b.start or b.end < a.start)
    ]


def _same_happening(
    lowered: str, scene: Clause, clause: Clause, reading: Reading, language: Language
) -> bool:
    """True where a scene ("zirve marjında") frames an event of its own kind: they are one statement."""
    if scene.scene != "during":
        return False
    if reading.quantities_in(scene.start, scene.end) and reading.quantities_in(clause.start, clause.end):
        return False
    framed = main_trigger(triggers(lowered, clause.start, clause.end, language))
    frame = main_trigger(triggers(lowered, scene.start, scene.end, language))
    if framed is None or frame is None or framed.event_type == frame.event_type:
        return True
    if framed.event_type in language.events.following:
        return True
    kinds = families(language)
    repeated = framed.event_type in language.events.generic
    return repeated and kinds[framed.event_type] == kinds[frame.event_type]


def _is_located(clause: Clause, reading: Reading) -> bool:
    """True where the occasion of a saying is a happening with a day, a place or a number of its own."""
    return (
        any(clause.start <= d.expr_start < clause.end for d in reading.dates)
        or any(clause.start <= o.start < clause.end for o in reading.ordinals)
        or any(clause.start <= n.start < clause.end and n.kind == "place" for n in reading.names)
    )


def _is_told(lowered: str, clause: Clause, language: Language) -> bool:
    """True for what is told as another's words: it is not to run into what the speaker goes on to say."""
    patterns = cues(language)
    return any(
        told is not None and told.search(lowered, clause.start, clause.end) is not None
        for told in (patterns.nominalised, patterns.told_in)
    )


def _has_verb(lowered: str, clause: Clause, reading: Reading, language: Language) -> bool:
    """True where a finite verb has a date of its own, or reports what another says: words of their own.

    What a relative clause goes on about is told with it.
    """
    if any(clause.start <= d.expr_start < clause.end for d in reading.dates):
        if not language.speech.finite:
            return _has_own_day(lowered, clause, reading, language)
        followed = relative_pattern(language).match(lowered, clause.end)
        return followed is None and bool(finite_verbs(lowered, clause.start, clause.end, language))
    verb = cues(language).verb.search(lowered, clause.start, clause.end) if language.speech.finite else None
    speakers = (*reading.names, *reading.voices)
    return verb is not None and any(clause.start <= s.start < verb.start() for s in speakers)


def _has_own_day(lowered: str, clause: Clause, reading: Reading, language: Language) -> bool:
    """True where a verb stands between a date of the clause and one of the sentence that it cannot share."""
    ends = cut_patterns(language).ends
    for first, second in pairwise(reading.dates):
        if not any(clause.start <= day.expr_start < clause.end for day in (first, second)):
            continue
        apart = first.end < second.start or second.end < first.start
        if apart and ends.search(lowered, first.expr_end, second.expr_start):
            return True
    return False


def _does_more(lowered: str, clause: Clause, reading: Reading, language: Language) -> bool:
    """True where whoever then spoke is said to have done something else than speak ("... gören Kaya")."""
    if reading.occasions.get(clause.end) != "participle":
        return False
    return any(t.scene is None for t in triggers(lowered, clause.start, clause.end, language))


def _says_something(lowered: str, clause: Clause, reading: Reading, language: Language) -> bool:
    valued = bool(reading.quantities_in(clause.start, clause.end))
    if clause.scene == "telling":
        return valued or _is_located(clause, reading) or _does_more(lowered, clause, reading, language)
    if clause.scene is None:
        return (
            valued
            or bool(triggers(lowered, clause.start, clause.end, language))
            or _is_told(lowered, clause, language)
            or _has_verb(lowered, clause, reading, language)
        )
    dated = any(clause.start <= d.expr_start < clause.end for d in reading.dates)
    named = any(clause.start <= n.start < clause.end for n in reading.names)
    return valued or dated or named
