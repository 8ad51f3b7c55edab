"""What an export says of the database that it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_IDS = """SELECT id FROM sources UNION ALL SELECT id FROM events UNION ALL SELECT id FROM discrepancies
          UNION ALL SELECT id FROM decisions"""
_NEWEST = "SELECT at FROM decisions ORDER BY julianday(at) DESC, at DESC LIMIT 1"
"""By time, not as text, since reviewers may be in several zones; databases of old have no places yet."""
_BITS = 64


@dataclass(frozen=True, slots=True)
class Stamp:
    """`schema` counts the migrations, `newest` is when the newest decision was taken ("": none)."""

    schema: int
    fingerprint: str
    newest: str


def stamp(db: Database) -> Stamp:
    """The same for databases of the same content, in whatever order it came in.

    Ids are made of what they name. Their digests are added up, a hash of a set: nothing has to be sorted.
    """
    digests = (blake2b(name.encode(), digest_size=_BITS // 8).digest() for (name,) in db.conn.execute(_IDS))
    total = sum(map(int.from_bytes, digests)) % 2**_BITS
    schema = db.conn.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0]
    (newest,) = db.conn.execute(_NEWEST).fetchone() or ("",)
    return Stamp(int(schema), f"{total:0{_BITS // 4}x}", newest)
