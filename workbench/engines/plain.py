"""The scores of many pairs of plain claims at once: what `events.likeness` and `cannot_link` say of each.

Whatever depends on the event types alone is asked of the very functions that compare two claims, once for
each two types. Pairs of claims that are not plain, or that may score near the threshold, are left to them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from workbench.engines.columns import Columns, Days, Flags, Numbers
from workbench.engines.types import Types
from workbench.events import barriers, likeness
from workbench.events.spans import REPORT_DAYS
from workbench.events.story import MUCH_SHARED, SOME_SHARED
from workbench.events.weights import bar, weights

Positions = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]
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
    running_differs words quote story flow flow_siblings flow_section flow_other_section
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
    least = bar(len(rows))
    reach = least - _NEAR
    whole = rows.whole[i] & rows.whole[j] & (rows.source[i] != rows.source[j])
    days, barred, unclear = _days(rows, types, i, j)
    total = types.weight[rows.kind[i], rows.kind[j]] + days
    best = _best("people_same", "people_two", "people_one") + _best(
        "place_same", "place_inside", "setting_shared"
    )
    best += _best("speaker_same") + _best("count_same", "size_same") + _best("words") + _unseen()
    best += _best("story")
    kept = np.flatnonzero(~whole | (~barred & (total + best >= reach)))
    i, j, total, whole = i[kept], j[kept], total[kept], whole[kept]

    plain = rows.plain[i] & rows.plain[j] & whole & (not _unknown())
    unclear = unclear[kept] & whole
    common = _Common(rows, i, j)
    alike = _told_alike(rows, types, i, j, common) | ~plain
    plain &= ~unclear | ~alike
    place, unsure = _place(rows, types, i, j, common)
    total += _people(common) + _speaker(rows, i, j) + place
    total += np.where(plain & common.numbers, weights().parts["count_same"], 0.0)
    barred = _parties_apart(rows, types, i, j, common)
    barred |= unclear & ~alike
    barred |= plain & (_overtaken(rows, i, j) | _overtaken(rows, j, i))
    might = total + np.where(unsure, weights().parts["place_inside"] - place, 0.0)
    rest = np.where(plain, 0.0, _best("count_same", "size_same") + _unseen())
    rest += _best("words") + _best("story")
    kept = np.flatnonzero(~whole | (~barred & (might + rest >= reach)))
    i, j, total, might = i[kept], j[kept], total[kept], might[kept]
    plain, unsure = plain[kept], unsure[kept]

    exact = np.flatnonzero(plain)
    told = _words(rows, i[exact], j[exact]) + _story(rows, types, i[exact], j[exact])
    total[exact] += told
    might[exact] += told
    near = (np.abs(total - least) < _NEAR) | (unsure & (might >= reach))
    return Compared(i, j, total, ~plain | near)


def _best(*outcomes: str) -> float:
    return max(0.0, *(weights().parts[outcome] for outcome in outcomes))


def _unseen() -> float:
    """The most that levels can give which the columns do not hold."""
    return sum(map(_best, ("ordinal_same", "states_shared", "quote", *_unknown())))


def _unknown() -> frozenset[str]:
    """Outcomes that nobody has told this module of: their pairs are asked one by one."""
    return frozenset(weights().parts) - _KNOWN


def _shared(a: Numbers, b: Numbers) -> npt.NDArray[np.int64]:
    """How many numbers the rows have in common; zeros do not count."""
    found = np.zeros(len(a), np.int64)
    for at in range(a.shape[1]):
        value = a[:, at]
        found += (value != 0) & (b == value[:, None]).any(axis=1)
    return found


class _Common:
    """What the two claims of each pair have in common."""

    def __init__(self, rows: Columns, i: Positions, j: Positions) -> None:
        a, b = rows.people[i], rows.people[j]
        self.named = (a != 0).sum(axis=1), (b != 0).sum(axis=1)
        self.people = _shared(a, b)
        self.numbers = _shared(rows.counts[i], rows.counts[j]) > 0


def _people(common: _Common) -> Scores:
    parts, (one, other), shared = weights().parts, common.named, common.people
    same = (shared == one) & (shared == other)
    return np.select(
        [(one == 0) | (other == 0), same & (shared >= 2), shared >= 2,
         (shared > 0) & (one > 1) & (other > 1), shared > 0],
        [0.0, parts["people_same"], parts["people_two"], parts["people_partly"], parts["people_one"]],
        parts["people_differ"],
    )  # fmt: skip


def _parties_apart(rows: Columns, types: Types, i: Positions, j: Positions, common: _Common) -> Flags:
    fewer = np.minimum(*common.named)
    found: Flags = types.by_person[rows.kind[i], rows.kind[j]] & (fewer >= 2) & (common.people < fewer)
    return found


def _told_alike(rows: Columns, types: Types, i: Positions, j: Positions, common: _Common) -> Flags:
    """Which pairs may be a day apart by a slip: a number is shared, or who met and where, or a deal."""
    met = (common.people > 1) & (rows.place[i, 0] == rows.place[j, 0])
    alike = (rows.kind[i] == rows.kind[j]) & (common.numbers | met)
    found: Flags = alike | types.dealt[rows.kind[i], rows.kind[j]]
    return found


def _speaker(rows: Columns, i: Positions, j: Positions) -> Scores:
    same = (rows.speaker[i] != 0) & (rows.speaker[i] == rows.speaker[j])
    return np.where(same, weights().parts["speaker_same"], 0.0)


def _place(rows: Columns, types: Types, i: Positions, j: Positions, common: _Common) -> tuple[Scores, Flags]:
    """The weights, and which pairs may agree: their places lie in one whole, or sound alike."""
    parts, a, b = weights().parts, rows.place[i, 0], rows.place[j, 0]
    both = (a != 0) & (b != 0)
    kinds = rows.kind[i], rows.kind[j]
    strikes = types.strikes_once[kinds] & ~common.numbers
    differs = np.where(strikes, 2.0, 1.0) * parts["place_differs"]
    found = np.where(a == b, parts["place_same"], np.round(differs, 4))
    one, other = rows.setting[i], rows.setting[j]
    set_somewhere = (one[:, 0] != 0) & (other[:, 0] != 0) & ~types.nowhere[kinds]
    shared = np.where(_shared(one, other) > 0, parts["setting_shared"], parts["setting_differs"])
    found = np.where(both, found, np.where(set_somewhere, shared, 0.0))
    return found, both & (a != b) & (
        (rows.top[i] == rows.top[j]) | (rows.place_sound[i] == rows.place_sound[j])
    )


def _days(rows: Columns, types: Types, i: Positions, j: Positions) -> tuple[Scores, Flags, Flags]:
    """The weights of the days, which pairs they forbid to be one event, and which they may forbid.

    What two sources tell alike may be a day off: whether they do is asked of the features.
    """
    parts = weights().parts
    known = (rows.start[i] != 0) & (rows.start[j] != 0) & (rows.planned_date[i] == rows.planned_date[j])
    kinds = rows.kind[i], rows.kind[j]
    once, quakes = types.strikes_once[kinds], types.quakes[kinds]
    both = rows.dated[i] & rows.dated[j]
    apart = np.maximum(0, np.maximum(rows.start[j] - rows.end[i], rows.start[i] - rows.end[j]))
    long_i, long_j = rows.end[i] - rows.start[i] + 1, rows.end[j] - rows.start[j] + 1
    inside = ((rows.start[i] <= rows.start[j]) & (rows.end[j] <= rows.end[i])) | (
        (rows.start[j] <= rows.start[i]) & (rows.end[i] <= rows.end[j])
    )
    far = np.minimum(3.0, 1 + apart / 10) * parts["days_far"]
    worded = np.select(
        [(apart == 0) & (long_i == 1) & (long_j == 1), (apart == 0) & (np.maximum(long_i, long_j) > _WIDE),
         (apart == 0) & inside, apart == 0, types.last_days[kinds] & (apart <= 2),
         (apart == 1) & once & ~quakes, apart == 1],
        [parts["days_same"], parts["days_year"], parts["days_inside"], parts["days_overlap"],
         parts["days_next_one_off"], parts["days_next_one_off"], parts["days_next"]],
        far,
    )  # fmt: skip
    reported = _reported_after(rows, types, i, j) | _reported_after(rows, types, j, i)
    told = np.select(
        [reported, types.lasting[kinds], apart <= 1],
        [parts["days_report"], 0.0, parts["days_publication"]],
        parts["days_publication_far"] * np.minimum(3.0, apart / 3),
    )
    allowed = np.where(rows.ahead[i] | rows.ahead[j], 3.0, types.allowed[kinds])
    unclear = known & both & (apart > allowed) & (apart <= allowed + _SLIP)
    barred = np.where(both, apart > allowed + _SLIP, once & (apart > REPORT_DAYS))
    found = np.where(both, worded, told)
    courses = types.courses[kinds]
    if courses.any():
        alike = rows.coming[i] == rows.coming[j]
        barred = np.where(courses, apart > np.where(alike, barriers.COURSE, 1), barred)
        found = np.where(courses, np.where(apart <= _MONTH, parts["days_course"], 0.0), found)
    barred &= known
    return np.where(known, np.round(found, 4), 0.0), barred, unclear


def _reported_after(rows: Columns, types: Types, told: Positions, dated: Positions) -> Flags:
    kind = rows.kind[told]
    after = rows.start[told] - rows.end[dated]
    return ~rows.dated[told] & types.strikes_once[kind, kind] & (after > 1) & (after <= _FORTNIGHT)


def _overtaken(rows: Columns, plan: Positions, deed: Positions) -> Flags:
    told: Days = rows.told[plan]
    held = rows.occurred[deed] & rows.dated[deed] & (rows.start[deed] != 0)
    found: Flags = rows.awaited[plan] & (told != 0) & held & (told - rows.end[deed] > 1)
    return found


def _story(rows: Columns, types: Types, i: Positions, j: Positions) -> Scores:
    """What it weighs that both articles name the same."""
    told = np.zeros(len(i))
    width = int((rows.story != 0).any(axis=0).sum())
    b, weigh_b = rows.story[j, :width], rows.story_weights[j, :width]
    for at in range(width):
        first, second = np.nonzero(b == rows.story[i, at][:, None])
        told[first] += np.minimum(rows.story_weights[i[first], at], weigh_b[first, second])
    asked = (rows.start[i] != 0) & (rows.start[j] != 0) & ~types.statistics[rows.kind[i], rows.kind[j]]
    found = np.round(weights().parts["story"] * np.minimum(1.0, told / MUCH_SHARED), 4)
    return np.where(asked & (told >= SOME_SHARED), found, 0.0)


def _words(rows: Columns, i: Positions, j: Positions) -> Scores:
    """Cosines of the words, as the level weighs them; too little likeness counts as none."""
    cosine = np.zeros(len(i))
    width = int((rows.words != 0).any(axis=0).sum())
    b, weigh_b = rows.words[j, :width], rows.word_weights[j, :width]
    for at in range(width):
        # Words are distinct: at most one of the other claim's is the same. Empty places weigh nothing.
        first, second = np.nonzero(b == rows.words[i, at][:, None])
        cosine[first] += rows.word_weights[i[first], at] * weigh_b[first, second]
    return np.where(cosine < likeness.LEAST_COSINE, 0.0, np.round(cosine * weights().parts["words"], 4))
