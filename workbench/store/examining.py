"""Everything that can be wrong with a database, looked for place by place, and how each is made good."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from workbench.models import Decision
from workbench.store import checks, differing, examining_log, judged, told, word_checks
from workbench.store.examining_matching import lineage_problems, matching_problems
from workbench.store.rebuilding import REFERRING, damages
from workbench.store.rows import SOURCE, source_from_row
from workbench.store.schema_checks import schema_problems
from workbench.store.tallies import tally_problems
from workbench.store.writing import Judge

if TYPE_CHECKING:
    from sqlite_utils import Database

Mend = Literal[
    "tables",
    "indexes",
    "schema",
    "orphans",
    "log index",
    "words",
    "tallies",
    "lineages",
    "matching",
    "statuses",
]
"""What makes a finding good: a part of the database that is made anew from the rest, in this order."""
MENDS: tuple[Mend, ...] = get_args(Mend)
_REREAD = "`workbench reread` reads the article again."
_RESTORE = "Go back to a backup: this was given, and can be made of nothing else."
_SOURCE_ID = re.compile(r"s[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where it was looked for, what, and what makes it good.

    ``mend`` is None where nothing that is in the database makes it good; ``hint`` says then what may.
    """

    check: str
    text: str
    mend: Mend | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Examination:
    """All that is wrong, in the order in which it was looked for; ``notes`` are worth knowing, not wrong."""

    findings: tuple[Finding, ...]
    notes: tuple[str, ...]

    @property
    def mends(self) -> tuple[Mend, ...]:
        """What makes the findings good, as far as anything does, in the order in which it is to be done."""
        wanted = {finding.mend for finding in self.findings}
        return tuple(mend for mend in MENDS if mend in wanted)


@dataclass(frozen=True, slots=True)
class Rules:
    """What other rooms know: what the log says of discrepancies, and the id that an entry's content gives."""

    judge: Judge
    is_as_written: Callable[[Decision], bool]


def examine(db: Database, rules: Rules) -> Examination:
    """Looks for everything. It reads the whole database, and needs a transaction that may write."""
    places: tuple[tuple[str, Callable[[], Iterable[Finding]]], ...] = (
        ("schema", lambda: _mended("schema", schema_problems(db), "schema")),
        ("references", lambda: _references(db)),
        ("articles", lambda: _originals(db)),
        ("offsets", lambda: _offsets(db)),
        ("search", lambda: _mended("search", word_checks.problems(db), "words")),
        ("log", lambda: _log(db, rules)),
        ("tallies", lambda: _mended("tallies", tally_problems(db), "tallies")),
        ("versions", lambda: _mended("versions", lineage_problems(db), "lineages")),
        ("matching", lambda: _mended("matching", matching_problems(db), "matching")),
        ("queue", lambda: _mended("queue", differing.problems(db), "matching")),
        ("statuses", lambda: _mended("statuses", judged.problems(db, rules.judge), "statuses")),
    )
    findings = list(_file(db))
    _go_on(db)
    # Where only derived tables are damaged, so is all that cannot be read because of them.
    unread: Mend | None = "tables" if findings and all(one.mend for one in findings) else None
    for name, look in places:
        findings += _looked(db, name, look, unread)
    return Examination(tuple(findings), tuple(_notes(db)))


def _looked(
    db: Database, name: str, look: Callable[[], Iterable[Finding]], unread: Mend | None
) -> list[Finding]:
    found: list[Finding] = []
    try:
        found += look()
    except Exception as error:
        # Any reader may stumble over a damaged row: that is a finding, and the other places are looked at.
        text = f"{name}: cannot be read: {type(error).__name__}: {error}"
        found.append(Finding(name, text, unread, "" if unread else _RESTORE))
        _go_on(db)
    return found


def _go_on(db: Database) -> None:
    """Begins a new transaction: SQLite writes nothing more in one in which it has met a damaged page."""
    db.rollback()
    db.conn.execute("BEGIN IMMEDIATE")


def _notes(db: Database) -> list[str]:
    try:
        return list(examining_log.orphaned(db))
    except Exception:
        # Whatever cannot be read here is a finding already.
        return []


def _mended(check: str, problems: Iterable[str], mend: Mend) -> list[Finding]:
    return [Finding(check, problem, mend) for problem in problems]


def _file(db: Database) -> Iterator[Finding]:
    for one in damages(db):
        text = f"file: {one.table}: {one.words}" if one.table else f"file: {one.words}"
        if one.only_index:
            yield Finding("file", text, "indexes")
        elif one.is_derived:
            yield Finding("file", text, "tables")
        else:
            yield Finding("file", text, None, _RESTORE)


def _references(db: Database) -> Iterator[Finding]:
    for table, row, parent, _ in db.conn.execute("PRAGMA foreign_key_check"):
        which = "a row" if row is None else f"row {row}"
        text = f"{table}: {which} refers to a missing row of {parent}"
        given = table not in REFERRING
        yield Finding("references", text, None if given else "orphans", _RESTORE if given else "")


def _originals(db: Database) -> Iterator[Finding]:
    """Articles whose original is not what its hash says, or whose id is not made of it."""
    names = ", ".join(f'"{name}"' for name in SOURCE.names)
    for (key,) in db.conn.execute("SELECT id FROM sources ORDER BY id").fetchall():
        row = db.conn.execute(f"SELECT {names} FROM sources WHERE id = ?", (key,)).fetchone()
        try:
            source = source_from_row(row)
        except Exception as error:
            # What stands in the row may be anything.
            text = f"sources: {key} cannot be read: {type(error).__name__}: {error}"
            yield Finding("articles", text, None, _RESTORE)
            continue
        digest = checks.hash_of(source.original)
        if digest != source.sha256:
            text = f"sources: the original of {key} is not what it was: its SHA-256 is another"
            yield Finding("articles", text, None, _RESTORE)
        elif _SOURCE_ID.fullmatch(key) and key != f"s{digest[:16]}":
            yield Finding("articles", f"sources: {key} is not the id of its original", None, _RESTORE)
        outside = [block for block in source.blocks if not 0 <= block.start <= block.end <= len(source.text)]
        if outside:
            yield Finding("articles", f"sources: blocks of {key} lie outside its text", None, _REREAD)


def _offsets(db: Database) -> Iterator[Finding]:
    for problem in checks.offset_problems(db):
        yield Finding("offsets", problem, None, _REREAD)
    for problem in checks.value_problems(db):
        yield Finding("offsets", problem, "matching")


def _log(db: Database, rules: Rules) -> Iterator[Finding]:
    for problem in examining_log.problems(db, rules.is_as_written):
        yield Finding("log", problem, None, _RESTORE)
    yield from _mended("log", examining_log.index_problems(db), "log index")
    for problem in told.problems(db):
        yield Finding("log", problem, None, _REREAD)
