"""`workbench read`: what was understood, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests import page_making
from tests.page_making import BRIDGE
from workbench.cli import main

ARTICLE = (
    "Depo yangınında son durum\n\n12.03.2025\n\nVali Sedef Arıkan, 11 Mart'ta çıkan yangında "
    "40'tan fazla kişinin yaralandığını söyledi. [bold]3. ekip[/bold] saat 19.30'da geldi.\n\nPaylaş Tweetle"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "fire.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def read(*arguments: object, given: str | bytes = b"") -> Result:
    data = given.encode() if isinstance(given, str) else given
    return CliRunner().invoke(main, ["read", *map(str, arguments)], input=data)


def test_text_is_marked_and_claims_stand_below(article: Path) -> None:
    result = read(article)
    assert result.exit_code == 0
    for shown in (
        "[@11 Mart'ta]", "[»Sedef Arıkan]", "[№3.] ekip", "[◷saat 19.30'da]", "published 2025-03-12 (stated)",
        "2025-03-11 (day, ", "» says Sedef Arıkan", "# 40 person injured more than [40, …]", "[bold]",
        "· Paylaş Tweetle",
    ):  # fmt: skip
        assert shown in result.output


def test_standard_input(article: Path) -> None:
    assert read("-", given=ARTICLE).output.splitlines()[1:] == read(article).output.splitlines()[1:]
    assert read(given=ARTICLE).exit_code == 0


def test_a_page_is_read_as_one_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(page_making.agency(BRIDGE), encoding="utf-8")
    shown = read(page).output.splitlines()
    assert "published 2025-05-16 (stated)" in shown[0]
    assert not [line for line in shown if "<p>" in line or "Akaryakıta" in line]
    assert read("-", given=page.read_bytes()).output.splitlines()[1:] == shown[1:]


def test_json_is_one_object(article: Path) -> None:
    row = json.loads(read("--json", article).stdout)
    assert [one["value"] for one in row["quantities"]] == [40]
    assert row["claims"][0]["source"]["file"] == "fire.txt"


def test_day_and_language_can_be_given() -> None:
    result = read("--json", "--published", "2025-05-20", "--language", "tr", given="Dün 5 kişi öldü.")
    row = json.loads(result.stdout)
    assert row["language"] == "tr" and row["dates"][0]["start"] == "2025-05-19"


def test_jsonl_is_a_filter() -> None:
    lines = [{"id": 1, "text": "5 kişi öldü."}, {"id": 2, "text": "Each side freed 390 captives."}]
    result = read("--jsonl", given="\n".join(json.dumps(one) for one in lines))
    rows = [json.loads(one) for one in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [(row["id"], row["language"], row["quantities"][0]["value"]) for row in rows] == [
        (1, "tr", 5),
        (2, "en", 390),
    ]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        pytest.param('{"text": "5 kişi"}\nno\n', 1, id="some"),
        pytest.param("no\n", 3, id="all"),
        pytest.param("", 0, id="nothing asked"),
    ],
)
def test_exit_code_says_how_many_lines_failed(given: str, code: int) -> None:
    result = read("--jsonl", given=given)
    assert result.exit_code == code
    assert len(result.stdout.splitlines()) == given.count("\n")
    assert ("error: line" in result.stderr) == (code != 0)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(("nowhere.txt",), 3, "Cannot read the file", id="no such file"),
        pytest.param(("--jsonl", "--language", "tr"), 2, "each line names its own", id="not with the filter"),
        pytest.param(("--language", "xx", "-"), 3, "No such language", id="no such language"),
        pytest.param(("--published", "soon", "-"), 2, "--published", id="no date"),
        pytest.param(("-",), 3, "is empty", id="empty input"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: tuple[str, ...], code: int, said: str) -> None:
    given = b"" if arguments == ("-",) else "5 kişi öldü.".encode()
    result = read(*arguments, given=given)
    assert result.exit_code == code
    assert said in result.stderr


def test_escape_sequences_never_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b[31m.txt"
    path.write_text("Dün 5 kişi \x1b]0;x\x07öldü. \u202eters\n\nTARIM\x1b[2J", encoding="utf-8")
    assert "\x1b" not in read(path).output and "\u202e" not in read(path).output
