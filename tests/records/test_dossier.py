"""The editor's dossier in Markdown: what is open, what holds and by whom, the words in footnotes."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from dossier_making import Case, claim, count, exported
from hostile_making import HOSTILE, event
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from workbench.records.formats.markdown import WRITER
from workbench.records.writing import Settings
from workbench.visible import visible

NAUGHTY = Path(__file__).parents[3] / "shared" / "peers" / "naughty" / "blns.json"
PARSER = MarkdownIt("commonmark", {"html": True, "linkify": True})
PARSER.enable(["table", "strikethrough", "linkify"]).use(footnote_plugin)
BLOCKS = {"heading", "paragraph", "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td"}
BLOCKS |= {"inline", "footnote", "footnote_block", "footnote_anchor"}
INLINES = {"footnote_ref", "footnote_anchor", "text", "text_special", "softbreak"}
INLINES |= {"strong_open", "strong_close", "s_open", "s_close"}
SEAL = "<!-- seal:sha256:"


def dossier(case: Case, language: str = "en") -> str:
    return exported(WRITER, case.dossier(), settings=Settings(language))[0].decode()


def undecided(case: Case) -> Case:
    return replace(case, decisions=())


def parsed(text: str) -> list[Token]:
    """The tokens of a dossier: only ours, and one comment at the end that seals it."""
    found = PARSER.parse(text)
    (seal,) = (token for token in found if token.content.startswith(SEAL))
    assert seal.type == "html_block" and text.endswith(seal.content)
    tokens = [token for token in found if token is not seal]
    assert {token.type.removesuffix("_open").removesuffix("_close") for token in tokens} <= BLOCKS
    assert {child.type for token in tokens for child in token.children or ()} <= INLINES
    return tokens


def shown(tokens: list[Token]) -> str:
    return "\n".join("".join(child.content for child in token.children or ()) for token in tokens)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("decided", [True, False], ids=["decided", "open"])
def test_hostile_text_is_text(text: str, decided: bool) -> None:
    case = event(text) if decided else undecided(event(text))
    assert shown(parsed(dossier(case))).count(visible(text)) > 10


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the list of naughty strings is not beside the checkout")
def test_collected_naughty_strings_are_text() -> None:
    strings = [text for text in json.loads(NAUGHTY.read_text(encoding="utf-8")) if text.strip()]
    tokens = parsed(exported(WRITER, *(event(text).dossier() for text in strings))[0].decode())
    found = shown(tokens)
    assert [text for text in strings if visible(text) not in found] == []


def test_what_is_open_comes_first_with_what_to_ask_and_the_words() -> None:
    text = dossier(undecided(event("Liman")))
    opened, held = text.index("### Still open"), text.index("### What holds")
    assert opened < held
    assert "    - Liman 10: Liman, 2025-03-12[^1]\n    - Liman 12: Liman, 2025-03-12[^2]\n" in text
    assert "    - To ask: Which number is right, as of when, and who counted?" in text
    assert "[^1]: **“10”** – “Liman 10 öldü.” – Said by: Liman · occurred · Liman, 2025-03-12" in text
    assert "characters 6 to 8 · SHA-256 00" in text


def test_what_holds_says_who_decided_when_and_why() -> None:
    text = dossier(event("Liman"))
    assert "### Still open" not in text
    assert "| entered by Liman, 2026-02-01 10:00: “Liman” |" in text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "    - policy conservative: the lowest: **10 \\[10–12\\]**\n"),
        ("tr", "    - conservative ilkesi: en düşüğü: **10 \\[10–12\\]**\n"),
    ],
)
def test_what_a_policy_chose_stands_with_what_is_open(language: str, told: str) -> None:
    case = undecided(event("Liman"))
    assert told in dossier(replace(case, policy="conservative"), language)
    assert told not in dossier(case, language)


def test_what_one_source_tells_differently_is_told_whole() -> None:
    text = "Tatil 24 saat sürdü. Tatil 48 saat sürdü."
    numbers = tuple(
        count(text, expr, value, counted="hour") for expr, value in (("24 saat", 24.0), ("48 saat", 48.0))
    )
    told = dossier(Case([claim(text, quantities=numbers)]))
    assert re.search(r"\| hour \| .* \| Reuters, 2025-03-12: 24[^,|]*\[\^\d\], 48[^,|]*\[\^\d\] \|", told)


def test_passages_that_are_not_cited_are_counted() -> None:
    said = [
        claim("Reuters: 10 öldü.", id=f"c{n}", quantities=(count("Reuters: 10 öldü.", "10", 10.0),))
        for n in range(5)
    ]
    shifted = [
        replace(
            one,
            start=30 * n,
            end=30 * n + one.end,
            quantities=(replace(one.quantities[0], start=30 * n + 9, end=30 * n + 11),),
        )
        for n, one in enumerate(said)
    ]
    assert re.search(
        r"\| killed \| .*\[\^\d\]\[\^\d\]\[\^\d\] \(and 2 more passages\) \|", dossier(Case(shifted))
    )


def test_footnotes_are_numbered_through_all_events() -> None:
    made = event("Liman").dossier()
    text = exported(WRITER, made, replace(made, event=replace(made.event, id="e2")))[0].decode()
    notes = [line.partition("]")[0] for line in text.splitlines() if line.startswith("[^")]
    assert notes == [f"[^{number}" for number in range(1, len(notes) + 1)] and len(notes) > 4
    assert all(text.count(f"{note}]") > 1 for note in notes)


def test_it_speaks_the_readers_language() -> None:
    assert "### Hâlâ açık" in dossier(undecided(event("Liman")), "tr")
