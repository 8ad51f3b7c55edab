"""A database for the event screen, read and matched by the program: a fire in three papers, an exchange."""

from __future__ import annotations

from pathlib import Path

from built_once import built_once
from review_material import TODAY

from workbench import pipeline
from workbench.claims import read_claims
from workbench.models import Event
from workbench.sources import source_from_bytes
from workbench.store import Store, open_store

ARTICLES = {
    "korfez.txt": """Limanda yangın

03.02.2026

2 Şubat 2026'da Akçakum limanındaki depo yangınında 14 işçi yaralandı.

İtfaiye yangını altı saatte söndürdü.
""",
    "sahil.txt": """Akçakum'da depo yandı

04.02.2026

2 Şubat'ta Akçakum limanında çıkan depo yangınında en az 17 işçi yaralandı.
""",
    "wire.txt": """Harbour fire injures fourteen

February 5, 2026

A fire at a warehouse in the port of Akçakum injured 14 workers on February 2, 2026.
""",
    "takas.txt": """Takas tamamlandı

26.05.2025

Ermenistan ile Azerbaycan arasındaki esir takası 23-25 Mayıs'ta yapıldı ve toplam 900 esir değiştirildi.

İlk gün 310, ikinci gün 290, üçüncü gün 300 esir serbest bırakıldı.
""",
    "swap.txt": """Prisoners come home

May 23, 2025

Armenia and Azerbaijan exchanged 310 prisoners on Friday, the Red Cross said.
""",
    "once.txt": """Takas

03.05.2025

Ermenistan ile Azerbaycan 2 Mayıs'ta 44 esiri takas etti.
""",
}


@built_once
def matched(path: Path) -> Path:
    """The database at `path`."""
    with open_store(path) as store:
        for name, text in ARTICLES.items():
            source = source_from_bytes(text.encode(), name)
            store.add_source(source, read_claims(source))
        pipeline.rematch(store, today=TODAY)
    return path


def holding(store: Store, number: float) -> Event:
    """The event of a claim with that number."""
    claims = [claim for claim in store.claims() if any(q.value == number for q in claim.quantities)]
    return store.events_of_claims([claims[0].id])[0]
