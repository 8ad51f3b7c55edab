"""What it costs to refuse, or to read, documents that are made to fill memory or never to end.

`python -m benchmarks.hostile`: each is imported by the command line; printed are the seconds, the memory of
all processes together at most, and what was said of it.
"""

from __future__ import annotations

import gzip
import io
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.processes import watched

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
"""Entities each of which is ten of the one before: the last would have a hundred billion."""
PART = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
TOLD = "Akçakum'da 5 Mayıs 2025 günü çıkan yangında 17 kişi yaralandı. "


def _zip(name: str, data: bytes, times: int = 1) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(times):
            archive.writestr(f"{number}-{name}", data)
    return held.getvalue()


def _nested() -> bytes:
    data = _zip("a.txt", b"a" * 50_000_000, 10)
    for _ in range(5):
        data = _zip("in.zip", data, 10)
    return data


ATTACKS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "no byte": ("a.txt", bytes),
    "200 MB of text": ("a.txt", lambda: b"Haber metni.\n" * 16_000_000),
    "50 MB on one line": ("a.txt", lambda: b"a" * 50_000_000),
    "50 MB of one sentence again and again": ("a.txt", lambda: TOLD.encode() * 720_000),
    "1.4 MB, all claims": ("a.txt", lambda: TOLD.encode() * 20_000),
    "NULs": ("a.txt", lambda: bytes(60_000_000)),
    "50 MB page on one line": ("a.html", lambda: b"<html><body><p>" + TOLD.encode() * 720_000),
    "a million open elements": ("a.html", lambda: b"<html><body>" + b"<div>" * 1_000_000 + b"12 kisi"),
    "zip of 4 GB": ("a.zip", lambda: _zip("a.txt", b"a" * 400_000_000, 10)),
    "zips in zips": ("a.zip", _nested),
    "gzip of 2 GB": ("a.gz", lambda: gzip.compress(b"a" * 2_000_000_000, 6)),
    "laughs as a feed": (
        "a.xml",
        lambda: f'<!DOCTYPE r [<!ENTITY l0 "ha">{LAUGHS}]><rss>&l11;</rss>'.encode(),
    ),
    "laughs in a Word document": (
        "a.docx",
        lambda: _zip("word/document.xml", f"<!DOCTYPE r [{LAUGHS}]><w>&l11;</w>".encode()),
    ),
    "60 MB of nested lists": ("a.json", lambda: b"[" * 60_000_000),
    "one field of 60 MB": ("a.csv", lambda: b'title,text\n"' + b"x," * 30_000_000),
    "a million columns": ("a.csv", lambda: b"text," * 1_000_000 + b"\n" + b"a," * 1_000_000),
    "a PDF's head and 60 MB": ("a.pdf", lambda: b"%PDF-1.7\n" + b"1 0 obj <<>> endobj\n" * 3_000_000),
    "parts in parts": (
        "a.eml",
        lambda: b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * 100_000,
    ),
}


def main() -> None:
    """Tries each attack, or those whose names hold the words of the command."""
    wanted = " ".join(sys.argv[1:])
    for name, (file, make) in ATTACKS.items():
        if wanted in name:
            print(f"{name:<40} {_tried(file, make())}", flush=True)  # noqa: T201


def _tried(file: str, data: bytes) -> str:
    """What importing it took and said, and which files it left beside."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        (path / file).write_bytes(data)
        command = [sys.executable, "-m", "workbench", "--db", str(path / "c.db"), "import", "--no-match"]
        begun = time.perf_counter()
        cost = watched([*command, str(path / file)])
        took = time.perf_counter() - begun
        said = next(line for line in reversed(cost.printed.splitlines()) if not line.startswith("hint"))
        beside = sorted(one.name for one in path.iterdir() if one.name not in (file, "c.db"))
    return f"{took:>6.1f} s {cost.memory / 1e6:>5.0f} MB  {said[:90]} {', '.join(beside)}"


if __name__ == "__main__":
    main()
