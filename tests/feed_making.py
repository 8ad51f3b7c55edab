"""Feeds and sitemaps of our own stories, as feedgen and news sites write them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from feedgen.feed import FeedGenerator

from tests.page_making import Story, prose

FULL = "full"
"""The text of each article is in the feed."""


def generator(stories: Sequence[Story], *, kept: str = FULL) -> FeedGenerator:
    """A feed of the stories, the first one first; with `kept` "summary" of their standfirsts alone."""
    feed = FeedGenerator()
    feed.id("https://kha.example/feed")
    feed.title("Son dakika")
    feed.link(href="https://kha.example/", rel="alternate")
    feed.description("Haberler")
    feed.language("tr")
    for story in stories:
        entry = feed.add_entry(order="append")
        entry.id(story.url)
        entry.title(story.title)
        entry.link(href=story.url)
        entry.author(name=story.author, email="haber@kha.example")
        entry.published(story.day)
        entry.updated("2025-06-30T08:00:00+03:00")
        entry.description(story.standfirst, isSummary=True)
        if kept == FULL:
            entry.content(prose(story), type="CDATA")
    return feed


def rss(stories: Sequence[Story], *, kept: str = FULL) -> bytes:
    return bytes(generator(stories, kept=kept).rss_str(pretty=True))


def atom(stories: Sequence[Story], *, kept: str = FULL) -> bytes:
    return bytes(generator(stories, kept=kept).atom_str(pretty=True))


def rdf(stories: Sequence[Story]) -> bytes:
    items = "".join(
        f"<item rdf:about='{story.url}'><title>{escape(story.title)}</title><link>{story.url}</link>"
        f"<dc:date>{story.day}</dc:date><dc:creator>{story.author}</dc:creator>"
        f"<content:encoded><![CDATA[{prose(story)}]]></content:encoded></item>"
        for story in stories
    )
    return (
        "<?xml version='1.0' encoding='utf-8'?>"
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel rdf:about='https://kha.example/'>"
        f"<title>Son dakika</title></channel>{items}</rdf:RDF>"
    ).encode()


def json_feed(stories: Sequence[Story]) -> bytes:
    items = [
        {
            "id": story.url,
            "url": story.url,
            "title": story.title,
            "content_html": prose(story),
            "date_published": story.day,
            "authors": [{"name": story.author}],
        }
        for story in stories
    ]
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "Son dakika", "items": items}
    return json.dumps(told, ensure_ascii=False).encode()


def news_sitemap(stories: Sequence[Story]) -> bytes:
    places = "".join(
        f"<url><loc>{story.url}</loc><lastmod>2025-06-30</lastmod><news:news><news:publication>"
        f"<news:name>{story.publisher}</news:name><news:language>{story.language}</news:language>"
        f"</news:publication><news:publication_date>{story.day}</news:publication_date>"
        f"<news:title>{escape(story.title)}</news:title></news:news></url>"
        for story in stories
    )
    return (
        "<?xml version='1.0' encoding='UTF-8'?><!-- made by hand -->\n"
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        f"xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>{places}</urlset>"
    ).encode()


def sitemap_index(urls: Sequence[str]) -> bytes:
    places = "".join(f"<sitemap><loc>{url}</loc><lastmod>2025-06-30</lastmod></sitemap>" for url in urls)
    return (
        f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{places}</sitemapindex>".encode()
    )
