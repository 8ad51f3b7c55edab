"""What `workbench conflicts` lists, says where nothing is left, and tells a script."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from cli_running import Run

from workbench.pipeline import wake_deferred
from workbench.store import open_store

CONFLICT, SUPERSEDED = "d1aa", "d2bb"


def listed(run: Run, *words: str) -> set[str]:
    """The ids of what is printed as JSON."""
    result = run("conflicts", "--json", *words)
    assert result.exit_code == 0
    return {json.loads(line)["id"] for line in result.stdout.splitlines()}


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param((), {CONFLICT}, id="what a later figure replaced is left out"),
        pytest.param(("--all",), {CONFLICT, SUPERSEDED}, id="unless all is asked for"),
        pytest.param(("--verdict", "superseded"), {SUPERSEDED}, id="or that verdict"),
        pytest.param(("--verdict", "tension", "--verdict", "conflict"), {CONFLICT}, id="either of two"),
        pytest.param(("--event", "e1"), {CONFLICT}, id="of an event"),
        pytest.param(("--event", "e"), {CONFLICT}, id="of events that begin so"),
        pytest.param(("--event", "e2"), set(), id="of an event without any"),
        pytest.param(("--kind", "count", "--severity", "high"), {CONFLICT}, id="attribute and severity"),
        pytest.param(("--kind", "date"), set(), id="another attribute"),
        pytest.param(("--severity", "low", "--all"), {SUPERSEDED}, id="low ones"),
        pytest.param(("--status", "resolved"), set(), id="what is resolved"),
        pytest.param(("--source", "sa.txt"), {CONFLICT}, id="with a value of a file"),
        pytest.param(("--source", "sb"), {CONFLICT}, id="with a value of a source id"),
        pytest.param(("--source", "sc.txt"), set(), id="with a value of an article that gives none"),
        pytest.param(("--text", "TAKAS"), {CONFLICT}, id="with a word of the event"),
        pytest.param(("--text", "deprem"), set(), id="with a word that stands nowhere"),
    ],
)
def test_filters(run: Run, words: tuple[str, ...], expected: set[str]) -> None:
    assert listed(run, *words) == expected


@pytest.mark.usefixtures("db")
def test_json_is_what_an_export_writes(run: Run) -> None:
    exported = run("export", "discrepancies").stdout.splitlines()
    assert run("conflicts", "--json", "--all").stdout.splitlines() == exported


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("--kind", "date"), "nothing matches --kind", id="one"),
        pytest.param(
            ("--text", "deprem", "--severity", "medium", "--all"),
            "nothing matches --severity or --text",
            id="two that leave nothing each",
        ),
        pytest.param(
            ("--text", "body", "--severity", "high", "--all"),
            "nothing matches --severity and --text together",
            id="two that only together leave nothing",
        ),
        pytest.param(("--severity", "low"), "nothing matches --severity", id="only a replaced figure is low"),
    ],
)
def test_the_option_that_leaves_nothing_is_named(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run("conflicts", *words)
    assert result.exit_code == 0
    assert said == result.output.splitlines()[-1]


@pytest.mark.usefixtures("db")
def test_a_shorter_list_says_of_how_many(run: Run) -> None:
    assert "0 listed; of 1 conflict, 0 tensions, 1 superseded" in run("conflicts", "--kind", "date").output


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(("--fail-on", "high"), 1, id="a high one is open"),
        pytest.param(("--fail-on", "low"), 1, id="it is low at least"),
        pytest.param(("--fail-on", "high", "--kind", "date"), 0, id="it is not listed"),
        pytest.param(("--fail-on", "high", "--verdict", "superseded"), 0, id="what is listed is low"),
        pytest.param(("--fail-on", "low", "--verdict", "superseded"), 1, id="a listed replaced figure"),
        pytest.param(("--fail-on", "high", "--json"), 1, id="as JSON too"),
        pytest.param((), 0, id="nobody asked"),
    ],
)
def test_the_exit_code_tells_a_script(run: Run, words: tuple[str, ...], code: int) -> None:
    assert run("conflicts", *words).exit_code == code


@pytest.mark.usefixtures("db")
def test_what_is_decided_fails_no_more(run: Run) -> None:
    run("decide", CONFLICT, "--accept", "1")
    assert run("conflicts", "--fail-on", "low").exit_code == 0
    assert listed(run, "--status", "resolved") == {CONFLICT}


def test_what_was_put_aside_until_a_day_that_has_come_is_open(run: Run, db: Path) -> None:
    today = date.today()
    run("decide", CONFLICT, "--defer", (today + timedelta(days=1)).isoformat())
    assert listed(run, "--status", "deferred") == {CONFLICT}
    with open_store(db) as store:
        wake_deferred(store, today + timedelta(days=2))
    assert run("conflicts", "--fail-on", "high").exit_code == 1


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(("--event", "zz"), "No such event: zz", id="event"),
        pytest.param(("--source", "zz"), "No such article: zz", id="source"),
        pytest.param(("--kind", "colour"), "Invalid value for '--kind'", id="kind"),
    ],
)
def test_what_is_unknown_is_refused(run: Run, words: tuple[str, ...], message: str) -> None:
    result = run("conflicts", *words)
    assert result.exit_code == 2
    assert message in result.stderr
