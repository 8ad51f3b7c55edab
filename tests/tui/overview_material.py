"""The numbers of a busy newsroom, as the store would count them."""

from __future__ import annotations

from datetime import timedelta

from review_material import TODAY

from workbench.models import Attribute, Severity, Status
from workbench.store.overview import Agreement, DayCount, DifferenceCount, Outlet, Overview, Waiting

_HEAPS: tuple[tuple[Status, Attribute, Severity, int], ...] = (
    ("open", "count", "high", 41),
    ("open", "count", "medium", 63),
    ("open", "count", "low", 18),
    ("reopened", "count", "high", 3),
    ("open", "date", "high", 12),
    ("open", "date", "medium", 30),
    ("open", "place", "medium", 9),
    ("open", "place", "low", 22),
    ("open", "participants", "low", 17),
    ("open", "wording", "low", 5),
    ("open", "total", "high", 2),
    ("resolved", "count", "high", 310),
    ("dismissed", "place", "low", 95),
    ("deferred", "date", "medium", 14),
)
_REVIEWERS = {"Ayşe": 9, "Barış": 6, "Ceren": 4, "Deniz": 2, "Emre": 1}

NEWSROOM = Overview(
    counts=tuple(
        DifferenceCount(status, attribute, "conflict", severity, number)
        for status, attribute, severity, number in _HEAPS
    ),
    days=tuple(
        DayCount(TODAY - timedelta(days=back), name, 1 + (usual * (back * 7 + 3) + back) % (2 * usual))
        for back in range(30)
        for name, usual in _REVIEWERS.items()
        if (TODAY - timedelta(days=back)).weekday() < 5
    ),
    waiting=Waiting(1.5, 412),
    outlets=tuple(
        Outlet(name, differing, claims)
        for name, differing, claims in (
            ("Körfez Postası", 31, 80),
            ("Sahil Haber", 40, 133),
            ("Coast Wire", 25, 101),
            ("Ova Gazetesi", 12, 96),
            ("Bozkır'ın Sesi ve Yayla Havadisleri", 6, 71),
            ("rapor-2026-02.txt", 1, 40),
        )
    ),
    agreement=(Agreement("Ayşe", 120, 150), Agreement("Barış", 70, 98), Agreement("Ceren", 9, 41)),
)
