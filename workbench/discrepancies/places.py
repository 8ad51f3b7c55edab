"""Where an event took place: places apart from each other, and a choice that one source leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import combinations, pairwise

from workbench.claims.names import places_agree
from workbench.claims.names_spelling import sounds
from workbench.discrepancies.kinship import alike, is_ahead
from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView, discrepancy, say, whole
from workbench.languages.loader import LANGUAGES, load
from workbench.languages.schema.patterns import any_of
from workbench.models import NOT_YET, Claim, Discrepancy, Verdict
from workbench.phrases import differences as words
from workbench.phrases.values import EITHER_PLACE

_ARTICLE = 2
"""Letters of an article that some languages write before a name ("El Obeid")."""
_VOWELS = str.maketrans({"o": "u", "e": "i"})
"""Arabic knows three vowels: transliterations write "o" for "u" and "e" for "i"."""
_ENDING = 12
"""Characters of a case ending and an "or" that may stand between two names."""


def detect_places(seen: EventView) -> list[Discrepancy]:
    """Sources that place one event apart, and one that names a place where another leaves two open."""
    return [*_apart(seen), *_left_open(seen)]


def _apart(seen: EventView) -> list[Discrepancy]:
    """Two sources of an event that strikes one place, none of whose places agree."""
    if seen.event.event_type not in rules().one_place:
        return []
    named: dict[str, list[Claim]] = {}
    for claim in seen.claims:
        if claim.place and claim.event_type == seen.event.event_type and not claim.continues:
            named.setdefault(claim.source, []).append(claim)
    known = {source: _known(seen, source) for source in named}
    apart: dict[str, Claim] = {}
    for a, b in combinations(named, 2):
        like = {is_ahead(c) for c in named[a]} & {is_ahead(c) for c in named[b]}
        if like and not (_meet(named[a], known[b]) or _meet(named[b], known[a])):
            apart |= {named[a][0].id: named[a][0], named[b][0].id: named[b][0]}
    if not apart:
        return []
    values = [whole(c, str(c.place), str(c.place)) for c in apart.values()]
    why = words.SOURCES_PLACE(names=say([v.label for v in values]))
    return [discrepancy(seen, "place", "", "tension", values, why)]


def _known(seen: EventView, source: str) -> set[str]:
    """Every place that a source names when it tells of the event: it knows of them."""
    told = [claim for claim in seen.claims if claim.source == source]
    mentioned = {m.canonical for claim in told for m in claim.mentions if m.kind == "place"}
    bodies = {m.canonical for claim in told for m in claim.mentions if m.kind == "organisation"}
    named_after = {body.split(" ")[0] for body in bodies if " " in body}
    return mentioned | named_after | {claim.place for claim in told if claim.place}


def _meet(claims: Iterable[Claim], places: set[str]) -> bool:
    """True where some claim's place agrees with one of the places, or one is a water: it has many shores."""
    named = {str(claim.place) for claim in claims}
    if any(_waters().fullmatch(place.casefold()) for place in named | places):
        return True
    return any(places_agree(a, b) or _sound_alike(a, b) for a in named for b in places)


def _sound_alike(a: str, b: str) -> bool:
    """True for one foreign name that languages write with other vowels, with its article or without."""
    return bool(_sounds(a) & _sounds(b))


@lru_cache(maxsize=1 << 12)
def _sounds(place: str) -> frozenset[str]:
    words = place.split()
    bare = words[1:] if len(words) > 1 and len(words[0]) <= _ARTICLE else words
    return frozenset(sound.translate(_VOWELS) for sound in sounds(" ".join(bare)))


@cache
def _waters() -> re.Pattern[str]:
    """The name of a sea, gulf, strait or lake, in any of the languages."""
    return re.compile(any_of(sorted({name for code in LANGUAGES for name in load(code).names.waters})))


def _left_open(seen: EventView) -> list[Discrepancy]:
    """A choice of places ("İstanbul veya Ankara") against one of them: settled if it took place there."""
    own = [c for c in seen.claims if alike(c.event_type, seen.event.event_type)]
    open_ones = [(claim, choice) for claim in own if (choice := _choice(claim, seen))]
    chosen = [c for c in own if c.place and any(c.place in choice and c != x for x, choice in open_ones)]
    chosen = [c for c in chosen if not _choice(c, seen)]
    if not chosen:
        return []
    held = [c for c in chosen if c.modality not in NOT_YET and not c.continues]
    settled = bool(held) and all(c.modality in NOT_YET for c, _ in open_ones)
    values = [whole(claim, say_choice(choice), say_choice(choice)) for claim, choice in open_ones]
    values += [whole(c, str(c.place), str(c.place)) for c in (held if settled else chosen)]
    said = say([f"“{v.label}”" for v in values])
    cause = words.CHOICE_SETTLED() if settled else words.CHOICE_OPEN()
    verdict: Verdict = "superseded" if settled else "tension"
    why = words.CLAIMS_PLACE(choices=said, cause=cause)
    return [discrepancy(seen, "place", "choice", verdict, values, why)]


def say_choice(places: Iterable[str]) -> str:
    """ "Ankara or İstanbul"."""
    one, other = sorted(places)
    return EITHER_PLACE(place=one, other=other)


def _choice(claim: Claim, seen: EventView) -> frozenset[str]:
    """The places of which the clause leaves open which one it is; empty where it names none or one."""
    language = seen.world.sources[claim.source].language
    pattern = _either(language)
    places = sorted((m for m in claim.mentions if m.kind in ("place", "state")), key=lambda m: m.start)
    for one, other in pairwise(places):
        gap = claim.text[one.end - claim.start : other.start - claim.start]
        if one.canonical != other.canonical and len(gap) <= _ENDING and pattern.fullmatch(gap.lower()):
            return frozenset({one.canonical, other.canonical})
    return frozenset()


@cache
def _either(code: str) -> re.Pattern[str]:
    return re.compile(load(code if code in LANGUAGES else LANGUAGES[0]).names.either or "(?!)")
