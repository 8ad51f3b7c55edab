"""Full-text search over claims and sources, folded as they were when they were stored."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.folding import fold
from workbench.store.rows import SearchHit

if TYPE_CHECKING:
    from sqlite_utils import Database

CONTEXT = 80
"""Characters shown on either side of what was found in a source."""

QUERY_LIMIT = 1_000
"""Characters of a query that count; what somebody pastes beyond them is left out."""

_WORD = re.compile(r"[^\W_]+")


def match_expression(query: str) -> str | None:
    """The FTS5 expression for plain words, or None where there is no word in them.

    All words must occur; what has no space inside ("1.200'er") must occur as written; the last
    one may be the beginning of a word. Nothing of the query is read as FTS5 syntax.
    """
    phrases = [_WORD.findall(chunk) for chunk in fold(query).split()]
    quoted = [f'"{" ".join(words)}"' for words in phrases if words]
    return " ".join(quoted) + " *" if quoted else None


def search(db: Database, query: str, limit: int) -> list[SearchHit]:
    """Up to `limit` hits: claims first, then passages of sources; each kind in the order of import."""
    query = query[:QUERY_LIMIT]
    expression = match_expression(query)
    if expression is None or limit <= 0:
        return []
    rows = db.conn.execute(
        """SELECT claims.id, sources.id, claims.text, claims.start, claims."end" FROM claims_search
           JOIN claims ON claims.seq = claims_search.rowid JOIN sources ON sources.seq = claims.source
           WHERE claims_search MATCH ? ORDER BY claims_search.rowid LIMIT ?""",
        (expression, limit),
    )
    hits = [SearchHit("claim", *row) for row in rows]
    rows = db.conn.execute(
        """SELECT sources.id, sources.text FROM sources_search
           JOIN sources ON sources.seq = sources_search.rowid
           WHERE sources_search MATCH ? ORDER BY sources_search.rowid LIMIT ?""",
        (expression, limit - len(hits)),
    )
    return hits + [_passage(source, text, query) for source, text in rows]


def _passage(source: str, text: str, query: str) -> SearchHit:
    """The first word found, with its neighbourhood on the same line."""
    folded = fold(text)
    words = "|".join(re.escape(word) for word in _WORD.findall(fold(query)))
    found = re.search(rf"(?<![^\W_])(?:{words})", folded)
    at, behind = found.span() if found else (0, 0)
    line_start = text.rfind("\n", max(0, at - CONTEXT), at) + 1
    line_end = text.find("\n", behind, behind + CONTEXT)
    start = line_start or max(0, at - CONTEXT)
    end = line_end if line_end >= 0 else min(len(text), behind + CONTEXT)
    return SearchHit("source", source, source, text[start:end], start, end)
