"""`workbench check` as it is used: what it says, what it mends, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from caring_bases import damaging
from click.testing import CliRunner, Result

from workbench.cli import main


def run(base: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--db", str(base), *words], catch_exceptions=False)


def test_the_command_repairs_after_a_backup_and_says_each_step(base: Path) -> None:
    with damaging(base) as connection:
        connection.execute("UPDATE tallies SET number = 7 WHERE name = 'events'")
    first = run(base, "check")
    assert (first.exit_code, first.stdout) == (1, "tallies: 7 events, but there are 1\n")
    assert "check --repair" in first.stderr
    second = run(base, "check", "--repair")
    assert second.exit_code == 0
    found, backup, anew, whole = second.stdout.splitlines()
    assert found == "tallies: 7 events, but there are 1"
    assert (anew, whole) == ("made anew: the tallies", f"{base}: whole")
    with damaging(Path(backup.removeprefix("backup: "))) as connection:
        held = connection.execute("SELECT number FROM tallies WHERE name = 'events'").fetchone()
    assert held == (7,)
    assert run(base, "check").stdout == f"{base}: whole\n"


def test_a_whole_database_is_not_copied_to_be_repaired(base: Path) -> None:
    assert run(base, "check", "--repair").stdout == f"{base}: whole\n"
    assert [one.name for one in base.parent.iterdir()] == ["claims.db"]


def test_what_cannot_be_repaired_is_left_and_the_rest_is_made_good(base: Path) -> None:
    with damaging(base) as connection:
        connection.execute("UPDATE tallies SET number = 7 WHERE name = 'events'")
        connection.execute("UPDATE sources SET original = x'00' WHERE seq = 1")
    result = run(base, "check", "--repair", "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (told["whole"], told["made_anew"]) == (False, ["tallies"])
    assert [one["check"] for one in told["left"]] == ["articles"]
    assert [one["repair"] for one in told["findings"]] == [None, "tallies"]


def test_json_of_a_whole_database(base: Path) -> None:
    told = json.loads(run(base, "check", "--json").stdout)
    assert (told["whole"], told["findings"], told["notes"]) == (True, [], [])
    assert len(told["fingerprint"]) == 16


@pytest.mark.parametrize(
    "content", [pytest.param(b"no database at all" * 100, id="another file"), pytest.param(None, id="none")]
)
def test_what_cannot_be_opened_is_exit_code_3(tmp_path: Path, content: bytes | None) -> None:
    if content:
        (tmp_path / "c.db").write_bytes(content)
    assert run(tmp_path / "c.db", "check").exit_code == 3
