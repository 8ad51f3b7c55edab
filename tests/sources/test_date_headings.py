"""Day-month headings and the years that they take."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.models import Source
from workbench.sources import source_from_bytes

INTRO = "Yılın öne çıkan gelişmelerini gün gün derledik, buyurun okuyun."


def read(body: str, published: str = "31.12.2025") -> Source:
    return source_from_bytes(f"Yılın olayları\n\n{published}\n\n{INTRO}{body}".encode(), "yil.txt")


def headings(source: Source) -> list[tuple[str, str]]:
    found = [block for block in source.blocks if block.kind == "date_heading" and block.date]
    return [(block.date.expr, block.date.start.isoformat()) for block in found if block.date]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "27 OCAKBanka açıldıBanka dün açıldı.", [("27 OCAK", "2025-01-27")], id="capitals, glued"
        ),
        pytest.param("7 TEMMUZ17. FuarFuar dün açıldı.", [("7 TEMMUZ", "2025-07-07")], id="before a digit"),
        pytest.param(
            "23 TEMMUZÇınar devrildiAğaç kesildi.", [("23 TEMMUZ", "2025-07-23")], id="Turkish capital"
        ),
        pytest.param(
            "2 HAZİRANABD heyeti geldiHeyet konuştu.", [("2 HAZİRAN", "2025-06-02")], id="before an acronym"
        ),
        pytest.param(
            "9 MayısBanka açıldıBanka dün açıldı.", [("9 Mayıs", "2025-05-09")], id="capitalised, glued"
        ),
        pytest.param('5 MART"Söz verdik"Vali parkı açtı.', [("5 MART", "2025-03-05")], id="before a quote"),
        pytest.param(
            "\n\n5 Mart\n\nVali dün parkı açtı.", [("5 Mart", "2025-03-05")], id="a line of its own"
        ),
        pytest.param(
            "\n\n5 Mart 2024\n\nVali parkı açtı.", [("5 Mart 2024", "2024-03-05")], id="with its year"
        ),
        pytest.param("\n\n5 MART: Vali parkı açtı.", [("5 MART", "2025-03-05")], id="a colon, then the text"),
        pytest.param("\n\n5 Mart - Vali parkı açtı.", [("5 Mart", "2025-03-05")], id="a dash, then the text"),
        pytest.param(" 5 MART Vali dün parkı açtı.", [("5 MART", "2025-03-05")], id="capitals with blanks"),
        pytest.param("23 Temmuz'da fuar açıldı.", [], id="case ending: running text"),
        pytest.param("23 TEMMUZ'DA FUAR AÇILDI", [], id="case ending in capitals"),
        pytest.param(
            "\n\n16 MAYISTA FUAR AÇILIYOR\n\nVali parkı açtı.", [], id="case ending without apostrophe"
        ),
        pytest.param(" Fuar 23 Temmuz Çarşamba günü açıldı.", [], id="inside a sentence"),
        pytest.param("\n\nBursa, 25 Mayıs (ajans) - Vali parkı açtı.", [], id="an agency's place and date"),
        pytest.param("31 ŞUBATVali konuştuVali parkı açtı.", [], id="no such day"),
    ],
)
def test_found(body: str, expected: list[tuple[str, str]]) -> None:
    source = read(body)
    assert expected == headings(source)
    for block in source.blocks:
        if block.date:
            assert block.date.expr == source.text[block.date.expr_start : block.date.expr_end]


def chronicle(*days: str) -> str:
    return "".join(f"{day}Köprü açıldıVali köprüyü dün açtı." for day in days)


@pytest.mark.parametrize(
    ("days", "published", "expected"),
    [
        pytest.param(
            ["27 OCAK", "13 ARALIK"], "31.12.2025", ["2025-01-27", "2025-12-13"], id="the year of publication"
        ),
        pytest.param(
            ["5 OCAK", "8 MART", "13 ARALIK"],
            "20.01.2026",
            ["2025-01-05", "2025-03-08", "2025-12-13"],
            id="ascending: one year",
        ),
        pytest.param(
            ["13 ARALIK", "5 OCAK"],
            "20.01.2026",
            ["2025-12-13", "2026-01-05"],
            id="over the turn of the year",
        ),
        pytest.param(
            ["13 KASIM", "2 MART", "5 OCAK"],
            "20.12.2025",
            ["2025-11-13", "2025-03-02", "2025-01-05"],
            id="newest first",
        ),
        pytest.param(
            ["24 ŞUBAT", "22 ŞUBAT", "9 MART"],
            "31.12.2025",
            ["2025-02-24", "2025-02-22", "2025-03-09"],
            id="one step back",
        ),
        pytest.param(
            ["5 OCAK", "13 ARALIK", "9 KASIM"],
            "20.01.2026",
            ["2026-01-05", "2025-12-13", "2025-11-09"],
            id="newest first over the turn of the year",
        ),
        pytest.param(["13 ARALIK"], "01.06.2025", ["2024-12-13"], id="never after the publication"),
        pytest.param(["29 ŞUBAT"], "01.06.2025", ["2024-02-29"], id="a leap day"),
    ],
)
def test_years(days: list[str], published: str, expected: list[str]) -> None:
    assert expected == [start for _, start in headings(read(chronicle(*days), published))]


def test_a_heading_dates_what_follows_until_the_next() -> None:
    source = read(chronicle("5 MART", "9 NİSAN") + "\n\nEN ÇOK OKUNANLAR\n1 Yolda kaza\n2 Denizde fırtına")
    dated = [(block.kind, block.date.start if block.date else None) for block in source.blocks]
    march, april = date(2025, 3, 5), date(2025, 4, 9)
    assert dated == [
        ("title", None),
        ("dateline", None),
        ("paragraph", None),
        *[(kind, march) for kind in ("date_heading", "heading", "paragraph")],
        *[(kind, april) for kind in ("date_heading", "heading", "paragraph")],
        *[("furniture", None)] * 3,
    ]
    assert all(block.date.basis == "heading" for block in source.blocks if block.date)


def test_a_range_of_days() -> None:
    block = next(block for block in read("10-12 OCAKFuar açıldıFuar üç gün sürdü.").blocks if block.date)
    assert block.date is not None
    assert (date(2025, 1, 10), date(2025, 1, 12)) == (block.date.start, block.date.end)
    assert block.date.precision == "range"


def test_without_any_year_a_heading_stays_undated() -> None:
    source = source_from_bytes(f"{INTRO}5 MARTKöprü açıldıVali köprüyü dün açtı.".encode(), "yil.txt")
    assert "date_heading" in [block.kind for block in source.blocks]
    assert all(block.date is None for block in source.blocks)


def test_english_headings() -> None:
    days = "May 3\n\nThe bridge opened to traffic.\n\n7 June\n\nIt closed."
    text = f"The year in brief\n\nPublished 31 December 2025\n\n{days}"
    assert headings(source_from_bytes(text.encode(), "y.txt")) == [
        ("May 3", "2025-05-03"),
        ("7 June", "2025-06-07"),
    ]
