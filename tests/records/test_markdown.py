"""Markdown: an independent parser must read back the article's characters, and no markup."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from records_making import written

from workbench.records.formats import markdown
from workbench.visible import visible

NAUGHTY = Path(__file__).parents[3] / "shared" / "peers" / "naughty" / "blns.json"
PARSER = MarkdownIt("commonmark", {"html": True, "linkify": True})
PARSER.enable(["table", "strikethrough", "linkify"])

HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="html"),
    pytest.param("<!-- comment", id="html comment"),
    pytest.param("[click](javascript:alert(1))", id="link"),
    pytest.param("![x](http://example.org/x.png)", id="image"),
    pytest.param("see http://example.org now", id="bare address"),
    pytest.param("see WWW.example.org now", id="address without scheme"),
    pytest.param("see Example.co.uk now", id="bare domain"),
    pytest.param("mail a@example.org", id="mail address"),
    pytest.param("a | b | c", id="table cells"),
    pytest.param("a \\| b", id="backslash before a pipe"),
    pytest.param("`code` ``more``", id="code"),
    pytest.param("**bold** _em_ ~~gone~~ __b__", id="emphasis"),
    pytest.param("# heading #", id="heading"),
    pytest.param("line\n\n# heading\n- item", id="blocks after line ends"),
    pytest.param("[note]: http://example.org", id="reference definition"),
    pytest.param("&lt;b&gt; &amp; &#42;", id="entities"),
    pytest.param("\\*not bold\\*", id="backslashes"),
    pytest.param("<https://example.org>", id="angle-bracket address"),
    pytest.param("\x1b[31mred\x1b[0m \u202eabc", id="terminal and direction codes"),
    pytest.param("1.000'er esir, %36 ve 10:06", id="ordinary Turkish"),
]


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or ()]


def shown_in_cell(text: str) -> list[Token]:
    """The inline tokens of the second row's only cell."""
    tokens = PARSER.parse(f"| a |\n| --- |\n| {markdown.escape(text)} |\n")
    assert [token.type for token in tokens if token.type == "td_open"] == ["td_open"]
    return [child for token in tokens[-5:] for child in token.children or ()]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_stands(text: str) -> None:
    tokens = shown_in_cell(text)
    assert {"text"} >= {token.type for token in tokens} - {"text_special"}
    assert visible(text) == "".join(token.content for token in tokens)


@given(st.text(max_size=60))
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    paragraph = PARSER.parse(f"- value: {markdown.escape('x ' + text)}\n")
    tokens = inline(paragraph)
    assert {"text", "text_special"} >= {token.type for token in tokens}
    assert f"value: {visible('x ' + text)}" == "".join(token.content for token in tokens)


@pytest.mark.parametrize("what", ["claims", "discrepancies"])
def test_begins_with_what_it_holds(what: Any, rows: dict[str, dict[str, Any]]) -> None:
    text = written(markdown.WRITER, [rows[what]], what)
    assert text.startswith(f"# {what.capitalize()}\n")


def test_a_discrepancy_shows_values_words_and_files(discrepancy_row: dict[str, Any]) -> None:
    text = written(markdown.WRITER, [discrepancy_row], "discrepancies")
    assert "| 1000 each | biner | a\\.txt | 2025-05-03 |" in text
    assert "| 1200 each | 1.200'er | b\\.txt | 2025-05-04 |" in text


def test_a_discrepancy_says_how_many_stand_behind_each_value(discrepancy_row: dict[str, Any]) -> None:
    first, second = discrepancy_row["values"]
    copy = {**first, "source": {**first["source"], "id": "copy", "file": "copy.txt"}}
    repeated = {**discrepancy_row, "values": [first, copy, second]}
    text = written(markdown.WRITER, [repeated], "discrepancies")
    assert "- 1000 each: 2 sources, 1 origin\n- 1200 each: 1 source, 1 origin\n" in text
    assert "| copy\\.txt | 2025-05-03 | a\\.txt |" in text


def test_a_claim_names_its_place_in_the_file(rows: dict[str, dict[str, Any]]) -> None:
    text = written(markdown.WRITER, [rows["claims"]], "claims")
    assert "- file: a\\.txt, characters 0-39" in text
    assert "- date: 2025-05-03" in text


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the collection of strings is not beside the project")
def test_collected_naughty_strings_are_shown_as_they_stand() -> None:
    for text in json.loads(NAUGHTY.read_text(encoding="utf-8")):
        tokens = shown_in_cell(f"x {text} x")
        assert {"text", "text_special"} >= {token.type for token in tokens}
        assert visible(f"x {text} x") == "".join(token.content for token in tokens)
