"""Made-up articles as long and as dense as real ones, Turkish and English, the same for the same seed.

Each sentence is put together anew from clauses, names, numbers, days and words, so that hardly one occurs
twice; the real articles of the evaluation give some 7.5 claims a kilobyte, which `claims_a_kilobyte` holds
these against.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from workbench.claims import read_claims
from workbench.sources import source_from_text

LENGTH = 9_000
"""Bytes of an article, about: what the real ones come to on average."""
ENGLISH_SHARE = 0.2
_TURKISH_MONTHS = (
    "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran",
    "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
)  # fmt: skip
_PLACES = (
    "Ankara", "İzmir", "Şanlıurfa", "Diyarbakır", "Kocaeli", "Balıkesir", "Muğla", "Trabzon", "Gaziantep",
    "Kiev", "Moskova", "Berlin", "Paris", "Londra", "Washington", "Cenevre", "Tiflis", "Bakü", "Varşova",
)  # fmt: skip
_ENGLISH_PLACES = (
    "Ankara", "Izmir", "Kyiv", "Moscow", "Berlin", "Paris", "London", "Washington", "Geneva", "Tbilisi",
    "Baku", "Warsaw", "Athens", "Cairo", "Doha", "Riyadh", "Tehran", "Vienna", "Brussels", "Rome",
)  # fmt: skip
_FIRST = (
    "Sedef",
    "Murat",
    "Ömer",
    "Elif",
    "İlker",
    "Ayşe",
    "Kemal",
    "Zeynep",
    "Barış",
    "Gül",
    "Anna",
    "Mark",
)
_LAST = ("Arıkan", "Işıkhan", "Çağlar", "Güngören", "Şimşek", "Demirtaş", "Kılıç", "Öztürk", "Weber", "Novak")
_SYLLABLES = (
    "ba",
    "ke",
    "lı",
    "dur",
    "sö",
    "gün",
    "taş",
    "mer",
    "kol",
    "yaz",
    "çin",
    "der",
    "su",
    "or",
    "bel",
)

_TURKISH = (
    "{day} günü {place} kentinde çıkan yangında {small} kişi hayatını kaybetti, {n} kişi yaralandı",
    "{name}, {place} ziyaretinde {n} askerin geri döndüğünü söyledi",
    "Taraflar {day} tarihinde {place} kentinde bir araya geldi ve {n} esirin takası konusunda anlaştı",
    "Yetkililer {day} sabahı meydana gelen depremde {n} binanın hasar gördüğünü açıkladı",
    "{name} ile {name} arasındaki telefon görüşmesi {day} akşamı yapıldı",
    "Bakanlık, {place} bölgesine {n} ton yardım gönderildiğini bildirdi",
    "{place} Valiliği {n} kişinin gözaltına alındığını, {small} kişinin arandığını duyurdu",
    "{day} itibarıyla ölenlerin sayısı {n} oldu",
    "{name}, “Bu {word} bizim için önemlidir, {n} aile bekliyor” dedi",
    "Mahallede yaşayanlar {word} ve {word} için belediyeden destek istedi",
    "Uzmanlara göre {word} ile {word} arasındaki bağ henüz bilinmiyor",
    "{place} merkezli çalışmalar {word} nedeniyle ertesi güne kaldı",
    "Görüşmede {word}, {word} ve {word} başlıkları ele alındı",
    "Yaklaşık {n} kişi {day} günü {place} meydanında toplandı",
    "Uçakta bulunan {small} yolcu ve {small} mürettebat için arama çalışması başlatıldı",
    "Anlaşma {day} günü imzalandı, {n} kişilik ilk grup {place} kentine ulaştı",
)
_ENGLISH = (
    "A fire in {place} on {day} killed {small} people and injured {n}",
    "{name} said in {place} that {n} soldiers had come home",
    "The two sides met in {place} on {day} and agreed to exchange {n} prisoners",
    "Officials said {n} buildings were damaged by the earthquake of {day}",
    "{name} spoke with {name} by telephone on {day}",
    "The ministry sent {n} tonnes of aid to {place}, a spokesman said",
    "Police in {place} detained {n} people and are looking for {small} more",
    "The death toll had risen to {n} by {day}",
    "“This {word} matters to us and {n} families are waiting,” {name} said",
    "Residents asked the council for help with {word} and {word}",
    "It is not yet known how {word} and {word} are connected",
    "About {n} people gathered in {place} on {day}",
    "The agreement was signed on {day} and a first group of {n} reached {place}",
)
_TURKISH_PROSE = (
    "Bölgede {word} bekleyişi sürerken {word} için kurulan masada sessizlik hakimdi",
    "Eski bir {word} ustası, {word} kokusunun sokaklara sindiğini, artık {word} konuşulmadığını anlatıyor",
    "{word} meselesinin arkasında ne olduğu, {word} tarafında nasıl karşılanacağı merak ediliyor",
    "Konuyu yakından izleyenler {word} ile {word} arasında bir denge arandığı görüşünde",
    "Bunun {word} açısından ne anlama geldiği ise zamanla, {word} netleştikçe anlaşılacak",
)
_ENGLISH_PROSE = (
    "In the streets around the old {word} few people wanted to talk about {word} or what might follow",
    "What lies behind the {word}, and how the {word} will take it, remains a matter of opinion",
    "Those who follow the matter closely see a search for some balance between {word} and {word}",
    "Whether this means anything for the {word} will become clear as the {word} settles",
)
_PROSE_SHARE = 0.75
"""So many sentences say nothing that can be checked."""
_FURNITURE = (
    "Paylaş\n\nYorumlar\n\nEn çok okunanlar",
    "İlgili Haberler\n\nHava durumu",
    "Share\n\nMost read",
    "",
)


@dataclass(frozen=True, slots=True)
class _Tongue:
    sentences: Sequence[str]
    prose: Sequence[str]
    places: Sequence[str]
    day: Callable[[date], str]


def _turkish(day: date) -> str:
    return f"{day.day} {_TURKISH_MONTHS[day.month - 1]} {day.year}"


def _english(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


_TONGUES = {
    "tr": _Tongue(_TURKISH, _TURKISH_PROSE, _PLACES, _turkish),
    "en": _Tongue(_ENGLISH, _ENGLISH_PROSE, _ENGLISH_PLACES, _english),
}


def article(number: int, *, seed: int = 1, length: int = LENGTH) -> str:
    """The text of one article; other numbers and seeds give others."""
    random = Random(f"{seed}:{number}")
    tongue = _TONGUES["en" if random.random() < ENGLISH_SHARE else "tr"]
    told = date(2025, 1, 5) + timedelta(days=random.randrange(340))
    parts = [_sentence(random, tongue, told), f"{told:%d.%m.%Y}"]
    written = 0
    while written < length:
        sentences = (_sentence(random, tongue, told) for _ in range(random.randrange(2, 5)))
        parts.append(" ".join(f"{sentence}." for sentence in sentences))
        written += len(parts[-1].encode())
    parts.append(random.choice(_FURNITURE))
    return "\n\n".join(part for part in parts if part) + "\n"


def write_articles(folder: Path, number: int, *, seed: int = 1, length: int = LENGTH) -> int:
    """Writes so many articles to a folder, a file each; gives their bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for index in range(number):
        text = article(index, seed=seed, length=length)
        written += (folder / f"{index:06}.txt").write_bytes(text.encode())
    return written


def claims_a_kilobyte(texts: Sequence[str]) -> float:
    """How many claims are read in a kilobyte of such texts."""
    sources = [source_from_text(text, file="a.txt") for text in texts]
    claims = sum(len(read_claims(source)) for source in sources)
    return 1000 * claims / sum(len(text.encode()) for text in texts)


def _sentence(random: Random, tongue: _Tongue, told: date) -> str:
    pattern = random.choice(tongue.prose if random.random() < _PROSE_SHARE else tongue.sentences)
    filled = ""
    for piece in pattern.split("{"):
        name, brace, rest = piece.partition("}")
        filled += f"{_slot(random, tongue, told, name)}{rest}" if brace else piece
    return filled[:1].upper() + filled[1:]


def _slot(random: Random, tongue: _Tongue, told: date, name: str) -> str:
    match name:
        case "day":
            return tongue.day(told - timedelta(days=random.randrange(40)))
        case "place":
            return random.choice(tongue.places)
        case "name":
            return f"{random.choice(_FIRST)} {random.choice(_LAST)}"
        case "n":
            return str(random.randrange(12, 990))
        case "small":
            return str(random.randrange(2, 12))
        case _:
            words = ("".join(random.choices(_SYLLABLES, k=random.randrange(2, 5))) for _ in range(3))
            return " ".join(words)
