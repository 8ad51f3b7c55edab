"""What becomes of an import: how far it is, what went in, what failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from workbench.decisions.telling import day
from workbench.errors import WorkbenchError
from workbench.models import Claim, Decision, Source, Version
from workbench.phrases import notes
from workbench.phrases.tongues import language_name
from workbench.store import Copied

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

    `lacking` names what could not be had from it, in words for the user. `version` tells of which article it
    is another version, `copied` of which other article it is a copy; None where of none. `relations` says
    both in words.
    """

    file: str
    claims: int
    lacking: tuple[str, ...] = ()
    source: str = ""
    version: Version | None = None
    copied: Copied | None = None
    relations: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """All that is to be said of it beside the count of its claims."""
        return (*self.relations, *self.lacking)


@dataclass(frozen=True, slots=True)
class Known:
    """What was read and is in already, as the source with this id.

    `words` say so to the user; "" where it goes without saying.
    """

    file: str
    source: str
    words: str


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


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be said of something that is no article: a folder, an archive, a plug-in."""

    about: str
    words: str


@dataclass(slots=True)
class ImportReport:
    """What became of each article, in the order they were read. `not_read` were left by a stop.

    Of those in `unchanged` that came with other bytes or under another name, `known` says what they are.
    """

    added: list[Added] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)

    def extend(self, more: ImportReport) -> None:
        """Adds what became of further articles."""
        for name in (one.name for one in fields(self)):
            getattr(self, name).extend(getattr(more, name))


def lacking(source: Source, claims: Sequence[Claim]) -> tuple[str, ...]:
    """What could not be had from an article, in words for the user."""
    # The rooms that read text are not needed where nothing is imported.
    from workbench.languages.loader import LANGUAGES
    from workbench.sources.date_conflicts import date_conflicts

    found = []
    lost = source.text.count(_UNREADABLE)
    if lost:
        found.append(notes.LOST(number=str(lost), text=_UNREADABLE))
    if source.published is None:
        found.append(notes.NO_DAY())
    found += map(str, date_conflicts(source))
    if source.language not in LANGUAGES:
        found.append(notes.NO_READER(language=language_name(source.language)))
    elif not claims:
        found.append(notes.NO_CLAIMS())
    return tuple(found)
