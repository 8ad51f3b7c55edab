"""Which claims belong together, said on the command line: obeyed at once, or refused as a contradiction."""

import json
import re
from pathlib import Path

import pytest
from cli_running import Run

from workbench.store import open_store

FIRE = "3 Mayıs 2025'te Akçakum limanında çıkan yangında {} kişi yaralandı.\n"
ROUND = "Heyetler 11 Haziran 2025'te Derebaşı kasabasında görüşmelerin ikinci turunu yaptı.\n"
ARTICLES = {
    "a.txt": "Limanda yangın\n\n04.05.2025\n\n" + FIRE.format(4),
    "b.txt": "Akçakum yandı\n\n04.05.2025\n\n" + FIRE.format(7),
    "c.txt": "İkinci tur bitti\n\n12.06.2025\n\n" + ROUND,
}


@pytest.fixture
def matched(run: Run, tmp_path: Path) -> Path:
    """A database in which two articles tell of one fire, and a third of talks."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert run("import", str(folder)).exit_code == 0
    return tmp_path / "claims.db"


def claims_of(db: Path) -> dict[str, str]:
    """The claim of each article's last sentence, by file name."""
    with open_store(db) as store:
        return {row.file: store.claims(source=row.id)[-1].id for row in store.sources()}


def events_of(db: Path) -> dict[str, str]:
    """The event of that claim, by file name."""
    with open_store(db) as store:
        of = store.event_of_claim()
    return {file: of[claim] for file, claim in claims_of(db).items()}


def test_the_matcher_alone_finds_the_fire(matched: Path) -> None:
    found = events_of(matched)
    assert found["a.txt"] == found["b.txt"] != found["c.txt"]


def test_same_and_undo(run: Run, matched: Path) -> None:
    claims = claims_of(matched)
    result = run("same", claims["a.txt"], claims["c.txt"], "--note", "one article mixes them")
    assert result.exit_code == 0
    assert "same event" in result.output and "matched again" in result.output
    assert len(set(events_of(matched).values())) == 1
    assert run("undo").exit_code == 0
    assert len(set(events_of(matched).values())) == 2


def test_different_outlives_the_next_import(run: Run, matched: Path, tmp_path: Path) -> None:
    claims = claims_of(matched)
    assert run("different", claims["a.txt"], claims["b.txt"]).exit_code == 0
    (tmp_path / "articles" / "d.txt").write_text(
        "Yine yangın\n\n05.05.2025\n\n" + FIRE.format(4), encoding="utf-8"
    )
    assert run("import", str(tmp_path / "articles")).exit_code == 0
    found = events_of(matched)
    assert found["a.txt"] != found["b.txt"]
    assert found["d.txt"] in (found["a.txt"], found["b.txt"])


def test_merge_and_split(run: Run, matched: Path) -> None:
    found = events_of(matched)
    assert "same event" in run("merge", found["a.txt"][:9], found["c.txt"][:9]).output
    merged = events_of(matched)
    assert len(set(merged.values())) == 1
    with open_store(matched) as store:
        talks = [one.id for one in store.claims() if one.event_type == "talks"]
    refused = run("split", merged["a.txt"], *talks)
    assert refused.exit_code == 2
    assert "contradicts" in refused.stderr and "same event" in refused.stderr
    (taking_back,) = re.findall(r"workbench (undo k\w+)", refused.stderr)
    assert run(*taking_back.split()).exit_code == 0
    assert events_of(matched) == found


def test_split_takes_claims_out(run: Run, matched: Path) -> None:
    with open_store(matched) as store:
        event = store.event(events_of(matched)["a.txt"])
        leaving = [one.id for one in store.claims(event=event.id) if one.source == store.sources()[1].id]
    result = run("split", event.id, *leaving)
    assert result.exit_code == 0
    assert f"{len(leaving)} of {len(event.claims)} claims leave" in result.output
    found = events_of(matched)
    assert found["a.txt"] != found["b.txt"]


def test_a_contradiction_names_the_chain(run: Run, matched: Path) -> None:
    claims = claims_of(matched)
    run("same", claims["a.txt"], claims["b.txt"])
    run("--reviewer", "zeynep", "same", claims["b.txt"], claims["c.txt"])
    refused = run("different", claims["c.txt"], claims["a.txt"])
    assert refused.exit_code == 2
    for words in ("ayse", "zeynep", claims["b.txt"], "“Heyetler 11 Haziran"):
        assert words in refused.stderr
    assert run("log").output.count("same event") == 2
    assert run("log").output.count("different events") == 0


def test_another_reviewers_decision_is_taken_back_by_name(run: Run, matched: Path) -> None:
    claims = claims_of(matched)
    run("same", claims["a.txt"], claims["c.txt"])
    (key,) = re.findall(r"\[(k\w+)\]", run("log").output)
    assert run("--reviewer", "zeynep", "undo", key[:8]).exit_code == 0
    assert run("--reviewer", "zeynep", "undo", key).exit_code == 2
    assert len(set(events_of(matched).values())) == 2


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("same", "cxx", "cyy"), id="no such claim"),
        pytest.param(("same", "c", "c"), id="more than one begins so"),
        pytest.param(("merge", "exx", "eyy"), id="no such event"),
        pytest.param(("split", "exx", "cxx"), id="nothing to split"),
        pytest.param(("event", "exx"), id="nothing to show"),
        pytest.param(("undo", "kxx"), id="no such decision"),
    ],
)
def test_what_is_not_there_is_refused_with_a_hint(run: Run, matched: Path, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert "hint: " in result.stderr
    assert run("log").output == ""


def test_the_list_of_events_is_for_finding(run: Run, matched: Path) -> None:
    found = events_of(matched)
    everything = run("events").output
    assert all(event[:8] in everything for event in found.values())
    fire = run("events", "AKCAKUM").output
    assert found["a.txt"][:8] in fire and found["c.txt"][:8] not in fire
    (row,) = map(json.loads, run("events", "--json", "derebasi").output.splitlines())
    assert row["id"] == found["c.txt"]


def test_an_event_shows_its_claims_and_what_was_said_of_them(run: Run, matched: Path) -> None:
    claims, found = claims_of(matched), events_of(matched)
    run("same", claims["a.txt"], claims["b.txt"], "--note", "one harbour")
    shown = run("event", found["a.txt"][:6]).output
    for words in (claims["a.txt"], claims["b.txt"], "a.txt:", "7 kişi yaralandı", "one harbour"):
        assert words in shown
    assert claims["c.txt"] not in shown


def test_a_record_names_what_was_said_of_its_claims(run: Run, matched: Path) -> None:
    claims = claims_of(matched)
    run("same", claims["a.txt"], claims["b.txt"])
    run("different", claims["a.txt"], claims["c.txt"])
    run("undo")
    key = re.findall(r"\[(k\w+)\]", run("log").output)[0]
    rows = map(json.loads, run("export", "events").output.splitlines())
    assert {row["id"]: row["decisions"] for row in rows if row["decisions"]} == {
        events_of(matched)["a.txt"]: [key]
    }


def test_explain_says_what_reviewers_said(run: Run, matched: Path) -> None:
    claims = claims_of(matched)
    run("same", claims["a.txt"], claims["b.txt"])
    run("--reviewer", "zeynep", "same", claims["b.txt"], claims["c.txt"])
    explained = run("explain", claims["a.txt"], claims["c.txt"]).output
    assert re.findall(r"one event: (\w+) said that these are one event on", explained) == ["ayse", "zeynep"]
    run("--reviewer", "zeynep", "undo")
    run("different", claims["a.txt"], claims["c.txt"])
    explained = run("explain", claims["b.txt"], claims["c.txt"]).output
    assert "not one event: ayse said that these are different events" in explained


def test_a_difference_may_be_of_one_event_and_still_be_open(run: Run, matched: Path) -> None:
    claims = claims_of(matched)
    with open_store(matched) as store:
        (found,) = [one for one in store.discrepancies() if one.attribute == "count"]
    result = run("decide", found.id, "--same-event", "--note", "one harbour")
    assert result.exit_code == 0
    assert "same event" in result.output and "now open" in result.output
    assert run("different", claims["a.txt"], claims["b.txt"]).exit_code == 2
    assert run("decide", found.id, "--different-events").exit_code == 2
    assert run("undo").exit_code == 0
    assert run("different", claims["a.txt"], claims["b.txt"]).exit_code == 0


def test_a_stage_is_set_and_taken_away(run: Run, matched: Path) -> None:
    found = events_of(matched)
    fire, talks = found["a.txt"], found["c.txt"]
    assert "said that" not in run("event", talks).output
    result = run("stage", talks[:9], fire[:9], "--note", "one story")
    assert result.exit_code == 0
    assert "parent" in result.output and "matched again" in result.output
    assert f"stage of {fire}" in run("event", talks).output
    assert f"its stage {talks}" in run("event", fire).output
    refused = run("stage", fire, talks)
    assert refused.exit_code == 2
    assert "own stage" in refused.stderr and "undo k" in refused.stderr
    assert run("stage", talks, "--none").exit_code == 0
    assert "stage of" not in run("event", talks).output.splitlines()[2]
    rows = [json.loads(row) for row in run("export", "events").output.splitlines()]
    assert len(next(row["decisions"] for row in rows if row["id"] == talks)) == 2


@pytest.mark.parametrize(
    "words",
    [pytest.param(("stage", "e"), id="no parent"), pytest.param(("stage", "e", "e", "--none"), id="both")],
)
def test_a_stage_needs_a_parent_or_none(run: Run, matched: Path, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2
