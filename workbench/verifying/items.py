"""What is checked and what is found: objects of an exported file, and what of them does not hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from workbench.models.review import Attribute
from workbench.records.formats.csv import cell
from workbench.records.rows import Row, What
from workbench.subjects import in_words, subject

Kind = Literal["form", "seal", "article", "words", "object", "decision", "value"]
"""What does not hold: how the file is written; that nobody changed it; an article as it was read; words at
their place in it; that the object is there; a decision; anything else that the object says."""

_SHOWN = 120
"""Characters of a name that are shown."""
_MARK = re.compile(
    r"(?P<tool>[^;]+); (?P<what>\w+) format (?P<format>\d{1,9}); schema (?P<schema>\d{1,9}); "
    r"database (?P<database>[0-9a-f]+)(?:; (?P<total>\d{1,12}) in all)?"
    r"(?:; part (?P<part>\d{1,9}) of (?P<of>\d{1,9}))?"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What an object says of the export that it is of. `total` is how many objects that has, where told."""

    tool: str
    what: str
    format: int
    schema: int
    database: str
    total: int | None = None


def read_mark(text: object) -> Mark | None:
    """What `workbench.records.seals.mark` wrote; None where it did not write this."""
    found = _MARK.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        return None
    tool, what, form, schema, database, total, _, _ = found.groups()
    return Mark(tool, what, int(form), int(schema), database, int(total) if total else None)


def read_part(text: object) -> tuple[int, int] | None:
    """Which of how many parts of an object a row holds; None where it holds all of it."""
    found = _MARK.fullmatch(text) if isinstance(text, str) else None
    return (int(found["part"]), int(found["of"])) if found and found["part"] else None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not hold. `line` is 0 where it is about the whole file.

    `about` names the object for a reader, `field` is the key of the object that it is on; `exported` and
    `now` are what stands in the file and what holds, where two values can be put side by side.
    """

    kind: Kind
    says: str
    line: int = 0
    what: What | None = None
    id: str = ""
    about: str = ""
    field: str = ""
    exported: object = None
    now: object = None

    def as_row(self) -> Row:
        """For programs."""
        return {name: getattr(self, name) for name in _NAMES}


_NAMES = ("line", "kind", "what", "id", "about", "field", "says", "exported", "now")


def _cell(_column: str, value: Any) -> str:
    return cell(value)


@dataclass(frozen=True, slots=True)
class Item:
    """One object of a file, as it is written there. `line` counts the file's lines from 1.

    Of a table `cells` are its cells by column as CSV has them, `row` is what can be told of them, and
    `written` what a column has of a value. `as_kept` is how its file would have an object of the database:
    some have no place for all of it.
    """

    line: int
    what: What
    row: Row
    mark: Mark | None = None
    cells: Mapping[str, str] | None = None
    written: Callable[[str, Any], str] = _cell
    as_kept: Callable[[Row], Row] = dict

    @property
    def id(self) -> str:
        """Its id; of an attribute that of its event."""
        return str(self.row.get("event" if self.what == "attributes" else "id") or "")

    @property
    def key(self) -> tuple[str, str]:
        """What finds it again: its id and, of an attribute, the attribute's name."""
        return self.id, str(self.row.get("name") or "") if self.what == "attributes" else ""

    def finding(
        self, kind: Kind, says: str, field: str = "", exported: object = None, now: object = None
    ) -> Finding:
        """What was found on it."""
        return Finding(kind, says, self.line, self.what, self.id, about(self), field, exported, now)


def about(item: Item) -> str:
    """The object for a reader who has only this: where it is from, or what it is called."""

    def word(name: str, row: object = item.row) -> str:
        value = row.get(name) if isinstance(row, dict) else None
        return value[:_SHOWN] if isinstance(value, str) else ""

    match item.what:
        case "claims":
            return word("file", item.row.get("source"))
        case "events":
            return word("label")
        case "discrepancies":
            return subject(cast("Attribute", word("attribute")), word("key"))
        case "attributes":
            return f"{word('event_label')}: {in_words(word('name'))}"
        case "decisions":
            return f"{word('kind')} by {word('reviewer')}"
