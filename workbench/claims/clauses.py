"""Cuts a sentence into clauses: the stretches that speak of one event each.

Cuts fall behind converbs, nominalised and finite verbs before a comma, a reporting participle with its
speaker, an event noun that only sets the scene, and between coordinated statements with dates of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from workbench.claims.clause_patterns import cut_patterns
from workbench.claims.stage_lists import stage_cuts
from workbench.claims.triggers import SceneReference, scene_references, triggers
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of

_MARKS = (",", ";")
_FIRST = re.compile(r"[^\s,;]*")


class Clause(msgspec.Struct, frozen=True, gc=False):
    """One clause. `scene` is set where it only sets the scene of what follows."""

    start: int
    end: int
    scene: str | None = None
    core: tuple[int, int] | None = None
    """The stretch that tells how far it got, where what says nothing by itself was joined to it."""


class Anchors(msgspec.Struct, frozen=True, gc=False):
    """Offsets of what may give a coordinated statement a life of its own, each as (start, end).

    `compared` holds the dates that give none: something is only measured against them.
    """

    dates: Sequence[tuple[int, int]]
    values: Sequence[tuple[int, int]]
    sources: Sequence[tuple[int, int]]
    places: Sequence[tuple[int, int]]
    ordinals: Sequence[tuple[int, int]] = ()
    rival_dates: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()
    """Neighbouring dates that cannot be one event's."""
    compared: Sequence[tuple[int, int]] = ()
    occasions: Collection[int] = ()
    """Where what only tells of a saying is over and what is said begins."""
    quotes: Collection[int] = ()
    """Where a sentence's second quotation opens."""
    stages: Sequence[tuple[int, int]] = ()
    """What says which stage of an event is spoken of ("ikinci gün", "the final batch")."""


@cache
def _kept_words(language: Language) -> frozenset[str]:
    return frozenset(language.speech.not_clause_ends)


def _verb_cuts(lowered: str, start: int, end: int, language: Language) -> set[int]:
    patterns = cut_patterns(language)
    cuts, kept = set(), _kept_words(language)
    if patterns.reported:
        cuts |= {match.end() for match in patterns.reported.finditer(lowered, start, end)}
    for match in patterns.ends.finditer(lowered, start, end):
        word = _FIRST.match(match[0].strip(" ,;"))
        if word is None or word[0] not in kept:
            cuts.add(match.end())
    if patterns.starts:
        verbs = finite_verbs(lowered, start, end, language)
        begin = start
        for match in patterns.starts.finditer(lowered, start, end):
            if verbs is None or _inside(verbs, (begin, match.start())):
                begin = match.start() + (1 if match[0].startswith(",") else 0)
                cuts.add(begin)
    return cuts


def finite_verbs(lowered: str, start: int, end: int, language: Language) -> list[tuple[int, int]] | None:
    """The finite verbs of a sentence in order, or None where clauses are not known by them."""
    finite = cut_patterns(language).finite
    return None if finite is None else [verb.span() for verb in finite.finditer(lowered, start, end)]


def _opening_cut(lowered: str, start: int, end: int, language: Language) -> set[int]:
    """Behind the clause that a conjunction sets at the head of the sentence ("While talks went on, ...")."""
    opener = cut_patterns(language).opener.match(lowered, start)
    verbs = finite_verbs(lowered, start, end, language) if opener else None
    if not verbs:
        return set()
    comma = lowered.find(",", verbs[0][1], end)
    return {comma + 1} if comma >= 0 and verbs[-1][0] > comma else set()


@cache
def _separators(language: Language) -> re.Pattern[str]:
    speech = language.speech
    return re.compile(rf"{any_of(speech.separators)}|(?P<timing>\s(?:{any_of(speech.clause_timings)})\s)")


def _coordinate_cuts(lowered: str, start: int, end: int, anchors: Anchors, language: Language) -> set[int]:
    """Cuts between coordinated statements that each have a date, a source or a place of their own."""
    cuts: set[int] = set()
    dated = len(anchors.dates) > 1
    if not (dated or (len(anchors.values) > 1 and len(anchors.sources) > 1)):
        return cuts  # neither a date nor a value with its source stands on both sides of anything
    verbs = finite_verbs(lowered, start, end, language) if dated else None
    begin = start
    for match in _separators(language).finditer(lowered, start, end):
        if any(s < match.end() and match.start() < e for s, e in (*anchors.dates, *anchors.values)):
            continue
        if match[0].strip() not in _MARKS and _joins_days(match, anchors):
            continue
        left, right = (begin, match.start()), (match.end(), end)
        if _dated_verbs(verbs, left, right, anchors) or (
            not match["timing"]
            and (
                _stands_alone(left, right, anchors, language)
                or _dated_anew(lowered, left, right, anchors, language)
            )
        ):
            cuts.add(match.start() + (1 if lowered[match.start()] in ",;" else 0))
            begin = match.end()
    return cuts


def _joins_days(separator: re.Match[str], anchors: Anchors) -> bool:
    """True between two days of one list ("on August 4 and 5")."""
    ends = any(end == separator.start() for _, end in anchors.dates)
    return ends and any(start == separator.end() for start, _ in anchors.dates)


def _dated_anew(
    lowered: str, left: tuple[int, int], right: tuple[int, int], anchors: Anchors, language: Language
) -> bool:
    """True where a dated statement with its event is over and another begins with a date of its own."""
    begins_dated = any(0 <= start - right[0] <= 2 for start, _ in anchors.dates)
    return bool(begins_dated and _inside(anchors.dates, left) and triggers(lowered, *left, language))


def _dated_verbs(
    verbs: Sequence[tuple[int, int]] | None, left: tuple[int, int], right: tuple[int, int], anchors: Anchors
) -> bool:
    """True where both sides have a verb and a date of their own ("met on June 2 and will meet on ...")."""
    before, behind = _inside(anchors.dates, left), _inside(anchors.dates, right)
    if not (verbs and before and behind and _inside(verbs, left)):
        return False
    return bool(_inside(verbs, (right[0], behind[0][0])))


def _older_event_cuts(lowered: str, start: int, end: int, anchors: Anchors, language: Language) -> set[int]:
    """Behind an event noun with a date of its own, where a date that excludes it follows in the clause
    ("Nisan 2022'de kesilen müzakerelere | 15 Mayıs'ta yeniden başlamayı")."""
    cuts = set()
    for (_, first_end), (second_start, _) in anchors.rival_dates:
        if start <= first_end and second_start <= end:
            nouns = list(cut_patterns(language).event_noun.finditer(lowered, first_end, second_start))
            if nouns:
                cuts.add(nouns[0].end())
    return cuts


def _whole_and_part_cuts(
    lowered: str, start: int, end: int, anchors: Anchors, language: Language
) -> set[int]:
    """Between a whole with its number and the stage of it that the clause goes on about."""
    cuts = set()
    patterns = cut_patterns(language)
    for match in patterns.part_of.finditer(lowered, start, end):
        if not patterns.owner.search(match[1]):
            continue  # "grevi üçüncü gününde": the strike is what the clause tells of, not a whole set aside
        right = [s for s in (*anchors.values, *anchors.ordinals) if match.end(1) <= s[0] and s[1] <= end]
        if _inside(anchors.values, (start, match.end(1))) and right:
            cuts.add(match.end(1))
    return cuts


def _inside(spans: Sequence[tuple[int, int]], stretch: tuple[int, int]) -> list[tuple[int, int]]:
    return [span for span in spans if stretch[0] <= span[0] and span[1] <= stretch[1]]


def _stands_alone(
    left: tuple[int, int], right: tuple[int, int], anchors: Anchors, language: Language
) -> bool:
    """True where both sides of a separator have a value and a date, a source or a place of their own."""
    valued = _inside(anchors.values, left) and _inside(anchors.values, right)
    dated = _inside(anchors.dates, left) and _inside(anchors.dates, right)
    if language.speech.date_follows and valued and dated and _closes_dated(left, anchors):
        return True
    first_value = min((s for s, _ in _inside(anchors.values, right)), default=right[1])
    own = (*anchors.dates, *anchors.sources, *anchors.places)
    if not any(s < first_value for s, _ in _inside(own, right)):
        return False
    placed = _inside(anchors.places, left) and _inside(anchors.places, right)
    sourced = _inside(anchors.sources, left) and _inside(anchors.sources, right)
    return bool((dated and (valued or placed)) or (valued and sourced))


def _closes_dated(stretch: tuple[int, int], anchors: Anchors) -> bool:
    """True where a date closes the statement: "120 on August 2, 84 on August 6"."""
    return max(e for _, e in _inside(anchors.dates, stretch)) >= max(
        e for _, e in _inside(anchors.values, stretch)
    )


def clauses(lowered: str, sentence: tuple[int, int], anchors: Anchors, language: Language) -> list[Clause]:
    """The clauses of one sentence in order, covering it, blanks and commas at the edges left out.

    `lowered` is the whole text in the language's lower case. Cuts never fall inside an anchor.
    """
    start, end = sentence
    scenes = scene_references(lowered, start, end, language)
    cuts = _verb_cuts(lowered, start, end, language)
    cuts |= _opening_cut(lowered, start, end, language)
    cuts |= _coordinate_cuts(lowered, start, end, anchors, language)
    if len(anchors.stages) > 1:
        cuts |= stage_cuts(lowered, sentence, anchors.stages, anchors.values, language)
    older = _older_event_cuts(lowered, start, end, anchors, language)
    older |= _whole_and_part_cuts(lowered, start, end, anchors, language)
    cuts |= older
    scene_ends = {scene.end: scene for scene in scenes if _is_cut_worthy(scene, start, end)}
    cuts |= {*scene_ends, *anchors.occasions, *anchors.quotes}
    guarded = [*anchors.dates, *anchors.compared, *anchors.values, *anchors.stages]
    inside = sorted(cut for cut in cuts if start < cut < end and not any(s < cut < e for s, e in guarded))
    bounds = [start, *inside, end]
    return [
        Clause(
            *trimmed,
            scene="telling"
            if right in anchors.occasions
            else "after"
            if right in older
            else scene_ends[right].kind
            if right in scene_ends
            else None,
        )
        for left, right in pairwise(bounds)
        if (trimmed := _trim(lowered, left, right))[0] < trimmed[1]
    ]


@cache
def _same_time(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{language.speech.same_time})(?!\w)")


@cache
def relative_pattern(language: Language) -> re.Pattern[str]:
    """A relative clause right behind a comma."""
    return re.compile(rf", (?:{any_of(language.speech.relatives)})(?!\w)")


def is_same_time(lowered: str, clause: Clause, language: Language) -> bool:
    """True for a clause that tells of the time of the one before it ("on May 16, when they met")."""
    return _same_time(language).match(lowered, clause.start) is not None


def _is_cut_worthy(scene: SceneReference, start: int, end: int) -> bool:
    return scene.kind != "object" and scene.end < end - 3


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return start, end
