"""What holds for dates in any text: offsets, order, round trips."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.claims.dates import DateContext, find_dates
from workbench.claims.dates_context import Tense
from workbench.languages.loader import load
from workbench.models import DateSpan, Publication

NAMES = {
    "tr": "Ocak,Şubat,Mart,Nisan,Mayıs,Haziran,Temmuz,Ağustos,Eylül,Ekim,Kasım,Aralık",
    "en": "January,February,March,April,May,June,July,August,September,October,November,December",
}
MONTHS = {code: names.split(",") for code, names in NAMES.items()}
WORDS = (
    "16 Mayıs|2025|'te|’in|ve|, |-|–|(|)|cuma|pazar günü|geçen|hafta|ay|yıl|ilk|dokuz|3|31|Şubat|29"
    "|sonra|önce|ile|arasında|son|1900|2099|May|Friday|last|next|of|the|first half"
    "|days|ago|early|İ|\u0301|\u200b|\n|1.|yaz|başında|2 hafta içinde|within two weeks|throughout|yılbaşı"
    "|2024-02-30|31.04.2025|9999 gün sonra|999 yıl önce|1990'lı yıllar|90'lar|20. yüzyıl|1990s|2024/25"
    "|2024-25|sezonu|ayın 31'inde|bu ayın|son 40 günü|'la|'ndan|'a kadar|bağlayan gece|itibaren"
    "|10 gün boyunca|aynı ayında|aynı dönemde|Ramazan Bayramı|1923 Kurban Bayramı|2078|arifesinde"
    "|Easter|ikinci günü|ertesi sabah|bir gün önce|the day after|Q1|H2|on the 31st|Tuesday the|30th"
    "|of last month|week of|in 2 weeks|haftaya|seneye|bugünden|yarına|1453|1 ay|2 yıl"
)
PIECES = st.lists(st.sampled_from(WORDS.split("|")), max_size=14)
TEXTS = st.one_of(st.text(max_size=60), PIECES.map(" ".join), PIECES.map("".join))
LANGUAGES = st.sampled_from(["tr", "en"])


def published(day: date) -> Publication:
    return Publication(day, day, day, "day", "stated", "", "")


@st.composite
def contexts(draw: st.DrawFn) -> DateContext:
    day = draw(st.none() | st.dates())
    told = draw(st.none() | st.dates())
    heading = draw(st.none() | st.dates())
    return DateContext(
        published(day) if day else None,
        DateSpan(heading, heading, "day", "", 0, 0, "heading") if heading else None,
        draw(st.sampled_from([None, "past", "future"])),
        DateSpan(told, told, "day", "", 0, 0, "absolute") if told else None,
    )


@settings(max_examples=400, deadline=None)
@given(TEXTS, TEXTS, LANGUAGES, contexts())
def test_any_text(before: str, text: str, language: str, context: DateContext) -> None:
    whole = before + text
    spans = find_dates(whole, len(before), len(whole), load(language), context)
    for span in spans:
        assert span.expr == whole[span.expr_start : span.expr_end]
        assert len(before) <= span.expr_start < span.expr_end
        assert span.start <= span.end
    assert all(a.expr_end <= b.expr_start for a, b in pairwise(spans))


def test_every_day_in_every_form() -> None:
    languages = {code: load(code) for code in MONTHS}
    context = DateContext(published(date(2030, 1, 1)))
    for ordinal in range(date(1990, 1, 1).toordinal(), date(2041, 1, 1).toordinal(), 11):
        day = date.fromordinal(ordinal)
        for code, months in MONTHS.items():
            month = months[day.month - 1]
            forms = [
                day.isoformat(),
                f"{day.day:02}.{day.month:02}.{day.year}",
                f"{day.day} {month} {day.year}",
                f"{month} {day.day}, {day.year}",
                f"{day.day} {month.upper() if code == 'en' else month} {day.year}",
            ]
            for form in forms:
                spans = find_dates(form, 0, len(form), languages[code], context)
                assert [(day, day, form, "absolute")] == [(s.start, s.end, s.expr, s.basis) for s in spans]


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), LANGUAGES, st.sampled_from(["past", "future"]))
def test_yearless_day_lies_on_its_side(day: date, language: str, tense: Tense) -> None:
    text = f"{day.day} {MONTHS[language][day.month - 1]}"
    reference = date(2025, 8, 15)
    spans = find_dates(text, 0, len(text), load(language), DateContext(published(reference), tense=tense))
    assert [(day.month, day.day)] == [(s.start.month, s.start.day) for s in spans]
    if tense == "past":
        # Without a verb beside it a day of the coming month is likelier than one a year ago.
        assert spans[0].start <= reference + timedelta(days=31)
    else:
        # A plan for a day just past is an old plan, so the next one is not a whole year away.
        assert -100 < (spans[0].start - reference).days <= 270 or (day.month, day.day) == (2, 29)


def test_a_long_line_is_read_to_its_end() -> None:
    text = "9, 10, mayıs 1-2 cuma ( 2024 ve " * 5_000 + "16 Mayıs 2025"
    spans = find_dates(text, 0, len(text), load("tr"), DateContext(published(date(2025, 5, 29))))
    assert spans[-1].expr == "16 Mayıs 2025"
