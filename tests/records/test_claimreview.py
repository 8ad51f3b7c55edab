"""Reviews: only what was decided, only as the reviewer's scale says, with the fields that are published."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from dossier_making import SOURCES, Case, claim, count, exported
from records_making import Origin, published, value
from told_twice import DIFFERENCE, HIGH, HIGH_CLAIM, LOW, LOW_CLAIM, VALUES

from workbench.errors import UsageError
from workbench.models import Decision
from workbench.records.claim_review import faults
from workbench.records.formats import claimreview
from workbench.records.relations import relations
from workbench.records.scale import read_scale, scale_in_force
from workbench.records.writing import Refusal, Settings
from workbench.words import speaking

SCALE = """
language = "en"
url = "https://example.org/{discrepancy}/{claim}"
best = 5
worst = 1
author = { name = "Checks", url = "https://example.org" }
[[ratings]]
relation = "differs"
attributes = ["count"]
name = "Wrong number"
value = 2
[[ratings]]
relation = "agrees"
name = "Correct"
value = 5
"""
WEB = {
    "sa": replace(SOURCES["sa"], url="https://news.example/a?x=1&y=<2>"),
    "sb": Origin("sb", "b.txt", published(date(2025, 3, 13)), title="</script><b>=1+1", publisher="AP"),
}


def decision(kind: Any, label: str | None = None, **fields: Any) -> Decision:
    given: dict[str, Any] = {"value": None, "low": None, "high": None} | fields
    about = ("d1", "e0123456789abcdef", "count", "killed", ("ca", "cb"))
    return Decision("k1", kind, *about, "ayse", "2026-02-01T23:30:00+03:00", label=label, **given)


def case(*decisions: Decision, sources: Any = WEB) -> Case:
    return Case([LOW_CLAIM, HIGH_CLAIM], [DIFFERENCE], decisions, sources)


@pytest.fixture
def scale(tmp_path: Path) -> Path:
    path = tmp_path / "scale.toml"
    path.write_text(SCALE, encoding="utf-8")
    return path


def reviews(made: Case, scale: Path) -> tuple[list[dict[str, Any]], list[Refusal]]:
    data, refused = exported(claimreview.WRITER, made.dossier(), settings=Settings(scale=read_scale(scale)))
    document = json.loads(data)
    assert document["@context"] == "https://schema.org"
    assert [faults(one) for one in document["@graph"]] == [[]] * len(document["@graph"])
    return document["@graph"], refused


def test_each_claim_is_rated_as_the_scale_says(scale: Path) -> None:
    (low, high), refused = reviews(case(decision("accept", "14", value=14.0, low=14.0, high=14.0)), scale)
    assert refused == []
    assert low["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Wrong number",
        "ratingValue": 2,
        "bestRating": 5,
        "worstRating": 1,
    }
    assert (low["url"], low["claimReviewed"]) == ("https://example.org/d1/ca", LOW)
    assert (low["datePublished"], low["reviewAspect"]) == ("2026-02-01", "count: killed")
    assert low["author"] == {"@type": "Organization", "name": "Checks", "url": "https://example.org"}
    assert low["itemReviewed"]["author"] == {"@type": "Organization", "name": "Reuters"}
    assert low["itemReviewed"]["datePublished"] == "2025-03-12"
    (work,) = low["itemReviewed"]["appearance"]
    assert (work["url"], work["headline"]) == ("https://news.example/a?x=1&y=%3C2%3E", "Takas")
    assert high["reviewRating"]["alternateName"] == "Correct"
    assert high["itemReviewed"]["author"] == {"@type": "Person", "name": "Elena Ruiz"}
    assert "appearance" not in high["itemReviewed"]  # a file's name is no address


def test_what_nobody_is_known_to_have_said_is_not_put_together(scale: Path) -> None:
    """Two articles without a publisher say the same: nothing tells that it is one claim."""
    sources = {key: replace(one, publisher=None, url=f"https://{key}.example/") for key, one in WEB.items()}
    claims = [LOW_CLAIM, replace(LOW_CLAIM, id="cb", source="sb")]
    differs = replace(DIFFERENCE, values=(value(claims[0], "12"), value(claims[1], "12")))
    found, refused = reviews(Case(claims, [differs], [decision("accept", "12")], sources), scale)
    assert [[work["url"] for work in one["itemReviewed"]["appearance"]] for one in found] == [
        ["https://sa.example/"],
        ["https://sb.example/"],
    ]
    assert refused == []


def test_what_was_decided_is_said_in_the_language_of_the_scale(scale: Path) -> None:
    scale.write_text(SCALE.replace('"en"', '"tr-TR"'), encoding="utf-8")
    (low, _), _ = reviews(case(decision("accept", "14")), scale)
    assert (low["inLanguage"], low["reviewAspect"]) == ("tr-TR", "sayı: can kaybı")


def test_nothing_in_it_can_end_a_script_element(scale: Path) -> None:
    sources = {
        key: replace(one, url="https://news.example/", title="</script>&\u2028") for key, one in WEB.items()
    }
    made = case(decision("accept", "14", value=14.0), sources=sources)
    data, _ = exported(claimreview.WRITER, made.dossier(), settings=Settings(scale=read_scale(scale)))
    assert not set(data.decode()) & set("<>&\u2028")
    assert json.loads(data)["@graph"][0]["itemReviewed"]["appearance"][0]["headline"] == "</script>&"


def test_without_a_scale_nothing_is_rated(monkeypatch: pytest.MonkeyPatch, scale: Path) -> None:
    monkeypatch.delenv("WORKBENCH_SCALE", raising=False)
    with pytest.raises(UsageError, match="Reviews need a scale"):
        exported(claimreview.WRITER, case(decision("accept", "14")).dossier())
    monkeypatch.setenv("WORKBENCH_SCALE", str(scale))
    data, _ = exported(claimreview.WRITER, case(decision("accept", "14")).dossier())
    assert len(json.loads(data)["@graph"]) == 2


@pytest.mark.parametrize(
    "entries", [(), (decision("defer"),), (decision("note"),)], ids=["none", "deferred", "note"]
)
def test_what_nobody_decided_is_not_reviewed(entries: tuple[Decision, ...], scale: Path) -> None:
    assert reviews(case(*entries), scale) == ([], [])


def test_what_the_scale_has_no_rating_for_is_left_out_and_said(scale: Path) -> None:
    found, refused = reviews(case(decision("unsettled")), scale)
    assert found == []
    assert [one.why for one in refused] == ["the scale has no rating for “unsettled” (unsettled)"] * 2


def test_what_new_evidence_has_opened_again_is_not_rated(scale: Path) -> None:
    third = claim(LOW, id="cc", quantities=(count(LOW, "12", 13),))
    wider = replace(DIFFERENCE, values=(*VALUES, value(third, "13")))
    made = replace(case(decision("accept", "14")), claims=[LOW_CLAIM, HIGH_CLAIM, third])
    found, refused = reviews(replace(made, discrepancies=[wider]), scale)
    assert found == []
    assert {one.why for one in refused} == {"it was decided, but is open again"}


def test_a_claim_of_nobody_is_left_out_and_said(scale: Path) -> None:
    sources = {key: replace(one, publisher=None, url=None) for key, one in WEB.items()}
    found, refused = reviews(case(decision("accept", "14"), sources=sources), scale)
    assert [one["claimReviewed"] for one in found] == [HIGH]
    assert [one.why for one in refused] == [
        "itemReviewed: nothing says whose claim it is, no speaker, publisher or address"
    ]


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        pytest.param(decision("accept", "12"), ["agrees", "differs"], id="accepted"),
        pytest.param(decision("supersede", "14"), ["superseded", "agrees"], id="replaced"),
        pytest.param(
            decision("enter", "13", value=13.0, low=13.0, high=13.0), ["differs", "differs"], id="entered"
        ),
        pytest.param(decision("range", low=13.0, high=15.0), ["differs", "agrees"], id="range"),
        pytest.param(decision("range", low=12.0, high=None), ["agrees", "agrees"], id="open range"),
        pytest.param(decision("unsettled"), ["unsettled", "unsettled"], id="unsettled"),
        pytest.param(decision("dismiss"), ["compatible", "compatible"], id="dismissed"),
        pytest.param(decision("different_events"), [], id="different events"),
        pytest.param(decision("defer"), [], id="deferred"),
    ],
)
def test_how_claims_stand_to_a_decision(taken: Decision, expected: list[str]) -> None:
    assert list(relations(DIFFERENCE, taken, {}).values()) == expected


@pytest.mark.parametrize(
    ("words", "bounds", "expected"),
    [
        pytest.param("13", {}, "differs", id="another number"),
        pytest.param("about 13", {"low": 11.0, "high": 15.0, "modifier": "about"}, "agrees", id="a range"),
        pytest.param("over 11", {"low": 11.0, "high": None, "modifier": "more_than"}, "agrees", id="a bound"),
        pytest.param(
            "over 12", {"low": 12.0, "high": None, "modifier": "more_than"}, "differs", id="beyond it"
        ),
    ],
)
def test_what_leaves_room_for_the_accepted_value_was_not_wrong(
    words: str, bounds: dict[str, Any], expected: str
) -> None:
    text = f"A missile killed {words} people."
    third = claim(text, id="cc", quantities=(count(text, words, float(words.split()[-1]), **bounds),))
    wider = replace(DIFFERENCE, values=(*VALUES, value(third, words)))
    accepted = decision("accept", "12", value=12.0, low=12.0, high=12.0)
    assert relations(wider, accepted, {"cc": third}) == {"12": "agrees", "14": "differs", words: expected}


def test_how_the_letters_of_a_name_are_typed_makes_no_difference() -> None:
    one, other = (
        replace(VALUES[0], value=name, low=None, high=None, label=name) for name in ("Kyiv", "Odesa")
    )
    about = replace(DIFFERENCE, attribute="place", values=(one, other))
    assert relations(about, decision("enter", "kyiv"), {}) == {"Kyiv": "agrees", "Odesa": "differs"}


def test_the_older_of_two_figures_was_not_wrong() -> None:
    replaced = replace(DIFFERENCE, verdict="superseded")
    assert relations(replaced, decision("accept", "14"), {}) == {"12": "superseded", "14": "agrees"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(('language = "en"', ""), "language", id="no language"),
        pytest.param(("/{discrepancy}/{claim}", ""), "url: {discrepancy}", id="one address for all"),
        pytest.param(
            ("https://example.org/{", "ftp://example.org/{"), "url: an address", id="no web address"
        ),
        pytest.param(("{claim}", "{clam}"), "url: an address", id="unknown place"),
        pytest.param(("best = 5", ""), "best, worst", id="values without ends"),
        pytest.param(("worst = 1", "worst = 0"), "worst: at least 1", id="worst below 1"),
        pytest.param(("value = 2", "value = 7"), "ratings.value: 7", id="value outside"),
        pytest.param(('"differs"', '"false"'), "ratings", id="unknown relation"),
        pytest.param(('["count"]', '["tolls"]'), "attributes", id="unknown attribute"),
        pytest.param(('"Correct"', '""'), "name", id="no name"),
        pytest.param(("[[ratings]]", "[[rating]]"), "rating", id="unknown key"),
    ],
)
def test_a_faulty_scale_is_named_with_its_key(change: tuple[str, str], said: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(SCALE.replace(*change), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_scale(path)
    assert "own.toml" in caught.value.detail and said in caught.value.detail


def test_a_scale_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file of a scale"):
        scale_in_force(tmp_path / "none.toml")


GOOD: dict[str, Any] = {
    "@type": "ClaimReview",
    "claimReviewed": "x",
    "url": "https://example.org/1",
    "datePublished": "2026-02-01",
    "author": {"@type": "Organization", "name": "Checks"},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "A"}},
}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"claimReviewed": " "}, "claimReviewed"),
        ({"url": "checks/1"}, "url"),
        ({"datePublished": "1 February"}, "datePublished"),
        ({"author": {"@type": "Thing", "name": "x"}}, "author"),
        ({"reviewRating": {"@type": "Rating"}}, "reviewRating.alternateName"),
        ({"reviewRating": {"@type": "Rating", "alternateName": "x", "ratingValue": 1}}, "reviewRating"),
        ({"itemReviewed": {"@type": "Claim"}}, "itemReviewed"),
        ({"itemReviewed": {"@type": "Claim", "appearance": {"url": "a.txt"}}}, "itemReviewed.appearance"),
    ],
)
def test_the_check_names_the_field_at_fault(change: dict[str, Any], said: str) -> None:
    assert faults(GOOD) == []
    assert [fault.partition(":")[0] for fault in faults(GOOD | change)] == [said]


def test_what_is_at_fault_is_said_in_the_readers_language() -> None:
    with speaking("tr"):
        assert faults(GOOD | {"claimReviewed": ""}) == ["claimReviewed: eksik"]
