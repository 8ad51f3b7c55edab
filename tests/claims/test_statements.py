"""Statements: the clauses of a sentence that say something."""

from __future__ import annotations

from itertools import pairwise

import pytest
from claim_reading import statements_of
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.claims import read_claims
from workbench.sources import source_from_bytes

CASES = [
    (
        "tr",
        "three dated exchanges",
        "1 Mayıs'ta 100 esir, 3 Mayıs'ta 210 esir, 7 Mayıs'ta 320 esir takas edildi.",
        ["1 Mayıs'ta 100 esir", "3 Mayıs'ta 210 esir", "7 Mayıs'ta 320 esir takas edildi."],
    ),
    (
        "tr",
        "two institutions measure",
        "AFAD büyüklüğü 4,8, Kandilli ise 5,1 olarak ölçtü.",
        ["AFAD büyüklüğü 4,8", "Kandilli ise 5,1 olarak ölçtü."],
    ),
    (
        "tr",
        "a clause that says nothing goes with the next",
        "Ekipler bölgeye gelerek 40 kişiyi kurtardı, 3 kişi hastaneye kaldırıldı.",
        ["Ekipler bölgeye gelerek 40 kişiyi kurtardı", "3 kişi hastaneye kaldırıldı."],
    ),
    (
        "tr",
        "a clause that says nothing goes with the one before",
        "12 kişi yaralandı, herkes çok üzüldü.",
        ["12 kişi yaralandı, herkes çok üzüldü."],
    ),
    (
        "tr",
        "a reporting participle with its speaker",
        "Takasın sürdüğünü hatırlatan Peskov, yeni görüşmenin 3 Haziran'da olacağını bildirdi.",
        ["Takasın sürdüğünü hatırlatan Peskov", "yeni görüşmenin 3 Haziran'da olacağını bildirdi."],
    ),
    (
        "tr",
        "a scene with a place is a statement of its own",
        "İstanbul'daki müzakerelerin ardından 5 Mayıs'ta 300 esir takas edildi.",
        ["İstanbul'daki müzakerelerin ardından", "5 Mayıs'ta 300 esir takas edildi."],
    ),
    (
        "tr",
        "a scene of the event's own kind is part of it",
        "12 Mayıs'taki zirvede iki bakan görüştü.",
        ["12 Mayıs'taki zirvede iki bakan görüştü."],
    ),
    (
        "tr",
        "an event with an older date",
        "Nisan 2022'de kesilen müzakerelere 15 Mayıs 2025'te yeniden başlamayı önerdi.",
        ["Nisan 2022'de kesilen müzakerelere", "15 Mayıs 2025'te yeniden başlamayı önerdi."],
    ),
    (
        "tr",
        "a whole and its first part",
        "1000 kişilik takasın ilk aşamasında 390 kişi bırakıldı.",
        ["1000 kişilik takasın", "ilk aşamasında 390 kişi bırakıldı."],
    ),
    (
        "tr",
        "nothing to say stays one stretch",
        "Güzel, ılık bir gündü.",
        ["Güzel, ılık bir gündü."],
    ),
    (
        "en",
        "dated parts",
        "On May 1 100 prisoners were swapped, on May 3 200 prisoners were freed.",
        ["On May 1 100 prisoners were swapped", "on May 3 200 prisoners were freed."],
    ),
    (
        "en",
        "a speaker of its own",
        "The quake struck on Monday and the mayor said 12 people were injured.",
        ["The quake struck on Monday", "and the mayor said 12 people were injured."],
    ),
    ("en", "nothing to say", "It was a fine day.", ["It was a fine day."]),
    (
        "en",
        "a contrast of two subjects",
        "Imports rose 4 percent while exports slid 2 percent.",
        ["Imports rose 4 percent", "while exports slid 2 percent."],
    ),
    (
        "en",
        "a contrast in front",
        "While the talks opened in Oslo, drones struck a depot in Odesa.",
        ["While the talks opened in Oslo", "drones struck a depot in Odesa."],
    ),
    (
        "en",
        "two dated verbs of one subject",
        "The envoys met on June 2 and will meet again on June 30.",
        ["The envoys met on June 2", "and will meet again on June 30."],
    ),
    (
        "en",
        "a dated clause of time",
        "Two pilots quit on Friday after a jet overran the runway on Wednesday.",
        ["Two pilots quit on Friday", "after a jet overran the runway on Wednesday."],
    ),
    (
        "en",
        "a noun of time is no clause",
        "Four people were held on Friday after Wednesday's rally in Oslo.",
        ["Four people were held on Friday after Wednesday's rally in Oslo."],
    ),
    (
        "en",
        "what another says against it",
        "Chile said 12 boats were lost, but Peru denied it.",
        ["Chile said 12 boats were lost", "but Peru denied it."],
    ),
    (
        "en",
        "dated verbs without a word of an event",
        "The first tanker docked on June 2, and a second arrived on June 11.",
        ["The first tanker docked on June 2", "and a second arrived on June 11."],
    ),
    (
        "en",
        "a second verb without a subject",
        "The blast killed 12 people and injured 40 who were asleep.",
        ["The blast killed 12 people and injured 40 who were asleep."],
    ),
    (
        "tr",
        "two verbs with days of their own",
        "Bolu'da 9 Mayıs'ta otel boşaltıldı; 2 Mayıs'ta da bir fabrikada yangın çıkmıştı.",
        ["Bolu'da 9 Mayıs'ta otel boşaltıldı", "2 Mayıs'ta da bir fabrikada yangın çıkmıştı."],
    ),
    (
        "tr",
        "two days of one verb",
        "Takasın 9 Mayıs ve 11 Mayıs'ta süreceğini söyledi.",
        ["Takasın 9 Mayıs ve 11 Mayıs'ta süreceğini söyledi."],
    ),
    (
        "en",
        "a subject and its clause",
        "The strike, which began in May, involves 40 pilots.",
        ["The strike, which began in May, involves 40 pilots."],
    ),
]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [pytest.param(code, text, expected, id=f"{code}: {name}") for code, name, text, expected in CASES],
)
def test_statements(code: str, text: str, expected: list[str]) -> None:
    assert expected == [text[c.start : c.end] for c in statements_of(text, code)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("İstanbul'daki müzakerelerin ardından yangın çıktı.", ["after", None], id="after"),
        pytest.param("12 Mayıs'taki zirvede anlaşma imzalandı.", ["during", None], id="during"),
        pytest.param("12 Mayıs'ta anlaşma imzalandı.", [None], id="none"),
        pytest.param("1000 kişilik takasın ilk aşamasında 390 kişi bırakıldı.", ["after", None], id="whole"),
    ],
)
def test_a_statement_keeps_its_scene(text: str, expected: list[str | None]) -> None:
    assert expected == [clause.scene for clause in statements_of(text, "tr")]


PIECES = [
    *("3 Mayıs'ta", "210 esir", "takas edildi", ",", "ve", "ise", "AFAD", "5,1 olarak ölçtü", "zirvede"),
    *("gelerek", "kapandığını,", "Putin", "müzakerelerin ardından", "on May 3", "were freed", ";", "2022'de"),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["tr", "en"]))
def test_statements_are_ordered_apart_and_cover_every_word(words: list[str], code: str) -> None:
    text = " ".join(["Yol", *words])
    found = statements_of(text, code)
    assert found
    assert all(0 <= c.start < c.end <= len(text) for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    kept = "".join(text[c.start : c.end] for c in found)
    assert "".join(ch for ch in text if ch not in " ,;") == "".join(ch for ch in kept if ch not in " ,;")


def test_english_parts_close_with_their_date() -> None:
    text = (
        "Hand-over in stages\n\nPublished 25 August 2025\n\n"
        "The two sides swapped 120 prisoners on August 2, 84 prisoners on August 6 "
        "and 150 prisoners on August 11.\n"
    )
    claims = [c for c in read_claims(source_from_bytes(text.encode(), "x.txt")) if c.quantities]
    told = [(c.date.start.day, c.quantities[0].value) for c in claims if c.date]
    assert told == [(2, 120), (6, 84), (11, 150)]
