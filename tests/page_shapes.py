"""Further shapes of pages: with cards, boxes and notices amid the text, without paragraphs, with one."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from tests import page_making
from tests.page_making import BRIDGE, COMMENTS, MOST_READ, Story, opengraph, page, prose, schema

FLASH = replace(
    BRIDGE,
    title="Akçakum'da deprem",
    paragraphs=("Akçakum'da saat 14.05'te 4,2 büyüklüğünde deprem oldu.",),
)
"""All that there is a minute after it happened."""
CARD = (
    "<div class='box'><div class='item'><a href='/1'><h3>Derebaşı'nda heyelan: 5 yaralı</h3></a>"
    "<p>Derebaşı'nda dün akşam meydana gelen heyelanda beş kişi yaralandı, yol kapandı.</p></div></div>"
)
NEWSLETTER = (
    "<div class='newsletter'><p>Günün öne çıkan haberleri her sabah e-postanızda, hemen abone olun.</p>"
    "<form><input><button>Abone ol</button></form></div>"
)
PICTURE = "<figure><img><figcaption>Köprü, 16 Mayıs. (Fotoğraf: KHA)</figcaption></figure>"
COOKIES = "<div class='cookie-consent'><p>Bu site çerez kullanır. Ayrıntı için metnimizi okuyun.</p></div>"


def _headed(story: Story) -> str:
    return f"<h1>{escape(story.title)}</h1>"


def divided(story: Story) -> str:
    """Paragraphs that are divisions without a class."""
    text = "".join(f"<div>{escape(paragraph)}</div>" for paragraph in story.paragraphs)
    standfirst = f"<div class='spot'>{escape(story.standfirst)}</div>"
    return page(
        story, opengraph(story), f"<div class='haber'>{_headed(story)}{standfirst}{text}</div>{MOST_READ}"
    )


def carded(story: Story) -> str:
    """Cards of other stories with their summaries, one amid the text and many below it."""
    first, *rest = (f"<p>{escape(paragraph)}</p>" for paragraph in story.paragraphs)
    text = f"<div class='icerik'>{first}{CARD}{''.join(rest)}</div>"
    return page(
        story, schema(story), f"<article>{_headed(story)}{text}</article><div class='grid'>{CARD * 6}</div>"
    )


def spanned(story: Story) -> str:
    """Paragraphs that are spans between breaks, and a day that only a class calls one."""
    text = "".join(f"<span>{escape(paragraph)}</span><br><br>" for paragraph in story.paragraphs)
    day = "<span class='tarih'>16 Mayıs 2025 09:30</span>"
    return page(
        story, "", f"<div id='detail'>{_headed(story)}{day}<div id='haber'>{text}</div></div>{COMMENTS}"
    )


def boxed(story: Story) -> str:
    """Notices, a letter to subscribe to, advertisements and pictures between the paragraphs."""
    between = f"{NEWSLETTER}<div class='ad'><p>Reklam</p></div>{PICTURE}"
    text = between.join(f"<p>{escape(paragraph)}</p>" for paragraph in story.paragraphs)
    article = f"<article>{_headed(story)}<section>{text}</section></article>"
    return page(story, schema(story), f"{COOKIES}{article}{MOST_READ}")


def wordpress(story: Story) -> str:
    """As WordPress and its plug-ins write."""
    above = f"<header>{_headed(story)}<time class='entry-date published' datetime='{story.day}'>"
    below = "<div class='sharedaddy'><h3>Paylaş:</h3><ul><li><a>Twitter</a></li></ul></div>"
    article = f"{above}16 Mayıs 2025</time></header><div class='entry-content'>{prose(story)}{below}</div>"
    return page(story, opengraph(story), f"<article class='post hentry'>{article}</article>{COMMENTS}")


SHAPES = (
    page_making.agency,
    page_making.newspaper,
    page_making.blog,
    page_making.liveblog,
    divided,
    carded,
    spanned,
    boxed,
    wordpress,
)
