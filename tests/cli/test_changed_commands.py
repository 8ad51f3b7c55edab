"""A reviewed event that changes says so: at the import, in a list, and until somebody looks."""

import json
import re
from pathlib import Path

import pytest
from cli_running import Run

from workbench.store import open_store

FIRE = "3 Mayıs 2025'te Akçakum limanında çıkan yangında {} kişi yaralandı.\n"


def write(folder: Path, name: str, hurt: int) -> None:
    folder.mkdir(exist_ok=True)
    text = f"Limanda yangın ({name})\n\n04.05.2025\n\n" + FIRE.format(hurt)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def decided(run: Run, tmp_path: Path) -> Path:
    """Two articles of one fire, whose difference is decided for the first of them."""
    folder = tmp_path / "articles"
    write(folder, "a.txt", 4)
    write(folder, "b.txt", 7)
    assert run("import", str(folder)).exit_code == 0
    with open_store(tmp_path / "claims.db") as store:
        (found,) = [one for one in store.discrepancies() if one.attribute == "count"]
    number = 1 + next(at for at, label in enumerate(found.labels) if label.startswith("4"))
    assert run("decide", found.id, "--accept", str(number)).exit_code == 0
    return folder


def status(db: Path) -> str:
    with open_store(db) as store:
        ids = store.queue_ids()
        (row,) = [row for row in store.queue_rows(ids).values() if row.attribute == "count"]
    return row.status


def test_nothing_has_changed(run: Run, decided: Path) -> None:
    assert run("changed").output == "nothing has changed\n"
    assert run("changed", "--json").output == ""
    assert "changed since" not in run("import", str(decided)).output


@pytest.mark.parametrize(
    ("hurt", "reopened"),
    [pytest.param(7, False, id="a value that was seen"), pytest.param(12, True, id="a new value")],
)
def test_an_import_that_touches_a_decision_says_so(
    run: Run, decided: Path, tmp_path: Path, hurt: int, reopened: bool
) -> None:
    write(decided, "c.txt", hurt)
    assert "1 decision stands on an event that has changed since" in run("import", str(decided)).output
    listed = run("changed").output
    assert re.search(r"claims? of c\.txt joined since ayse accepted 4", listed)
    assert ("c.txt says" in listed) == reopened
    assert status(tmp_path / "claims.db") == ("reopened" if reopened else "resolved")
    (row,) = map(json.loads, run("changed", "--json").output.splitlines())
    assert (row["reviewer"], row["kind"], len(row["unseen"])) == ("ayse", "accept", int(reopened))
    assert row["joined"] and not row["left"] and row["what"]


def test_letting_it_stand(run: Run, decided: Path, tmp_path: Path) -> None:
    write(decided, "c.txt", 12)
    run("import", str(decided))
    (row,) = map(json.loads, run("changed", "--json").output.splitlines())
    result = run("keep", row["decision"][:8], "--note", "a copy with a slip")
    assert result.exit_code == 0
    assert "let stand" in result.output and "now resolved" in result.output
    assert run("changed").output == "nothing has changed\n"
    assert status(tmp_path / "claims.db") == "resolved"
    assert run("undo").exit_code == 0
    assert "1 decision to look at again" in run("changed").output
    assert status(tmp_path / "claims.db") == "reopened"


def test_letting_all_decisions_of_an_event_stand(run: Run, decided: Path) -> None:
    write(decided, "c.txt", 7)
    run("import", str(decided))
    (row,) = map(json.loads, run("changed", "--json").output.splitlines())
    assert run("keep", row["events"][0]).exit_code == 0
    assert run("changed").output == "nothing has changed\n"


def test_nothing_to_let_stand(run: Run, decided: Path) -> None:
    result = run("keep", "k12")
    assert result.exit_code == 2
    assert "workbench changed" in result.stderr


def test_a_merge_that_touches_a_decision_says_so(run: Run, decided: Path, tmp_path: Path) -> None:
    told = "3 Mayıs 2025'te Derebaşı'nda bir trenin devrilmesi sonucu 31 kişi yaralandı.\n"
    text = f"Tren devrildi\n\n04.05.2025\n\n{told}"
    (decided / "c.txt").write_text(text, encoding="utf-8")
    run("import", str(decided))
    with open_store(tmp_path / "claims.db") as store:
        event_of = store.event_of_claim()
        hurt = [one for one in store.claims() if one.quantities and not one.heading]
    first, *_, last = (event_of[one.id] for one in hurt)
    assert first != last
    assert "1 decision stands on an event that has changed since" in run("merge", first, last).output
    assert "says “31" in run("changed").output
