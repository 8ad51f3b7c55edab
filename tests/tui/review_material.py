"""A small made-up database for the review screens: our own sentences, every kind of difference."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from built_once import built_once

from workbench.models import (
    AttributeValue,
    Block,
    Claim,
    Discrepancy,
    Event,
    Publication,
    Source,
)
from workbench.store import open_store

TODAY = date(2026, 2, 10)
NOW = datetime(2026, 2, 10, 9, 30, tzinfo=UTC)

HARBOUR = """Liman Yangınında Bilanço
Körfez Postası - 03.02.2026
Akçakum limanındaki depo yangınında 14 işçi yaralandı. Vali Sedef Arıkan, yangının 2 Şubat gecesi \
başladığını söyledi. İtfaiye alevleri altı saatte söndürdü, liman iki gün boyunca gemilere kapalı kaldı.
Rıhtımdaki vinçlerden üçü kullanılamaz hale geldi. Soruşturma sürüyor.
En çok okunanlar: Hava durumu, Döviz kurları, Nöbetçi eczaneler
"""
FERRY = """Akçakum'da yangın: en az 17 yaralı
Sahil Haber - 4 Şubat 2026
Akçakum limanında çıkan depo yangınında en az 17 kişi yaralandı. Yangın 3 Şubat sabahı çıktı. \
Belediye başkanı, hasarın 40 milyon lirayı bulduğunu açıkladı.
Paylaş: posta, bağlantıyı kopyala
"""
WIRE = """Harbour fire injures fourteen
Coast Wire - 5 February 2026
A warehouse fire at the port of Akçakum injured 14 workers, the governor's office said. \
Damage was put at 55 million lira. Nine of the injured are still in hospital and five have gone home, \
the office said, 15 people in all.
"""
TALKS = """Su Paylaşımı Görüşmeleri Başladı
Ova Gazetesi - 09.01.2026
İki vilayetin heyetleri 8 Ocak'ta Derebaşı'nda bir araya geldi. Görüşmede kanalın 12 kilometresinin \
onarılması kararlaştırıldı.
"""


def source(
    file: str,
    text: str,
    *,
    title: str | None,
    publisher: str | None = None,
    day: date | None = None,
    inferred: bool = False,
    furniture: str | None = None,
) -> Source:
    """A source whose first line is its title and whose `furniture` (a beginning of a line) is furniture."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(
        id=f"s{digest[:12]}",
        file=file,
        title=title,
        publisher=publisher,
        published=day
        and Publication(
            best=day,
            start=day.replace(day=1) if inferred else day,
            end=day,
            precision="month" if inferred else "day",
            basis="inferred" if inferred else "stated",
            reason="neighbouring dates" if inferred else "stated in the article",
            evidence="",
        ),
        language="tr",
        url=None,
        sha256=digest,
        encoding="utf-8",
        text=text,
        original=text.encode("utf-8", "surrogatepass"),
        blocks=_blocks(text, furniture),
    )


def _blocks(text: str, furniture: str | None) -> tuple[Block, ...]:
    blocks = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            kind = "title" if number == 0 else "paragraph"
            if furniture and line.startswith(furniture):
                kind = "furniture"
            blocks.append(Block(start, start + len(line), kind))  # type: ignore[arg-type]
        start += len(line) + 1
    return tuple(blocks)


def claim(of: Source, clause: str, sentence: tuple[str, str] | None = None) -> Claim:
    """The claim that `clause` makes; `sentence` is how its sentence begins and ends, where it is longer."""
    start = of.text.index(clause)
    end = start + len(clause)
    context_start, context_end = start, end
    if sentence:
        context_start = of.text.index(sentence[0])
        context_end = of.text.index(sentence[1], end) + len(sentence[1])
    return Claim(
        id=f"c{of.id}{start}",
        source=of.id,
        start=start,
        end=end,
        text=clause,
        speaker=None,
        event_type="fire",
        modality="occurred",
        date=None,
        context_start=context_start,
        context_end=context_end,
    )


def value(of: Source, made: Claim, words: str, label: str, number: float | str) -> AttributeValue:
    """A claim's value whose words stand in the claim."""
    start = of.text.index(words, made.start)
    return AttributeValue(made.id, of.id, number, number, number, label, words, start, start + len(words))


def write(
    path: Path,
    sources: Sequence[Source],
    claims: Sequence[Claim],
    events: Sequence[Event],
    found: Sequence[Discrepancy],
) -> Path:
    """A database of these things at `path`."""
    with open_store(path) as store:
        for one in sources:
            assert store.add_source(one, [made for made in claims if made.source == one.id])
        store.replace_matching(events, [], found)
    return path


@built_once
def sample(path: Path) -> Path:
    """Two events, five differences: a count, a date, a total, a superseded figure and a place."""
    harbour = source(
        "korfez.txt",
        HARBOUR,
        title="Liman Yangınında Bilanço",
        publisher="Körfez Postası",
        day=date(2026, 2, 3),
        furniture="En çok",
    )
    ferry = source(
        "sahil.txt",
        FERRY,
        title="Akçakum'da yangın: en az 17 yaralı",
        publisher="Sahil Haber",
        day=date(2026, 2, 4),
        furniture="Paylaş",
    )
    wire = source(
        "wire.txt",
        WIRE,
        title="Harbour fire injures fourteen",
        publisher="Coast Wire",
        day=date(2026, 2, 28),
        inferred=True,
    )
    talks = source("ova.txt", TALKS, title="Su Paylaşımı Görüşmeleri Başladı", day=None)

    h_hurt = claim(harbour, "Akçakum limanındaki depo yangınında 14 işçi yaralandı.")
    h_day = claim(harbour, "yangının 2 Şubat gecesi başladığını", ("Vali Sedef", "söyledi."))
    f_hurt = claim(ferry, "Akçakum limanında çıkan depo yangınında en az 17 kişi yaralandı.")
    f_day = claim(ferry, "Yangın 3 Şubat sabahı çıktı.")
    f_cost = claim(ferry, "hasarın 40 milyon lirayı bulduğunu", ("Belediye başkanı", "açıkladı."))
    w_hurt = claim(wire, "A warehouse fire at the port of Akçakum injured 14 workers")
    w_cost = claim(wire, "Damage was put at 55 million lira.")
    w_sum = claim(wire, WIRE[WIRE.index("Nine of") : WIRE.index("in all.") + 7])
    t_met = claim(talks, "İki vilayetin heyetleri 8 Ocak'ta Derebaşı'nda bir araya geldi.")
    t_long = claim(talks, "Görüşmede kanalın 12 kilometresinin onarılması kararlaştırıldı.")

    fire = Event(
        "e1",
        "Harbour fire, Akçakum, February 2026",
        "fire",
        tuple(c.id for c in (h_hurt, h_day, f_hurt, f_day, f_cost, w_hurt, w_cost, w_sum)),
    )
    water = Event("e2", "Water talks, Derebaşı, 8 January 2026", "talks", (t_met.id, t_long.id))
    injured = Discrepancy(
        "d1",
        "e1",
        "count",
        "injured:worker",
        "conflict",
        "high",
        (
            value(harbour, h_hurt, "14 işçi", "14", 14),
            value(ferry, f_hurt, "en az 17 kişi", "at least 17", 17),
            value(wire, w_hurt, "14 workers", "14", 14),
        ),
        "Two sources say 14 injured, one says at least 17. An exact 14 lies outside 17 or more.",
        suggestion="14",
        rule="two independent origins agree",
    )
    day = Discrepancy(
        "d2",
        "e1",
        "date",
        "",
        "conflict",
        "medium",
        (
            value(harbour, h_day, "2 Şubat gecesi", "2 February 2026", "2026-02-02"),
            value(ferry, f_day, "3 Şubat sabahı", "3 February 2026", "2026-02-03"),
        ),
        "The fire broke out on the night of 2 February or on the morning of 3 February.",
    )
    cost = Discrepancy(
        "d3",
        "e1",
        "count",
        "damage:TRY",
        "superseded",
        "low",
        (
            value(ferry, f_cost, "40 milyon lirayı", "40 million TRY", 4e7),
            value(wire, w_cost, "55 million lira", "55 million TRY", 5.5e7),
        ),
        "The later report of 5 February puts the damage higher.",
        suggestion="55 million TRY",
        rule="the latest figure of a running total",
    )
    total = Discrepancy(
        "d4",
        "e1",
        "total",
        "injured",
        "tension",
        "medium",
        (
            value(wire, w_sum, "15 people in all", "15 in all", 15),
            value(wire, w_sum, "Nine of the injured are still in hospital and five", "9 + 5 = 14", 14),
        ),
        "The parts add up to 14, the article says 15.",
    )
    place = Discrepancy(
        "d5",
        "e2",
        "place",
        "",
        "tension",
        "low",
        (
            value(talks, t_met, "Derebaşı'nda", "Derebaşı", "Derebaşı"),
            value(talks, t_long, "kanalın 12 kilometresinin", "the canal", "canal"),
        ),
        "The talks and what was agreed name different places.",
    )
    return write(
        path,
        [harbour, ferry, wire, talks],
        [h_hurt, h_day, f_hurt, f_day, f_cost, w_hurt, w_cost, w_sum, t_met, t_long],
        [fire, water],
        [injured, day, cost, total, place],
    )
