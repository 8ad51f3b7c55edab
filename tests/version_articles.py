"""Own articles that are published again with other text, in Turkish and English."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from workbench.importing.expanding import Options
from workbench.importing.report import ImportReport
from workbench.importing.run import import_found
from workbench.models import DateSign
from workbench.sources.documents import Article, Document, Known
from workbench.store import Store

TITLE = "Örenköy'de sel felaketi: Arama çalışmaları sürüyor"
URL = "https://www.ornekhaber.example/dunya/sel-4711"
PARAGRAPHS = (
    "Karadeniz kıyısındaki Örenköy'de {day} Mayıs'ta meydana gelen selde {toll} kişi hayatını kaybetti.",
    "Vali Ahmet Yılmaz, bölgeye 14 arama kurtarma ekibinin gönderildiğini söyledi.",
    "{who}, 1.200 kişinin tahliye edildiğini ve üç köprünün yıkıldığını açıkladı.",
    "Enkaz kaldırma çalışmaları sürerken bölgeye sahra hastanesi kuruldu ve çadırlar gönderildi.",
    "Meteoroloji yetkilileri yağışın hafta sonuna kadar etkisini sürdüreceğini bildirdi.",
)
ENGLISH_TITLE = "Dozens killed as flood hits Oakbridge"
ENGLISH_URL = "https://news.example.org/world/flood-77"
ENGLISH_PARAGRAPHS = (
    "At least {toll} people were killed when a flood hit the town of Oakbridge on {day} May 2025.",
    "Mayor Anne Porter said that 14 rescue teams had been sent to the valley on Tuesday.",
    "{who} said 1,200 people had been evacuated and three bridges had been destroyed.",
    "A field hospital was set up near the river while volunteers handed out tents and blankets.",
    "Forecasters expect the rain to last until the end of the week in the north of the country.",
)


def text(
    toll: int = 66,
    day: int = 26,
    who: str = "",
    *,
    mark: str = "",
    order: str = "01234",
    english: bool = False,
) -> str:
    """The body of a version."""
    told = ENGLISH_PARAGRAPHS if english else PARAGRAPHS
    who = who or ("Officials" if english else "Yetkililer")
    paragraphs = [told[int(at)].format(toll=toll, day=day, who=who) for at in order]
    return "\n\n".join(([mark] if mark else []) + paragraphs)


def article(
    body: str,
    *,
    url: str | None = URL,
    title: str = TITLE,
    publisher: str | None = "Örnek Haber",
    published: date | None = date(2025, 5, 27),
    name: str = "haber",
) -> Article:
    """A version as a reader finds it on a page."""
    day = (DateSign("metadata", published, published, "day", str(published)),) if published else ()
    known = Known(title, publisher, url=url, signs=day)
    return Article(name, body, f"{name}{url}{published}{body}".encode(), "text", known=known)


def take_in(store: Store, *articles: Article | Document) -> ImportReport:
    """Imports them in this order."""
    return import_found(store, list(articles), Options())


def in_file(path: Path, body: str, title: str = TITLE) -> Document:
    """A text file with this body, written anew."""
    path.write_text(f"{title}\n\n27 Mayıs 2025\n\n{body}\n", encoding="utf-8")
    return Document(path.name, path)
