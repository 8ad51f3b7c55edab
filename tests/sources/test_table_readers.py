"""Tables of articles, written by real writers, come back with text, title and day."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from datetime import date

import pytest

from workbench.errors import UsageError
from workbench.importing.expanding import Options, expand
from workbench.sources.columns import choose, date_order, parse_columns
from workbench.sources.documents import LIMITS, Article, Document, Limits, Unread
from workbench.sources.making import read_again, source_from_article

TEXTS = (
    "Limanda çıkan yangında 12 kişi yaralandı.\nVali, “kontrol altında” dedi; soruşturma sürüyor.",
    "İki ülke 390 esiri takas etti.\n\nTakas, 16 Mayıs'ta İğneada'da oldu.",
)
ROWS = [
    {
        "Başlık": "Limanda yangın",
        "Haber Metni": TEXTS[0],
        "Tarih": "16.05.2025 09:30",
        "Kaynak": "Haber Örnek",
    },
    {"Başlık": "Esir takası", "Haber Metni": TEXTS[1], "Tarih": "17.05.2025", "Kaynak": "Öteki"},
]


def written(rows: Iterable[dict[str, str]], **dialect: str) -> str:
    rows = list(rows)
    held = io.StringIO()
    writer = csv.DictWriter(held, list(rows[0]), **dialect)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(rows)
    return held.getvalue()


def read(data: bytes | str, name: str = "t.csv", columns: str = "", limits: Limits = LIMITS) -> list[Article]:
    raw = data.encode() if isinstance(data, str) else data
    found = list(expand(Document(name, raw), Options(limits, columns=parse_columns(columns))))
    return [one for one in found if isinstance(one, Article)]


def failures(data: bytes | str, name: str = "t.csv", limits: Limits = LIMITS) -> dict[str, str]:
    raw = data.encode() if isinstance(data, str) else data
    found = expand(Document(name, raw), Options(limits))
    return {one.name: one.error.title for one in found if isinstance(one, Unread)}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("t.csv", written(ROWS).encode(), id="commas"),
        pytest.param("t.csv", written(ROWS, delimiter=";").encode("utf-8-sig"), id="Excel's in Turkish"),
        pytest.param("t.csv", written(ROWS, delimiter=";").encode("cp1254"), id="in Windows-1254"),
        pytest.param(
            "t.csv", ("sep=|\r\n" + written(ROWS, delimiter="|")).encode(), id="with its delimiter named"
        ),
        pytest.param("t.tsv", written(ROWS, dialect="excel-tab").encode("utf-16"), id="tabs in UTF-16"),
        pytest.param("t.csv", written(ROWS, lineterminator="\n").encode(), id="plain line ends"),
        pytest.param("t.jsonl", "\n".join(json.dumps(row) for row in ROWS).encode(), id="JSON Lines"),
        pytest.param(
            "-", "\n\n".join(json.dumps(row) for row in ROWS).encode(), id="JSON Lines without a name"
        ),
        pytest.param("t.json", json.dumps(ROWS, ensure_ascii=False, indent=2).encode(), id="a list"),
        pytest.param(
            "t.json", json.dumps({"status": "ok", "n": {"articles": ROWS}}).encode(), id="a list inside"
        ),
        pytest.param("t.json", json.dumps(ROWS, ensure_ascii=False).encode("utf-16"), id="a list in UTF-16"),
    ],
)
def test_round_trip(name: str, data: bytes) -> None:
    sources = [source_from_article(article) for article in read(data, name)]
    assert [source.title for source in sources] == [row["Başlık"] for row in ROWS]
    assert [source.text.split("\n\n", 1)[1] for source in sources] == list(TEXTS)
    assert [str(source.published and source.published.best) for source in sources] == [
        "2025-05-16",
        "2025-05-17",
    ]
    assert [source.publisher for source in sources] == ["Haber Örnek", "Öteki"]
    assert [read_again(source) for source in sources] == sources


def test_the_first_article_says_which_columns_were_taken() -> None:
    first, second = read(written(ROWS))
    assert first.notes == (
        "columns read: text from Haber Metni, title from Başlık, published from Tarih, publisher from Kaynak",
    )
    assert (first.name, second.name) == ("t.csv/2", "t.csv/3")
    assert second.notes == ()


@pytest.mark.parametrize(
    ("names", "asked", "expected"),
    [
        pytest.param(["id", "headline", "body"], "", {"text": "body", "title": "headline"}, id="English"),
        pytest.param(["METİN", "BAŞLIK"], "", {"text": "METİN", "title": "BAŞLIK"}, id="Turkish capitals"),
        pytest.param(
            ["description", "content"], "", {"text": "content"}, id="the article before its summary"
        ),
        pytest.param(
            ["source.name", "content", "publishedAt"],
            "",
            {"text": "content", "published": "publishedAt", "publisher": "source.name"},
            id="what stands deeper",
        ),
        pytest.param(["_source.body"], "", {"text": "_source.body"}, id="all deeper"),
        pytest.param(["a", "title"], "text=a,title=", {"text": "a"}, id="a field that is not to be read"),
        pytest.param(["text", "summary"], "text=summary", {"text": "summary"}, id="as asked"),
    ],
)
def test_columns(names: list[str], asked: str, expected: dict[str, str]) -> None:
    assert choose(names, parse_columns(asked), "t") == expected


@pytest.mark.parametrize("given", ["text", "picture=a", "text=a,b"])
def test_a_mapping_that_says_nothing(given: str) -> None:
    with pytest.raises(UsageError, match="No such column"):
        parse_columns(given)


def test_columns_by_number_where_no_row_names_them() -> None:
    found = read("Bir,Birinci haber.\nİki,İkinci haber.\n", columns="title=1,text=2")
    assert [(one.name, one.known.title, one.text) for one in found] == [
        ("t.csv/1", "Bir", "Birinci haber."),
        ("t.csv/2", "İki", "İkinci haber."),
    ]


@pytest.mark.parametrize(
    ("stamps", "order"),
    [
        (["05/06/2025", "05/16/2025"], "mdy"),
        (["05/06/2025", "16/05/2025"], "dmy"),
        (["05/06/2025"], ""),
        ([], ""),
    ],
)
def test_the_order_of_a_column_of_dates(stamps: list[str], order: str) -> None:
    assert date_order(stamps) == order


def test_a_column_tells_the_order_of_all_its_dates() -> None:
    rows = [{"text": TEXTS[0], "date": stamp} for stamp in ("05/06/2025", "05/16/2025")]
    days = [article.known.signs[0].start for article in read(written(rows))]
    assert days == [date(2025, 5, 6), date(2025, 5, 16)]


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+90 212", "-5 derece", "\tx"])
def test_what_a_spreadsheet_would_run_is_text(cell: str) -> None:
    (article,) = read(written([{"title": cell, "text": f"{cell} ve 12 kişi"}]))
    assert (article.known.title, article.text) == (cell, f"{cell} ve 12 kişi")


HUGE = "a" * 200_000


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("text,title\nBir haber.,A\n,B\n", {"t.csv/3": "No text"}, id="a row without text"),
        pytest.param("text,title\nBir haber.,A\n,\n\n", {}, id="empty rows are passed over"),
        pytest.param(f"text,title\n{HUGE},A\n", {}, id="a huge cell"),
        pytest.param("text\nBir\0haber.\n", {"t.csv": "Not a text file"}, id="zero bytes"),
        pytest.param("a,b\n1,2\n", {"t.csv": "No column of text"}, id="no column of text"),
        pytest.param("text,title\n", {"t.csv": "Nothing to read"}, id="no rows"),
        pytest.param("", {"t.csv": "Nothing to read"}, id="nothing"),
        pytest.param("title,text\nA,bir, iki\nB,üç\n", {"t.csv/2": "A row too long"}, id="a row too long"),
        pytest.param(
            'title,text\nA,bir\nB,"iki\nC,üç\nD,dört\n',
            {"t.csv/3": "Cannot be read as a table"},
            id="a quotation without end",
        ),
        pytest.param(
            'title,text\nA,"o ""evet"" dedi"\nB,"so "bad" it is"\n', {}, id="quotation marks inside"
        ),
    ],
)
def test_rows_that_fail_fail_alone(data: str, expected: dict[str, str]) -> None:
    assert failures(data) == expected


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param(
            "t.jsonl", b'{"text": "a b"}\n{"text": \n{"text": "c"}', {"t.jsonl/2": "Not JSON"}, id="broken"
        ),
        pytest.param(
            "t.jsonl", b'{"text": "a b"}\n[1]\n', {"t.jsonl/2": "Not an object"}, id="a list in a line"
        ),
        pytest.param(
            "t.json", b'[{"text": "a b"}, 3]', {"t.json/2": "Not an object"}, id="a number in a list"
        ),
        pytest.param("t.json", b'{"text": "a', {"t.json": "Not JSON"}, id="cut off"),
        pytest.param("t.json", b"[" * 100_000, {"t.json": "Not JSON"}, id="nested too deep"),
        pytest.param("t.json", b'{"a":' * 100_000, {"t.json": "Not JSON"}, id="objects nested too deep"),
        pytest.param("t.json", b'{"x": 1}', {"t.json": "No column of text"}, id="no text"),
        pytest.param("t.json", b'[{"text": "a \\ud800 b"}]', {}, id="half a surrogate"),
        pytest.param("t.json", b'[{"text": "a b", "date": NaN}]', {}, id="what is no JSON by the letter"),
        pytest.param(
            "t.json",
            b'[{"text": "a", "x": [' + b"{}," * 1_000_001 + b"{}]}]",
            {"t.json": "Too intricate"},
            id="a flood",
        ),
        pytest.param("t.json", b'[{"text": "a"}, {"text": "b', {"t.json/2": "Not JSON"}, id="a list cut off"),
        pytest.param("t.json", b"[]", {"t.json": "Nothing to read"}, id="an empty list"),
    ],
)
def test_json_that_fails(name: str, data: bytes, expected: dict[str, str]) -> None:
    assert failures(data, name) == expected


def test_a_line_without_an_end_is_refused() -> None:
    small = Limits(document=1000)
    assert failures("text\n" + "a" * 2000, limits=small) == {"t.csv": "Too large"}
    assert failures('{"text": "' + "a" * 2000 + '"}\n{"text": "b"}', "t.jsonl", small) == {
        "t.jsonl/1": "Not JSON"
    }


def test_keys_that_stand_deeper() -> None:
    row = {
        "source": {"id": None, "name": "Haber"},
        "content": ["Bir " * 30, "İki " * 30],
        "publishedAt": 1747380600,
    }
    (article,) = read(json.dumps(row), "t.json")
    assert article.text == f"{'Bir ' * 30}\n\n{'İki ' * 30}"
    assert (article.known.publisher, article.known.signs[0].start) == ("Haber", date(2025, 5, 16))
