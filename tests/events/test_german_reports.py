"""A third language meets the others by canonical names: German reports join the events of the samples."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from workbench.claims import read_claims
from workbench.events.match import match
from workbench.models import Claim, Event, Source
from workbench.sources import source_from_text

SAMPLES = Path(__file__).parents[2] / "sources"
REPORTS = {
    "austausch": """ date 2025-05-26 Drei Tage, drei Etappen: Der große Gefangenenaustausch ist beendet

Russland und die Ukraine haben am Sonntag die letzten Gefangenen ausgetauscht. \
Am 25. Mai ließen beide Seiten jeweils 303 Gefangene frei.

Am Freitag, dem 23. Mai, waren jeweils 390 Gefangene ausgetauscht worden. \
Am 24. Mai folgten jeweils 307 Gefangene. Insgesamt kamen in drei Tagen 1000 Gefangene pro Seite frei.

Vereinbart worden war der Austausch am 16. Mai bei den Gesprächen in Istanbul. \
Selenskyj teilte mit, unter den Freigelassenen seien auch Grenzschützer.

Mehr zum Thema

Wetter: Am Abend drohen 3 Gewitter
""",
    "beben": """ date 2025-08-11 Schweres Erdbeben im Westen der Türkei

Ein Erdbeben der Stärke 6,1 hat am Sonntagabend, dem 10. August, \
den Ort Sındırgı in der Provinz Balıkesir erschüttert. \
Laut AFAD ereignete es sich um 19.53 Uhr in einer Tiefe von 11 Kilometern.

Innenminister Ali Yerlikaya teilte mit, bei dem Erdbeben seien 29 Menschen verletzt worden. \
16 Gebäude seien eingestürzt.
""",
    "telefonat": """ date 2025-11-24 Erdogan und Putin telefonieren über Waffenruhe

Der türkische Präsident Recep Tayyip Erdogan hat am Montag \
mit dem russischen Präsidenten Wladimir Putin telefoniert.

Das Telefonat der beiden Präsidenten am 24. November bestätigte auch der Kreml.
""",
}


@cache
def matched() -> tuple[dict[str, Source], dict[str, Claim], list[Event]]:
    """Samples and German reports, read and matched together; sources by file name."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))} | REPORTS
    sources = [source_from_text(text, file=name) for name, text in texts.items()]
    claims = {claim.id: claim for source in sources for claim in read_claims(source)}
    events = match(list(claims.values()), {source.id: source for source in sources}).events
    return {source.file: source for source in sources}, claims, events


def files_of(event: Event) -> set[str]:
    sources, claims, _ = matched()
    names = {source.id: file for file, source in sources.items()}
    return {names[claims[one].source] for one in event.claims}


@pytest.mark.parametrize("name", REPORTS)
def test_a_german_report_is_recognised_and_dated(name: str) -> None:
    source = matched()[0][name]
    assert source.language == "de"
    assert source.published is not None
    assert source.published.best.isoformat() == REPORTS[name].split()[1]


@pytest.mark.parametrize(
    ("name", "event_type", "day", "others"),
    [
        pytest.param(
            "austausch",
            "prisoner_exchange",
            "2025-05-25",
            {"06-takas-ucuncu-gun.txt", "08-prisoner-swap-thousand-each.txt"},
            id="the last day of the swap",
        ),
        pytest.param(
            "austausch",
            "prisoner_exchange",
            "2025-05-23",
            {"06-takas-ucuncu-gun.txt", "08-prisoner-swap-thousand-each.txt"},
            id="its first day",
        ),
        pytest.param(
            "beben",
            "earthquake",
            "2025-08-10",
            {"09-sindirgi-depremi-ilk-bilgiler.txt", "10-sindirgi-depremi-ertesi-gun.txt"},
            id="an earthquake",
        ),
        pytest.param(
            "telefonat", "phone_call", "2025-11-24", {"03-erdogan-putin-telefon.txt"}, id="a telephone call"
        ),
    ],
)
def test_a_german_report_joins_the_event_of_the_others(
    name: str, event_type: str, day: str, others: set[str]
) -> None:
    events = [
        event
        for event in matched()[2]
        if event.event_type == event_type
        and event.date is not None
        and event.date.start.isoformat() == day
        and name in files_of(event)
    ]
    assert any(others <= files_of(event) for event in events), [
        (event.label, sorted(files_of(event))) for event in events
    ]


def test_german_figures_stand_beside_the_others() -> None:
    sources, claims, _ = matched()
    own = [claim for claim in claims.values() if claim.source == sources["austausch"].id]
    figures = {(q.value, q.counted, q.side) for claim in own for q in claim.quantities}
    assert {(n, "prisoner_of_war", "each") for n in (303.0, 390.0, 307.0, 1000.0)} <= figures


def test_page_furniture_gives_no_german_claims() -> None:
    sources, claims, _ = matched()
    texts = [claim.text for claim in claims.values() if claim.source == sources["austausch"].id]
    assert texts
    assert not any("Gewitter" in text for text in texts)
