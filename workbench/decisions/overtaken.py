"""Two reviewers at once: a verdict is refused where another one came first that its reviewer had not seen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from workbench.decisions.knowing import names_in, newest_known
from workbench.decisions.log import ACTS, Verdicts
from workbench.decisions.telling import at_time
from workbench.errors import DecisionError
from workbench.models import Decision, Discrepancy


class OvertakenError(DecisionError):
    """Somebody has decided in the meantime: `by` is the verdict that is in force now."""

    def __init__(self, by: Decision) -> None:
        super().__init__(
            "Decided in the meantime",
            at_time(by),
            "Nothing of yours was written. Look at it again, then decide.",
        )
        self.by = by


def refuse_overtaken(
    log: Sequence[Decision], discrepancies: Iterable[Discrepancy], seen: Collection[str]
) -> None:
    """Raises OvertakenError where a verdict stands on one of these that is not among the ids `seen`."""
    verdicts = Verdicts(log)
    for one in discrepancies:
        for standing in reversed(verdicts.apart(one)):
            if standing.id not in seen:
                raise OvertakenError(standing)


def knew(log: Sequence[Decision], decision: Decision) -> tuple[str, ...]:
    """What a verdict or an undo that follows in this log knows of (`Decision.knew`)."""
    if decision.kind not in ACTS or not decision.discrepancy:
        return ()
    about = {*names_in(decision)}
    return newest_known(one for one in log if one.kind in ACTS and not about.isdisjoint(names_in(one)))
