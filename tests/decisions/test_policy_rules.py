"""Choosing by a policy's rule: tables of what claims say, and what holds whatever they say."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.decisions.policies import Rule, Said, built_in, choose

POLICIES = built_in()


def said(number: float, origin: str = "", *, day: int = 1, **changes: Any) -> Said:
    """A number as one claim gives it; `origin` names the claim as well."""
    label = changes.pop("label", f"{number:g}")
    name = origin or label
    bounds: dict[str, Any] = {"low": number, "high": number, "least": number, "most": number}
    return Said(
        claim=f"c-{name}-{day}",
        label=label,
        value=number,
        origin=changes.pop("copy_of", name),
        told=f"2026-03-{day:02}",
        voice=changes.pop("voice", "private"),
        **(bounds | changes),
    )


def word(text: str, origin: str, **changes: Any) -> Said:
    given = said(0, origin, label=text, **changes)
    return replace(given, value=text, low=text, high=text, least=None, most=None)


def day_of(first: str, last: str, origin: str, **changes: Any) -> Said:
    given = said(0, origin, label=f"{first}/{last}", **changes)
    return replace(given, value=first, low=first, high=last, least=first, most=last)


RISING = [said(12, "a", day=1, replaced=True), said(18, "b", day=2, replaced=True), said(24, "c", day=3)]
OFFICIAL = [said(18, "ministry", day=1, voice="official"), said(24, "paper", day=2)]
COPIES = [said(30, f"copy {place}", copy_of="agency") for place in range(5)]
VAGUE = said(12, "v", label="at least 12", high=None)


@pytest.mark.parametrize(
    ("policy", "attribute", "claims", "best"),
    [
        pytest.param("reviewed-only", "count", RISING, None, id="nobody decided"),
        pytest.param("latest", "count", RISING, 24, id="a rising toll: the last"),
        pytest.param("conservative", "count", RISING, 24, id="a rising toll: the lowest that stands"),
        pytest.param("range", "count", RISING, 24, id="a rising toll: the best that stands"),
        pytest.param("majority-of-origins", "count", RISING, 24, id="a rising toll: one origin left"),
        pytest.param("official-first", "count", RISING, 24, id="a rising toll: nobody official"),
        pytest.param("official-first", "count", OFFICIAL, 18, id="official before a later paper"),
        pytest.param("latest", "count", OFFICIAL, 24, id="a paper told last"),
        pytest.param("conservative", "count", OFFICIAL, 18, id="the lower of two"),
        pytest.param(
            "official-first",
            "count",
            [*OFFICIAL, said(20, "governor", day=3, voice="official")],
            20,
            id="the last official",
        ),
        pytest.param(
            "official-first",
            "count",
            [said(7, "web", voice="social"), said(9, "wire", voice="agency"), said(8, "paper")],
            9,
            id="no official: an agency",
        ),
        pytest.param(
            "official-first",
            "count",
            [said(7, "a", voice="unknown"), said(9, "b", voice="unknown")],
            None,
            id="voices that nobody knows",
        ),
        pytest.param("majority-of-origins", "count", [*COPIES, said(24, "b")], None, id="copies count once"),
        pytest.param(
            "majority-of-origins",
            "count",
            [*COPIES, said(24, "b"), said(24, "c")],
            24,
            id="two origins against five copies",
        ),
        pytest.param(
            "majority-of-origins",
            "count",
            [said(24, "a"), said(24, "b"), said(30, "c"), said(31, "d"), said(32, "e")],
            None,
            id="the most is no majority",
        ),
        pytest.param(
            "range",
            "count",
            [said(24, "a"), said(24, "b"), said(30, "c"), said(31, "d"), said(32, "e")],
            24,
            id="the most origins",
        ),
        pytest.param("range", "count", [said(24, "a"), said(30, "b")], 24, id="UCDP: a tie, the lower"),
        pytest.param("conservative", "count", [VAGUE, said(9, "b")], 9, id="nine, or dozens"),
        pytest.param("conservative", "count", [VAGUE, said(32, "b")], 32, id="32 are dozens"),
        pytest.param("conservative", "count", [VAGUE], 12, id="dozens alone"),
        pytest.param(
            "conservative",
            "count",
            [said(4500, "a", label="4 to 5 thousand", low=4000, high=5000, least=4000, most=5000)],
            4000,
            id="the lower end of a range",
        ),
        pytest.param(
            "conservative",
            "count",
            [said(300, "a", label="about 300", low=270, high=330), said(400, "b")],
            300,
            id="about 300 names 300",
        ),
        pytest.param(
            "conservative",
            "count",
            [said(3, "web", voice="social"), said(9, "paper")],
            9,
            id="social media are not credible",
        ),
        pytest.param("conservative", "count", [said(3, "web", voice="social")], 3, id="nobody else tells"),
        pytest.param("conservative", "measure", [said(7.2, "a"), said(15, "b")], None, id="depths"),
        pytest.param("latest", "count", [said(9, "a"), said(11, "b")], None, id="one day, no hours"),
        pytest.param(
            "latest",
            "count",
            [replace(said(9, "a"), told="2026-03-01T09:00"), replace(said(11, "b"), told="2026-03-01T17:30")],
            11,
            id="one day with hours",
        ),
        pytest.param(
            "latest",
            "count",
            [replace(said(9, "a"), told="2026-03-01T09:00"), said(11, "b")],
            None,
            id="one day, one hour",
        ),
        pytest.param(
            "latest",
            "count",
            [said(9, "a"), replace(said(11, "b"), told="9999-12-31")],
            9,
            id="a day that nobody knows",
        ),
        pytest.param(
            "latest",
            "date",
            [
                day_of("2026-03-15", "2026-03-15", "plan", day=9, replaced=True),
                day_of("2026-03-16", "2026-03-16", "b", day=2),
            ],
            "2026-03-16",
            id="a plan told again later",
        ),
        pytest.param(
            "majority-of-origins",
            "date",
            [
                day_of("2026-03-01", "2026-03-31", "a"),
                day_of("2026-03-16", "2026-03-16", "b"),
                day_of("2026-03-17", "2026-03-17", "c"),
            ],
            None,
            id="a month leaves room for either day",
        ),
        pytest.param(
            "majority-of-origins",
            "place",
            [word("Buzău", "a"), word("Buzău", "b"), word("Ploieşti", "c")],
            "Buzău",
            id="the place of two origins",
        ),
        pytest.param(
            "majority-of-origins",
            "status",
            [word("occurred", "a", voice="official"), word("denied", "b")],
            None,
            id="done or denied",
        ),
        pytest.param(
            "official-first",
            "status",
            [word("occurred", "a"), word("denied", "b", voice="official")],
            "denied",
            id="officials deny it",
        ),
        pytest.param(
            "majority-of-origins",
            "wording",
            [word("we go", "a"), word("we go", "b"), word("we went", "c")],
            None,
            id="quoted words",
        ),
    ],
)
def test_what_a_policy_chooses(policy: str, attribute: Any, claims: list[Said], best: object) -> None:
    chosen = choose(POLICIES[policy].rule(attribute), claims)
    assert (chosen and chosen.best) == best


@pytest.mark.parametrize(
    ("rule", "claims", "steps", "aside"),
    [
        pytest.param(
            Rule(attributes=["count"], choose=["voice", "told_last"], voices=["official"]),
            [*OFFICIAL, said(20, "governor", day=3, voice="official")],
            ("voice", "told_last"),
            (),
            id="both steps",
        ),
        pytest.param(
            Rule(attributes=["count"], choose=["voice", "told_last"], voices=["official"]),
            OFFICIAL,
            ("voice",),
            (),
            id="the first is enough",
        ),
        pytest.param(
            Rule(attributes=["count"], choose=["lowest"], set_aside=["replaced", "hearsay"]),
            RISING,
            (),
            ("replaced",),
            id="what is left aside decides",
        ),
        pytest.param(
            Rule(attributes=["count"], choose=["told_first"], set_aside=["hearsay"]),
            [said(9, "a", day=1, hearsay=True), said(10, "b", day=2), said(11, "c", day=3)],
            ("told_first",),
            ("hearsay",),
            id="the first that is no hearsay",
        ),
        pytest.param(
            Rule(attributes=["count"], choose=["highest"]),
            [said(9, "a"), said(10, "b")],
            ("highest",),
            (),
            id="the highest",
        ),
    ],
)
def test_it_says_what_made_the_difference(
    rule: Rule, claims: list[Said], steps: tuple[str, ...], aside: tuple[str, ...]
) -> None:
    chosen = choose(rule, claims)
    assert chosen is not None
    assert (chosen.steps, chosen.aside) == (steps, aside)


def test_more_than_a_number_is_not_that_number() -> None:
    bound = said(300, "a", label="more than 300", high=None, above=True)
    assert choose(Rule(attributes=["count"], choose=["majority_of_origins"]), [bound, said(300, "b")]) is None


numbers = st.builds(
    lambda number, reach, origin, day, voice, replaced, hearsay: said(
        number,
        origin,
        day=day,
        label=f"{number} give or take {reach}",
        low=number - reach,
        high=number + reach,
        voice=voice,
        replaced=replaced,
        hearsay=hearsay,
    ),
    st.integers(0, 9),
    st.integers(0, 3),
    st.sampled_from("abcd"),
    st.integers(1, 4),
    st.sampled_from(["official", "agency", "state", "private", "social", "unknown"]),
    st.booleans(),
    st.booleans(),
)


@given(st.sampled_from(list(POLICIES.values())), st.lists(numbers, max_size=6), st.randoms())
def test_the_order_of_claims_is_of_no_account(policy: Any, claims: list[Said], chance: Any) -> None:
    mixed = list(claims)
    chance.shuffle(mixed)
    assert choose(policy.rule("count"), claims) == choose(policy.rule("count"), mixed)


@given(st.sampled_from(list(POLICIES.values())), st.lists(numbers, min_size=1, max_size=6))
def test_the_best_is_said_by_somebody_and_lies_within(policy: Any, claims: list[Said]) -> None:
    chosen = choose(policy.rule("count"), claims)
    if chosen is not None:
        assert chosen.said in claims
        assert chosen.best in (chosen.said.value, chosen.said.least, chosen.said.most)
        lows = [one.low for one in chosen.credible if isinstance(one.low, int)]
        highs = [one.high for one in chosen.credible if isinstance(one.high, int)]
        assert isinstance(chosen.best, int)
        assert min(lows) <= chosen.best <= max(highs)
