"""Other people's text on a screen: no steering character survives, and offsets hold."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.visible import one_line, safe, visible

HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from("\x1b[]\x07\n\r\t\x9b\u202e\u2066\u200b\ufeff漢👩")),
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
    ],
)
def test_safe(given_text: str, shown: str) -> None:
    assert safe(given_text) == shown


@given(HOSTILE)
def test_safe_text_has_no_controls_and_keeps_every_offset(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text) == len(one_line(text))
    assert not [char for char in shown if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs")]
    assert "\n" not in one_line(text)


@given(HOSTILE)
def test_visible_text_is_one_tidy_line(text: str) -> None:
    shown = visible(text)
    assert shown == " ".join(shown.split())
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_escape_sequences_and_direction_marks_show() -> None:
    assert visible(" a\x1b]0;title\x07b\u202ec\n\nd") == "a␛]0;title␇b\ufffdc d"
