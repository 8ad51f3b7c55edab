"""What watching has to say, one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.errors import WorkbenchError


@dataclass(frozen=True, slots=True)
class Came:
    """An article has come in. `file` is its address."""

    feed: str
    file: str
    source: str
    title: str
    claims: int


@dataclass(frozen=True, slots=True)
class Failed:
    """An address in a feed, or the feed itself, could not be had. Said once, not each time it fails so."""

    feed: str
    file: str
    error: WorkbenchError


@dataclass(frozen=True, slots=True)
class Differs:
    """Sources differ where they did not before; `labels` are the values."""

    discrepancy: str
    severity: str
    verdict: str
    attribute: str
    event: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A feed has been looked at; `due` is when it is next, in UTC."""

    feed: str
    added: int
    unchanged: int
    failed: int
    due: str
    answered: bool = True


News = Came | Failed | Differs | Looked
