"""The weights of the comparison levels, which are data."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

import msgspec


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights by level and outcome, and the score from which two claims are one event."""

    threshold: float
    threshold_among_many: float
    """The same among more than `few_claims`: most claims of one kind and day are of other events."""
    backing_among_many: float
    """Among more than `few_claims`, the share of the pairs of two events that must be linked to join them."""
    few_claims: int
    parts: dict[str, float]
    series: frozenset[str]
    """Series whose ordinal tells which event is meant."""
    series_of: dict[str, str]
    """Event type to the series it comes in."""
    subsidiary: frozenset[str]
    """Event types that never become what a text goes on about."""
    casualties: frozenset[str]
    """Counted nouns for what befell people."""
    deadly: frozenset[str]
    """Families of happenings in which it may befall them: nobody dies of a trial."""
    consequences: dict[str, frozenset[str]]
    """Event type to the families of what it follows from: in a report of one it is no event of its own."""
    generic: dict[str, frozenset[str]]
    """Event types whose words also refer back to more special ones ("görüşmede" to a phone call)."""
    outcomes: frozenset[str]
    """Event types that a report of a meeting tells as what came of it."""
    conversations: frozenset[str]
    introduced: frozenset[str]
    """Event types whose words tell of another one each time."""
    one_off: frozenset[str]
    """Families of happenings that strike once; their reports go on about them."""
    engulfing: frozenset[str]
    """Families of happenings whose reports tell of nothing else."""
    stories: frozenset[str]
    """More families whose reports are about one happening, though other things happen beside it."""
    taken_over: frozenset[str]
    """Event types of words that in a report of an exchange speak of those exchanged."""
    disasters: frozenset[str]
    """Families of happenings in whose course nobody is detained: who is so later is an event of its own."""
    courses: frozenset[str]
    """Event types that run for weeks: the days told of them are days of their course."""
    lasting: frozenset[str]
    """Event types of undertakings that go on for years."""
    soft: frozenset[str]
    """Families that give way to any other when an event's type is settled."""
    matters: frozenset[str]
    """Families that give way to all but the soft ones: a deal, and the business that it is about."""
    exchanged: frozenset[str]
    """Counted nouns that in an exchange all mean those handed over."""
    time_units: frozenset[str]
    near: list[frozenset[str]]
    """Event types that reports use for one another."""


@cache
def matcher_version() -> str:
    """Changes whenever the same claims might be linked otherwise: by other weights, rules or word tables."""
    package = resources.files("workbench.events")
    digest = hashlib.sha256()
    for name in sorted(each.name for each in package.iterdir() if each.name.endswith((".py", ".toml"))):
        digest.update((package / name).read_bytes())
    return digest.hexdigest()[:16]


def bar(claims: int) -> float:
    """The score from which two of so many claims are one event.

    The odds that two claims taken at random are of one event fall as their number grows, and with them
    what agreement on little says (Fellegi and Sunter 1969).
    """
    return weights().threshold if claims <= weights().few_claims else weights().threshold_among_many


def backing(claims: int) -> float:
    """The share of the pairs of two events that links must have been found for, before they are joined.

    Among few claims the best link joins (single linkage); among many, clusters would grow by chains of
    chance likenesses (Everitt and others, Cluster Analysis, 2011, 4.2).
    """
    return 0.0 if claims <= weights().few_claims else weights().backing_among_many


@cache
def weights() -> Weights:
    """The weights shipped with the package."""
    path = resources.files("workbench.events") / "weights.toml"
    return msgspec.toml.decode(path.read_bytes(), type=Weights)
