"""Who knew of whom: verdicts that were taken without knowing of each other, and whether they say the same.

A log grows by one entry after the other, each of which knows of those before it (`Decision.knew`). Where
logs of people who worked apart meet, later is not wiser: a verdict stands above another one only where
its reviewer had that before them ([why](../../docs/decisions/0035-logs-that-meet.md)).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workbench.models import Decision, Discrepancy

ById = Mapping[str, Decision]
Revived = Mapping[str, Sequence[Decision]]
Name = str | tuple[str, str, str]
"""What a difference is found by: its id, or attribute, key and a claim."""


def names_of(discrepancy: Discrepancy) -> list[Name]:
    """What an entry on it may name: itself or, under its attribute and key, its claims."""
    return [
        discrepancy.id,
        *((discrepancy.attribute, discrepancy.key, value.claim) for value in discrepancy.values),
    ]


def names_in(entry: Decision) -> list[Name]:
    """What an entry names, as `names_of`."""
    return [entry.discrepancy, *((entry.attribute, entry.key, claim) for claim in entry.claims)]


def taken_on(verdict: Decision, discrepancy: Discrepancy) -> bool:
    """Whether a verdict that names one of its claims is on this difference and not on one beside it.

    It names it, or has all of its claims, or only such: matching again may have given it more or fewer.
    """
    claims, named = {value.claim for value in discrepancy.values}, {*verdict.claims}
    return verdict.discrepancy == discrepancy.id or claims <= named or named <= claims


def disagree(one: Decision, other: Decision) -> bool:
    """Whether two verdicts are on one difference and say different things of it.

    Two on differences that matching has made one since, of other claims each, do not speak of the same.
    """
    claims, others = {*one.claims}, {*other.claims}
    same = one.discrepancy == other.discrepancy or claims <= others or others <= claims
    return same and saying(one) != saying(other)


def newest_known(acts: Iterable[Decision]) -> tuple[str, ...]:
    """The ids of those of these entries that none of the others knew of."""
    acts = list(acts)
    known = {name for one in acts for name in one.knew}
    return tuple(sorted({one.id for one in acts} - known))


def apart(
    standing: Sequence[Decision], by_id: ById, revived: Mapping[str, Sequence[Decision]]
) -> list[Decision]:
    """Those of the verdicts `standing` on one difference, in the order of the log, that none stands above.

    `revived` has the undos by which verdicts that were taken back hold again: who did not know of that took
    the verdict for gone.
    """
    found: list[tuple[Decision, set[str]]] = []
    # A verdict stands behind whatever its reviewer knew of, so that the newest are asked first.
    for one in reversed(standing):
        if not any(_above(other, known, one, by_id, revived) for other, known in found):
            found.append((one, known_of(one, by_id)))
    return [one for one, _ in reversed(found)]


def _above(other: Decision, known: set[str], one: Decision, by_id: ById, revived: Revived) -> bool:
    # What is not written yet is asked about as if it followed in this log, knowing all of it.
    if not other.placed:
        return True
    return one.id in known and all(
        undo.id in known or not undo.placed or other.id in known_of(undo, by_id)
        for undo in revived.get(one.id, ())
    )


def known_of(entry: Decision, by_id: ById) -> set[str]:
    """The ids of all that the entry's reviewer knew of, as far as `by_id` tells it."""
    known: set[str] = set()
    ask = [*entry.knew, entry.undoes or ""]
    while ask:
        name = ask.pop()
        if name and name not in known:
            known.add(name)
            if name in by_id:
                ask += [*by_id[name].knew, by_id[name].undoes or ""]
    return known


def saying(verdict: Decision) -> tuple[object, ...]:
    """What a verdict says of its difference: equal for those that say the same.

    Which value holds, however it was chosen; that none can be told, that nothing differs, that the claims
    tell of different events, or that it must wait.
    """
    if verdict.kind not in ("accept", "enter", "range", "supersede"):
        return (verdict.kind,)
    said = verdict.value, verdict.low, verdict.high
    return said if any(one is not None for one in said) else (verdict.label,)
