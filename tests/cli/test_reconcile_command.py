"""What `workbench reconcile` shows, how it holds two policies against each other, and `export --policy`."""

import json
from pathlib import Path

import pytest
from cli_running import Run

OWN = """
about = "the highest"
[[rule]]
attributes = ["count"]
choose = ["highest"]
"""


def rows(run: Run, *words: str) -> dict[str, dict[str, object]]:
    result = run("reconcile", "--json", *words)
    assert result.exit_code == 0, result.output
    return {row["name"]: row for row in map(json.loads, result.stdout.splitlines())}


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("words", "best"),
    [
        pytest.param((), None, id="nobody decided"),
        pytest.param(("--policy", "latest"), 1200, id="told last"),
        pytest.param(("--policy", "conservative"), 1000, id="the lowest"),
    ],
)
def test_the_value_of_a_policy(run: Run, words: tuple[str, ...], best: object) -> None:
    found = rows(run, "--event", "e1", *words)["prisoner_of_war:each"]
    assert found["best"] == best
    assert found["open"] == ["1000 each", "1200 each"]


@pytest.mark.usefixtures("db")
def test_json_is_what_an_export_writes(run: Run) -> None:
    exported = run("export", "attributes", "--policy", "latest").stdout
    assert run("reconcile", "--json", "--policy", "latest").stdout == exported
    assert json.loads(exported.splitlines()[0])["policy"] == "latest"


@pytest.mark.usefixtures("db")
def test_the_table_shows_value_rule_witnesses_and_what_is_open(run: Run) -> None:
    told = run("reconcile", "--policy", "conservative", "--open").stdout
    assert "policy conservative: the lowest" in told
    assert "1 : 1, origins 1 : 1" in told
    assert "1000 each | 1200 each" in told
    assert "1 with something open" in told


@pytest.mark.usefixtures("db")
def test_two_policies_are_held_against_each_other(run: Run) -> None:
    told = run("reconcile", "--policy", "conservative", "--compare", "latest").stdout
    assert "policy conservative: the lowest" in told
    assert "policy latest: told last" in told
    assert "1 they choose otherwise" in told


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("words", "differ"),
    [
        (("--policy", "reviewed-only", "--compare", "latest"), ["second"]),
        (("--policy", "latest", "--compare", "reviewed-only"), ["first"]),
        (("--policy", "latest", "--compare", "conservative"), ["both"]),
        (("--policy", "latest", "--compare", "latest"), []),
    ],
)
def test_in_what_they_differ(run: Run, words: tuple[str, ...], differ: list[str]) -> None:
    assert [row["differ"] for row in rows(run, *words).values()] == differ


@pytest.mark.usefixtures("db")
def test_each_side_of_a_comparison_says_its_rule(run: Run) -> None:
    found = rows(run, "--compare", "latest")["prisoner_of_war:each"]
    assert found["first"] | {} == {
        "policy": "reviewed-only",
        "best": None,
        "low": 1000,
        "high": 1200,
        "unit": "person",
        "rule": "open",
        "for": [],
        "against": [],
        "origins_for": 0,
        "origins_against": 0,
    }


@pytest.mark.usefixtures("db")
def test_a_policy_of_ones_own_by_option_and_by_setting(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "house.toml"
    file.write_text(OWN, encoding="utf-8")
    named = rows(run, "--policy", str(file))["prisoner_of_war:each"]
    assert named["best"] == 1200
    assert str(named["policy"]).startswith("house@")
    monkeypatch.setenv("WORKBENCH_POLICY", str(file))
    assert rows(run)["prisoner_of_war:each"] == named
    assert run("export", "claims").exit_code == 0


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(("reconcile", "--policy", "middle"), "No such policy", id="no such policy"),
        pytest.param(("reconcile", "--compare", "middle"), "No such policy", id="none to compare"),
        pytest.param(("reconcile", "--open", "--compare", "latest"), "Only one at a time", id="both"),
        pytest.param(("reconcile", "--event", "e9"), "No such event", id="no such event"),
        pytest.param(("export", "claims", "--policy", "latest"), "chooses values of events", id="claims"),
        pytest.param(("export", "decisions", "--policy", "latest"), "chooses values of events", id="the log"),
    ],
)
def test_what_is_refused(run: Run, words: tuple[str, ...], told: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert told in result.output


def test_the_policies_are_listed_without_a_database(run: Run) -> None:
    told = run("reconcile", "--policies").stdout
    assert [line for line in told.splitlines() if not line.startswith(" ")] == [
        "reviewed-only",
        "latest",
        "official-first",
        "majority-of-origins",
        "conservative",
        "range",
    ]
    assert "ACLED" in told
    assert "UCDP" in told


FIRE = [
    ("Sözcü", "https://www.sozcu.com.tr/1", "2026-03-04", "meydana gelen patlamada 9 kişi öldü."),
    (
        "BirGün",
        "https://www.birgun.net/2",
        "2026-03-05",
        "meydana gelen patlamada 17 kişi öldü, dedi sendika.",
    ),
    ("X", "https://x.com/3", "2026-03-05", "meydana gelen patlamada 17 kişi öldü."),
]
GOVERNOR = "Vali Ayşe Yılmaz, {place} 4 Mart 2026'da meydana gelen patlamada 12 kişinin öldüğünü açıkladı."


def test_an_explosion_as_five_policies_see_it(run: Run, tmp_path: Path) -> None:
    """Nine at first; then the governor has twelve, and a paper, whose words a platform repeats, seventeen."""
    place = "Pazarköy'deki boya fabrikasında"
    told = [(outlet, url, day, f"{place} 4 Mart 2026'da {text}") for outlet, url, day, text in FIRE]
    told.append(("Anadolu Ajansı", "https://www.aa.com.tr/4", "2026-03-05", GOVERNOR.format(place=place)))
    keys = ("publisher", "url", "published", "text")
    lines = [json.dumps(dict(zip(keys, one, strict=True)) | {"language": "tr"}) for one in told]
    file = tmp_path / "fire.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    assert run("import", str(file)).exit_code == 0
    found = {}
    for policy in (
        "reviewed-only",
        "latest",
        "official-first",
        "majority-of-origins",
        "conservative",
        "range",
    ):
        one = rows(run, "--policy", policy)["killed"]
        found[policy] = (one["best"], one["low"], one["high"])
    assert found == {
        "reviewed-only": (None, 12, 17),
        "latest": (None, 12, 17),
        "official-first": (12, 12, 17),
        "majority-of-origins": (None, 12, 17),
        "conservative": (12, 12, 17),
        "range": (12, 12, 17),
    }
