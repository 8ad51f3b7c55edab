"""Mails and mailboxes, written by the standard library, come back with text, title and day."""

from __future__ import annotations

import mailbox
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from workbench.importing.expanding import Options, expand
from workbench.sources.documents import LIMITS, Article, Document, Limits, Unread, only_article
from workbench.sources.mails import passed_on
from workbench.sources.making import read_again, source_from_article
from workbench.sources.registry import read, reader_for

TEXT = "Limanda çıkan yangında 12 kişi yaralandı.\n\nVali, “söndürüldü” dedi; 3 ekip çalıştı."
PAGE = "<html><body><article><h1>Limanda yangın</h1><p>{}</p></article></body></html>"


def mail(text: str = TEXT, subject: str = "Limanda yangın: 12 yaralı", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = headers.pop("sender", "Sedef Arıkan <sedef@haber.example>")
    message["To"] = "masa@gazete.example"
    message["Subject"] = subject
    message["Date"] = "Fri, 16 May 2025 23:30:00 +0300"
    message["Message-ID"] = "<1@haber.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text)
    return message


def article(data: bytes, name: str = "a.eml") -> Article:
    return only_article(read(Document(name, data), LIMITS), name)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-9"])
def test_round_trip(charset: str) -> None:
    message = mail("")
    message.set_content(TEXT.replace("“", '"').replace("”", '"'), charset=charset)
    source = source_from_article(article(message.as_bytes()))
    assert source.title == "Limanda yangın: 12 yaralı"
    assert source.text.split("\n\n", 1)[1].strip() == TEXT.replace("“", '"').replace("”", '"')
    assert source.author == "Sedef Arıkan"
    assert source.published is not None and source.published.best == date(2025, 5, 16)
    assert read_again(source) == source


def test_letters_of_windows_under_the_smaller_charset() -> None:
    data = mail("x").as_bytes().partition(b"\n\n")[0] + b"\n\n" + TEXT.encode("cp1254")
    assert article(data.replace(b'charset="utf-8"', b'charset="iso-8859-9"')).text == TEXT


@pytest.mark.parametrize(
    ("more", "author", "publisher"),
    [
        pytest.param({}, "Sedef Arıkan", None, id="a person"),
        pytest.param({"sender": "Haber Örnek <bulten@haber.example>"}, None, "Haber Örnek", id="a desk"),
        pytest.param(
            {"sender": "Haber Örnek <a@haber.example>", "List_Id": "<x.example>"},
            None,
            "Haber Örnek",
            id="a list",
        ),
        pytest.param({"sender": "ali@haber.example"}, "ali@haber.example", None, id="an address alone"),
    ],
)
def test_who_wrote_it(more: dict[str, str], author: str | None, publisher: str | None) -> None:
    known = article(mail(**more).as_bytes()).known
    assert (known.author, known.publisher) == (author, publisher)


def test_the_page_where_the_plain_text_only_points_to_it() -> None:
    message = mail("Görmek için: https://haber.example/1")
    message.add_alternative(PAGE.format("Limanda çıkan yangında 12 kişi yaralandı. " * 12), subtype="html")
    assert article(message.as_bytes()).text.count("12 kişi yaralandı") == 12
    message = mail(TEXT)
    message.add_alternative(PAGE.format("Kısa."), subtype="html")
    assert article(message.as_bytes()).text.strip() == TEXT


WRAPPED = """Limanda dün gece çıkan yangında on iki kişi yaralandı ve üç depo bir daha
kullanılamaz hale geldi. Vali Sedef Arıkan alevlerin dört saatte
söndürüldüğünü söyledi.

Ölü: 3
Yaralı: 12

- İlk madde öteki satıra geçecek kadar uzun olduğu için burada bölünmüştür ve
orada sürer
- İkincisi"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            WRAPPED,
            [
                "Limanda dün gece çıkan yangında on iki kişi yaralandı ve üç depo bir daha kullanılamaz hale "
                "geldi. Vali Sedef Arıkan alevlerin dört saatte söndürüldüğünü söyledi.",
                "Ölü: 3\nYaralı: 12",
                "- İlk madde öteki satıra geçecek kadar uzun olduğu için burada bölünmüştür ve orada sürer"
                "\n- İkincisi",
            ],
            id="wrapped lines",
        ),
        pytest.param("> > Alıntı satırı.\n> İkincisi.", ["Alıntı satırı.\nİkincisi."], id="marks of quoting"),
        pytest.param("Metin.\n\n-- \nSedef Arıkan\nTel: 1", ["Metin."], id="a signature"),
    ],
)
def test_plain_text(text: str, expected: list[str]) -> None:
    assert article(mail(text).as_bytes()).text.strip().split("\n\n") == expected


def test_flowed_text() -> None:
    message = mail("Bir satır \nsürer gider.\n\nİkincisi.")
    message.set_param("format", "flowed")
    assert article(message.as_bytes()).text.strip() == "Bir satır sürer gider.\n\nİkincisi."


HEADS = {
    "Gmail's": "---------- Forwarded message ---------\nFrom: *Haber Örnek* <bulten@haber.example>\n"
    "Date: Wed, May 14, 2025 at 9:30 AM\nSubject: Esir takası\nTo: <a@b.example>\n\n",
    "Gmail's in Turkish": "Bak.\n\n---------- Forwarded message ---------\nGönderen: Haber Örnek "
    "<bulten@haber.example>\nDate: 14 May 2025 Çar, 09:30\nSubject: Esir takası\nTo: <a@b.example>\n\n",
    "Outlook's in Turkish": "Bilgine.\n\n________________________________\nKimden: Haber Örnek "
    "<bulten@haber.example>\nGönderildi: 14 Mayıs 2025 Çarşamba 09:30\nKime: a\nKonu: Ynt: Esir takası\n\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_mail_that_was_passed_on_is_its_first_senders(head: str) -> None:
    found = article(mail(head + TEXT, subject="Fwd: İlt: Esir takası").as_bytes())
    assert found.text.strip() == TEXT
    assert (found.known.title, found.known.publisher, found.known.author) == (
        "Esir takası",
        "Haber Örnek",
        None,
    )
    assert [(sign.kind, sign.start) for sign in found.known.signs] == [("sent", date(2025, 5, 14))]
    assert found.notes == ("passed on by Sedef Arıkan <sedef@haber.example>: the mail in it is read",)


@pytest.mark.parametrize(
    "text",
    ["Tarih: 16 Mayıs\nKonu: yangın\n\nMetin", "Uzun bir yazı. " * 60 + "\n\n" + HEADS["Gmail's"], ""],
    ids=["no sender", "an answer with what it answers below", "nothing"],
)
def test_what_was_not_passed_on(text: str) -> None:
    assert passed_on(text) is None


def leaves(data: bytes, name: str, limits: Limits = LIMITS) -> dict[str, str]:
    found = expand(Document(name, data), Options(limits))
    return {one.name: one.error.title if isinstance(one, Unread) else "" for one in found}


def test_attachments_that_are_read() -> None:
    message = mail()
    message.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="../ek/haber.txt")
    message.add_attachment(b"text\nBir haber.\n", maintype="text", subtype="csv", filename="tablo.csv")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(mail("İçteki mail."))
    assert leaves(message.as_bytes(), "a.eml") == dict.fromkeys(
        ("a.eml", "a.eml/ek/haber.txt", "a.eml/tablo.csv/2", "a.eml/5.eml"), ""
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(mail("").as_bytes() + b"\n", {"a.eml": "No text"}, id="no text"),
        pytest.param(
            b"From: a\nSubject: =?ut\xff\xfe-8?q?a?=\n\nHaber.", {"a.eml": ""}, id="a charset that is no name"
        ),
        pytest.param(b"", {"a.eml": "No text"}, id="nothing"),
        pytest.param(
            b"From: a\nContent-Type: text/plain; charset=none-such\n\nBir \xff haber.",
            {"a.eml": ""},
            id="no charset",
        ),
        pytest.param(
            b"From: =?x?q?"
            + b"(" * 100_000
            + b"\nContent-Type: text/plain"
            + b";" * 1_000_000
            + b"\n\nHaber.",
            {"a.eml": ""},
            id="endless headers",
        ),
        pytest.param(
            b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3000)),
            {"a.eml": "Not a mail"},
            id="nested deep",
        ),
        pytest.param(
            b"From: a\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 20_001,
            {"a.eml": "Too intricate"},
            id="a flood of parts",
        ),
    ],
)
def test_what_is_broken(data: bytes, expected: dict[str, str]) -> None:
    assert leaves(data, "a.eml") == expected


def test_a_mailbox(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "a.mbox")
    for number in range(3):
        box.add(mail(f"{TEXT}\n\nFrom here on {number}."))
    box.close()
    data = (tmp_path / "a.mbox").read_bytes()
    assert reader_for(Document("export", data)).name == "mbox"
    found = list(expand(Document("a.mbox", data), Options()))
    texts = [one.text.strip() for one in found if isinstance(one, Article)]
    assert texts == [f"{TEXT}\n\nFrom here on {number}." for number in range(3)]
    assert [one.name for one in found] == ["a.mbox/1", "a.mbox/2", "a.mbox/3"]  # type: ignore[union-attr]


def test_a_mail_over_the_limit_stops_no_other(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "a.mbox")
    for text in ("x " * 5_000, "Kısa bir haber."):
        box.add(mail(text))
    box.close()
    data = (tmp_path / "a.mbox").read_bytes()
    assert leaves(data, "a.mbox", Limits(document=5_000)) == {"a.mbox/1": "Too large", "a.mbox/2": ""}
    assert leaves(b"no mail", "a.mbox") == {"a.mbox": "Not a mailbox"}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (mail().as_bytes(), "mail"),
        ("Konu: yangın\n\nMetin".encode(), "text"),
        (b"From Ankara: the minister said in 2025 that\nit was so.", "text"),
    ],
    ids=["a mail", "a text that begins like one", "a text that begins like a mailbox"],
)
def test_recognised(head: bytes, name: str) -> None:
    assert reader_for(Document("x", head)).name == name
