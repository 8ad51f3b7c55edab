"""What reviewers do with articles as a whole meets the database: taking out, bringing back, describing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbench.correcting import read_otherwise
from workbench.decisions import describing
from workbench.decisions.describing import FIELDS, Field
from workbench.decisions.log import CORRECTING, in_effect
from workbench.errors import UsageError
from workbench.models import Decision, Retrieval, Source
from workbench.reviewing import decide, taking_back
from workbench.store import SourceRow, Store


@dataclass(frozen=True, slots=True)
class Resting:
    """What hangs on an article: its claims, the decisions in effect on them, how many corrections."""

    source: Source
    claims: int
    decisions: tuple[Decision, ...]
    corrections: int


@dataclass(frozen=True, slots=True)
class About:
    """Everything known of an article as a whole.

    `told` is the article as its import told it, `set_by` the entry by which each field is otherwise,
    `removed` the one by which it is out. `copies` are the articles that are near copies of it;
    `versions` all versions of it, the first one first, where there are several: they are no copies.
    """

    row: SourceRow
    source: Source
    told: Source
    set_by: Mapping[Field, Decision]
    removed: Decision | None
    retrievals: tuple[Retrieval, ...]
    copy_of: SourceRow | None
    copies: tuple[SourceRow, ...]
    versions: tuple[SourceRow, ...]
    resting: Resting


def about(store: Store, source_id: str) -> About:
    """Everything known of an article. Raises StoreError where it is unknown."""
    rows = {row.id: row for row in store.sources(removed=True)}
    source, log = store.source(source_id), store.corrections(source_id)
    row = rows[source_id]
    versions = [rows[one] for one in store.versions(row.version.article)] if row.version else []
    others = {name: one for name, one in rows.items() if one not in versions}
    return About(
        row,
        source,
        store.source_as_told(source_id),
        {name: entry for name, (_, entry) in describing.said(log).items()},
        describing.removal(log),
        tuple(store.retrievals(source_id)),
        others.get(row.copy_of or ""),
        tuple(one for one in others.values() if one.copy_of == source_id),
        tuple(versions),
        resting(store, source),
    )


def resting(store: Store, source: Source) -> Resting:
    """What hangs on an article."""
    claims = [claim.id for claim in store.claims(source=source.id)]
    decisions = describing.resting_on(store.decisions_on_claims(claims), claims)
    corrected = [one for one in in_effect(store.corrections(source.id)) if one.kind in CORRECTING]
    return Resting(source, len(claims), tuple(decisions), len(corrected))


def remove(store: Store, source: Source, *, reviewer: str, at: str, note: str | None = None) -> Decision:
    """Takes an article out; the entry that says so. Claims must be matched again.

    DecisionError where it is out already.
    """
    describing.refuse_removed(source.file, store.corrections(source.id))
    claims = store.claims(source=source.id)
    entry = describing.remove(source, claims, reviewer=reviewer, at=at, note=note)
    decide(store, entry)
    return entry


def restore(store: Store, source: Source, *, reviewer: str, at: str, note: str | None = None) -> Decision:
    """Brings an article back; the entry that was taken back for it. Claims must be matched again.

    Raises UsageError where it is not out.
    """
    out = describing.removal(store.corrections(source.id))
    if out is None:
        raise UsageError("This article is not removed", source.file, "there is nothing to bring back")
    decide(store, taking_back(store, out, reviewer=reviewer, at=at, note=note))
    return out


def describe(
    store: Store,
    source: Source,
    given: Mapping[Field, str],
    *,
    reviewer: str,
    at: str,
    today: date,
    note: str | None = None,
) -> Decision:
    """Says of an article's fields what was typed; `source` is the article that the reviewer had before them.

    DecisionError where a value cannot be read, nothing is changed or somebody was faster; LanguageError
    where no such language is read.
    """
    describing.refuse_removed(source.file, store.corrections(source.id))
    changed = {name: describing.typed(name, given[name], today=today) for name in FIELDS if name in given}
    changed = {name: value for name, value in changed.items() if describing.given(source, name) != value}
    claims = read_otherwise(store, source, changed) if changed else []
    entry = describing.describe(source, changed, claims, reviewer=reviewer, at=at, note=note)
    decide(store, entry)
    return entry
