"""What reviewers say of how an article is read meets its claims: at every reading of it, and at once.

The claims in the store are always `read_corrected` of their article. An entry that changes them is written
with the claims that follow from it in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from workbench.decisions.corrected import Corrected, corrected, passages
from workbench.decisions.corrections import passage, refuse_overtaken
from workbench.decisions.log import CORRECTING, REMARKS, in_effect
from workbench.decisions.standing import Displaced, displaced, heirs
from workbench.errors import DecisionError, SourceError, StoreError, WorkbenchError
from workbench.models import About, Claim, Decision, Source
from workbench.store import Store

_ATTEMPTS = 3


def claims_of(source: Source) -> tuple[Claim, ...]:
    """The claims that are read in an article. Raises SourceError where its text hits a fault of ours."""
    from workbench.claims import read_claims

    try:
        return read_claims(source)
    except (WorkbenchError, MemoryError):
        raise
    except Exception as error:
        # Other people's text may hit a fault nobody foresaw; the other files must still come in.
        detail = f"{source.file}: {type(error).__name__}: {error}"
        raise SourceError(
            "Claims cannot be read", detail, "this is a fault of workbench: report it"
        ) from error


def read_corrected(source: Source, log: Sequence[Decision]) -> Corrected:
    """The claims of an article with the corrections in effect; `log` has the entries on how it is read."""
    read = claims_of(source)
    if not log:
        return Corrected(read)
    return corrected(source, read, log, read_passages(source, passages(source, log)))


def read_passages(source: Source, spans: Iterable[tuple[int, int]]) -> Mapping[tuple[int, int], Claim]:
    """What is read in each of these passages, given by their offsets, as one claim."""
    wanted = set(spans)
    if not wanted:
        return {}
    from workbench.claims import read_passages as read

    return read(source, wanted)


def draft_claim(store: Store, source: Source, start: int, end: int) -> tuple[Claim, tuple[str, ...]]:
    """What is read in a passage as one claim, without an id, and the claims that it overlaps.

    Blanks at its ends are left off. Raises DecisionError where it cannot be a claim.
    """
    held = store.claims(source=source.id)
    span = passage(source, held, start, end)
    beside = tuple(one.id for one in held if one.start < span[1] and span[0] < one.end)
    return read_passages(source, [span])[span], beside


@dataclass(frozen=True, slots=True)
class Replaced:
    """What becomes of an article's claims: claims that are gone to their heirs, and decisions displaced."""

    heirs: Mapping[str, str]
    displaced: tuple[Displaced, ...]


class KnownLog:
    """The log, the claims that some reviewer had before them, and what was decided on each."""

    def __init__(self, entries: Sequence[Decision]) -> None:
        self.entries = entries
        self.seen = {claim for entry in entries for claim in (*entry.claims, *chain(*entry.saw))}
        self.decided: dict[str, set[About]] = {}
        for entry in entries:
            for claim in entry.claims if entry.kind not in (*CORRECTING, *REMARKS, "undo") else ():
                self.decided.setdefault(claim, set()).add(entry.attribute)

    def replaced(self, held: Mapping[str, Claim], fresh: Mapping[str, Claim], *, moved: bool) -> Replaced:
        """What becomes of the decisions on an article's claims; `moved` as in `standing.heirs`."""
        gone = [claim for key, claim in held.items() if key not in fresh and key in self.seen]
        new = [claim for key, claim in fresh.items() if key not in held]
        taken_over = heirs(gone, new, self.decided, moved=moved)
        return Replaced(taken_over, tuple(displaced(self.entries, held, fresh, taken_over, moved=moved)))


def take(store: Store, decision: Decision) -> None:
    """Writes an entry on how an article is read, with the claims that the article has by it.

    Both or neither is there after a crash. The claims must be matched again: the caller calls
    `link_pending`. Raises DecisionError where the claim is no more what the entry's reviewer had before
    them, or the entry to be undone is undone already.
    """
    for _ in range(_ATTEMPTS):
        source, log = store.source(decision.key), store.corrections(decision.key)
        held = {claim.id: claim for claim in store.claims(source=source.id)}
        _refuse_overtaken(decision, log, held)
        fresh = {claim.id: claim for claim in read_corrected(source, [*log, decision]).claims}
        known = KnownLog(store.decisions_on_claims(held))
        found = known.replaced(held, fresh, moved=False)
        expected = [entry.id for entry in log]
        if store.append_correction(decision, source, list(fresh.values()), found.heirs, expected):
            return
    raise StoreError("The article is being corrected by somebody else", source.file, "Try again.")


def _refuse_overtaken(decision: Decision, log: Sequence[Decision], held: Mapping[str, Claim]) -> None:
    if decision.kind == "undo":
        if all(entry.id != decision.undoes for entry in in_effect(log)):
            raise DecisionError("This is undone already", str(decision.undoes), "Read the log again.")
    else:
        refuse_overtaken(held.get(decision.claims[0]), decision, log)
