"""Who says something: by the words for offices, the table of publishers, what an article credits."""

from dataclasses import dataclass, replace

import pytest
from records_making import Origin, claim

from workbench.models import Mention
from workbench.records.voices import Voices


@dataclass(frozen=True)
class Credited(Origin):
    credits: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("language", "speaker", "expected"),
    [
        pytest.param("tr", "valilik", "official", id="governor's office"),
        pytest.param("tr", "bakanlık kaynakları", "official", id="ministry sources"),
        pytest.param("tr", "Ruanda Savunma Bakanlığı", "official", id="a ministry that no table knows"),
        pytest.param("tr", "AFAD", "official", id="a body in the table"),
        pytest.param("tr", "Anadolu Ajansı", "agency", id="an agency"),
        pytest.param("tr", "yetkililer", "official", id="officials"),
        pytest.param("tr", "ordu", "official", id="the army"),
        pytest.param("tr", "Mali ordusu", "official", id="an army"),
        pytest.param("tr", "Ordu Barosu", "private", id="lawyers of a town that is called army"),
        pytest.param("tr", "şirket yetkilileri", "private", id="officials of a company"),
        pytest.param("tr", "görgü tanıkları", "private", id="witnesses"),
        pytest.param("tr", "Selami Ertekin", "private", id="a person of whom nothing is known"),
        pytest.param("tr", None, "private", id="the article itself"),
        pytest.param("en", "police", "official", id="police"),
        pytest.param("en", "prosecutors", "official", id="prosecutors"),
        pytest.param("en", "disaster agency", "official", id="disaster agency"),
        pytest.param("en", "company", "private", id="company"),
        pytest.param("en", "union", "private", id="union"),
        pytest.param("de", "innenministerium", "official", id="ministry in German"),
        pytest.param("de", "augenzeugen", "private", id="witnesses in German"),
        pytest.param("xx", "police", "private", id="a language that nobody knows"),
    ],
)
def test_a_speaker(language: str, speaker: str | None, expected: str) -> None:
    said = replace(claim("c", "s", "Üç kişi öldü."), speaker=speaker)
    article = Origin("s", "s.txt", None, publisher="Sözcü", language=language)
    assert Voices([said], {"s": article}).of(said) == expected


@pytest.mark.parametrize(
    ("language", "text", "name", "expected"),
    [
        ("tr", "Vali Ayşe Yılmaz, üç kişinin öldüğünü söyledi.", "Ayşe Yılmaz", "official"),
        ("tr", "Sağlık Bakanı Ayşe Yılmaz, üç kişinin öldüğünü söyledi.", "Ayşe Yılmaz", "official"),
        ("tr", "Eski Bakan Ayşe Yılmaz, üç kişinin öldüğünü söyledi.", "Ayşe Yılmaz", "private"),
        ("tr", "Köylü Ayşe Yılmaz, üç kişinin öldüğünü söyledi.", "Ayşe Yılmaz", "private"),
        ("en", "Interior Minister Ann Hill said three people died.", "Ann Hill", "official"),
        ("en", "Former prime minister Ann Hill said three people died.", "Ann Hill", "private"),
        ("en", "Company president Ann Hill said three people died.", "Ann Hill", "private"),
    ],
)
def test_an_office_right_before_the_name(language: str, text: str, name: str, expected: str) -> None:
    start = text.index(name)
    person = Mention(name, start, start + len(name), "person", name)
    first = replace(claim("c1", "s", text), mentions=(person,), speaker=name)
    later = replace(claim("c2", "s", "Beş kişi yaralandı."), speaker=name)
    voices = Voices([first, later], {"s": Origin("s", "s.txt", None, publisher="Sözcü", language=language)})
    assert {voices.of(first), voices.of(later)} == {expected}


def test_whoever_knows_more_of_the_article_tells_who_holds_an_office() -> None:
    said = replace(claim("c", "s", "Beş kişi yaralandı."), speaker="Ayşe Yılmaz")
    article = Origin("s", "s.txt", None, publisher="Sözcü")
    assert Voices([said], {"s": article}, lambda _: {"Ayşe Yılmaz"}).of(said) == "official"
    assert Voices([said], {"s": article}, lambda _: ()).of(said) == "private"


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param(
            Credited("s", "s", None, publisher="Sözcü", credits=("DHA",)), "agency", id="one credit"
        ),
        pytest.param(
            Credited("s", "s", None, publisher="Sözcü", credits=("DHA", "Reuters")),
            "private",
            id="two credits",
        ),
        pytest.param(
            Credited("s", "s", None, url="https://www.afad.gov.tr/deprem"), "official", id="address"
        ),
        pytest.param(Credited("s", "s", None, publisher="Liman Postası"), "unknown", id="nobody knows it"),
    ],
)
def test_an_article(article: Credited, expected: str) -> None:
    said = claim("c", "s", "Üç kişi öldü.")
    assert Voices([said], {"s": article}).of(said) == expected
