"""A value in its sentence and the sentences around it."""

from __future__ import annotations

import pytest
from review_material import claim, source, value

from workbench.models import Source
from workbench.tui.surroundings import REACH, around, in_context, sentences

TEXT = """Başlık burada
Bir depo yandı. İtfaiye geldi. Yangında 14 kişi yaralandı. Vali konuştu. Sonra gitti.
Paylaş: posta
Ertesi gün soruşturma açıldı. Kimse suçlanmadı.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bir. İki! Üç? Dört… Beş", ["Bir.", "İki!", "Üç?", "Dört…", "Beş"], id="every end"),
        pytest.param(
            "“Geldik.” Dedi. Gitti.", ["“Geldik.”", "Dedi.", "Gitti."], id="behind a quotation mark"
        ),
        pytest.param(
            "Dr. Ak ile 3. Tur bitti.", ["Dr. Ak ile 3. Tur bitti."], id="no end: title and ordinal"
        ),
        pytest.param(
            "Saat 9.30 oldu. A. Kaya geldi.", ["Saat 9.30 oldu.", "A. Kaya geldi."], id="an initial"
        ),
        pytest.param("  \n ", [], id="nothing"),
    ],
)
def test_what_looks_like_a_sentence(text: str, expected: list[str]) -> None:
    assert [text[low:high] for low, high in sentences(text, 0, len(text))] == expected


def article(text: str = TEXT, furniture: str | None = "Paylaş") -> Source:
    return source("a.txt", text, title=None, furniture=furniture)


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        pytest.param(
            "Yangında 14 kişi yaralandı.",
            ["Bir depo yandı.", "İtfaiye geldi."],
            ["Vali konuştu.", "Sonra gitti."],
            id="inside a paragraph",
        ),
        pytest.param(
            "Bir depo yandı.", [], ["İtfaiye geldi.", "Yangında 14 kişi yaralandı."], id="the first"
        ),
        pytest.param(
            "Sonra gitti.",
            ["Yangında 14 kişi yaralandı.", "Vali konuştu."],
            ["Ertesi gün soruşturma açıldı.", "Kimse suçlanmadı."],
            id="the next paragraph, without furniture",
        ),
        pytest.param(
            "Kimse suçlanmadı.",
            ["Sonra gitti.", "Ertesi gün soruşturma açıldı."],
            [],
            id="the last",
        ),
    ],
)
def test_two_sentences_on_either_side(words: str, before: list[str], after: list[str]) -> None:
    of = article()
    start = of.text.index(words)
    left, right = around(of, (start, start + len(words)))
    assert [of.text[slice(*span)] for span in left] == before
    assert [of.text[slice(*span)] for span in right] == after


def test_what_is_left_out_between_is_marked() -> None:
    of = article()
    made = claim(of, "Sonra gitti.")
    pieces = in_context(of, value(of, made, "gitti", "gitti", "gitti"), made)
    assert "".join(piece.text for piece in pieces) == (
        "Yangında 14 kişi yaralandı. Vali konuştu. Sonra gitti. … Ertesi gün soruşturma açıldı. "
        "Kimse suçlanmadı."
    )
    assert [piece.text for piece in pieces if piece.kind == "value"] == ["gitti"]
    assert [piece.text for piece in pieces if piece.kind == "cut"] == [" … "]


def test_one_line_of_megabytes_is_cut_near_the_value() -> None:
    of = article("kelime " * 200_000 + "14 kişi yaralandı" + " kelime" * 200_000, furniture=None)
    made = claim(of, "14 kişi yaralandı")
    pieces = in_context(of, value(of, made, "14 kişi", "14", 14.0), made)
    shown = "".join(piece.text for piece in pieces)
    assert "14 kişi yaralandı" in shown
    assert len(shown) < 3 * REACH


def test_hostile_characters_are_shown_inertly() -> None:
    of = article("Önce \x1b]0;x\x07 geldi. Yangında 14 \x1b[2J kişi yaralandı. Son.", furniture=None)
    made = claim(of, "Yangında 14 \x1b[2J kişi yaralandı.")
    pieces = in_context(of, value(of, made, "14", "14", 14.0), made)
    assert all(piece.text.isprintable() for piece in pieces)
