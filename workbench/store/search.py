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


def _phrases(query: str) -> list[list[str]]:
    """What must occur, folded: the words of each stretch of the query that has no space inside."""
    phrases = [_WORD.findall(chunk) for chunk in fold(query[:QUERY_LIMIT]).split()]
    return [words for words in phrases if words]


def _cut_short(phrases: list[list[str]], beginning: int) -> bool:
    """Whether the last word may be the beginning of a longer one."""
    return len(phrases[-1][-1]) >= beginning


def match_expression(query: str, *, beginning: int = 1) -> str | None:
    """The FTS5 expression for plain words, or None where there is no word in them.

    All words must occur; what has no space inside ("1.200'er") must occur as written; the last one may
    be the beginning of a word if it has `beginning` letters. Nothing of the query is read as FTS5 syntax.
    """
    phrases = _phrases(query)
    if not phrases:
        return None
    quoted = " ".join(f'"{" ".join(words)}"' for words in phrases)
    return f"{quoted} *" if _cut_short(phrases, beginning) else quoted


def found_words(text: str, query: str, *, beginning: int = 1) -> list[tuple[int, int]]:
    """Where `text` holds what `match_expression` looks for: stretches in their order, without overlap.

    Of a longer word, only its typed beginning. Offsets are those of `text` itself.
    """
    phrases = _phrases(query)
    if not phrases:
        return []
    ends = ["(?![^\\W_])"] * len(phrases)
    if _cut_short(phrases, beginning):
        ends[-1] = ""
    told = zip(phrases, ends, strict=True)
    # The longest first: of "kar" and "kars" the regular expression takes what stands first.
    wanted = sorted((r"[\W_]+".join(words) + end for words, end in told), key=len, reverse=True)
    return [found.span() for found in re.finditer(rf"(?<![^\W_])(?:{'|'.join(wanted)})", fold(text))]


def search(db: Database, query: str, limit: int) -> list[SearchHit]:
    """Up to `limit` hits: claims first, then passages of sources; each kind in the order of import."""
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


def search_removed(db: Database, query: str, limit: int) -> list[SearchHit]:
    """Up to `limit` articles that are out and hold all words of the query, in the order of import.

    They are in no index: each is looked through.
    """
    phrases = _phrases(query)
    if not phrases or limit <= 0:
        return []
    begins = [r"(?<![^\W_])" + r"[\W_]+".join(words) for words in phrases]
    patterns = [rf"{one}(?![^\W_])" for one in begins[:-1]] + begins[-1:]
    hits = []
    for source, title, text in db.conn.execute(
        "SELECT id, title, text FROM sources WHERE removed IS NOT NULL ORDER BY seq"
    ):
        folded = fold(f"{title or ''}\n{text}")
        if all(re.search(pattern, folded) for pattern in patterns):
            hits.append(_passage(source, text, query))
            if len(hits) == limit:
                break
    return hits


def _passage(source: str, text: str, query: str) -> SearchHit:
    """The first word found, with its neighbourhood on the same line."""
    start, end = passage_around(text, next(iter(found_words(text, query)), (0, 0)))
    return SearchHit("source", source, source, text[start:end], start, end)


def passage_around(text: str, found: tuple[int, int], *, context: int = CONTEXT) -> tuple[int, int]:
    """The line of a stretch of `text`, cut to `context` characters on either side of it."""
    at, behind = found
    line_start = text.rfind("\n", max(0, at - context), at) + 1
    line_end = text.find("\n", behind, behind + context)
    end = line_end if line_end >= 0 else min(len(text), behind + context)
    return line_start or max(0, at - context), end
