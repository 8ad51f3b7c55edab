"""Policies as files: ours are sound, and what is wrong with others is named with file and key."""

from pathlib import Path

import pytest

from workbench.decisions.policies import REVIEWED_ONLY, built_in, load_policy
from workbench.errors import UsageError

OURS = """
about = "agencies, then officials"

[[rule]]
attributes = ["count"]
choose = ["voice", "lowest"]
voices = ["agency", "official"]
set_aside = ["replaced", "social"]
bounds = "credible"
"""


def test_ours_are_offered_with_the_default_first() -> None:
    assert next(iter(built_in())) == REVIEWED_ONLY
    assert [name for name, one in built_in().items() if not one.acts] == [REVIEWED_ONLY]
    assert all(one.about for one in built_in().values())


@pytest.mark.parametrize("name", ["conservative", "range"])
def test_a_rule_of_others_says_whose_it_is(name: str) -> None:
    assert "odebook" in load_policy(name).cites


def test_a_file_is_called_by_its_name_and_its_hash(tmp_path: Path) -> None:
    file = tmp_path / "newsroom.toml"
    file.write_text(OURS, encoding="utf-8")
    first = load_policy(str(file))
    file.write_text(OURS.replace("lowest", "highest"), encoding="utf-8")
    second = load_policy(str(file))
    assert first.name.startswith("newsroom@")
    assert second.name.startswith("newsroom@")
    assert first.name != second.name
    assert first.rule("count").voices == ["agency", "official"]
    assert not first.rule("date").choose


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(OURS.replace("lowest", "smallest"), "rule[0].choose[1]", id="no such step"),
        pytest.param(OURS.replace('"count"', '"toll"'), "rule[0].attributes[0]", id="no such attribute"),
        pytest.param(OURS.replace('"agency"', '"press"'), "rule[0].voices[0]", id="no such voice"),
        pytest.param(OURS.replace("credible", "some"), "rule[0].bounds", id="no such bounds"),
        pytest.param(OURS.replace("choose", "choice"), "choice", id="no such key"),
        pytest.param(OURS.replace("about", "title"), "title", id="no such key at the top"),
        pytest.param("", "about", id="nothing"),
        pytest.param(OURS.replace("voices = ", "# "), "rule[0].voices is missing", id="no order of voices"),
        pytest.param(OURS.replace('"voice", ', ""), "rule[0].voices", id="an order that nothing uses"),
        pytest.param(OURS.replace("choose", "# "), "rule[0]", id="a rule that chooses nothing"),
        pytest.param(OURS.replace('"lowest"', '"lowest", "highest"'), "rule[0].choose", id="both ends"),
        pytest.param(OURS.replace('["count"]', "[]"), "rule[0].attributes names none", id="for nothing"),
        pytest.param(
            OURS + '[[rule]]\nattributes = ["count"]\n', "rule[1].attributes: an earlier rule", id="twice"
        ),
        pytest.param("about = ", "own.toml", id="no TOML"),
    ],
)
def test_what_is_wrong_names_file_and_key(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        load_policy(str(file))
    assert str(file) in raised.value.detail
    assert told in raised.value.detail


def test_the_hint_lists_the_words_that_may_stand_there(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OURS.replace("lowest", "smallest"), encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        load_policy(str(file))
    assert "told_last" in raised.value.hint


@pytest.mark.parametrize("named", ["middle", "no/such/file.toml"])
def test_an_unknown_name_is_refused_with_those_that_there_are(named: str) -> None:
    with pytest.raises(UsageError, match="No such policy") as raised:
        load_policy(named)
    assert "conservative" in raised.value.hint


def test_a_folder_is_no_policy(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_policy(str(tmp_path))
