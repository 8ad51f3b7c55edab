"""One report told again: numbers, days and names written in every way that means the same.

The sentences are plain ones of each kind of event; `{n}` is where the number goes, `{d}` the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from story_reading import article

DAY = date(2025, 5, 24)
TOLD = DAY + timedelta(1)
_MONTHS = {5: "Mayıs", 6: "Haziran"}
_LOCATIVE = {5: "Mayıs'ta", 6: "Haziran'da"}
_WEEKDAYS = ("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar")

TURKISH = {
    "fire": "Gemlik'te {d} bir fabrikada çıkan yangında {n} kişi yaralandı.",
    "exchange": "Rusya ile Ukrayna {d} {n} savaş esirini takas etti.",
    "election": "Çamlıdere'de {d} yapılan belediye başkanlığı seçimini Nermin Taşdelen {n} oyla kazandı.",
    "protest": "İzmir'de {d} düzenlenen mitinge {n} kişi katıldı.",
    "earthquake": "Elazığ'da {d} meydana gelen depremde {n} bina hasar gördü.",
    "flood": "Rize'de {d} yaşanan selde {n} kişi tahliye edildi.",
    "ferry": "Van Gölü'nde {d} batan feribotta {n} yolcu bulunuyordu.",
    "strike": "Ereğli'deki çelik fabrikasında {d} başlayan greve {n} işçi katıldı.",
    "mine": "Soma'daki madende {d} meydana gelen göçükte {n} işçi öldü.",
    "bodies": "Rusya {d} Ukrayna'ya {n} askerin cenazesini teslim etti.",
}
ENGLISH = {
    "fire": "A fire at a factory in Gemlik injured {n} people {d}.",
    "exchange": "Russia and Ukraine exchanged {n} prisoners of war {d}.",
    "election": "Nermin Taşdelen won the mayoral election in Çamlıdere {d} with {n} votes.",
    "protest": "A rally in İzmir {d} drew {n} people.",
    "earthquake": "An earthquake in Elazığ damaged {n} buildings {d}.",
    "flood": "A flood in Rize forced the evacuation of {n} people {d}.",
    "ferry": "A ferry that sank on Lake Van {d} was carrying {n} passengers.",
    "strike": "{n} workers joined the strike that began at the Ereğli steel plant {d}.",
    "mine": "A collapse in a mine in Soma killed {n} workers {d}.",
    "bodies": "Russia handed over the bodies of {n} soldiers to Ukraine {d}.",
}
TITLES = {
    "fire": ("Fabrika yangını", "Factory fire"),
    "exchange": ("Esir takası", "Prisoner swap"),
    "election": ("Seçim sonuçlandı", "Election decided"),
    "protest": ("Miting yapıldı", "Rally held"),
    "earthquake": ("Deprem", "Earthquake"),
    "flood": ("Sel", "Flood"),
    "ferry": ("Feribot kazası", "Ferry sinks"),
    "strike": ("Grev", "Strike"),
    "mine": ("Madende göçük", "Mine collapse"),
    "bodies": ("Cenazeler teslim edildi", "Bodies handed over"),
}


@dataclass(frozen=True)
class Telling:
    """One article about an event of that kind: in which language, and how number and day are written."""

    kind: str
    language: str
    number: str
    day: str
    told: date = TOLD

    @property
    def text(self) -> str:
        turkish = self.language == "tr"
        sentence = (TURKISH if turkish else ENGLISH)[self.kind].format(n=self.number, d=self.day)
        dateline = f"{self.told:%d.%m.%Y}" if turkish else f"{self.told:%B} {self.told.day}, {self.told.year}"
        return article(TITLES[self.kind][0 if turkish else 1], dateline, sentence[0].upper() + sentence[1:])


def telling(kind: str, language: str, number: int, day: date = DAY) -> Telling:
    """The plainest telling: grouped digits, a whole date."""
    return Telling(kind, language, numbers(number, language)[0], days(day, language)[0][0])


def numbers(value: int, language: str) -> list[str]:
    """A whole number from 1,000 to 9,999 in every way that the language writes it."""
    thousands, rest = divmod(value, 1000)
    if language == "tr":
        grouped = [f"{value:,}".replace(",", "."), str(value), _in_turkish(value)]
        return [*grouped, f"{thousands} bin {rest}" if rest else f"{thousands} bin"]
    return [f"{value:,}", str(value), _in_english(value)]


def days(day: date, language: str) -> list[tuple[str, date]]:
    """A day in every way that the language writes it, each with the day on which it is told that way."""
    after, week = day + timedelta(1), day.weekday()
    if language == "tr":
        return [
            (f"{day.day} {_MONTHS[day.month]} {day.year}'te", after),
            (f"{day.day} {_LOCATIVE[day.month]}", after),
            (f"{day.day} {_MONTHS[day.month]} {_WEEKDAYS[week].capitalize()} günü", after),
            (f"{_WEEKDAYS[week]} günü", after),
            ("dün", after),
            ("bugün", day),
        ]
    return [
        (f"on {day:%B} {day.day}, {day.year}", after),
        (f"on {day.day} {day:%B} {day.year}", after),
        (f"on {day:%B} {day.day}", after),
        (f"on {day:%A}", after),
        ("yesterday", after),
        ("today", day),
    ]


_ONES_TR = ("", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS_TR = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_ONES_EN = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS_EN = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _in_turkish(value: int) -> str:
    thousands, rest = divmod(value, 1000)
    hundreds, rest = divmod(rest, 100)
    tens, ones = divmod(rest, 10)
    parts = []
    if thousands:
        parts += [_ONES_TR[thousands] if thousands > 1 else "", "bin"]
    if hundreds:
        parts += [_ONES_TR[hundreds] if hundreds > 1 else "", "yüz"]
    return " ".join(part for part in (*parts, _TENS_TR[tens], _ONES_TR[ones]) if part)


def _in_english(value: int) -> str:
    thousands, rest = divmod(value, 1000)
    hundreds, rest = divmod(rest, 100)
    parts = [f"{_ONES_EN[thousands]} thousand"] if thousands else []
    parts += [f"{_ONES_EN[hundreds]} hundred"] if hundreds else []
    if rest >= len(_ONES_EN):
        tens, ones = divmod(rest, 10)
        small = f"{_TENS_EN[tens]}-{_ONES_EN[ones]}" if ones else _TENS_EN[tens]
    else:
        small = _ONES_EN[rest]
    if small:
        parts += [f"and {small}" if parts else small]
    return " ".join(parts)
