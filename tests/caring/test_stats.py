"""The numbers of a database of two articles, counted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from workbench.cli import main
from workbench.decisions.verdicts import dismiss, undo
from workbench.reviewing import decide
from workbench.store import open_store
from workbench.store.statistics import Pace, Period

LATER = "2025-06-01T09:{:02}:00.000000+03:00"


def stats(base: Path, *words: str) -> str:
    done = CliRunner().invoke(main, ["--db", str(base), "stats", *words], catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def numbers(base: Path, *words: str) -> Any:
    return json.loads(stats(base, "--json", *words))


def test_articles_claims_events_and_decisions_are_counted(base: Path) -> None:
    told = numbers(base)
    assert told["articles"] == {
        "number": 2,
        "removed": 0,
        "languages": {"tr": 2},
        "publishers": {"": 2},
        "formats": {"text": 2},
        "copies": 0,
        "versions": 0,
        "publisher_kinds": {"": 2},
    }
    assert told["claims"]["number"] == sum(told["claims"]["types"].values()) == 3
    assert told["claims"]["modalities"] == {"occurred": 3}
    assert told["events"] == {"number": 1, "stages": 0, "told_once": 0}
    (found,) = told["discrepancies"]
    assert (found["attribute"], found["status"], found["number"]) == ("count", "resolved", 1)
    assert told["decisions"]["in_effect"] == {"ayse": {"accept": 1}}
    assert told["size"]["bytes"] == base.stat().st_size
    assert sum(told["size"]["held_by"].values()) <= told["size"]["bytes"]


@pytest.mark.parametrize(
    ("words", "articles", "decisions"),
    [
        pytest.param(("--since", "2025-05-16", "--until", "2025-05-16"), 2, {}, id="the day of the articles"),
        pytest.param(("--until", "2025-05-15"), 0, {}, id="before"),
        pytest.param(("--since", "2025-06-01"), 0, {"ayse": {"accept": 1}}, id="the day of the decision"),
    ],
)
def test_a_period_chooses_articles_and_decisions(
    base: Path, words: tuple[str, ...], articles: int, decisions: dict[str, object]
) -> None:
    told = numbers(base, *words)
    assert told["articles"]["number"] == articles
    assert (told["claims"]["number"] > 0) == (articles > 0)
    assert told["decisions"]["in_effect"] == decisions
    assert told["events"]["number"] == 1


def test_what_is_undone_is_counted_apart_and_pauses_are_no_part_of_the_pace(base: Path) -> None:
    with open_store(base) as store:
        (found,) = store.discrepancies()
        for minute in (2, 6, 56):
            decide(store, dismiss(found, reviewer="ayse", at=LATER.format(minute)))
        last = store.decisions()[-1]
        decide(store, undo(last, store.decisions(), reviewer="ayse", at=LATER.format(57)))
        told = store.statistics(Period())
    assert told.entries == {"ayse": {"dismiss": 2, "accept": 1}}
    assert told.undone == 1
    assert told.pace == Pace(180.0, 2)


def test_the_table_fits_80_columns_and_names_of_people_and_outlets_stay_text(base: Path) -> None:
    with open_store(base) as store:
        (found,) = store.discrepancies()
        decide(store, dismiss(found, reviewer="\x1b[31mkötü", at=LATER.format(30)))
        store._db.conn.execute("UPDATE sources SET publisher = 'Uzun Adlı Gazete ' || seq")
        store._db.conn.commit()
    lines = stats(base).splitlines()
    assert max(map(len, lines)) <= 80
    assert not any("\x1b" in line for line in lines)
    assert "  publisher           Uzun Adlı Gazete 1 1, Uzun Adlı Gazete 2 1" in lines


def test_what_is_longer_than_a_line_is_wrapped_between_its_words(base: Path) -> None:
    name = "Uzun Adlı Gazetenin Çok Daha Uzun Adlı Pazar Ekinin Ege Bölgesi Baskısı"
    with open_store(base) as store:
        store._db.conn.execute("UPDATE sources SET publisher = ?", (name,))
        store._db.conn.commit()
    told = stats(base).splitlines()
    at = next(number for number, line in enumerate(told) if line.startswith("  publisher  "))
    lines = told[at : at + 2]
    assert " ".join(line[22:] for line in lines) == f"{name} 2"
    assert all(line == line.rstrip() for line in lines)


def test_the_newest_decision_is_so_by_time_and_not_by_its_text(base: Path) -> None:
    with open_store(base) as store:
        (found,) = store.discrepancies()
        decide(store, dismiss(found, reviewer="zeynep", at="2025-06-01T08:30:00.000000+00:00"))
        assert store.stamp().newest == "2025-06-01T08:30:00.000000+00:00"
        assert max(one.at for one in store.decisions()) == "2025-06-01T09:00:00.000000+03:00"


def test_a_period_that_ends_before_it_begins_is_refused(base: Path) -> None:
    words = ["--db", str(base), "stats", "--since", "2025-06-02", "--until", "2025-06-01"]
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Not a period: 2025-06-02 – 2025-06-01" in done.stderr
