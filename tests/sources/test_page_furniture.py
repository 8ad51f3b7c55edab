"""What belongs to the page and what to the article."""

from __future__ import annotations

import pytest

from workbench.sources import source_from_bytes

TITLE = "Liman yeniden gemilere açıldı"
FIRST = "Fırtına yüzünden üç gün kapalı kalan liman, dün sabahtan itibaren yeniden gemi kabul etmeye başladı."
SECOND = "Liman başkanı, bekleyen on iki geminin sırayla yanaşacağını ve seferlerin düzeleceğini söyledi."
PAGE = f"{TITLE}\n\n{FIRST}\n\n{{}}\n\n{SECOND}\n"
END = f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{{}}\n"


def kinds(text: str) -> dict[str, str]:
    source = source_from_bytes(text.encode(), "sayfa.txt")
    return {source.text[block.start : block.end]: block.kind for block in source.blocks}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("#Liman#Fırtına#Deniz", id="tags"),
        pytest.param("#Liman #Fırtına", id="tags with blanks"),
        pytest.param("Paylaş Tweetle WhatsApp Yazdır A+ A-", id="buttons"),
        pytest.param("Facebook Twitter LinkedIn", id="network names"),
        pytest.param("WhatsApp'ta paylaş Telegram’da paylaş Bağlantıyı kopyala", id="share and copy"),
        pytest.param("Haberi X'te paylaş Metni kopyala", id="two acts of sharing among other words"),
        pytest.param("Bookmark story Copy link Print", id="acts of sharing in English"),
        pytest.param("Yorumlar (12) Yorum yaz", id="comment counter"),
        pytest.param("PAYLAŞ", id="a button in capitals"),
        pytest.param("Bu haberi paylaş", id="share line"),
        pytest.param(
            "Share this article · 27 comments · Sign up for our newsletter", id="English share line"
        ),
        pytest.param("Sign up for our daily newsletter and never miss a story.", id="newsletter"),
        pytest.param("Etiketler: liman, fırtına, deniz", id="labelled tags"),
        pytest.param("Dünya - 8 ay önce", id="age of the story"),
        pytest.param("3 hours ago", id="age in English"),
        pytest.param("15:09 - Dünya", id="clock and section"),
        pytest.param("2025-05-26 15:21 - Asayiş", id="date, clock and section"),
        pytest.param("26.05.2025 15:21", id="date and clock"),
        pytest.param("Son dakika... Denizde büyük tatbikat başladı", id="link to breaking news"),
        pytest.param("Read more: Ferry timetable changes again", id="labelled link"),
        pytest.param("Updated 2 hours ago", id="labelled age"),
        pytest.param("Son DakikaGündemEkonomiSporTeknoloji", id="a menu glued together"),
        pytest.param("Gündem Dünya Ekonomi | Spor", id="a menu"),
        pytest.param("World Business Sport Opinion", id="a menu in English"),
        pytest.param("REKLAM", id="advertisement"),
        pytest.param("×", id="closing cross"),
        pytest.param("* * *", id="ornament"),
    ],
)
def test_line_of_the_page(line: str) -> None:
    found = kinds(PAGE.format(line))
    assert found[line] in ("furniture", "dateline")
    assert [found[text] for text in (TITLE, FIRST, SECOND)] == ["title", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("LİMANDA SON DURUM", "heading", id="subhead in capitals"),
        pytest.param('- "BU KADARINI GÖRMEDİK"', "heading", id="quoted subhead in capitals"),
        pytest.param('"Bu kadarını görmedik"', "heading", id="quoted subhead"),
        pytest.param("Limanda son durum", "heading", id="subhead"),
        pytest.param("Limanda şimdi ne olacak?", "heading", id="subhead that asks"),
        pytest.param("EKONOMİ", "heading", id="a section's name heads a paragraph"),
        pytest.param("Rıhtımda hasar var.", "paragraph", id="short sentence"),
        pytest.param("Başkan şöyle konuştu:", "paragraph", id="a quotation is announced"),
        pytest.param("- Rıhtımda iki vinç devrildi", "paragraph", id="item of a list"),
        pytest.param(
            "Bursa, 25 Mayıs (ajans) - Vali limanı gezdi.", "paragraph", id="agency's opening words"
        ),
        pytest.param(
            "Paylaşılan görüntülerde vinçler sallanıyordu.", "paragraph", id="a button's word in a sentence"
        ),
        pytest.param("Popüler plajlar da kapalı kaldı.", "paragraph", id="a list head's word in a sentence"),
        pytest.param("8 ay önce de benzer bir fırtına çıkmıştı.", "paragraph", id="an age in a sentence"),
        pytest.param("15:09'da dalgalar dört metreyi aştı.", "paragraph", id="a clock in a sentence"),
    ],
)
def test_line_of_the_article(line: str, kind: str) -> None:
    assert kind == kinds(PAGE.format(line))[line]


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param(
            "Haftanın Öne Çıkanları\n\nSahilde yangın\n\n2025-05-26 15:21 - Asayiş", id="highlights"
        ),
        pytest.param("EN ÇOK OKUNANLAR\n1 Emekliye yeni zam\n2 Otoyolda kaza: 9 yaralı", id="numbered list"),
        pytest.param(
            "İlgili Haberler\n\nBaraj doldu, 3 köy boşaltıldı.\n\n15:09 - Yaşam", id="a listed sentence"
        ),
        pytest.param("Most read\n\nFlood warning for 11 counties\n\nRail strike: 3 days", id="English list"),
        pytest.param("Sahilde yangın paniği\n\nOtoyolda kaza: 9 yaralı\n\nBaraj doldu", id="bare headlines"),
        pytest.param("\n\nOtoyolda kaza: 9 yaralı", id="one headline, well apart"),
        pytest.param("Otoyolda kaza: 9 yaralı\n\n15:09 - Yaşam", id="headline with its stamp"),
        pytest.param('"Hiç beklemiyorduk"\n\nVali istifa etti mi?', id="quoted headline and a question"),
        pytest.param("YAZARLAR\n\nAyşe Yılmaz\n\nKışa hazırlık", id="columnists"),
    ],
)
def test_tail_of_the_page(tail: str) -> None:
    found = kinds(END.format(tail))
    for line in filter(None, tail.split("\n")):
        assert found[line] == "furniture", line
    assert found[SECOND] == "paragraph"


def test_an_author_with_the_site_before_anything_else() -> None:
    found = kinds("\n\n".join((" date 2026-02-03 Ayşe Nur Yılmaz limanhaber.com.tr", TITLE, FIRST, SECOND)))
    assert found["Ayşe Nur Yılmaz limanhaber.com.tr"] == "furniture"
    assert found[TITLE] == "title"


def test_the_article_goes_on_after_a_list_in_its_middle() -> None:
    found = kinds(PAGE.format("İlgili Haberler\n\nOtoyolda kaza: 9 yaralı\n\nBaraj doldu"))
    assert [found[line] for line in ("Otoyolda kaza: 9 yaralı", "Baraj doldu", SECOND)] == [
        "furniture",
        "furniture",
        "paragraph",
    ]


def test_a_lone_headline_among_capital_subheads_is_a_link() -> None:
    lines = ("HASAR BÜYÜK", SECOND, "Vali köprüde kaza yaptı", "SEFERLER BAŞLADI", f"{FIRST} Evet.")
    found = kinds("\n\n".join((TITLE, FIRST, *lines)))
    assert (found["HASAR BÜYÜK"], found["SEFERLER BAŞLADI"]) == ("heading", "heading")
    assert found["Vali köprüde kaza yaptı"] == "furniture"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("Ayşe Yılmaz", "03.02.2026 10:00"), id="author above the date"),
        pytest.param(("03.02.2026 10:00", "By Jane O'Neill"), id="author below the date"),
    ],
)
def test_an_author_beside_the_date_line(lines: tuple[str, str]) -> None:
    found = kinds("\n\n".join((TITLE, *lines, FIRST, SECOND)))
    assert {"furniture", "dateline"} == {found[line] for line in lines}
    assert found[TITLE] == "title"


def test_a_list_under_a_colon_is_part_of_the_article() -> None:
    found = kinds(
        f"{TITLE}\n\n{FIRST}\n\nYıllara göre hasar:\n\n2021: 3 olay\n2022: 7 olay\n\nSon durum\n\n{SECOND}"
    )
    assert [found[line] for line in ("2021: 3 olay", "2022: 7 olay")] == ["paragraph", "paragraph"]
    assert found["Son durum"] == "heading"


def test_a_paragraph_that_lost_its_full_stop_stays_in_the_article() -> None:
    text = "Bakan, seferlerin perşembe günü düzeleceğini söyledi"
    found = kinds("\n\n".join((TITLE, FIRST, "BAKAN KONUŞTU", text, "SON DURUM", SECOND)))
    assert found[text] == "paragraph"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(f"{TITLE}\n\n{FIRST}", TITLE, id="first line"),
        pytest.param(f" date 2026-02-03 {TITLE}\n\n{FIRST}", TITLE, id="after the crawler's mark"),
        pytest.param(
            f" date 2026-02-03 ×\nHABERLER\n\n{TITLE}\n\n{FIRST}", TITLE, id="under the page's path"
        ),
        pytest.param(f"Anasayfa > Gündem\n\n{TITLE}\n\n{FIRST}", TITLE, id="under a path of sections"),
        pytest.param(f" date 2026-02-03 {FIRST}\n\n{SECOND}", None, id="the article starts with its body"),
        pytest.param(f"{FIRST}\n\nHASAR BÜYÜK\n\n{SECOND}", None, id="a subhead is no title"),
        pytest.param(
            f"Liman açıldı.\n\n03.02.2026\n\n{FIRST}", "Liman açıldı.", id="a full stop above the date line"
        ),
        pytest.param(
            f"15 Temmuz 2016 unutulmadı\n\n{FIRST}", "15 Temmuz 2016 unutulmadı", id="a title with a date"
        ),
        pytest.param(f"{TITLE}: Ne oldu?\n\n{FIRST}", f"{TITLE}: Ne oldu?", id="a title that asks"),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert title == source_from_bytes(text.encode(), "sayfa.txt").title
