"""What the plots of a page are drawn from: scales, the timeline's lines, charts of values."""

from datetime import date, timedelta

import pytest
from dossier_making import Case, claim, count, day
from hypothesis import given
from hypothesis import strategies as st
from records_making import Origin, published, value

from workbench.models import AttributeValue, Claim, DateSpan, Decision, Discrepancy
from workbench.records.page import scales
from workbench.records.page.briefs import brief
from workbench.records.page.calendars import Dated, Line, lines
from workbench.records.page.charts import charts


def dated(first: str, last: str = "", key: str = "e1") -> Dated:
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Dated(key, key, "", DateSpan(start, end, "day", "", 0, 0, "absolute"), "single")


def drawn(line: Line) -> tuple[int, int, list[tuple[float, float, int]]]:
    return line.year, line.month, [(one.start, one.width, one.lane) for one in line.marks]


DAY = 3.23
"""A day's share of a line of 31."""


@pytest.mark.parametrize(
    ("events", "wanted"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([dated("2025-05-01")], [(2025, 5, [(0.0, DAY, 0)])], id="a day"),
        pytest.param([dated("2025-05-31")], [(2025, 5, [(96.77, DAY, 0)])], id="the last of a long month"),
        pytest.param([dated("2025-02-01", "2025-02-28")], [(2025, 2, [(0.0, 90.32, 0)])], id="a short month"),
        pytest.param(
            [dated("2025-04-30", "2025-05-01")],
            [(2025, 4, [(93.55, DAY, 0)]), (2025, 5, [(0.0, DAY, 0)])],
            id="over the end of a month",
        ),
        pytest.param([dated("2025-01-01", "2025-12-31")], [(2025, 0, [(0.0, 100.0, 0)])], id="a year"),
        pytest.param(
            [dated("2024-07-01", "2025-06-30")],
            [(2024, 0, [(49.73, 50.27, 0)]), (2025, 0, [(0.0, 49.59, 0)])],
            id="over the end of a year",
        ),
        pytest.param(
            [dated("1000-01-01", "2025-12-31")],
            [(1000, 0, [(0.0, 100.0, 0)]), (2025, 0, [(0.0, 100.0, 0)])],
            id="a thousand years: the first and the last",
        ),
        pytest.param(
            [
                dated("2025-05-01", "2025-05-10", "a"),
                dated("2025-05-10", key="b"),
                dated("2025-05-11", key="c"),
            ],
            [(2025, 5, [(0.0, 32.26, 0), (29.03, DAY, 1), (32.26, DAY, 0)])],
            id="in lanes where they overlap",
        ),
    ],
)
def test_lines(events: list[Dated], wanted: list[tuple[int, int, list[tuple[float, float, int]]]]) -> None:
    assert [drawn(line) for line in lines(events)] == wanted


def test_what_goes_on_in_another_line_says_so() -> None:
    first, last = lines([dated("2025-04-30", "2025-05-01")])
    assert [(one.before, one.after) for line in (first, last) for one in line.marks] == [
        (False, True),
        (True, False),
    ]


@given(
    st.lists(
        st.tuples(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 500)), min_size=1, max_size=20
    )
)
def test_every_event_is_drawn_and_none_over_another(spans: list[tuple[date, int]]) -> None:
    events = [
        dated(f"{start}", f"{start + timedelta(days=length)}", f"e{number}")
        for number, (start, length) in enumerate(spans)
    ]
    made = lines(events)
    assert {one.event.id for line in made for one in line.marks} == {one.id for one in events}
    for line in made:
        assert all(one.start >= 0 and one.start + one.width <= 100.02 for one in line.marks)
        taken: dict[int, float] = {}
        for one in line.marks:
            assert one.start >= taken.get(one.lane, 0) - 0.02
            taken[one.lane] = one.start + one.width


@given(st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=10))
def test_scales_hold_all_numbers(values: list[float]) -> None:
    scale = scales.numbers(values)
    assert scale.low <= min(values) and max(values) <= scale.high
    assert all(0 <= scale.at(one) <= 100 for one in values)
    assert 2 <= len(scale.marks) <= 12


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        ([12, 19], (12, 14, 16, 18, 20)),
        ([390, 1000], (0, 500, 1000)),
        ([6000, 60000], (0, 20000, 40000, 60000)),
        ([51.48, 51.84], (51.4, 51.5, 51.6, 51.7, 51.8, 51.9)),
        ([7], (6, 6.5, 7, 7.5, 8)),
    ],
    ids=str,
)
def test_marks_are_round(values: list[float], marks: tuple[float, ...]) -> None:
    assert scales.numbers(values).marks == pytest.approx(marks)


@given(st.lists(st.dates(), min_size=1, max_size=10))
def test_scales_hold_all_days(values: list[date]) -> None:
    scale = scales.days(values)
    assert all(scale.low < one.toordinal() < scale.high for one in values)
    assert 1 <= len(scale.marks) <= 6
    assert all(date.min.toordinal() <= mark <= date.max.toordinal() for mark in scale.marks)


def test_a_chart_shows_each_value_at_its_place() -> None:
    texts = {"sa": "10 öldü.", "sb": "En az 12 öldü."}
    claims = [
        claim(texts["sa"], id="ca", source="sa", quantities=(count(texts["sa"], "10", 10.0),)),
        claim(
            texts["sb"],
            id="cb",
            source="sb",
            quantities=(count(texts["sb"], "12", 12.0, high=None, modifier="at_least"),),
        ),
    ]
    values = (value(claims[0], "10"), value(claims[1], "at least 12"))
    differs = Discrepancy("d1", "e", "count", "killed", "conflict", "high", values, "10 and at least 12.")
    sources = {
        "sa": Origin("sa", "a.txt", published(date(2025, 3, 12))),
        "sb": Origin("sb", "b.txt", published(date(2025, 3, 11))),
    }
    (chart,) = charts(brief(Case(claims, [differs], sources=sources).dossier()))
    assert [(bar.article.id, bar.label, bar.start, bar.end, bar.open_end) for bar in chart.bars] == [
        ("sb", "at least 12", 100.0, 100.0, True),
        ("sa", "10", 0.0, 0.0, False),
    ]
    assert chart.holds is None


def test_a_chart_shows_what_an_article_says_twice_once() -> None:
    """One of its claims is part of the difference, the other is not: their labels are written differently."""
    days = {"ca": date(2025, 5, 16), "cb": date(2025, 5, 16), "cc": date(2025, 5, 15)}
    claims = [
        claim("Görüştüler.", id=key, source="sb" if key == "cc" else "sa", date=day(at))
        for key, at in days.items()
    ]
    values = (given_day(claims[0], "16 May 2025"), given_day(claims[2], "15 May 2025"))
    differs = Discrepancy("d1", "e", "date", "", "conflict", "high", values, "16 May 2025 and 15 May 2025.")
    sources = {key: Origin(key, f"{key}.txt", published(date(2025, 5, 17))) for key in ("sa", "sb")}
    about = ("d1", "e", "date", "", ("ca", "cc"), "ayse", "2026-02-01T10:00:00+03:00")
    taken = Decision("k1", "accept", *about, "16 May 2025", "2025-05-16", "2025-05-16", "2025-05-16")
    (chart,) = charts(brief(Case(claims, [differs], [taken], sources=sources).dossier()))
    assert [(bar.article.id, bar.label) for bar in chart.bars] == [
        ("sa", "16 May 2025"),
        ("sb", "15 May 2025"),
    ]


def given_day(of: Claim, label: str) -> AttributeValue:
    assert of.date
    at = of.date.start.isoformat()
    return AttributeValue(of.id, of.source, at, at, at, label, "", 0, 0)


def test_where_nobody_differs_there_is_no_chart() -> None:
    assert (
        charts(brief(Case([claim("10 öldü.", quantities=(count("10 öldü.", "10", 10.0),))]).dossier())) == ()
    )
