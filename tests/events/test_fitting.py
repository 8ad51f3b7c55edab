"""Fitting the weights: what it learns, what it keeps, what it may read and what it writes."""

from __future__ import annotations

import json
import math
import random
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tools.fitting.choosing import bounds, choose
from tools.fitting.gold import EVALUATION, HALVES, SETS, collections, evaluate, fingerprint, topic_of
from tools.fitting.judging import Fit, judge
from tools.fitting.regression import BIAS, Example, Prior, regress
from tools.fitting.writing import fitted_on, standing, start, write_prior, write_weights
from workbench.claims import read_claims
from workbench.events import match
from workbench.events.weights import weights
from workbench.records.rows import claim_row
from workbench.sources import read_source

PLANTED = {"strong": 3.0, "weak": 1.0, "nothing": 0.0, "against": -2.0}
HALF = '[topics]\nfit = ["A", "B", "C"]\nheld = ["H"]\n'
TOWNS = {"A": "Aydın", "B": "Bursa", "C": "Çorum", "H": "Hatay"}
WEIGHTS = """\
# A head that stays.
threshold = 3.0

series = ["round"]  # and so does this

[parts]
strong = 2.0
new = 0.5
"""


def cases(planted: dict[str, float], number: int, seed: int) -> list[Example]:
    """Made-up pairs whose chance of being one event follows from the planted weights."""
    chance = random.Random(seed)
    found = []
    for _ in range(number):
        outcomes = tuple((name, 1.0) for name in planted if chance.random() < 0.5)
        total = sum(planted[name] for name, _ in outcomes) - 1.0
        found.append(Example(outcomes, chance.random() < 1 / (1 + math.exp(-total))))
    return found


def prior(mean: dict[str, float], deviation: float = 10.0, **held: tuple[float, float]) -> Prior:
    return Prior({**mean, BIAS: 0.0}, dict.fromkeys([*mean, BIAS], deviation), held)


def test_regression_finds_the_order_of_planted_weights() -> None:
    found = regress(cases(PLANTED, 2000, 1), prior(dict.fromkeys(PLANTED, 0.0)))
    assert sorted(PLANTED, key=lambda name: found[name]) == ["against", "nothing", "weak", "strong"]
    assert all(found[name] == pytest.approx(PLANTED[name], abs=0.5) for name in PLANTED)


def test_a_wrong_sign_is_held_at_zero() -> None:
    found = regress(cases(PLANTED, 500, 2), prior(dict.fromkeys(PLANTED, 0.0), against=(0.0, 9.0)))
    assert found["against"] == 0.0


@pytest.mark.parametrize(
    ("deviation", "near"),
    [
        pytest.param(0.01, True, id="a strong prior keeps them"),
        pytest.param(10.0, False, id="a weak one not"),
    ],
)
def test_the_prior_holds_the_weights_where_they_were(deviation: float, near: bool) -> None:
    found = regress(cases(PLANTED, 500, 3), prior(dict.fromkeys(PLANTED, 0.5), deviation))
    assert (abs(found["strong"] - 0.5) < 0.1) is near


def test_an_outcome_that_no_pair_has_keeps_its_weight() -> None:
    found = regress(cases(PLANTED, 200, 4), prior({**PLANTED, "never": 1.25}))
    assert found["never"] == 1.25


def test_what_speaks_for_one_event_may_not_come_to_speak_against_it() -> None:
    found = bounds(Fit(3.0, {"for": 1.0, "against": -1.0, "either": 0.0}))
    assert found["for"][0] == 0.0
    assert found["against"][1] == 0.0
    assert found["either"][0] < 0.0 < found["either"][1]


def _document(topic: str, number: int, told: int) -> tuple[str, list[dict[str, Any]]]:
    """An article on a topic's fire and its quake, and its facts."""
    town, day = TOWNS[topic], 3 + 2 * list(TOWNS).index(topic)
    fire = f"{town}'da {day} Mart 2026'da çıkan yangında {told} kişi yaralandı"
    quake = f"{town}'da {day + 15} Mart 2026'da meydana gelen depremde {told + 20} kişi yaralandı"
    events = (("fire", fire, told), ("quake", quake, told + 20))
    facts = [
        {"id": f"{topic}0{number}.{kind}", "doc": f"{topic}0{number}", "quote": quote, "attribute": "count",
         "value": value, "modifier": "exactly", "event": f"{topic}-{kind}", "said_by": "article"}
        for kind, quote, value in events
    ]  # fmt: skip
    return f"{town}'da iki olay\n\n31.03.2026\n\n{fire}.\n\n{quake}.\n", facts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small set on three topics to fit on and one held back."""
    texts = tmp_path / "topics" / "texts"
    texts.mkdir(parents=True)
    facts: list[dict[str, Any]] = []
    for topic in TOWNS:
        for number in (1, 2):
            text, told = _document(topic, number, 10 + number)
            (texts / f"{topic}0{number}.txt").write_text(text, encoding="utf-8")
            facts += told
    gold = {
        "facts": facts,
        "same_event_pairs": [[f"{t}01.{kind}", f"{t}02.{kind}"] for t in TOWNS for kind in ("fire", "quake")],
        "different_event_pairs": [{"a": f"{t}01.fire", "b": f"{t}02.quake"} for t in TOWNS],
        "discrepancies": [],
    }
    (tmp_path / "topics" / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "halves.toml").write_text(HALF, encoding="utf-8")
    return tmp_path


def _change_held(folder: Path) -> None:
    """Another text, another gold and another pair for the topic held back."""
    (folder / "topics" / "texts" / "H01.txt").write_text("Bu başka bir haberdir.\n", encoding="utf-8")
    gold = json.loads((folder / "topics" / "gold.json").read_text(encoding="utf-8"))
    for fact in gold["facts"]:
        if fact["doc"].startswith("H"):
            fact.update(event="H-other", value=1)
    gold["different_event_pairs"].append({"a": "H01.fire", "b": "A01.fire"})
    (folder / "topics" / "gold.json").write_text(json.dumps(gold), encoding="utf-8")


def test_what_is_held_back_does_not_bear_on_the_weights(folder: Path) -> None:
    by_hand = Fit(weights().threshold, weights().parts)
    before = collections("fit", folder, folder / "halves.toml")
    _change_held(folder)
    after = collections("fit", folder, folder / "halves.toml")
    assert fingerprint(before) == fingerprint(after)
    assert choose(before, by_hand) == choose(after, by_hand)


def test_a_changed_fact_of_the_half_changes_the_fingerprint(folder: Path) -> None:
    before = fingerprint(collections("fit", folder, folder / "halves.toml"))
    text = (folder / "topics" / "gold.json").read_text(encoding="utf-8")
    (folder / "topics" / "gold.json").write_text(text.replace("A-fire", "A-blaze"), encoding="utf-8")
    assert fingerprint(collections("fit", folder, folder / "halves.toml")) != before


def test_weights_are_judged_as_the_evaluation_judges_them(folder: Path) -> None:
    """With all topics in one half, the figures are those of evaluate.py on the same claims."""
    (folder / "halves.toml").write_text('[topics]\nfit = ["A", "B", "C", "H"]\n', encoding="utf-8")
    paths = sorted((folder / "topics" / "texts").iterdir())
    sources = {source.id: source for source in map(read_source, paths)}
    claims = [claim for source in sources.values() for claim in read_claims(source)]
    home = {claim: event.id for event in match(claims, sources).events for claim in event.claims}
    rows = [claim_row(claim, sources[claim.source], home.get(claim.id)) for claim in claims]
    asked = evaluate.score(folder / "topics", rows, [], 0)
    found = judge(
        collections("fit", folder, folder / "halves.toml"), Fit(weights().threshold, weights().parts)
    )
    assert (round(found.f1, 4), round(found.recall, 4), round(found.separation, 4)) == (
        asked["link_f1"], asked["link_recall"], asked["link_separation"],
    )  # fmt: skip


def test_every_topic_lies_in_one_half_and_shares_no_event_with_the_other() -> None:
    table = tomllib.loads(HALVES.read_text(encoding="utf-8"))
    for name in (name for name in SETS if (EVALUATION / name / "gold.json").exists()):
        gold = json.loads((EVALUATION / name / "gold.json").read_text(encoding="utf-8"))
        halves = table.get(name) or {
            half: [topic for topic, said in gold["halves"].items() if said["half"] == half]
            for half in ("fit", "held")
        }
        assert not set(halves["fit"]) & set(halves["held"])
        half_of = {topic: half for half, topics in halves.items() for topic in topics}
        told = {(fact["event"], half_of[topic_of(fact["doc"])]) for fact in gold["facts"] if fact["event"]}
        assert len(told) == len({event for event, _ in told}), name


def test_writing_keeps_the_rest_and_is_the_same_twice(tmp_path: Path) -> None:
    path = tmp_path / "weights.toml"
    path.write_text(WEIGHTS, encoding="utf-8")
    write_weights(Fit(2.75, {"strong": 1.5, "new": 0.25}), "by a test", "abc", path)
    once = path.read_text(encoding="utf-8")
    write_weights(Fit(2.75, {"strong": 1.5, "new": 0.25}), "by a test", "abc", path)
    assert path.read_text(encoding="utf-8") == once
    assert once.startswith("# A head that stays.\n# Fitted on abc ")
    assert '\nseries = ["round"]  # and so does this\n' in once
    assert tomllib.loads(once)["parts"] == {"strong": 1.5, "new": 0.25}
    assert fitted_on(path) == "abc"


def test_a_file_with_a_table_after_its_parts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.toml"
    path.write_text(f"{WEIGHTS}\n[more]\n", encoding="utf-8")
    with pytest.raises(ValueError, match="parts"):
        write_weights(Fit(1.0, {}), "by a test", "abc", path)


def test_fitting_starts_from_the_hand_set_weights_and_takes_new_outcomes_over(tmp_path: Path) -> None:
    shipped, by_hand = tmp_path / "weights.toml", tmp_path / "prior.toml"
    shipped.write_text(WEIGHTS, encoding="utf-8")
    write_prior(Fit(4.0, {"strong": 9.0, "gone": 1.0}), by_hand)
    assert start(shipped, by_hand) == Fit(3.0, {"strong": 2.0, "new": 0.5})
    write_weights(Fit(1.0, {"strong": 1.0, "new": 0.5}), "by a test", "abc", shipped)
    assert start(shipped, by_hand) == Fit(4.0, {"strong": 9.0, "new": 0.5})


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        pytest.param("abc", "fitted on what is read today", id="what was fitted on is what is read"),
        pytest.param("other", "stale, fitted on other", id="a level or the gold changed since"),
        pytest.param(None, "set by hand", id="never fitted"),
    ],
)
def test_stale_weights_are_said_to_be_stale(tmp_path: Path, mark: str | None, said: str) -> None:
    path = tmp_path / "weights.toml"
    path.write_text(WEIGHTS, encoding="utf-8")
    if mark:
        write_weights(Fit(1.0, {"strong": 1.0}), "by a test", mark, path)
    assert said in standing("abc", path)
