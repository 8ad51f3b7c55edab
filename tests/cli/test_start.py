"""Starting: fast without the heavy packages, and clear about what is missing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cli_running import Run

from workbench import cli

HEAVY = [
    *("textual", "sqlite_utils", "numpy", "rich", "simplemma", "rapidfuzz"),
    *("msgspec", "sqlite3", "dateutil", "charset_normalizer"),
]


def modules_after(code: str, folder: Path) -> set[str]:
    probe = f"{code}\nimport json, sys; print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=folder
    )
    return set(json.loads(ran.stdout.splitlines()[-1]))


@pytest.mark.parametrize("words", [["--help"], ["export", "--help"], ["--version"]], ids=" ".join)
def test_help_imports_nothing_heavy(words: list[str], tmp_path: Path) -> None:
    loaded = modules_after(f"from workbench.cli import main\nmain({words}, standalone_mode=False)", tmp_path)
    assert "click" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_exporting_needs_neither_the_screen_nor_the_language_rooms(db: Path, tmp_path: Path) -> None:
    words = ["--db", str(db), "export", "claims"]
    loaded = modules_after(f"from workbench.cli import main\nmain({words}, standalone_mode=False)", tmp_path)
    assert "sqlite_utils" in loaded
    assert [name for name in ("textual", "rich", "simplemma", "rapidfuzz") if name in loaded] == []


def test_version(run: Run) -> None:
    assert run("--version").output.startswith("workbench, version ")


def test_without_a_terminal_and_a_database(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert "No database yet" in result.stderr and "workbench import" in result.stderr


def test_without_a_terminal_the_review_screen_is_refused(run: Run, db: Path) -> None:
    for words in ((), ("review",)):
        result = run(*words)
        assert (result.exit_code, "No terminal" in result.stderr) == (2, True)


def test_on_a_terminal_it_opens_the_screen(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Path, str]] = []
    monkeypatch.setattr(cli, "on_terminal", lambda: True)
    monkeypatch.setattr(cli, "_open_screen", lambda session: opened.append((session.db, session.reviewer)))
    for words in ((), ("review",)):
        assert run(*words).exit_code == 0
    assert opened == [(Path("claims.db"), "ayse")] * 2


def test_a_database_that_is_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "claims.db").write_text("not a database, though long enough to look like one" * 50)
    result = run("conflicts")
    assert result.exit_code == 3
    assert "claims.db" in result.stderr


def test_a_malformed_settings_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.toml").write_text("colour = 1")
    result = run("conflicts")
    assert result.exit_code == 2
    assert "Unknown setting" in result.stderr and "colour" in result.stderr


def test_interrupting_is_exit_code_130(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("workbench.cli_output.print_conflicts", interrupted)
    result = run("conflicts")
    assert result.exit_code == 130
    assert "what was already written is kept" in result.stderr


def test_python_m_workbench(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "workbench", "--version"]
    ran = subprocess.run(words, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert "workbench" in ran.stdout
