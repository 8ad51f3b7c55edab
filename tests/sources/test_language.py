"""Which language a text is in: a further pack takes no text from the others."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from workbench.sources.language import detect_language

EVALUATION = Path(__file__).parents[1] / "evaluation"
ARTICLES = [
    (EVALUATION / name / "texts" / row["file"], row["language"])
    for name in ("reports", "topics")
    for row in json.loads((EVALUATION / name / "sources.json").read_text(encoding="utf-8"))
]


def texts_of(table: str) -> tuple[str, list[str]]:
    """A table of cases: its language and its texts."""
    data: dict[str, Any] = tomllib.loads(
        (EVALUATION / "tables" / f"{table}.toml").read_text(encoding="utf-8")
    )
    return data["language"], [case.get("text") or " ".join(case["sentences"]) for case in data["case"]]


@pytest.mark.parametrize(
    ("path", "language"), [pytest.param(path, language, id=path.name) for path, language in ARTICLES]
)
def test_an_article_is_in_its_own_language(path: Path, language: str) -> None:
    assert detect_language(path.read_text(encoding="utf-8")) == language


@pytest.mark.parametrize("table", ["sentences_tr", "sentences_en", "english", "german", "german_unseen"])
def test_nine_sentences_of_ten_are_enough_to_tell(table: str) -> None:
    language, texts = texts_of(table)
    assert sum(detect_language(text) == language for text in texts) >= 0.9 * len(texts)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("170'ten fazla sivil", "tr", id="an ending is no English number"),
        pytest.param("100'den fazla kişi", "tr", id="an ending is no German article"),
        pytest.param("2025'in ilk yarısı", "tr", id="an ending is no preposition"),
        pytest.param("talks in Türkiye", "en", id="a name with another language's letters"),
        pytest.param("Der Minister sprach mit den Gästen.", "de", id="German"),
        pytest.param("12345", "tr", id="nothing tells: the first pack"),
    ],
)
def test_a_short_text(text: str, language: str) -> None:
    assert detect_language(text) == language
