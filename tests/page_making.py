"""Pages as news sites make them, from a story of our own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Story:
    """What a page tells."""

    title: str
    paragraphs: tuple[str, ...]
    standfirst: str = ""
    day: str = "2025-05-16T09:30:00+03:00"
    author: str = "Sedef Arıkan"
    publisher: str = "Kuzey Haber Ajansı"
    url: str = "https://kha.example/gundem/goksuyu-kopru/3571234"
    language: str = "tr"


BRIDGE = Story(
    "Göksuyu'da köprü yeniden trafiğe açıldı",
    (
        "Göksuyu ilçesinde sel nedeniyle 12 Mayıs'ta kapatılan köprü 16 Mayıs'ta yeniden trafiğe açıldı.",
        "Vali Ömer Çağlar, “Selde 66 kişiyi tahliye ettik, 3 kişi hayatını kaybetti” dedi.",
        "Köprüden günde 2 bin 300 araç geçiyor, onarım için 45 milyon lira harcandı.",
        "Meteoroloji, hafta sonu için yeniden kuvvetli yağış uyarısı yaptı.",
    ),
    "Selden 4 gün sonra ilk araçlar köprüden geçti, çalışmalar 20 gün daha sürecek.",
)
QUAKE = Story(
    "Rescuers reach the last village after the Derebasi quake",
    (
        "Rescue teams reached the village of Ulubey on Friday, four days after the earthquake in Derebasi.",
        "The governor, Sedef Arikan, said 24 people were killed and 310 were injured.",
        "Two planes carrying 86 rescuers landed in the provincial capital, officials said.",
    ),
    "Twenty-four people were killed in the earthquake, and hundreds of homes are still without power.",
    author="Ann Reed",
    publisher="North Desk",
    url="https://northdesk.example/2025/05/16/derebasi-quake",
    language="en",
)
MENU = "<nav><ul><li><a href='/'>Anasayfa</a></li><li><a href='/g'>Gündem</a></li></ul></nav>"
RELATED = (
    "<div class='related'><h3>İlgili Haberler</h3><ul>"
    "<li><a href='/1'>Derebaşı'nda heyelan: 5 yaralı</a></li>"
    "<li><a href='/2'>Selde 12 ev yıkıldı</a></li></ul></div>"
)
MOST_READ = (
    "<aside><h3>En Çok Okunanlar</h3><ul><li><a href='/3'>Akaryakıta 2 lira zam geldi</a></li>"
    "<li><a href='/4'>Iğdırova'da 4 gözaltı</a></li></ul></aside>"
)
COMMENTS = (
    "<section id='comments'><h3>Yorumlar</h3><div class='comment'><p>Bence 100 kişi öldü.</p></div></section>"
)
FOOT = "<footer><p>© 2025 Tüm hakları saklıdır.</p></footer>"


def schema(story: Story, **more: object) -> str:
    """The JSON-LD of a story's page."""
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.day,
        "dateModified": "2025-06-30T08:00:00+03:00",
        "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": story.publisher},
        "inLanguage": story.language,
        "url": story.url,
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(told, ensure_ascii=False)}</script>'


def opengraph(story: Story) -> str:
    """The meta elements of a story's page."""
    told = {
        "og:title": story.title,
        "og:site_name": story.publisher,
        "og:url": story.url,
        "og:description": story.standfirst,
        "article:published_time": story.day,
        "article:modified_time": "2025-06-30T08:00:00+03:00",
        "author": story.author,
    }
    return "".join(f'<meta property="{name}" content="{escape(text)}">' for name, text in told.items())


def page(story: Story, head: str = "", body: str | None = None, *, charset: str = "utf-8") -> str:
    """A whole page; `body` replaces the article between menu and footer."""
    article = body if body is not None else f"<article><h1>{escape(story.title)}</h1>{prose(story)}</article>"
    return (
        f'<!DOCTYPE html><html lang="{story.language}"><head><meta charset="{charset}">'
        f"<title>{escape(story.title)} - {escape(story.publisher)}</title>{head}"
        "<style>.a{color:red}</style><script>var x='9 kişi öldü';</script></head>"
        f"<body><header>{MENU}</header><main>{article}</main>{FOOT}</body></html>"
    )


def prose(story: Story) -> str:
    """The paragraphs of a story as elements."""
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in story.paragraphs)


def agency(story: Story) -> str:
    """JSON-LD, standfirst, dateline, share buttons, related stories amid the text, most read, comments."""
    above = (
        f"<h1>{escape(story.title)}</h1><h2 class='spot'>{escape(story.standfirst)}</h2>"
        f"<div><span>{story.author}</span> <span>16.05.2025 - Güncelleme : 17.05.2025</span></div>"
        "<div class='share'><a>Facebook'ta paylaş</a> <button>Bağlantıyı kopyala</button></div>"
    )
    first, *rest = (f"<p>{escape(paragraph)}</p>" for paragraph in story.paragraphs)
    article = (
        f"<article>{above}<div class='text'>{first}{RELATED}{''.join(rest)}<p>#Sel #Köprü</p></div></article>"
    )
    return page(story, schema(story), f"{article}{MOST_READ}{COMMENTS}")


def newspaper(story: Story) -> str:
    """OpenGraph alone; the text is loose between breaks, with the site's day of today above."""
    text = "<br><br>".join(map(escape, story.paragraphs))
    body = (
        "<div class='today'>22 Kasım 2025 Cumartesi</div><div class='col'>"
        f"<h1>{escape(story.title)}</h1><p class='desc'>{escape(story.standfirst)}</p>"
        f"<div class='info'>Giriş: 16.05.2025 21:10</div><div class='text'>{text}</div>"
        f"<div class='tags'><a>#sel</a> <a>#köprü</a></div></div>{MOST_READ}"
    )
    return page(story, opengraph(story), body)


def blog(story: Story) -> str:
    """No metadata but a time element."""
    article = (
        f"<article><header><h1>{escape(story.title)}</h1>"
        f"<time datetime='{story.day}'>16 Mayıs 2025</time></header>{prose(story)}</article>{COMMENTS}"
    )
    return f"<html><body><div id='wrap'>{article}</div></body></html>"


def liveblog(story: Story) -> str:
    """Posts with headings and times, the newest first."""
    posts = "".join(
        f"<div class='post'><time datetime='2025-05-16T1{at}:00:00Z'>1{at}:00 GMT</time>"
        f"<h2>Post number {at}</h2><p>{escape(paragraph)}</p></div>"
        for at, paragraph in enumerate(story.paragraphs)
    )
    told = schema(story, **{"@type": "LiveBlogPosting"})
    return page(story, told, f"<h1>{escape(story.title)}</h1>{posts}")
