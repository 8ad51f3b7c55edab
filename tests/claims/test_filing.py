"""Where an agency filed its report is a place, and neither a claim's place nor one who takes part."""

from __future__ import annotations

import pytest
from claim_reading import article

from workbench.claims.assembly import read_transcript

CASES = [
    pytest.param(
        "tr",
        "ANKARA (AA) - Fidan, Halep'te 40 okulun açıldığını söyledi.",
        "Ankara",
        "Halep",
        [],
        id="a capital",
    ),
    pytest.param(
        "tr", "(BURSA) – Erdoğan 40 okul açtı.", "Bursa", None, ["Recep Tayyip Erdoğan"], id="brackets"
    ),
    pytest.param("tr", "BOLU - ANKARA yolunda 3 kişi öldü.", "Bolu", "Bolu", [], id="a road is none"),
    pytest.param(
        "tr", "ADANA: 2 ölü, 5 yaralı var.", "Adana", "Adana", [], id="what a list tells of is none"
    ),
    pytest.param(
        "en", "LONDON (Reuters) - Iran seized two tankers.", "Londra", None, ["İran"], id="with the agency"
    ),
    pytest.param(
        "en", "KYIV, Ukraine — Russia returned 20 bodies.", "Kiev", None, ["Rusya"], id="with the state"
    ),
    pytest.param(
        "en", "OSLO, June 3 (AFP) - Two people died in Konya.", "Oslo", "Konya", [], id="with the day"
    ),
]


@pytest.mark.parametrize(("code", "sentence", "filed", "place", "participants"), CASES)
def test_where_a_report_was_filed(
    code: str, sentence: str, filed: str, place: str | None, participants: list[str]
) -> None:
    source = article(sentence, title="...", code=code)
    transcript = read_transcript(source)
    first = transcript.names[0]
    claim = transcript.claims[0]
    assert (first.kind, first.canonical) == ("place", filed)
    assert (claim.place, list(claim.participants)) == (place, participants)
