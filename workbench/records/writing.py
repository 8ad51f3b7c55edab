"""What a writer of exports is given and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Protocol, Self, TypeVar

from workbench.records.dossier import Dossier
from workbench.records.rows import Row, What
from workbench.records.scale import Scale

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Made:
    """What an export was made by and from. `schema` numbers the database's tables.

    `database` is the fingerprint of what the database held, `at` when the newest of it came in (ISO 8601 with
    zone, "" where it holds nothing): two exports of one database say the same, whenever they are made.
    `policy` chose values where nobody decided ("" where there are none to choose).
    """

    tool: str
    schema: int
    database: str
    at: str = ""
    policy: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What whoever exports may choose beside the objects."""

    language: str = "en"
    """Of the words that are ours, in formats that are read by people."""
    byte_order_mark: bool = False
    """Whether tables of text begin with the mark by which spreadsheets know UTF-8."""
    scale: Scale | None = None
    """The reviewer's own scale, by which decisions become ratings."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An object that a format has no place for, and why; both in the language of the export."""

    id: str
    label: str
    why: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one kind; they are read from the database as they are asked for. `total` counts objects."""

    what: What
    total: int
    rows: Iterable[Row]


def _no_tables() -> Iterator[Table]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Export:
    """What is exported. `rows`, `dossiers` and `tables` tell of the same: one of them is gone through, once.

    `dossiers` is empty where something else than events is exported. `total` counts the objects. What a
    writer cannot take it adds to `refused`.
    """

    what: What
    total: int
    made: Made
    rows: Iterable[Row]
    dossiers: Iterable[Dossier] = ()
    settings: Settings = field(default_factory=Settings)
    refused: list[Refusal] = field(default_factory=list)
    further: Callable[[], Iterator[Table]] = _no_tables
    """Of an export of events the tables of all that belongs to them."""
    lines: Iterable[bytes] | None = None
    """What `objects` gives, made quicker than of rows (None: it is made of those)."""

    def objects(self) -> Iterator[bytes]:
        """The objects of `rows` as JSON, as `seals.compact` writes it."""
        from workbench.records.seals import compact

        return iter(self.lines) if self.lines is not None else map(compact, self.rows)

    def tables(self) -> Iterator[Table]:
        """The objects as a table, and with events a table of each other kind: those are for whole workbooks.

        The rows of each are gone through before the next is asked for.
        """
        yield Table(self.what, self.total, self.rows)
        yield from self.further()

    def first(self, number: int) -> Self:
        """The same of so many of its objects."""
        return replace(
            self,
            rows=islice(self.rows, number),
            lines=None,
            dossiers=islice(self.dossiers, number),
            further=lambda: (replace(one, rows=islice(one.rows, number)) for one in self.further()),
        )

    def watched(self, watch: Watch) -> Self:
        """The same with each object passed through `watch`, which is told how many there are."""
        rows, found = watch(self.rows, self.total), watch(self.dossiers, self.total)
        return replace(
            self,
            rows=rows,
            lines=watch(self.lines, self.total) if self.lines is not None else None,
            dossiers=found,
            further=lambda: (replace(one, rows=watch(one.rows, one.total)) for one in self.further()),
        )


class Watch(Protocol):
    """Lets objects through, one after the other."""

    def __call__(self, items: Iterable[Item], total: int, /) -> Iterator[Item]:
        """The same items."""
        ...


class Writer(Protocol):
    """Writes exports in one format. It imports what it needs when it writes."""

    name: str
    """How the format is called ("jsonl")."""
    ending: str
    """Of the files' names, with the dot."""
    media_type: str
    whats: tuple[What, ...]
    """What it can write."""
    is_text: bool
    """Whether people can read its first lines."""

    def write(self, export: Export) -> Iterator[bytes]:
        """The file piece by piece, in memory that does not grow with the export.

        Raises MissingPackageError where a package is not installed.
        """
        ...
