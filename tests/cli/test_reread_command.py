"""Reading stored articles again on the command line: what changed, and which decisions it concerns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cli_running import Run

from workbench.claims import read_claims
from workbench.models import Claim, Source
from workbench.store import open_store

FIRE = "3 Mayıs 2025'te Akçakum limanında çıkan yangında {} kişi yaralandı.\n"


def nine(source: Source) -> tuple[Claim, ...]:
    """Another reader: it takes every number of b.txt for nine."""
    claims = read_claims(source)
    if source.file != "b.txt":
        return claims
    return tuple(
        replace(one, quantities=tuple(replace(q, value=9.0, low=9.0, high=9.0) for q in one.quantities))
        for one in claims
    )


def nothing(source: Source) -> tuple[Claim, ...]:
    """Another reader: it finds no claim in b.txt."""
    return () if source.file == "b.txt" else read_claims(source)


def broken(source: Source) -> tuple[Claim, ...]:
    raise ValueError(source.file)


@pytest.fixture
def decided(run: Run, tmp_path: Path) -> Path:
    """Two articles of one fire, whose difference is decided."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, hurt in (("a.txt", 4), ("b.txt", 7)):
        text = f"Limanda yangın ({name})\n\n04.05.2025\n\n" + FIRE.format(hurt)
        (folder / name).write_text(text, encoding="utf-8")
    assert run("import", str(folder)).exit_code == 0
    with open_store(tmp_path / "claims.db") as store:
        (found,) = [one for one in store.discrepancies() if one.attribute == "count"]
    assert run("decide", found.id, "--accept", "1").exit_code == 0
    return folder


def test_nothing_new_is_read(run: Run, decided: Path) -> None:
    result = run("reread")
    assert result.exit_code == 0
    assert result.output.startswith("read 2 articles again, 0 changed")


@pytest.mark.parametrize(
    ("reader", "told"),
    [
        pytest.param(nine, "is now read otherwise; the decision stays", id="another number"),
        pytest.param(
            nothing, "is gone, and the decision has it no more; there stands no claim", id="no claim"
        ),
    ],
)
def test_decisions_it_concerns_are_listed(
    run: Run, decided: Path, monkeypatch: pytest.MonkeyPatch, reader: object, told: str
) -> None:
    before = run("log").output
    monkeypatch.setattr("workbench.claims.read_claims", reader)
    result = run("reread", "b.txt")
    assert result.exit_code == 0
    assert "read 1 article again, 1 changed" in result.output
    assert "decision: " in result.output and told in result.output
    assert "matched again" in result.output
    assert "1 decision stands on an event that has changed since" in result.output
    assert run("log").output == before
    assert run("check").exit_code == 0


def test_what_cannot_be_read_stays_as_it_was(
    run: Run, decided: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run("export", "claims").output
    monkeypatch.setattr("workbench.claims.read_claims", broken)
    result = run("reread")
    assert result.exit_code == 3
    assert "a.txt" in result.stderr and "b.txt" in result.stderr
    assert run("export", "claims").output == before


def test_no_such_article(run: Run, decided: Path) -> None:
    result = run("reread", "z.txt")
    assert result.exit_code == 2
    assert "workbench sources" in result.stderr
