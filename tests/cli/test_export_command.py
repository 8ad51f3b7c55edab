"""`workbench export`: the promised objects, whole files, the same bytes again."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli_running import Run

from workbench.records.writers import writers


@pytest.fixture(autouse=True)
def _filled(db: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("what", "ids"), [("claims", ["ca11", "cb22", "cc33"]), ("discrepancies", ["d1aa", "d2bb"])]
)
def test_jsonl_holds_every_object(run: Run, what: str, ids: list[str]) -> None:
    result = run("--db", "claims.db", "export", what, "--format", "jsonl", "--out", "out.jsonl")
    assert (result.exit_code, result.output) == (0, "")
    lines = Path("out.jsonl").read_text(encoding="utf-8").splitlines()
    assert ids == [json.loads(line)["id"] for line in lines]


def test_claims_know_their_source_and_event(run: Run) -> None:
    first, *_, last = map(json.loads, run("export", "claims").stdout.splitlines())
    assert (first["source"]["file"], first["source"]["published"], first["event"]) == (
        "sa.txt",
        "2025-05-03",
        "e1",
    )
    assert (last["date"], last["event"]) == (None, "e2")


def test_decisions_reach_events_and_discrepancies(run: Run) -> None:
    run("decide", "d1", "--accept", "2")
    event = json.loads(run("export", "events").stdout.splitlines()[0])
    assert event["attributes"]["prisoner_of_war:each"]["best"] == 1200
    assert event["attributes"]["prisoner_of_war:each"]["rule"] == "accepted by ayse"
    assert (event["state"], len(event["decisions"])) == ("reconciled", 1)
    by_id = {one["id"]: one for one in map(json.loads, run("export", "discrepancies").stdout.splitlines())}
    assert (by_id["d1aa"]["status"], by_id["d1aa"]["decision"]["label"]) == ("resolved", "1200 each")
    assert by_id["d2bb"]["decision"] is None


def test_an_undecided_event_is_open(run: Run) -> None:
    events = {one["id"]: one for one in map(json.loads, run("export", "events").stdout.splitlines())}
    assert [events[key]["state"] for key in ("e1", "e2")] == ["open", "reconciled"]


WRITABLE = [
    pytest.param(what, name, id=f"{name}-{what}")
    for name, writer in writers().items()
    for what in writer.whats
]


SCALE = """language = "en"
url = "https://example.org/{claim}"
author = { name = "Checks" }
ratings = [{ relation = "agrees", name = "Correct" }]
"""


@pytest.mark.parametrize(("what", "format_"), WRITABLE)
def test_printed_and_written_are_the_same_bytes(
    run: Run, what: str, format_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("scale.toml").write_text(SCALE)
    monkeypatch.setenv("WORKBENCH_SCALE", "scale.toml")
    run("decide", "d1", "--accept", "2")
    printed = run("export", what, "--format", format_).stdout_bytes
    for _ in range(2):  # the second time over the first
        assert run("export", what, "--format", format_, "--out", "out", "--force").exit_code == 0
        assert printed == Path("out").read_bytes()
    assert printed


@pytest.mark.parametrize("what", ["claims", "events", "discrepancies"])
def test_csv_holds_no_formula_and_no_escape(run: Run, what: str) -> None:
    written = run("export", what, "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(written)))
    assert rows and not [cell for row in rows for cell in row.values() if cell.startswith(("=", "@", "\t"))]
    assert "\x1b" not in written


def test_a_title_that_is_a_formula_is_kept_as_text(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "claims", "--format", "csv").stdout)))
    assert rows[1]["source.title"] == "'=Takas ␛[2Jbitti"


def test_a_mark_for_spreadsheets_where_it_is_asked_for(run: Run) -> None:
    assert run("export", "claims", "--format", "csv", "--bom").stdout_bytes.startswith(b"\xef\xbb\xbfid,")
    refused = run("export", "claims", "--format", "jsonl", "--bom")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "Only csv has a byte order mark: jsonl" in refused.stderr


DATABASE = ("export", "events", "--format", "sqlite", "--out", "events.db", "--metadata")


def test_metadata_for_datasette_names_the_file(run: Run) -> None:
    assert run(*DATABASE, "about.json").exit_code == 0
    held = json.loads(Path("about.json").read_text(encoding="utf-8"))
    assert list(held["databases"]) == ["events"]
    assert run(*DATABASE, "other.json").exit_code == 2  # the database is there
    assert not Path("other.json").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param([*DATABASE, "notes.md"], "Would overwrite a file: notes.md", id="a file is there"),
        pytest.param([*DATABASE, "events.db"], "One file for both", id="one file for both"),
        pytest.param(["export", "events", "--metadata", "m.json"], "Only sqlite has metadata", id="jsonl"),
        pytest.param(
            ["export", "events", "--format", "sqlite", "--metadata", "m.json"],
            "Metadata names its database",
            id="printed",
        ),
    ],
)
def test_metadata_that_cannot_be_is_refused(run: Run, words: list[str], said: str) -> None:
    Path("notes.md").write_text("mine")
    result = run(*words)
    assert (result.exit_code, result.stdout, Path("events.db").exists()) == (2, "", False)
    assert said in result.stderr


def test_somebodys_file_is_not_overwritten_without_force(run: Run) -> None:
    Path("notes.md").write_text("mine")
    words = ("export", "claims", "--format", "markdown", "--out", "notes.md")
    result = run(*words)
    assert (result.exit_code, Path("notes.md").read_text()) == (2, "mine")
    assert "hint: add --force" in result.stderr
    assert run(*words, "--force").exit_code == 0
    assert Path("notes.md").read_text().startswith("# Claims")


def test_unknown_kinds_are_wrong_use(run: Run) -> None:
    assert run("export", "people").exit_code == 2
    assert run("export", "claims", "--format", "stone").exit_code == 2


E1, E2 = ["ca11", "cb22"], ["cc33"]


@pytest.mark.parametrize(
    ("options", "claims"),
    [
        pytest.param(["--event", "e1"], E1, id="of an event"),
        pytest.param(["--event", "e1", "--event", "e2"], [*E1, *E2], id="of two"),
        pytest.param(["--text", "TAKAS"], E1, id="words of the label, folded"),
        pytest.param(["--type", "talks"], E2, id="a type"),
        pytest.param(["--since", "2025-05-03", "--until", "2025-05-03"], E1, id="a day"),
        pytest.param(["--since", "2025-05-04"], [], id="later: what has no date is in no period"),
        pytest.param(["--until", "2025-05-02"], [], id="earlier"),
        pytest.param(["--state", "open"], E1, id="something is open"),
        pytest.param(["--state", "reconciled"], E2, id="nothing is open"),
    ],
)
def test_options_choose_events_and_what_belongs_to_them(
    run: Run, options: list[str], claims: list[str]
) -> None:
    def ids(what: str) -> list[str]:
        result = run("export", what, *options)
        assert result.exit_code == 0
        return [json.loads(line)["id"] for line in result.stdout.splitlines()]

    assert ids("claims") == claims
    assert ids("events") == [key for key, held in (("e1", E1), ("e2", E2)) if held[0] in claims]
    assert ids("discrepancies") == (["d1aa", "d2bb"] if "ca11" in claims else [])


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--event", "zz"], "No such event: zz"),
        (["--type", "flood"], "there are prisoner_exchange, talks"),
        (["--since", "2025-05-04", "--until", "2025-05-03"], "Not a period: 2025-05-04 – 2025-05-03"),
    ],
)
def test_what_is_not_there_is_refused(run: Run, option: list[str], said: str) -> None:
    result = run("export", "claims", *option, "--out", "out.jsonl")
    assert (result.exit_code, Path("out.jsonl").exists()) == (2, False)
    assert said in result.stderr


def test_reviews_are_rated_by_the_scale_that_is_named(run: Run) -> None:
    Path("scale.toml").write_text(SCALE)
    run("decide", "d1", "--accept", "2")
    refused = run("export", "events", "--format", "claimreview", "--out", "reviews.jsonld")
    assert (refused.exit_code, Path("reviews.jsonld").exists()) == (2, False)
    assert "hint: name your own, with --scale FILE" in refused.stderr
    result = run("export", "events", "--format", "claimreview", "--scale", "scale.toml")
    assert (result.exit_code, json.loads(result.stdout)["@graph"]) == (0, [])
    assert "has no rating for “differs” (accept)" in result.stderr
    assert "nothing says whose claim it is" in result.stderr
    wrong = run("export", "events", "--scale", "scale.toml")
    assert (wrong.exit_code, "leave out --scale" in wrong.stderr) == (2, True)


@pytest.mark.parametrize("option", ["--out", "--metadata"])
def test_the_database_is_never_overwritten(run: Run, db: Path, option: str) -> None:
    before = db.read_bytes()
    words = ["--out", "events.db"] if option == "--metadata" else []
    result = run("export", "events", "--format", "sqlite", *words, option, str(db), "--force")
    assert (result.exit_code, db.read_bytes() == before) == (2, True)
    assert "Not in the place of the database" in result.stderr
