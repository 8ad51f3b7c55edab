"""The scores of many pairs of plain claims at once: what `events.likeness` and `cannot_link` say of each.

Whatever depends on the event types alone is asked of the very functions that compare two claims, once for
each two types. Pairs of claims that are not plain, or that may score near the threshold, are left to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from workbench.engines.columns import HAS, Columns, Flags, Has, Numbers
from workbench.engines.types import Types
from workbench.events import barriers, likeness
from workbench.events.spans import REPORT_DAYS
from workbench.events.story import MUCH_SHARED, SOME_SHARED
from workbench.events.weights import bar, weights

Positions = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]
Kinds = npt.NDArray[np.int16]
Heads = npt.NDArray[np.void]
_NEAR = 0.002
"""What rounding may make of a score."""
_SLIP = 1
_WIDE, _FORTNIGHT, _MONTH = 40, 14, 31
_KNOWN = frozenset(
    """
    type_same type_vague type_near type_family type_open type_differs
    days_same days_inside days_overlap days_year days_next days_next_one_off days_far
    days_publication days_course days_report days_publication_far
    ordinal_same ordinal_differs states_shared states_differ
    people_same people_two people_one people_partly people_differ
    speaker_same place_same place_inside place_differs setting_shared setting_differs
    count_same size_same count_differs
    running_differs words quote story one_story flow flow_siblings flow_section flow_other_section
    """.split()  # noqa: SIM905 - a list of them would be forty lines
)
"""Outcomes of the levels that are compared here or that plain claims of two sources never have."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs that may be one event. `doubtful`: the score is not known from columns, ask the features."""

    i: Positions
    j: Positions
    score: Scores
    doubtful: Flags


def compare(rows: Columns, types: Types, i: Positions, j: Positions) -> Compared:
    """Of the pairs of rows (i, j), those that nothing forbids to be one event and that may score enough.

    What is cheap to tell is told first, and what cannot reach the threshold any more is left out.
    """
    least, most, known = bar(len(rows)), _most(), not _unknown()
    reach = least - _NEAR
    a, b = np.take(rows.head, i), np.take(rows.head, j)
    whole = a["whole"] & b["whole"] & (a["source"] != b["source"])
    has = a["has"] & b["has"]
    days, late, barred, unclear = _days(types, a, b)
    total = types.weight[a["kind"], b["kind"]] + days
    spared = np.where(has & HAS["story"], types.spared[a["kind"], b["kind"]] + late, 0.0)
    kept = np.flatnonzero(~whole | (~barred & (total + spared + most.all[has] >= reach)))
    i, j, total, whole, has, spared = i[kept], j[kept], total[kept], whole[kept], has[kept], spared[kept]
    a, b = np.take(a, kept), np.take(b, kept)

    plain = a["plain"] & b["plain"] & whole & known
    unclear = unclear[kept] & whole
    pair = _Pairs(rows, i, j, (a["kind"], b["kind"]))
    alike = _told_alike(types, pair) | ~plain
    place, unsure = _place(types, pair, plain)
    total += _people(pair) + _speaker(rows, i, j) + place
    total += np.where(plain & pair.numbers, weights().parts["count_same"], 0.0)
    barred = _parties_apart(types, pair)
    barred |= unclear & ~alike
    barred |= plain & (_overtaken(a, b) | _overtaken(b, a))
    might = total + np.where(unsure, weights().parts["place_inside"] - place, 0.0)
    rest = np.where(plain, most.told[has], most.rest[has]) + spared
    kept = np.flatnonzero(~whole | (~barred & (might + rest >= reach)))
    i, j, total, might = i[kept], j[kept], total[kept], might[kept]
    plain, unsure, asked = plain[kept], unsure[kept], (unclear & alike)[kept]

    exact = np.flatnonzero(plain)
    kinds = a["kind"][kept[exact]], b["kind"][kept[exact]]
    told = _words(rows, i[exact], j[exact])
    told += _story(rows, types.statistics[kinds], i[exact], j[exact], spared[kept[exact]])
    total[exact] += told
    might[exact] += told
    near = (np.abs(total - least) < _NEAR) | ((unsure | asked) & (might >= reach))
    return Compared(i, j, total, ~plain | near)


@dataclass(frozen=True, slots=True)
class _Most:
    """The most that levels can give a pair, by the bits of what both claims have (`columns.HAS`)."""

    all: Scores
    """All levels but those of type and days."""
    told: Scores
    """The words and the story."""
    rest: Scores
    """What is not known from columns before a claim that is not plain is asked."""


@cache
def _most() -> _Most:
    every = np.arange(1 << len(HAS))

    def best(has: Has, *outcomes: str) -> Scores:
        return np.where(every & HAS[has], _best(*outcomes), 0.0)

    people = np.maximum(best("person", "people_one"), best("people", "people_same", "people_two"))
    states = best("states", "states_shared")
    place = np.maximum(best("place", "place_same", "place_inside"), best("setting", "setting_shared"))
    count = np.maximum(best("count", "count_same"), best("size", "size_same"))
    told = best("words", "words") + best("story", "story")
    rest = told + count + states + best("ordinal", "ordinal_same") + best("quote", "quote")
    rest += sum(map(_best, _unknown()))
    return _Most(rest + people + place + best("speaker", "speaker_same"), told, rest)


def _best(*outcomes: str) -> float:
    return max(0.0, *(weights().parts[outcome] for outcome in outcomes))


def _unknown() -> frozenset[str]:
    """Outcomes that nobody has told this module of: their pairs are asked one by one."""
    return frozenset(weights().parts) - _KNOWN


def _shared(a: Numbers, b: Numbers) -> npt.NDArray[np.int8]:
    """How many numbers the rows have in common; zeros do not count."""
    found = np.zeros(len(a), np.int8)
    for value in a.T:
        there = np.zeros(len(a), bool)
        for other in b.T:
            there |= value == other
        found += there & (value != 0)
    return found


class _Pairs:
    """Pairs of claims, and what the two of each have in common."""

    def __init__(self, rows: Columns, i: Positions, j: Positions, kinds: tuple[Kinds, Kinds]) -> None:
        a, b = np.take(rows.people, i, axis=0), np.take(rows.people, j, axis=0)
        self.rows, self.i, self.j, self.kinds = rows, i, j, kinds
        self.named = (a != 0).sum(axis=1), (b != 0).sum(axis=1)
        self.people = _shared(a, b)
        self.numbers = _shared(np.take(rows.counts, i, axis=0), np.take(rows.counts, j, axis=0)) > 0
        self.places = np.take(rows.place[:, 0], i), np.take(rows.place[:, 0], j)


def _people(pair: _Pairs) -> Scores:
    parts, (one, other), shared = weights().parts, pair.named, pair.people
    same = (shared == one) & (shared == other)
    return np.select(
        [(one == 0) | (other == 0), same & (shared >= 2), shared >= 2,
         (shared > 0) & (one > 1) & (other > 1), shared > 0],
        [0.0, parts["people_same"], parts["people_two"], parts["people_partly"], parts["people_one"]],
        parts["people_differ"],
    )  # fmt: skip


def _parties_apart(types: Types, pair: _Pairs) -> Flags:
    fewer = np.minimum(*pair.named)
    found: Flags = types.by_person[pair.kinds] & (fewer >= 2) & (pair.people < fewer)
    return found


def _told_alike(types: Types, pair: _Pairs) -> Flags:
    """Which pairs may be a day apart by a slip: a number is shared, or where they met, or a deal."""
    met = types.contacts[pair.kinds] & (pair.places[0] == pair.places[1]) & (pair.places[0] != 0)
    alike = (pair.kinds[0] == pair.kinds[1]) & (pair.numbers | met)
    found: Flags = alike | types.dealt[pair.kinds]
    return found


def _speaker(rows: Columns, i: Positions, j: Positions) -> Scores:
    one, other = np.take(rows.speaker, i), np.take(rows.speaker, j)
    return np.where((one != 0) & (one == other), weights().parts["speaker_same"], 0.0)


def _place(types: Types, pair: _Pairs, plain: Flags) -> tuple[Scores, Flags]:
    """The weights, and which pairs may agree: their places lie in one whole, or sound alike."""
    parts, rows, i, j, (a, b) = weights().parts, pair.rows, pair.i, pair.j, pair.places
    both = (a != 0) & (b != 0)
    # Of claims that are not plain the columns may not hold the number that both tell.
    strikes = types.strikes_once[pair.kinds] & ~pair.numbers & plain
    differs = np.where(strikes, 2.0, 1.0) * parts["place_differs"]
    found = np.where(a == b, parts["place_same"], np.round(differs, 4))
    one, other = np.take(rows.setting, i, axis=0), np.take(rows.setting, j, axis=0)
    set_somewhere = (one[:, 0] != 0) & (other[:, 0] != 0) & ~types.nowhere[pair.kinds]
    meet = _shared(one, other) > 0
    shared = np.where(meet, parts["setting_shared"], parts["setting_differs"])
    found = np.where(both, found, np.where(set_somewhere, shared, 0.0))
    apart = np.flatnonzero(both & (a != b))
    # Nor may they hold all the places of its setting, where they are full.
    full = (one[:, -1] != 0) | (other[:, -1] != 0)
    unsure = ~both & set_somewhere & ~meet & full & ~plain
    i, j = i[apart], j[apart]
    unsure[apart] = (rows.top[i] == rows.top[j]) | (rows.place_sound[i] == rows.place_sound[j])
    return found, unsure


def _days(types: Types, a: Heads, b: Heads) -> tuple[Scores, Scores, Flags, Flags]:
    """The weights of the days, what of them a late telling speaks against the pair, which pairs they
    forbid to be one event, and which they may forbid.

    What two sources tell alike may be a day off: whether they do is asked of the features.
    """
    parts = weights().parts
    kinds = a["kind"], b["kind"]
    first, last = (a["start"], b["start"]), (a["end"], b["end"])
    known = (first[0] != 0) & (first[1] != 0) & (a["planned_date"] == b["planned_date"])
    once, quakes = types.strikes_once[kinds], types.quakes[kinds]
    both = a["dated"] & b["dated"]
    apart = np.maximum(0, np.maximum(first[1] - last[0], first[0] - last[1]))
    long = last[0] - first[0] + 1, last[1] - first[1] + 1
    inside = ((first[0] <= first[1]) & (last[1] <= last[0])) | ((first[1] <= first[0]) & (last[0] <= last[1]))
    far = np.minimum(3.0, 1 + apart / 10) * parts["days_far"]
    worded = np.select(
        [(apart == 0) & (long[0] == 1) & (long[1] == 1), (apart == 0) & (np.maximum(*long) > _WIDE),
         (apart == 0) & inside, apart == 0, types.last_days[kinds] & (apart <= 2),
         (apart == 1) & once & ~quakes, apart == 1],
        [parts["days_same"], parts["days_year"], parts["days_inside"], parts["days_overlap"],
         parts["days_next_one_off"], parts["days_next_one_off"], parts["days_next"]],
        far,
    )  # fmt: skip
    reported = _reported_after(types, a, b) | _reported_after(types, b, a)
    told = np.select(
        [reported, types.lasting[kinds], apart <= 1],
        [parts["days_report"], 0.0, parts["days_publication"]],
        parts["days_publication_far"] * np.minimum(3.0, apart / 3),
    )
    allowed = np.where(a["ahead"] | b["ahead"], 3.0, types.allowed[kinds])
    unclear = known & both & (apart > allowed) & (apart <= allowed + _SLIP)
    barred = np.where(both, apart > allowed + _SLIP, once & (apart > REPORT_DAYS))
    found = np.where(both, worded, told)
    courses = types.courses[kinds]
    if courses.any():
        alike = a["coming"] == b["coming"]
        barred = np.where(courses, apart > np.where(alike, barriers.COURSE, 1), barred)
        found = np.where(courses, np.where(apart <= _MONTH, parts["days_course"], 0.0), found)
    barred &= known
    later = known & ~both & ~reported & ~types.lasting[kinds] & (apart > 1) & ~courses
    late = np.where(later, -np.round(found, 4), 0.0)
    return np.where(known, np.round(found, 4), 0.0), late, barred, unclear


def _reported_after(types: Types, told: Heads, dated: Heads) -> Flags:
    after = told["start"] - dated["end"]
    kind = told["kind"]
    found: Flags = ~told["dated"] & types.strikes_once[kind, kind] & (after > 1) & (after <= _FORTNIGHT)
    return found


def _overtaken(plan: Heads, deed: Heads) -> Flags:
    held = deed["occurred"] & deed["dated"] & (deed["start"] != 0)
    found: Flags = plan["awaited"] & (plan["told"] != 0) & held & (plan["told"] - deed["end"] > 1)
    return found


def _story(rows: Columns, statistics: Flags, i: Positions, j: Positions, spared: Scores) -> Scores:
    """What it weighs that both articles name the same; in one story with what then is `spared`."""
    told = _weighed(rows.story, rows.story_weights, i, j, np.minimum)
    start = rows.head["start"]
    asked = (start[i] != 0) & (start[j] != 0) & ~statistics
    found = np.round(weights().parts["story"] * np.minimum(1.0, told / MUCH_SHARED), 4)
    one = weights().parts["one_story"] * np.where(told >= MUCH_SHARED, spared, 0.0)
    return np.where(asked & (told >= SOME_SHARED), found + np.round(one, 4), 0.0)


def _words(rows: Columns, i: Positions, j: Positions) -> Scores:
    """Cosines of the words, as the level weighs them; too little likeness counts as none."""
    cosine = _weighed(rows.words, rows.word_weights, i, j, np.multiply)
    return np.where(cosine < likeness.LEAST_COSINE, 0.0, np.round(cosine * weights().parts["words"], 4))


def _weighed(held: Numbers, weigh: Scores, i: Positions, j: Positions, of_both: np.ufunc) -> Scores:
    """For each pair the sum over what both have of what `of_both` makes of its two weights."""
    found = np.zeros(len(i))
    one, other = np.take(held, i, axis=0), np.take(held, j, axis=0)
    for at, value in enumerate(one.T):
        # What one claim has is distinct: at most one of the other's is the same. Empty places weigh nothing.
        first, second = np.nonzero(other == value[:, None])
        found[first] += of_both(weigh[i[first], at], weigh[j[first], second])
    return found
