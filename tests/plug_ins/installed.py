"""Packages of others beside the workbench, and commands in a process that finds them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "docs" / "examples" / "workbench-ships"

_SESSION = """
import json, sys
from click.testing import CliRunner
from workbench.cli import main

if __name__ == "__main__":
    told = []
    for words in json.loads(sys.argv[1]):
        done = CliRunner().invoke(main, words, catch_exceptions=False)
        told.append([done.exit_code, done.stdout, done.stderr])
    print(json.dumps(told))
"""


@dataclass(frozen=True)
class Said:
    """What became of a command."""

    code: int
    out: str
    err: str


def install(folder: Path, name: str, entry_points: Mapping[str, Mapping[str, str]]) -> None:
    """Makes a package known as pip does; its modules lie in the same folder, or where the path leads."""
    info = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    lines = [
        f"[{group}]\n" + "".join(f"{key} = {module}\n" for key, module in entries.items())
        for group, entries in entry_points.items()
    ]
    (info / "entry_points.txt").write_text("\n".join(lines))


def install_example(folder: Path) -> None:
    """Makes the documented example known, by its own pyproject.toml."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text())["project"]
    install(folder, project["name"], project["entry-points"])


def session(folder: Path, *commands: Sequence[str]) -> list[Said]:
    """Runs commands one after the other on one database, in a process of its own."""
    (folder / "settings.toml").write_text("")
    script = folder / "session.py"
    script.write_text(_SESSION)
    path = os.pathsep.join(map(str, (folder, EXAMPLE, ROOT)))
    env = {**os.environ, "PYTHONPATH": path, "WORKBENCH_CONFIG": str(folder / "settings.toml")}
    words = json.dumps([["--db", str(folder / "c.db"), *command] for command in commands])
    done = subprocess.run(
        [sys.executable, str(script), words], capture_output=True, text=True, env=env, cwd=folder, check=False
    )
    assert done.returncode == 0, done.stderr
    return [Said(*one) for one in json.loads(done.stdout)]
