"""The day of an undated clause in running text; published on Thursday, 14 August 2025."""

from __future__ import annotations

import pytest
from claim_reading import days, said

# Paragraphs, words of the clause looked at, and its first and last day; None where it has none.
DAY = tuple[str, str]
CASES = [
    (
        "tr",
        "the toll told after the dated event",
        ("Sel salı günü kasabayı vurdu. Vali, 8 kişinin öldüğünü bildirdi.",),
        "8 kişinin öldüğünü",
        ("2025-08-12", "2025-08-12"),
    ),
    (
        "tr",
        "the result told after the day of the vote",
        ("Adada pazar günü seçim yapıldı. Demir oyların yüzde 53'ünü aldı.",),
        "yüzde 53'ünü",
        ("2025-08-10", "2025-08-10"),
    ),
    (
        "en",
        "the toll told after the dated event",
        ("The ferry capsized on Tuesday. Nine people drowned.",),
        "Nine people",
        ("2025-08-12", "2025-08-12"),
    ),
    (
        "en",
        "a clause with an event word of its own",
        ("The envoys met in Riga on August 4. An agreement was signed.",),
        "An agreement",
        ("2025-08-04", "2025-08-04"),
    ),
    (
        "tr",
        "the day told last, not the first",
        ("Heyetler 4 Ağustos'ta toplandı. Bakanlar 6 Ağustos'ta görüştü. Bir anlaşma imzalandı.",),
        "Bir anlaşma",
        ("2025-08-06", "2025-08-06"),
    ),
    (
        "tr",
        "another paragraph's day is not the passage's",
        ("Heyetler 4 Ağustos'ta toplandı.", "Bolu'da deprem oldu."),
        "Bolu'da deprem",
        ("2025-08-14", "2025-08-14"),
    ),
    (
        "tr",
        "background goes on in the pluperfect",
        ("Gölde 3 Mart'ta bir tekne batmıştı. Kazada 6 kişi ölmüştü.",),
        "6 kişi ölmüştü",
        ("2025-03-03", "2025-03-03"),
    ),
    (
        "tr",
        "what is told after the background is no background",
        ("Gölde 3 Mart'ta bir tekne batmıştı. Madende yangın çıktı.",),
        "Madende yangın",
        ("2025-08-14", "2025-08-14"),
    ),
    (
        "tr",
        "the pluperfect steps back from the day told last",
        ("Fabrikada salı günü yangın çıktı. İşçiler greve gitmişti.",),
        "İşçiler greve",
        None,
    ),
    (
        "en",
        "background goes on in the pluperfect",
        ("A bus had crashed on March 3. Six people had been killed.",),
        "Six people",
        ("2025-03-03", "2025-03-03"),
    ),
    (
        "tr",
        "background ends with its paragraph",
        (
            "Limanda salı günü yangın çıktı.",
            "Aynı limanda 3 Mart 2021'de bir patlama olmuştu.",
            "Ekipler 2 kişiyi kurtardı.",
        ),
        "Ekipler 2 kişiyi",
        ("2025-08-12", "2025-08-12"),
    ),
    (
        "en",
        "background ends with its paragraph",
        (
            "A fire broke out in the port on Tuesday.",
            "In July 2021 an explosion destroyed a silo there.",
            "Crews worked for 11 hours.",
        ),
        "11 hours",
        ("2025-08-12", "2025-08-12"),
    ),
    (
        "tr",
        "a plan has no day of the passage",
        ("Heyetler 4 Ağustos'ta toplandı. Taraflar esir takas edecek.",),
        "Taraflar esir",
        None,
    ),
    (
        "tr",
        "a day to come dates nothing that took place",
        ("Cuma günü başlayacak fuar için hazırlık sürüyor. Bolu'da deprem oldu.",),
        "Bolu'da deprem",
        ("2025-08-14", "2025-08-14"),
    ),
    (
        "en",
        "of several days none is the passage's",
        ("They spoke by phone on July 1 and August 5. A quake shook the coast.",),
        "A quake",
        ("2025-08-14", "2025-08-14"),
    ),
    (
        "tr",
        "the round that was dated before",
        (
            "Müzakerelerin ikinci turu 4-5 Ağustos'ta yapıldı.",
            "İkinci turda taraflar 14 saat masada kaldı.",
        ),
        "14 saat",
        ("2025-08-04", "2025-08-05"),
    ),
    (
        "tr",
        "another round than the one just dated",
        ("İlk turun temmuz başında sonuçsuz kaldığını, ikinci turda ise 14 saat çalışıldığını söyledi.",),
        "14 saat",
        None,
    ),
    (
        "en",
        "the round that was dated before",
        (
            "The second round of talks was held on August 4 in Geneva.",
            "A tariff dispute goes on. In the second round the two sides sat together for nine hours.",
        ),
        "nine hours",
        ("2025-08-04", "2025-08-04"),
    ),
    (
        "tr",
        "the next day counts from the day told in another paragraph",
        ("Bakan 4 Ağustos'ta Riga'da mevkidaşıyla görüştü.", "Bakan, ertesi gün Vilnius'ta heyetle görüştü."),
        "Vilnius'ta",
        ("2025-08-05", "2025-08-05"),
    ),
    (
        "tr",
        "a weekday of the stretch that is told of",
        ("Bakan 4-8 Ağustos tarihlerinde üç ülkeyi ziyaret etti.", "Perşembe günü Riga'da heyetle görüştü."),
        "Riga'da",
        ("2025-08-07", "2025-08-07"),
    ),
    (
        "en",
        "a weekday of the stretch that is told of",
        (
            "The minister visited three countries from August 4 to August 8.",
            "On Thursday she met her counterpart in Riga.",
        ),
        "in Riga",
        ("2025-08-07", "2025-08-07"),
    ),
    (
        "en",
        "a weekday that the stretch does not have",
        (
            "The minister visited three countries from August 4 to August 8.",
            "On Sunday she met her counterpart in Riga.",
        ),
        "in Riga",
        ("2025-08-10", "2025-08-10"),
    ),
    (
        "tr",
        "a weekday to come is not of the stretch",
        ("Bakan 4-8 Ağustos tarihlerinde üç ülkeyi ziyaret etti.", "Cuma günü Riga'da heyetle görüşecek."),
        "Riga'da",
        ("2025-08-15", "2025-08-15"),
    ),
    (
        "en",
        "what was said on a day had happened by then",
        ('"A bus crashed," the governor said on August 2, after leaving the ministry.',),
        "A bus crashed",
        ("2025-08-02", "2025-08-02"),
    ),
    (
        "tr",
        "what had been expected is past",
        ("Çarşamba günü yapılması beklenen toplantı bir gün ertelenmişti.",),
        "Çarşamba günü",
        ("2025-08-13", "2025-08-13"),
    ),
    (
        "tr",
        "what is put off while it is still expected",
        ("Cuma günü yapılması beklenen toplantı ertelendi.",),
        "Cuma günü",
        ("2025-08-15", "2025-08-15"),
    ),
    (
        "en",
        "what had been expected is past",
        ("The talks had been due on Tuesday.",),
        "due on Tuesday",
        ("2025-08-12", "2025-08-12"),
    ),
    (
        "en",
        "what is due is ahead",
        ("The talks are due on Tuesday.",),
        "due on Tuesday",
        ("2025-08-19", "2025-08-19"),
    ),
    (
        "en",
        "days between which something lasted",
        ("She visited five ports between July 9 and 13.",),
        "five ports",
        ("2025-07-09", "2025-07-13"),
    ),
    (
        "en",
        "one round that took two days",
        ("The first round of talks, on August 4 and 5, ended without a deal.",),
        "first round",
        ("2025-08-04", "2025-08-05"),
    ),
    (
        "tr",
        "a plan is not what the next paragraph is about",
        (
            "Limanda salı günü yangın çıktı. Yarın bir miting düzenlenecek.",
            "Vali, ekiplerin 11 saat çalıştığını aktardı.",
        ),
        "11 saat",
        ("2025-08-12", "2025-08-12"),
    ),
    (
        "en",
        "nor is a day to come that was agreed on",
        (
            "The envoys met in Riga on Tuesday. They agreed to meet again in September.",
            "The delegation was led by the deputy minister.",
        ),
        "delegation was led",
        ("2025-08-12", "2025-08-12"),
    ),
    (
        "en",
        "an event that was named with its day",
        ("Police detained 40 people over Sunday's rally.", "The rally lasted four hours."),
        "four hours",
        ("2025-08-10", "2025-08-10"),
    ),
    (
        "tr",
        "an event that was named with its day",
        ("Polis, 4 Ağustos'taki grev nedeniyle 40 kişiyi bugün gözaltına aldı.", "Grev dört saat sürdü."),
        "dört saat",
        ("2025-08-04", "2025-08-04"),
    ),
    (
        "tr",
        "another kind of event than the one named with its day",
        ("Polis, 4 Ağustos'taki grev nedeniyle 40 kişiyi bugün gözaltına aldı.", "Bolu'da deprem oldu."),
        "Bolu'da deprem",
        ("2025-08-14", "2025-08-14"),
    ),
]


@pytest.mark.parametrize(
    ("code", "paragraphs", "words", "expected"),
    [pytest.param(code, *case, id=f"{code}: {name}") for code, name, *case in CASES],
)
def test_the_day_that_the_passage_gives(
    code: str, paragraphs: tuple[str, ...], words: str, expected: DAY | None
) -> None:
    told = [claim for claim in said(*paragraphs, code=code) if words in claim.text]
    assert [days(claim.date) for claim in told] == [expected]
