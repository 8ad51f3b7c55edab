"""Other people's text on a screen: no steering character survives, and offsets hold."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.visible import MARKS_SHOWN, one_line, safe, visible

NAUGHTY = Path(__file__).parents[2] / "shared" / "peers" / "naughty" / "blns.json"
MARKS = "\u0301\u0323\u20dd\U0001f3fd"
HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x1b[]\x07\n\r\t\x9b\u202e\u2066\u200b\u200c\u200dی\ufeff漢👩")
        | st.sampled_from(MARKS),
    ),
    max_size=200,
)


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        pytest.param("\x1b[31mkırmızı", "␛[31mkırmızı", id="an escape sequence shows its escape"),
        pytest.param("\x9b2J", "\ufffd2J", id="a C1 control is replaced"),
        pytest.param("a\u202ecba", "a\ufffdcba", id="a direction override is replaced"),
        pytest.param("iş\u00adçi", "iş·çi", id="a soft hyphen shows"),
        pytest.param("a\rb\x00c\x7f", "a␍b␀c␡", id="C0 controls show as pictures"),
        pytest.param("bir\tiki\u2028üç", "bir iki üç", id="a tab and a line separator are spaces"),
        pytest.param("[red]x[/red]", "[red]x[/red]", id="markup is text"),
        pytest.param("a\ud800b", "a\ufffdb", id="half a surrogate pair is replaced"),
        pytest.param("Iğdır’da “390” — %36", "Iğdır’da “390” — %36", id="ordinary text stays"),
        pytest.param("a\u200bb\u2060c\ufeffd", "a·b·c·d", id="characters without width show"),
        pytest.param("❤\ufe0f ve 葛\U000e0100", "❤· ve 葛·", id="variation selectors show"),
        pytest.param(
            "👩\u200d💻", "👩·💻", id="joined emoji stand apart: terminals do not agree on their width"
        ),
        pytest.param("👍🏽 🇹🇷", "👍🏽 🇹🇷", id="a tone of skin and a flag stay"),
        pytest.param("x\U000e0041\U000e0042", "x··", id="tag characters show"),
        pytest.param(
            "می\u200cخواهم", "می\u200cخواهم", id="a Persian non-joiner stays: it shows in the letters"
        ),
        pytest.param("ක්\u200dෂ", "ක්\u200dෂ", id="a Sinhala joiner stays"),
        pytest.param("a\u200cb\u200d", "a·b·", id="a joiner between Latin letters shows"),
        pytest.param("ی\u200c\u200cخ", "ی··خ", id="two joiners in a row show"),
        pytest.param("ş Việt g\u0306", "ş Việt g\u0306", id="marks that make letters stay"),
        pytest.param("e" + "\u0301" * 6, "e" + "\u0301" * 4 + "··", id="a flood of marks is cut"),
        pytest.param("\u0301a\n\u0301b", "·a\n·b", id="a mark with nothing to join shows"),
        pytest.param("a\u3164\u2800\u115fb", "a···b", id="letters that look like nothing show"),
        pytest.param("\ufffe\U000e0fff", "\ufffd\ufffd", id="what is no character is replaced"),
    ],
)
def test_safe(given_text: str, shown: str) -> None:
    assert safe(given_text) == shown


@given(HOSTILE)
def test_safe_text_acts_and_hides_nothing_and_keeps_every_offset(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text) == len(one_line(text))
    acting = {char for char in shown if unicodedata.category(char) in ("Cc", "Cf", "Cs")}
    assert acting <= {"\n", "\u200c", "\u200d"}
    assert re.search(f"[{MARKS}]{{{MARKS_SHOWN + 1}}}", shown) is None
    assert safe(shown) == shown
    assert "\n" not in one_line(text)


@given(HOSTILE)
def test_visible_text_is_one_tidy_line(text: str) -> None:
    shown = visible(text)
    assert shown == " ".join(shown.split())
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"}


def test_escape_sequences_and_direction_marks_show() -> None:
    assert visible(" a\x1b]0;title\x07b\u202ec\n\nd") == "a␛]0;title␇b\ufffdc d"


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the list of naughty strings is not beside the checkout")
def test_naughty_strings_act_on_nothing() -> None:
    strings = json.loads(NAUGHTY.read_text(encoding="utf-8"))
    shown = [one_line(text) for text in strings]
    assert [len(text) for text in shown] == [len(text) for text in strings]
    acting = {char for text in shown for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs")}
    assert acting <= {"\u200c", "\u200d"}
