"""What two articles name alike: names by their sound, numbers by their value."""

from __future__ import annotations

import pytest

from workbench.claims import read_claims
from workbench.claims.names_spelling import sounding
from workbench.events.story import Story, common, stories, telling, telling_number, weight
from workbench.sources import source_from_text


def _story(text: str) -> Story:
    return stories(read_claims(source_from_text(text, file="a.txt")))[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Begenç", "Begench", id="ç and ch"),
        pytest.param("Şuaybe", "Shuaiba", id="ş and sh, y and i, e and a"),
        pytest.param("Seytkaliyev", "Seitkaliev", id="iy and i"),
        pytest.param("Faysal", "Faisal", id="ay and ai"),
    ],
)
def test_a_name_sounds_alike_in_either_spelling(one: str, other: str) -> None:
    assert sounding(one) == sounding(other)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param("Harnavi", "Angola", id="a name tells more than a state"),
        pytest.param("Angola", "Rusya", id="a state seldom printed more than one of every day"),
        pytest.param("Angola", "Putin", id="people whom the packs know tell little"),
    ],
)
def test_what_is_rare_tells_more(more: str, less: str) -> None:
    assert telling(more) > telling(less)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param(1243, 1200, id="an odd number tells more than a round one"),
        pytest.param(347, 40, id="three digits tell more than two"),
    ],
)
def test_an_odd_number_tells_more(more: float, less: float) -> None:
    assert telling_number(more) > telling_number(less)


def test_reports_of_one_matter_share_a_story_across_languages() -> None:
    one = _story("Bakan Begenç Oraz, Harnavi barajında 347 evin boşaltıldığını söyledi.")
    other = _story("At the Kharnavi dam, minister Begench Oraz said, 347 homes were cleared.")
    far = _story("Bakan Ferit Uluç, Gölcük tersanesinde 512 işçinin çalıştığını söyledi.")

    assert weight(common(one, other)) > 2 > weight(common(one, far)) == 0


def test_offices_and_headlines_name_nothing() -> None:
    story = _story("Büyük Yangın Söndürüldü\n\nDün Sağlık Bakanlığı 2 kişinin öldüğünü Meclis'te açıkladı.\n")

    assert story == ()
