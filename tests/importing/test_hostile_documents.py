"""Whatever a document holds and whatever it calls itself, it is read or refused with a reason.

Each attack comes under the name and the media type of every format there is, so that a reader more is
attacked from its first day on.
"""

from __future__ import annotations

import json
import random
import zipfile
from pathlib import Path

import pytest

from tools.fuzz.checking import FAULT, faults
from tools.fuzz.seeds import name_of, seeds
from workbench.importing.expanding import Options
from workbench.importing.run import import_found, import_named
from workbench.sources.documents import Document
from workbench.sources.registry import endings, reader_for, readers
from workbench.store import open_store

SHARED = Path(__file__).parents[2].parent / "shared" / "peers" / "naughty"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ATTACKS = {
    "nothing": b"",
    "blanks": b" \n\t\r\n",
    "NULs": b"\0" * 5000,
    "text with NULs": b"Haber\0 metni\0.",
    "lone surrogates": b"Haber \xed\xa0\x80 metni \xed\xbf\xbf.",
    "every byte": bytes(range(256)) * 8,
    "mixed encodings": "Yangın çıktı. ".encode() + "Yangın çıktı. ".encode("cp1254") + b"\xff\xfe\x00",
    "half a UTF-16": "Haber".encode("utf-16")[:-1],
    "one line": b"a" * 60_000,
    "a word without an end": ("Limanda 12 kişi " + "yangınlardaki" * 3_000 + " yaralandı.").encode(),
    "one line of words": b"12 Mayis 2025 " * 1_000,
    "nested elements": b"<html><body>" + b"<div>" * 20_000 + b"12 kisi",
    "nested lists": b"[" * 50_000,
    "nested objects": b'{"a":' * 50_000,
    "a number without end": b'[{"text": ' + b"9" * 20_000 + b"}]",
    "laughs": f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>'
    "<rss><channel><item><title>&l9;</title></item></channel></rss>".encode(),
    "a file's entity": b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b"<rss><channel><item><title>&x;</title><description>&x;</description></item></channel></rss>",
    "quoted without end": b'title,text\n"' + b"x," * 50_000,
    "columns without end": b"text," * 5_000 + b"\n" + b"a," * 5_000,
    "only a PDF's head": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "only a ZIP's head": b"PK\x03\x04" + b"\x00" * 40,
    "only a gzip's head": b"\x1f\x8b\x08\x00" + b"\x00" * 20,
    "only a WARC's head": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n",
    "only a mail's head": b"From: a@a.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n",
    "parts in parts": b"From: a\r\n" + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * 400,
    "a header without end": b"Subject: " + b"a" * 200_000,
    "escape sequences": b"\x1b]0;owned\x07\x1b[2J Haber \x9b31m metni.",
    "direction marks": "Haber \u202e12 kişi\u202c \u200b\u2066metni.".encode(),
    "combining marks": ("Haber " + "a" + "\u0301" * 20_000).encode(),
}


def disguises() -> list[tuple[str, str]]:
    """A name and a media type for every format, and none."""
    return [("haber", ""), *((f"haber{ending}", "") for ending in endings())] + [
        ("haber", media_type) for reader in readers() for media_type in reader.media_types
    ]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_gets_through_under_any_name(attack: str) -> None:
    tried = {}
    for name, media_type in disguises():
        document = Document(name, ATTACKS[attack], media_type)
        tried.setdefault(reader_for(document).name, document)
    assert [fault for document in tried.values() for fault in faults(document)] == []


def test_there_is_a_real_document_of_every_format() -> None:
    read = {reader_for(Document(name_of(n), data)).name for n, data in seeds()}
    assert read >= {reader.name for reader in readers() if reader.name != "record"}


@pytest.mark.parametrize(("name", "data"), seeds(), ids=[name for name, _ in seeds()])
def test_damaged_documents(name: str, data: bytes) -> None:
    chance = random.Random(name)
    for _ in range(12):
        damaged = bytearray(data[: chance.randrange(len(data) + 1)] if chance.random() < 0.4 else data)
        for _ in range(chance.randrange(1, 12)):
            if damaged:
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        assert faults(Document(name_of(name), bytes(damaged))) == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the naughty strings")
def test_naughty_strings_as_texts_and_titles(tmp_path: Path) -> None:
    strings = json.loads((SHARED / "blns.json").read_text("utf-8"))
    found = [
        Document(f"{n}.json", json.dumps({"title": one, "text": f"{one}\n\n{n} kişi yaralandı."}).encode())
        if n % 2
        else Document(f"{n}.txt", f"{one}\n".encode(errors="surrogatepass"))
        for n, one in enumerate(strings)
    ]
    with open_store(tmp_path / "c.db") as store:
        report = import_found(store, found, Options())
        assert not [one for one in report.failed if FAULT in one.error.hint.lower()]
        assert len(report.added) > 0.8 * len(strings)
        assert store.integrity() == []
        assert len(report.added) + len(report.unchanged) + len(report.failed) == len(found)


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the naughty strings")
def test_naughty_strings_as_file_names(tmp_path: Path) -> None:
    strings = json.loads((SHARED / "blns.json").read_text("utf-8"))
    folder = tmp_path / "articles"
    folder.mkdir()
    written = 0
    for number, one in enumerate(strings):
        try:
            (folder / f"{one.replace('/', '_')[:80]}.txt").write_text(f"Limanda {number} kişi.", "utf-8")
        except (OSError, ValueError):
            continue
        written += 1
    names = list(folder.iterdir())
    assert written > 400
    with open_store(tmp_path / "c.db") as store:
        report = import_named(store, [folder])
        assert not report.failed
        visible = [name for name in names if not name.name.startswith(".")]
        assert len(report.added) == len(visible)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "c.db"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the XML bombs")
@pytest.mark.parametrize("bomb", sorted(path.name for path in (SHARED / "xmltestdata").glob("*.xml")))
def test_bombs_of_xml(bomb: str) -> None:
    data = (SHARED / "xmltestdata" / bomb).read_bytes()
    for name in ("haber.xml", "haber.rss", "haber.html", "haber.txt"):
        assert faults(Document(name, data)) == []


def test_a_fault_of_ours_in_what_holds_many_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object) -> None:
        raise IndexError("nobody foresaw this")

    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(f"Limanda 15.05.2025 günü çıkan yangında 12 kişi yaralandı, {name}.\n")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("b.txt", "Limanda yangın çıktı.")
    monkeypatch.setattr("workbench.sources.readers.archives.check_directory", fault)
    with open_store(tmp_path / "c.db") as store:
        report = import_named(store, [tmp_path / name for name in ("a.txt", "b.zip", "c.txt")])
    assert [Path(one.file).name for one in report.added] == ["a.txt", "c.txt"]
    (failed,) = report.failed
    assert failed.error.detail.endswith("b.zip: IndexError: nobody foresaw this")
    assert FAULT in failed.error.hint.lower()
