"""Retold in other words, a report raises nothing new; with one thing changed, exactly that is raised.

Through the real reader, matcher and detectors: whatever of them breaks such a pair, it shows here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from retellings import DAY, ENGLISH, TURKISH, Telling, days, numbers, telling
from story_reading import article, story

LANGUAGES = ("tr", "en")
PAIRS = [(a, b) for a in LANGUAGES for b in LANGUAGES]
SINGLE_DAY = sorted(TURKISH.keys() - {"protest", "strike"})
"""A strike goes on, and so may a protest: another day of it is no contradiction."""
THOUSANDS = st.integers(110, 999).map(lambda n: n * 10).filter(lambda n: n % 100 != 0)
few = settings(max_examples=60, deadline=None, derandomize=True)


def raised(*tellings: Telling) -> list[str]:
    """The attributes that a reviewer has to look at."""
    return [d.attribute for d in story([one.text for one in tellings]).flags]


def test_every_kind_is_told_in_both_languages() -> None:
    assert TURKISH.keys() == ENGLISH.keys()


@few
@given(st.sampled_from(sorted(TURKISH)), st.sampled_from(PAIRS), THOUSANDS, st.data())
def test_a_number_written_another_way(
    kind: str, pair: tuple[str, str], value: int, data: st.DataObject
) -> None:
    again = data.draw(st.sampled_from(numbers(value, pair[1])))
    first, second = telling(kind, pair[0], value), telling(kind, pair[1], value)
    assert raised(first, replace(second, number=again)) == []


@few
@given(st.sampled_from(sorted(TURKISH)), st.sampled_from(PAIRS), THOUSANDS, st.data())
def test_a_day_written_another_way(kind: str, pair: tuple[str, str], value: int, data: st.DataObject) -> None:
    words, told = data.draw(st.sampled_from(days(DAY, pair[1])))
    again = replace(telling(kind, pair[1], value), day=words, told=told)
    assert raised(telling(kind, pair[0], value), again) == []


@few
@given(st.sampled_from(sorted(TURKISH)), st.sampled_from(PAIRS), THOUSANDS, st.sampled_from((13, 14, 16, 18)))
def test_a_changed_number_is_raised_once(kind: str, pair: tuple[str, str], value: int, tenths: int) -> None:
    other = value * tenths // 10 + 7
    if other > 9_999:
        other = value * 10 // tenths - 7
    assert raised(telling(kind, pair[0], value), telling(kind, pair[1], other)) == ["count"]


@few
@given(st.sampled_from(SINGLE_DAY), st.sampled_from(PAIRS), THOUSANDS, st.sampled_from((-1, 1)))
def test_a_changed_day_is_raised_once(kind: str, pair: tuple[str, str], value: int, step: int) -> None:
    first, second = telling(kind, pair[0], value), telling(kind, pair[1], value, DAY + timedelta(step))
    told = max(first.told, DAY + timedelta(2))
    assert raised(replace(first, told=told), replace(second, told=told)) == ["date"]


NAMES = [
    pytest.param("Nermin Taşdelen", "Levan Abuladze", id="as they stand"),
    pytest.param("Nermin Tasdelen", "Levan Abuladze", id="diacritics lost"),
    pytest.param("Nermin TAŞDELEN", "Levan ABULADZE", id="last names in capitals"),
    pytest.param("Taşdelen", "Abuladze", id="last names only"),
]
TALKS = article(
    "Ankara'da görüşme",
    "25.05.2025",
    "Dışişleri Bakanı Nermin Taşdelen 24 Mayıs 2025'te Ankara'da Gürcistan Dışişleri Bakanı "
    "Levan Abuladze ile görüştü. Görüşme 3 saat sürdü.",
)


def retold(language: str, host: str, guest: str, day: int = 24, hours: int = 3) -> str:
    if language == "tr":
        return article(
            "Ankara'da temas",
            "25.05.2025",
            f"Dışişleri Bakanı {host}, {day} Mayıs 2025'te Ankara'da Gürcü mevkidaşı {guest}'yle bir "
            f"araya geldi. Görüşme {hours} saat sürdü.",
        )
    return article(
        "Talks in Ankara",
        "May 25, 2025",
        f"Foreign Minister {host} met Georgian counterpart {guest} in Ankara on May {day}, 2025. "
        f"The meeting lasted {hours} hours.",
    )


@pytest.mark.parametrize(("host", "guest"), NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_names_written_another_way(language: str, host: str, guest: str) -> None:
    assert story([TALKS, retold(language, host, guest)]).flags == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_changed_beside_the_names_is_raised(language: str) -> None:
    names = ("Nermin Taşdelen", "Levan Abuladze")
    assert [d.attribute for d in story([TALKS, retold(language, *names, hours=5)]).flags] == ["count"]
    assert [d.attribute for d in story([TALKS, retold(language, *names, day=23)]).flags] == ["date"]


ALIASES = [
    pytest.param("AFAD", "Afet ve Acil Durum Yönetimi Başkanlığı", id="an institution, its full name"),
    pytest.param("AFAD", "Afet ve Acil Durum Yönetimi Başkanlığı (AFAD)", id="both"),
    pytest.param("Cumhurbaşkanı Recep Tayyip Erdoğan", "Cumhurbaşkanı Erdoğan", id="a last name"),
    pytest.param("Cumhurbaşkanı Recep Tayyip Erdoğan", "Cumhurbaşkanı Recep Tayyip Erdogan", id="diacritics"),
]


@pytest.mark.parametrize(("name", "again"), ALIASES)
def test_an_alias_is_the_same_speaker(name: str, again: str) -> None:
    def said(who: str) -> str:
        return article(
            "Sel",
            "25.05.2025",
            f"{who}, Rize'de 24 Mayıs 2025'te yaşanan selde 340 kişinin tahliye edildiğini açıkladı.",
        )

    assert story([said(name), said(again)]).flags == []


def test_the_same_report_in_two_papers_is_one_event() -> None:
    told = [telling("mine", language, 2_340, date(2025, 5, 24)).text for language in LANGUAGES]
    shown = story(told)
    mined = {e.id for e in shown.events for c in shown.claims if c.id in e.claims and c.quantities}
    assert len(mined) == 1
