"""Each kind of damage is found, and made good where the rest of the database tells what was there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from caring_bases import damaging

from workbench.caring.checking import check, repair
from workbench.store import open_store

Damage = Callable[[sqlite3.Connection], object]


def sql(*statements: str) -> Damage:
    def damage(connection: sqlite3.Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    return damage


def on_the_log(statement: str) -> Damage:
    """What no program can do as long as the triggers stand; they are put back, as an attacker would."""

    def damage(connection: sqlite3.Connection) -> None:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'decisions'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for _, made in triggers:
            connection.execute(made)

    return damage


NO_LABEL = "UPDATE discrepancies SET reviewer = 'zeynep'"
REPAIRED = {
    "an index of a table": (
        sql(
            "PRAGMA writable_schema = ON",
            """UPDATE sqlite_master SET sql = replace(sql, '(event)', '(key)')
               WHERE name = 'discrepancies_by_event'""",
        ),
        "row 1 missing from index discrepancies_by_event",
        ["indexes"],
    ),
    "a trigger of the log": (
        sql("DROP TRIGGER decisions_are_never_changed"),
        "schema: the trigger decisions_are_never_changed is missing",
        ["schema"],
    ),
    "a trigger that does nothing": (
        sql(
            "DROP TRIGGER decisions_are_never_deleted",
            "CREATE TRIGGER decisions_are_never_deleted BEFORE DELETE ON decisions BEGIN SELECT 1; END",
        ),
        "schema: the trigger decisions_are_never_deleted is not what it was made as",
        ["schema"],
    ),
    "a lost index": (sql("DROP INDEX claims_by_source"), "schema: the index claims_by_source", ["schema"]),
    "a claim's place in its event": (
        sql("DELETE FROM event_claims WHERE position = 0"),
        "event_claims: 1 claims of linked articles are in no event",
        ["matching"],
    ),
    "an event that is gone": (
        sql("DELETE FROM events"),
        "event_claims: a row refers to a missing row of events",
        ["orphans", "matching"],
    ),
    "a discrepancy without values": (
        sql("DELETE FROM discrepancy_values"),
        "discrepancies: 1 have no values",
        ["matching"],
    ),
    "a value beside its words": (
        sql("UPDATE discrepancy_values SET quote = 'x' || quote"),
        "discrepancy_values: words of ",
        ["matching"],
    ),
    "features that are gone": (sql("DELETE FROM features"), "features: 3 claims in events", ["matching"]),
    "keys of no claim": (
        sql("INSERT INTO blocking_keys VALUES (1, 99)"),
        "blocking_keys: 1 lead to claims that are not there",
        ["matching"],
    ),
    "events that ask and are gone": (
        sql("INSERT INTO reaches VALUES (1, 0, 'e99')"),
        "reaches: 1 lead to events that are not there",
        ["matching"],
    ),
    "links that nobody counted": (
        sql("UPDATE matcher SET links = 99"),
        "matcher: 99 links counted",
        ["matching"],
    ),
    "a tally": (sql("UPDATE tallies SET number = 7 WHERE name = 'events'"), "tallies: 7 events", ["tallies"]),
    "a status": (
        sql("UPDATE discrepancies SET status = 'dismissed'"),
        "is not what the log says of it",
        ["statuses"],
    ),
    "a reviewer's name on a difference": (sql(NO_LABEL), "is not what the log says of it", ["statuses"]),
    "the queue's columns": (
        sql("UPDATE discrepancies SET event_type = 'storm'"),
        "has not the days, type and origins",
        ["matching"],
    ),
    "words of a claim": (
        sql("INSERT INTO claims_search (claims_search) VALUES ('delete-all')"),
        "claims_search: ",
        ["words"],
    ),
    "words that lead elsewhere": (
        sql("INSERT INTO claims_search (rowid, folded) VALUES (1, 'deprem')"),
        "claims_search: 1 words lead elsewhere than they should",
        ["words"],
    ),
    "the search index itself": (
        sql("DELETE FROM sources_search_data WHERE id > 10"),
        "sources_search: ",
        ["words"],
    ),
    "words of events": (sql("DELETE FROM event_words"), "event_words: ", ["words"]),
    "what finds an entry by its claims": (
        sql("DELETE FROM decision_claims"),
        "is not found by its claims",
        ["log index"],
    ),
    "what finds an entry that is not there": (
        sql("INSERT INTO decision_claims VALUES ('c1', 99)"),
        "decision_claims: a row refers to a missing row of decisions",
        ["orphans", "matching"],
    ),
    "a version's number": (
        sql("UPDATE versions SET number = 2 WHERE source = 1"),
        "versions: those of ",
        ["lineages", "matching"],
    ),
    "a copy of nothing": (
        sql("UPDATE lineages SET leader = 's0' WHERE source = 1"),
        "goes back to s0, which leads no near copies",
        ["lineages", "matching"],
    ),
}


@pytest.mark.parametrize(("damage", "words", "anew"), REPAIRED.values(), ids=REPAIRED)
def test_what_is_derived_is_made_anew(base: Path, damage: Damage, words: str, anew: list[str]) -> None:
    with open_store(base) as store:
        before = list(store.dump())
    with damaging(base) as connection:
        damage(connection)
    with open_store(base) as store:
        found = check(store)
        assert [one.text for one in found.findings if words in one.text]
        assert all(one.mend for one in found.findings)
        repaired = repair(store, found, datetime(2025, 6, 1))
        assert (repaired.left.findings, repaired.failed) == ((), ())
        assert set(anew) <= set(repaired.done)
        assert list(store.dump()) == before


GIVEN = {
    "an article's bytes": (
        sql("UPDATE sources SET original = (SELECT original FROM sources WHERE seq = 2) WHERE seq = 1"),
        "is not what it was: its SHA-256 is another",
    ),
    "bytes that do not unpack": (sql("UPDATE sources SET original = x'00' WHERE seq = 1"), "cannot be read"),
    "an article under another name": (
        sql("UPDATE sources SET id = 's0123456789abcdef' WHERE seq = 1"),
        "is not the id of its original",
    ),
    "blocks beside the text": (
        sql("""UPDATE sources SET blocks = replace(blocks, '"start":0', '"start":99999')"""),
        "lie outside its text",
    ),
    "an article's text": (
        sql("UPDATE sources SET text = 'x' || text WHERE seq = 1"),
        "are not at their offsets",
    ),
    "a claim's words": (sql("UPDATE claims SET text = 'x' || substr(text, 2)"), "are not at their offsets"),
    "a number's words": (sql("UPDATE quantities SET start = start + 1"), "quantities: words of claim"),
    "a quotation": (
        sql("""UPDATE claims SET quotes = '[{"text":"evet","start":0,"end":4}]' WHERE seq = 1"""),
        "quotes: words of claim",
    ),
    "an article that is gone": (
        sql("DELETE FROM sources WHERE seq = 1"),
        "claims: row 1 refers to a missing row of sources",
    ),
    "what an entry says": (
        on_the_log("UPDATE decisions SET reviewer = 'zeynep'"),
        "is not what was written",
    ),
    "an entry that is gone": (
        on_the_log("UPDATE decisions SET kind = 'undo', undoes = 'k0'"),
        "takes back k0, which is not in the log",
    ),
    "a correction by nobody": (
        sql("""UPDATE claims SET corrected_by = '["k0"]' WHERE seq = 1"""),
        "stands by k0, which is not in the log",
    ),
    "an article that nobody took out": (
        sql("UPDATE sources SET removed = 'k0' WHERE seq = 1"),
        "is out, but not by an entry of the log",
    ),
}


@pytest.mark.parametrize(("damage", "words"), GIVEN.values(), ids=GIVEN)
def test_what_was_given_is_told_and_never_touched(base: Path, damage: Damage, words: str) -> None:
    with damaging(base) as connection:
        damage(connection)
        before = given(connection)
    with open_store(base) as store:
        found = check(store)
        told = [one for one in found.findings if words in one.text and one.mend is None]
        assert told and all(one.hint for one in told)
        repaired = repair(store, found, datetime(2025, 6, 1))
        assert [one for one in repaired.left.findings if words in one.text]
    with damaging(base) as connection:
        assert given(connection) == before


def given(connection: sqlite3.Connection) -> list[object]:
    tables = ("decisions", "claims", "dates", "quantities", "mentions")
    rows = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
    return [*rows, connection.execute("SELECT id, text, original, blocks, removed FROM sources").fetchall()]


def test_a_decision_on_claims_that_are_gone_is_a_note(base: Path) -> None:
    on_nothing = """INSERT INTO decisions
                      (id, kind, discrepancy, event, attribute, key, claims, reviewer, at)
                    SELECT 'k1', 'note', '', '', 'count', '', '["c0"]', 'ayse', at FROM decisions"""
    with damaging(base) as connection:
        connection.execute(on_nothing)
    with open_store(base) as store:
        found = check(store)
    assert found.notes == ("decisions: k1 was taken on claims that no article has any more",)
