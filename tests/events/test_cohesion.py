"""Which event a clause without an event word goes on about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from event_making import claim, on

from workbench.claims import read_claims
from workbench.events.cohesion import PARAGRAPH, PLUPERFECT
from workbench.events.features import Features, features
from workbench.models import Block, Claim, Mention, Publication, Source

DAY = date(2025, 5, 3)
FIRE = ("yangın", "depo", "itfaiye")
RAID = ("baskın", "liman", "kaçakçı")


def story(*, opens: bool = False, back: bool = False, lemmas: tuple[str, ...] = ()) -> Features:
    """What goes on about a fire of the day or a raid told after it."""
    aspects = (*((PARAGRAPH,) if opens else ()), *((PLUPERFECT,) if back else ()))
    claims = [
        claim("s1", 0, "fire", date=on(DAY), lemmas=FIRE, context_start=0),
        claim(
            "s1",
            20,
            "crime",
            date=on(DAY - timedelta(90), at=20),
            lemmas=RAID,
            context_start=20,
            aspects=(PLUPERFECT,),
        ),
        claim("s1", 40, "crime", continues=True, lemmas=lemmas, context_start=40, aspects=aspects),
    ]
    return features(claims)[-1]


def meant(item: Features) -> str | None:
    """ "fire" or "raid"."""
    first, second = features([claim("s1", 0, "fire"), claim("s1", 20, "crime", date=on(DAY, at=20))])
    return {first.claim: "fire", second.claim: "raid"}.get(item.topic or "")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"back": True}, "raid", id="what looks back too goes on with the past"),
        pytest.param({"back": True, "lemmas": ("kaçakçı",)}, "raid", id="and names it again"),
        pytest.param({"back": True, "lemmas": ("depo", "itfaiye")}, "fire", id="unless it names the other"),
        pytest.param({"lemmas": ("itfaiye",)}, "fire", id="what does not look back returns"),
        pytest.param({"opens": True}, "fire", id="a new paragraph returns to what the report is about"),
        pytest.param({"lemmas": ("kaçakçı", "liman")}, "raid", id="what it names weighs more than the tense"),
    ],
)
def test_a_clause_goes_back_to_what_it_speaks_of(given: dict[str, object], expected: str) -> None:
    assert meant(story(**given)) == expected  # type: ignore[arg-type]


def test_a_clause_of_the_same_sentence_goes_on_with_it() -> None:
    claims = [
        claim("s1", 0, "fire", date=on(DAY), lemmas=FIRE, context_start=0),
        claim("s1", 20, "crime", lemmas=RAID, context_start=20),
        claim("s1", 40, "crime", continues=True, lemmas=FIRE, context_start=20),
    ]
    assert features(claims)[-1].topic == claims[1].id


def test_who_was_named_with_an_event_leads_back_to_it() -> None:
    def named(start: int, name: str) -> tuple[Mention, ...]:
        return (Mention(name, start, start + 5, "person", name),)

    claims = [
        claim("s1", 0, "fire", date=on(DAY), mentions=named(0, "Ece Su")),
        claim("s1", 20, "crime", date=on(DAY - timedelta(9), at=20), mentions=named(20, "Ali Kaya")),
        claim("s1", 40, "crime", continues=True, mentions=named(40, "Ece Su"), aspects=(PARAGRAPH,)),
    ]
    assert features(claims)[-1].topic == claims[0].id


def test_what_follows_a_clause_with_a_day_of_its_own_is_of_that_day() -> None:
    claims = [
        claim("s1", 0, "visit", date=on(DAY)),
        claim("s1", 20, "visit", continues=True, date=on(DAY + timedelta(3), at=20)),
        claim("s1", 40, "visit", continues=True),
    ]
    items = features(claims)
    assert items[2].topic == claims[1].id
    assert items[2].date == claims[1].date


def read(*paragraphs: str) -> list[Claim]:
    text = "\n\n".join(paragraphs)
    starts = [text.index(paragraph) for paragraph in paragraphs]
    blocks = tuple(Block(at, at + len(p), "paragraph") for at, p in zip(starts, paragraphs, strict=True))
    day = Publication(DAY, DAY, DAY, "day", "stated", "", "")
    return read_claims(
        Source("s1", "a.txt", None, None, day, "tr", None, "0" * 64, "utf-8", text, b"", blocks)
    )


def test_paragraphs_and_tenses_are_read() -> None:
    claims = read("Depoda yangın çıktı. İtfaiye geldi.", "Aynı depoda geçen yıl da yangın çıkmıştı.")
    assert [PARAGRAPH in c.aspects for c in claims] == [True, False, True]
    assert [PLUPERFECT in c.aspects for c in claims] == [False, False, True]
