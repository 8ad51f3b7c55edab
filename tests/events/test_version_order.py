"""Which sources are versions of one article, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest

from workbench.events.fingerprints import SKETCH, Sketch
from workbench.events.versions import versions
from workbench.models import Imprint

LONG: Sketch = tuple(range(100, 100 + SKETCH // 2))
ALIKE: Sketch = (*LONG[:-10], *range(1000, 1010))
OTHER: Sketch = tuple(range(5000, 5060))
SHORT: Sketch = (1, 2, 3)


@dataclass(frozen=True)
class Given:
    imprint: Imprint
    sketch: Sketch = LONG
    order: int = 0


def given(source: str, sketch: Sketch = LONG, order: int = 0, **facts: str) -> Given:
    return Given(Imprint(source, **facts), sketch, order)


def groups(*all_of_them: Given) -> set[str]:
    found: dict[str, list[tuple[int, str]]] = {}
    for source, version in versions(all_of_them).items():
        found.setdefault(version.article, []).append((version.number, source))
    return {"".join(source for _, source in sorted(members)) for members in found.values()}


GROUPS = {
    "one address": ([given("a", address="u"), given("b", OTHER, address="u")], {"ab"}),
    "two addresses": ([given("a", address="u", name="n"), given("b", address="v", name="n")], {"a", "b"}),
    "title and publisher": ([given("a", name="n"), given("b", ALIKE, name="n")], {"ab"}),
    "title and publisher, other text": ([given("a", name="n"), given("b", OTHER, name="n")], {"a", "b"}),
    "like text alone": ([given("a", name="n"), given("b", name="m")], {"a", "b"}),
    "one file": ([given("a", place="p"), given("b", ALIKE, place="p")], {"ab"}),
    "one file, other text": ([given("a", place="p"), given("b", OTHER, place="p")], {"a", "b"}),
    "one file, short, same title": (
        [given("a", SHORT, place="p", title="t"), given("b", SHORT, place="p", title="t")],
        {"ab"},
    ),
    "one file, short, other title": (
        [given("a", SHORT, place="p", title="t"), given("b", SHORT, place="p", title="v")],
        {"a", "b"},
    ),
    "with and without address": ([given("a", address="u", name="n"), given("b", ALIKE, name="n")], {"ab"}),
    "between two addresses the nearer one": (
        [
            given("a", address="u", name="n"),
            given("b", ALIKE, address="v", name="n"),
            given("c", ALIKE, name="n"),
        ],
        {"a", "bc"},
    ),
    "nothing known": ([given("a"), given("b")], {"a", "b"}),
    "order of time": (
        [given("a", address="u", time="2025-05-28"), given("b", address="u", time="2025-05-27")],
        {"ba"},
    ),
    "order of import": ([given("b", order=1, address="u"), given("a", order=2, address="u")], {"ba"}),
}


@pytest.mark.parametrize(("sources", "expected"), GROUPS.values(), ids=GROUPS.keys())
def test_versions_of_one_article(sources: list[Given], expected: set[str]) -> None:
    assert groups(*sources) == expected


@pytest.mark.parametrize("seed", range(5))
def test_the_order_in_which_they_are_looked_at_does_not_matter(seed: int) -> None:
    sources = [one for case, _ in GROUPS.values() for one in case]
    renamed = [Given(Imprint(f"{at:02}", *_facts(one)), one.sketch, at) for at, one in enumerate(sources)]
    shuffled = Random(seed).sample(renamed, len(renamed))
    assert versions(shuffled) == versions(renamed)


def _facts(one: Given) -> tuple[str, ...]:
    found = one.imprint
    return found.address, found.place, found.name, found.title, found.text, found.time, found.mark


def test_an_earlier_version_is_replaced_unless_the_latest_is_cut_short() -> None:
    whole = versions([given("a", address="u"), given("b", ALIKE, order=1, address="u")])
    short = versions([given("a", address="u"), given("b", LONG[:10], order=1, address="u")])
    assert (whole["a"].replaced, whole["b"].replaced, short["a"].replaced) == (True, False, False)


def test_a_change_is_marked_where_the_text_says_what_it_did_not_say_before() -> None:
    found = versions(
        [
            given("a", address="u", time="1"),
            given("b", address="u", time="2"),
            given("c", address="u", time="3", mark="Updated"),
            given("d", address="u", time="4", mark="Updated"),
        ]
    )
    assert [found[one].marked for one in "abcd"] == [False, False, True, False]


def test_only_the_order_of_import_is_uncertain() -> None:
    found = versions([given("a", order=1, address="u", time="1"), given("b", order=2, address="u", time="1")])
    assert (found["a"].certain, found["b"].certain) == (True, False)
