"""Names in running text: what they are, and whom they mean."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.names import ancestors, find_names, find_surnames, places_agree, settled, surnames
from workbench.languages.loader import load

TR, EN = load("tr"), load("en")


def read(text: str, code: str) -> list[tuple[str, str, str]]:
    return [(m.text, m.kind, m.canonical) for m in find_names(text, load(code))]


TURKISH = [
    ("a state with an ending", "Fransa'dan döndü", [("Fransa", "state", "Fransa")]),
    ("a curly apostrophe", "Konya’da kaldı", [("Konya", "place", "Konya")]),
    ("a people", "Rusların gemisi", [("Rus", "state", "Rusya")]),
    ("a people in -lı", "Ukraynalı askerler", [("Ukraynalı", "state", "Ukrayna")]),
    ("a person with an ending", "Trump'ın uçağı", [("Trump", "person", "Donald Trump")]),
    ("two spellings of one person", "Zelenskiy konuştu", [("Zelenskiy", "person", "Volodimir Zelenski")]),
    ("a capital that acts", "Moskova yeni öneri sundu", [("Moskova", "state", "Rusya")]),
    ("a capital's reaction", "Ankara'nın tepkisi sert", [("Ankara", "state", "Türkiye")]),
    ("a capital as a place", "Moskova'da toplandı", [("Moskova", "place", "Moskova")]),
    ("a capital as a goal", "Bakan Ankara'ya döndü", [("Ankara", "place", "Ankara")]),
    ("a capital visited", "Moskova ziyareti ertelendi", [("Moskova", "place", "Moskova")]),
    (
        "an unknown person by office",
        "Vali Nuriye Akarsu'nun sözü",
        [("Nuriye Akarsu", "person", "Nuriye Akarsu")],
    ),
    (
        "a longer office",
        "Belediye Başkanı Cemal Aydoğdu konuştu",
        [("Cemal Aydoğdu", "person", "Cemal Aydoğdu")],
    ),
    ("an academic title", "Prof. Dr. Deniz Alkan'a göre", [("Deniz Alkan", "person", "Deniz Alkan")]),
    ("a particle in a name", "Bakan Selin von Berk geldi", [("Selin von Berk", "person", "Selin von Berk")]),
    ("an office alone names nobody", "Bakan konuştu, vali sustu", []),
    (
        "an institution of a state",
        "Polonya Dışişleri Bakanlığı duyurdu",
        [("Polonya Dışişleri Bakanlığı", "organisation", "Polonya Dışişleri Bakanlığı")],
    ),
    (
        "an institution of a people",
        "Rus heyeti geldi",
        [("Rus heyeti", "organisation", "Rusya heyeti")],
    ),
    (
        "an institution at home",
        "Dışişleri Bakanlığı duyurdu",
        [("Dışişleri Bakanlığı", "organisation", "Türkiye Dışişleri Bakanlığı")],
    ),
    (
        "an institution's short name",
        "MSB'nin duyurusu",
        [("MSB", "organisation", "Türkiye Savunma Bakanlığı")],
    ),
    ("a delegation of nobody", "Salonda heyeti bekledi", []),
    (
        "a spokesman of an institution",
        "Kremlin Sözcüsü Peskov",
        [("Kremlin", "organisation", "Kremlin"), ("Peskov", "person", "Dmitriy Peskov")],
    ),
    (
        "a heading in capitals",
        "PUTİN VE ZELENSKİ GÖRÜŞTÜ",
        [("PUTİN", "person", "Vladimir Putin"), ("ZELENSKİ", "person", "Volodimir Zelenski")],
    ),
    ("a place in capitals", "MOSKOVA'DA YANGIN", [("MOSKOVA", "place", "Moskova")]),
    ("an unknown place by its case", "Karataş'ta yangın çıktı", [("Karataş", "place", "Karataş")]),
    ("an unknown place by its noun", "Yeşilova ilçesinde sel", [("Yeşilova", "place", "Yeşilova")]),
    ("a sentence opener is no place", "Bugün Karataş'ta", [("Karataş", "place", "Karataş")]),
    ("a full stop in a name", "St. Petersburg'da", [("St. Petersburg", "place", "St. Petersburg")]),
    ("lower case is no name", "ukrayna van rusya", []),
    ("a name inside a word", "Ruslan geldi, Türkan gitti", []),
    ("no names at all", "Yağmur akşama kadar sürdü.", []),
]
ENGLISH = [
    ("a capital that acts", "Moscow rejected it", [("Moscow", "state", "Rusya")]),
    ("a capital as a place", "They met in Moscow", [("Moscow", "place", "Moskova")]),
    ("a capital visited", "Envoys visited Moscow", [("Moscow", "place", "Moskova")]),
    ("a possessive", "Ukraine's president", [("Ukraine", "state", "Ukrayna")]),
    ("a people", "The Russians left", [("Russian", "state", "Rusya")]),
    ("an office", "Mayor Helen Brook spoke", [("Helen Brook", "person", "Helen Brook")]),
    (
        "a ministry",
        "the Russian defence ministry said",
        [("Russian defence ministry", "organisation", "Rusya Savunma Bakanlığı")],
    ),
    (
        "a ministry of a state",
        "Germany's foreign ministry said",
        [("Germany's foreign ministry", "organisation", "Almanya Dışişleri Bakanlığı")],
    ),
    ("a ministry of nobody", "the defence ministry said", []),
    ("a pronoun is no state", "he told us and them", []),
    ("another spelling", "Kyiv's delegation", [("Kyiv's delegation", "organisation", "Ukrayna heyeti")]),
]
CASES = [("tr", *case) for case in TURKISH] + [("en", *case) for case in ENGLISH]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [pytest.param(code, text, expected, id=f"{code}: {name}") for code, name, text, expected in CASES],
)
def test_names(code: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == read(text, code)


@pytest.mark.parametrize(
    ("turkish", "english"),
    [
        pytest.param("Zelenskiy", "Zelensky", id="a person"),
        pytest.param("ABD'li", "American", id="a people"),
        pytest.param("Pekin'de", "in Beijing", id="a place"),
        pytest.param("Beyaz Saray", "White House", id="an organisation"),
        pytest.param("Rusya Savunma Bakanlığı", "Russian defense ministry", id="an institution"),
    ],
)
def test_reports_in_two_languages_meet_in_one_name(turkish: str, english: str) -> None:
    assert [m.canonical for m in find_names(turkish, TR)] == [m.canonical for m in find_names(english, EN)]


def test_a_last_name_is_the_person_named_in_full_before() -> None:
    text = "Vali Cemal Aydoğdu konuştu. Aydoğdu'nun eşi dinledi. Aydoğdular çoktur."
    people = surnames(find_names(text, TR), TR)
    assert people == {"Aydoğdu": "Cemal Aydoğdu"}
    later = find_surnames(text, text.index("."), len(text), people)
    assert [(m.text, m.canonical) for m in later] == [("Aydoğdu", "Cemal Aydoğdu")]


def test_the_first_of_two_namesakes_holds_the_last_name() -> None:
    text = "Vali Cemal Aydoğdu ile Bakan Sema Aydoğdu geldi."
    assert surnames(find_names(text, TR), TR) == {"Aydoğdu": "Cemal Aydoğdu"}


def test_known_people_need_no_full_name_and_lend_none() -> None:
    assert surnames(find_names("Vladimir Putin geldi.", TR), TR) == {}
    assert find_surnames("Kimse gelmedi.", 0, 14, {}) == []


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        pytest.param("İstanbul", "İstanbul", True, id="the same"),
        pytest.param("Dolmabahçe", "İstanbul", True, id="a palace in its city"),
        pytest.param("Türkiye", "Dolmabahçe", True, id="a state two steps up"),
        pytest.param("Anchorage", "ABD", True, id="over a federal state"),
        pytest.param("Dolmabahçe", "Çırağan Sarayı", False, id="two palaces of one city"),
        pytest.param("Ankara", "İstanbul", False, id="two cities"),
        pytest.param("Karadutlar", "Akçamlar", False, id="two unknown places"),
    ],
)
def test_places_agree_when_one_lies_in_the_other(a: str, b: str, agree: bool) -> None:
    assert agree is places_agree(a, b) is places_agree(b, a)


def test_what_holds_a_place_comes_nearest_first() -> None:
    assert ancestors("Anchorage") == ("Alaska", "ABD")
    assert ancestors("Karadutlar") == ()
    assert all(name not in ancestors(name) for name in TR.names.places)


def test_an_abbreviation_in_brackets_names_the_body_in_every_block() -> None:
    first, then = "Kıyı Denetim Kurumu (KDK) uyardı.", "Raporu KDK yayımladı."
    text = f"{first}\n{then}"
    later = find_names(text[len(first) + 1 :], TR)
    names = [*find_names(first, TR), *(replace(m, start=m.start + len(first) + 1) for m in later)]
    found = [(m.text, m.start) for m in settled(text, names, TR) if m.canonical == "Kıyı Denetim Kurumu"]
    assert found == [("Kıyı Denetim Kurumu", 0), ("KDK", 21), ("KDK", text.rindex("KDK"))]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        pytest.param("Who did it? Us, said the driver.", "en", [], id="words that look like abbreviations"),
        pytest.param("The WHO and the US agreed.", "en", ["Dünya Sağlık Örgütü", "ABD"], id="abbreviations"),
        pytest.param("Beyrut'un güneyi vuruldu.", "tr", ["Beyrut"], id="a part of a capital"),
        pytest.param("Beyrut öneriyi reddetti.", "tr", ["Lübnan"], id="a capital that acts"),
        pytest.param("They bombed southern Beirut.", "en", ["Beyrut"], id="a part of a capital in English"),
        pytest.param("Atlanta, Georgia, was flooded.", "en", ["Atlanta", "Georgia"], id="a federal state"),
        pytest.param("Georgia closed its border.", "en", ["Gürcistan"], id="the state of that name"),
        pytest.param("Yönetim Kurulu toplandı.", "tr", [], id="a board of nobody"),
        pytest.param(
            "Türk Tabipleri Birliği uyardı.", "tr", ["Türk Tabipleri Birliği"], id="no state's body"
        ),
        pytest.param("Meksika Körfezi'nde fırtına", "tr", ["Meksika Körfezi"], id="a gulf named for a state"),
        pytest.param("Avrupa Birliğinin kararı çıktı.", "tr", ["Avrupa Birliği"], id="a body bends bare"),
        pytest.param("Merkez Bankasından açıklama geldi.", "tr", ["TCMB"], id="a bank in the ablative"),
        pytest.param("Ukraynanın yanıtı geldi.", "tr", ["Ukrayna"], id="a state without its apostrophe"),
        pytest.param("Moskovada toplandılar.", "tr", ["Moskova"], id="a capital as a place without one"),
        pytest.param("Moskovanın yanıtı sert.", "tr", ["Rusya"], id="a capital that acts without one"),
        pytest.param("Almanca ve İngilizce öğrendi.", "tr", [], id="languages"),
        pytest.param("Afet Bölgesi'nde konut yapıldı.", "tr", [], id="a kind of region"),
        pytest.param("Deniz suyu ısındı. Kaya parçaları düştü.", "tr", [], id="words that are names"),
        pytest.param("Zafer Bayramı'nda köprüler açık.", "tr", [], id="a feast"),
        pytest.param("The Champions League returns. Storm Boris hit.", "en", [], id="a cup and a storm"),
        pytest.param("Kilise kapandı.", "tr", [], id="a word that begins like a town"),
        pytest.param("Erdoğan Lavrov'la görüştü.", "tr", ["Recep Tayyip Erdoğan", "Sergey Lavrov"], id="two"),
    ],
)
def test_what_a_name_stands_for(text: str, code: str, expected: list[str]) -> None:
    language = load(code)
    found = settled(text, find_names(text, language), language)
    assert [m.canonical.rpartition("/")[2] for m in found] == expected


PIECES = [
    *("Putin", "'in", "Rus", "Rusya Savunma Bakanlığı", "Vali", "Cemal Aydoğdu", "Moskova'da", "’ya"),
    *("ilçesinde", "Karataş'ta", "in", "Moscow", "Mayor Helen Brook", "St. Petersburg", "İ", "ı", "\n"),
    *(",", "Dr.", "von", "AB", "ŞİÖ", "Şarm eş-Şeyh"),
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=15).map(" ".join))


@given(TEXTS, st.sampled_from(["tr", "en"]))
def test_names_are_their_own_words_in_order_and_apart(text: str, code: str) -> None:
    found = find_names(text, load(code))
    assert all(m.text == text[m.start : m.end] and m.canonical for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
