"""The page of events: a strict parser finds our own markup only, and every word of the articles as text."""

import base64
import hashlib
import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from dossier_making import Case, claim, day, exported
from hostile_making import HOSTILE, event

from workbench.models import AttributeValue, Decision, Discrepancy
from workbench.records.formats.html import WRITER
from workbench.records.writing import Settings
from workbench.visible import one_line

NAUGHTY = Path(__file__).parents[3] / "shared" / "peers" / "naughty" / "blns.json"
ELEMENTS = """
html head meta title style body p a header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd b span bdi main section table
thead tbody tr th td svg text line rect circle path details summary div blockquote mark code br figure
figcaption time del footer
"""
ATTRIBUTES = """
lang dir charset http-equiv content name id class href aria-hidden aria-label aria-labelledby scope colspan
role tabindex open value datetime data-of x y x1 x2 y1 y2 dx r d rx width height text-anchor overflow
"""


def page(case: Case, language: str = "en") -> str:
    return exported(WRITER, case.dossier(), settings=Settings(language))[0].decode()


def parsed(text: str) -> Element:
    """The page; a parser that forgives nothing reads it."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    for one in tree.iter():
        if isinstance(one.tag, str):
            one.tag = one.tag.rpartition("}")[2]
    return tree


def only_ours(tree: Element) -> None:
    found = [one for one in tree.iter() if isinstance(one.tag, str)]
    assert {one.tag for one in found} <= set(ELEMENTS.split())
    assert {name for one in found for name in one.attrib} <= set(ATTRIBUTES.split())
    assert [one.get("href") for one in found if not (one.get("href") or "#").startswith("#")] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    tree = parsed(page(event(text)))
    only_ours(tree)
    shown = " ".join("".join(one.itertext()) for one in tree.iter("bdi"))
    assert shown.count(one_line(text).strip()) > 10


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the list of naughty strings is not beside the checkout")
def test_collected_naughty_strings_are_text() -> None:
    strings = [text for text in json.loads(NAUGHTY.read_text(encoding="utf-8")) if text.strip()]
    dossiers = [
        replace(made, event=replace(made.event, id=f"e{number}"))
        for number, made in enumerate(event(text).dossier() for text in strings)
    ]
    tree = parsed(exported(WRITER, *dossiers)[0].decode())
    only_ours(tree)
    shown = {words("".join(one.itertext())) for one in tree.iter("dd")}
    assert [text for text in strings if words(one_line(text)) not in shown] == []


ORDINARY = event("Karadeniz'de")


def test_the_page_allows_its_own_style_sheet_and_nothing_else() -> None:
    tree = parsed(page(ORDINARY))
    metas = {one.get("http-equiv") or one.get("name"): one.get("content") for one in tree.iter("meta")}
    (style,) = tree.iter("style")
    digest = base64.b64encode(hashlib.sha256((style.text or "").encode()).digest()).decode()
    assert metas["Content-Security-Policy"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert metas["referrer"] == "no-referrer"
    assert "url(" not in (style.text or "") and "@import" not in (style.text or "")


def test_every_link_leads_to_one_place() -> None:
    tree = parsed(page(ORDINARY))
    places = Counter(one.get("id") for one in tree.iter() if one.get("id"))
    assert [name for name, times in places.items() if times > 1] == []
    led = {one.get("href", "")[1:] for one in tree.iter("a")}
    assert led - places.keys() == set() and len(led) > 5


@pytest.mark.parametrize(("language", "said"), [("en", "What holds"), ("tr", "Geçerli olan")])
def test_it_speaks_the_readers_language_and_quotes_in_the_articles(language: str, said: str) -> None:
    text = page(ORDINARY, language)
    tree = parsed(text)
    html = next(tree.iter("html")) if tree.tag != "html" else tree
    assert html.get("lang") == language and said in text
    assert {one.get("lang") for one in tree.iter("blockquote")} == {"tr"}


def test_passages_mark_the_very_characters_that_give_a_value() -> None:
    tree = parsed(page(ORDINARY))
    marked = {one.text for one in tree.iter("mark")}
    assert {"10", "12", "Karadeniz'de"} <= marked
    (source,) = {
        "".join(one.itertext()) for one in tree.iter("p") if "characters 13 to 15" in "".join(one.itertext())
    }
    assert "Said by: Karadeniz'de" in source and "SHA-256 00" in source


def test_a_decision_is_shown_with_reviewer_time_and_note() -> None:
    tree = parsed(page(event("Liman")))
    (verdict,) = ["".join(one.itertext()) for one in tree.iter("p") if one.get("class") == "verdict"]
    assert words(verdict) == "entered “Liman”: Liman, 2026-02-01 10:00“Liman”"


def test_few_events_stand_open_and_many_do_not() -> None:
    made = ORDINARY.dossier()
    several = [replace(made, event=replace(made.event, id=f"e{number}")) for number in range(4)]
    for number, opened in ((3, 3), (4, 0)):
        tree = parsed(exported(WRITER, *several[:number])[0].decode())
        found = list(tree.iter("details"))
        assert (len(found), sum(one.get("open") is not None for one in found)) == (number, opened)


def test_a_bar_that_goes_on_in_another_line_says_so() -> None:
    over_new_year = day(date(2024, 12, 30), date(2025, 1, 2), "range")
    tree = parsed(page(Case([claim("Grev sürdü.", date=over_new_year)])))
    only_ours(tree)
    arrows = [[one.get("class") for one in row.iter("path")] for row in tree.iter("tr")]
    assert [found for found in arrows if found and set(found) == {"goes-on"}] == [["goes-on"], ["goes-on"]]


def test_an_event_stands_on_the_day_that_a_reviewer_chose() -> None:
    claims = [claim("11 Mart."), claim("2 Nisan.", id="cb", date=day(date(2025, 4, 2)))]
    values = tuple(
        AttributeValue(one.id, "sa", at, at, at, at, "", 0, 0)
        for one, at in zip(claims, ("2025-03-11", "2025-04-02"), strict=True)
    )
    differs = Discrepancy("d1", "e0123456789abcdef", "date", "", "conflict", "high", values, "why")
    about = ("d1", "e0123456789abcdef", "date", "", ("ca", "cb"), "ayse", "2026-02-01T10:00:00+03:00")
    taken = Decision("k1", "accept", *about, *["2025-04-02"] * 4)
    for decisions, month, said in (
        ((), "March 2025", "11 March 2025"),
        ((taken,), "April 2025", "2 April 2025"),
    ):
        tree = parsed(page(Case(claims, [differs], decisions)))
        assert [one.text for one in tree.iter("h3")] == [month]
        assert [one.text for one in tree.iter("span") if one.get("class") == "when"] == [said]
        assert ["".join(one.itertext()) for one in tree.iter("h4")] == ["attack, Harkiv"]
