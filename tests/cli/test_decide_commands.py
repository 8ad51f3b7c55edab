"""Decisions on the command line: one at a time, into the log, and back."""

from pathlib import Path

import pytest
from cli_running import Run

from workbench.decisions.telling import day
from workbench.linking.report import MatchReport
from workbench.linking.whole import Whole
from workbench.store import Store, open_store


@pytest.mark.parametrize(
    ("options", "kind", "label", "status"),
    [
        pytest.param(("--accept", "2"), "accept", "1200 each", "resolved", id="accept"),
        pytest.param(("--enter", "1000-1200"), "enter", "1000-1200", "resolved", id="enter"),
        pytest.param(("--range", "1000/1.100"), "range", "1000-1100", "resolved", id="range"),
        pytest.param(("--range", "1000/1050/1100"), "range", "1050 (1000-1100)", "resolved", id="with best"),
        pytest.param(("--superseded-by", "2"), "supersede", "1200 each", "resolved", id="superseded"),
        pytest.param(("--unsettled",), "unsettled", None, "resolved", id="unsettled"),
        pytest.param(("--assign", "zeynep"), "assign", None, "open", id="assign"),
        pytest.param(("--dismiss",), "dismiss", None, "dismissed", id="dismiss"),
        pytest.param(("--defer", "2999-01-01"), "defer", None, "deferred", id="defer"),
        pytest.param(("--note", "ask"), "note", None, "open", id="note alone"),
    ],
)
def test_each_kind(
    run: Run, db: Path, options: tuple[str, ...], kind: str, label: str | None, status: str
) -> None:
    result = run("decide", "d1", *options)
    assert result.exit_code == 0
    assert f"now {status}" in result.output
    with open_store(db) as store:
        (decision,) = store.decisions()
        assert store.queue_rows(["d1aa"])["d1aa"].status == status
    assert (decision.kind, decision.reviewer) == (kind, "ayse")
    assert label is None or decision.label == label


def test_different_events_are_matched_again_at_once(run: Run, db: Path) -> None:
    seen: list[list[str]] = []

    def link_pending(store: Store) -> MatchReport:
        seen.append([one.kind for one in store.decisions()])
        return MatchReport(3, 1, {})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("workbench.pipeline.link_pending", link_pending)
        result = run("decide", "d1", "--different-events")
        assert "matched again: 3 events, 1 links; no differences" in result.output
        assert "now dismissed" in result.output
        assert "now open" in run("undo").output
        run("decide", "d1", "--dismiss")
    assert seen == [["different_events"], ["different_events", "undo"]]


def test_a_difference_that_matching_ends_is_said_to_be_gone(run: Run, db: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("workbench.linking.running.link_whole", lambda *_: Whole([], [], [], {}, {}))
        output = run("decide", "d1", "--different-events").output
    assert "now gone" in output


def test_a_note_goes_with_a_verdict(run: Run, db: Path) -> None:
    run("decide", "d1", "--accept", "1", "--note", "own list")
    with open_store(db) as store:
        (decision,) = store.decisions()
    assert (decision.kind, decision.note) == ("accept", "own list")


@pytest.mark.parametrize(
    "options",
    [
        pytest.param((), id="nothing"),
        pytest.param(("--accept", "1", "--dismiss"), id="two at once"),
        pytest.param(("--accept", "3"), id="no such value"),
        pytest.param(("--enter", "many"), id="no number"),
        pytest.param(("--range", "1000"), id="no range"),
        pytest.param(("--range", "1200/1000"), id="ends the wrong way round"),
        pytest.param(("--superseded-by", "3"), id="superseded by no value"),
        pytest.param(("--unsettled", "--assign", "zeynep"), id="verdict and assignment"),
        pytest.param(("--defer", "soon"), id="no date"),
    ],
)
def test_refused_decisions_leave_the_log_empty(run: Run, db: Path, options: tuple[str, ...]) -> None:
    result = run("decide", "d1", *options)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ") and "hint: " in result.stderr
    with open_store(db) as store:
        assert store.decisions() == []


def test_undo_takes_back_and_the_log_keeps_both(run: Run, db: Path) -> None:
    run("decide", "d1", "--accept", "1")
    assert "now open" in run("undo").output
    lines = run("log").output.splitlines()
    assert ["accept" in lines[0], "undo" in lines[1]] == [True, True]


def test_undo_of_somebody_else_is_refused(run: Run, db: Path) -> None:
    run("decide", "d1", "--accept", "1")
    result = run("--reviewer", "zeynep", "undo")
    assert result.exit_code == 2
    assert "no decision by zeynep" in result.stderr


def test_what_a_later_decision_rests_on_is_not_taken_back(run: Run, db: Path) -> None:
    run("decide", "d1", "--accept", "1")
    run("--reviewer", "zeynep", "decide", "d1", "--accept", "2")
    with open_store(db) as store:
        first, second = store.decisions()
    for words in (("undo",), ("undo", first.id)):
        result = run(*words)
        assert result.exit_code == 2
        assert f"zeynep accepted 1200 each on {day(second)} [{second.id}]" in result.stderr
    assert run("undo", second.id).exit_code == 0
    assert "now open" in run("undo").output


def test_whose_task_it_is_stands_in_the_log(run: Run, db: Path) -> None:
    run("decide", "d1", "--assign", "zeynep")
    run("decide", "d1", "--assign", "")
    lines = run("log").output.splitlines()
    assert ["assigned to zeynep" in lines[0], "assigned to nobody" in lines[1]] == [True, True]


def test_accept_undo_accept_again(run: Run, db: Path) -> None:
    for words in (("decide", "d1", "--accept", "1"), ("undo",), ("decide", "d1", "--accept", "1")):
        assert run(*words).exit_code == 0
    assert "resolved" in run("conflicts").output
