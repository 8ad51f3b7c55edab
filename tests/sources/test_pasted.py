"""A text that somebody pastes becomes a source like any other."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.errors import SourceError
from workbench.sources import Pasted, source_from_paste

BODY = "Akçakum limanında 3 Şubat'ta yangın çıktı. On dört işçi yaralandı."


@pytest.mark.parametrize(
    ("pasted", "text", "title", "file"),
    [
        pytest.param(
            Pasted(BODY, "Liman  yangını"),
            f"Liman yangını\n\n{BODY}\n",
            "Liman yangını",
            "Liman yangını.txt",
            id="a title is set above the text",
        ),
        pytest.param(
            Pasted(f"LİMAN YANGINI\n\n{BODY}", "Liman yangını"),
            f"LİMAN YANGINI\n\n{BODY}\n",
            "Liman yangını",
            "Liman yangını.txt",
            id="unless it begins it",
        ),
        pytest.param(
            Pasted(f"  Liman yangını\n\n{BODY} "),
            f"Liman yangını\n\n{BODY}\n",
            "Liman yangını",
            "Liman yangını.txt",
            id="without one the first line names it",
        ),
        pytest.param(
            Pasted(BODY, "../../etc/passwd\x1b[2J"),
            None,
            "../../etc/passwd\x1b[2J",
            "etc passwd 2J.txt",
            id="no path and no sign in the name",
        ),
        pytest.param(Pasted("??", ""), "??\n", None, "text.txt", id="no letters at all"),
    ],
)
def test_pasted(pasted: Pasted, text: str | None, title: str | None, file: str) -> None:
    source = source_from_paste(pasted)
    assert (source.title, source.file) == (title, file)
    assert text in (None, source.text)


def test_what_is_given_beside_stands() -> None:
    source = source_from_paste(Pasted(BODY, publisher=" Körfez Postası ", published=date(2026, 2, 3)))
    assert source.publisher == "Körfez Postası"
    assert source.published and (source.published.best, source.published.basis) == (
        date(2026, 2, 3),
        "stated",
    )


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_nothing_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="empty"):
        source_from_paste(Pasted(text, "Başlık"))
