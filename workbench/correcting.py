"""What reviewers say of how an article is read meets its claims: at every reading of it, and at once.

The claims in the store are always `read_corrected` of their article. An entry that changes them is written
with the claims that follow from it in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from workbench.decisions import describing
from workbench.decisions.corrected import Corrected, corrected, passages
from workbench.decisions.corrections import passage, refuse_overtaken
from workbench.decisions.describing import (
    READ_BY,
    Values,
    describe,
    publication,
    reads_anew,
    refuse_removed,
    removal,
)
from workbench.decisions.describing import said as said_of
from workbench.decisions.log import ON_ARTICLES, READING, REMARKS, acted_on, in_effect
from workbench.decisions.standing import Displaced, displaced, heirs
from workbench.errors import DecisionError, SourceError, StoreError, WorkbenchError
from workbench.models import About, Claim, Decision, Source
from workbench.store import NOTHING_SAID, Said, Store

_ATTEMPTS = 3


def claims_of(source: Source) -> tuple[Claim, ...]:
    """The claims that are read in an article, with what extractors of others add.

    Raises SourceError where its text hits a fault of ours.
    """
    from workbench.claims import read_claims
    from workbench.extracting import extended

    try:
        return extended(source, read_claims(source))
    except (WorkbenchError, MemoryError):
        raise
    except Exception as error:
        # Other people's text may hit a fault nobody foresaw; the other files must still come in.
        detail = f"{source.file}: {type(error).__name__}: {error}"
        raise SourceError(
            "Claims cannot be read", detail, "this is a fault of workbench: report it"
        ) from error


@dataclass(frozen=True, slots=True)
class Standing:
    """An article as it stands by what reviewers say of it, its claims, and what the store keeps of that."""

    source: Source
    claims: tuple[Claim, ...]
    displaced: tuple[Displaced, ...] = ()
    said: Said = NOTHING_SAID


def standing(told: Source, log: Sequence[Decision], read: tuple[Claim, ...] | None = None) -> Standing:
    """An article by what its import `told` and the entries on it; `read` are the claims that are read in it.

    Raises SourceError and LanguageError where it cannot be read as it is described.
    """
    source = described(told, log)
    out = removal(log)
    said = Said(None if source == told else told, out.id if out else None)
    if out:
        return Standing(source, (), (), said)
    if source.published != told.published or source.language != told.language:
        read = None
    found = read_corrected(source, log, read)
    return Standing(source, found.claims, found.displaced, said)


def described(told: Source, log: Sequence[Decision]) -> Source:
    """The article with what reviewers say of it in the place of what its import told."""
    fields = said_of(log)
    plain: dict[str, Any] = {
        name: value for name, (value, _) in fields.items() if name not in ("published", "language")
    }
    source = replace(told, **plain)
    if plain.keys() == fields.keys():
        return source
    from workbench.sources.making import described as read_as

    day = fields.get("published")
    code, _ = fields.get("language", (None, None))
    return read_as(source, code or told.language, publication(*day) if day else None, dated=bool(day))


def read_corrected(
    source: Source, log: Sequence[Decision], read: tuple[Claim, ...] | None = None
) -> Corrected:
    """The claims of an article with the corrections in effect; `log` has the entries on how it is read.

    `read` are the claims that are read in it, where that is known already.
    """
    read = claims_of(source) if read is None else read
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
            for claim in entry.claims if entry.kind not in (*READING, *REMARKS, "undo") else ():
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
        before, log = store.source(decision.key), store.corrections(decision.key)
        held = {claim.id: claim for claim in store.claims(source=before.id)}
        _refuse_overtaken(decision, log, before, held)
        told = store.source_as_told(before.id)
        now = standing(told, [*log, decision])
        fresh = {claim.id: claim for claim in now.claims}
        known = KnownLog(store.decisions_on_claims(held))
        found = known.replaced(held, fresh, moved=False)
        expected = [entry.id for entry in log]
        claims = None if only_shown(decision, [*log, decision]) else list(fresh.values())
        if store.append_correction(decision, now.source, claims, found.heirs, expected, now.said):
            return
    raise StoreError("The article is being corrected by somebody else", before.file, "Try again.")


def read_otherwise(store: Store, source: Source, changed: Values) -> list[str]:
    """The claims that the article would have anew or otherwise by another description of it.

    Raises SourceError and LanguageError where it cannot be read so.
    """
    if set(READ_BY).isdisjoint(changed):
        return []
    log = store.corrections(source.id)
    trial = describe(source, changed, (), reviewer="-", at="2000-01-01T00:00:00+00:00")
    held = {claim.id: claim for claim in store.claims(source=source.id)}
    now = standing(store.source_as_told(source.id), [*log, trial])
    return [claim.id for claim in now.claims if held.get(claim.id) != claim]


def only_shown(decision: Decision, log: Sequence[Decision]) -> bool:
    """Whether an entry, or what it takes back, bears on what is shown of the article alone."""
    acts = acted_on(decision, {entry.id: entry for entry in log}.get)
    return acts is not None and acts.kind in ON_ARTICLES and not reads_anew(acts)


def _refuse_overtaken(
    decision: Decision, log: Sequence[Decision], source: Source, held: Mapping[str, Claim]
) -> None:
    if decision.kind == "undo":
        if all(entry.id != decision.undoes for entry in in_effect(log)):
            raise DecisionError("This is undone already", str(decision.undoes), "Read the log again.")
    elif decision.kind in ON_ARTICLES:
        describing.refuse_overtaken(source, decision, log)
    else:
        refuse_removed(source.file, log)
        refuse_overtaken(held.get(decision.claims[0]), decision, log)
