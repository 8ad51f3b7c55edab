"""Searching as somebody types: hits in pages, filters, found words marked, and never longer than allowed.

A hit is never ranked by how well it fits: that would read every hit of a common word. The latest
imported ones are read, as many as are asked for, and stand in the order of publication.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from workbench.folding import fold
from workbench.models import Modality, Publication
from workbench.store.rows import Row, as_json, publication_from_json
from workbench.store.search import found_words, match_expression, passage_around

if TYPE_CHECKING:
    from sqlite_utils import Database

Among = Literal["claims", "articles"]

BEGINNING = 3
"""Letters from which the last word may be the beginning of a longer one: what begins with one or two
letters is a good part of all words, and to gather it takes seconds."""
_PASSAGE = 160
"""Characters of an article on either side of what was found."""
_READ = 200_000
"""Characters of an article that are looked through for its passage, so that no page of hits takes long."""
_STEPS = 20_000
"""Steps of SQLite's machine between two looks at the clock."""
_NEAR = 300
"""Characters within which found words tell of one thing."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for; an empty part allows all.

    `words` as for `Store.search`, but a last word of less than `BEGINNING` letters is taken whole.
    `source` is plain words of an article's file name, title or publisher, in any case and without
    diacritics. `since` and `until` bound the days on which it may have been published. `modalities`
    and `event_types` are those of claims.
    """

    words: str
    among: Among = "claims"
    source: str = ""
    since: date | None = None
    until: date | None = None
    modalities: tuple[Modality, ...] = ()
    event_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Ids of claims or articles, the latest published first. `more` are there than were asked for.

    `broken_off`: time was over before all of the database was looked at.
    """

    ids: tuple[str, ...] = ()
    more: bool = False
    broken_off: bool = False


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A hit as a line of the list. `text` stands at `start` in its source; `marks` are offsets in `text`.

    Of an article, `claims` counts its claims, and what tells of one claim is empty. `discrepancies` are
    those that hold a value of the claim, the most pressing first, `open` how many of them are undecided.
    """

    id: str
    source: str
    title: str
    publisher: str | None
    published: Publication | None
    text: str
    start: int
    marks: tuple[tuple[int, int], ...]
    modality: str = ""
    event_type: str = ""
    event: str = ""
    event_label: str = ""
    discrepancies: tuple[str, ...] = ()
    open: int = 0
    claims: int = 0


def find(db: Database, sought: Sought, limit: int, seconds: float) -> Found:
    """The `limit` hits that were imported last, or those that were met within `seconds`."""
    expression = match_expression(sought.words, beginning=BEGINNING)
    if expression is None or limit <= 0:
        return Found()
    with _at_most(db, seconds) as ended:
        chosen = _conditions(db, sought)
        if chosen is None:
            return Found(broken_off=ended())
        table, conditions, parameters = chosen
        owner = "claims" if sought.among == "claims" else "sources"
        rows = _until_broken_off(
            db,
            f"""SELECT {owner}.id, sources.published ->> '$.best'
                FROM {table} {_JOINS[table]} WHERE {table} MATCH ? {conditions}
                ORDER BY {table}.rowid DESC LIMIT ?""",
            (expression, *parameters, limit + 1),
        )
        hits = list(rows)
        more = len(hits) > limit
        del hits[limit:]
        # In one article and of one day, as they stand in the text: they come from the last to the first.
        hits.reverse()
        hits.sort(key=lambda hit: hit[1] or "", reverse=True)
        return Found(tuple(hit[0] for hit in hits), more, ended())


_JOINS = {
    "claims_search": """CROSS JOIN claims ON claims.seq = claims_search.rowid
                        CROSS JOIN sources ON sources.seq = claims.source""",
    "sources_search": "CROSS JOIN sources ON sources.seq = sources_search.rowid",
}


def _conditions(db: Database, sought: Sought) -> tuple[str, str, list[Any]] | None:
    """The table to search, further conditions and their parameters; None where no source is allowed."""
    of_claims = sought.among == "claims"
    table = "claims_search" if of_claims else "sources_search"
    parts: dict[str, Any] = {
        "sources.published ->> '$.end' >= ?": sought.since and sought.since.isoformat(),
        "sources.published ->> '$.start' <= ?": sought.until and sought.until.isoformat(),
    }
    if of_claims:
        parts["claims.modality IN (SELECT value FROM json_each(?))"] = as_json(sought.modalities)
        parts["claims.event_type IN (SELECT value FROM json_each(?))"] = as_json(sought.event_types)
    chosen = {condition: value for condition, value in parts.items() if value and value != "[]"}
    parameters = list(chosen.values())
    if sought.source.strip():
        allowed = _sources_named(db, sought.source)
        if not allowed:
            return None
        # Bounds are what the index of words can use: most often the claims of one article stand together.
        bounds = _claim_rows_of(db, allowed) if of_claims else (min(allowed), max(allowed))
        chosen |= {f"{table}.rowid BETWEEN ? AND ?": 0}
        chosen |= {"sources.seq IN (SELECT value FROM json_each(?))": 0}
        parameters += [*bounds, as_json(allowed)]
    return table, "".join(f" AND {condition}" for condition in chosen), parameters


def _sources_named(db: Database, words: str) -> list[int]:
    """Row numbers of the articles whose file name, title or publisher holds all these words."""
    db.conn.create_function("folded", 1, fold, deterministic=True)
    wanted = fold(words).split()
    named = "folded(file || ' ' || coalesce(title, '') || ' ' || coalesce(publisher, ''))"
    where = " AND ".join([f"instr({named}, ?) > 0"] * len(wanted))
    return [row[0] for row in _until_broken_off(db, f"SELECT seq FROM sources WHERE {where}", wanted)]


def _claim_rows_of(db: Database, sources: Sequence[int]) -> tuple[int, int]:
    sql = "SELECT min(seq), max(seq) FROM claims WHERE source IN (SELECT value FROM json_each(?))"
    first, last = next(_until_broken_off(db, sql, (as_json(sources),)), (0, 0))
    return first or 0, last or 0


@contextmanager
def _at_most(db: Database, seconds: float) -> Iterator[Any]:
    """Breaks off what runs within after so many seconds; yields whether that has happened.

    To gather the words with one beginning is one step of SQLite's machine, which nothing breaks off: the
    clock starts behind it, so that there is time to read what it has found.
    """
    end: float | None = None
    over = False

    def look() -> bool:
        nonlocal over, end
        now = time.monotonic()
        end = now + seconds if end is None else end
        over = now > end
        return over

    db.conn.set_progress_handler(look, _STEPS)
    try:
        yield lambda: over
    finally:
        db.conn.set_progress_handler(None, 0)


def _until_broken_off(db: Database, sql: str, parameters: Sequence[Any]) -> Iterator[Row]:
    try:
        yield from db.conn.execute(sql, parameters)
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error):
            raise


def found_rows(db: Database, sought: Sought, ids: Sequence[str]) -> dict[str, FoundRow]:
    """Those of these hits that exist, as lines of the list: one page at a time."""
    return _claim_rows(db, sought, ids) if sought.among == "claims" else _article_rows(db, sought, ids)


def _claim_rows(db: Database, sought: Sought, ids: Sequence[str]) -> dict[str, FoundRow]:
    wanted = (as_json(ids),)
    concerned: dict[str, list[tuple[str, bool]]] = {}
    for claim, discrepancy, settled in db.conn.execute(
        """SELECT DISTINCT claims.id, discrepancies.id, settled FROM claims
           CROSS JOIN discrepancy_values ON discrepancy_values.claim = claims.seq
           CROSS JOIN discrepancies ON discrepancies.id = discrepancy_values.discrepancy
           WHERE claims.id IN (SELECT value FROM json_each(?)) AND verdict <> 'superseded'
           ORDER BY settled, severity_rank, verdict_rank, discrepancies.id""",
        wanted,
    ):
        concerned.setdefault(claim, []).append((discrepancy, bool(settled)))
    rows = db.conn.execute(
        """SELECT claims.id, sources.id, coalesce(title, file), publisher, published, text, claims.start,
                  modality, claims.event_type, coalesce(events.id, ''), coalesce(events.label, '')
           FROM (SELECT * FROM claims WHERE id IN (SELECT value FROM json_each(?))) AS claims
           JOIN (SELECT seq, id, title, file, publisher, published FROM sources) AS sources
             ON sources.seq = claims.source
           LEFT JOIN event_claims ON event_claims.claim = claims.seq
           LEFT JOIN events ON events.id = event_claims.event""",
        wanted,
    )
    found: dict[str, FoundRow] = {}
    for claim, source, title, publisher, published, text, start, modality, kind, event, label in rows:
        ours = concerned.get(claim, [])
        found[claim] = FoundRow(
            claim,
            source,
            title,
            publisher,
            publication_from_json(published),
            text,
            start,
            tuple(found_words(text, sought.words, beginning=BEGINNING)),
            modality,
            kind,
            event,
            label,
            tuple(one for one, _ in ours),
            sum(not settled for _, settled in ours),
        )
    return found


def _article_rows(db: Database, sought: Sought, ids: Sequence[str]) -> dict[str, FoundRow]:
    rows = db.conn.execute(
        f"""SELECT id, coalesce(title, file), publisher, published, substr(text, 1, {_READ}),
                  (SELECT count(*) FROM claims WHERE claims.source = sources.seq)
           FROM sources WHERE id IN (SELECT value FROM json_each(?))""",
        (as_json(ids),),
    )
    found = {}
    for source, title, publisher, published, text, claims in rows:
        marks = found_words(text, sought.words, beginning=BEGINNING)
        start, end = passage_around(text, thickest(marks), context=_PASSAGE)
        inside = tuple((at - start, to - start) for at, to in marks if start <= at and to <= end)
        told = publication_from_json(published)
        found[source] = FoundRow(
            source, source, title, publisher, told, text[start:end], start, inside, claims=claims
        )
    return found


def thickest(marks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The stretch behind which most others follow closely, the first of equals; (0, 0) where none is."""
    best, most, last = (0, 0), 0, 0
    for first, mark in enumerate(marks):
        last = max(last, first)
        while last + 1 < len(marks) and marks[last + 1][1] - mark[0] <= _NEAR:
            last += 1
        if last - first + 1 > most:
            best, most = mark, last - first + 1
    return best
