"""What becomes of an import: how far it is, what went in, what failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.decisions.telling import day
from workbench.errors import WorkbenchError
from workbench.models import Claim, Decision, Source
from workbench.phrases import notes
from workbench.sources.date_conflicts import date_conflicts

_UNREADABLE = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` documents are behind; `file` is the one being read now.

    An archive, a feed or a table is one document until it is read through; `inside` articles of it are
    behind.
    """

    done: int
    total: int
    file: str
    inside: int = 0


@dataclass(frozen=True, slots=True)
class Added:
    """A source that went into the store with that many claims.

    `lacking` names what could not be had from it, in words for the user.
    """

    file: str
    claims: int
    lacking: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """What gave nothing, and why."""

    file: str
    error: WorkbenchError


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that somebody took out before: it stays out until it is brought back."""

    file: str
    source: str
    by: Decision

    @property
    def note(self) -> str:
        """By whom and when, and how it is brought back, in words for the user."""
        return notes.REMOVED(name=self.by.reviewer, day=day(self.by), id=self.source)


@dataclass(slots=True)
class ImportReport:
    """What became of each article, in the order they were read. `not_read` were left by a stop."""

    added: list[Added] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)


def lacking(source: Source, claims: Sequence[Claim]) -> tuple[str, ...]:
    """What could not be had from an article, in words for the user."""
    found = []
    lost = source.text.count(_UNREADABLE)
    if lost:
        found.append(notes.LOST(number=str(lost), text=_UNREADABLE))
    if source.published is None:
        found.append(notes.NO_DAY())
    found += map(str, date_conflicts(source))
    if not claims:
        found.append(notes.NO_CLAIMS())
    return tuple(found)
