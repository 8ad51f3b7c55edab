"""GED: its own columns, only events that it is about, nothing in them that no article tells."""

import csv
import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from attacks import fought, hit, shot
from dossier_making import SOURCES, Case, claim, count, day, exported, mention
from records_making import Origin, published

from workbench.models import AttributeValue, Claim, Decision, Discrepancy
from workbench.records.formats import ged
from workbench.records.writing import Refusal, Settings

PUBLISHED = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
    "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,"
    "source_date,source_headline,source_original,where_prec,where_coordinates,where_description,"
    "adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,"
    "event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,"
    "deaths_unknown,best,high,low,gwnoa,gwnob"
)
"""The header of GED 23.1 and of the releases before and after it."""


def table(*cases: Case) -> tuple[list[dict[str, str]], list[Refusal]]:
    data, refused = exported(ged.WRITER, *(case.dossier() for case in cases))
    return list(csv.DictReader(io.StringIO(data.decode()))), refused


def row(*claims: Claim, **fields: Any) -> dict[str, str]:
    rows, refused = table(Case(claims, **fields))
    assert refused == []
    return {key: value for key, value in rows[0].items() if value}


def test_the_columns_are_those_that_ucdp_publishes() -> None:
    data, _ = exported(ged.WRITER)
    assert data.decode().strip() == PUBLISHED
    assert len(PUBLISHED.split(",")) == 49


def test_an_attack_is_a_line() -> None:
    second = Origin("sb", "b.txt", published(date(2025, 3, 11)), publisher="AP", language="en", title="Hit")
    found = row(
        hit(),
        hit(id="cb", source="sb", speaker="Elena Ruiz"),
        sources=SOURCES | {"sb": second},
    )
    numbered, relid = found.pop("id"), found.pop("relid")
    assert numbered.isdecimal() and len(numbered) <= 15 and relid == "workbench-e0123456789abcdef"
    assert found == {
        "year": "2025",
        "side_a": "Government of Russia (Soviet Union)",
        "gwnoa": "365",
        "number_of_sources": "2",
        "source_article": '"AP,2025-03-11,Hit";"Reuters,2025-03-12,Takas"',
        "source_office": "AP;Reuters",
        "source_date": "2025-03-11;2025-03-12",
        "source_headline": "Hit;Takas",
        "source_original": "Elena Ruiz",
        "where_prec": "1",
        "where_coordinates": "Kharkiv",
        "where_description": "Kharkiv, Ukraine",
        "latitude": "49.9818",
        "longitude": "36.2548",
        "geom_wkt": "POINT (36.2548 49.9818)",
        "priogrid_gid": "201313",
        "country": "Ukraine",
        "country_id": "369",
        "region": "Europe",
        "event_clarity": "1",
        "date_prec": "1",
        "date_start": "2025-03-11 00:00:00.000",
        "date_end": "2025-03-11 00:00:00.000",
        "deaths_a": "0",
        "deaths_b": "0",
        "deaths_civilians": "0",
        "deaths_unknown": "12",
        "best": "12",
        "high": "12",
        "low": "12",
    }


def test_the_dead_of_both_sides_are_told_apart() -> None:
    found = row(fought())
    assert {key: found[key] for key in ("type_of_violence", "side_a", "side_b", "gwnob")} == {
        "type_of_violence": "1",
        "side_a": "Government of Russia (Soviet Union)",
        "side_b": "Government of Ukraine",
        "gwnob": "369",
    }
    assert found["dyad_name"] == f"{found['side_a']} - {found['side_b']}"
    assert [found[key] for key in ("deaths_a", "deaths_b", "deaths_unknown", "best")] == [
        "15",
        "4",
        "0",
        "19",
    ]


def test_a_body_that_kills_civilians_is_one_sided_violence() -> None:
    found = row(shot())
    assert (found["type_of_violence"], found["side_a"], found["side_b"]) == ("3", "Boko Haram", "Civilians")
    assert (found["deaths_civilians"], found["country"], found["region"]) == ("9", "Nigeria", "Africa")
    assert "gwnoa" not in found


@pytest.mark.parametrize(
    ("last", "precision", "number", "clarity"),
    [
        pytest.param(11, "day", "1", "1", id="a day"),
        pytest.param(12, "range", "2", "2", id="two days"),
        pytest.param(16, "range", "2", "2", id="six days"),
        pytest.param(17, "week", "3", "2", id="a week"),
        pytest.param(31, "part_of_month", "4", "2", id="within a month"),
    ],
)
def test_how_exact_the_date_is(last: int, precision: Any, number: str, clarity: str) -> None:
    found = row(hit(date=day(date(2025, 3, 11), date(2025, 3, last), precision)))
    assert (found["date_prec"], found["event_clarity"]) == (number, clarity)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param("Harkiv", ("1", None, None, "Ukraine"), id="a town"),
        pytest.param("Bodrum", ("3", "Muğla", "Bodrum", "Turkey"), id="a district"),
        pytest.param("Diyarbakır", ("4", "Diyarbakır", None, "Turkey"), id="a province"),
        pytest.param("Teksas", ("4", "Teksas", None, "United States of America"), id="a federal state"),
        pytest.param("Suriye", ("6", None, None, "Syria"), id="a state"),
        pytest.param("Mali/Kidal", ("1", None, None, "Mali"), id="a town of which only the state is known"),
        pytest.param("Gazze", ("1", None, None, "Israel"), id="as UCDP counts it"),
    ],
)
def test_where_it_was(place: str, expected: tuple[str | None, ...]) -> None:
    found = row(hit(place=place))
    assert tuple(found.get(key) for key in ("where_prec", "adm_1", "adm_2", "country")) == expected


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        pytest.param({"event_type": "protest"}, "no event in which armed force was used", id="other type"),
        pytest.param({"quantities": ()}, "no death is told", id="no toll"),
        pytest.param({"number": 0.0, "expr": "0 people"}, "no death is told", id="none died"),
        pytest.param({"place": None}, "its place is not known", id="no place"),
        pytest.param({"place": "Karadeniz"}, "in which state Karadeniz lies is not known", id="a sea"),
        pytest.param({"date": None}, "its date is not known to the year", id="no date"),
        pytest.param(
            {"modality": "planned"}, "it is not told as something that has taken place", id="planned"
        ),
        pytest.param({"modality": "denied"}, "it is not told as something that has taken place", id="denied"),
        pytest.param({"participants": ()}, "nobody is named who used armed force", id="nobody named"),
        pytest.param({"participants": ("Ukrayna",)}, "nobody is named who used armed force", id="only where"),
    ],
)
def test_what_the_definition_does_not_fit_is_left_out_and_said(fields: dict[str, Any], why: str) -> None:
    rows, refused = table(Case([hit(**fields)]))
    assert (rows, [one.why for one in refused]) == ([], [why])


ATTRIBUTED = "Ukraine's President Elena Ruiz said that the attack killed 12 people."
OFFICE = "Ukraine's army said that the attack killed 12 people."
ABOVE = "An attack in Ukraine"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(
            claim(
                ATTRIBUTED,
                id="cb",
                speaker="Elena Ruiz",
                participants=("Ukrayna",),
                mentions=(
                    mention(ATTRIBUTED, "Ukraine", "state", "Ukrayna"),
                    mention(ATTRIBUTED, "Elena Ruiz", "person"),
                ),
                quantities=(count(ATTRIBUTED, "12 people", 12),),
            ),
            id="whose president tells of it",
        ),
        pytest.param(
            claim(
                OFFICE,
                id="cb",
                speaker="army",
                participants=("Ukrayna",),
                mentions=(mention(OFFICE, "Ukraine", "state", "Ukrayna"),),
                quantities=(count(OFFICE, "12 people", 12),),
            ),
            id="whose army tells of it",
        ),
        pytest.param(
            claim(
                ABOVE,
                id="cb",
                heading=True,
                participants=("Ukrayna",),
                mentions=(mention(ABOVE, "Ukraine", "state", "Ukrayna"),),
            ),
            id="in a heading",
        ),
    ],
)
def test_a_state_that_only_says_where_or_who_tells_is_no_party(other: Claim) -> None:
    found = row(hit(), other)
    assert (found["side_a"], found.get("side_b")) == ("Government of Russia (Soviet Union)", None)


def test_a_state_is_named_in_english_not_by_its_adjective() -> None:
    found = row(hit(place="Ukrayna"))
    assert found["where_prec"] == "6"
    assert (found["where_coordinates"], found["where_description"]) == ("Ukraine", "Ukraine")


def test_three_parties_are_for_a_person_to_sort_out() -> None:
    three = ("Rusya", "Ukrayna", "Boko Haram")
    rows, refused = table(Case([fought(id="cc", participants=three), shot()]))
    assert rows == []
    assert refused[0].why == "which two of these fought is not told: Rusya, Ukrayna, Boko Haram"


def test_what_is_left_out_is_named_in_the_language_of_the_export() -> None:
    case = Case([hit(date=None)])
    _, (refused,) = exported(ged.WRITER, case.dossier(), settings=Settings("tr"))
    assert (refused.label, refused.why) == ("saldırı, Harkiv, 11 Mart 2025", "hangi yılda olduğu bilinmiyor")


def difference(*claims: Claim) -> Discrepancy:
    values = tuple(
        AttributeValue(one.id, one.source, q.value, q.low, q.high, f"{q.value:g}", q.expr, q.start, q.end)
        for one in claims
        for q in one.quantities
    )
    return Discrepancy("d1", "e0123456789abcdef", "count", "killed", "conflict", "high", values, "why")


LOW, HIGH = hit(), hit(14, id="cb")


def test_an_open_toll_has_no_best_and_shares_nothing_out() -> None:
    found = row(LOW, HIGH, discrepancies=[difference(LOW, HIGH)])
    assert (found.get("best"), found["low"], found["high"]) == (None, "12", "14")
    assert not {key for key in found if key.startswith("deaths_")}


def test_a_decided_toll_is_best() -> None:
    about = ("d1", "e0123456789abcdef", "count", "killed", ("ca", "cb"))
    taken = Decision("k1", "accept", *about, "ayse", "2026-02-01T10:00:00+03:00", "14", 14.0, 14.0, 14.0)
    found = row(LOW, HIGH, discrepancies=[difference(LOW, HIGH)], decisions=[taken])
    assert [found[key] for key in ("low", "best", "high", "deaths_unknown")] == ["14", "14", "14", "14"]


def test_a_number_without_an_end_is_as_high_as_anybody_tells() -> None:
    open_end = count(LOW.text, "12 people", 12, low=12.0, high=None, modifier="at_least")
    found = row(replace(LOW, quantities=(open_end,)))
    assert (found["low"], found["best"], found["high"]) == ("12", "12", "12")


def test_a_title_that_is_a_formula_is_text() -> None:
    found = row(hit(), sources={"sa": replace(SOURCES["sa"], title="=1+1", publisher="@SUM(A1)")})
    assert (found["source_headline"], found["source_office"]) == ("'=1+1", "'@SUM(A1)")
