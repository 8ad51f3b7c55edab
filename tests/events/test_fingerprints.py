"""Near copies of whole articles: all that one text was made into is found, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Iterable
from random import Random

import pytest
from event_rewriting import Wire, wires

from workbench.events.fingerprints import (
    COPIED,
    KEYS,
    SHARED_KEYS,
    SKETCH,
    Sketch,
    copied,
    fullness,
    keys,
    leaders,
    sketch,
)
from workbench.sources import source_from_text

STORIES = wires("explosion")
UNSEEN = wires("rates")
"""Written when the method was fixed; it was not changed after."""
NUMBER = 30


def sketched(text: str, code: str = "en") -> Sketch:
    return sketch(source_from_text(text, file="a.txt", code=code))


def prose(seed: int, words: int) -> str:
    """A paragraph of made-up words, no two seeds alike."""
    draw = random.Random(seed)
    return " ".join("".join(draw.choices("abcdefghij", k=6)) for _ in range(words)).capitalize() + "."


def groups(sketches: dict[str, Sketch]) -> list[set[str]]:
    """The texts that go back to one, those that stand alone left out."""
    found: dict[str, set[str]] = {}
    for name, leader in leaders(sketches).items():
        found.setdefault(leader, set()).add(name)
    return [names for names in found.values() if len(names) > 1]


def independent(stories: Iterable[Wire] = STORIES) -> dict[str, Sketch]:
    """Reports of the event by other hands, in both languages."""
    return {
        f"{story.code} by another hand {at}": sketched(text, story.code)
        for story in stories
        for at, text in enumerate(story.independent)
    }


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_thirty_copies_and_rewrites_are_found_among_thirty_others(story: Wire) -> None:
    copies = {name: sketched(text, story.code) for text, name in story.copies(NUMBER)}
    others = independent()
    assert (len(copies), len(others)) == (NUMBER, NUMBER)
    assert groups(copies | others) == [set(copies)]


@pytest.mark.parametrize("story", UNSEEN, ids=str)
def test_rewrites_by_hand_are_found_among_reports_that_share_official_terms(story: Wire) -> None:
    copies = {name: sketched(text, story.code) for text, name in story.copies(NUMBER)}
    copies |= {f"by hand {at}": sketched(text, story.code) for at, text in enumerate(story.rewrites)}
    assert len(story.rewrites) == 2
    assert groups(copies | independent(UNSEEN)) == [set(copies)]


@pytest.mark.parametrize("story", [*STORIES, *UNSEEN], ids=str)
def test_the_index_leads_from_every_copy_to_the_text(story: Wire) -> None:
    whole = keys(sketched(story.text, story.code))
    shared = [len({*keys(sketched(text, story.code))} & {*whole}) for text, _ in story.copies(NUMBER)]
    assert min(shared) >= SHARED_KEYS


def test_reports_by_other_hands_are_no_copies_of_each_other() -> None:
    assert groups(independent()) == []


FIRST, SECOND, THIRD = (prose(seed, 150) for seed in (1, 2, 3))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param([FIRST, FIRST], 1, id="the same text"),
        pytest.param([FIRST, FIRST.upper()], 1, id="in capitals"),
        pytest.param([FIRST, SECOND], 2, id="another text"),
        pytest.param([f"{FIRST}\n\n{SECOND}", FIRST, SECOND], 1, id="two parts of one text"),
        pytest.param(
            ["\n\n".join(prose(seed, 150) for seed in range(1, 8)), FIRST, SECOND], 3, id="a digest"
        ),
        pytest.param([prose(1, 10), prose(1, 10)], 2, id="too short to prove anything"),
        pytest.param(
            [f'{prose(4, 30)} "{FIRST}" {prose(5, 30)}', f'{prose(6, 30)} "{FIRST}" {prose(7, 30)}'],
            2,
            id="one speech quoted at length",
        ),
        pytest.param(["", ""], 2, id="nothing"),
    ],
)
def test_how_many_texts_there_are(texts: list[str], expected: int) -> None:
    sketches = {str(at): sketched(f"A Title Here\n\n{text}") for at, text in enumerate(texts)}
    assert len({*leaders(sketches).values()}) == expected


@pytest.mark.parametrize("kept", [0.25, 0.5, 0.8, 1.0])
def test_the_share_that_was_taken_over_is_estimated(kept: float) -> None:
    paragraphs = [prose(seed, 60) for seed in range(20)]
    taken = round(len(paragraphs) * kept)
    own = [prose(seed, 60) for seed in range(50, 50 + len(paragraphs) - taken)]
    whole, other = (sketched("\n\n".join(parts)) for parts in (paragraphs, [*paragraphs[:taken], *own]))
    assert len(whole) == len(other) == SKETCH
    assert copied(whole, other) == pytest.approx(kept, abs=0.12)


def test_the_length_of_a_long_text_is_estimated() -> None:
    assert fullness(sketched(prose(1, 100))) == 98
    assert fullness(sketched("\n\n".join(prose(seed, 100) for seed in range(20)))) == pytest.approx(
        1960, rel=0.2
    )


def test_a_sketch_is_small_sorted_and_the_same_everywhere() -> None:
    found = sketched(STORIES[1].text)
    assert len(found) <= SKETCH and len(keys(found)) == KEYS
    assert list(found) == sorted(set(found))
    assert found[0] == 2830310


def test_order_is_of_no_account() -> None:
    sketches = independent() | {n: sketched(t) for t, n in STORIES[1].copies(5)}

    def shuffled(names: Iterable[str]) -> dict[str, Sketch]:
        mixed = list(names)
        random.Random(7).shuffle(mixed)
        return {name: sketches[name] for name in mixed}

    assert leaders(shuffled(sketches)) == leaders(sketches)
    assert 0 < COPIED < 1


@pytest.mark.parametrize("seed", range(20))
def test_one_that_goes_back_to_a_leader_changes_nothing_for_the_others(seed: int) -> None:
    random = Random(seed)
    pool = [random.randrange(1 << 32) for _ in range(300)]
    texts = {str(at): tuple(sorted(random.sample(pool, random.randrange(60, 128)))) for at in range(25)}
    for name in texts:
        others = {other: texts[other] for other in texts if other != name}
        before = leaders(others)
        found = leaders({**{one: others[one] for one in set(before.values())}, name: texts[name]})[name]
        assert leaders(texts) == {**before, name: found} or found == name
