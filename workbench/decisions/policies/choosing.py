"""Choosing a value by the rule of a policy: pure, and the same whatever the order of the claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.decisions.policies.rules import Left, Rule, Step, Voice

Value = float | str


@dataclass(frozen=True, slots=True)
class Said:
    """One claim's value of an attribute, with all that a policy may go by.

    ``low`` and ``high`` bound what the claim allows (None: open). ``least`` and ``most`` are the lowest and
    the highest value that its words name: 4 and 5 of "4 to 5 thousand", 300 and 300 of "about 300"; None
    where values have no order. Numbers that are compared are in one unit. ``told`` sorts by time of telling.
    """

    claim: str
    label: str
    value: Value
    low: Value | None
    high: Value | None
    least: Value | None
    most: Value | None
    origin: str
    told: str
    voice: Voice
    above: bool = False
    """Whether it lies above ``low`` ("more than 300")."""
    below: bool = False
    """Whether it lies below ``high``."""
    replaced: bool = False
    hearsay: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The value that a policy chooses: `said` is who says it, `best` what of it is taken.

    ``steps`` and ``aside`` are what of the rule made a difference, in its order; ``foremost`` is the voice
    that the step `voice` preferred. ``credible`` are all that were not left aside.
    """

    said: Said
    best: Value
    steps: tuple[Step, ...]
    aside: tuple[Left, ...]
    credible: tuple[Said, ...]
    foremost: Voice | None = None


def choose(rule: Rule, said: Sequence[Said]) -> Chosen | None:
    """The value that a rule chooses among what claims say; None where it chooses none: that stays open."""
    if not rule.choose or not said:
        return None
    ordered = sorted(said, key=lambda one: (one.told, one.claim, one.label, str(one.value)))
    credible, aside = _credible(rule, ordered)
    left, steps, foremost = credible, list[Step](), None
    for step in rule.choose:
        if _agreed(left) is not None:
            break
        kept = _STEPS[step](left, rule) or left
        if len(_labels(kept)) < len(_labels(left)):
            steps.append(step)
            foremost = kept[0].voice if step == "voice" else foremost
        left = kept
    agreed = _agreed(left)
    if agreed is None:
        return None
    best, steps = _end(rule, agreed, steps)
    return Chosen(agreed, best, tuple(steps), tuple(aside), tuple(credible), foremost)


def _end(rule: Rule, agreed: Said, steps: list[Step]) -> tuple[Value, list[Step]]:
    """Of a range the end that the rule prefers, else the value."""
    ends: tuple[tuple[Step, Value | None], ...] = (("lowest", agreed.least), ("highest", agreed.most))
    for step, end in ends:
        if step in rule.choose and end is not None and end != agreed.value:
            return end, [*(one for one in steps if one != step), step]
    return agreed.value, steps


def _credible(rule: Rule, said: Sequence[Said]) -> tuple[Sequence[Said], list[Left]]:
    """What is not left aside, and what was; what all would fall under is kept, so that something remains."""
    left, applied = said, list[Left]()
    for aside in rule.set_aside:
        kept = [one for one in left if not _falls_under(one, aside)]
        if kept and len(_labels(kept)) < len(_labels(left)):
            applied.append(aside)
        left = kept or left
    return left, applied


def _falls_under(said: Said, aside: Left) -> bool:
    if aside == "replaced":
        return said.replaced
    return said.hearsay if aside == "hearsay" else said.voice == aside


def _labels(said: Sequence[Said]) -> set[str]:
    return {one.label for one in said}


def _agreed(said: Sequence[Said]) -> Said | None:
    """The value that all of them allow, the most exact one that somebody gives; None where they differ."""
    if len(_labels(said)) == 1:
        return min(said, key=_width)
    for one in sorted(said, key=_width):
        if all(allows(other, one) for other in said):
            return one
    return None


def allows(said: Said, other: Said) -> bool:
    """True where what the one says leaves room for the other's value."""
    if said.label == other.label:
        return True
    if said.low == said.high or isinstance(said.value, str) != isinstance(other.value, str):
        return False
    if isinstance(other.value, str):
        low, high = other.low, other.high
    else:
        low = high = other.value
    if (said.above and low == said.low) or (said.below and high == said.high):
        return False
    return (said.low is None or _within(said.low, low)) and (said.high is None or _within(high, said.high))


def _within(first: Value | None, second: Value | None) -> bool:
    """True where the bounds come in this order; an open one does not."""
    if first is None or second is None:
        return False
    if isinstance(first, str) or isinstance(second, str):
        return isinstance(first, str) and isinstance(second, str) and first <= second
    return first <= second


def _width(said: Said) -> tuple[float, float]:
    """How much a value leaves open; of two that are open at one end the higher floor leaves less."""
    low, high = said.low, said.high
    if low is None or high is None:
        return (float("inf"), -low if isinstance(low, int | float) else 0.0)
    if isinstance(low, str) or isinstance(high, str):
        return (_days(str(low), str(high)), 0.0)
    return (high - low, 0.0)


def _days(low: str, high: str) -> float:
    try:
        return float((date.fromisoformat(high) - date.fromisoformat(low)).days)
    except ValueError:
        return 0.0


def _told_last(said: Sequence[Said], _rule: Rule) -> Sequence[Said]:
    """Those of the last day; its hour counts where all that are of that day have one."""
    return _at_end(said, last=True)


def _told_first(said: Sequence[Said], _rule: Rule) -> Sequence[Said]:
    return _at_end(said, last=False)


def _at_end(said: Sequence[Said], *, last: bool) -> Sequence[Said]:
    known = [one for one in said if one.told < UNKNOWN]
    if not known:
        return said
    pick = max if last else min
    day = pick(one.told[:10] for one in known)
    of_day = [one for one in known if one.told[:10] == day]
    if any(len(one.told) == len(day) for one in of_day):
        return of_day
    hour = pick(one.told for one in of_day)
    return [one for one in of_day if one.told == hour]


UNKNOWN = "9999"
"""When something was told that nobody knows the day of: it sorts behind all days."""


def _by_voice(said: Sequence[Said], rule: Rule) -> Sequence[Said]:
    for voice in rule.voices:
        kept = [one for one in said if one.voice == voice]
        if kept:
            return kept
    return said


def _majority(said: Sequence[Said], _rule: Rule) -> Sequence[Said]:
    """Values behind which more than half of all independent origins stand."""
    half = len({one.origin for one in said}) / 2
    return [one for one in said if len(_behind(said, one)) > half]


def _most(said: Sequence[Said], _rule: Rule) -> Sequence[Said]:
    most = max(len(_behind(said, one)) for one in said)
    return [one for one in said if len(_behind(said, one)) == most]


def _behind(said: Sequence[Said], one: Said) -> set[str]:
    """The independent origins of all that leave room for a value."""
    return {other.origin for other in said if allows(other, one)}


def _lowest(said: Sequence[Said], _rule: Rule) -> Sequence[Said]:
    return _extreme(said, [one.least for one in said], largest=False)


def _highest(said: Sequence[Said], _rule: Rule) -> Sequence[Said]:
    return _extreme(said, [one.most for one in said], largest=True)


def _extreme(said: Sequence[Said], ends: Sequence[Value | None], *, largest: bool) -> Sequence[Said]:
    """Those at the lowest or highest end; all of them where ends have no order among each other."""
    numbers = [one for one in ends if isinstance(one, int | float)]
    words = [one for one in ends if isinstance(one, str)]
    end: Value
    if len(numbers) == len(ends):
        end = max(numbers) if largest else min(numbers)
    elif len(words) == len(ends):
        end = max(words) if largest else min(words)
    else:
        return said
    return [one for one, own in zip(said, ends, strict=True) if own == end]


_STEPS: dict[Step, Callable[[Sequence[Said], Rule], Sequence[Said]]] = {
    "told_last": _told_last,
    "told_first": _told_first,
    "voice": _by_voice,
    "majority_of_origins": _majority,
    "most_origins": _most,
    "lowest": _lowest,
    "highest": _highest,
}
