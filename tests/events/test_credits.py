"""Whom an article credits for its text, in the places where newspapers do so."""

from __future__ import annotations

import pytest

from workbench.events.credits import credited, outlets
from workbench.languages.loader import LANGUAGES, load
from workbench.sources import source_from_text

BODY = "Ege'de batan tekneden 12 kişi kurtarıldı, arama çalışmaları gece boyunca sürdü."
AA, DHA, IHA = "Anadolu Ajansı", "DHA", "İhlas Haber Ajansı"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"İZMİR (AA) - {BODY}", {AA}, id="a dateline with its agency in brackets"),
        pytest.param(f"İZMİR - AA\n\n{BODY}", {AA}, id="a dateline of its own"),
        pytest.param(f"İZMİR, (DHA) – {BODY}", {DHA}, id="behind a comma"),
        pytest.param(f"ATHENS, May 5 (Reuters) - {BODY}", {"Reuters"}, id="with the day"),
        pytest.param(f"WASHINGTON D.C. (AP) — {BODY}", {"AP"}, id="a city with stops"),
        pytest.param(f"{BODY} (İHA)", {IHA}, id="the last word"),
        pytest.param(f"{BODY}\n\nKaynak: AA", {AA}, id="a line with a label"),
        pytest.param(f"{BODY}\n\nSource: Reuters", {"Reuters"}, id="an English label"),
        pytest.param(f"{BODY}\n\nKAYNAK: ANADOLU AJANSI", {AA}, id="in capitals"),
        pytest.param(f"{BODY}\n\nDHA", {DHA}, id="a line with nothing else"),
        pytest.param(f"{BODY}\n\nKaynak: AA, Reuters", {AA, "Reuters"}, id="two of them"),
        pytest.param(f"{BODY}\n\nHaber: Ayşe Kaya", set(), id="a reporter"),
        pytest.param(f"{BODY} AA, 12 kişinin adını açıkladı.", set(), id="named in the text"),
        pytest.param(f"{BODY} Amatör AA (AA) kategorisi kapandı.", set(), id="brackets inside a sentence"),
        pytest.param(f"CAATOSFER (CAA) - {BODY}", set(), id="other letters around it"),
        pytest.param(BODY, set(), id="nobody"),
    ],
)
def test_credits(text: str, expected: set[str]) -> None:
    assert set(credited(source_from_text(f"Tekne battı\n\n{text}", file="a.txt", code="tr"))) == expected


def test_outlets_are_names_of_organisations() -> None:
    known = {name for pack in LANGUAGES for name in load(pack).names.organisations}
    assert known >= outlets()
