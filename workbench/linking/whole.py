"""Linking and grouping all claims at once: one by one, or in columns on all cores where there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from workbench.events.candidates import FEW_CLAIMS, candidates
from workbench.events.codec import decoded
from workbench.events.features import Features, features
from workbench.events.grouping import group
from workbench.events.keys import Kind, blocking_keys
from workbench.events.match import link_pairs
from workbench.events.verdicts import Constraints
from workbench.events.weights import backing, bar
from workbench.linking.keeping import kept, large_blocks
from workbench.models import Claim, Link
from workbench.store import Kept

if TYPE_CHECKING:
    from workbench.engines.bulk import BulkLinks, Encoded


@dataclass(frozen=True, slots=True)
class Whole:
    """All claims linked and grouped; `links` and `kept` can be gone through once."""

    links: Iterable[Link]
    groups: Iterable[tuple[list[Claim], list[Features]]]
    kept: Iterable[Kept]
    large_blocks: Mapping[int, int]
    forgone: Mapping[Kind, int]


def link_whole(claims: Sequence[Claim], said: Constraints) -> Whole:
    """Link and group these claims, which come in the order of matching."""
    many = len(claims) > FEW_CLAIMS and find_spec("numpy") is not None
    return _in_bulk(claims, said) if many else _one_by_one(claims, said)


def _one_by_one(claims: Sequence[Claim], said: Constraints) -> Whole:
    items = features(claims)
    pairs = candidates(items)
    links = list(link_pairs(((items[i], items[j]) for i, j in pairs.pairs), bar(len(items))))
    place = {item.claim: at for at, item in enumerate(items)}
    scored = [(link.score, place[link.a], place[link.b]) for link in links]
    groups = group(items, scored, bar(len(items)), said.cannot, said.must, backing(len(items)))
    sizes = Counter(key for item in items for key in blocking_keys(item))
    members = (([claims[at] for at in group], [items[at] for at in group]) for group in groups)
    return Whole(links, members, kept(items), large_blocks(sizes, len(items)), pairs.forgone)


def _in_bulk(claims: Sequence[Claim], said: Constraints) -> Whole:
    from workbench.engines.bulk import encode, link_all
    from workbench.engines.groups import group_all

    encoded = encode(lambda: [claims])
    links = link_all(encoded)
    groups = group_all(encoded, links, said)
    contents = encoded.features
    members = (([claims[at] for at in group], [decoded(contents[at]) for at in group]) for group in groups)
    return Whole(
        _links(claims, links), members, _kept(claims, encoded), _large(encoded, len(claims)), links.forgone
    )


def _links(claims: Sequence[Claim], links: BulkLinks) -> Iterator[Link]:
    for a, b, score in zip(links.a, links.b, links.score, strict=True):
        yield Link(claims[a].id, claims[b].id, float(score))


def _kept(claims: Sequence[Claim], encoded: Encoded) -> Iterator[Kept]:
    import numpy as np

    order = np.argsort(encoded.keyed.rows, kind="stable")
    keys = encoded.keyed.keys[order]
    ends = np.cumsum(np.bincount(encoded.keyed.rows, minlength=len(claims)))
    start = 0
    for claim, content, end in zip(claims, encoded.features, ends.tolist(), strict=True):
        # A key that two facts of a claim share stands once.
        yield Kept(claim.id, content, tuple(dict.fromkeys(keys[start:end].tolist())))
        start = end


def _large(encoded: Encoded, claims: int) -> dict[int, int]:
    import numpy as np

    keys, sizes = np.unique(encoded.keyed.keys, return_counts=True)
    some = sizes > 1
    return large_blocks(dict(zip(keys[some].tolist(), sizes[some].tolist(), strict=True)), claims)
