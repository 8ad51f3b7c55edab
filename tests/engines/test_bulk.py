"""The engine for many claims says what comparing two claims at a time says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.crowd import articles
from workbench.events.candidates import candidates
from workbench.events.features import Features, features
from workbench.events.grouping import group
from workbench.events.keys import blocking_keys, kind_of
from workbench.events.match import link_pairs
from workbench.events.verdicts import Constraints
from workbench.events.weights import bar
from workbench.models import Claim, DateSpan, Mention, Quantity, Quote

pytest.importorskip("numpy", reason="the engine for many claims needs the extra `scale`")

from workbench.engines.bulk import BulkLinks, Encoded, decoded, encode, encode_all, link_all
from workbench.engines.groups import components, group_all

DAY = date(2025, 5, 3)


def claims_of(articles_: Sequence[Sequence[Claim]]) -> Encoded:
    return encode(lambda: articles_)


def crowd(count: int) -> list[list[Claim]]:
    return [[report.claim for report in article] for article in articles(count, days=30)]


def one_by_one(items: Sequence[Features]) -> dict[tuple[str, str], float]:
    pairs = ((items[i], items[j]) for i, j in candidates(items).pairs)
    return {(link.a, link.b): link.score for link in link_pairs(pairs, bar(len(items)))}


def in_bulk(encoded: Encoded, links: BulkLinks) -> dict[tuple[str, str], float]:
    names = [decoded(content).claim for content in encoded.features]
    rows = zip(links.a.tolist(), links.b.tolist(), links.score.tolist(), strict=True)
    return {(names[a], names[b]): score for a, b, score in rows}


SPANS = st.none() | st.builds(
    lambda after, length, basis: DateSpan(
        DAY + timedelta(after), DAY + timedelta(after + length), "day", "x", 0, 1, basis
    ),
    st.integers(0, 12),
    st.sampled_from([0, 0, 0, 1, 3, 45]),
    st.sampled_from(["absolute", "publication"]),
)
QUANTITIES = st.builds(
    lambda value, counted, unit: Quantity(
        value, value, value, unit, counted, None, "event", "exactly", "1", 0, 1
    ),
    st.sampled_from([1.0, 12.0, 300.0]),
    st.sampled_from(["killed", "prisoner_of_war", None]),
    st.sampled_from(["person", "call"]),
)
LONG = "bu kentte kırk kişi birden sokağa çıktı ve yürüdü"
RARE = tuple(Mention(name, 0, 1, "place", name) for name in ("Zerdalili", "Bozkonak", "Ilgınkuyu"))
"""Names that no table holds: two articles that share them tell one story."""
KINDS: dict[str, st.SearchStrategy[Any]] = {
    "event_type": st.sampled_from(
        [
            "talks",
            "meeting",
            "phone_call",
            "fire",
            "earthquake",
            "statement",
            "energy",
            "prisoner_exchange",
            "other",
        ]
    ),
    "modality": st.sampled_from(["occurred", "planned", "expected", "agreed"]),
    "date": SPANS,
    "place": st.sampled_from([None, "Bolu", "Kartalkaya", "Rize"]),
    "participants": st.lists(
        st.sampled_from(["Ali Kaya", "Veli Taş", "Ayşe Su", "Rusya", "Ukrayna"]), unique=True, max_size=5
    ).map(tuple),
    "quantities": st.lists(QUANTITIES, max_size=2).map(tuple),
    "lemmas": st.lists(st.sampled_from(["baraj", "takas", "yol", "heyelan", "bolu", "yil"]), max_size=5).map(
        tuple
    ),
    "speaker": st.sampled_from([None, "Ali Kaya"]),
    "continues": st.sampled_from([False, False, True]),
    "quotes": st.sampled_from([(), (Quote(LONG, 0, 9),)]),
    "aspects": st.sampled_from([(), ("told=2025-05-09",)]),
    "mentions": st.sampled_from([(), RARE[:1], RARE]),
}


@st.composite
def small_articles(draw: st.DrawFn) -> list[list[Claim]]:
    """A few articles of claims that have all in common, or next to nothing."""
    made = []
    for source in range(draw(st.integers(2, 4))):
        told = [
            Claim(
                id=f"c{source}-{at}", source=f"s{source}", start=at * 10, end=at * 10 + 9, text="x",
                context_start=at * 10, context_end=at * 10 + 9,
                **{name: draw(values) for name, values in KINDS.items()},
            )
            for at in range(draw(st.integers(1, 4)))
        ]  # fmt: skip
        made.append([_dated_inside(claim) for claim in told])
    return made


def _dated_inside(claim: Claim) -> Claim:
    """The claim with the words of its date inside it."""
    if claim.date is None or claim.date.basis == "publication":
        return claim
    return replace(claim, date=replace(claim.date, expr_start=claim.start, expr_end=claim.start + 1))


@settings(max_examples=60, deadline=None)
@given(small_articles())
def test_links_and_events_are_those_of_comparing_one_by_one(made: list[list[Claim]]) -> None:
    items = [item for claims in made for item in features(claims)]
    encoded = claims_of(made)
    links = link_all(encoded, processes=1)
    expected = one_by_one(items)
    found = in_bulk(encoded, links)
    assert found.keys() == expected.keys()
    assert all(abs(found[pair] - expected[pair]) < 0.001 for pair in expected)
    scored = list(zip(links.score.tolist(), links.a.tolist(), links.b.tolist(), strict=True))
    assert group_all(encoded, links, processes=1) == group(items, scored, bar(len(items)), {})


def test_articles_of_one_story_are_compared_as_one_by_one() -> None:
    """Of all kinds, told on the day or days later: within a story that counts for nothing here too."""
    kinds = ("fire", "attack", "statement", "other", "agreement", "talks", "energy", "trade")
    told = [(kind, days, basis) for kind in kinds for days, basis in ((0, "absolute"), (6, "publication"))]
    made = []
    for at, (kind, days, basis) in enumerate(told):
        day = DAY + timedelta(days)
        span = DateSpan(day, day, "day", "x", 0, 1, basis)  # type: ignore[arg-type]
        claim = Claim(
            id=f"c{at}", source=f"s{at:02}", start=0, end=9, text="x", context_start=0, context_end=9,
            speaker="Ece Su", event_type=kind, modality="occurred", date=span, mentions=RARE,
            participants=("Ali Kaya", "Veli Taş"), lemmas=("baraj", "heyelan"),
        )  # fmt: skip
        made.append([_dated_inside(claim)])
    encoded = claims_of(made)
    found = in_bulk(encoded, link_all(encoded, processes=1))
    expected = one_by_one([item for claims in made for item in features(claims)])
    assert found.keys() == expected.keys()
    assert all(abs(found[pair] - expected[pair]) < 0.001 for pair in expected)


def test_what_the_columns_cut_short_is_asked_of_the_features() -> None:
    """A setting of more places than a row holds may share one that the row has not."""
    shared: dict[str, Any] = {"start": 0, "end": 9, "text": "x", "speaker": None, "modality": "occurred"}
    shared |= {"date": None, "quotes": (Quote(LONG, 0, 9),)}
    many = ("Ali Kaya", "Veli Taş", "Ayşe Su", "Rusya", "Ukrayna")
    fire = Claim(id="c0", source="s0", event_type="fire", place="Kartalkaya", participants=many, **shared)
    told = Claim(id="c1", source="s1", event_type="other", participants=("Ali Kaya", "Ukrayna"), **shared)
    encoded = claims_of([[fire], [told]])
    expected = one_by_one([*features([fire]), *features([told])])
    assert expected.keys() == in_bulk(encoded, link_all(encoded, processes=1)).keys() == {("c0", "c1")}


def test_a_crowd_is_linked_alike_on_one_process_and_on_two() -> None:
    made = crowd(800)
    encoded = encode_all([Batch(made[:40]), Batch(made[40:])], processes=2)
    one, two = (link_all(encoded, processes=count) for count in (1, 2))
    items = [item for claims in made for item in features(claims)]
    assert in_bulk(encoded, one) == in_bulk(encoded, two)
    assert in_bulk(encoded, two).keys() == one_by_one(items).keys()
    assert group_all(encoded, one, processes=1) == group_all(encoded, two, processes=2)


class Batch:
    """Articles as a process can be given them."""

    def __init__(self, made: list[list[Claim]]) -> None:
        self.made = made

    def __call__(self) -> list[list[Claim]]:
        return self.made


def test_keys_are_those_of_each_claim_but_for_what_nobody_goes_on_about() -> None:
    made = crowd(300)
    encoded = claims_of(made)
    found: dict[int, set[int]] = {}
    for key, row in zip(encoded.keyed.keys.tolist(), encoded.keyed.rows.tolist(), strict=True):
        found.setdefault(row, set()).add(key)
    for row, content in enumerate(encoded.features):
        left_out = set(blocking_keys(decoded(content))) ^ found[row]
        assert {kind_of(key) for key in left_out} <= {"topic"}


def test_what_reviewers_put_together_is_one_event_however_unlike() -> None:
    made = crowd(300)
    encoded = claims_of(made)
    links = link_all(encoded, processes=1)
    apart = group_all(encoded, links, processes=1)
    first, last = apart[0][0], apart[-1][0]
    names = [decoded(content).claim for content in encoded.features]
    said = Constraints(must=((names[first], names[last]),))
    together = group_all(encoded, links, said, processes=1)
    assert any({first, last} <= set(members) for members in together)
    assert not any({first, last} <= set(members) for members in apart)


def test_components_are_the_lowest_rows_that_chains_lead_to() -> None:
    import numpy as np

    a, b = np.array([5, 1, 7, 2]), np.array([7, 5, 8, 3])
    links = BulkLinks(a, b, np.ones(4), 4, {})
    assert components(links, 9).tolist() == [0, 1, 2, 2, 4, 1, 6, 1, 1]
    assert components(links, 9, [(8, 3)]).tolist() == [0, 1, 1, 1, 4, 1, 6, 1, 1]
