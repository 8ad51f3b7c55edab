"""Mistakes of writing that explain why two values differ, each recognised by its form alone.

A recogniser takes two values and says which slip would turn one into the other, or None. It settles
nothing: both values stand as they are, and the reader is told what to look at first.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from workbench.discrepancies.units import dimension
from workbench.models import Quantity, Slip
from workbench.phrases import differences as words
from workbench.phrases.phrase import Phrase

_TEN_FOLD_FROM = 100
"""From which number on a zero too many is likelier than growth: 2 deaths may become 20 in a day."""
_SLIPS: dict[Slip, str] = {
    "scale": words.SLIP_OF_SCALE(),
    "digits": words.SLIP_OF_HAND(),
    "year": words.SLIP_OF_YEAR(),
    "unit": words.SLIP_OF_UNIT(),
    "side": words.SLIP_OF_SIDES(),
}
_SCALES = frozenset({10**6, 10**9, 10**12})
_TELLING = 3
"""Significant digits from which a single changed one stands out among the others."""


@dataclass(frozen=True, slots=True)
class Slipped:
    """Which slip explains two values, and what says so to a reader."""

    slip: Slip
    why: str

    def told_with(self, why: str) -> str:
        """Why two values differ, and what would explain it ("...: perhaps a slip of the hand.")."""
        return words.WITH_SLIP(why=why, clause=self.why, slip=_SLIPS[self.slip])


def number_slip(a: float, b: float) -> Slipped | None:
    """A scale (6,000 for 60,000, a million for a billion) or digits (390 for 309, 417 for 317)."""
    if a == b or a <= 0 or b <= 0:
        return None
    low, high = sorted((a, b))
    times = _power_of_ten(high / low)
    if times is not None and (high >= _TEN_FOLD_FROM or times > 10):
        return Slipped("scale", words.TIMES(high=_plain(high), times=f"{times:,}", low=_plain(low)))
    return _digits(_significant(low), _significant(high), _plain(low), _plain(high))


def _power_of_ten(ratio: float) -> int | None:
    power = round(math.log10(ratio))
    return 10**power if power >= 1 and math.isclose(ratio, 10**power, rel_tol=1e-9) else None


def _plain(value: float) -> str:
    return f"{value:.10g}" if value < min(_SCALES) else f"{value:,.10g}"


def _significant(value: float) -> tuple[str, int]:
    """The significant digits and the power of ten of the first."""
    number = Decimal(repr(value)).normalize()
    return "".join(map(str, number.as_tuple().digits)), number.adjusted()


def _digits(a: tuple[str, int], b: tuple[str, int], said_a: str, said_b: str) -> Slipped | None:
    if a[1] != b[1]:
        return None
    width = max(len(a[0]), len(b[0]))
    changed = changed_digits(a[0].ljust(width, "0"), b[0].ljust(width, "0"))
    return Slipped("digits", changed(one=said_a, other=said_b)) if changed else None


def changed_digits(a: str, b: str) -> Phrase | None:
    """What says how two rows of digits of one length differ by a slip of the hand, or None.

    Two neighbours may have changed places. A single other digit tells where at least two more stand
    there, and where what follows it is the same and not just zeros: 390 and 307 are two counts.
    """
    apart = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and a[apart[0]] + a[apart[1]] == b[apart[1]] + b[apart[0]]
    ):
        return words.DIGITS_SWAPPED
    if len(apart) == 1 and len(a) >= _TELLING and a[apart[0] + 1 :].strip("0"):
        return words.ONE_DIGIT
    return None


def unit_slip(a: Quantity, b: Quantity) -> Slipped | None:
    """The same number with another unit of one dimension: kilometres and miles, dollars and lira."""
    kind = dimension(a.unit)
    if a.unit == b.unit or kind is None or kind != dimension(b.unit) or a.value != b.value:
        return None
    one, other = (unit.replace("_", " ") for unit in sorted((a.unit, b.unit)))
    return Slipped("unit", words.SAME_NUMBER(one=one, other=other))


def side_slip(a: Mapping[str, float], b: Mapping[str, float]) -> Slipped | None:
    """Two sources give the same two numbers, each to the other side."""
    sides = sorted(side for side in a.keys() & b.keys() if a[side] != b[side])
    for at, one in enumerate(sides):
        for other in sides[at + 1 :]:
            if (a[one], a[other]) == (b[other], b[one]):
                return Slipped("side", words.SIDES_CHANGED(one=one, other=other))
    return None


def date_slip(a: date, b: date) -> Slipped | None:
    """The same day of another year, or a day or month with its digits in another order."""
    if a == b:
        return None
    if (a.day, a.month) == (b.day, b.month):
        return Slipped("year", words.OTHER_YEAR(one=str(a.year), other=str(b.year)))
    if (a.year, a.day, a.month) == (b.year, b.month, b.day):
        return Slipped("digits", words.DAY_AND_MONTH())
    same_month = (a.year, a.month) == (b.year, b.month)
    if same_month and f"{a.day:02}" == f"{b.day:02}"[::-1]:
        return Slipped("digits", words.DAY_DIGITS(one=str(a.day), other=str(b.day)))
    return None


def time_slip(a: str, b: str) -> Slipped | None:
    """Times of day ("22:48", "20:48") that a single digit or two in another order tell apart."""
    changed = changed_digits(a.replace(":", "")[:4], b.replace(":", "")[:4])
    return Slipped("digits", changed(one=a, other=b)) if changed else None


def first_slip(found: Sequence[Slipped | None]) -> Slipped | None:
    """The first slip there is."""
    return next((slipped for slipped in found if slipped is not None), None)
