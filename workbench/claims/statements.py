"""Cuts a sentence into the statements it makes: clauses with something to say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from workbench.claims.attribution_cues import cues
from workbench.claims.clauses import Anchors, Clause, clauses
from workbench.claims.reading import Reading
from workbench.claims.triggers import families, main_trigger, triggers
from workbench.languages.loader import Language
from workbench.models import DateSpan

_CLOSED = ("after", "telling")
"""Scenes that take in nothing of what follows."""


def statements(lowered: str, reading: Reading, language: Language) -> list[Clause]:
    """The sentence's statements in order; `lowered` is the whole text in the language's lower case."""
    found: list[Clause] = []
    pending: int | None = None
    for clause in clauses(lowered, (reading.start, reading.end), _anchors(reading), language):
        start = clause.start if pending is None else pending
        if _says_something(lowered, clause, reading, language):
            if found and pending is None and _same_happening(lowered, found[-1], clause, reading, language):
                found[-1] = Clause(found[-1].start, clause.end, clause.scene)
            else:
                found.append(Clause(start, clause.end, clause.scene))
            pending = None
        elif found and pending is None and found[-1].scene not in _CLOSED and clause.scene is None:
            found[-1] = Clause(found[-1].start, clause.end)
        else:
            pending = start
    if pending is None:
        return found
    if found and found[-1].scene not in _CLOSED:
        return [*found[:-1], Clause(found[-1].start, reading.end, found[-1].scene)]
    return [*found, Clause(pending, reading.end)]


def _anchors(reading: Reading) -> Anchors:
    return Anchors(
        dates=[(d.expr_start, d.expr_end) for d in reading.dates],
        values=[*((q.start, q.end) for q in reading.quantities), *((t.start, t.end) for t in reading.times)],
        sources=[
            *((n.start, n.end) for n in reading.names if n.kind in ("organisation", "person")),
            *((n.start, n.end) for n in reading.voices),
        ],
        places=[(n.start, n.end) for n in reading.names if n.kind == "place"],
        ordinals=[(o.start, o.end) for o in reading.ordinals],
        rival_dates=_rivals(reading.dates),
        occasions=reading.occasions,
    )


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


def _quotes_another(lowered: str, clause: Clause, language: Language) -> bool:
    """True for what the speaker says that another said: it is not to run into his own words."""
    told = cues(language).nominalised
    return told is not None and told.search(lowered, clause.start, clause.end) is not None


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
            or _quotes_another(lowered, clause, language)
        )
    dated = any(clause.start <= d.expr_start < clause.end for d in reading.dates)
    named = any(clause.start <= n.start < clause.end for n in reading.names)
    return valued or dated or named
