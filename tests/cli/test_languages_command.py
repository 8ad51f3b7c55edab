"""The command that lists and tries language packs, and packs that stand outside the program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench.cli import main
from workbench.languages.loader import LANGUAGES, PACKS_VARIABLE


def own_pack(folder: Path) -> Path:
    """A pack called "nl" that is the German one under another name."""
    with resources.as_file(resources.files("workbench.languages") / "de") as german:
        shutil.copytree(german, folder / "nl")
    return folder / "nl"


def started(folder: Path, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """A run of the program in which the environment names `folder` for further packs."""
    return subprocess.run(
        [sys.executable, "-m", "workbench", *words],
        capture_output=True,
        text=True,
        check=False,
        input=stdin,
        env=os.environ | {PACKS_VARIABLE: str(folder)},
    )


def test_every_language_has_a_line() -> None:
    result = CliRunner().invoke(main, ["languages"])
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == list(LANGUAGES)


def test_the_packs_that_come_with_the_program_are_whole() -> None:
    result = CliRunner().invoke(main, ["languages", "--check"])
    assert result.exit_code == 0
    assert "whole" in result.stdout


def test_a_language_that_is_not_there_is_named() -> None:
    result = CliRunner().invoke(main, ["languages", "--check", "xx"])
    assert result.exit_code == 2
    assert "xx" in result.stderr


def test_a_pack_outside_the_program_is_read(tmp_path: Path) -> None:
    own_pack(tmp_path)
    given = json.dumps({"text": "Bei dem Brand starben 12 Menschen.", "language": "nl"})
    ran = started(tmp_path, "read", "--jsonl", stdin=given)
    row = json.loads(ran.stdout)
    assert row["error"] is None
    assert row["quantities"][0]["counted"] == "killed"


def test_every_fault_of_a_pack_is_printed(tmp_path: Path) -> None:
    pack = own_pack(tmp_path)
    path = pack / "nouns.toml"
    text = path.read_text(encoding="utf-8").replace('broader = "building"', 'broader = "edifice"')
    path.write_text(text.replace('times = ["mal"]', 'times = [""]'), encoding="utf-8")
    ran = started(tmp_path, "languages", "--check", "nl")
    assert ran.returncode == 2
    assert "nl/nouns.toml: times[0]: is empty" in ran.stdout
    assert "nl/nouns.toml: nouns.house.broader: 'edifice' is not known in this pack" in ran.stdout


def test_a_pack_of_one_s_own_with_a_fault_reads_nothing_and_says_why(tmp_path: Path) -> None:
    path = own_pack(tmp_path) / "speech.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("verbs = [", 'verbs = ["(",', 1), encoding="utf-8"
    )
    ran = started(tmp_path, "languages")
    assert ran.returncode != 0
    assert "nl/speech.toml: verbs[0]: is no regular expression" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("code", ["tr", "en", "de"])
def test_a_pack_that_comes_with_the_program_is_not_replaced(code: str, tmp_path: Path) -> None:
    (tmp_path / code).mkdir()
    (tmp_path / code / "core.toml").write_text("name = 3", encoding="utf-8")
    assert started(tmp_path, "languages", "--check", code).returncode == 0


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = started(tmp_path / "none", "languages")
    assert ran.returncode == 2
    assert "none" in ran.stderr
