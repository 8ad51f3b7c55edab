"""A sign and a word for what is said of differences and claims, so that no colour stands alone."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.models import Severity, Status, Verdict
from workbench.words import N_, _


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign, and its word as the catalogues know it."""

    sign: str
    word_text: str

    @property
    def word(self) -> str:
        """In the reader's language."""
        return _(self.word_text)


SEVERITIES: dict[Severity, Sign] = {
    "high": Sign("▲", N_("high")),
    "medium": Sign("◆", N_("medium")),
    "low": Sign("▽", N_("low")),
}
VERDICTS: dict[Verdict, Sign] = {
    "conflict": Sign("≠", N_("conflict")),
    "tension": Sign("≈", N_("tension")),
    "superseded": Sign("»", N_("superseded")),
}
STATUSES: dict[Status, Sign] = {
    "open": Sign("○", N_("open")),
    "reopened": Sign("↺", N_("reopened")),
    "resolved": Sign("✓", N_("resolved")),
    "dismissed": Sign("✕", N_("dismissed")),
    "deferred": Sign("→", N_("deferred")),
}
DISPUTED = Sign("⇄", N_("disputed"))
"""In the place of the status, where reviewers who did not know of each other decided otherwise."""
MODALITIES: dict[str, str] = {
    "occurred": N_("occurred"),
    "agreed": N_("agreed"),
    "proposed": N_("proposed"),
    "planned": N_("planned"),
    "expected": N_("expected"),
    "denied": N_("denied"),
}
"""How far it got, as the catalogues know it."""
