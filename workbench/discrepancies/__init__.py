"""Events to discrepancies: one attribute a file, all in one registry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.discrepancies.around import Lookup
from workbench.discrepancies.aspects import detect_aspects
from workbench.discrepancies.counts import detect_counts
from workbench.discrepancies.dates import detect_dates
from workbench.discrepancies.denials import detect_denials
from workbench.discrepancies.names import detect_names
from workbench.discrepancies.participants import detect_participants
from workbench.discrepancies.parts import detect_parts
from workbench.discrepancies.places import detect_places
from workbench.discrepancies.plans import detect_plans
from workbench.discrepancies.speakers import detect_speakers
from workbench.discrepancies.status import detect_status
from workbench.discrepancies.sums import detect_sums
from workbench.discrepancies.times import detect_times
from workbench.discrepancies.totals import detect_totals
from workbench.discrepancies.versions import detect_versions
from workbench.discrepancies.view import Detector, SourceInfo, World, view
from workbench.discrepancies.weekdays import detect_weekdays
from workbench.discrepancies.wording import detect_wording
from workbench.discrepancies.years import detect_years
from workbench.models import Claim, Discrepancy, Event

__all__ = ["DETECTORS", "Lookup", "detect", "once"]

DETECTORS: tuple[Detector, ...] = (
    detect_counts,
    detect_dates,
    detect_weekdays,
    detect_times,
    detect_places,
    detect_names,
    detect_denials,
    detect_status,
    detect_plans,
    detect_wording,
    detect_speakers,
    detect_participants,
    detect_aspects,
    detect_sums,
    detect_parts,
    detect_totals,
    detect_years,
    detect_versions,
)


def detect(
    events: Sequence[Event],
    claims: Mapping[str, Claim],
    sources: Mapping[str, SourceInfo],
    *,
    lookup: Lookup | None = None,
    further: Sequence[Detector] = (),
) -> list[Discrepancy]:
    """What claims of one event disagree on, ordered by id.

    `sources` maps source ids to what is known of them. `lookup` finds the events beyond those given
    that a check needs, with their claims in `claims`; without it, `events` are all there are. `further` are
    detectors beside our own.
    """
    world = World(events, claims, sources, lookup)
    detectors = (*DETECTORS, *further)
    found = [d for event in events for detector in detectors for d in detector(view(event, world))]
    return sorted(once(found), key=lambda d: d.id)


def once(found: Sequence[Discrepancy]) -> list[Discrepancy]:
    """Each discrepancy once: a quotation that claims of several events share differs only once."""
    kept: dict[tuple[str, ...], Discrepancy] = {}
    for one in sorted(found, key=lambda d: d.id):
        quoted = one.attribute == "wording" and one.key.count(".") == 2
        kept.setdefault(("wording", one.key) if quoted else (one.id,), one)
    return list(kept.values())
