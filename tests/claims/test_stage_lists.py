"""What a text tells stage by stage: one claim for each stage, on its own day where the text gives it."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.claims import read_claims
from workbench.models import Claim
from workbench.sources import source_from_bytes


def read(text: str, *, told: str) -> tuple[Claim, ...]:
    return read_claims(source_from_bytes(f"{told}\n\n{text}\n".encode(), "a.txt"))


TR, EN = "26.05.2025", "May 26, 2025"
LISTS = [
    pytest.param(
        TR,
        "İlk gün 318, ikinci gün 292, üçüncü gün 303 esir serbest bırakıldı.",
        [("İlk gün 318", 318), ("ikinci gün 292", 292), ("üçüncü gün 303 esir serbest bırakıldı.", 303)],
        id="three days, tr",
    ),
    pytest.param(
        TR,
        "Takasın ilk aşamasında 120 kişi, son aşamasında ise 80 kişi evine döndü.",
        [("Takasın ilk aşamasında 120 kişi", 120), ("son aşamasında ise 80 kişi evine döndü.", 80)],
        id="the last stage needs no number, tr",
    ),
    pytest.param(
        TR,
        "Serbest kalanların sayısı 610'a ulaştı: İlk gün 318, ikinci gün 292 esir bırakıldı.",
        [
            ("Serbest kalanların sayısı 610'a ulaştı:", 610),
            ("İlk gün 318", 318),
            ("ikinci gün 292 esir bırakıldı.", 292),
        ],
        id="behind the whole, tr",
    ),
    pytest.param(
        TR,
        "Takasın ikinci gününde 270 asker ve 37 sivil serbest bırakıldı.",
        [("Takasın ikinci gününde 270 asker ve 37 sivil serbest bırakıldı.", 270)],
        id="two numbers of one stage, tr",
    ),
    pytest.param(
        EN,
        "On the first day 318 prisoners were released, 292 on the second and 260 on the last day.",
        [
            ("On the first day 318 prisoners were released", 318),
            ("292 on the second", 292),
            ("and 260 on the last day.", 260),
        ],
        id="the day before and behind its number, en",
    ),
    pytest.param(
        EN,
        "In the first stage 390 prisoners were freed, in the second 307.",
        [("In the first stage 390 prisoners were freed", 390), ("in the second 307.", 307)],
        id="a stage named by its number alone, en",
    ),
    pytest.param(
        EN,
        "Each side released 390 prisoners on Friday, 307 on Saturday, and 303 on Sunday.",
        [
            ("Each side released 390 prisoners on Friday", 390),
            ("307 on Saturday", 307),
            ("and 303 on Sunday.", 303),
        ],
        id="by days of the week, en",
    ),
]


@pytest.mark.parametrize(("told", "text", "expected"), LISTS)
def test_each_stage_is_told_by_a_claim_of_its_own(
    told: str, text: str, expected: list[tuple[str, float]]
) -> None:
    claims = read(text, told=told)
    assert [(c.text, c.quantities[0].value) for c in claims] == expected
    assert {c.event_type for c in claims} == {"prisoner_exchange"}
    assert {q.unit for c in claims for q in c.quantities} == {"person"}


def test_each_side_holds_for_every_day_of_a_list() -> None:
    claims = read("Each side released 390 prisoners on Friday, 307 on Saturday.", told=EN)
    assert [q.side for c in claims for q in c.quantities] == ["each", "each"]


DAYS = [
    pytest.param(
        TR,
        "Takas 23 Mayıs'ta başladı. Takasın ilk gününde 318 esir, üçüncü gününde 303 esir serbest bırakıldı.",
        [date(2025, 5, 23), date(2025, 5, 25)],
        id="counted from the day on which it began, tr",
    ),
    pytest.param(
        TR,
        "Takas 23-25 Mayıs tarihlerinde yapıldı. Takasın ilk günü 318 esir, ikinci günü 292 esir döndü.",
        [date(2025, 5, 23), date(2025, 5, 24)],
        id="counted from the first of its days, tr",
    ),
    pytest.param(
        EN,
        "On the second day of the swap, May 24, 292 prisoners were freed. On the first day 318 were freed.",
        [date(2025, 5, 24), date(2025, 5, 23)],
        id="counted back from another day, en",
    ),
    pytest.param(
        EN,
        "On the first day of the swap 318 prisoners were freed. On the second day 292 prisoners were freed.",
        [None, None],
        id="two days, and nothing says when, en",
    ),
    pytest.param(
        TR,
        "Takasın ikinci gününde 292 esir serbest bırakıldı.",
        [date(2025, 5, 26)],
        id="the one day told of is today's news, tr",
    ),
]


@pytest.mark.parametrize(("told", "text", "expected"), DAYS)
def test_the_day_of_a_stage_is_counted_from_the_first(
    told: str, text: str, expected: list[date | None]
) -> None:
    stages = [claim for claim in read(text, told=told) if any(o.of == "day" for o in claim.ordinals)]
    assert [claim.date and claim.date.start for claim in stages] == expected
    for claim in stages:
        assert not claim.date or claim.date.expr in claim.text
