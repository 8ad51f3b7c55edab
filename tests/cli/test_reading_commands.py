"""Commands that only read print what is there, and nothing that steers a terminal."""

import json
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest
from cli_running import Run

from workbench.store import open_store


@pytest.fixture(autouse=True)
def _filled(db: object) -> None:
    pass


def test_conflicts_names_values_event_and_verdict(run: Run) -> None:
    result = run("conflicts")
    assert result.exit_code == 0
    (line,) = (line for line in result.output.splitlines() if "d1aa" in line)
    about = "count: prisoner of war, each"
    for part in ("!!! high  ≠ conflict", about, "1000 each | 1200 each", "2", "open"):
        assert part in line
    assert "1 conflict, 0 tensions, 1 superseded, 1 undecided; 1 event, 3 articles" in result.output
    assert "d2bb" not in result.output


def test_conflicts_all_shows_superseded(run: Run) -> None:
    assert "» superseded" in run("conflicts", "--all").output


def test_show_marks_each_value_in_its_passage(run: Run) -> None:
    output = run("show", "d1").output
    assert "1  1000 each" in output
    assert "2  1200 each  (suggested)" in output
    assert "3 Mayıs'ta taraflar [biner] esir bıraktı." in output
    assert "Takas başladı (sa.txt, 2025-05-03, claim ca11)" in output
    assert "cannot both be the number" in output
    assert output.count("1 source, 1 origin") == 2


def test_show_names_the_article_that_a_value_comes_from(run: Run, db: Path) -> None:
    with open_store(db) as store:
        (one,) = store.discrepancies(event="e1")[:1]
        first, second = one.values
        repeat = replace(second, label=first.label, origin=first.source)
        store.replace_matching(store.events(), [], [replace(one, values=(first, repeat))])
    output = run("show", "d1").output
    assert "1  1000 each  2 sources, 1 origin" in output
    assert "claim cb22) after sa.txt" in output


def test_markup_in_an_article_is_printed_as_it_stands(run: Run) -> None:
    assert "[1.200'er] esiri [bold]evine[/bold] yolladı." in run("show", "d1").output


@pytest.mark.parametrize(
    "words",
    [("conflicts",), ("show", "d1"), ("sources",), ("search", "takas"), ("explain", "ca", "cb")],
    ids=lambda words: words[0],
)
def test_no_escape_sequence_gets_through(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 0
    assert "\x1b" not in result.output


def test_sources_lists_files_dates_and_claims(run: Run) -> None:
    output = run("sources").output
    assert [name for name in ("sa.txt", "sb.txt", "sc.txt") if name in output] == [
        "sa.txt",
        "sb.txt",
        "sc.txt",
    ]
    assert "2025-05-04" in output and "stated" in output


def test_sources_say_where_a_text_comes_from(run: Run, tmp_path: Path) -> None:
    paragraph = "Limanda demirli kuru yük gemisinin makine dairesinde çıkan yangın iki saatte söndürüldü. "
    paragraph += "Mürettebattan üç kişi dumandan etkilendi ve ayakta tedavi edildi. "
    rest = "Gemi yarın onarıma çekilecek, liman iki gün yük kabul etmeyecek."
    (tmp_path / "tam.txt").write_text(f"Gemide yangın\n\nİZMİR (AA) - {paragraph}{rest}", encoding="utf-8")
    (tmp_path / "kisa.txt").write_text(f"Yangın söndürüldü\n\n{paragraph}Ekipler döndü.", encoding="utf-8")
    assert "text from" not in run("sources").output
    run("import", "tam.txt", "kisa.txt")
    lines = {line.split()[0]: line.rstrip() for line in run("sources").output.splitlines()}
    assert lines["tam.txt"].endswith("Anadolu Ajansı")
    assert lines["kisa.txt"].endswith("near copy of tam.txt")


@pytest.mark.parametrize("word", ["ESİR", "esir", "ESIR"])
def test_search_folds(run: Run, word: str) -> None:
    output = run("search", word).output
    assert "sa.txt:0-39 claim ca11" in output


def test_search_without_hits_says_so(run: Run) -> None:
    assert run("search", "zebra").output.strip() == "nothing found"


def test_explain_shows_the_parts_as_a_waterfall(run: Run) -> None:
    lines = run("explain", "cb", "ca").output.splitlines()
    parts = [line.split() for line in lines if line.startswith(("type_", "days_", "count_"))]
    sums = [float(cells[2]) for cells in parts]
    assert sums == pytest.approx(list(accumulate(float(cells[1]) for cells in parts)), abs=0.011)
    (score,) = (line.split() for line in lines if line.startswith("score"))
    assert (float(score[1]), " ".join(score[2:])) == (sums[-1], "linked from 3 on")


def test_explain_says_why_two_claims_are_not_one_event(run: Run) -> None:
    output = run("explain", "ca", "cc").output
    assert output.splitlines()[-1].startswith("not one event: ")
    assert "score" in output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(("show", "zz"), "No such discrepancy: zz", id="unknown discrepancy"),
        pytest.param(("show", "d"), "More than one discrepancy begins so", id="ambiguous beginning"),
        pytest.param(("explain", "ca", "zz"), "No such claim: zz", id="unknown claim"),
        pytest.param(("explain", "ca", "ca11"), "Two claims are needed", id="one claim twice"),
    ],
)
def test_wrong_use_is_exit_code_2(run: Run, words: tuple[str, ...], message: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert f"error: {message}" in result.stderr


def test_check_of_a_whole_database(run: Run) -> None:
    result = run("check")
    assert (result.exit_code, result.output) == (0, "claims.db: whole\n")


@pytest.mark.parametrize("command", [("conflicts",), ("sources",), ("log",), ("check",), ("search", "x")])
def test_without_a_database_the_error_names_it(run: Run, command: tuple[str, ...]) -> None:
    result = run("--db", "none.db", *command)
    assert result.exit_code == 3
    assert "none.db" in result.stderr


def test_an_event_is_shown_with_its_stages_and_a_stage_with_its_whole(run: Run, tmp_path: Path) -> None:
    told = (
        "Takas\n\n26.05.2025\n\nErmenistan ile Azerbaycan arasındaki esir takası 23-25 Mayıs'ta yapıldı "
        "ve toplam 900 esir değiştirildi.\n\nİki ülke 24 Mayıs'ta 290 esiri serbest bıraktı.\n"
    )
    (tmp_path / "a.txt").write_text(told)
    assert run("--db", "new.db", "import", "a.txt").exit_code == 0
    rows = [line for line in run("--db", "new.db", "events").output.splitlines() if "exchange" in line]
    (stage,) = (line.split() for line in rows if "24 May" in line)
    whole = stage[-1]
    assert "290 of 900 of what went on for 3 days" in run("--db", "new.db", "event", stage[-2]).output
    shown = run("--db", "new.db", "event", whole).output
    assert f"its stage {stage[-2]}" in shown
    exported = run("--db", "new.db", "export", "events", "--format", "jsonl").output.splitlines()
    parents = {row["id"]: row["parent"] for row in map(json.loads, exported)}
    assert [name for name in parents.values() if name] == [name for name in parents if name.startswith(whole)]
