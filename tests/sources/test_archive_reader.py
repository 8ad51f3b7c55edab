"""Members of archives become documents; what attacks by an archive gets its clear error."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from pathlib import Path

import pytest

from workbench.importing.expanding import Options, expand
from workbench.importing.report import Note
from workbench.importing.run import import_named
from workbench.sources.documents import LIMITS, Document, Limits, Unread
from workbench.sources.member_names import legacy_name, tidy_name
from workbench.sources.registry import reader_for
from workbench.store import open_store

TEXT = "Limanda yangın\n\n16.05.2025\n\nLimanda çıkan yangında 12 kişi yaralandı.\n"


def packed(members: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def leaves(data: bytes, name: str = "a.zip", limits: Limits = LIMITS) -> dict[str, str]:
    """The names of what is left, with the title of the error for what is not read."""
    found = expand(Document(name, data), Options(limits))
    return {one.name: one.error.title if isinstance(one, Unread) else "" for one in found}


def test_members_that_some_reader_reads(tmp_path: Path) -> None:
    data = packed(
        {
            "deep/İlk haber.txt": TEXT.encode(),
            "deep/": b"",
            "style.css": b"p {}",
            "__MACOSX/deep/._x.txt": b"x",
            ".hidden/x.txt": b"x",
            "b.md": b"# Bir haber",
        }
    )
    assert leaves(data) == {"a.zip/deep/İlk haber.txt": "", "a.zip/b.md": "", "a.zip": ""}
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    with open_store(tmp_path / "c.db") as store:
        report = import_named(store, [path])
        assert [one.file for one in report.added] == ["a.zip/deep/İlk haber.txt", "a.zip/b.md"]
        assert report.notes == [Note("a.zip", "not read, since nothing here reads such files: 1 .css")]
        first = store.source(report.added[0].source)
    assert (first.format, first.original, first.title) == ("text", TEXT.encode(), "Limanda yangın")
    assert first.published is not None and str(first.published.best) == "2025-05-16"


@pytest.mark.parametrize("inner", ["a.txt", "a.zip"], ids=["of one text", "of an archive"])
def test_gzip(inner: str) -> None:
    data = TEXT.encode() if inner == "a.txt" else packed({"b.txt": TEXT.encode()})
    below = "" if inner == "a.txt" else "/b.txt"
    assert leaves(gzip.compress(data), f"{inner}.gz") == {f"{inner}.gz/{inner}{below}": ""}


def encrypted(members: dict[str, bytes], locked: set[str]) -> bytes:
    """The archive with its members marked as encrypted, which is all that a reader sees of it."""
    data = bytearray(packed(members))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        directory = archive.start_dir
        for info in archive.infolist():
            name = info.filename.encode()
            at = data.index(name, directory) - 46
            if info.filename in locked:
                data[at + 8] |= 1
                data[info.header_offset + 6] |= 1
    return bytes(data)


def lying(members: dict[str, bytes]) -> bytes:
    """An archive whose list names a thousand million more bytes than there are."""
    data = bytearray(packed(members))
    at = data.rindex(b"PK\x05\x06")
    struct.pack_into("<L", data, at + 12, 0xFFFFFFF0)
    return bytes(data)


SMALL = Limits(document=20_000_000, members=20, expanded=60_000_000)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"PK\x03\x04 is all", {"a.zip": "Damaged archive"}, id="cut off"),
        pytest.param(
            packed({"a.txt": b"x"}).replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xff"),
            {"a.zip": "Damaged archive"},
            id="of a version to come",
        ),
        pytest.param(packed({}), {"a.zip": "No articles"}, id="empty"),
        pytest.param(packed({"a.png": b"x"}), {"a.zip": "No articles"}, id="nothing that is read"),
        pytest.param(
            packed({"a.txt": TEXT.encode()})[:-30], {"a.zip": "Damaged archive"}, id="without its end"
        ),
        pytest.param(
            packed({"a.txt": TEXT.encode() * 9}).replace(b"\x03\x04", b"\x03\x05", 1),
            {"a.zip/a.txt": "Damaged archive"},
            id="a damaged member",
        ),
        pytest.param(
            encrypted({"a.txt": b"x"}, {"a.txt"}), {"a.zip": "Locked with a password"}, id="encrypted"
        ),
        pytest.param(
            encrypted({"a.txt": b"x", "b.txt": b"y"}, {"a.txt"}),
            {"a.zip/a.txt": "Locked with a password", "a.zip/b.txt": ""},
            id="encrypted in part",
        ),
        pytest.param(
            packed({"a.txt": b"\0" * 19_000_000}), {"a.zip/a.txt": "Packed too tightly"}, id="a bomb"
        ),
        pytest.param(packed({"a.txt": b" " * 21_000_000}), {"a.zip/a.txt": "Too large"}, id="a large member"),
        pytest.param(
            packed({f"{number}.txt": b"a" * 9_000_000 for number in range(7)}),
            {"a.zip": "Too large"},
            id="too much in all",
        ),
        pytest.param(
            packed({f"{number}.txt": b"x" for number in range(21)}), {"a.zip": "Too many"}, id="many members"
        ),
        pytest.param(lying({"a.txt": b"x"}), {"a.zip": "Too many"}, id="a list that lies"),
        pytest.param(
            packed({"a.txt": b"ab" * 500}).replace(b"\x08\x00", b"\x63\x00"),
            {"a.zip/a.txt": "Cannot unpack"},
            id="a packing that is not known",
        ),
    ],
)
def test_what_is_refused(data: bytes, expected: dict[str, str]) -> None:
    assert leaves(data, limits=SMALL) == expected


def nested(depth: int, width: int, leaf: bytes) -> bytes:
    for _ in range(depth):
        leaf = packed({f"{number}.zip": leaf for number in range(width)})
    return leaf


def test_archives_in_archives_end() -> None:
    innermost = packed({"a.txt": TEXT.encode()})
    assert leaves(nested(2, 1, innermost)) == {"a.zip/0.zip/0.zip/a.txt": ""}
    assert leaves(nested(3, 1, innermost)) == {"a.zip/0.zip/0.zip/0.zip": "Too deep"}


def test_what_archives_in_archives_unpack_to_is_counted_together() -> None:
    """Each archive alone is within the limits, and all of them together are not."""
    bomb = nested(1, 9, packed({"a.txt": b"a" * 9_000_000}))
    titles = list(leaves(bomb, limits=SMALL).values())
    assert titles.count("Too large") >= 1
    assert titles.count("") <= 6


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "etc/passwd.txt"),
        ("/etc/x.txt", "etc/x.txt"),
        ("C:\\Users\\x.txt", "Users/x.txt"),
        ("a/./b/../c.txt", "a/b/c.txt"),
        ("a\x1b[2J\0.txt", "a[2J.txt"),
        ("\ud800x.txt", "x.txt"),
        ("../..", ""),
        ("a" * 1000 + ".txt", "a" * 296 + ".txt"),
    ],
)
def test_names_lead_nowhere(given: str, kept: str) -> None:
    assert tidy_name(given) == kept


@pytest.mark.parametrize("encoding", ["utf-8", "cp857"])
def test_names_of_writers_that_mark_no_encoding(encoding: str) -> None:
    assert legacy_name("Ağustos/şiir.txt".encode(encoding).decode("cp437")) == "Ağustos/şiir.txt"


@pytest.mark.parametrize("first", ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "mimetype"])
def test_office_documents_are_no_archives(first: str) -> None:
    assert reader_for(Document("x", packed({first: b"x"}))).name != "zip"
