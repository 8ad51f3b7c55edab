"""The day a claim is given."""

from __future__ import annotations

import pytest
from claim_reading import DAY, article, days, said, source_of

from workbench.claims import read_claims
from workbench.claims.dating import distribute
from workbench.models import Claim

OWN = [
    ("tr", "words", "Taraflar 2 Ağustos'ta esir takas etti.", "2025-08-02", "year_from_publication"),
    ("tr", "a whole date", "Taraflar 2 Mayıs 2024'te esir takas etti.", "2024-05-02", "absolute"),
    ("tr", "a relative day", "Taraflar dün esir takas etti.", "2025-08-13", "relative"),
    ("tr", "no words: the day of publication", "Bolu'da deprem oldu.", "2025-08-14", "publication"),
    ("tr", "a plan has no day of its own", "Taraflar esir takas edecek.", None, None),
    ("tr", "a denial neither", "Taraflar esir takasını yalanladı.", None, None),
    ("tr", "what lay further back", "Taraflar esir takas etmişti.", None, None),
    ("tr", "a mere reference", "Müzakerelerin ardından salon boşaldı.", None, None),
    ("tr", "a count of several events", "Liderler üç kez görüştü.", None, None),
    ("en", "words", "They swapped prisoners on August 2.", "2025-08-02", "year_from_publication"),
    ("en", "a weekday", "They swapped prisoners on Monday.", "2025-08-11", "relative"),
    ("en", "no words", "A quake shook the coast.", "2025-08-14", "publication"),
    ("en", "further back", "They had swapped prisoners.", None, None),
    ("en", "a plan", "They will swap prisoners.", None, None),
]


# Claims of one sentence with the first and last day of each.
MEASURED = [
    (
        "tr",
        "a month measured against another is one claim",
        "Temmuz ayında fındık ihracatı geçen yılın aynı ayına göre yüzde 9,2 artışla 310 milyon dolar oldu.",
        [("2025-07-01", "2025-07-31")],
    ),
    (
        "tr",
        "two neighbouring dates are no list where one is measured against",
        "Konut satışı temmuzda bir önceki aya göre yüzde 4 azaldı.",
        [("2025-07-01", "2025-07-31")],
    ),
    ("tr", "nothing but a comparison", "Kaza sayısı 2019'a göre yüzde 12 azaldı.", [("2025-08-14",) * 2]),
    (
        "en",
        "a figure and the one before it",
        "The port handled 40,000 crates in 2024, up from 31,000 in 2023.",
        [("2024-01-01", "2024-12-31")],
    ),
    ("tr", "since", "Pazartesiden bu yana 40 kişi öldü.", [("2025-08-11", "2025-08-14")]),
    ("en", "since", "The floods have killed 30 people since Monday.", [("2025-08-11", "2025-08-14")]),
    ("en", "the reach of a superlative", "The flood was the worst since July 2002.", [("2025-08-14",) * 2]),
    ("tr", "whom a plan is about", "12 Mayıs'tan sonra tutuklanan 9 esir serbest bırakılacak.", [None]),
]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [pytest.param(code, *case, id=f"{code}: {name}") for code, name, *case in MEASURED],
)
def test_a_date_that_only_measures_or_limits(
    code: str, text: str, expected: list[tuple[str, str] | None]
) -> None:
    assert [days(claim.date) for claim in read_claims(source_of(text, code))] == expected


@pytest.mark.parametrize(
    ("code", "text", "day", "basis"),
    [pytest.param(code, *case, id=f"{code}: {name}") for code, name, *case in OWN],
)
def test_the_day_of_a_claim(code: str, text: str, day: str | None, basis: str | None) -> None:
    (claim,) = read_claims(source_of(text, code))
    assert (day, day) == days(claim.date) if day else claim.date is None
    assert basis == (claim.date.basis if claim.date else None)


GOES_ON = [
    ("tr", "what else took place", "Mayıs 2021'de isyancılar karakolu basmış, 9 kişi tutuklanmıştı.", True),
    ("tr", "what is still to come", "İki lider dün görüştü, pazartesi 9 esir serbest kalacak.", False),
    ("en", "no day of its own words", "The army shelled the port, and 9 people were arrested.", None),
]


@pytest.mark.parametrize(
    ("code", "text", "same"),
    [pytest.param(code, *case, id=f"{code}: {name}") for code, name, *case in GOES_ON],
)
def test_a_clause_goes_on_telling_of_the_sentence_s_day(code: str, text: str, same: bool | None) -> None:
    found = read_claims(source_of(text, code))
    bases = [claim.date.basis if claim.date else None for claim in found]
    if same is None:
        assert set(bases) == {"publication"}
    else:
        assert len(found) == 2
        assert (days(found[0].date) == days(found[1].date) and bases[1] == "inherited") == same


def test_a_publication_day_points_at_no_words() -> None:
    (claim,) = read_claims(source_of("Bolu'da deprem oldu."))
    assert claim.date is not None
    assert (claim.date.expr, claim.date.expr_start) == ("", claim.start) == ("", claim.date.expr_end)


def test_without_a_day_of_publication_nothing_is_dated_by_it() -> None:
    (claim,) = read_claims(source_of("Bolu'da deprem oldu.", published=None))
    assert claim.date is None
    assert not any(a.startswith("told=") for a in claim.aspects)


def test_a_heading_dates_what_stands_under_it() -> None:
    source = article(
        "2 AĞUSTOS",
        "Taraflar 120 esiri takas etti. Takasta yaralılar da vardı.",
        "11 AĞUSTOS",
        "Putin ile Trump telefonda görüştü.",
        title="Gün gün yaşananlar",
    )
    claims = [c for c in read_claims(source) if not c.heading]
    assert [days(c.date) for c in claims] == [
        ("2025-08-02", "2025-08-02"),
        ("2025-08-02", "2025-08-02"),
        ("2025-08-11", "2025-08-11"),
    ]
    assert {c.date.basis for c in claims if c.date} == {"heading"}


def test_words_win_over_the_heading() -> None:
    source = article("2 AĞUSTOS", "Taraflar 1 Ağustos'ta 120 esiri takas etti.", title="Gün gün yaşananlar")
    claim = next(c for c in read_claims(source) if not c.heading)
    assert days(claim.date) == ("2025-08-01", "2025-08-01")
    assert any(d.basis == "heading" for d in claim.dates)


def test_a_text_that_looks_back_takes_no_day_of_publication() -> None:
    claims = said(
        "Taraflar 3 Mart 2022'de masaya oturdu. Heyetler 29 Mart 2022'de görüştü. "
        "Müzakereler 4 Nisan 2022'de kesildi. Bir takas yapıldı."
    )
    assert claims[-1].event_type == "prisoner_exchange"
    assert claims[-1].date is not None
    assert (claims[-1].date.basis, claims[-1].date.expr) == ("inherited", "4 Nisan 2022'de")
    assert not any(a.startswith("told=") for c in claims for a in c.aspects)


def test_one_old_date_among_news_does_not_make_a_text_look_back() -> None:
    claims = said(
        "Taraflar 3 Mart 2022'de masaya oturmuştu. Bolu'da deprem oldu. Ekipler yola çıktı. Okullar kapandı."
    )
    quake = next(c for c in claims if c.event_type == "earthquake")
    assert days(quake.date) == (DAY.isoformat(), DAY.isoformat())


def test_the_day_of_telling_is_kept_beside_the_day_told_of() -> None:
    (claim,) = said("Taraflar 11 Ağustos'ta 120 esiri takas etti.")
    assert "told=2025-08-14" in claim.aspects
    assert days(claim.date) == ("2025-08-11", "2025-08-11")


def test_the_sharpest_of_two_dates_is_the_claim_s() -> None:
    (claim,) = said("Ağustosta süren temasların ilki 4 Ağustos'ta telefonda görüşme oldu.")
    assert days(claim.date) == ("2025-08-04", "2025-08-04")
    assert len(claim.dates) == 2


def one(text: str) -> Claim:
    return read_claims(source_of(text))[0]


def test_one_day_is_not_distributed() -> None:
    text = "Taraflar 2 Ağustos'ta 120 esiri takas etti."
    claim = one(text)
    assert distribute(claim, text) == [claim]


def test_days_far_apart_in_the_words_are_not_coordinated() -> None:
    text = "2 Ağustos'ta söz verilen takas bu kez kesin olarak 6 Ağustos'ta yapıldı."
    assert {len(distribute(c, text)) for c in read_claims(source_of(text))} == {1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Takas 2 Ağustos ve 3 Ağustos'ta sürecek.", [("2025-08-02", "2025-08-03")], id="one that goes on"
        ),
        pytest.param(
            "Taraflar 2 Ağustos ve 3 Ağustos'ta esir takas etti.",
            [("2025-08-02", "2025-08-02"), ("2025-08-03", "2025-08-03")],
            id="two events",
        ),
        pytest.param(
            "Takas 2 Ağustos ve 5 Ağustos'ta sürecek.",
            [("2025-08-02", "2025-08-02"), ("2025-08-05", "2025-08-05")],
            id="days with others between them",
        ),
    ],
)
def test_days_of_what_goes_on(text: str, expected: list[tuple[str, str]]) -> None:
    assert [days(claim.date) for claim in read_claims(source_of(text))] == expected
