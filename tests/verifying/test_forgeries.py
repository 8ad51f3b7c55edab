"""What somebody changed and sealed anew is found by the database, wherever it is and whatever it became."""

import csv as standard_csv
import io
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from verifying_making import TODAY, Exported

from workbench.records.formats.csv import line
from workbench.records.rows import WHATS, What
from workbench.records.seals import compact, seal_of, sealed
from workbench.store import open_store
from workbench.verifying import Tally, verify
from workbench.verifying.articles import Articles
from workbench.verifying.database import Database

CHANGES = 100
VALUES = [
    None,
    0,
    -1,
    2**70,
    1.5,
    "",
    "x",
    "\x1b[2J",
    [],
    {},
    [None],
    ["a"],
    {"a": 1},
    True,
    "2025-01-01",
    "count",
]
CELLS = ["", "x", "0", "-1", "[]", "{}", "2025-01-01", "9" * 20, "a; b", "null", "¹"]


def places(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where each value stands in an object."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield (*above, key)
        yield from places(part, (*above, key))


def changed_object(data: bytes, chance: random.Random) -> bytes:
    row = json.loads(chance.choice(data.splitlines()))
    says = row.pop("export")
    del row["seal"]
    *above, last = chance.choice(list(places(row)))
    inner = row
    for key in above:
        inner = inner[key]
    inner[last] = chance.choice([one for one in VALUES if repr(one) != repr(inner[last])])
    return b"".join(compact(one) + b"\n" for one in sealed([row], says))


def changed_row(data: bytes, chance: random.Random) -> bytes:
    head, *rows = data.splitlines(keepends=True)
    *cells, says, _ = next(standard_csv.reader([chance.choice(rows).decode()]))
    place = chance.randrange(len(cells))
    cells[place] = chance.choice([one for one in CELLS if one != cells[place]])
    row = line([*cells, says]).removesuffix("\r\n").encode()
    return head + row + f",{seal_of(row)}\r\n".encode()


CHANGED: dict[str, Callable[[bytes, random.Random], bytes]] = {"jsonl": changed_object, "csv": changed_row}


@pytest.mark.parametrize("format_", CHANGED)
@pytest.mark.parametrize("what", WHATS)
def test_what_was_sealed_anew_is_found(
    what: What, format_: str, exported: Exported, reviewed: Path, articles: list[Path]
) -> None:
    data, chance = exported(what, format_).read_bytes(), random.Random(f"{what} {format_}")
    others = [CHANGED[format_](data, chance) for _ in range(CHANGES)]
    by_articles = Articles(articles)
    with open_store(reviewed, create=False) as store:

        def found(data: bytes, against: Database | Articles) -> int:
            stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
            return len(list(verify(stream, f"x.{format_}", against, Tally(), whole=False)))

        assert [one for one in others if not found(one, Database(store, TODAY))] == []
        # Articles know less; nothing that stands in a file may break what reads it.
        assert sum(found(one, by_articles) for one in others) >= 0
