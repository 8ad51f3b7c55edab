"""Without a network everything works but addresses, which fail at once."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.fuzz.seeds import name_of, seeds

UNSHARE = ("unshare", "--map-root-user", "--net")


def may_unshare() -> bool:
    """True where the system lets a program have a namespace of its own."""
    if not shutil.which("unshare"):
        return False
    return subprocess.run([*UNSHARE, "true"], capture_output=True, check=False).returncode == 0


def workbench(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*UNSHARE, sys.executable, "-m", "workbench", "--db", "c.db", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.skipif(not may_unshare(), reason="no namespaces here")
def test_all_but_addresses_works_without_a_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    monkeypatch.chdir(tmp_path)
    files = [name for name, _ in seeds() if name not in ("feed", "sitemap")]
    for name, data in seeds():
        Path(f"{name}-{name_of(name)}").write_bytes(data)
    fetched = ["http://192.0.2.1/haber", "https://haber.example/1"]
    result = workbench("import", "--json", *(f"{name}-{name_of(name)}" for name in files), *fetched)
    became = json.loads(result.stdout)
    assert result.returncode == 1
    assert [one["file"] for one in became["failed"]] == fetched
    assert all(one["detail"] and one["hint"] for one in became["failed"])
    assert len(became["added"]) + len(became["unchanged"]) >= len(files)
    for command in (["conflicts"], ["export", "claims", "--out", "claims.jsonl"], ["search", "yangin"]):
        assert workbench(*command).returncode == 0, command
