"""How much a discrepancy matters, and why: the one place where that is settled, for every detector.

Four things count: how far the values lie apart, whether both may hold after all, how much the
attribute matters, and how many independent origins stand behind each value. Sizes and weights are in
`rules.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Literal

from workbench.discrepancies.rules import Sizes, rules
from workbench.models import Attribute, AttributeValue, Severity, Verdict
from workbench.phrases import severities as words
from workbench.phrases.phrase import Phrase
from workbench.subjects import in_words

_LEVELS: tuple[Severity, ...] = ("low", "medium", "high")
_SAID: dict[Severity, str] = {"low": words.LOW(), "medium": words.MEDIUM(), "high": words.HIGH()}
_SELF_CONTAINED = frozenset({"total", "weekday"})
"""What one statement gets wrong by itself: that it has no second origin takes nothing away."""
_MINUTES = 60
Measure = Literal["share", "days", "minutes"]
_BETWEEN: dict[Measure, tuple[Phrase, Phrase]] = {
    "days": (words.DAY_BETWEEN, words.DAYS_BETWEEN),
    "minutes": (words.MINUTE_BETWEEN, words.MINUTES_BETWEEN),
}


def weigh(
    attribute: Attribute,
    key: str,
    verdict: Verdict,
    values: Sequence[AttributeValue],
    *,
    gap: float | None = None,
) -> tuple[Severity, str]:
    """The severity and one sentence that says what made it so.

    `gap` is the difference as a share of the larger value, 0 to 1, where the numbers themselves do not
    show it (values in different units).
    """
    if verdict == "superseded":
        return "low", words.REPLACED()
    level, reasons = _apart(attribute, values, gap)
    if verdict == "tension":
        level -= 1
        reasons.append(words.BOTH_MAY_HOLD())
    level = _weighted(attribute, key, level, reasons)
    level = _witnessed(attribute, key, values, level, reasons)
    severity = _LEVELS[min(max(level, 0), len(_LEVELS) - 1)]
    return severity, words.WEIGHED(severity=_SAID[severity], grounds=", ".join(reasons))


def _apart(
    attribute: Attribute, values: Sequence[AttributeValue], gap: float | None
) -> tuple[int, list[str]]:
    """The level that the distance between the values gives, 0 to 2, and the words for it."""
    found: tuple[Measure, float] | None = ("share", gap) if gap is not None else _distance(attribute, values)
    if found is None:
        return 2, [words.EXCLUDES()]
    measure, size = found
    level = _level(size, rules().sizes[measure])
    if measure == "share":
        return level, [words.LIE_APART(percent=_percent(size))]
    if not size:
        return level, [words.SHARE_A_DAY()]
    one, several = _BETWEEN[measure]
    return level, [one() if size == 1 else several(number=f"{size:g}")]


def _percent(share: float) -> str:
    percent = share * 100
    return "less than 0.1%" if 0 < percent < 0.1 else f"{percent:.1f}%" if percent < 10 else f"{percent:.0f}%"


def _level(size: float, sizes: Sizes) -> int:
    return 2 if size >= sizes.large else 1 if size >= sizes.moderate else 0


def _distance(attribute: Attribute, values: Sequence[AttributeValue]) -> tuple[Measure, float] | None:
    """The largest distance between values of different labels; None where the kind allows no degree."""
    pairs = [(a, b) for a, b in combinations(values, 2) if a.label != b.label]
    said = [(a.value, b.value) for a, b in pairs]
    numbers = [_share(a, b) for a, b in said if not isinstance(a, str) and not isinstance(b, str)]
    if numbers:
        return "share", max(numbers)
    if attribute == "date":
        return _furthest("days", [_days(a, b) for a, b in pairs])
    if attribute == "time":
        return _furthest("minutes", [_minutes(a, b) for a, b in pairs])
    return None


def _furthest(measure: Measure, found: Sequence[int | None]) -> tuple[Measure, float] | None:
    known = [distance for distance in found if distance is not None]
    return (measure, max(known)) if known else None


def _share(a: float, b: float) -> float:
    low, high = sorted((abs(a), abs(b)))
    return 1.0 if low != high and (high == 0 or a * b < 0) else 0.0 if high == 0 else (high - low) / high


def _days(a: AttributeValue, b: AttributeValue) -> int | None:
    """Days between two spans of days, 0 where they meet."""
    try:
        (low_a, high_a), (low_b, high_b) = (
            (date.fromisoformat(str(v.low)), date.fromisoformat(str(v.high))) for v in (a, b)
        )
    except ValueError:
        return None
    return max(0, (low_b - high_a).days, (low_a - high_b).days)


def _minutes(a: AttributeValue, b: AttributeValue) -> int | None:
    """Minutes between two times of day, the shorter way round midnight."""
    try:
        first, second = (
            int(hours) * _MINUTES + int(minutes)
            for hours, minutes in (str(v.value).split(":")[:2] for v in (a, b))
        )
    except ValueError:
        return None
    apart = abs(first - second)
    return min(apart, 24 * _MINUTES - apart)


def _weighted(attribute: Attribute, key: str, level: int, reasons: list[str]) -> int:
    """The level after how much the attribute matters; a slight gap in a weighty one stays slight."""
    for name in (key.split(":")[0], attribute):
        if name in rules().weighty:
            reasons.append(words.WEIGHS_HEAVILY(noun=in_words(name)))
            return level + (level > 0)
        if name in rules().minor:
            reasons.append(words.WEIGHS_LITTLE(noun=in_words(name)))
            return level - 1
    return level


def _witnessed(
    attribute: Attribute, key: str, values: Sequence[AttributeValue], level: int, reasons: list[str]
) -> int:
    """The level after who stands behind each value: one origin alone, or several on every side."""
    behind: dict[str, set[str]] = {}
    for value in values:
        behind.setdefault(value.label, set()).add(value.origin or value.source)
    if len(set.union(*behind.values())) == 1:
        if {attribute, key} & _SELF_CONTAINED:
            return level
        reasons.append(words.ONE_ORIGIN())
        return level - 1
    numbers = sorted((len(origins) for origins in behind.values()), reverse=True)
    if len(numbers) > 1 and numbers[1] > 1:
        reasons.append(words.ORIGINS_BEHIND(counts=" and ".join(map(str, numbers))))
        return level + (level > 0)
    if len(numbers) > 1 and numbers[0] > 1:
        reasons.append(words.ORIGINS_AGAINST(more=str(numbers[0]), fewer=str(numbers[1])))
    else:
        reasons.append(words.ONE_AGAINST_ONE())
    return level
