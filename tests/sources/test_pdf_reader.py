"""PDF documents come back as the paragraphs that were set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

import pytest

pytest.importorskip("reportlab")
pytest.importorskip("pypdfium2")

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.sources.pdf_making import HEADING, INDENTED, SPACED, drawn, lines, set_in_columns
from workbench.errors import SourceError
from workbench.sources.documents import LIMITS, Article, Document, only_article
from workbench.sources.making import read_again, source_from_article
from workbench.sources.readers import pdf
from workbench.sources.registry import read

TITLE = "Limanda yangın: 12 yaralı"
WORDS = [
    *(
        "limanda",
        "dün",
        "gece",
        "çıkan",
        "yangında",
        "12",
        "kişi",
        "yaralandı",
        "üç",
        "depo",
        "Vali",
        "Sedef",
    ),
    *(
        "Arıkan",
        "alevlerin",
        "söndürüldüğünü",
        "“anlattı”",
        "ve",
        "soruşturmanın",
        "sürdüğünü",
        "16",
        "Mayıs'ta",
    ),
    *("saat", "22.40'ta", "başladı;", "rüzgârın", "İğneada", "etkisiyle", "Çınarlı"),
]


def told(random: Random) -> str:
    """A paragraph of some sentences."""
    sentences = (
        " ".join(random.choices(WORDS, k=random.randrange(6, 25))) for _ in range(random.randrange(1, 5))
    )
    return " ".join(f"Sonra {sentence}." for sentence in sentences)


def article(data: bytes) -> Article:
    return only_article(read(Document("a.pdf", data), LIMITS), "a.pdf")


@pytest.fixture(autouse=True)
def made_on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1747380600")


@pytest.mark.parametrize(
    "style", [SPACED, INDENTED], ids=["spaced paragraphs", "indented paragraphs, justified"]
)
@pytest.mark.parametrize("columns", [1, 2], ids=["one column", "two columns"])
def test_round_trip(columns: int, style: object) -> None:
    random = Random(5)
    texts = [told(random) for _ in range(40)]
    flow = [(text, style) for text in texts]
    flow.insert(9, ("Soruşturma sürüyor", HEADING))
    data = set_in_columns(
        TITLE, flow, columns=columns, head="Haber Bülteni", title=TITLE, author="Sedef Arıkan"
    )  # type: ignore[arg-type]
    found = article(data)
    assert found.text.split("\n\n") == [TITLE, *texts[:9], "Soruşturma sürüyor", *texts[9:]]
    source = source_from_article(found)
    assert (source.title, source.author, source.language) == (TITLE, "Sedef Arıkan", "tr")
    assert [(sign.kind, sign.start) for sign in found.known.signs] == [("made", date(2025, 5, 16))]
    assert source.published is not None and source.published.best == date(2025, 5, 16)
    assert read_again(source) == source


LEFT = ("Soldaki sütunun ilk satırı budur ve", "ikinci satırla sürer, üçüncü satırda", "biter.")
RIGHT = (
    "Sağdaki sütun öyle değildir: onun ilk",
    "satırından sonra bir satır daha, sonra",
    "bir tane daha gelir.",
)


def interleaved(canvas: Canvas) -> None:
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        canvas.drawString(50, 700 - 14 * number, left)
        canvas.drawString(310, 700 - 14 * number, right)


def with_title(canvas: Canvas) -> None:
    canvas.drawString(
        50, 750, "Bu satır sayfanın bütün genişliğinde durur, iki sütunun da üstündedir, uzundur"
    )
    interleaved(canvas)


def stretched(canvas: Canvas) -> None:
    left = 50.0
    for word in ("Bu", "satır", "gerilmiş", "durur."):
        canvas.drawString(left, 700, word)
        left += stringWidth(word, "Vera", 10) + 40
    canvas.drawString(50, 686, "Sonraki satır ise olağan durur.")


def turned(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    canvas.translate(595, 0)
    canvas.rotate(90)
    canvas.setFont("Vera", 10)
    for number, text in enumerate(LEFT):
        canvas.drawString(50, 500 - 14 * number, text)


def table(canvas: Canvas) -> None:
    for number, cells in enumerate(
        [("Köprü", "12 yaralı"), ("Liman", "3 ölü"), ("Okul", "7 yaralı"), ("Ova", "0")]
    ):
        canvas.drawString(50, 700 - 20 * number, cells[0])
        canvas.drawString(310, 700 - 20 * number, cells[1])


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param([interleaved], [" ".join(LEFT), " ".join(RIGHT)], id="columns written line by line"),
        pytest.param(
            [with_title],
            [
                "Bu satır sayfanın bütün genişliğinde durur, iki sütunun da üstündedir, uzundur",
                " ".join(LEFT),
                " ".join(RIGHT),
            ],
            id="a line over both",
        ),
        pytest.param(
            [stretched], ["Bu satır gerilmiş durur. Sonraki satır ise olağan durur."], id="a stretched line"
        ),
        pytest.param([turned], [" ".join(LEFT)], id="a page that is shown turned"),
        pytest.param(
            [table],
            ["Köprü | 12 yaralı", "Liman | 3 ölü", "Okul | 7 yaralı", "Ova | 0"],
            id="a table by its rows",
        ),
        pytest.param(
            [
                lines(
                    "Bu satırın sonunda açıkla-",
                    "ma var, soru\u00ad",
                    "şturma da; 2024-",
                    "2025 arası Türk-",
                    "İslam.",
                )
            ],
            ["Bu satırın sonunda açıklama var, soruşturma da; 2024-2025 arası Türk-İslam."],
            id="divided words",
        ),
        pytest.param(
            [lines("The well-known port and its well-", "known harbour master were on the", "pier.")],
            ["The well-known port and its well-known harbour master were on the pier."],
            id="a hyphen that is part of a word",
        ),
        pytest.param(
            [lines("Haber metni bu sayfanın sonunda kesilir ve"), lines("öteki sayfada sürüp biter.")],
            ["Haber metni bu sayfanın sonunda kesilir ve öteki sayfada sürüp biter."],
            id="a paragraph over two pages",
        ),
        pytest.param(
            [lines("- Birinci madde biraz uzunca,", "  ikinci satırı var", "- İkinci madde")],
            ["- Birinci madde biraz uzunca, ikinci satırı var", "- İkinci madde"],
            id="items of a list",
        ),
    ],
)
def test_layouts(pages: list[Callable[[Canvas], None]], expected: list[str]) -> None:
    assert article(drawn(*pages)).text.split("\n\n") == expected


TELLS = ("Birinci sayfa bunu söyler.", "İkincisi başka şey anlatır.", "Üçüncüde haber biter.")


def test_running_lines_are_left_out_and_tell_the_address() -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            lines("16.05.2025 09:30   Haber Örnek", top=820)(canvas)
            lines(TELLS[number - 1], top=600)(canvas)
            lines(f"https://haber.example/liman?p=1   {number}/3", top=20)(canvas)

        return draw

    found = article(drawn(page(1), page(2), page(3)))
    assert found.text.split("\n\n") == list(TELLS)
    assert found.known.url == "https://haber.example/liman?p=1"


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Microsoft Word - haber.docx", None),
        ("Başka bir yazı", None),
        ("ilk satır burada", "İlk satır burada"),
    ],
    ids=["a program's", "not printed", "printed"],
)
def test_a_title_counts_where_it_is_printed(title: str, kept: str | None) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle(title)
        lines("16.05.2025", "", "İlk satır burada", "", "Metin de burada başlıyor.", leading=30)(canvas)

    found = article(drawn(draw))
    assert found.known.title == kept
    assert found.text.startswith(kept or "16.05.2025")


def blank(canvas: Canvas) -> None:
    canvas.rect(50, 50, 400, 400, fill=1)


def test_a_page_without_text_is_named() -> None:
    assert article(drawn(lines("Bir satır metin."), blank)).notes == (
        "no text on pages 2: pictures, or a scan",
    )


WHOLE = drawn(lines("Bir satır metin."))


@pytest.mark.parametrize(
    ("data", "title"),
    [
        pytest.param(drawn(blank), "No text: it is a scan", id="a scan"),
        pytest.param(drawn(lines("x"), encrypt="secret"), "Locked with a password", id="encrypted"),
        pytest.param(WHOLE[:400], "Damaged PDF", id="cut off"),
        pytest.param(b"%PDF-1.7\n" + b"\0" * 1000, "Damaged PDF", id="nothing but its mark"),
    ],
)
def test_what_is_refused(data: bytes, title: str) -> None:
    with pytest.raises(SourceError, match=title):
        article(data)


@pytest.mark.parametrize("limit", ["_MOST_PAGES", "_MOST_CHARACTERS"])
def test_what_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(pdf, limit, 1)
    with pytest.raises(SourceError, match="Too large"):
        article(drawn(lines("Bir satır metin."), lines("Bir daha.")))
