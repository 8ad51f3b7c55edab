"""ACLED: its own columns and types of events, only where an article tells them, numbers on the low side."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from attacks import MARCHED, SHOT, exchange, fought, hit, march, shot, taken, talks
from dossier_making import SOURCES, Case, claim, count, day, exported, mention
from records_making import Origin, published

from workbench.languages.loader import load
from workbench.models import AttributeValue, Claim, Decision, Discrepancy
from workbench.records.coding.rules import codebook
from workbench.records.formats import acled
from workbench.records.writing import Made, Refusal

PUBLISHED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,"
    "admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,"
    "tags,timestamp"
)
"""Table 1 of the codebook, in its order."""


def table(*cases: Case) -> tuple[list[dict[str, str]], list[Refusal]]:
    data, refused = exported(acled.WRITER, *(case.dossier() for case in cases))
    return list(csv.DictReader(io.StringIO(data.decode()))), refused


def row(*claims: Claim, **fields: Any) -> dict[str, str]:
    rows, refused = table(Case(claims, **fields))
    assert refused == []
    return {key: value for key, value in rows[0].items() if value}


def test_the_columns_are_those_that_acled_publishes() -> None:
    data, _ = exported(acled.WRITER)
    assert data.decode().strip() == PUBLISHED
    assert len(PUBLISHED.split(",")) == 31


def test_an_attack_is_a_line() -> None:
    found = row(hit())
    assert found.pop("event_id_cnty").removeprefix("UKR").isdecimal()
    assert found == {
        "event_date": "2025-03-11",
        "year": "2025",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack",
        "actor1": "Military Forces of Russia",
        "inter1": "External/Other forces",
        "interaction": "External/Other forces only",
        "iso": "804",
        "region": "Europe",
        "country": "Ukraine",
        "location": "Kharkiv",
        "latitude": "49.9818",
        "longitude": "36.2548",
        "geo_precision": "1",
        "source": "Reuters",
        "source_scale": "International",
        "notes": f"{hit().text} (Reuters)",
        "fatalities": "12",
        "timestamp": "1769929200",
    }


@pytest.mark.parametrize(
    ("one", "sub_event_type", "actors", "interaction"),
    [
        pytest.param(
            fought(),
            "Armed clash",
            ("Military Forces of Russia", "Military Forces of Ukraine"),
            "State forces-External/Other forces",
            id="battle",
        ),
        pytest.param(shot(), "Attack", ("Boko Haram", "Civilians (Nigeria)"), None, id="against civilians"),
        pytest.param(
            taken("15 villagers"),
            "Abduction/forced disappearance",
            ("Boko Haram", "Civilians (Nigeria)"),
            None,
            id="taken away",
        ),
        pytest.param(
            exchange(),
            "Agreement",
            ("Government of Russia", "Government of Ukraine"),
            "External/Other forces-External/Other forces",
            id="exchange of prisoners",
        ),
        pytest.param(
            talks(),
            "Agreement",
            ("Government of Russia", "Government of Ukraine"),
            "External/Other forces-External/Other forces",
            id="talks, whose host is no party, of a delegation",
        ),
        pytest.param(
            march(), "Peaceful protest", ("Protesters (Georgia)", None), "Protesters only", id="march"
        ),
        pytest.param(
            march(f"{MARCHED[:-1]} and 40 were detained."),
            "Protest with intervention",
            ("Protesters (Georgia)", None),
            "Protesters only",
            id="dispersed",
        ),
        pytest.param(
            march(f"{MARCHED[:-1]} and looted shops."),
            "Violent demonstration",
            ("Rioters (Georgia)", None),
            "Rioters only",
            id="looting",
        ),
    ],
)
def test_types_of_events(
    one: Claim, sub_event_type: str, actors: tuple[str | None, str | None], interaction: str | None
) -> None:
    found = row(one)
    assert found["sub_event_type"] == sub_event_type
    assert (found["actor1"], found.get("actor2"), found.get("interaction")) == (*actors, interaction)


@pytest.mark.parametrize(
    ("words", "sub_event_type"),
    [
        ("bir hava saldırısında 12 people", "Air/drone strike"),
        ("füze isabet etti, 12 people", "Shelling/artillery/missile attack"),
        ("iha'larla vurdu, 12 people", "Air/drone strike"),
        ("mayına basan 12 people", "Remote explosive/landmine/IED"),
        ("canlı bomba kendini patlattı, 12 people", "Suicide bomb"),
        ("el bombası atıldı, 12 people", "Grenade"),
    ],
)
def test_words_of_turkish_articles_tell_the_type_too(words: str, sub_event_type: str) -> None:
    text = f"Rusya Harkiv'de: {words}."
    names = (mention(text, "Rusya", "state"), mention(text, "Harkiv", "place"))
    one = claim(
        text,
        mentions=names,
        participants=("Rusya",),
        place="Harkiv",
        quantities=(count(text, "12 people", 12),),
    )
    turkish = {"sa": replace(SOURCES["sa"], language="tr")}
    assert row(one, sources=turkish)["sub_event_type"] == sub_event_type


@pytest.mark.parametrize(
    ("one", "sub_event_type"),
    [
        pytest.param(shot(text=SHOT.replace(" in", " at a gold mine in")), "Attack", id="a gold mine"),
        pytest.param(shot(text=SHOT.replace(" in", " of Shell in")), "Attack", id="a company"),
        pytest.param(march("In Tbilisi 2000 people left a stone house."), "Peaceful protest", id="a house"),
        pytest.param(march("In Tbilisi 2000 people clashed."), "Violent demonstration", id="clashed"),
        pytest.param(
            march("In Tbilisi 2000 people threw stones."), "Violent demonstration", id="what is thrown"
        ),
    ],
)
def test_words_that_mean_something_else_tell_no_type(one: Claim, sub_event_type: str) -> None:
    assert row(one)["sub_event_type"] == sub_event_type


def test_a_turkish_tender_is_no_drone() -> None:
    pattern = codebook().words["air"]["tr"]
    assert not re.search(load("tr").any_inflected(pattern), "ihalede silahlı kavga")
    assert re.search(load("tr").any_inflected(pattern), "iha'lar vurdu")


def test_soldiers_who_are_taken_away_are_no_civilians() -> None:
    rows, refused = table(Case([taken("15 soldiers")]))
    assert (rows, refused[0].why[:35]) == ([], "the codebook has no type for it, or")


def test_harm_to_civilians_alone_is_marked() -> None:
    assert row(shot())["civilian_targeting"] == "Civilian targeting"
    assert "civilian_targeting" not in row(hit())


@pytest.mark.parametrize(
    ("last", "precision", "expected"),
    [
        pytest.param(11, "day", ("2025-03-11", "1"), id="a day"),
        pytest.param(17, "week", ("2025-03-14", "2"), id="the middle of a week"),
        pytest.param(31, "part_of_month", ("2025-03-21", "3"), id="the middle of what is left of a month"),
    ],
)
def test_how_exact_the_date_is(last: int, precision: Any, expected: tuple[str, str]) -> None:
    found = row(hit(date=day(date(2025, 3, 11), date(2025, 3, last), precision)))
    assert (found["event_date"], found["time_precision"]) == expected


def test_crowds_are_tagged() -> None:
    at_least = count(MARCHED, "2000 people", 2000, "person", low=2000.0, high=None)
    assert row(march())["tags"] == "crowd size=2000"
    assert row(march(quantities=(at_least,)))["tags"] == "crowd size=at least 2000"
    assert row(march(quantities=()))["tags"] == "crowd size=no report"


@pytest.mark.parametrize(
    ("publisher", "scale"),
    [("Ukrinform", "National"), ("Reuters", "International"), ("Somebody's page", None)],
)
def test_how_near_the_sources_are(publisher: str, scale: str | None) -> None:
    found = row(hit(), sources={"sa": replace(SOURCES["sa"], publisher=publisher)})
    assert found.get("source_scale") == scale


def test_sources_of_two_scales_are_both_named() -> None:
    other = Origin("sb", "b.txt", published(date(2025, 3, 12)), publisher="Ukrinform", language="en")
    found = row(hit(), hit(id="cb", source="sb"), sources=SOURCES | {"sb": other})
    assert (found["source"], found["source_scale"]) == ("Reuters; Ukrinform", "National-International")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        pytest.param(
            {"event_type": "visit"}, "the codebook has no type for it, or no article tells which", id="type"
        ),
        pytest.param({"place": None}, "its place is not known", id="no place"),
        pytest.param({"place": "Karadeniz"}, "in which state Karadeniz lies is not known", id="a sea"),
        pytest.param(
            {"place": "Ukrayna"}, "no more than the state in which it took place is known", id="a state"
        ),
        pytest.param({"date": None}, "its date is not known to the month", id="no date"),
        pytest.param(
            {"date": day(date(2025, 3, 11), date(2025, 3, 13), "range")},
            "it lasted several days: ACLED has a line for each",
            id="several days",
        ),
        pytest.param(
            {"modality": "planned"}, "it is not told as something that has taken place", id="planned"
        ),
        pytest.param({"participants": ()}, "nobody is named who did it", id="nobody named"),
    ],
)
def test_what_the_codebook_does_not_fit_is_left_out_and_said(fields: dict[str, Any], why: str) -> None:
    rows, refused = table(Case([hit(**fields)]))
    assert (rows, [one.why for one in refused]) == ([], [why])


def test_without_a_decision_the_lowest_number_counts() -> None:
    low, high = hit(), hit(14, id="cb", source="sb")
    later = Origin("sb", "b.txt", published(date(2025, 3, 20)), publisher="AP", language="en")
    values = tuple(
        AttributeValue(one.id, one.source, q.value, q.low, q.high, f"{q.value:g}", q.expr, q.start, q.end)
        for one in (low, high)
        for q in one.quantities
    )
    about = ("e0123456789abcdef", "count", "killed")
    found = Discrepancy("d1", *about, "conflict", "high", values, "why")  # type: ignore[arg-type]
    case = Case([low, high], [found], sources=SOURCES | {"sb": later})
    rows, _ = table(case)
    assert rows[0]["fatalities"] == "12"
    assert rows[0]["notes"].endswith("Reported fatalities: 12 to 14.")
    rows, _ = table(replace(case, policy="latest"))
    assert rows[0]["fatalities"] == "14"
    taken = Decision(
        *("k1", "accept", "d1", *about, ("ca", "cb"), "ayse", "2026-02-01T10:00:00+03:00", "14"),
        value=14.0,
        low=14.0,
        high=14.0,
    )
    rows, _ = table(replace(case, decisions=[taken]))
    assert (rows[0]["fatalities"], rows[0]["notes"].endswith("(Reuters)")) == ("14", True)


def test_without_a_decision_in_the_database_there_is_no_time() -> None:
    data, _ = exported(acled.WRITER, Case([hit()]).dossier(), made=Made("workbench 0", 1, "0"))
    assert next(csv.DictReader(io.StringIO(data.decode())))["timestamp"] == ""
