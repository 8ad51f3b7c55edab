"""Writing what a new reading of an article gives: its claims are replaced, the log stays as it is.

A claim that is read no more but that somebody decided on, or that another claim stands for, is kept as a
former claim, with its words and its heir. What the log says of it is then found under the heir's id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.folding import fold
from workbench.models import Claim, Source
from workbench.store import differing, reading, told, versions, writing
from workbench.store.prepared import claim_rows, refuse_wrong_claims, source_words
from workbench.store.rows import CLAIM, SOURCE, as_json, claim_to_row, source_to_row

if TYPE_CHECKING:
    from sqlite_utils import Database

_IN = "IN (SELECT value FROM json_each(?))"
_KEPT_OF_SOURCE = ("id", "sha256", "original")


def replace_claims(
    db: Database,
    source: Source,
    claims: Sequence[Claim],
    heirs: Mapping[str, str],
    said: told.Said = told.NOTHING_SAID,
) -> None:
    """Makes these the claims of a source, and the source what it is now read as.

    `heirs` maps ids of claims that are gone to those of claims that stand for them. Events, links and
    discrepancies lose the claims that are gone; claims must be matched again. An article that is out is
    found by no word, and is nobody's near copy. StoreError where the source
    is unknown, or a claim is not of it or not at its offsets.
    """
    refuse_wrong_claims(source, claims)
    seq = replace_source(db, source, said)
    before = {
        key: (number, text)
        for key, number, text in db.conn.execute("SELECT id, seq, text FROM claims WHERE source = ?", (seq,))
    }
    after = {claim.id for claim in claims}
    gone = {key: held for key, held in before.items() if key not in after}
    _remember(db, gone, heirs)
    _forget_words(db, before.values())
    _drop(db, [number for number, _ in gone.values()])
    stay = [(before[claim.id][0], claim) for claim in claims if claim.id in before]
    _rewrite(db, stay)
    writing.add_claims(db, seq, claim_rows([claim for claim in claims if claim.id not in before]))
    differing.publication_changed(db, seq)
    db.conn.execute(f"DELETE FROM former_claims WHERE id {_IN}", (as_json(sorted(after)),))
    db.conn.executemany(
        "INSERT OR IGNORE INTO decision_claims SELECT ?, decision FROM decision_claims WHERE claim = ?",
        ((heir, former) for former, heir in heirs.items()),
    )
    db.conn.execute("UPDATE sources SET linked = 0 WHERE seq = ?", (seq,))
    # Its near copies are found again with it: another text may leave the family that it held together.
    db.conn.execute(
        "DELETE FROM lineages WHERE family = (SELECT family FROM lineages WHERE source = ?)", (seq,)
    )
    versions.read_anew(db, seq)
    # Nothing may be linked to a matching that has lost claims: the next one is made anew.
    db.conn.execute("UPDATE matcher SET version = NULL, generation = generation + 1")


def former_claims(db: Database) -> dict[str, str | None]:
    """Claims that are read no more, with what stands for them, or None."""
    return dict(db.conn.execute("SELECT id, heir FROM former_claims ORDER BY id").fetchall())


def replace_source(db: Database, source: Source, said: told.Said) -> int:
    """Makes a source what it is now read as and said to be; its row number."""
    row = db.conn.execute(
        "SELECT seq, title, text, removed FROM sources WHERE id = ?", (source.id,)
    ).fetchone()
    if row is None:
        raise reading.unknown("source", source.id)
    seq, title, text, was_removed = row
    columns = [name for name in SOURCE.names if name not in _KEPT_OF_SOURCE]
    values = dict(zip(SOURCE.names, source_to_row(source), strict=True))
    changes = ", ".join(f'"{name}" = ?' for name in columns)
    db.conn.execute(f"UPDATE sources SET {changes} WHERE seq = ?", (*(values[name] for name in columns), seq))
    told.keep_said(db, seq, said)
    if was_removed is None:
        # An index without content forgets a row only when it is told the words that it was given.
        db.conn.execute(
            """INSERT INTO sources_search (sources_search, rowid, folded_title, folded_text)
               VALUES ('delete', ?, ?, ?)""",
            (seq, fold(title or ""), fold(text)),
        )
    if said.removed is None:
        writing.index_source(db, seq, source_words(source))
    return int(seq)


def _remember(db: Database, gone: Mapping[str, tuple[int, str]], heirs: Mapping[str, str]) -> None:
    sql = f"SELECT DISTINCT claim FROM decision_claims WHERE claim {_IN}"
    named = {row[0] for row in db.conn.execute(sql, (as_json(sorted(gone)),))}
    db.conn.executemany(
        """INSERT OR REPLACE INTO former_claims (id, source, start, "end", text, heir)
           SELECT id, source, start, "end", text, ? FROM claims WHERE id = ?""",
        ((heirs.get(key), key) for key in gone if key in named or key in heirs),
    )


def _forget_words(db: Database, held: Iterable[tuple[int, str]]) -> None:
    db.conn.executemany(
        "INSERT INTO claims_search (claims_search, rowid, folded) VALUES ('delete', ?, ?)",
        ((number, fold(text)) for number, text in held),
    )


def _drop(db: Database, numbers: Sequence[int]) -> None:
    """Takes claims out, and whatever was derived from them."""
    claims = as_json(numbers)
    differing = [
        row[0]
        for row in db.conn.execute(
            f"SELECT DISTINCT discrepancy FROM discrepancy_values WHERE claim {_IN}", (claims,)
        )
    ]
    db.conn.execute(f"DELETE FROM discrepancy_values WHERE discrepancy {_IN}", (as_json(differing),))
    db.conn.execute(f"DELETE FROM discrepancies WHERE id {_IN}", (as_json(differing),))
    db.conn.execute(f"DELETE FROM links WHERE a {_IN}", (claims,))
    db.conn.execute(f"DELETE FROM links WHERE b {_IN}", (claims,))
    held = [
        row[0]
        for row in db.conn.execute(f"SELECT DISTINCT event FROM event_claims WHERE claim {_IN}", (claims,))
    ]
    db.conn.execute(f"DELETE FROM event_claims WHERE claim {_IN}", (claims,))
    _drop_empty_events(db, held)
    db.conn.execute(f"DELETE FROM claims WHERE seq {_IN}", (claims,))


def _drop_empty_events(db: Database, events: Sequence[str]) -> None:
    empty = as_json(
        [
            row[0]
            for row in db.conn.execute(
                f"SELECT id FROM events WHERE id {_IN} AND id NOT IN (SELECT event FROM event_claims)",
                (as_json(events),),
            )
        ]
    )
    across = f"(SELECT id FROM discrepancies WHERE event {_IN})"
    db.conn.execute(f"DELETE FROM discrepancy_values WHERE discrepancy IN {across}", (empty,))
    db.conn.execute(f"DELETE FROM discrepancies WHERE event {_IN}", (empty,))
    db.conn.execute(f"UPDATE events SET parent = NULL WHERE parent {_IN}", (empty,))
    db.conn.execute(f"DELETE FROM reaches WHERE event {_IN}", (empty,))
    db.conn.execute(f"DELETE FROM events WHERE id {_IN}", (empty,))


def _rewrite(db: Database, numbered: Sequence[tuple[int, Claim]]) -> None:
    """Gives claims that keep their ids what they are now read as."""
    changes = ", ".join(f'"{name}" = ?' for name in CLAIM.names)
    db.conn.executemany(
        f"UPDATE claims SET {changes} WHERE seq = ?",
        ((*claim_to_row(claim), number) for number, claim in numbered),
    )
    numbers, rows = [number for number, _ in numbered], claim_rows([claim for _, claim in numbered])
    for table in ("dates", "quantities", "mentions"):
        db.conn.execute(f"DELETE FROM {table} WHERE claim {_IN}", (as_json(numbers),))
    writing.add_claim_parts(db, numbers, rows)
    writing.index_claims(db, numbers, rows)
