"""What two event types are to each other, asked once of the functions that compare two claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from workbench.engines.columns import Flags
from workbench.events import barriers, likeness
from workbench.events.features import Features, families, features
from workbench.events.likeness import LAST_DAYS, NO_SETTING
from workbench.events.parties import BY_PERSON
from workbench.events.weights import weights
from workbench.events.words import Words
from workbench.models import Claim


@dataclass(frozen=True)
class Types:
    """What two event types are to each other: square tables, by their places in `kinds`."""

    kinds: Sequence[str]

    def _table(self, say: Callable[[Features, Features], float]) -> npt.NDArray[np.float64]:
        samples = [
            replace(_sample(), event_type=kind, family=families().get(kind, "other")) for kind in self.kinds
        ]
        return np.array([[say(a, b) for b in samples] for a in samples])

    def warm(self) -> None:
        """Makes all tables now, so that processes forked later need not."""
        tables = [
            self.weight,
            self.spared,
            self.allowed,
            self.strikes_once,
            self.quakes,
            self.lasting,
            self.courses,
            self.contacts,
        ]
        for table in (*tables, self.by_person, self.statistics, self.nowhere, self.last_days, self.dealt):
            assert len(table) == len(self.kinds)

    @cached_property
    def weight(self) -> npt.NDArray[np.float64]:
        """The weight of the level that compares types."""
        level, words = likeness.LEVELS[0], Words()

        def say(a: Features, b: Features) -> float:
            found = level(a, replace(b, claim="other"), words)
            return 0.0 if found is None else round(weights().parts[found[0]] * found[1], 4)

        return self._table(say)

    @cached_property
    def spared(self) -> npt.NDArray[np.float64]:
        """What speaks against the two types, but not within one story: zero or more."""
        level, words = likeness.LEVELS[0], Words()

        def say(a: Features, b: Features) -> float:
            found = level(a, replace(b, claim="other"), words)
            counted = found is not None and found[0] in likeness.SPARED
            return -round(weights().parts[found[0]] * found[1], 4) if found and counted else 0.0

        return self._table(say)

    @cached_property
    def allowed(self) -> npt.NDArray[np.float64]:
        """Days that may lie between two dates of one event."""
        return self._table(lambda a, b: float(barriers.allowed(a, b)))

    @cached_property
    def strikes_once(self) -> Flags:
        """One family of happenings that strike once."""
        return self._table(lambda a, b: float(a.family == b.family and a.family in weights().one_off)) > 0

    @cached_property
    def quakes(self) -> Flags:
        """Whether either is an earthquake, of which there may be one each day."""
        return self._table(lambda a, b: float("earthquake" in (a.family, b.family))) > 0

    @cached_property
    def lasting(self) -> Flags:
        """One type, of undertakings that go on for years."""
        return self._table(lambda a, b: float(a.event_type == b.event_type in weights().lasting)) > 0

    @cached_property
    def courses(self) -> Flags:
        """Both of types that run for weeks."""
        return self._table(lambda a, b: float({a.event_type, b.event_type} <= weights().courses)) > 0

    @cached_property
    def statistics(self) -> Flags:
        """Both of figures that are told anew each month, which a shared story does not tell apart."""
        return self._table(lambda a, b: float(likeness.of_every_month(a, b))) > 0

    @cached_property
    def nowhere(self) -> Flags:
        """Either of a type that is set nowhere."""
        return self._table(lambda a, b: float(bool({a.event_type, b.event_type} & NO_SETTING))) > 0

    @cached_property
    def last_days(self) -> Flags:
        """Both of types that may last for days."""
        return self._table(lambda a, b: float({a.event_type, b.event_type} <= LAST_DAYS)) > 0

    @cached_property
    def dealt(self) -> Flags:
        """Both of families that a deal and its terms are told in."""
        return self._table(lambda a, b: float({a.family, b.family} <= barriers.DEALT)) > 0

    @cached_property
    def contacts(self) -> Flags:
        """Both contacts, of persons or states."""
        return self._table(lambda a, b: float(a.family == b.family == "contact")) > 0

    @cached_property
    def by_person(self) -> Flags:
        """Both contacts of the persons named."""
        return self._table(lambda a, b: float({a.event_type, b.event_type} <= BY_PERSON)) > 0


def _sample() -> Features:
    (item,) = features([Claim("c", "s", 0, 1, "x", None, "other", "occurred", None)])
    return item
