"""Builds a database as each published version left it, with a row or two of everything it keeps.

One function a version, in plain SQL: it must go on writing what that version wrote, whatever
the program does today. A new migration adds a function here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from workbench.store.migrations import migrations, names


def build(path: Path, version: str) -> None:
    """A database with all migrations up to and with `version`, and that version's rows."""
    behind = names()[names().index(version) + 1 :]
    db = Database(path)
    db.execute("PRAGMA foreign_keys = ON")
    db.enable_wal()
    migrations.apply(db, stop_before=behind[:1])
    with db.atomic():
        for statement in ROWS[version]():
            db.execute(statement)
    db.close()


def _first() -> list[str]:
    return [
        """INSERT INTO sources (id, file, language, sha256, encoding, text, original, blocks)
           VALUES ('s1', 'a.txt', 'tr', 'f00', 'utf-8', 'Ankara''da 5 kişi görüştü.', x'789c030000000001',
             '[{"start":0,"end":25,"kind":"paragraph","date":null}]')""",
        """INSERT INTO claims (id, source, start, "end", text, event_type, modality, context_start,
             context_end, heading, continues, times, participants, ordinals, quotes, lemmas, aspects)
           VALUES ('c1', 1, 0, 24, 'Ankara''da 5 kişi görüştü', 'meeting', 'occurred', 0,
             25, 0, 0, '[]', '["Ankara"]', '[]', '[]', '["görüşmek"]', '[]')""",
        """INSERT INTO sources_search (rowid, folded_title, folded_text)
           VALUES (1, '', 'ankara''da 5 kisi gorustu.')""",
        "INSERT INTO claims_search (rowid, folded) VALUES (1, 'ankara''da 5 kisi gorustu')",
        """INSERT INTO dates (claim, position, start, "end", precision, expr, expr_start, expr_end, basis)
           VALUES (1, 0, '2025-05-01', '2025-05-01', 'day', '', 0, 0, 'publication')""",
        """INSERT INTO quantities VALUES
           (1, 0, 5.0, 5.0, 5.0, 'person', NULL, NULL, 'event', 'exactly', '5 kişi', 10, 16, 0, 0, NULL)""",
        "INSERT INTO mentions VALUES (1, 0, 'Ankara', 0, 6, 'place', 'Ankara')",
        """INSERT INTO events (id, label, event_type, participants, origins)
           VALUES ('e1', 'Görüşme', 'meeting', '[]', 1)""",
        "INSERT INTO event_claims VALUES ('e1', 0, 1)",
        "INSERT INTO links VALUES (1, 1, 0.5, '[]')",
        """INSERT INTO discrepancies (id, event, attribute, key, verdict, severity, why,
             place_in_queue, folded)
           VALUES ('d1', 'e1', 'count', 'person', 'conflict', 'low', 'Why.', 0, 'gorusme')""",
        """INSERT INTO discrepancy_values (discrepancy, position, claim, source, value, low, label, quote,
             start, "end")
           VALUES ('d1', 0, 1, 1, 5.0, 5.0, '5', '5 kişi', 10, 16)""",
        """INSERT INTO decisions (id, kind, discrepancy, event, attribute, key, claims, reviewer, at)
           VALUES ('k1', 'dismiss', 'd1', 'e1', 'count', 'person', '["c1"]', 'A',
             '2025-06-01T10:00:00+03:00')""",
    ]


def _second() -> list[str]:
    return [*_first(), "UPDATE dates SET weekday = 4"]


def _third() -> list[str]:
    return [
        *_second(),
        "UPDATE discrepancy_values SET origin = 's1'",
        "UPDATE events SET first_source = 's1'",
        "UPDATE discrepancies SET severity_why = 'One origin.', slip = 'scale'",
    ]


def _fourth() -> list[str]:
    ordered = {
        "place_in_queue, folded)": "folded_label, folded)",
        "'Why.', 0, 'gorusme')": "'Why.', 'gorusme', 'gorusme')",
    }
    return [_changed(statement, ordered) for statement in _third()]


def _changed(statement: str, changes: dict[str, str]) -> str:
    for before, after in changes.items():
        statement = statement.replace(before, after)
    return statement


def _fifth() -> list[str]:
    columns = "id, kind, discrepancy, event, attribute, key, claims, reviewer, at, saw, readings"
    return [
        *(statement for statement in _fourth() if "INTO decisions" not in statement),
        f"""INSERT INTO decisions ({columns})
           VALUES ('k1', 'dismiss', 'd1', 'e1', 'count', 'person', '["c1"]', 'A',
             '2025-06-02T10:00:00+03:00', '[["c1"]]', '[{{"claim":"c1","value":5.0}}]')""",
    ]


def _sixth() -> list[str]:
    return [
        *(statement for statement in _fifth() if "INTO links" not in statement),
        "INSERT INTO links VALUES (1, 1, 0.5)",
        "INSERT INTO features VALUES (1, x'90')",
        "INSERT INTO blocking_keys VALUES (-7, 1)",
        "INSERT INTO large_blocks VALUES (-8, 300)",
        "INSERT INTO reaches VALUES (5, 1, 'e1')",
        "UPDATE matcher SET version = 'v', generation = 1, links = 1",
        "UPDATE sources SET linked = 1",
    ]


def _seventh() -> list[str]:
    return [
        *_sixth(),
        "INSERT INTO lineages VALUES (1, x'0500000009000000', '[\"Reuters\"]', 1, 's1')",
        "INSERT INTO sketch_keys VALUES (5, 1)",
    ]


def _eighth() -> list[str]:
    return [*_seventh(), "INSERT INTO former_claims VALUES ('c0', 1, 0, 6, 'Ankara', 'c1')"]


def _tenth() -> list[str]:
    return [
        *_eighth(),
        """UPDATE discrepancies SET event_type = 'meeting', origins = 1, reviewer = 'A',
             decided_at = '2025-06-02T07:00:00.000000+00:00'""",
        """INSERT INTO saved_filters VALUES ('Ankara', '{"text":"ankara"}', 'severity')""",
    ]


def _eleventh() -> list[str]:
    return [*_tenth(), "UPDATE claims SET corrected_by = '[\"k1\"]' WHERE id = 'c1'"]


def _thirteenth() -> list[str]:
    return [
        *_eleventh(),
        "INSERT INTO event_words VALUES (1, 'e1', NULL, 'gorusme')",
        "INSERT INTO events_search (rowid, folded) VALUES (1, 'gorusme')",
    ]


def _fifteenth() -> list[str]:
    told = '{"kind":"metadata","start":"2025-05-02","end":"2025-05-02","precision":"day","evidence":"2 May"}'
    return [
        *_thirteenth(),
        f"UPDATE sources SET author = 'A. Yazar', format = 'html', signs = '[{told}]'",
    ]


def _sixteenth() -> list[str]:
    return [
        *_fifteenth(),
        """INSERT INTO retrievals VALUES (1, 'http://a.example/1', 'https://a.example/1',
             '2025-05-02T10:00:00+00:00', 200, '[["ETag","\\"v1\\""]]', '"v1"', '', 'f00', x'1f8b')""",
        "INSERT INTO retrieved VALUES (1, 1)",
    ]


def _seventeenth() -> list[str]:
    return [
        *_sixteenth(),
        """INSERT INTO feeds VALUES ('http://a.example/rss', '"v1"', '', 'f00', '2025-05-02T10:00:00+00:00',
             '2025-05-02T10:15:00+00:00', 0, '{"http://a.example/2":"Page not found"}')""",
    ]


def _eighteenth() -> list[str]:
    return [
        *_seventeenth(),
        """INSERT INTO versions (source, address, place, name, title, text, time, mark, retrieved, article,
             number, versions)
           VALUES (1, 'https://haber.example/1', '', '', '', 'f1', '2025-05-02', '', '', 's1', 1, 1)""",
    ]


def _nineteenth() -> list[str]:
    described = "NULL, NULL, 'A. Yazar', NULL, 'tr', '[]', '[]'"
    return [*_eighteenth(), f"INSERT INTO told VALUES (1, {described})"]


def _twentieth() -> list[str]:
    columns = (
        "id, kind, discrepancy, event, attribute, key, claims, reviewer, at, saw, readings, knew, placed"
    )
    return [
        *(statement for statement in _nineteenth() if "INTO decisions" not in statement),
        f"""INSERT INTO decisions ({columns})
           VALUES ('k1', 'dismiss', 'd1', 'e1', 'count', 'person', '["c1"]', 'A',
             '2025-06-02T10:00:00+03:00', '[["c1"]]', '[{{"claim":"c1","value":5.0}}]', '["k0"]',
             '2025-06-02T07:00:00.000000+00:00')""",
        "UPDATE discrepancies SET disputed = 0",
    ]


ROWS: dict[str, Callable[[], list[str]]] = {
    "m001_first_tables": _first,
    "m002_weekday_of_a_date": _second,
    "m003_origins_and_severity": _third,
    "m004_order_of_the_queue": _fourth,
    "m005_what_a_decision_saw": _fifth,
    "m006_what_the_matcher_keeps": _sixth,
    "m007_lineages": _seventh,
    "m008_former_claims": _eighth,
    "m009_tallies": _eighth,
    "m010_queue": _tenth,
    "m011_corrected_claims": _eleventh,
    "m013_words_of_events": _thirteenth,
    "m014_ranks_of_the_queue": _thirteenth,
    "m015_what_is_told_beside_the_text": _fifteenth,
    "m016_retrievals": _sixteenth,
    "m017_feeds": _seventeenth,
    "m018_versions": _eighteenth,
    "m019_what_reviewers_say_of_articles": _nineteenth,
    "m020_logs_that_meet": _twentieth,
    "m021_disputes_in_the_queue": _twentieth,
}
