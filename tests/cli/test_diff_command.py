"""`workbench sources diff`: what changed between versions, in 80 columns."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from cli_running import Run
from version_articles import article, take_in, text

from workbench.store import open_store


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    path = tmp_path / "v.db"
    with open_store(path) as store:
        for number, body in enumerate(
            (
                text(66),
                text(76, 27),
                text(76, 27, who="Yetklililer"),
                text(76, 27, who="Yetklililer", order="02134"),
            )
        ):
            take_in(store, article(body, name=f"v{number}", published=date(2025, 5, 27 + number)))
        take_in(store, article(text(50), url="https://b.example/1", publisher="B", name="baska"))
    return path


def printed(run: Run, path: Path, *words: str) -> str:
    result = run("--db", str(path), "sources", "diff", *words)
    assert result.exit_code == 0, result.output
    return result.output


def test_claims_come_first_and_then_the_sentences(run: Run, versions: Path) -> None:
    lines = printed(run, versions, "v1").splitlines()
    assert all(len(line) <= 80 for line in lines)
    at = lines.index("Changed claims")
    assert lines[at + 1 : at + 3] == ["  count: killed: 66 → 76", "  date: 26 May 2025 → 27 May 2025"]
    assert "It does not say that it was changed." in lines
    assert [line[:4] for line in lines if line.startswith(("  −", "  +"))] == ["  − ", "  + "]
    assert lines[-1].strip() == "26 → 27, 66 → 76"


WORDS = {
    "first against second": (("v0",), "count: killed: 66 → 76"),
    "typo": (("v2",), "Only the wording changed: no claim gives another value."),
    "order": (("v3",), "Nothing but the order of the sentences changed."),
    "two that are far apart": (("v0", "v3"), "count: killed: 66 → 76"),
    "another article": (("v0", "baska"), "count: killed: 66 → 50"),
    "itself": (("v0", "v0"), "Both say the same."),
}


@pytest.mark.parametrize(("words", "line"), WORDS.values(), ids=WORDS.keys())
def test_what_is_said(run: Run, versions: Path, words: tuple[str, ...], line: str) -> None:
    assert line in printed(run, versions, *words)


def test_as_json(run: Run, versions: Path) -> None:
    became = json.loads(printed(run, versions, "v1", "--json"))
    assert (became["old"]["version"], became["new"]["version"], became["new"]["of"]) == (1, 2, 4)
    assert [(one["key"], one["old"]["label"], one["new"]["label"]) for one in became["claims"]] == [
        ("killed", "66", "76"),
        ("", "26 May 2025", "27 May 2025"),
    ]
    assert [one["kind"] for one in became["sentences"]] == ["changed"]


def test_one_version_alone_is_refused(run: Run, versions: Path) -> None:
    result = run("--db", str(versions), "sources", "diff", "baska")
    assert (result.exit_code, "There is but one version" in result.output) == (2, True)


def test_hostile_words_are_shown_as_text(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    with open_store(path) as store:
        for number, evil in enumerate(("", "\x1b[2J\u202egerçek")):
            body = f"{text()}\n\nBu cümle {evil}[bold]kalır[/bold] ve okunur."
            take_in(store, article(body, name=f"h{number}", published=date(2025, 5, 27 + number)))
    told = printed(run, path, "h1")
    assert "[bold]kalır[/bold]" in told
    assert not {"\x1b", "\u202e"} & set(told)
