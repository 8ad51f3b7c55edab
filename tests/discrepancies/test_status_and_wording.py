"""How far it got, how it was worded, and smaller facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from discrepancy_making import FIRST, event_of, found, labels, number, only, origin, sound, told

from workbench.discrepancies.wording import changed


def stage(modality: str) -> dict[str, Any]:
    """The fields of a claim that tells how far the event itself got."""
    aspects = ("denies=that it took place",) if modality == "denied" else ()
    return {"modality": modality, "aspects": aspects}


STATUS: list[tuple[str, str, list[str], list[str]]] = [
    ("done by both", "prisoner_exchange", ["occurred", "occurred"], []),
    ("done and denied", "prisoner_exchange", ["occurred", "denied"], ["conflict"]),
    ("agreed, then carried out", "prisoner_exchange", ["agreed", "occurred"], ["superseded"]),
    ("planned, then carried out", "talks", ["planned", "occurred"], ["superseded"]),
    ("only planned", "talks", ["planned", "proposed"], []),
    ("planned and denied", "talks", ["planned", "denied"], []),
    ("what strikes by itself", "earthquake", ["occurred", "denied"], []),
    ("an attack and its denial", "attack", ["occurred", "denied"], ["conflict"]),
    ("an attack has no stages", "attack", ["planned", "occurred"], []),
]


@pytest.mark.parametrize(
    ("kind", "modalities", "expected"), [pytest.param(*case, id=name) for name, *case in STATUS]
)
def test_how_far_it_got(kind: str, modalities: list[str], expected: list[str]) -> None:
    claims = [told(f"s{n}", kind, **stage(how)) for n, how in enumerate(modalities, 1)]
    for order in (claims, claims[::-1]):
        assert [d.verdict for d in only(found(*order), "status")] == expected


def test_done_agreed_and_denied_are_two_matters() -> None:
    claims = [
        told("s1", modality="agreed"),
        told("s2", modality="occurred"),
        told("s3", **stage("denied")),
    ]
    differences = only(found(*claims), "status")
    assert {d.verdict for d in differences} == {"conflict", "superseded"}
    assert len({d.id for d in differences}) == len({d.key for d in differences}) == 2


def test_a_denial_may_go_on_about_the_event() -> None:
    claims = [told("s1"), told("s2", continues=True, **stage("denied"))]
    assert [d.verdict for d in only(found(*claims), "status")] == ["conflict"]


DENIED: list[tuple[str, dict[str, Any], dict[str, Any], list[str]]] = [
    ("announced, and denied by another", {"modality": "planned"}, {"speaker": "Ayşe Ak"}, ["conflict"]),
    (
        "announced and denied by one speaker",
        {"modality": "planned", "speaker": "Ayşe Ak"},
        {"speaker": "Ayşe Ak"},
        [],
    ),
    ("denied days later", {"modality": "planned"}, {"source": "s2", "speaker": "Ayşe Ak"}, []),
    ("only proposed", {"modality": "proposed"}, {"speaker": "Ayşe Ak"}, []),
    (
        "going on about what was told before",
        {"modality": "planned"},
        {"speaker": "Ayşe Ak", "continues": True},
        ["conflict"],
    ),
]


@pytest.mark.parametrize(
    ("stated", "denial", "expected"), [pytest.param(*case, id=name) for name, *case in DENIED]
)
def test_what_is_announced_may_be_denied(
    stated: dict[str, Any], denial: dict[str, Any], expected: list[str]
) -> None:
    source = denial.pop("source", "s1")
    claims = [told("s1", "talks", **stated), told(source, "talks", start=40, **stage("denied") | denial)]
    assert [d.verdict for d in only(found(*claims), "status")] == expected


COUNTED: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("the same number", {}, {}, True),
    ("another number", {}, {"quantities": number(30, "prisoner")}, False),
    ("only proposed", {"modality": "proposed"}, {}, False),
    ("a number that says nothing", {"quantities": number(2)}, {"quantities": number(2)}, False),
]


@pytest.mark.parametrize(
    ("plan", "deed", "progress"), [pytest.param(*case, id=name) for name, *case in COUNTED]
)
def test_what_was_announced_is_known_by_its_number(
    plan: dict[str, Any], deed: dict[str, Any], progress: bool
) -> None:
    both: dict[str, Any] = {"quantities": number(46, "prisoner")}
    claims = [
        told("s1", "agreement", **both | {"modality": "planned"} | plan),
        told("s2", "other", **both | {"continues": True} | deed),
    ]
    assert [d.verdict for d in only(found(*claims), "status")] == ["superseded"] * progress


def test_who_denies_a_deed_answers_those_who_blame_them() -> None:
    attack = told("s1", "attack")
    blamed = told("s1", "attack", start=40, participants=("Husiler",))
    denial = told(
        "s2", "attack", modality="denied", participants=("Husiler",), aspects=("denies=that it did it",)
    )
    (conflict,) = only(found(attack, blamed, denial), "status")
    assert {v.claim for v in conflict.values} == {blamed.id, denial.id}
    assert not only(found(attack, denial), "status"), "nobody was named"


def test_an_agreement_takes_place_by_being_agreed() -> None:
    claims = [told("s1", "agreement", modality="agreed"), told("s2", "agreement")]
    assert not only(found(*claims), "status")
    planned = [told("s3", "agreement", modality="planned"), *claims]
    (progress,) = only(found(*planned), "status")
    assert (progress.verdict, labels(progress)) == ("superseded", {"planned", "agreed"})
    assert progress.why == "It went from planned to agreed: this is progress."


def test_what_denies_only_an_outcome_does_not_deny_the_event() -> None:
    claims = [told("s1", "talks"), told("s2", "talks", modality="denied")]
    assert not only(found(*claims), "status"), "“they did not agree”"


SIZED: dict[str, Any] = {"quantities": number(1000)}
ON_ONE_DAY: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("one day, one article", {}, {"source": "s1"}, True),
    ("one day, shared parties", {"participants": ("Ukrayna",)}, {"participants": ("Ukrayna heyeti",)}, True),
    ("bodies, and an exchange of prisoners", {"event_type": "body_repatriation"}, {"source": "s1"}, True),
    ("one day, others", {"participants": ("Ukrayna",)}, {"participants": ("Rusya",)}, False),
    ("a further exchange of other size", SIZED, {"source": "s1", "quantities": number(300)}, False),
    ("told later", {}, {"source": "s1", "aspects": ("told=2025-05-09",)}, False),
    ("a meeting", {"event_type": "meeting"}, {"source": "s1", "event_type": "meeting"}, False),
]


@pytest.mark.parametrize(
    ("agreed", "proposed", "differs"), [pytest.param(*case, id=name) for name, *case in ON_ONE_DAY]
)
def test_agreed_or_only_proposed(agreed: dict[str, Any], proposed: dict[str, Any], differs: bool) -> None:
    sources = {name: origin(name, FIRST) for name in ("s1", "s2")}
    a = told("s1", **{"event_type": "prisoner_exchange", "modality": "agreed"} | agreed)
    other = {
        "source": "s2",
        "event_type": "prisoner_exchange",
        "modality": "proposed",
    } | proposed
    b = told(other.pop("source"), start=40, **other)
    differences = found(a, b, sources=sources, events=[event_of([a], "e1"), event_of([b], "e2")])
    assert [(d.event, d.verdict) for d in only(differences, "status")] == (
        [("e1", "tension")] if differs else []
    )
    assert all(sound(d, [a, b]) for d in differences)


def test_progress_suggests_the_furthest_stage() -> None:
    claims = [told("s1", modality="agreed"), told("s2", modality="occurred")]
    (difference,) = only(found(*claims), "status")
    assert labels(difference) == {"agreed", "carried out"}
    assert difference.suggestion == "carried out"
    assert sound(difference, claims)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"continues": True, "aspects": ()}, id="a clause that goes on"),
        pytest.param({"event_type": "agreement"}, id="a clause of another type"),
    ],
)
def test_only_clauses_about_the_event_tell_how_far_it_got(changes: dict[str, Any]) -> None:
    kind = changes.pop("event_type", "prisoner_exchange")
    claims = (told("s1"), told("s2", kind, **stage("denied") | changes))
    assert only(found(*claims, event_type="prisoner_exchange"), "status") == []


SAID = "Heyetler yarın sabah yeniden aynı masaya oturacak"
WORDING: list[tuple[str, str, str, bool]] = [
    ("word for word", SAID, SAID, False),
    ("other case and marks", SAID, SAID.upper().replace("I", "İ") + "!", False),
    ("one word changed", SAID, SAID.replace("yarın", "pazartesi"), True),
    ("a word left out in the middle", SAID, SAID.replace("aynı ", ""), True),
    ("shortened at the end", SAID, "Heyetler yarın sabah yeniden aynı masaya", False),
    ("other words altogether", SAID, "Köprünün ayakları bu kış hiç onarılmadı maalesef", False),
    ("too short to compare", "Yarın geliyoruz", "Bugün geliyoruz", False),
]


@pytest.mark.parametrize(("a", "b", "differs"), [pytest.param(*case, id=name) for name, *case in WORDING])
def test_two_renderings(a: str, b: str, differs: bool) -> None:
    claims = (told("s1", quotes=a, speaker="X Y"), told("s2", quotes=b, speaker="X Y"))
    differences = only(found(*claims), "wording")
    assert [(d.verdict, d.severity) for d in differences] == ([("tension", "low")] if differs else [])
    assert all(sound(d, claims) for d in differences)


@pytest.mark.parametrize(
    ("source", "speaker"),
    [pytest.param("s2", "V W", id="another speaker"), pytest.param("s1", "X Y", id="one source")],
)
def test_renderings_that_are_not_compared(source: str, speaker: str) -> None:
    other = told(source, quotes=SAID.replace("yarın", "bugün"), speaker=speaker, start=200)
    assert only(found(told("s1", quotes=SAID, speaker="X Y"), other), "wording") == []


def test_a_quotation_shared_by_two_claims_is_compared_once() -> None:
    other = SAID.replace("yarın", "bugün")
    claims = (told("s1", quotes=SAID), told("s2", quotes=other), told("s2", quotes=other, id="c-more"))
    assert len(only(found(*claims), "wording")) == 1


LONGER = f"Bu kez umutluyuz. {SAID.replace('yarın', 'pazartesi')}, ondan sonra da herkes evine dönecek"


def test_a_part_of_a_longer_quotation_is_held_against_its_like() -> None:
    (difference,) = found(told("s1", quotes=SAID), told("s2", quotes=LONGER))
    assert labels(difference) == {"Heyetler yarın sabah", "Heyetler pazartesi sabah"}
    assert all(v.quote == v.value and v.end - v.start == len(v.quote) for v in difference.values)
    assert not found(told("s1", quotes=SAID), told("s2", quotes=LONGER.replace("pazartesi", "yarın")))


def test_a_translation_has_other_words_by_nature() -> None:
    english = {"s1": origin("s1", FIRST), "s2": replace(origin("s2", FIRST), language="en")}
    claims = (told("s1", quotes=SAID), told("s2", quotes=SAID.replace("yarın", "pazartesi")))
    assert not found(*claims, sources=english)


def test_the_changed_words_are_named() -> None:
    assert changed("Heyetler yarın sabah gelir", "Heyetler bugün gelir") == [("yarın sabah", "bugün")]
    assert changed("Iğdır'a geldi", "ığdır'a GELDİ") == []
    claims = (told("s1", quotes=SAID), told("s2", quotes=SAID.replace("yarın", "pazartesi")))
    (difference,) = only(found(*claims), "wording")
    assert "yarın" in difference.why
    assert "pazartesi" in difference.why


ASPECTS: list[tuple[str, tuple[str, ...], tuple[str, ...], list[tuple[str, str]]]] = [
    ("one initiator", ("initiator=A B",), ("initiator=A B",), []),
    ("two initiators", ("initiator=A B",), ("initiator=C D",), [("participants", "initiator")]),
    ("two roles", ("role=mediator",), ("role=venue",), [("wording", "role")]),
    (
        "progress and none",
        ("progress=progress",),
        ("progress=no progress",),
        [("wording", "progress")],
    ),
    ("another matter", ("role=mediator",), ("progress=progress",), []),
    ("when it was told is no matter of dispute", ("told=2025-05-04",), ("told=2025-05-09",), []),
]


@pytest.mark.parametrize(("a", "b", "expected"), [pytest.param(*case, id=name) for name, *case in ASPECTS])
def test_smaller_facts(a: tuple[str, ...], b: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    claims = (told("s1", "talks", aspects=a), told("s2", "talks", aspects=b))
    differences = found(*claims)
    assert [(d.attribute, d.key) for d in differences] == expected
    assert all(d.verdict == "tension" and sound(d, claims) for d in differences)


PHASES: list[tuple[str, str, str, bool]] = [
    ("forwards", "preparing", "begun", False),
    ("still there", "begun", "begun", False),
    ("backwards", "begun", "preparing", True),
    ("what is complete may be a part", "completed", "begun", False),
]


@pytest.mark.parametrize(
    ("early", "late", "differs"), [pytest.param(*case, id=name) for name, *case in PHASES]
)
def test_work_does_not_go_backwards(early: str, late: str, differs: bool) -> None:
    claims = (
        told("s1", "energy", aspects=(f"phase={early}",)),
        told("s2", "energy", aspects=(f"phase={late}",)),
    )
    assert [d.key for d in only(found(*claims), "status")] == (["phase"] if differs else [])


def test_phases_told_on_one_day_are_not_ordered() -> None:
    sources = {"s1": origin("s1", FIRST), "s2": origin("s2", FIRST)}
    claims = (
        told("s1", "energy", aspects=("phase=completed",)),
        told("s2", "energy", aspects=("phase=begun",)),
    )
    assert found(*claims, sources=sources) == []


ELSEWHERE: list[tuple[str, dict[str, Any], int]] = [
    ("another event, weeks before", {}, 1),
    ("another speaker", {"speaker": "Beth Blue"}, 0),
    ("the same words", {"quotes": "limanlar bize aittir ve hep öyle kalacak"}, 0),
    ("months before", {"source": "s0"}, 0),
]


@pytest.mark.parametrize(("early", "shown"), [pytest.param(*case, id=name) for name, *case in ELSEWHERE])
def test_words_printed_with_another_event(early: dict[str, Any], shown: int) -> None:
    sources = {
        "s0": origin("s0", date(2024, 5, 4)),
        "s1": origin("s1", FIRST),
        "s2": origin("s2", date(2025, 6, 9)),
    }
    words = {"speaker": "Ayşe Ak", "quotes": "limanlar size aittir ve hep öyle kalacak"} | early
    first = told(words.pop("source", "s1"), "visit", **words)
    second = told("s2", "talks", speaker="Ayşe Ak", quotes="limanlar bize aittir ve hep öyle kalacak")
    events = [event_of([first], "e1"), event_of([second], "e2")]
    wordings = only(found(first, second, events=events, sources=sources), "wording")
    assert [d.event for d in wordings] == ["e2"] * shown
