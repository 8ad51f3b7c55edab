"""Independent origins: copies of one text and repeats of one official's statement count once."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.models import Claim

_SHARED = 0.6


def count_origins(claims: Sequence[Claim]) -> int:
    """How many independent origins stand behind claims of one event.

    Two sources are one origin when everything they say of the event is said by the same speaker,
    or when one's claims repeat most of the other's words.
    """
    return len(set(origin_of(claims).values()))


def origin_of(claims: Sequence[Claim]) -> dict[str, str]:
    """Source id to the origin it belongs to: a source id, the first of those that share it."""
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        by_source.setdefault(claim.source, []).append(claim)
    origins: dict[str, str] = {}
    for source in by_source:
        same = next(
            (o for o in dict.fromkeys(origins.values()) if _one_origin(by_source[source], by_source[o])), None
        )
        origins[source] = same or source
    return origins


def _one_origin(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    speakers_a, speakers_b = {c.speaker for c in a}, {c.speaker for c in b}
    if len(speakers_a) == 1 and speakers_a == speakers_b and None not in speakers_a:
        return True
    words_a, words_b = _shingles(a), _shingles(b)
    smaller = min(len(words_a), len(words_b))
    return smaller >= 8 and len(words_a & words_b) >= _SHARED * smaller


def _shingles(claims: Sequence[Claim]) -> set[tuple[str, ...]]:
    return {tuple(c.lemmas[i : i + 3]) for c in claims for i in range(len(c.lemmas) - 2)}
