"""Independent origins: what is copied or said by one mouth counts once."""

from __future__ import annotations

import pytest
from event_making import claim

from workbench.events.origins import count_origins, origin_of
from workbench.models import Claim

WORDS = tuple(f"kelime{n}" for n in range(14))
OTHER = tuple(f"baska{n}" for n in range(14))


def said(source: str, words: tuple[str, ...] = (), speaker: str | None = None, start: int = 0) -> Claim:
    return claim(source, start, "talks", lemmas=words, speaker=speaker)


CASES = [
    ("one source", [said("s1", WORDS)], 1),
    ("two accounts", [said("s1", WORDS), said("s2", OTHER)], 2),
    ("a copy", [said("s1", WORDS), said("s2", WORDS)], 1),
    ("a shortened copy", [said("s1", WORDS), said("s2", WORDS[:11])], 1),
    ("few words in common prove no copy", [said("s1", WORDS[:5]), said("s2", WORDS[:5])], 2),
    ("one statement in both", [said("s1", WORDS, "A B"), said("s2", WORDS[5:9] + OTHER[:4], "A B")], 1),
    ("two statements of one speaker", [said("s1", WORDS, "A B"), said("s2", OTHER, "A B")], 2),
    ("two speakers", [said("s1", WORDS, "A B"), said("s2", OTHER, "C D")], 2),
    (
        "one speaker and an account beside it",
        [said("s1", WORDS, "A B"), said("s2", WORDS, "A B"), said("s2", OTHER[::-1], None, 20)],
        2,
    ),
    ("two copies and an account", [said("s1", WORDS), said("s2", WORDS), said("s3", OTHER)], 2),
    ("nothing", [], 0),
]


@pytest.mark.parametrize(("claims", "origins"), [pytest.param(c, n, id=name) for name, c, n in CASES])
def test_independent_origins(claims: list[Claim], origins: int) -> None:
    assert origins == count_origins(claims)
    assert set(origin_of(claims)) == {c.source for c in claims}


def test_a_copy_belongs_to_the_first_that_printed_it() -> None:
    assert origin_of([said("s1", WORDS), said("s2", WORDS), said("s3", OTHER)]) == {
        "s1": "s1",
        "s2": "s1",
        "s3": "s3",
    }
