"""Which column of a table holds what of an article: as the user says, else as columns are called."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from workbench.errors import SourceError, UsageError
from workbench.folding import fold

Columns = tuple[tuple[str, str], ...]
"""Pairs of a field of an article and the column that holds it; an empty column: none does."""
FIELDS = ("text", "html", "title", "url", "published", "publisher", "author", "language")

_MARKUP = re.compile(r"<(p|div|br|span|a|h[1-6]|ul|strong|em|img)\b[^<>]*>", re.IGNORECASE)
_MARKS = 2
_NUMBERED = re.compile(r"\s*(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}")
_SHOWN = 20
"""Columns that an error names."""


def parse_columns(given: str) -> Columns:
    """What `text=body,title=headline` says. Raises UsageError where it says nothing that can be done."""
    found: dict[str, str] = {}
    for pair in filter(None, map(str.strip, given.split(","))):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or field not in FIELDS:
            raise UsageError("No such column", pair, f"FIELD=COLUMN; fields: {', '.join(FIELDS)}")
        found[field] = column
    return tuple(found.items())


def choose(names: Sequence[str], asked: Columns, table: str) -> dict[str, str]:
    """Field to column, of those that a table has: what was asked, and what names tell of the others.

    Raises SourceError where a column that was asked for is not there, or none holds the text.
    """
    chosen = {field: column for field, column in asked if column}
    lacking = [column for column in chosen.values() if column not in names]
    if lacking:
        raise SourceError("No such column", f"{table} has no column {lacking[0]}", _there_are(names))
    free = [name for name in names if name not in chosen.values()]
    for field in FIELDS:
        if field not in dict(asked):
            found = _guess(field, free)
            if found is not None:
                chosen[field] = found
                free.remove(found)
    if "text" not in chosen and "html" not in chosen:
        detail = f"no column of {table} is called as a text would be"
        raise SourceError("No column of text", detail, f"--columns text=NAME. {_there_are(names)}")
    return {field: chosen[field] for field in FIELDS if field in chosen}


def known_names(names: Iterable[str], asked: Columns) -> int:
    """How many of the names are those of columns that hold something of an article."""
    wanted = {column for _, column in asked}
    listed = {name for listed in _names().values() for name in listed}
    return sum(name in wanted or _plain(name) in listed for name in names)


def fields_of(row: Mapping[str, str], chosen: Mapping[str, str]) -> dict[str, str]:
    """What a row says of an article; a text that is marked up is given as HTML."""
    found = {field: row.get(column, "") for field, column in chosen.items()}
    text = found.get("text", "")
    if not found.get("html") and len(_MARKUP.findall(text)) >= _MARKS:
        found["html"] = found.pop("text")
    return found


def date_order(stamps: Iterable[str]) -> str:
    """ "mdy" or "dmy" where a column of dates shows it by a number over twelve; empty where none does."""
    firsts, seconds = 0, 0
    for match in filter(None, map(_NUMBERED.match, stamps)):
        firsts += int(match[1]) > 12
        seconds += int(match[2]) > 12
    return "" if firsts == seconds else "dmy" if firsts > seconds else "mdy"


def told(chosen: Mapping[str, str]) -> str:
    """The mapping in words, for the user."""
    return ", ".join(f"{field} from {column}" for field, column in chosen.items())


@cache
def _names() -> dict[str, list[str]]:
    data = files("workbench.sources").joinpath("columns.toml").read_text(encoding="utf-8")
    return {field: [_plain(name) for name in names] for field, names in tomllib.loads(data).items()}


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))


def _guess(field: str, names: Sequence[str]) -> str | None:
    """The column called so; where none is, one whose last part is (`article.body`)."""
    whole = {_plain(name): name for name in reversed(names)}
    last = {_plain(name.rpartition(".")[2]): name for name in reversed(names)}
    for called in (whole, last):
        for name in _names()[field]:
            if name in called:
                return called[name]
    return None


def _there_are(names: Sequence[str]) -> str:
    more = ", ..." if len(names) > _SHOWN else ""
    return f"There are: {', '.join(name[:40] for name in names[:_SHOWN])}{more}"
