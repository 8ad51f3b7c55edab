"""A database with one event that two articles tell differently, and a way to run commands on it."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cli_running import Run
from click.testing import CliRunner, Result

from workbench.cli import main
from workbench.models import (
    AttributeValue,
    Claim,
    DateSpan,
    Discrepancy,
    Event,
    Link,
    Publication,
    Quantity,
    ScorePart,
    Source,
)
from workbench.store import open_store

FIRST = "3 Mayıs'ta taraflar biner esir bıraktı."
SECOND = "3 Mayıs'ta iki ülke 1.200'er esiri [bold]evine[/bold] yolladı."
THIRD = "Görüşmede esirler konuşuldu."


def source(key: str, text: str, day: date, title: str) -> Source:
    published = Publication(day, day, day, "day", "stated", "printed", "")
    return Source(
        id=key,
        file=f"{key}.txt",
        title=title,
        publisher=None,
        published=published,
        language="tr",
        url=None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        text=text,
        original=text.encode(),
    )


def claim(key: str, of: str, text: str, expr: str = "", number: float = 0.0) -> Claim:
    start = text.index(expr)
    quantity = Quantity(
        value=number,
        low=number,
        high=number,
        unit="person",
        counted="prisoner_of_war",
        side="each",
        scope="event",
        modifier="exactly",
        expr=expr,
        start=start,
        end=start + len(expr),
    )
    day = DateSpan(date(2025, 5, 3), date(2025, 5, 3), "day", text[:10], 0, 10, "year_from_publication")
    return Claim(
        id=key,
        source=of,
        start=0,
        end=len(text),
        text=text,
        speaker=None,
        event_type="prisoner_exchange",
        modality="occurred",
        date=day if expr else None,
        dates=(day,) if expr else (),
        quantities=(quantity,) if expr else (),
        context_end=len(text),
    )


def fill(path: Path) -> None:
    """Two sources, their claims in one event with a link and a discrepancy; a third stands alone."""
    claims = [claim("ca11", "sa", FIRST, "biner", 1000.0), claim("cb22", "sb", SECOND, "1.200'er", 1200.0)]
    other = claim("cc33", "sc", THIRD)
    event = Event(
        "e1", "takas, 3 \x1b[31mMayıs", "prisoner_exchange", ("ca11", "cb22"), claims[0].date, origins=2
    )
    alone = Event("e2", "görüşme", "talks", ("cc33",))
    parts = (ScorePart("type", 2.0, "both are an exchange"), ScorePart("wording", -0.5, "other words"))
    values = tuple(
        AttributeValue(
            one.id,
            one.source,
            one.quantities[0].value,
            one.quantities[0].low,
            one.quantities[0].high,
            label,
            one.quantities[0].expr,
            one.quantities[0].start,
            one.quantities[0].end,
        )
        for one, label in zip(claims, ("1000 each", "1200 each"), strict=True)
    )
    found = Discrepancy(
        "d1aa",
        "e1",
        "count",
        "prisoner_of_war:each",
        "conflict",
        "high",
        values,
        "1000 each and 1200 each cannot both be the number.",
        "1200 each",
        "told later",
    )
    old = replace(
        found, id="d2bb", verdict="superseded", severity="low", key="body", suggestion=None, rule=None
    )
    with open_store(path) as store:
        store.add_source(source("sa", FIRST, date(2025, 5, 3), "Takas başladı"), [claims[0]])
        store.add_source(source("sb", SECOND, date(2025, 5, 4), "=Takas \x1b[2Jbitti"), [claims[1]])
        store.add_source(source("sc", THIRD, date(2025, 5, 5), "Görüşme"), [other])
        store.replace_matching([event, alone], [Link("ca11", "cb22", 1.5, parts)], [found, old])


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "claims.db"
    fill(path)
    return path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs a command in an empty folder, with no settings of this machine."""
    (tmp_path / "empty.toml").write_text("")
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "empty.toml"))
    monkeypatch.delenv("WORKBENCH_DB", raising=False)
    monkeypatch.setenv("WORKBENCH_REVIEWER", "ayse")
    monkeypatch.delenv("WORKBENCH_SCALE", raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> Result:
        return CliRunner().invoke(main, list(words), catch_exceptions=False)

    yield call
