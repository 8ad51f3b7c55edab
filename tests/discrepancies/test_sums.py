"""Sums (rule 6 of the design): what adds up is quiet, what does not is shown."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from discrepancy_making import SOURCES, event_of, found, number, on, only, sound, told
from story_reading import article, story

from workbench.discrepancies import detect
from workbench.models import EACH_SIDE, Discrepancy

DAY = "12.03.2026"


def tr(*sentences: str, title: str = "Son durum") -> str:
    return article(title, DAY, " ".join(sentences))


def en(*sentences: str) -> str:
    return article("What is known", "March 12, 2026", " ".join(sentences))


READ = [
    pytest.param(
        tr("Selde ölenlerin sayısı 78'e çıktı.", "Ölenlerin 27'si çocuk, 51'i yetişkin."),
        None,
        id="adds up, tr",
    ),
    pytest.param(
        tr("Selde ölenlerin sayısı 78'e çıktı.", "Ölenlerin 27'si çocuk, 50'si yetişkin."),
        "27 + 50 make 77",
        id="children and adults, tr",
    ),
    pytest.param(
        tr("Gölde dün batan feribotta 46 kişi bulunuyordu.",
           "Ekipler 40 kişiyi kurtardı, 4 kişinin cesedine ulaşıldı, 2 kişi hâlâ kayıp."),
        None,
        id="rescued, dead and missing, tr",
    ),
    pytest.param(
        tr("Gölde dün batan feribotta 46 kişi bulunuyordu.",
           "Ekipler 38 kişiyi kurtardı, 4 kişinin cesedine ulaşıldı, 2 kişi hâlâ kayıp."),
        "38 + 4 + 2 make 44",
        id="two are not accounted for, tr",
    ),
    pytest.param(
        tr("Gölde dün batan feribotta 46 kişi bulunuyordu.", "Ekipler 38 kişiyi kurtardı, 4 kişi öldü."),
        None,
        id="the missing may be the rest, tr",
    ),
    pytest.param(
        en("A ferry with 89 passengers and seven sailors on board sank on Wednesday.",
           "Divers said 71 people were rescued, 20 people were killed and 5 people are missing."),
        None,
        id="the whole in two pieces, en",
    ),
    pytest.param(
        en("Police detained 45 people at Saturday's protest in Izmir: 30 men and 16 women."),
        "30 + 16 make 46",
        id="more than the whole, en",
    ),
    pytest.param(
        en("Police detained 45 people at Saturday's protest in Izmir: 30 men and 15 women."),
        None,
        id="adds up, en",
    ),
    pytest.param(
        en("A ferry with 52 people on board sank on Wednesday.",
           "Divers said 40 people were rescued, 9 people were killed and 5 people are missing."),
        "40 + 9 + 5 make 54",
        id="more than were on board, en",
    ),
    pytest.param(
        en("The blast in the factory on Wednesday injured 45 people.", "Among the guests were 30 men."),
        None,
        id="one part is no sum, en",
    ),
    pytest.param(
        tr("Çamlıdere'de dün yapılan belediye başkanlığı seçiminde Nermin Taş oyların yüzde 52,4'ünü, "
           "Kadir Altın yüzde 44,1'ini, Ayşe Demir yüzde 8,2'sini aldı.", title="Seçim sonuçları"),
        "make 104.7%",
        id="more than every vote, tr",
    ),
    pytest.param(
        tr("Çamlıdere'de dün yapılan belediye başkanlığı seçiminde Nermin Taş oyların yüzde 52,4'ünü, "
           "Kadir Altın yüzde 44,1'ini aldı.", title="Seçim sonuçları"),
        None,
        id="others had the rest, tr",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), READ)
def test_parts_and_whole_as_they_are_read(text: str, said: str | None) -> None:
    shown = story([text])
    totals = only(shown.discrepancies, "total")
    assert [said in d.why for d in totals] == ([True] if said else [])
    assert all(sound(d, shown.claims) for d in totals)
    assert only(shown.flags, "count") == []


def stages(total: float, *sizes: float, **changes: Any) -> list[Discrepancy]:
    """A whole exchange of so many for each side, and its days as events of their own."""
    whole = told("s1", quantities=number(total, side=EACH_SIDE, **changes), date=on(date(2025, 5, 23)))
    days = [
        told("s2", quantities=number(size, side=EACH_SIDE), date=on(date(2025, 5, 23 + n)), start=n * 20)
        for n, size in enumerate(sizes)
    ]
    events = [event_of([whole], "e-whole"), *(event_of([c], f"e-{c.start}", parent="e-whole") for c in days)]
    return only(detect(events, {c.id: c for c in (whole, *days)}, SOURCES), "total")


@pytest.mark.parametrize(
    ("total", "sizes", "changes", "expected"),
    [
        pytest.param(1000, (390, 307, 303), {}, [], id="the days make the whole"),
        pytest.param(1200, (390, 507, 313), {}, ["tension"], id="a round whole, rounded"),
        pytest.param(1205, (390, 507, 313), {}, ["conflict"], id="the days make more"),
        pytest.param(1005, (390, 307, 303), {}, ["conflict"], id="the days make less"),
        pytest.param(2000, (390, 307, 303), {}, [], id="far less: not all stages are known"),
        pytest.param(390, (390,), {}, [], id="one stage is no sum"),
        pytest.param(990, (390, 307, 303), {"modifier": "more_than"}, [], id="a bounded whole"),
    ],
)
def test_stages_of_an_exchange(
    total: float, sizes: tuple[float, ...], changes: dict[str, Any], expected: list[str]
) -> None:
    assert [d.verdict for d in stages(total, *sizes, **changes)] == expected


def test_the_reader_is_told_the_sum_and_its_slip() -> None:
    (difference,) = stages(1001, 390, 307, 313)
    assert difference.why.startswith("390 + 307 + 313 make 1010, not the stated total of 1001.")
    (slipped,) = stages(910, 400, 307, 302)
    assert slipped.slip is None
    (slipped,) = stages(871, 400, 307, 110)
    assert (slipped.slip, "817 and 871 have two digits in another order" in slipped.why) == ("digits", True)


def test_parts_of_one_sum_are_no_difference() -> None:
    days = [told("s1", quantities=number(n), start=at * 20) for at, n in enumerate((390, 307, 303))]
    whole = told("s2", quantities=number(1000))
    assert only(found(*days, told("s1", quantities=number(1000), start=90), whole), "count") == []
    shown = only(found(*days, told("s1", quantities=number(1001), start=90)), "count")
    assert shown != []
