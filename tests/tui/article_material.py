"""Two made-up articles as they are imported, for the article screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from workbench.models import Claim, Source
from workbench.pipeline import import_paths, link_pending
from workbench.store import Store, open_store
from workbench.tui.articles import stops_of
from workbench.tui.screens.article import ArticleScreen

TODAY = date(2026, 2, 10)
HARBOUR = """Liman yangınında bilanço

Körfez Postası - 03.02.2026

2 Şubat 2026'da Akçakum limanında çıkan yangında 14 işçi yaralandı. Vali Sedef Arıkan yangının gece \
başladığını söyledi. İtfaiye alevleri altı saatte söndürdü, liman iki gün boyunca gemilere kapalı kaldı.

Rıhtımdaki vinçlerden üçü kullanılamaz hale geldi. Belediye 5 Şubat'ta toplantı yapacak.

En çok okunanlar
Hava durumu
"""
FERRY = """Akçakum'da yangın

Sahil Haber - 04.02.2026

2 Şubat 2026'da Akçakum limanında çıkan yangında 17 işçi yaralandı. Hasar 40 milyon lira.
"""


def imported(folder: Path) -> Path:
    """A database of both, matched."""
    folder.mkdir(exist_ok=True)
    for name, text in (("korfez.txt", HARBOUR), ("sahil.txt", FERRY)):
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "articles.db"
    with open_store(path) as store:
        assert import_paths(store, [folder / "korfez.txt", folder / "sahil.txt"]).failed == []
        link_pending(store, today=TODAY)
    return path


def opened(path: Path) -> ArticleScreen:
    """The screen on the first passage of the difference about the injured."""
    with open_store(path) as store:
        (found,) = [one for one in store.discrepancies() if one.attribute == "count"]
        return ArticleScreen(stops_of(found.values), about=store.event(found.event).label)


def source_of(store: Store, file: str = "korfez.txt") -> Source:
    return store.source(next(row.id for row in store.sources(removed=True) if row.file == file))


def claims(path: Path, file: str = "korfez.txt") -> list[Claim]:
    with open_store(path) as store:
        return store.claims(source=source_of(store, file).id)
