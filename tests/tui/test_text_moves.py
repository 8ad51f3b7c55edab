"""Moving through a text by words and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.tui import text_moves as moves

TEXT = "Title here\n\nOne two. Three (“four”)! Five\nsix"
#       0123456789 10 11 12       21    27        37   42


@pytest.mark.parametrize(
    ("offset", "word", "next_word", "previous_word", "sentence"),
    [
        pytest.param(0, "Title", 6, 0, "Title here", id="at the top"),
        pytest.param(8, "here", 12, 6, "Title here", id="inside a word"),
        pytest.param(10, "One", 12, 6, "Title here", id="at a line's end"),
        pytest.param(12, "One", 16, 6, "One two.", id="where a sentence begins"),
        pytest.param(17, "two.", 21, 16, "One two.", id="inside a sentence"),
        pytest.param(28, "(“four”)!", 37, 27, "Three (“four”)!", id="closing signs belong to the sentence"),
        pytest.param(43, "six", 43, 42, "six", id="in the last word"),
    ],
)
def test_words_and_sentences(
    offset: int, word: str, next_word: int, previous_word: int, sentence: str
) -> None:
    assert TEXT[slice(*moves.word_at(TEXT, offset))] == word
    assert moves.next_word(TEXT, offset) == next_word
    assert moves.previous_word(TEXT, offset) == previous_word
    assert TEXT[slice(*moves.sentence_at(TEXT, offset))] == sentence


def test_sentences_one_behind_the_other() -> None:
    at, seen = 0, []
    while at < len(TEXT):
        seen.append(TEXT[slice(*moves.sentence_at(TEXT, at))])
        at = moves.next_sentence(TEXT, at)
    assert seen == ["Title here", "One two.", "Three (“four”)!", "Five", "six"]
    back = [at := moves.previous_sentence(TEXT, at) for _ in range(5)]
    assert back == [42, 37, 21, 12, 0]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(
            "In the 11. round two met. Then", "In the 11. round two met.", id="an ordinal ends none"
        ),
        pytest.param("The U.S. said so. Then", "The U.S. said so.", id="nor does an abbreviation's letter"),
        pytest.param("It began.Then it ended.", "It began.", id="glued to the next one"),
        pytest.param(
            "It costs 3.5 million (or 4). Then", "It costs 3.5 million (or 4).", id="behind a bracket"
        ),
    ],
)
def test_where_a_sentence_ends(text: str, sentence: str) -> None:
    assert text[slice(*moves.sentence_at(text, 3))] == sentence


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        pytest.param(13, 17, "One two.", id="forwards"),
        pytest.param(17, 13, "One two.", id="backwards"),
        pytest.param(13, 13, "One", id="one word"),
        pytest.param(45, 45, "six", id="at the end"),
    ],
)
def test_a_selection_is_of_whole_words(one: int, other: int, words: str) -> None:
    assert TEXT[slice(*moves.whole_words(TEXT, one, other))] == words


@given(st.text(alphabet="ab .\n!”", max_size=60), st.integers(0, 60))
def test_every_move_stays_in_the_text(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    for move in (moves.next_word, moves.previous_word, moves.next_sentence, moves.previous_sentence):
        assert 0 <= move(text, offset) <= len(text)
    assert moves.next_word(text, offset) >= offset
    assert moves.previous_word(text, offset) <= offset
