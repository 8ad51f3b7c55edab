"""What a number counts, whose it is and what befell it."""

from __future__ import annotations

import pytest

from workbench.claims.quantities import find_quantities
from workbench.languages.loader import load
from workbench.models import Quantity


def quantities(code: str, text: str) -> list[Quantity]:
    return find_quantities(text, 0, len(text), load(code))


@pytest.mark.parametrize(
    ("code", "text", "counted", "side", "qualifier"),
    [
        pytest.param(
            "tr", "17 vatandaş yaralandı.", "injured", None, None, id="the verb says what befell them"
        ),
        pytest.param("tr", "Düşme sonucu 9 kişi hafif yaralandı.", "injured", None, "light", id="how badly"),
        pytest.param("tr", "5 kişinin kurtarıldığını söyledi.", "rescued", None, None, id="a verbal noun"),
        pytest.param("tr", "12 kişi gözaltına alındı.", "detained", None, None, id="detained"),
        pytest.param(
            "tr", "7 binanın çöktüğünü duyurdu.", "building", None, "collapsed", id="things keep their noun"
        ),
        pytest.param(
            "tr", "4 boş depo ile 2 dükkân yıkıldı.", "shop", None, "collapsed", id="shop collapsed"
        ),
        pytest.param(
            "tr", "Ukrayna 110 İHA düşürüldüğünü açıkladı.", "drone", None, "shot_down", id="shot down"
        ),
        pytest.param(
            "tr", "240 Ukraynalı esir döndü.", "prisoner_of_war", "Ukrayna", None, id="a nationality"
        ),
        pytest.param(
            "tr", "240 Ukraynalının döndüğünü yazdı.", "person", "Ukrayna", None, id="a nationality as noun"
        ),
        pytest.param(
            "tr",
            "Takasta 240 Ukraynalının döndüğünü yazdı.",
            "prisoner_of_war",
            "Ukrayna",
            None,
            id="... in a swap",
        ),
        pytest.param(
            "tr", "4 bin Rus askerinin naaşı verildi.", "body", "Rusya", None, id="bodies of soldiers"
        ),
        pytest.param("tr", "6 milyon turist geldi.", "tourist", None, None, id="tourists"),
        pytest.param("tr", "3 yeni köprü açıldı.", "bridge", None, None, id="new is not yen"),
        pytest.param("tr", "8 belediye işçisi geldi.", "worker", None, None, id="the head of a compound"),
        pytest.param(
            "tr", "9 orman yangını uçağının uçtuğunu söyledi.", "aircraft", None, None, id="a longer compound"
        ),
        pytest.param("tr", "2 köy yolu kapandı.", "road", None, None, id="a village road"),
        pytest.param("tr", "70 asker evlerine döndü.", "soldier", None, None, id="their homes"),
        pytest.param("tr", "Kaybolan 4 kişi aranıyor.", "missing", None, None, id="a participle before"),
        pytest.param("tr", "Kayıp 4 kişi kurtarıldı.", "rescued", None, None, id="the verb says more"),
        pytest.param("tr", "Ekipler 11 kişiyi kurtardı.", "rescued", None, None, id="rescued, active"),
        pytest.param(
            "tr", "200 kişi güvenli bölgelere taşındı.", "evacuated", None, None, id="moved to safety"
        ),
        pytest.param("tr", "Göçükte 3 işçi can verdi.", "killed", None, None, id="gave their lives"),
        pytest.param(
            "tr", "Mahkeme 5 sanığın tahliyesine karar verdi.", "released", None, None, id="released"
        ),
        pytest.param("tr", "2 sanığın tutukluluğu sürecek.", "remanded", None, None, id="kept in custody"),
        pytest.param("tr", "Hasarlı ev sayısı 70'e ulaştı.", "house", None, "damaged", id="damaged houses"),
        pytest.param("en", "200 people were moved to safety.", "evacuated", None, None, id="en: evacuated"),
        pytest.param("en", "Three remain behind bars.", "remanded", None, None, id="en: kept in custody"),
        pytest.param("en", "Two police stations closed.", "station", None, None, id="en: a compound"),
        pytest.param(
            "en", "205 Ukrainian soldiers came home.", "soldier", "Ukrayna", None, id="en: nationality"
        ),
        pytest.param(
            "en",
            "The strike, killing at least 12 people, came at dawn.",
            "killed",
            None,
            None,
            id="en: verb before",
        ),
        pytest.param(
            "en", "More than 120 were injured.", "injured", None, None, id="en: verb behind a bare number"
        ),
        pytest.param("en", "Police arrested 25 protesters.", "arrested", None, None, id="en: arrested"),
        pytest.param(
            "en", "The number of people killed rose to 81.", "killed", None, None, id="en: the tally's verb"
        ),
        pytest.param(
            "en", "The number of those injured by the blast rose to 9.", "injured", None, None, id="en: those"
        ),
        pytest.param("tr", "Dün 30 yeni vaka görüldü.", "new_case", None, None, id="what was added"),
        pytest.param(
            "tr", "Şüpheli vakaların 3 bini geçtiği belirtildi.", "case", None, "suspected", id="suspected"
        ),
        pytest.param(
            "en",
            "Nine cases came up in Kent and 30 in other counties.",
            "case",
            None,
            None,
            id="en: the rest",
        ),
        pytest.param(
            "en", "It downed 95 Ukrainian drones.", "drone", "Ukrayna", "shot_down", id="en: drones"
        ),
    ],
)
def test_what_is_counted(code: str, text: str, counted: str, side: str | None, qualifier: str | None) -> None:
    found = quantities(code, text)[-1]
    assert (counted, side, qualifier) == (found.counted, found.side, found.qualifier)


def test_both_languages_agree_on_what_nouns_are() -> None:
    turkish, english = load("tr").nouns, load("en").nouns
    assert set(turkish.nouns) == set(english.nouns)
    for name in turkish.nouns.keys() & english.nouns.keys():
        assert turkish.nouns[name].unit == english.nouns[name].unit, name
        assert turkish.nouns[name].broader == english.nouns[name].broader, name
    assert set(turkish.sides) == set(english.sides)


@pytest.mark.parametrize(
    ("code", "text", "counted"),
    [
        pytest.param("tr", "Çok şükür can kaybı yok.", "killed", id="no loss of life"),
        pytest.param("tr", "Olayda ölen olmadı.", "killed", id="none died"),
        pytest.param("tr", "Yaralanan olmadığını bildirdi.", "injured", id="none injured"),
        pytest.param("en", "No deaths were reported.", "killed", id="en: no deaths"),
        pytest.param("en", "No one was injured.", "injured", id="en: no one"),
    ],
)
def test_none_is_zero(code: str, text: str, counted: str) -> None:
    (found,) = quantities(code, text)
    assert (0, 0, 0, counted) == (found.value, found.low, found.high, found.counted)


@pytest.mark.parametrize(
    ("code", "text", "value", "expr"),
    [
        pytest.param("tr", "150'şer esir bırakıldı.", 150, "150'şer esir", id="distributive"),
        pytest.param("tr", "Biner kişi takas edildi.", 1000, "Biner kişi", id="distributive word"),
        pytest.param(
            "tr",
            "500'e karşı 500 oranında takas",
            500,
            "500'e karşı 500 oranında takas",
            id="so many against so many",
        ),
        pytest.param("tr", "500'e 500 esir takası", 500, "500'e 500 esir takası", id="so many to so many"),
        pytest.param("tr", "bine karşı bin takası", 1000, "bine karşı bin takası", id="in words"),
        pytest.param(
            "tr",
            "800 kişiye karşılık 800 kişilik takas",
            800,
            "800 kişiye karşılık 800 kişilik",
            id="with nouns",
        ),
        pytest.param("tr", "karşılıklı 250 esir bırakıldı", 250, "karşılıklı 250 esir", id="mutually"),
        pytest.param(
            "tr", "iki taraftan 90'ar asker takas edildi", 90, "iki taraftan 90'ar asker", id="from two sides"
        ),
        pytest.param("en", "The 500-for-500 swap was agreed.", 500, "500-for-500 swap", id="en: for"),
        pytest.param(
            "en",
            "They agreed a thousand for a thousand in the exchange.",
            1000,
            "a thousand for a thousand",
            id="en: in words",
        ),
        pytest.param("en", "They will free 800 prisoners each.", 800, "800 prisoners each", id="en: each"),
        pytest.param(
            "en",
            "Then 90 prisoners from each side left.",
            90,
            "90 prisoners from each side",
            id="en: from each side",
        ),
        pytest.param(
            "en",
            "Each country would free 250 captives.",
            250,
            "Each country would free 250 captives",
            id="en: each country",
        ),
    ],
)
def test_per_side_forms_are_one_quantity(code: str, text: str, value: float, expr: str) -> None:
    (found,) = quantities(code, text)
    assert (value, "each", "prisoner_of_war", expr) == (found.value, found.side, found.counted, found.expr)
