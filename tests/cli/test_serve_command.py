"""What `workbench serve` refuses before anything listens."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from cli_running import Run

pytest.importorskip("textual_serve", reason="the extra `serve` is not installed")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "10.0.0.7", "desk.lan"])
def test_another_bind_than_loopback_is_refused(run: Run, host: str) -> None:
    result = run("serve", "--host", host)
    assert result.exit_code == 2
    assert "Other machines would reach this" in result.stderr
    assert "--insecure-bind" in result.stderr


def test_a_taken_port_is_told(run: Run, db: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("--db", str(db), "serve", "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 2
    assert "--port 0" in result.stderr


def test_without_a_database_there_is_nothing_to_serve(run: Run, tmp_path: Path) -> None:
    result = run("--db", str(tmp_path / "none.db"), "serve")
    assert result.exit_code == 3
    assert result.stdout == ""


def test_without_the_extra_the_command_names_what_installs_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    result = run("serve")
    assert result.exit_code == 2
    assert "pip install 'workbench[serve]'" in result.stderr
