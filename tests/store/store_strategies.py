"""Hypothesis strategies for whatever a store may be asked to keep."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from workbench import models
from workbench.models import (
    AttributeValue,
    Block,
    Claim,
    ClockTime,
    DateSpan,
    Decision,
    Discrepancy,
    Event,
    Link,
    Mention,
    Ordinal,
    Publication,
    Quantity,
    Quote,
    Reading,
    Source,
)

T = TypeVar("T")
Content = tuple[Source, list[Claim], list[Event], list[Link], list[Discrepancy], list[Decision]]

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe_words = st.none() | words
numbers = st.floats(allow_nan=False, allow_infinity=False)
offsets = st.integers(0, 10_000)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
word_tuples = st.lists(words, max_size=3).map(tuple)


def one_of(alias: object) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(alias))


def some(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


dates = st.builds(
    DateSpan, days, days, one_of(models.Precision), words, offsets, offsets, one_of(models.Basis)
)
times = st.builds(ClockTime, words, maybe_words, one_of(models.Modifier), words, offsets, offsets)
quantities = st.builds(
    Quantity,
    numbers,
    st.none() | numbers,
    st.none() | numbers,
    words,
    maybe_words,
    maybe_words,
    one_of(models.Scope),
    one_of(models.Modifier),
    words,
    offsets,
    offsets,
    st.booleans(),
    st.booleans(),
    maybe_words,
)
ordinals = st.builds(Ordinal, st.integers(-9, 9_999), words, words, offsets, offsets)
mentions = st.builds(Mention, words, offsets, offsets, one_of(models.MentionKind), words)
quotes = st.builds(Quote, words, offsets, offsets)
blocks = st.builds(Block, offsets, offsets, one_of(models.BlockKind), st.none() | dates)
publications = st.builds(
    Publication,
    days,
    days,
    days,
    one_of(models.Precision),
    st.sampled_from(["stated", "inferred"]),
    words,
    words,
)
sources = st.builds(
    Source,
    id=st.just("s1"),
    file=words,
    title=maybe_words,
    publisher=maybe_words,
    published=st.none() | publications,
    language=words,
    url=maybe_words,
    sha256=words,
    encoding=words,
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
    original=st.binary(max_size=60),
    blocks=some(blocks),
)


@st.composite
def claims_of(draw: st.DrawFn, source: Source, name: str) -> Claim:
    start = draw(st.integers(0, len(source.text)))
    end = draw(st.integers(start, len(source.text)))
    made = st.builds(
        Claim,
        id=st.just(name),
        source=st.just(source.id),
        start=st.just(start),
        end=st.just(end),
        text=st.just(source.text[start:end]),
        speaker=maybe_words,
        event_type=words,
        modality=one_of(models.Modality),
        date=st.none() | dates,
        dates=some(dates),
        times=some(times),
        place=maybe_words,
        participants=word_tuples,
        quantities=some(quantities),
        ordinals=some(ordinals),
        mentions=some(mentions),
        quotes=some(quotes),
        lemmas=word_tuples,
        context_start=offsets,
        context_end=offsets,
        heading=st.booleans(),
        continues=st.booleans(),
        aspects=word_tuples,
    )
    return draw(made)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    source = draw(sources)
    claims = [draw(claims_of(source, f"c{number}")) for number in range(3)]
    a, b, c = (claim.id for claim in claims)
    event = st.builds(
        Event,
        label=words,
        event_type=words,
        date=st.none() | dates,
        place=maybe_words,
        participants=word_tuples,
        ordinal=st.none() | st.integers(-9, 9_999),
        origins=st.integers(1, 99),
        id=st.just("e1"),
        claims=st.permutations([a, b]).map(tuple),
        parent=st.none() | st.just("e2"),
    )
    whole = Event("e2", draw(words), "other", (c,))
    link = Link(a, b, draw(numbers))
    either = numbers | words
    value = st.builds(
        AttributeValue,
        claim=st.sampled_from([a, b, c]),
        source=st.just(source.id),
        value=either,
        low=st.none() | either,
        high=st.none() | either,
        label=words,
        quote=words,
        start=offsets,
        end=offsets,
    )
    found = st.builds(
        Discrepancy,
        id=st.just("d1"),
        event=st.just("e1"),
        attribute=one_of(models.Attribute),
        key=words,
        verdict=one_of(models.Verdict),
        severity=one_of(models.Severity),
        values=some(value),
        why=words,
        suggestion=maybe_words,
        rule=maybe_words,
    )
    decision = st.builds(
        Decision,
        id=words,
        kind=one_of(models.DecisionKind),
        discrepancy=words,
        event=words,
        attribute=one_of(models.Attribute),
        key=words,
        claims=word_tuples,
        reviewer=words,
        at=words,
        label=maybe_words,
        value=st.none() | either,
        low=st.none() | either,
        high=st.none() | either,
        note=maybe_words,
        until=maybe_words,
        undoes=maybe_words,
        saw=some(word_tuples),
        readings=some(st.builds(Reading, words, either)),
    )
    log = draw(st.lists(decision, max_size=3, unique_by=lambda entry: entry.id))
    return source, claims, [draw(event), whole], [link], [draw(found)], log
