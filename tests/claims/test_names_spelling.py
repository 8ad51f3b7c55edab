"""Spellings of one name, and names that merely resemble each other."""

from __future__ import annotations

import pytest

from workbench.claims.names import find_names, settled
from workbench.claims.names_spelling import resemble, same_name
from workbench.languages.loader import load

SAME = [
    ("Zelenskiy", "Zelensky"),
    ("Zelenskiy", "Zelenskyy"),
    ("Zelenski", "Zelenskiy"),
    ("Zelenskij", "Zelenskiy"),
    ("Medinskiy", "Medinsky"),
    ("Medinskij", "Medinski"),
    ("Peskov", "Peşkov"),
    ("Şangay", "Şanghay"),
    ("Shanghai", "Şanghay"),
    ("Lukaşenko", "Lukashenko"),
    ("Paşinyan", "Pashinyan"),
    ("Matviyenko", "Matvienko"),
    ("Erdoğan", "Erdogan"),
    ("Şimşek", "Simsek"),
    ("Kılıçdaroğlu", "Kilicdaroglu"),
    ("Yermak", "Iermak"),
    ("Kharkiv", "Harkiv"),
    ("Kherson", "Herson"),
    ("Chernihiv", "Çernihiv"),
    ("Zhytomyr", "Jitomir"),
    ("Shoigu", "Şoygu"),
    ("Shoygu", "Şoygu"),
    ("Belousov", "Beloúsov"),
    ("Kuleba", "Kuléba"),
    ("Sybiha", "Sibiha"),
    ("Ushakov", "Uşakov"),
    ("Naryshkin", "Narişkin"),
    ("Zakharova", "Zaharova"),
    ("Aliyev", "Aliev"),
    ("Tokayev", "Tokaev"),
    ("Mirziyoyev", "Mirziyoev"),
    ("Berdimuhamedov", "Berdymukhamedov"),
    ("Saakashvili", "Saakaşvili"),
    ("Kobakhidze", "Kobahidze"),
    ("Muhammed Dahlan", "Mohammed Dahlan"),
    ("Araghchi", "Aragçi"),
    ("Pezeshkian", "Pezeşkiyan"),
    ("Netanyahu", "Netanjahu"),
    ("Qalibaf", "Kalibaf"),
    ("Haniyeh", "Haniye"),
    ("Nasrallah", "Nasralah"),
    ("Sergey Lavrov", "Sergei Lavrov"),
    ("Dmitri Peskov", "Dmitriy Peskov"),
    ("Dmitry Medvedev", "Dmitriy Medvedev"),
    ("Rustem Umerov", "Rüstem Umarov"),
    ("Rustem Umerov", "Rustem Umierov"),
    ("Anton Dedusenko", "Anton Dedusenka"),
    ("Hüseyin Çelik", "Huseyin Celik"),
    ("Volodymyr Zelenskyy", "Volodimir Zelenskiy"),
    ("Vyacheslav Volodin", "Vyaçeslav Volodin"),
]
APART = [
    ("Kurtulmuş", "Kurtuluş"),
    ("İran", "Irak"),
    ("Nijer", "Nijerya"),
    ("Ali Yılmaz", "Ali Yıldız"),
    ("Niger", "Nigeria"),
    ("Iran", "Iraq"),
    ("Austria", "Australia"),
    ("Avusturya", "Avustralya"),
    ("Slovakya", "Slovenya"),
    ("Slovakia", "Slovenia"),
    ("Mali", "Malta"),
    ("Gine", "Gana"),
    ("Gambiya", "Zambiya"),
    ("Umman", "Amman"),
    ("Tunus", "Tuna"),
    ("Letonya", "Litvanya"),
    ("Mehmet Demir", "Mehmet Demirel"),
    ("Mehmet Demir", "Mehmet Demirci"),
    ("Ahmet Kaya", "Ahmet Kara"),
    ("Ayşe Yılmaz", "Fatma Yılmaz"),
    ("Ali Korkmaz", "Veli Korkmaz"),
    ("Hasan Yıldırım", "Hasan Yıldız"),
    ("Mustafa Şahin", "Mustafa Şahinoğlu"),
    ("Elena Petrova", "Elena Petrov"),
    ("Ivan Petrov", "Ivan Petrenko"),
    ("John Smith", "John Smyth-Jones"),
    ("John Marlow", "Joan Marlow"),
    ("Anna Lind", "Anna Lund"),
    ("Peter Hansen", "Peter Jansen"),
    ("Paul Martin", "Paul Martinez"),
    ("George Bush", "George Busch-Meyer"),
    ("Kim Jong Il", "Kim Jong Un"),
    ("Ömer Çelik", "Faruk Çelik"),
    ("Hulusi Akar", "Hulusi Akın"),
    ("Yaşar Güler", "Yaşar Gülen"),
    ("Selin Tan", "Selin Tandoğan"),
    ("Kerç", "Kerkük"),
    ("Kars", "Kaş"),
    ("Mardin", "Mersin"),
    ("Bolu", "Bolvadin"),
    ("Sivas", "Sivrice"),
    ("Tokat", "Tokyo"),
    ("Dakka", "Dakar"),
    ("Riga", "Rize"),
    ("Varna", "Verona"),
    ("Tula", "Tulsa"),
]


@pytest.mark.parametrize(("a", "b"), SAME, ids=[f"{a} = {b}" for a, b in SAME])
def test_spellings_of_one_name_are_the_same(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(("a", "b"), APART, ids=[f"{a} / {b}" for a, b in APART])
def test_names_that_merely_resemble_each_other_are_not(a: str, b: str) -> None:
    assert not same_name(a, b)
    assert not same_name(b, a)


RESEMBLING = [
    pytest.param("Ali Yılmaz", "Ali Yılmas", True, id="a letter of the last name"),
    pytest.param("Numan Kurtulmuş", "Numan Kurtuluş", True, id="a letter left out"),
    pytest.param("Elena Petrova", "Elena Petrov", True, id="an ending left out"),
    pytest.param("John Marlow", "Joan Marlow", True, id="a letter of the given name"),
    pytest.param("Umerov", "Umarov", True, id="last names alone"),
    pytest.param("Ayşe Yılmaz", "Fatma Yılmaz", False, id="two of one family"),
    pytest.param("Ali Yılmaz", "Ali Yıldız", False, id="two of one given name"),
    pytest.param("Gana", "Gine", False, id="short names"),
    pytest.param("Ali Yılmaz", "Ali Yılmaz", False, id="one and the same"),
    pytest.param("Rusya", "Prusya Krallığı", False, id="one inside a longer one"),
]


@pytest.mark.parametrize(("a", "b", "expected"), RESEMBLING)
def test_what_resembles_is_told_from_what_is_the_same(a: str, b: str, expected: bool) -> None:
    assert resemble(a, b) is expected
    assert resemble(b, a) is expected


def _people(text: str, code: str) -> list[tuple[str, str]]:
    language = load(code)
    found = settled(text, find_names(text, language), language)
    return [(m.text, m.canonical) for m in found if m.kind == "person"]


IN_TEXT = [
    (
        "a known person under a new spelling",
        "tr",
        "Vladimir Medinskij konuştu.",
        [("Vladimir Medinskij", "Vladimir Medinskiy")],
    ),
    (
        "a known last name under a new spelling",
        "tr",
        "Heyete Medinskij'in yardımcısı katıldı.",
        [("Medinskij", "Vladimir Medinskiy")],
    ),
    (
        "another of the same last name",
        "tr",
        "Bakan Mihail Medinskij konuştu.",
        [("Mihail Medinskij", "Mihail Medinskij")],
    ),
    (
        "two spellings in one text",
        "en",
        "Captain Anton Dedushenko left. Later Anton Deduşenko came back.",
        [("Anton Dedushenko", "Anton Dedushenko"), ("Anton Deduşenko", "Anton Dedushenko")],
    ),
    (
        "two people in one text",
        "tr",
        "Vali Ali Yılmaz geldi. Bakan Ali Yıldız gitti.",
        [("Ali Yılmaz", "Ali Yılmaz"), ("Ali Yıldız", "Ali Yıldız")],
    ),
]


@pytest.mark.parametrize(
    ("text", "code", "people"), [(c[2], c[1], c[3]) for c in IN_TEXT], ids=[c[0] for c in IN_TEXT]
)
def test_people_under_several_spellings(text: str, code: str, people: list[tuple[str, str]]) -> None:
    assert _people(text, code) == people
