"""Calendars: opened by a calendar's own reader, whole days, nothing of an article taken for markup."""

from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest
from dossier_making import Case, claim, count, day, exported
from hypothesis import given
from hypothesis import strategies as st
from records_making import Origin, published

from workbench.models import AttributeValue, Decision, Discrepancy
from workbench.records.formats import ics
from workbench.records.writing import Made, Settings

HIT = "On 11 March a missile killed 12 people."


def opened(data: bytes) -> list[icalendar.Event]:
    return [one for one in icalendar.Calendar.from_ical(data).walk("VEVENT") if not one.errors]


def entry(case: Case, **settings: Any) -> icalendar.Event:
    (only,) = opened(exported(ics.WRITER, case.dossier(), settings=Settings(**settings))[0])
    return only


def test_an_event_is_a_whole_day_with_who_says_what() -> None:
    one = entry(Case([claim(HIT, quantities=(count(HIT, "12", 12),), place="Harkiv")]))
    assert (one.decoded("dtstart"), one.decoded("dtend")) == (date(2025, 3, 11), date(2025, 3, 12))
    assert one.decoded("dtstamp") == datetime(2026, 2, 1, 7, tzinfo=UTC)
    assert (str(one["uid"]), str(one["status"])) == ("e0123456789abcdef@workbench", "CONFIRMED")
    assert (str(one["location"]), one["transp"]) == ("Harkiv", "TRANSPARENT")
    assert str(one["description"]).splitlines() == [
        "On: 2025-03-11",
        "killed: 12 (one source only)",
        "Source: Reuters, Takas, 2025-03-12, a.txt",
    ]


def test_our_words_are_in_the_language_asked_for() -> None:
    one = entry(Case([claim(HIT)], label="attack, Harkiv, 11 Mar 2025"), language="tr")
    assert str(one["summary"]) == "saldırı, Harkiv, 11 Mart 2025"
    assert str(one["description"]).startswith("Gün: 11.03.2025\nKaynak: Reuters")


@pytest.mark.parametrize(
    ("span", "end", "said"),
    [
        pytest.param(day(date(2025, 3, 11), date(2025, 3, 13), "range"), date(2025, 3, 14), "", id="days"),
        pytest.param(
            day(date(2025, 3, 11), date(2025, 3, 31), "month"),
            date(2025, 4, 1),
            " (which day is not known)",
            id="month",
        ),
        pytest.param(day(date(2024, 2, 29)), date(2024, 3, 1), "", id="leap day"),
        pytest.param(day(date(2025, 12, 31)), date(2026, 1, 1), "", id="last day of a year"),
    ],
)
def test_the_last_day_is_in_and_precision_is_said(span: Any, end: date, said: str) -> None:
    one = entry(Case([claim(HIT, date=span)]))
    assert (one.decoded("dtstart"), one.decoded("dtend")) == (span.start, end)
    assert str(one["description"]).splitlines()[0].endswith(said or span.end.isoformat())


def test_behind_the_last_day_of_the_calendar_there_is_none() -> None:
    one = entry(Case([claim(HIT, date=day(date.max))]))
    assert (one.decoded("dtstart"), "dtend" in one) == (date.max, False)


@pytest.mark.parametrize(
    ("modality", "status"),
    [
        ("occurred", "CONFIRMED"),
        ("agreed", "TENTATIVE"),
        ("planned", "TENTATIVE"),
        ("expected", "TENTATIVE"),
        ("proposed", "TENTATIVE"),
    ],
)
def test_what_is_to_come_is_tentative(modality: Any, status: str) -> None:
    assert str(entry(Case([claim(HIT, modality=modality)]))["status"]) == status


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        pytest.param({"date": None}, "no day is known", id="no day"),
        pytest.param({"modality": "denied"}, "it is denied that it took place", id="denied"),
    ],
)
def test_what_has_no_place_in_a_calendar_is_left_out(fields: dict[str, Any], why: str) -> None:
    data, refused = exported(ics.WRITER, Case([claim(HIT, **fields)]).dossier())
    assert opened(data) == []
    assert [one.why for one in refused] == [why]


def test_what_is_left_out_is_named_in_the_language_of_the_export() -> None:
    case = Case([claim(HIT, date=None)], label="attack, Harkiv")
    _, (refused,) = exported(ics.WRITER, case.dossier(), settings=Settings("tr"))
    assert (refused.label, refused.why) == ("saldırı, Harkiv", "hiçbir günü bilinmiyor")


def test_an_article_s_day_is_written_as_its_reader_writes_days() -> None:
    assert "Kaynak: Reuters, Takas, 12.03.2025" in str(
        entry(Case([claim(HIT)]), language="tr")["description"]
    )


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_title_comes_back_as_text(title: str) -> None:
    origin = Origin("sa", "a.txt", published(date(2025, 3, 12)), title=title)
    one = entry(Case([claim(HIT)], sources={"sa": origin}, label=f"attack {title} end"))
    assert [key for key in one if key.startswith("X-")] == []
    assert set(one) == {
        *("SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "CATEGORIES", "DESCRIPTION"),
        *("STATUS", "TRANSP"),
    }
    assert str(one["summary"]).startswith("attack ") and str(one["summary"]).endswith(" end")
    assert "\x1b" not in str(one["summary"]) and "\n" not in str(one["summary"])


@pytest.mark.parametrize(
    ("url", "given_as"),
    [
        ("https://example.org/haber?a=1&b=2", "https://example.org/haber?a=1&b=2"),
        ("https://example.org/esir takası", None),
        ("https://example.org/takası", "https://example.org/takas%C4%B1"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("https://example.org/\r\nATTENDEE:x", None),
    ],
)
def test_only_addresses_of_the_web_are_addresses(url: str, given_as: str | None) -> None:
    origin = Origin("sa", "a.txt", published(date(2025, 3, 12)), url=url)
    assert entry(Case([claim(HIT)], sources={"sa": origin})).get("url") == given_as


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    data, _ = exported(ics.WRITER, Case([claim(HIT)], label="ş" * 300).dossier())
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines) and b"\n" not in b"".join(lines)


def test_without_a_decision_the_newest_article_dates_the_entry() -> None:
    data, _ = exported(ics.WRITER, Case([claim(HIT)]).dossier(), made=Made("workbench 0", 1, "0"))
    assert opened(data)[0].decoded("dtstamp") == datetime(2025, 3, 12, tzinfo=UTC)


def status_of_event(*decisions: Decision) -> icalendar.Event:
    """An entry of an event that one article tells as held and another denies."""
    claims = [claim(HIT), claim(HIT, id="cb", modality="denied")]
    told = (("ca", "occurred", "carried out"), ("cb", "denied", "denied"))
    values = tuple(AttributeValue(key, "sa", said, None, None, label, "", 0, 0) for key, said, label in told)
    about = ("e0123456789abcdef", "status", "")
    found = Discrepancy("d1", *about, "conflict", "high", values, "why")  # type: ignore[arg-type]
    return opened(exported(ics.WRITER, Case(claims, [found], decisions).dossier())[0])[0]


def test_what_is_denied_by_some_is_tentative_until_it_is_decided() -> None:
    open_one = status_of_event()
    assert str(open_one["status"]) == "TENTATIVE"
    assert "Whether it took place is open: a source denies it." in str(open_one["description"])
    assert "something is open" in open_one["categories"].to_ical().decode()
    about = ("e0123456789abcdef", "status", "", ("ca", "cb"))
    at = "2026-02-01T10:00:00+03:00"
    taken = Decision("k1", "accept", "d1", *about, "ayse", at, "carried out", "occurred")  # type: ignore[arg-type]
    assert str(status_of_event(taken)["status"]) == "CONFIRMED"
