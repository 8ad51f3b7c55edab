"""The tables of sentence ends, speakers, modality and hearsay keep what was reached."""

from __future__ import annotations

import pytest

from sentence_tables import sentence_ends
from speech_tables import speech


@pytest.mark.parametrize("code", ["tr", "en"])
def test_sentence_ends(code: str) -> None:
    score = sentence_ends(code)
    assert score.share >= 0.99, "\n".join(score.misses)


@pytest.mark.parametrize(
    ("code", "tag", "floor"),
    [
        pytest.param("tr", "speaker", 0.74, id="tr: speakers"),
        pytest.param("tr", "modality", 0.89, id="tr: modality"),
        pytest.param("tr", "evidence", 0.89, id="tr: hearsay"),
        pytest.param("en", "speaker", 0.62, id="en: speakers"),
        pytest.param("en", "modality", 0.87, id="en: modality"),
        pytest.param("en", "evidence", 0.92, id="en: hearsay"),
    ],
)
def test_articles_nobody_tuned_on(code: str, tag: str, floor: float) -> None:
    score = speech(code, tag)
    assert score.share >= floor, "\n".join(score.misses)
