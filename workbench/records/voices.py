"""Who says something: officials, an agency, or media of one kind or another."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from workbench.decisions.policies.rules import Voice
from workbench.languages.loader import load_or_neutral
from workbench.languages.schema.patterns import NEVER
from workbench.models import Claim
from workbench.publishers.table import publisher_of

_BEFORE = 60
"""Characters before a person's name in which an office is looked for."""


Holders = Callable[[str], Collection[str]]
"""An article's id to those in it who hold an office."""


def in_office(claims: Iterable[Claim], language: str) -> frozenset[str]:
    """Whom claims of an article name with an office right before them ("Vali Ayşe Yılmaz"), and states."""
    return frozenset(
        mention.canonical
        for claim in claims
        for mention in claim.mentions
        if mention.kind == "state"
        or (mention.kind == "person" and _office_before(claim, mention.start - claim.start, language))
    )


def _office_before(claim: Claim, at: int, language: str) -> bool:
    before = _lower(language, claim.text[max(0, at - _BEFORE) : max(0, at)])
    return _ending_in_office(language).search(before) is not None


class Voices:
    """The voices of one event's claims.

    A speaker who holds an office, or is an outlet that is a body itself, is what that is. Other claims are
    in the voice of the article: of the one agency that it has its text from, else of its publisher. Offices
    are those that `holders` knows, or that the event's own claims name.
    """

    def __init__(
        self, claims: Sequence[Claim], sources: Mapping[str, Any], holders: Holders | None = None
    ) -> None:
        self._sources = sources
        self._claims = claims
        self._holders = lru_cache(None)(holders or self._named)

    def of(self, claim: Claim) -> Voice:
        """The voice of a claim, "unknown" where nothing tells."""
        if claim.speaker:
            outlet = publisher_of(None, claim.speaker)
            if outlet is not None:
                return outlet.kind
            language = self._language(claim.source)
            if claim.speaker in self._holders(claim.source) or _offices(language).search(
                _lower(language, claim.speaker)
            ):
                return "official"
        return self._article(claim.source)

    def _named(self, source: str) -> frozenset[str]:
        said = (claim for claim in self._claims if claim.source == source)
        return in_office(said, self._language(source))

    def _article(self, source: str) -> Voice:
        known = self._sources.get(source)
        credited: tuple[str, ...] = getattr(known, "credits", ())
        agency = publisher_of(None, credited[0]) if len(credited) == 1 else None
        outlet = agency or publisher_of(getattr(known, "url", None), getattr(known, "publisher", None))
        return outlet.kind if outlet else "unknown"

    def _language(self, source: str) -> str:
        return getattr(self._sources.get(source), "language", "") or ""


def _lower(language: str, text: str) -> str:
    return load_or_neutral(language).lower(text)


def _any(language: str) -> str:
    return "|".join(load_or_neutral(language).names.officials) or NEVER


@cache
def _offices(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(language)})(?!\w)")


@cache
def _ending_in_office(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(language)}) $")
