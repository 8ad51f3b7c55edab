"""Days and times of one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from discrepancy_making import SOURCES, at, found, labels, on, only, sound, told

from workbench.models import Claim

MAY_3, MAY_4, MAY_9, JUNE_4 = date(2025, 5, 3), date(2025, 5, 4), date(2025, 5, 9), date(2025, 6, 4)
LISTED = on(MAY_9, basis="inherited")
ELSEWHERE = replace(LISTED, expr_start=50, expr_end=51)

DATES: list[tuple[str, str, dict[str, Any], dict[str, Any], str | None]] = [
    ("one day", "talks", {"date": on(MAY_3)}, {"date": on(MAY_3)}, None),
    ("two days", "talks", {"date": on(MAY_3)}, {"date": on(MAY_4)}, "conflict"),
    ("two days of an exchange", "prisoner_exchange", {"date": on(MAY_3)}, {"date": on(MAY_4)}, "conflict"),
    ("a range against one of its days", "talks", {"date": on(MAY_3, MAY_4)}, {"date": on(MAY_3)}, "tension"),
    ("a range of what may last", "visit", {"date": on(MAY_3, MAY_4)}, {"date": on(MAY_3)}, None),
    ("a visit of two days", "visit", {"date": on(MAY_3)}, {"date": on(MAY_4)}, None),
    (
        "a plan that moved",
        "talks",
        {"date": on(MAY_3), "modality": "planned"},
        {"date": on(MAY_4), "modality": "planned"},
        "superseded",
    ),
    (
        "planned for one day, held on another",
        "talks",
        {"date": on(MAY_3), "modality": "proposed"},
        {"date": on(MAY_4)},
        "superseded",
    ),
    (
        "planned for the day it was held",
        "talks",
        {"date": on(MAY_3), "modality": "planned"},
        {"date": on(MAY_3)},
        None,
    ),
    (
        "the day of publication is no statement",
        "talks",
        {"date": on(MAY_3)},
        {"date": on(MAY_9, basis="publication")},
        None,
    ),
    ("nor is one inherited from elsewhere", "talks", {"date": on(MAY_3)}, {"date": ELSEWHERE}, None),
    ("one day of a list in the clause", "talks", {"date": on(MAY_3)}, {"date": LISTED}, "conflict"),
    ("a long stretch is no date", "talks", {"date": on(MAY_3)}, {"date": on(MAY_4, JUNE_4)}, None),
    ("nor is one that goes on", "talks", {"date": on(MAY_3)}, {"date": on(MAY_4), "continues": True}, None),
    (
        "clauses that go on about one moment",
        "aid_delivery",
        {"date": on(MAY_3), "continues": True, "lemmas": ("konvoy", "kent", "ulas")},
        {"date": on(MAY_4), "continues": True, "lemmas": ("konvoy", "dun", "kent", "ulas")},
        "conflict",
    ),
    (
        "the signing of an agreement",
        "agreement",
        {"date": on(MAY_3), "modality": "agreed"},
        {"date": on(MAY_4)},
        "conflict",
    ),
    ("what is told for months", "trade", {"date": on(MAY_3)}, {"date": on(MAY_9)}, None),
    ("no dates", "talks", {}, {}, None),
]


@pytest.mark.parametrize(
    ("kind", "a", "b", "expected"), [pytest.param(*case, id=name) for name, *case in DATES]
)
def test_two_dates(kind: str, a: dict[str, Any], b: dict[str, Any], expected: str | None) -> None:
    claims = (told("s1", kind, **a), told("s2", kind, **b))
    verdicts = [d.verdict for d in only(found(*claims), "date")]
    assert verdicts == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        pytest.param("aid_delivery", {}, id="the steps of a delivery"),
        pytest.param("earthquake", {"continues": True, "lemmas": ("ekip", "ara", "son")}, id="what goes on"),
    ],
)
def test_one_article_may_tell_of_several_days(kind: str, fields: dict[str, Any]) -> None:
    claims = [told("s1", kind, date=on(day), start=n * 40, **fields) for n, day in enumerate((MAY_3, MAY_4))]
    assert not only(found(*claims), "date")


def test_a_claim_of_another_type_does_not_date_the_event() -> None:
    claims = (told("s1", "talks", date=on(MAY_3)), told("s2", "visit", date=on(MAY_4)))
    assert only(found(*claims, event_type="talks"), "date") == []


def test_a_claim_of_a_type_that_reports_use_for_it_dates_the_event() -> None:
    claims = (told("s1", "talks", date=on(MAY_3)), told("s2", "meeting", date=on(MAY_4)))
    assert [d.verdict for d in only(found(*claims, event_type="talks"), "date")] == ["conflict"]


PAIR = ("Ayşe Ak", "Beth Blue")
VISITS: list[tuple[str, str, str, tuple[str, ...], bool]] = [
    ("the two met, each on its day", "Ak, Blue ile görüştü.", "Ak ve Blue bir araya geldi.", PAIR, True),
    ("only one tells of a meeting", "Ak, Blue ile görüştü.", "Ak, Blue'nun ülkesini gezdi.", PAIR, False),
    (
        "another was met the next day",
        "Ak, Blue ile görüştü.",
        "Ak, Can ile görüştü.",
        ("Ayşe Ak", "C Can"),
        False,
    ),
]


@pytest.mark.parametrize(
    ("a", "b", "others", "differs"), [pytest.param(*case, id=name) for name, *case in VISITS]
)
def test_people_meet_on_one_day_of_a_visit(a: str, b: str, others: tuple[str, ...], differs: bool) -> None:
    claims = (
        told("s1", "visit", text=a, end=len(a), people=PAIR, date=on(MAY_3)),
        told("s2", "visit", text=b, end=len(b), people=others, date=on(MAY_4)),
    )
    assert [d.verdict for d in only(found(*claims), "date")] == (["tension"] if differs else [])


def test_a_date_conflict_is_grave_and_names_both_days() -> None:
    claims = (told("s1", "talks", date=on(MAY_3)), told("s2", "talks", date=on(MAY_4)))
    (difference,) = only(found(*claims), "date")
    assert difference.severity == "high"
    assert labels(difference) == {"3 May 2025", "4 May 2025"}
    assert {(v.value, v.low, v.high) for v in difference.values} == {
        ("2025-05-03",) * 3,
        ("2025-05-04",) * 3,
    }
    assert sound(difference, claims)
    assert difference.suggestion is None


def test_the_day_it_was_held_is_suggested_over_the_day_it_was_planned_for() -> None:
    claims = (
        told("s1", "talks", date=on(MAY_3), modality="planned"),
        told("s2", "talks", date=on(MAY_4)),
    )
    (difference,) = only(found(*claims), "date")
    assert difference.suggestion == "4 May 2025"
    assert difference.rule


TIMES: list[tuple[str, str, Any, Any, bool]] = [
    ("the same", "earthquake", at("14:20"), at("14:20"), False),
    ("a minute off", "earthquake", at("14:20"), at("14:21"), False),
    ("five minutes off", "earthquake", at("14:20"), at("14:25"), True),
    ("about, and near", "earthquake", at("14:20", "about"), at("14:30"), False),
    ("about, and far", "earthquake", at("14:20", "about"), at("15:30"), True),
    ("after a time", "earthquake", at("14:20", "more_than"), at("15:30"), False),
    ("what lasts has no moment", "visit", at("14:20"), at("18:00"), False),
]


@pytest.mark.parametrize(
    ("kind", "a", "b", "differs"), [pytest.param(*case, id=name) for name, *case in TIMES]
)
def test_two_times(kind: str, a: Any, b: Any, differs: bool) -> None:
    claims = (told("s1", kind, times=a), told("s2", kind, times=b))
    differences = only(found(*claims), "time")
    assert [d.verdict for d in differences] == (["conflict"] if differs else [])
    assert all(sound(d, claims) for d in differences)


def zoned(value: str, zone: str | None) -> Any:
    return replace(at(value), zone=zone)


ZONES: list[tuple[str, Any, Any, str, str | None]] = [
    ("one moment in two zones", zoned("11:20", "GMT"), zoned("14:20", "TSİ"), "tr", None),
    ("one moment, past midnight", zoned("22:30", "UTC"), zoned("01:30", "TSİ"), "tr", None),
    ("two moments in two zones", zoned("13:20", "GMT"), zoned("14:20", "TSİ"), "tr", "conflict"),
    ("one zone", zoned("13:20", "GMT"), zoned("14:20", "GMT"), "tr", "conflict"),
    ("one zone is not said: whole hours", zoned("11:20", "GMT"), zoned("14:20", None), "tr", "tension"),
    ("one zone is not said: not whole hours", zoned("11:20", "GMT"), zoned("14:47", None), "tr", "conflict"),
    ("local time", zoned("09:20", "local time"), zoned("14:20", "TSİ"), "tr", "tension"),
    ("no zones, one language", zoned("11:20", None), zoned("14:20", None), "tr", "conflict"),
    ("no zones, two languages", zoned("11:20", None), zoned("14:20", None), "en", "tension"),
]


@pytest.mark.parametrize(
    ("a", "b", "language", "expected"), [pytest.param(*case, id=name) for name, *case in ZONES]
)
def test_times_of_two_zones(a: Any, b: Any, language: str, expected: str | None) -> None:
    sources = SOURCES | {"s2": replace(SOURCES["s2"], language=language)}
    claims = (told("s1", "earthquake", times=a), told("s2", "earthquake", times=b))
    assert [d.verdict for d in only(found(*claims, sources=sources), "time")] == (
        [expected] if expected else []
    )


def test_times_of_two_zones_are_shown_in_one() -> None:
    times = (zoned("11:20", "GMT"), zoned("14:20", "TSİ"), zoned("16:00", "TSİ"))
    claims = [told(f"s{n}", "earthquake", times=time) for n, time in enumerate(times, 1)]
    (difference,) = only(found(*claims), "time")
    assert [v.label for v in difference.values] == ["11:20", "13:00", "11:20"]
    assert "11:20 and 13:00 (GMT)" in difference.why


@pytest.mark.parametrize(
    ("text", "expr", "language"),
    [
        pytest.param("18.00 itibarıyla 3 yaralı var.", "18.00 itibarıyla", "tr", id="itibarıyla"),
        pytest.param("as of 18:00 three were hurt", "18:00", "en", id="as of"),
    ],
)
def test_a_time_of_telling_is_not_that_of_the_event(text: str, expr: str, language: str) -> None:
    start = text.index(expr)
    as_of = replace(at("18:00"), expr=expr, start=start, end=start + len(expr))
    sources = SOURCES | {"s2": replace(SOURCES["s2"], language=language)}
    claims = (
        told("s1", "earthquake", times=at("14:20")),
        told("s2", "earthquake", times=as_of, text=text, end=len(text)),
    )
    assert not only(found(*claims, sources=sources), "time")


def test_two_times_in_one_claim_are_a_beginning_and_an_end() -> None:
    claim = told("s1", "talks", times=(at("14:20"), at("18:00")))
    assert only(found(claim), "time") == []


def test_a_time_of_what_goes_on_is_not_the_event_s() -> None:
    claims = (
        told("s1", "earthquake", times=at("14:20")),
        told("s2", "earthquake", times=at("18:00"), continues=True),
    )
    assert only(found(*claims), "time") == []


def weekday_beside(day: date, weekday: int, basis: str = "absolute") -> Claim:
    return told("s1", "talks", date=replace(on(day, basis=basis), weekday=weekday))


@pytest.mark.parametrize(
    ("basis", "verdict"),
    [
        pytest.param("absolute", "conflict", id="the year is said"),
        pytest.param("year_from_publication", "tension", id="the year is inferred"),
    ],
)
def test_a_weekday_that_is_not_the_day_s_contradicts_it(basis: str, verdict: str) -> None:
    claim = weekday_beside(MAY_3, 4, basis)  # a Saturday told as a Friday
    (difference,) = only(found(claim), "date")
    assert (difference.verdict, difference.key) == (verdict, "weekday")
    assert [(v.label, v.value) for v in difference.values] == [
        ("3 May 2025", "2025-05-03"),
        ("Friday, 2 May 2025", "2025-05-02"),
    ]
    assert difference.why == (
        "One statement gives 3 May 2025 and Friday for one day, but 3 May 2025 is a Saturday: "
        "the day or the weekday is wrong."
    )
    assert sound(difference, (claim,))


def test_the_nearest_such_weekday_is_offered() -> None:
    (difference,) = only(found(weekday_beside(MAY_3, 0)), "date")
    assert difference.values[1].label == "Monday, 5 May 2025"


def test_a_weekday_of_a_date_carried_over_is_not_told_again() -> None:
    assert only(found(weekday_beside(MAY_3, 4, "inherited")), "date") == []
