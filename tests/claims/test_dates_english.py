"""Dates of English news: one row a rule."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.claims.dates import DateContext, find_dates
from workbench.languages.loader import load
from workbench.models import DateSpan, Publication

# A Thursday.
PUBLISHED = date(2025, 5, 29)
PUBLICATION = Publication(PUBLISHED, PUBLISHED, PUBLISHED, "day", "stated", "", "")


def read(text: str) -> list[tuple[str, str]]:
    """The words of each date with its ISO interval ("2025-05-16" or "2025-05-16/2025-05-17")."""
    spans = find_dates(text, 0, len(text), load("en"), DateContext(PUBLICATION))
    return [(span.expr, interval(span)) for span in spans]


def interval(span: DateSpan) -> str:
    return f"{span.start}" if span.start == span.end else f"{span.start}/{span.end}"


DATES = {
    "hours just past": (
        "In the past 24 hours nine mills shut.",
        [("past 24 hours", "2025-05-28/2025-05-29")],
    ),
    "a few hours": ("In the last two hours nine mills shut.", []),
    "a day of a feast": ("On the second day of Eid al-Fitr", [("second day of Eid al-Fitr", "2025-03-31")]),
    "the feast of these weeks": ("On the second day of Eid", [("second day of Eid", "2025-06-07")]),
    "a feast without a day": ("Eid was quiet.", []),
    "month day year": ("on March 4, 2024, they met", [("March 4, 2024", "2024-03-04")]),
    "day month year": ("on 4 March 2024", [("4 March 2024", "2024-03-04")]),
    "ordinal day": ("the 4th of March", [("4th of March", "2025-03-04")]),
    "abbreviated with a stop": (
        "Jan. 5, 2024 and Sept. 2023",
        [("Jan. 5, 2024", "2024-01-05"), ("Sept. 2023", "2023-09-01/2023-09-30")],
    ),
    "slashes put the month first": ("3/4/2024", [("3/4/2024", "2024-03-04")]),
    "slashes that can only be day first": ("23/4/2024", [("23/4/2024", "2024-04-23")]),
    "weekday and date": ("Friday, May 23, 2025", [("Friday, May 23, 2025", "2025-05-23")]),
    "date in brackets": ("on Friday (23 May 2025)", [("Friday (23 May 2025)", "2025-05-23")]),
    "range of days": ("for March 4–6", [("March 4–6", "2025-03-04/2025-03-06")]),
    "list of days": (
        "on March 4, 6 and 9",
        [("March 4", "2025-03-04"), ("6", "2025-03-06"), ("9", "2025-03-09")],
    ),
    "between days": ("between 3 and 5 May 2024", [("3 and 5 May 2024", "2024-05-03/2024-05-05")]),
    "from date to date": ("from March 28 to April 2", [("March 28 to April 2", "2025-03-28/2025-04-02")]),
    "months to months": ("January to March 2024", [("January to March 2024", "2024-01-01/2024-03-31")]),
    "month after a preposition": ("since March", [("March", "2025-03-01/2025-03-31")]),
    "month before a counted number": ("In May 16 people died", [("May", "2025-05-01/2025-05-31")]),
    "part of a month": (
        "in early March, in mid-April",
        [("early March", "2025-03-01/2025-03-10"), ("mid-April", "2025-04-11/2025-04-20")],
    ),
    "end of a year": ("at the end of 2023", [("end of 2023", "2023-12-01/2023-12-31")]),
    "bare year": (
        "since 2022, the 2023 talks (2021)",
        [
            ("2022", "2022-01-01/2022-12-31"),
            ("2023", "2023-01-01/2023-12-31"),
            ("2021", "2021-01-01/2021-12-31"),
        ],
    ),
    "middle of a year": (
        "in mid-2024, a 2015 deal",
        [("mid-2024", "2024-06-01/2024-07-31"), ("2015", "2015-01-01/2015-12-31")],
    ),
    "half of a year": ("the first half of 2024", [("first half of 2024", "2024-01-01/2024-06-30")]),
    "quarter of a year": (
        "the third quarter of last year",
        [("third quarter of last year", "2024-07-01/2024-09-30")],
    ),
    "first months": (
        "the first nine months of 2024",
        [("first nine months of 2024", "2024-01-01/2024-09-30")],
    ),
    "season": (
        "last summer, summer of 2023",
        [("last summer", "2024-06-01/2024-08-31"), ("summer of 2023", "2023-06-01/2023-08-31")],
    ),
    "yesterday": (
        "yesterday evening and last night",
        [("yesterday evening", "2025-05-28"), ("last night", "2025-05-28")],
    ),
    "overnight": ("fired overnight", [("overnight", "2025-05-28/2025-05-29")]),
    "last weekday": ("last Tuesday", [("last Tuesday", "2025-05-27")]),
    "weekday in the past": ("was agreed on Friday", [("Friday", "2025-05-23")]),
    "weekday ahead": ("will be held on Friday", [("Friday", "2025-05-30")]),
    "weekday today": ("said on Thursday", [("Thursday", "2025-05-29")]),
    "this and next week": (
        "this week, next week",
        [("this week", "2025-05-26/2025-06-01"), ("next week", "2025-06-02/2025-06-08")],
    ),
    "last month": ("last month", [("last month", "2025-04-01/2025-04-30")]),
    "ago": (
        "two weeks ago, three years ago",
        [("two weeks ago", "2025-05-15"), ("three years ago", "2022-01-01/2022-12-31")],
    ),
    "after a date": ("two days after March 4", [("two days after March 4", "2025-03-06")]),
    "the next day": ("on March 4; the next day", [("March 4", "2025-03-04"), ("next day", "2025-03-05")]),
    "a week later": ("on March 4; a week later", [("March 4", "2025-03-04"), ("a week later", "2025-03-11")]),
    "stretch ahead": ("will end within two weeks", [("within two weeks", "2025-05-29/2025-06-12")]),
    "invitation": ("invited her to Oslo in October", [("October", "2025-10-01/2025-10-31")]),
    "day of the invitation": ("on Tuesday invited her to Oslo", [("Tuesday", "2025-05-27")]),
    "day of the proposal": ("proposed on Tuesday a truce", [("Tuesday", "2025-05-27")]),
    "proposed day": ("proposed talks in Oslo on June 20", [("June 20", "2025-06-20")]),
    "put off to": ("postponed the trial to August 19", [("August 19", "2025-08-19")]),
    "day on which it was put off": ("postponed on August 19", [("August 19", "2024-08-19")]),
    "put off from one day to another": (
        "postponed the trial from July 2 to July 23",
        [("July 2", "2025-07-02"), ("July 23", "2025-07-23")],
    ),
    "put off inside a month": (
        "The match was moved from 2 to 9 June",
        [("2", "2025-06-02"), ("9 June", "2025-06-09")],
    ),
    "moved between weekdays": (
        "The talks were moved from Tuesday to Friday",
        [("Tuesday", "2025-05-27"), ("Friday", "2025-05-30")],
    ),
    "a present verb of what ends ahead": ("The pact expires on June 30", [("June 30", "2025-06-30")]),
    "the year": ("in the year 2000", [("2000", "2000-01-01/2000-12-31")]),
    "due": ("A ruling is due on October 19", [("October 19", "2025-10-19")]),
    "because of": ("shut due to snow on March 4", [("March 4", "2025-03-04")]),
    "next meeting": ("The board next meets on July 16", [("July 16", "2025-07-16")]),
    "timetable in the present": ("The trial resumes on July 3", [("July 3", "2025-07-03")]),
    "month as the subject": ("March alone brought two", [("March", "2025-03-01/2025-03-31")]),
    "month before its noun": ("The October hearing", [("October", "2024-10-01/2024-10-31")]),
    "ambiguous month before its noun": ("May inflation fell", [("May", "2025-05-01/2025-05-31")]),
    "compared month": ("more than March", [("March", "2025-03-01/2025-03-31")]),
    "year-end": ("expects 9 percent at year-end", [("year-end", "2025-12-01/2025-12-31")]),
    "late last year": ("late last year", [("late last year", "2024-12-01/2024-12-31")]),
}
NO_DATES = {
    "modal and verb": "She may go; they march on",
    "name of a place": "Mars 2020 and the March on Rome",
    "person named like a month": "by Jan Olsen, April Olsen and June said",
    "month inside a name": "They saw Operation October and October Films",
    "counted": "in 2000 people, 2,024 homes",
    "every week": "every Friday and on Fridays",
    "no particular week": "in the coming weeks",
    "again": "three years later again",
    "street": "May 1 Street",
    "fraction of a match": "the first half ended",
}


@pytest.mark.parametrize("text, expected", DATES.values(), ids=DATES.keys())
def test_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == read(text)


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES.keys())
def test_not_a_date_in_english(text: str) -> None:
    assert read(text) == []
