"""Letters of place names: the marks and sounds by which the table's maker joins spellings."""

from __future__ import annotations

import pytest

from tools.place_letters import is_said_alike, is_turkish, plain, sounds_like, tidy


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Łódź", "Lodz"), ("Şanlıurfa", "Sanliurfa"), ("Malmö", "Malmo"), ("Gießen", "Giessen")],
)
def test_marks_are_taken_off(name: str, bare: str) -> None:
    assert plain(name) == bare


@pytest.mark.parametrize(
    ("name", "printed"), [("Al Fāshir", "Al Fashir"), ("Málaga", "Málaga"), ("Łódź", "Łódź")]
)
def test_only_the_marks_of_scholars_go(name: str, printed: str) -> None:
    assert tidy(name) == printed


ALIKE = [
    ("Peşaver", "Peshawar", True),
    ("Çernihiv", "Chernihiv", True),
    ("Kočani", "Kochani", True),
    ("Florenca", "Florence", False),
    ("Nica", "Nice", False),
]


@pytest.mark.parametrize(("form", "name", "alike"), ALIKE)
def test_spellings_that_sound_alike(form: str, name: str, alike: bool) -> None:
    assert is_said_alike(form, [name]) is alike
    assert sounds_like(name, name)


def test_a_turkish_spelling_has_turkish_letters() -> None:
    assert is_turkish("Peşaver")
    assert not is_turkish("Peşawer")
    assert not is_turkish("PEW")
