"""Passages and marks: offsets hold, and nothing of a hostile text reaches the terminal."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.passages import in_sentence, passage
from workbench.tui.passages import Mark, flatten
from workbench.tui.wrapping import wrap
from workbench.visible import one_line, safe

TEXT = "Kısa giriş. Kentte 12 ev yıkıldı, 3 köprü kapandı. Yardım yolda."
SENTENCE = (TEXT.index("Kentte"), TEXT.index(" Yardım"))
CLAUSE = (TEXT.index("Kentte"), TEXT.index(","))
VALUE = (TEXT.index("12 ev"), TEXT.index(" yıkıldı"))

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x1b[]\x07\n\r\t\x9b\u202e\u2066\u200b\ufeff漢👩"),
    ),
    max_size=200,
)


def test_the_value_stands_out_in_its_clause_and_sentence() -> None:
    pieces = passage(TEXT, VALUE, CLAUSE, SENTENCE)
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("around", "Kısa giriş. "),
        ("clause", "Kentte "),
        ("value", "12 ev"),
        ("clause", " yıkıldı"),
        ("sentence", ", 3 köprü kapandı."),
        ("around", " Yardım yolda."),
    ]


def test_long_surroundings_are_cut_between_words() -> None:
    text = "sözcük " * 200 + "tam 40 kişi" + " kelime" * 200
    start = text.index("40 kişi")
    pieces = passage(text, (start, start + 7), (start, start + 7), (0, len(text)), around=50, reach=100)
    assert (pieces[0].kind, pieces[-1].kind) == ("cut", "cut")
    assert pieces[1].text.split()[0] in ("sözcük", "tam")
    assert pieces[-2].text.split()[-1] == "kelime"
    assert sum(len(piece.text) for piece in pieces) < 300


def test_a_value_of_a_megabyte_is_cut_in_its_middle() -> None:
    text = "x" * 1_000_000
    pieces = passage(text, (0, len(text)), (0, len(text)), (0, len(text)))
    assert [piece.kind for piece in pieces] == ["value", "cut", "value"]
    assert sum(len(piece.text) for piece in pieces) < 1000


def test_a_sentence_keeps_the_words_at_which_it_is_glued_to_others() -> None:
    text = "Köprü kapandıKentte 12 ev yıkıldı.Yardım yolda."
    sentence = (text.index("Kentte"), text.index("Yardım"))
    value = (text.index("12 ev"), text.index(" yıkıldı"))
    pieces = in_sentence(text, value, sentence, sentence)
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("clause", "Kentte "),
        ("value", "12 ev"),
        ("clause", " yıkıldı."),
    ]


def test_what_is_left_out_of_a_long_sentence_is_said() -> None:
    text = "Dün " + "uzun " * 200 + "bir günde 12 ev yıkıldı, " + "sonra " * 200 + "bitti."
    start = text.index("12 ev")
    pieces = in_sentence(text, (start, start + 5), (0, len(text)), (0, len(text)))
    assert [pieces[0].kind, pieces[-1].kind] == ["cut", "cut"]


@given(HOSTILE, st.data())
def test_the_pieces_of_a_passage_are_a_stretch_of_the_text(text: str, data: st.DataObject) -> None:
    spans = [sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2))) for _ in range(3)]
    value, clause, sentence = ((low, high) for low, high in spans)
    pieces = passage(text, value, clause, sentence, around=10, reach=30)
    said = "".join(piece.text for piece in pieces if piece.kind != "cut")
    highlighted = "".join(piece.text for piece in pieces if piece.kind == "value")
    cut_inside = [piece.kind for piece in pieces[1:-1]].count("cut")
    if not cut_inside:
        assert said in one_line(text)
        assert highlighted == one_line(text[value[0] : value[1]])


@given(
    st.lists(
        st.builds(
            lambda start, length, kind: Mark(start, start + length, kind),
            st.integers(0, 60),
            st.integers(0, 20),
            st.sampled_from(["furniture", "heading", "claim", "value", "focus"]),
        ),
        max_size=12,
    )
)
def test_flattened_marks_show_the_strongest_kind_everywhere(marks: list[Mark]) -> None:
    strength = ["furniture", "heading", "claim", "value", "focus"]
    flat = flatten(marks)
    assert all(a.end <= b.start for a, b in pairwise(flat))
    for offset in range(81):
        kinds = [mark.kind for mark in marks if mark.start <= offset < mark.end]
        expected = max(kinds, key=strength.index, default=None)
        shown = [mark.kind for mark in flat if mark.start <= offset < mark.end]
        assert shown == ([expected] if expected else [])


@given(HOSTILE, st.integers(2, 30))
def test_wrapping_loses_nothing_and_overflows_nowhere(text: str, width: int) -> None:
    shown = safe(text)
    lines = wrap(shown, width)
    kept = "".join(shown[start:end] for start, end in lines)
    assert kept.replace(" ", "") == shown.replace("\n", "").replace(" ", "")
    assert lines == sorted(lines)
    assert all(end - start == 1 or sum(map(cell_len, shown[start:end])) <= width for start, end in lines)


def test_a_line_of_a_megabyte_wraps() -> None:
    lines = wrap("kelime " * 150_000, 80)
    assert len(lines) == 150_000 // 11 + 1
