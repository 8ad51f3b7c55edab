"""Which dates tell of the event: not those of a statement, nor those that only open a span."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.claims.dates import DateContext, find_dates
from workbench.claims.dates_roles import (
    is_bound,
    is_compared,
    is_count_day,
    is_since,
    is_start,
    is_wide,
    said_on,
)
from workbench.languages.loader import Language, load
from workbench.models import DateSpan, Publication

PUBLISHED = date(2025, 5, 29)
CONTEXT = DateContext(Publication(PUBLISHED, PUBLISHED, PUBLISHED, "day", "stated", "", ""))
Role = Callable[[str, int, int, DateSpan, Language], bool]


def dates(text: str, code: str) -> list[DateSpan]:
    return find_dates(text, 0, len(text), load(code), CONTEXT)


def having(role: Role, text: str, code: str) -> list[str]:
    """The words of the dates that have the role."""
    return [span.expr for span in dates(text, code) if role(text, 0, len(text), span, load(code))]


COMPARED = {
    "year": ("tr", "Kaza sayısı 2019'a göre azaldı", ["2019'a"]),
    "same month": (
        "tr",
        "Eylülde satış geçen yılın aynı ayına göre arttı",
        ["geçen yılın aynı ayına"],
    ),
    "same stretch": ("tr", "Üretim geçen yılın aynı dönemine kıyasla arttı", ["geçen yılın aynı dönemine"]),
    "month before": ("tr", "Satışlar ağustosta bir önceki aya nazaran düştü", ["bir önceki aya"]),
    "a noun between": ("tr", "Stoklar 2021 yılı ortalamasına göre az", ["2021 yılı"]),
    "what was counted then": ("tr", "2023'teki 31 bin tona kıyasla bu yıl", ["2023'teki"]),
    "according to what was told": ("tr", "Dünkü açıklamaya göre gemi cuma günü battı", []),
    "its own year": ("tr", "Üretim geçen yıl yüzde 3 arttı", []),
    "compared with": (
        "en",
        "Sales rose in June compared with the same month last year",
        ["same month last year"],
    ),
    "compared to a figure": ("en", "Profit was 12 million, compared to 9 million in 2022", ["2022"]),
    "up from": ("en", "It handled 40,000 crates in 2024, up from 31,000 in 2023", ["2023"]),
    "from a year earlier": ("en", "Sales fell in March from a year earlier", ["a year earlier"]),
    "rose from and to": ("en", "Output rose from 31 tons in 2021 to 40 tons in 2024", ["2021"]),
    "than in": ("en", "Fewer bees were counted in May than in 2023", ["2023"]),
    "more than a year ago": ("en", "The mill closed more than a year ago", []),
    "more than so many": ("en", "More than 300 mills closed in 2023", []),
    "up is no part of a word": ("en", "A group from Oslo came in 2023", []),
    "down, but no figure": ("en", "The mill down the road from Oslo burned in 2023", []),
    "versus": ("en", "It made 40 tons versus 31 tons in 2023", ["2023"]),
    "came from a place": ("en", "They came from Oslo in 2023", []),
}
SINCE = {
    "weekday": ("tr", "Pazartesiden bu yana 40 kişi geldi", ["Pazartesiden"]),
    "since a beginning": ("tr", "Grevin başladığı 2022'den beri kapalı", ["2022'den"]),
    "from then on": ("tr", "Pazartesiden itibaren açık", []),
    "since": ("en", "Some 40 people have come since Monday", ["Monday"]),
    "since a thing began": ("en", "Forty mills shut since the strike began in 2022", ["2022"]),
    "since without a day": ("en", "The mill, closed since the strike, opened in 2022", []),
}
BOUND = {
    "a superlative's reach": ("tr", "2002'den bu yana en büyük sel yaşandı", ["2002'den"]),
    "first since": ("tr", "2002'den beri ilk kez kar yağdı", ["2002'den"]),
    "the highest of ten years": ("tr", "Fiyat son 10 yılın en yüksek düzeyinde", ["son 10 yılın"]),
    "at least so many": ("tr", "2002'den bu yana en az 30 gemi battı", []),
    "whom it is about": ("tr", "12 Mayıs'tan sonra tutuklananlar serbest kalacak", ["12 Mayıs'tan"]),
    "who, of a plan": ("tr", "12 Mayıs'tan sonra gelen işçiler evlerine dönecek", ["12 Mayıs'tan"]),
    "a plan after a day": ("tr", "Gemi 12 Mayıs'tan sonra dönecek", []),
    "the worst since": ("en", "The flood was the worst since July 2002", ["July 2002"]),
    "the third since": ("en", "It was the third strike since the mill opened in 2002", ["2002"]),
    "the worst in years": ("en", "It was the biggest flood in the past 20 years", ["past 20 years"]),
    "no superlative": ("en", "No protest since July 2024 was larger", []),
    "whom a plan is about": ("en", "Workers arrested after May 12 will be freed", ["May 12"]),
    "who was": ("en", "He was arrested after May 12", []),
}
SAID = {
    "statement made on a day": ("tr", "Kurum cuma günü yaptığı açıklamada 3 gemiyi saydı", ["cuma günü"]),
    "statement of a day": ("tr", "Cuma günkü yazılı açıklamasında sayı verdi", ["Cuma günkü"]),
    "news conference": ("tr", "Dün düzenlediği basın toplantısında", ["Dün"]),
    "post": ("tr", "Salı günü X hesabından yaptığı paylaşımda", ["Salı günü"]),
    "who spoke on a day": ("tr", "Pazartesi günü konuşan kaptan", ["Pazartesi günü"]),
    "who spoke to an agency": ("tr", "Dün Reuters'a konuşan kaptan", ["Dün"]),
    "verb behind the date": ("tr", "Geminin battığını cumartesi günü açıkladı", ["cumartesi günü"]),
    "passive of a whole clause": ("tr", "Geminin battığı salı günü duyuruldu", ["salı günü"]),
    "what was announced is the event": ("tr", "Ödüller salı günü açıklandı", []),
    "to be announced": ("tr", "Ödüller salı günü açıklanacak", []),
    "the event's day before the verb": ("tr", "Geminin salı günü battığını söyledi", []),
    "a call is an event": ("tr", "İki kaptan salı günü telefonda konuştu", []),
    "a meeting is an event": ("tr", "Salı günü düzenlenen toplantıda", []),
    "found": ("tr", "Dün bulunan tekne", []),
    "said on": ("en", "Officials said on Saturday that it sank on Monday", ["Saturday"]),
    "on a day said": ("en", "The coast guard on Saturday said it sank", ["Saturday"]),
    "told somebody": ("en", "He told reporters on Friday the ship sank", ["Friday"]),
    "told one name": ("en", "He told Reuters late on Friday", ["Friday"]),
    "announced without a preposition": ("en", "The port announced Friday a new line", ["Friday"]),
    "statement": ("en", "In a written statement on Friday, the port gave a figure", ["Friday"]),
    "said in a statement": ("en", "The port said in a statement on Friday", ["Friday"]),
    "said somewhere": ("en", "The captain said in Oslo on Friday", ["Friday"]),
    "opens the sentence": ("en", "On Friday, the port said", ["Friday"]),
    "opens a sentence of something else": ("en", "On Friday divers found two boats, police said", []),
    "passive of a whole clause in English": ("en", "It was announced on Friday that", ["Friday"]),
    "what was announced is the event in English": ("en", "The awards were announced on Friday", []),
    "belongs to the noun behind": ("en", "The captain said Friday's trip failed", []),
    "inside what was said": ("en", "The captain said the trip would start on Friday", []),
    "event before the report": ("en", "It sank on Monday, officials said", []),
    "search is no report": ("en", "Divers searched on Tuesday for the boat that sank on Monday", []),
    "a call is an event in English": ("en", "They spoke on Thursday by phone", []),
}


@pytest.mark.parametrize(("code", "text", "expected"), SAID.values(), ids=SAID.keys())
def test_day_of_a_statement(code: str, text: str, expected: list[str]) -> None:
    assert expected == having(said_on, text, code)


STARTS = {
    "bu yana": ("tr", "Nisandan bu yana 5 gemi battı", ["Nisandan"]),
    "beri": ("tr", "2022'den beri", ["2022'den"]),
    "itibaren": ("tr", "12 Mayıs'tan itibaren kapalı", ["12 Mayıs'tan"]),
    "the beginning itself": ("tr", "12 Mayıs'tan itibaren başlayacak seferler", []),
    "a day": ("tr", "12 Mayıs'ta battı", []),
    "until": ("tr", "12 Mayıs'a kadar", []),
    "since": ("en", "the largest since 2022", ["2022"]),
    "since early": ("en", "closed since early March", ["early March"]),
    "from ... on": ("en", "from 12 May on the port was shut", ["12 May"]),
    "starting": ("en", "starting on May 12, tolls rise", ["May 12"]),
    "taken from": ("en", "up from March 4", []),
    "the beginning itself in English": ("en", "As of May 12 the rule takes effect", []),
    "on": ("en", "sank on May 12", []),
}


@pytest.mark.parametrize(("code", "text", "expected"), STARTS.values(), ids=STARTS.keys())
def test_start_of_a_span(code: str, text: str, expected: list[str]) -> None:
    assert expected == having(is_start, text, code)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("tr", "bu yıl", True),
        ("tr", "2022'de", True),
        ("tr", "2021-2023 döneminde", True),
        ("en", "this year", True),
        ("tr", "2024'ün ilk yarısında", False),
        ("tr", "mart ayında", False),
        ("en", "on May 12", False),
    ],
)
def test_wide(code: str, text: str, expected: bool) -> None:
    assert [expected] == [is_wide(span) for span in dates(text, code)]


PIECES = (
    "On Friday|, |the port|said|told reporters|in a statement|since|cuma günü|yaptığı|açıklamada|dün|İ|’in"
    "|açıkladı|2022'den|bu yana|from|on|May 12|.|\n|söyledi"
)
WORDS = st.sampled_from(PIECES.split("|"))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join), st.sampled_from(["tr", "en"]), st.text(max_size=20))
def test_what_stands_outside_the_clause_changes_nothing(text: str, code: str, outside: str) -> None:
    whole = f"{outside} {text} {outside}"
    start = len(outside) + 1
    end = start + len(text)
    alone = dates(text, code)
    moved = [
        replace(span, expr_start=span.expr_start + start, expr_end=span.expr_end + start) for span in alone
    ]
    for role in (said_on, is_start):
        expected = [role(text, 0, len(text), span, load(code)) for span in alone]
        assert expected == [role(whole, start, end, span, load(code)) for span in moved]


COUNTED = {
    "itibarıyla": ("tr", "8 Şubat itibarıyla 40 vaka görüldü.", ["8 Şubat"]),
    "an hour": ("tr", "8 Şubat saat 12:00'ye kadar 40 artçı oldu.", ["8 Şubat"]),
    "yesterday's clock": ("tr", "Dün 23.49 itibarıyla 84 artçı kaydedildi.", ["Dün"]),
    "the day itself": ("tr", "8 Şubat'ta 40 kişi geldi.", []),
    "as of": ("en", "As of February 8, 40 cases had been reported.", ["February 8"]),
    "by the morning of": ("en", "Police held 40 people by the morning of February 8.", ["February 8"]),
    "on the day": ("en", "Police held 40 people on February 8.", []),
}


@pytest.mark.parametrize(
    ("role", "case"),
    [
        pytest.param(role, case, id=f"{role.__name__}: {name}")
        for role, table in (
            (is_compared, COMPARED),
            (is_since, SINCE),
            (is_bound, BOUND),
            (is_count_day, COUNTED),
        )
        for name, case in table.items()
    ],
)
def test_dates_that_are_not_the_day_of_the_event(role: Role, case: tuple[str, str, list[str]]) -> None:
    code, text, expected = case
    assert having(role, text, code) == expected
