"""On a real terminal: colour only where it is wanted, words beside it, and no line too wide."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")

COLOUR = re.compile(r"\x1b\[[\d;]*\b(?:3[0-7]|9[0-7])m")
STYLE = re.compile(r"\x1b\[[\d;]*m")


def on_pty(db: Path, *words: str, **environment: str) -> str:
    """What the command writes to a terminal of 80 columns."""
    controller, terminal = pty.openpty()
    chosen = {"TERM": "xterm-256color", "COLUMNS": "80", "PATH": os.environ["PATH"], **environment}
    command = [sys.executable, "-m", "workbench", "--db", str(db), *words]
    streams = {"stdin": terminal, "stdout": terminal, "stderr": terminal}
    with subprocess.Popen(command, env=chosen, **streams) as process:
        os.close(terminal)
        written = b""
        while piece := _read(controller):
            written += piece
        assert process.wait() == 0
    os.close(controller)
    return written.decode()


def _read(controller: int) -> bytes:
    try:
        return os.read(controller, 65536)
    except OSError:  # the other end is closed
        return b""


def test_conflicts_in_colour_and_in_words(db: Path) -> None:
    written = on_pty(db, "conflicts", "--all")
    assert COLOUR.search(written)
    plain = STYLE.sub("", written)
    for word in ("!!! high", "≠ conflict", "! low", "» superseded", "1000 each", "1200 each"):
        assert word in plain
    assert max(map(len, plain.splitlines())) <= 80


def test_no_color_is_respected(db: Path) -> None:
    written = on_pty(db, "conflicts", NO_COLOR="1")
    assert "≠ conflict" in STYLE.sub("", written)
    assert COLOUR.search(written) is None


@pytest.mark.parametrize("words", [("conflicts",), ("show", "d1"), ("sources",), ("search", "takas")])
def test_article_text_steers_nothing(db: Path, words: tuple[str, ...]) -> None:
    written = STYLE.sub("", on_pty(db, *words, NO_COLOR="1"))
    assert "\x1b" not in written


def test_a_terminal_is_told_that_claims_are_being_compared(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("Başlık\n\n3 Mayıs 2025\n\nİki ülke 200 esiri değiş tokuş etti.\n", encoding="utf-8")
    written = on_pty(tmp_path / "claims.db", "import", str(article))
    assert "comparing claims" in written
    assert STYLE.sub("", written).splitlines()[-1].endswith("no differences")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("words", [("export", "events"), ("conflicts",)])
def test_a_full_disk_is_named(db: Path, words: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "workbench", "--db", str(db), *words]
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert told.returncode == 3
    assert told.stderr.splitlines() == [
        "error: Cannot write: No space left on device",
        "hint: Free some space on the disk.",
    ]
