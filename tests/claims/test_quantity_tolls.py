"""Numbers of tolls, results and lists: what the words around them leave unsaid, in both languages."""

from __future__ import annotations

import pytest

from workbench.claims.quantities import find_quantities
from workbench.languages.loader import load
from workbench.models import Quantity


def quantities(code: str, text: str) -> list[Quantity]:
    return find_quantities(text, 0, len(text), load(code))


@pytest.mark.parametrize(
    ("code", "text", "counts"),
    [
        pytest.param("tr", "Kayıtlı seçmen sayısı: 48.112.006", [(48112006, "voter")], id="a label"),
        pytest.param("tr", "Geçersiz oy: 800.214", [(800214, "vote")], id="a label of votes"),
        pytest.param("tr", "Oy kullanan: 42.500", [(42500, "voter")], id="who voted"),
        pytest.param("en", "Registered voters: 1,204,118", [(1204118, "voter")], id="en: a label"),
        pytest.param("tr", "Madde: 5", [(5, None)], id="a label that numbers"),
        pytest.param(
            "tr", "Bize oy verenlerin sayısı 4 milyon 990 bin 712 oldu.", [(4990712, "voter")], id="a tally"
        ),
        pytest.param(
            "tr",
            "MHP: Yüzde 12,30 - 49 milletvekili",
            [(12.3, None), (49, "member_of_parliament")],
            id="a dash between a share and a count",
        ),
        pytest.param(
            "tr",
            "Oyların 900 bini geçerli, 14 bin 200'ü geçersiz sayıldı.",
            [(900000, "vote"), (14200, "vote")],
            id="parts of one whole",
        ),
        pytest.param(
            "tr",
            "Kuzey, Güney'e 40 Rus askerin, Güney ise Kuzey'e 900 Ukraynalı askerin cenazesini verdi.",
            [(40, "body"), (900, "body")],
            id="an owner whose bodies are named with the next",
        ),
        pytest.param(
            "tr",
            "500 Rus askeri cenazesine karşılık 20 cenaze alındı.",
            [(500, "body"), (20, "body")],
            id="a compound of bodies",
        ),
        pytest.param(
            "en",
            "Nine deaths were reported in Clark County, four in Lake County and one in Adams.",
            [(9, "killed"), (4, "killed"), (1, "killed")],
            id="en: a list by place",
        ),
        pytest.param(
            "en", "Air defences neutralised 40 drones.", [(40, "drone")], id="en: what is done to a drone"
        ),
        pytest.param(
            "en",
            "Nine people, among them the ward's mayor, have been detained.",
            [(9, "detained")],
            id="en: an aside before the verb",
        ),
        pytest.param(
            "en",
            "Nine people, including three children, were killed.",
            [(9, "killed"), (3, "child")],
            id="en: an aside with a number",
        ),
        pytest.param(
            "en",
            "The flood forced the evacuation of 340 people and the arrest of 2 men.",
            [(340, "evacuated"), (2, "arrested")],
            id="en: nouns of action",
        ),
        pytest.param(
            "tr",
            "Seçimi yüzde 54,2 oy alan aday kazandı.",
            [(54.2, "vote_share")],
            id="a share that is votes",
        ),
        pytest.param(
            "en",
            "45 large fires were burning, including 11 in Oregon and six in Nevada.",
            [(45, "fire"), (11, "fire"), (6, "fire")],
            id="en: parts by place",
        ),
        pytest.param(
            "en",
            "About 18,000 residents have been evacuated and 3,000 have sought refuge in schools.",
            [(18000, "evacuated"), (3000, "person")],
            id="en: a number that is the subject",
        ),
        pytest.param(
            "en",
            "Of the people killed in the storms, 14 have been in Texas.",
            [(14, "killed")],
            id="en: a whole in front",
        ),
        pytest.param(
            "tr", "27 ölü Ukrayna askerinin cenazesi verildi.", [(27, "body")], id="the dead's bodies"
        ),
        pytest.param(
            "en",
            "The ship carried the bodies of 12 people and the remains of 5 sailors.",
            [(12, "body"), (5, "body")],
            id="en: bodies of",
        ),
        pytest.param(
            "tr",
            "Partilerden ilki yüzde 40,1, ikincisi yüzde 30,2, üçüncüsü de yüzde 9,8 oy oranına ulaştı.",
            [(40.1, "vote_share"), (30.2, "vote_share"), (9.8, "vote_share")],
            id="a list that its last names",
        ),
        pytest.param(
            "tr",
            "Mart ayında 3 milyar dolar, nisan ayında 4 milyar dolar ihracat yaptı.",
            [(3e9, "exports"), (4e9, "exports")],
            id="a list of sums",
        ),
        pytest.param(
            "tr",
            "Enflasyon yüzde 40, işsizlik yüzde 9 oldu.",
            [(40, "inflation"), (9, "unemployment")],
            id="a list that names each",
        ),
        pytest.param(
            "tr",
            "Önce 300 bin olan Alman turist sayısı bugün 2 milyon kişiye yükseldi.",
            [(300000, "tourist"), (2000000, "tourist")],
            id="a tally behind its number",
        ),
        pytest.param("tr", "Ölenlerin sayısı 12 kişiye çıktı.", [(12, "killed")], id="a tally of people"),
        pytest.param(
            "en", "Visitor numbers dropped to 710,000 in May.", [(710000, "tourist")], id="en: numbers"
        ),
        pytest.param("tr", "Araç Nuri Vatan'a (70) çarptı.", [(70, "age")], id="an age behind an ending"),
        pytest.param("tr", "54 kırsal mahallede su kesildi.", [(54, "neighbourhood")], id="an adjective"),
        pytest.param("tr", "Aramaya 5 gemi katıldı.", [(5, "ship")], id="no gram in a ship"),
        pytest.param("tr", "2 cami minaresi onarıldı.", [(2, "mosque")], id="no degree in a mosque"),
        pytest.param("tr", "30 yaşındaki usta konuştu.", [(30, "age")], id="an age"),
        pytest.param("tr", "Binalardan 6'sında yaşam sürüyordu.", [(6, "building")], id="life is no age"),
        pytest.param("tr", "Turist sayısında ciddi bir tırmanış var.", [], id="an article after a tally"),
    ],
)
def test_counted(code: str, text: str, counts: list[tuple[float, str | None]]) -> None:
    assert counts == [(found.value, found.counted) for found in quantities(code, text)]


@pytest.mark.parametrize(
    ("text", "value", "counted", "qualifier"),
    [
        pytest.param("Köyde 18 ev yıkıldı.", 18, "house", "collapsed", id="the verb"),
        pytest.param("Köyde 18 yıkık ev bulunuyor.", 18, "house", "collapsed", id="the adjective"),
        pytest.param("Köyde 18 yıkılan ev var.", 18, "house", "collapsed", id="the participle"),
        pytest.param("Köyde 18 evde yıkım meydana geldi.", 18, "house", "collapsed", id="the noun"),
        pytest.param("Köyde 18 evde yıkılma oldu.", 18, "house", "collapsed", id="the verbal noun"),
        pytest.param("Köyde 18 hasar gören okul var.", 18, "school", "damaged", id="damaged"),
        pytest.param("Köyde 18 okulda hasar oluştu.", 18, "school", "damaged", id="damage that arose"),
        pytest.param("3 ev ağır hasar gördü.", 3, "house", "serious damaged", id="how heavily"),
        pytest.param("3 ağır hasarlı ev var.", 3, "house", "serious damaged", id="as heavily"),
        pytest.param("Bir yıkılan evimiz var.", 1, "house", "collapsed", id="one"),
        pytest.param("Yıkılan bir ev olmadı.", 0, "building", "collapsed", id="none"),
        pytest.param("Depremde can kaybı tespit etmedik.", 0, "killed", None, id="no death found"),
        pytest.param("Yaralanan bir kişi olmadı.", 0, "injured", None, id="nobody hurt"),
        pytest.param(
            "Yılın 5 aylık döneminde ihracat 51 milyar dolar oldu.", 51e9, "exports", None, id="sum"
        ),
        pytest.param("Aylık ihracat 4 milyar dolar oldu.", 4e9, "exports", "monthly", id="monthly"),
    ],
)
def test_one_fact_in_many_words(text: str, value: float, counted: str, qualifier: str | None) -> None:
    found = quantities("tr", text)[-1]
    assert (value, counted, qualifier) == (found.value, found.counted, found.qualifier)


def test_a_headline_names_what_befell_things_once() -> None:
    found = quantities("tr", "DEPREMDE 4 EV 2 DÜKKAN YIKILDI")
    assert [(one.counted, one.qualifier) for one in found] == [("house", "collapsed"), ("shop", "collapsed")]


def test_no_buildings_in_english() -> None:
    found = quantities("en", "Nobody was hurt and no homes were destroyed.")
    assert [(one.value, one.counted) for one in found] == [(0, "injured"), (0, "building")]


@pytest.mark.parametrize(
    ("text", "value", "counted", "modifier"),
    [
        pytest.param("Turist sayısı 710 bine kadar geriledi.", 710000, "tourist", "exactly", id="fell to"),
        pytest.param("Salon 900 kişiye kadar çıkabiliyor.", 900, "person", "up_to", id="can rise to"),
        pytest.param("Salona 900 kişiye kadar seyirci alınıyor.", 900, "person", "up_to", id="up to"),
        pytest.param("4'ün üzerinde çok sayıda artçı oldu.", 4, "magnitude", "more_than", id="strength"),
        pytest.param("40'ın üzerinde artçı oldu.", 40, "aftershock", "more_than", id="a count of tremors"),
        pytest.param(
            "6-6,5 ve üzeri büyüklükte sarsıntı olabilir.", 6.25, "magnitude", "between", id="range"
        ),
        pytest.param("İzlenme 300 binleri geçti.", 300000, None, "more_than", id="the thousands are passed"),
    ],
)
def test_bounds(text: str, value: float, counted: str | None, modifier: str) -> None:
    found = quantities("tr", text)[0]
    assert (value, counted, modifier) == (found.value, found.counted, found.modifier)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("tr", "Olay yerine 112 Acil Sağlık ekibi geldi.", id="a service's number"),
        pytest.param("tr", "Gören biri 155 Polis İmdat hattını aradı.", id="the police's number"),
        pytest.param("tr", "Kaza Çamlık 5 mevkisinde oldu.", id="a number in a place's name"),
        pytest.param("tr", "Bakan 24 TV'ye konuştu.", id="a channel"),
        pytest.param("en", "A 911 dispatcher took the call.", id="en: a service's number"),
    ],
)
def test_no_quantity(code: str, text: str) -> None:
    assert quantities(code, text) == []
