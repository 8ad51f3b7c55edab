"""The command that takes over what was decided elsewhere."""

import json
import shutil
from pathlib import Path

import pytest
from cli_running import Run

FORMATS_PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.fixture
def theirs(db: Path) -> Path:
    """The same database at somebody else's."""
    return Path(shutil.copy(db, db.with_name("theirs.db")))


def decide(run: Run, db: Path, name: str, *words: str) -> None:
    assert run("--db", str(db), "--reviewer", name, "decide", "d1aa", *words).exit_code == 0


def test_what_was_decided_elsewhere_holds_here(run: Run, db: Path, theirs: Path) -> None:
    decide(run, theirs, "mehmet", "--accept", "2")
    told = run("--db", str(db), "import-decisions", str(theirs))
    assert (told.exit_code, told.output) == (
        0,
        "took over 1 decision\n  mehmet: 1\nchanged: 1 difference, 1 now resolved\n",
    )
    assert "mehmet accept 1200 each" in run("--db", str(db), "log").output
    assert run("--db", str(db), "import-decisions", str(theirs)).output == (
        "took over 0 decisions, 1 here already\n"
    )


@pytest.mark.parametrize(
    "words",
    [("log", "--json"), ("export", "decisions"), ("export", "decisions", "--format", "json")],
    ids=" ".join,
)
def test_every_export_of_the_log_is_taken_over(
    run: Run, db: Path, theirs: Path, words: tuple[str, ...]
) -> None:
    decide(run, theirs, "mehmet", "--accept", "2", "--note", '"evet", dedi')
    path = db.with_name("theirs.out")
    path.write_text(run("--db", str(theirs), *words).output, encoding="utf-8")
    assert run("--db", str(db), "import-decisions", str(path)).exit_code == 0
    listed = [run("--db", str(one), "log", "--json").output for one in (db, theirs)]
    assert listed[0] == listed[1]


def test_reviewers_who_disagree_are_named(run: Run, db: Path, theirs: Path) -> None:
    decide(run, db, "ayse", "--accept", "1")
    decide(run, theirs, "mehmet", "--accept", "2")
    asked = run("--db", str(db), "import-decisions", str(theirs), "--dry-run")
    assert asked.output.startswith("would take over 1 decision\n")
    assert run("--db", str(db), "log").output.count("\n") == 1
    told = run("--db", str(db), "import-decisions", str(theirs))
    assert "reviewers disagree on 1 difference: workbench conflicts --disagreements" in told.output
    decide(run, db, "zeynep", "--accept", "2")
    run("--db", str(theirs), "import-decisions", str(db))
    assert "resolved" in run("--db", str(theirs), "conflicts").output


def test_the_summary_as_json(run: Run, db: Path, theirs: Path) -> None:
    decide(run, db, "ayse", "--accept", "1")
    decide(run, theirs, "mehmet", "--accept", "2")
    told = json.loads(run("--db", str(db), "import-decisions", str(theirs), "--json").output)
    assert (len(told["added"]), told["known"], told["refused"], told["disagreements"]) == (1, 0, [], ["d1aa"])
    assert told["changed"] == [{"discrepancy": "d1aa", "was": "resolved", "now": "reopened"}]
    page = FORMATS_PAGE.split("## What becomes of decisions that are taken over")[1].split("\n## ")[0]
    assert [key for key in told if f"`{key}`" not in page] == []


def test_what_is_refused_is_named_and_the_rest_comes_in(run: Run, db: Path, theirs: Path) -> None:
    decide(run, theirs, "mehmet", "--accept", "2")
    (line,) = run("--db", str(theirs), "log", "--json").output.splitlines()
    path = db.with_name("theirs.jsonl")
    changed = line.replace('\\"label\\":\\"1200 each\\"', '\\"label\\":\\"7\\"')
    path.write_text(changed + "\n", "utf-8")
    assert "The seal does not fit" in run("--db", str(db), "import-decisions", str(path)).output
    path.write_text(changed.partition(',"export":')[0] + "}\n" + line + "\n", "utf-8")
    told = run("--db", str(db), "import-decisions", str(path), "missing.jsonl")
    assert told.exit_code == 1
    assert "took over 1 decision, 1 refused" in told.output
    assert "The id does not fit what the entry says: k" in told.output
    assert "(theirs.jsonl:1)" in told.output
    assert "missing.jsonl" in told.output
    path.write_text("\x1b[2J\n", "utf-8")
    nothing = run("--db", str(db), "import-decisions", str(path))
    assert (nothing.exit_code, "\x1b" in nothing.output) == (3, False)


def test_disagreements_are_a_queue_of_their_own(run: Run, db: Path, theirs: Path) -> None:
    decide(run, db, "ayse", "--accept", "1", "--note", "resmi")
    decide(run, theirs, "mehmet", "--accept", "2")
    assert "nothing matches --disagreements" in run("--db", str(db), "conflicts", "--disagreements").output
    run("--db", str(db), "import-decisions", str(theirs))
    told = run("--db", str(db), "conflicts", "--disagreements").output
    assert "reopened: reviewers disagree" in told
    assert all(words in told for words in ("ayse accept 1000 each", '"resmi"', "mehmet accept 1200 each"))
    (row,) = map(
        json.loads, run("--db", str(db), "conflicts", "--disagreements", "--json").output.splitlines()
    )
    assert (row["status"], row["decision"]) == ("reopened", None)
    assert [(one["reviewer"], one["label"]) for one in row["disagreement"]] == [
        ("ayse", "1000 each"),
        ("mehmet", "1200 each"),
    ]
    assert "reviewers disagree" in run("--db", str(db), "show", "d1aa").output


def test_what_a_part_of_a_log_lacks_is_said(run: Run, db: Path, theirs: Path) -> None:
    decide(run, theirs, "mehmet", "--accept", "2")
    decide(run, theirs, "zeynep", "--accept", "1")
    path = db.with_name("part.jsonl")
    path.write_text(run("--db", str(theirs), "log", "--reviewer", "zeynep", "--json").output, "utf-8")
    lacks = "not here: 1 decision that these knew of or take back; take over the whole log, not a part\n"
    assert lacks in run("--db", str(db), "import-decisions", str(path), "--dry-run").output
    (known,) = [
        row["id"]
        for row in map(json.loads, run("--db", str(theirs), "log", "--json").output.splitlines())
        if row["reviewer"] == "mehmet"
    ]
    told = json.loads(run("--db", str(db), "import-decisions", str(path), "--json").output)
    assert told["missing"] == [known]
    assert "not here" not in run("--db", str(db), "import-decisions", str(theirs)).output


def test_an_event_with_a_disagreement_is_not_reconciled(run: Run, db: Path, theirs: Path) -> None:
    for path, name, label in ((db, "ayse", "1"), (theirs, "mehmet", "2")):
        assert run("--db", str(path), "--reviewer", name, "decide", "d2bb", "--accept", label).exit_code == 0
        decide(run, path, "zeynep", "--dismiss")
    (before,) = map(json.loads, run("--db", str(db), "export", "events", "--event", "e1").output.splitlines())
    run("--db", str(db), "import-decisions", str(theirs))
    (after,) = map(json.loads, run("--db", str(db), "export", "events", "--event", "e1").output.splitlines())
    assert (before["state"], after["state"]) == ("reconciled", "open")
    listed = run("--db", str(db), "export", "events", "--state", "open").output
    assert '"id":"e1"' in listed
