"""Three made-up articles, and corrections of how they are read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from workbench import correcting, pipeline, reviewing
from workbench.decisions import corrections, verdicts
from workbench.decisions.claim_fields import put, typed
from workbench.models import Claim, Decision, Source
from workbench.rereading import reread
from workbench.store import Store

TODAY = date(2026, 3, 1)
TEXTS = {
    "a.txt": "3 Mayıs 2025'te Akçakum limanında çıkan yangında 4 kişi yaralandı. Vali 2 ölü var dedi.",
    "b.txt": "3 Mayıs 2025'te Akçakum limanında çıkan yangında 7 kişi yaralandı. Kent 5 Mayıs'ta yas tuttu.",
    "c.txt": "A fire broke out at the port of Akçakum on May 3, 2025. 7 people were injured. Talks are due.",
}
REVIEWER = "Ayşe"
Reader = Callable[[Source], tuple[Claim, ...]]


def at(minute: int) -> str:
    return f"2026-02-01T10:{minute:02}:00.000000+03:00"


def written(path: Path) -> Path:
    path.mkdir()
    for name, text in TEXTS.items():
        (path / name).write_text(f"Limanda yangın ({name})\n\n04.05.2025\n\n{text}\n", encoding="utf-8")
    return path


def imported(store: Store, folder: Path, names: tuple[str, ...] = tuple(TEXTS)) -> None:
    report = pipeline.import_paths(store, [folder / name for name in names])
    assert report.failed == []
    pipeline.link_pending(store, today=TODAY)


def source_of(store: Store, file: str) -> Source:
    return store.source(next(row.id for row in store.sources() if row.file == file))


def claim_with(store: Store, file: str, words: str) -> Claim:
    claims = store.claims(source=source_of(store, file).id)
    return next(one for one in claims if words in one.text and not one.heading)


def take(store: Store, decision: Decision) -> Decision:
    reviewing.decide(store, decision, today=TODAY)
    assert store.integrity() == []
    return decision


def events(store: Store, claim: Claim) -> list[corrections.Event]:
    return store.events_of_claims([claim.id])


def reject(store: Store, claim: Claim, minute: int = 0) -> Decision:
    entry = corrections.reject(claim, events(store, claim), reviewer=REVIEWER, at=at(minute))
    return take(store, entry)


def correct(store: Store, claim: Claim, changed: Claim, minute: int = 0) -> Decision:
    entry = corrections.correct(claim, changed, events(store, claim), reviewer=REVIEWER, at=at(minute))
    return take(store, entry)


def undo(store: Store, entry: Decision, minute: int = 50) -> Decision:
    return take(store, verdicts.undo(entry, store.decisions(), reviewer=REVIEWER, at=at(minute)))


def make(store: Store, file: str, words: str, minute: int = 0, **fields: str) -> Decision:
    source = source_of(store, file)
    start = source.text.index(words)
    draft, beside = correcting.draft_claim(store, source, start, start + len(words))
    claim = draft
    for name, text in fields.items():
        claim = put(claim, name, typed(name, text))
    return take(store, corrections.make(draft, claim, beside, reviewer=REVIEWER, at=at(minute)))


def all_claims(store: Store) -> dict[str, Claim]:
    return {claim.id: claim for claim in store.claims()}


def read_again(store: Store) -> list[str]:
    report = reread(store, [row.id for row in store.sources()])
    assert store.integrity() == []
    return [one.how for one in report.displaced]
