"""Small made-up articles, the same for the same seed: Turkish and English, telling of shared events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

_PLACES = ("Akçakum", "Derebaşı", "Iğdırova", "İncesu", "Şahinler", "Göksuyu", "Ulubey", "Çamlıdere")
_PEOPLE = ("Sedef Arıkan", "Murat Işıkhan", "Ömer Çağlar", "Elif Güngören", "İlker Şimşek")
_MONTHS = (
    "Ocak",
    "Şubat",
    "Mart",
    "Nisan",
    "Mayıs",
    "Haziran",
    "Temmuz",
    "Ağustos",
    "Eylül",
    "Ekim",
    "Kasım",
)
_FURNITURE = (
    "En çok okunanlar\n\nHava durumu\n\nNöbetçi eczaneler",
    "İlgili Haberler\n\nKöprü 2 gün kapalı",
    "",
)


@dataclass(frozen=True, slots=True)
class Happening:
    """What several articles tell of, each in its way."""

    day: date
    place: str
    person: str
    hurt: int
    freed: int


def write_articles(folder: Path, number: int, seed: int) -> None:
    """`number` text files in `folder`, about one happening for every four of them."""
    random = Random(seed)
    happenings = [_happening(random) for _ in range(max(1, number // 4))]
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        tell = random.choice((_fire, _exchange, _talks, _english))
        text = tell(random, random.choice(happenings), index)
        (folder / f"{index:03}.txt").write_text(
            text, encoding=random.choice(("utf-8", "utf-8-sig", "utf-16"))
        )


def _happening(random: Random) -> Happening:
    day = date(2025, 1, 5) + timedelta(days=random.randrange(320))
    places = random.choice(_PLACES), random.choice(_PEOPLE)
    return Happening(day, *places, random.randrange(3, 90), random.randrange(10, 60) * 10)


def _turkish(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _told(random: Random, number: int) -> int:
    """The number, or another one: sources differ."""
    return number if random.random() < 0.7 else number + random.randrange(1, 12)


def _page(random: Random, title: str, told: date, *paragraphs: str) -> str:
    parts = [title, f"{told:%d.%m.%Y}", *paragraphs, random.choice(_FURNITURE)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _fire(random: Random, what: Happening, index: int) -> str:
    told = what.day + timedelta(days=random.randrange(1, 4))
    return _page(
        random,
        f"{what.place} depo yangınında son durum ({index})",
        told,
        f"{what.place} limanında {_turkish(what.day)} gecesi çıkan yangında {_told(random, what.hurt)} kişi "
        f"yaralandı. Vali {what.person}, alevlerin {random.randrange(2, 9)} saatte söndürüldüğünü söyledi.",
        f"Belediye, hasarın {_told(random, what.freed)} bin lirayı bulduğunu açıkladı. Soruşturma sürüyor.",
    )


def _exchange(random: Random, what: Happening, index: int) -> str:
    told = what.day + timedelta(days=random.randrange(0, 3))
    return _page(
        random,
        f"Esir takası: {what.place} sınırında dönüş ({index})",
        told,
        f"Taraflar {_turkish(what.day)}'{'te' if what.day.month in (3, 4) else 'da'} {what.place} yakınında "
        f"{_told(random, what.freed)}'er esiri serbest bıraktı.",
        f"{what.person}, “Bugün evine dönen herkes için sevinçliyiz, sıra ötekilerde” dedi. "
        f"Geçen hafta {_told(random, what.hurt)} sivil daha bırakılmıştı.",
    )


def _talks(random: Random, what: Happening, index: int) -> str:
    told = what.day + timedelta(days=1)
    return _page(
        random,
        f"Su paylaşımı görüşmelerinin {1 + index % 4}. turu",
        told,
        f"İki vilayetin heyetleri {_turkish(what.day)} {what.day.year}'te {what.place} kasabasında buluştu. "
        f"Görüşme {random.randrange(1, 6)} saat sürdü.",
        f"{what.person} dün yaptığı açıklamada {_told(random, what.hurt)} kilometrelik kanalın onarılacağını "
        f"söyledi. Yeni tur gelecek ay yapılacak.",
    )


def _english(random: Random, what: Happening, index: int) -> str:
    told = what.day + timedelta(days=random.randrange(1, 4))
    day = f"{what.day.day} {what.day:%B}"
    return _page(
        random,
        f"Harbour fire at {what.place}: what is known ({index})",
        told,
        f"A warehouse fire in {what.place} injured {_told(random, what.hurt)} people on {day}, the governor "
        f"{what.person} said. Crews put it out in {random.randrange(2, 9)} hours.",
        f"Each side released {_told(random, what.freed)} prisoners on the same day, officials said.",
    )
