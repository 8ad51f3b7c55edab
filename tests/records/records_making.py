"""Small claims and sources for the tests of this folder, in our own words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.models import AttributeValue, Claim, DateSpan, Publication, Quantity
from workbench.records.rows import Row, What
from workbench.records.writing import Export, Made, Writer

TODAY = date(2026, 3, 1)
MADE = Made("workbench 0", 1, "0" * 16)


@dataclass(frozen=True)
class Origin:
    """A source as the exports see it."""

    id: str
    file: str
    published: Publication | None
    title: str | None = "Takas"
    publisher: str | None = None
    language: str = "tr"
    url: str | None = None
    sha256: str = "00"
    copy_of: str | None = None


def published(day: date) -> Publication:
    return Publication(day, day, day, "day", "stated", "printed", "3 Mayıs")


def count(value: float, text: str, expr: str, **fields: Any) -> Quantity:
    start = text.index(expr)
    interval: dict[str, Any] = {
        "low": value,
        "high": value,
        "modifier": "exactly",
        "scope": "event",
        "side": "each",
    } | fields
    return Quantity(
        value=value,
        unit="person",
        counted="prisoner_of_war",
        expr=expr,
        start=start,
        end=start + len(expr),
        **interval,
    )


def claim(key: str, source: str, text: str, *quantities: Quantity) -> Claim:
    when = DateSpan(date(2025, 5, 3), date(2025, 5, 3), "day", "3 Mayıs'ta", 0, 10, "year_from_publication")
    return Claim(
        id=key,
        source=source,
        start=0,
        end=len(text),
        text=text,
        speaker=None,
        event_type="prisoner_exchange",
        modality="occurred",
        date=when,
        dates=(when,),
        quantities=quantities,
    )


def value(one: Claim, label: str) -> AttributeValue:
    said = one.quantities[0]
    return AttributeValue(
        one.id, one.source, said.value, said.low, said.high, label, said.expr, said.start, said.end
    )


def written(writer: Writer, rows: list[Row], what: What) -> str:
    """What a writer of text makes of these rows."""
    return b"".join(writer.write(Export(what, len(rows), MADE, rows))).decode()
