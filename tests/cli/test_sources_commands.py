"""The commands on articles: listed, shown, taken out, brought back and described."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_running import Run
from click.testing import CliRunner

from workbench import cli_describe
from workbench.cli import main
from workbench.store import open_store

ARTICLES = {
    "a.txt": "Limanda yangın\n\n04.05.2025\n\n3 Mayıs 2025'te Akçakum limanında yangında 4 kişi yaralandı.\n",
    "b.txt": "Yangın söndü\n\n05.05.2025\n\n3 Mayıs 2025'te Akçakum limanında yangında 7 kişi yaralandı.\n",
    "talks.txt": "Talks in Akçakum\n\nMay 6, 2025\n\nTalks on the port of Akçakum began yesterday.\n",
    "note.txt": "Bir not\n\nYangından sonra liman sessizdi.\n",
}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = tmp_path / "claims.db"
    result = CliRunner().invoke(main, ["--db", str(path), "import", str(folder)])
    assert result.exit_code == 0, result.output
    return path


@pytest.fixture
def call(db: Path) -> Run:
    def run(*arguments: str, **given: str) -> object:
        return CliRunner().invoke(main, ["--db", str(db), "--reviewer", "Ayşe", *arguments], **given)

    return run  # type: ignore[return-value]


def listed(call: Run, *options: str) -> list[str]:
    result = call("sources", "list", "--json", *options)
    assert result.exit_code == 0, result.output
    return [json.loads(line)["file"] for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param((), ["a.txt", "b.txt", "note.txt", "talks.txt"], id="all by file"),
        pytest.param(("--language", "en"), ["talks.txt"], id="a language"),
        pytest.param(("--undated",), ["note.txt"], id="without a day"),
        pytest.param(("--since", "2025-05-05"), ["b.txt", "talks.txt"], id="from a day on"),
        pytest.param(("--until", "2025-05-04"), ["a.txt"], id="up to a day"),
        pytest.param(("--since", "2025-05-05", "--until", "2025-05-05"), ["b.txt"], id="one day"),
        pytest.param(("--format", "html"), [], id="a format that none has"),
        pytest.param(("--publisher", "liman POSTASI"), ["b.txt"], id="a publisher, set by hand"),
        pytest.param(("--removed",), [], id="none is out"),
        pytest.param(
            ("--sort", "published"),
            ["talks.txt", "b.txt", "a.txt", "note.txt"],
            id="latest first",
        ),
        pytest.param(("--sort", "title"), ["note.txt", "a.txt", "talks.txt", "b.txt"], id="by title"),
    ],
)
def test_a_list_is_narrowed_and_ordered(call: Run, options: tuple[str, ...], expected: list[str]) -> None:
    assert call("sources", "set", "b.txt", "--publisher", "Liman Postası").exit_code == 0
    assert listed(call, *options) == expected


def test_remove_lists_what_rests_and_restore_brings_it_back(call: Run, db: Path) -> None:
    with open_store(db) as store:
        (found,) = [one for one in store.discrepancies() if one.attribute == "count"]
    assert call("decide", found.id, "--accept", "2").exit_code == 0
    refused = call("sources", "remove", "b.txt")
    assert refused.exit_code == 2 and "--yes" in refused.output
    assert "1 decision rests on this" in refused.output and "accept 7" in refused.output
    assert listed(call, "--removed") == []
    removed = call("sources", "remove", "b.txt", "a.txt", "--yes", "--note", "satire")
    assert removed.exit_code == 0, removed.output
    assert removed.output.count("Ayşe removed") == 2 and '"satire"' in removed.output
    assert "workbench changed" in removed.output
    assert listed(call) == ["note.txt", "talks.txt"] and listed(call, "--removed") == ["a.txt", "b.txt"]
    assert "7 kişi" not in call("export", "claims").output
    assert call("search", "akçakum").output.count("source s") == 1
    assert call("search", "AKCAKUM", "limanı", "--removed").output.count(" source s") == 2
    assert call("search", "zebra", "--removed").output == "nothing found\n"
    told = call("changed").output
    assert "went with b.txt, which Ayşe removed on" in told and "no longer read" not in told
    assert "out: Ayşe removed the article" in call("sources", "show", "b.txt").output
    again = call("import", str(db.parent / "articles"))
    assert again.exit_code == 0 and "2 left out" in again.output
    assert "a.txt: removed by Ayşe" in again.output and "sources restore s" in again.output
    back = call("sources", "restore", "a.txt", "b.txt")
    assert back.exit_code == 0, back.output
    with open_store(db) as store:
        assert store.discrepancy(found.id) == found
        assert store.queue_rows([found.id])[found.id].status == "resolved"
        assert store.integrity() == []


@pytest.mark.parametrize(
    ("answer", "out"), [("y\n", ["a.txt"]), ("n\n", []), ("", [])], ids=["yes", "no", "end"]
)
def test_somebody_at_a_terminal_is_asked(
    call: Run, monkeypatch: pytest.MonkeyPatch, answer: str, out: list[str]
) -> None:
    monkeypatch.setattr(cli_describe, "on_terminal", lambda: True)
    result = call("sources", "remove", "a.txt", input=answer)
    assert "Remove 1 article?" in result.output
    assert (result.exit_code == 0) == bool(out)
    assert listed(call, "--removed") == out


def test_undo_takes_back_what_was_set(call: Run, db: Path) -> None:
    before = call("sources", "show", "talks.txt", "--json").output
    said = call(
        "sources", "set", "talks.txt", "--published", "2025-06-01", "--title", "Port talks", "--note", "seen"
    )
    assert said.exit_code == 0, said.output
    assert "title Talks in Akçakum → Port talks, published 2025-05-06 → 2025-06-01" in said.output
    assert "claims read otherwise" in said.output and "matched again" in said.output
    shown = json.loads(call("sources", "show", "talks.txt", "--json").output)
    assert (shown["published"], shown["title"]) == ("2025-06-01", "Port talks")
    assert shown["told"] == {"title": "Talks in Akçakum", "published": "2025-05-06"}
    assert "the import told 2025-05-06" in call("sources", "show", "talks.txt").output
    assert call("reread").exit_code == 0
    assert json.loads(call("sources", "show", "talks.txt", "--json").output) == shown
    assert call("undo").exit_code == 0
    assert call("sources", "show", "talks.txt", "--json").output == before


def test_a_title_alone_is_not_matched_again(call: Run) -> None:
    result = call("sources", "set", "a.txt", "--title", "Yangın", "--author", "A. Yazar")
    assert result.exit_code == 0 and "matched" not in result.output
    assert "A. Yazar" in call("sources", "show", "a.txt").output


def test_a_publisher_that_is_known_is_told_with_its_kind_and_country(call: Run) -> None:
    assert call("sources", "set", "a.txt", "--publisher", "AA").exit_code == 0
    shown = json.loads(call("sources", "show", "a.txt", "--json").output)
    assert (shown["publisher"], shown["outlet"]["kind"], shown["outlet"]["country"]) == ("AA", "agency", "TR")
    assert "agency, TR" in call("sources", "show", "a.txt").output


def test_a_language_that_nothing_reads_is_said_to_be_one(call: Run) -> None:
    result = call("sources", "set", "a.txt", "--language", "fi")
    assert result.exit_code == 0 and "nothing reads fi yet" in result.output
    assert json.loads(call("sources", "show", "a.txt", "--json").output)["claims"] == 0


def test_the_text_and_the_original_come_out_as_they_are(call: Run, tmp_path: Path) -> None:
    target = tmp_path / "original.txt"
    assert call("sources", "show", "a.txt", "--text").output.strip() == ARTICLES["a.txt"].strip()
    assert call("sources", "show", "a.txt", "--original", str(target)).exit_code == 0
    assert target.read_text(encoding="utf-8") == ARTICLES["a.txt"]
    assert call("sources", "show", "b.txt", "--original", str(target)).exit_code == 2
    assert target.read_text(encoding="utf-8") == ARTICLES["a.txt"]
    assert call("sources", "show", "b.txt", "--original", str(target), "--force").exit_code == 0
    assert target.read_text(encoding="utf-8") == ARTICLES["b.txt"]


REFUSED: dict[str, tuple[tuple[str, ...], str]] = {
    "nobody's name": (("show", "zebra"), "No such article"),
    "nothing said": (("set", "a.txt"), "Nothing is said"),
    "nothing changed": (("set", "a.txt", "--language", "tr"), "Nothing is changed"),
    "no day": (("set", "a.txt", "--published", "soon"), "2025-05-16"),
    "no language": (("set", "a.txt", "--language", "Turkish"), "Type its code"),
    "not out": (("restore", "a.txt"), "not removed"),
    "two orders of days": (("list", "--undated", "--since", "2025-01-01"), "Not with --undated"),
}


@pytest.mark.parametrize(("words", "why"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused(call: Run, words: tuple[str, ...], why: str) -> None:
    result = call("sources", *words)
    assert result.exit_code in (2, 3) and why in result.output


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda call: call("sources", "remove", "a.txt", "--yes"), id="removed twice"),
        pytest.param(lambda call: call("sources", "set", "a.txt", "--title", "X"), id="described"),
        pytest.param(lambda call: call("claim", "a.txt", "0", "5"), id="no claims are made of it"),
    ],
)
def test_an_article_that_is_out_stays_as_it_is(call: Run, act: Callable[[Run], object]) -> None:
    assert call("sources", "remove", "a.txt", "--yes").exit_code == 0
    result = act(call)
    assert getattr(result, "exit_code", 0) == 2
    assert "a.txt" in getattr(result, "output", "")


def test_a_beginning_that_fits_several_names_them(call: Run) -> None:
    result = call("sources", "show", "s")
    assert result.exit_code == 2 and "More than one article is called so" in result.output


def test_hostile_names_steer_nothing(call: Run) -> None:
    assert call("sources", "set", "a.txt", "--title", "[bold]=cmd|' /C calc'!A0").exit_code == 0
    assert call("sources", "set", "b.txt", "--title", "a\x1b[2Jb").exit_code == 2
    output = call("sources", "list").output + call("sources", "show", "a.txt").output
    assert "\x1b" not in output and "[bold]=cmd" in output
