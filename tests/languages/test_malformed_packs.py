"""A pack that is wrong is refused, and the fault names the file, the key and the reason."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest

from workbench.errors import LanguageError
from workbench.languages import loader
from workbench.languages.checks import faults
from workbench.languages.loader import FOLDERS, LANGUAGES, read_pack

Break = Callable[[Path], object]

MINIMAL = {
    "core": 'name = "Tiny"\ntells = ["la"]',
    "numbers": 'decimal = ","\n[words]\nunu = 1',
    "nouns": '[nouns]\nperson = { stems = ["homo"], unit = "person" }',
    "calendar": "[months]\n"
    + "\n".join(f"month{n} = {n}" for n in range(1, 13))
    + "\n[weekdays]\n"
    + "\n".join(f"day{n} = {n}" for n in range(7)),
    "page": "",
    "names": '[states]\nRusya = ["Rusio"]',
    "events": '[[types]]\nname = "talks"\nfamily = "contact"\ntriggers = ["parol"]',
    "speech": 'verbs = ["diris"]',
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the German pack."""
    for entry in (resources.files("workbench.languages") / "de").iterdir():
        with resources.as_file(entry) as path:
            shutil.copyfile(path, tmp_path / entry.name)
    return tmp_path


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A pack with nothing but what every pack must give."""
    for name, text in MINIMAL.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def add(name: str, text: str, *, first: bool = True) -> Break:
    def change(pack: Path) -> None:
        path = pack / name
        old = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\n{old}" if first else f"{old}\n{text}\n", encoding="utf-8")

    return change


def swap(name: str, old: str, new: str) -> Break:
    def change(pack: Path) -> None:
        path = pack / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def remove(name: str) -> Break:
    return lambda pack: (pack / name).unlink()


def garble(name: str) -> Break:
    return lambda pack: (pack / name).write_bytes(b'name = "\xff\xfe"')


def test_the_untouched_copy_loads_and_is_whole(pack: Path) -> None:
    assert read_pack("de", pack).core.name == "German"
    assert faults("de", pack) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_pack_is_whole(code: str) -> None:
    assert [str(fault) for fault in faults(code, FOLDERS[code])] == []


def test_a_pack_may_leave_out_all_but_its_first_words(tiny: Path) -> None:
    assert faults("xx", tiny) == []


def test_a_pack_of_first_words_reads_a_text(tmp_path: Path) -> None:
    (tmp_path / "eo").mkdir()
    for name, text in MINIMAL.items():
        (tmp_path / "eo" / f"{name}.toml").write_text(text, encoding="utf-8")
    given = {"text": "Unu homo diris ke 12 homo parolis la 16 month5 2025 je 19:30.", "language": "eo"}
    ran = subprocess.run(
        [sys.executable, "-m", "workbench", "read", "--jsonl"],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {loader.PACKS_VARIABLE: str(tmp_path)},
    )
    row = json.loads(ran.stdout)
    assert row["error"] is None
    assert [(q["value"], q["counted"]) for q in row["quantities"]] == [(12, "person")]
    assert [d["start"] for d in row["dates"]] == ["2025-05-16"]
    assert [(c["event_type"], c["modality"]) for c in row["claims"]] == [("talks", "occurred")]


@pytest.mark.parametrize(
    ("file", "rest", "key"),
    [
        ("core", 'tells = ["la"]', "name"),
        ("core", 'name = "Tiny"', "tells"),
        ("numbers", "[words]\nunu = 1", "decimal"),
        ("numbers", 'decimal = ","', "words"),
        ("nouns", "", "nouns"),
        ("calendar", "[weekdays]\nday0 = 0", "months"),
        ("calendar", "[months]\nmonth1 = 1", "weekdays"),
        ("names", "", "states"),
        ("events", "", "types"),
        ("speech", "", "verbs"),
    ],
)
def test_what_a_pack_must_give_is_missed_by_name(tiny: Path, file: str, rest: str, key: str) -> None:
    (tiny / f"{file}.toml").write_text(rest, encoding="utf-8")
    with pytest.raises(LanguageError) as caught:
        read_pack("xx", tiny)
    assert caught.value.detail == f"xx/{file}.toml: Object missing required field `{key}`"


@pytest.mark.parametrize(
    ("change", "file", "key"),
    [
        pytest.param(add("core.toml", "colour = 3"), "de/core.toml", "colour", id="unknown key"),
        pytest.param(
            add("events.toml", "mood = 1", first=False), "de/events.toml", "mood", id="unknown key inside"
        ),
        pytest.param(
            swap("core.toml", 'name = "German"', "name = 7"), "de/core.toml", "name", id="wrong type"
        ),
        pytest.param(swap("core.toml", 'name = "German"', ""), "de/core.toml", "name", id="a key is missing"),
        pytest.param(
            swap("events.toml", 'modality = "agreed"', 'modality = "perhaps"'),
            "de/events.toml",
            "modality",
            id="a modality that does not exist",
        ),
        pytest.param(
            swap("calendar.toml", "mai = 5", "mai = 13"), "de/calendar.toml", "months.mai", id="month 13"
        ),
        pytest.param(
            swap("calendar.toml", "sonntag = 6", "sonntag = 7"),
            "de/calendar.toml",
            "weekdays.sonntag",
            id="weekday 7",
        ),
        pytest.param(
            swap("calendar.toml", 'neujahr = "01-01"', 'neujahr = "31-12"'),
            "de/calendar.toml",
            "holidays.neujahr",
            id="a feast in month 31",
        ),
        pytest.param(
            swap("numbers.toml", "neunzig = 90", "neunzig = 190"),
            "de/numbers.toml",
            "words.neunzig",
            id="a word below a hundred that is not",
        ),
        pytest.param(
            swap("numbers.toml", 'ordinal = "', 'ordinl = "'),
            "de/numbers.toml",
            "ordinl",
            id="an ending of no kind",
        ),
        pytest.param(
            swap("calendar.toml", "winter = [12, 2]", "winter = [12, 1, 2]"),
            "de/calendar.toml",
            "seasons.winter",
            id="a season with three months",
        ),
        pytest.param(
            swap("nouns.toml", 'hotel = { stems = ["hotel"]', "hotel = { stems = 3"),
            "de/nouns.toml",
            "nouns.hotel",
            id="an entry of a table, by its name",
        ),
        pytest.param(
            swap("names.toml", "\nroles = [", '\nroles = ["(?:stell|ver)treter", '),
            "de/names.toml",
            "roles",
            id="a regular expression among words that are compared as they stand",
        ),
        pytest.param(swap("core.toml", "tells = [", "tells = [[["), "de/core.toml", "", id="not TOML"),
        pytest.param(garble("speech.toml"), "de/speech.toml", "", id="not text"),
        pytest.param(remove("calendar.toml"), "de/calendar.toml", "missing", id="a file is missing"),
        pytest.param(remove("core.toml"), "de/core.toml", "missing", id="the first file is missing"),
    ],
)
def test_a_malformed_pack_is_refused_when_it_is_loaded(
    pack: Path, change: Break, file: str, key: str
) -> None:
    change(pack)
    with pytest.raises(LanguageError) as caught:
        read_pack("de", pack)
    assert file in caught.value.detail
    assert key in caught.value.detail
    (fault,) = faults("de", pack)
    assert fault.file == file
    assert key in str(fault)


@pytest.mark.parametrize(
    ("change", "key", "reason"),
    [
        pytest.param(
            swap("speech.toml", "verbs = [", 'verbs = [\n  "(sagt",'),
            "speech.toml: verbs[0]",
            "no regular expression",
            id="a pattern that does not compile",
        ),
        pytest.param(
            swap("events.toml", 'aftershock = ["', 'aftershock = ["(nach)'),
            "events.toml: aftershock[0]",
            "captures",
            id="a group that captures",
        ),
        pytest.param(
            swap("events.toml", 'aftershock = ["', 'aftershock = ["|'),
            "events.toml: aftershock[0]",
            "empty text",
            id="a pattern that matches everywhere",
        ),
        pytest.param(
            swap("nouns.toml", 'depth = "', 'depth = "(?:\\\\w+)+|'),
            "nouns.toml: depth",
            "exponential",
            id="a repeat inside a repeat",
        ),
        pytest.param(
            swap("nouns.toml", "(?P<whole>", "(?:"),
            "nouns.toml: parts_after",
            "lacks the group whole",
            id="a group that is needed",
        ),
        pytest.param(
            swap("nouns.toml", 'times = ["mal"]', 'times = ["mal", ""]'),
            "nouns.toml: times[1]",
            "is empty",
            id="an empty word in a list",
        ),
        pytest.param(
            swap("calendar.toml", "mai = 5", '"" = 5'),
            "calendar.toml: months[]",
            "is empty",
            id="an empty word in a table",
        ),
        pytest.param(
            swap("calendar.toml", "mai = 5", "mai = 6"),
            "calendar.toml: months",
            "no name for 5",
            id="a month without a name",
        ),
        pytest.param(
            swap("nouns.toml", 'broader = "building"', 'broader = "edifice"'),
            "nouns.toml: nouns.house.broader",
            "'edifice'",
            id="a broader noun that is not there",
        ),
        pytest.param(
            swap("nouns.toml", "\nhotel = {", "\ntavern = {"),
            "nouns.toml: nouns",
            "'tavern' is not known to any pack",
            id="a canonical noun of its own",
        ),
        pytest.param(
            swap("nouns.toml", "\nkilometre = {", "\nverst = {"),
            "nouns.toml: units",
            "'verst' is not known to any pack",
            id="a unit of its own",
        ),
        pytest.param(
            swap("names.toml", '"Rusya" = ["Russland"', '"Russia" = ["Russland"'),
            "names.toml: states",
            "'Russia' is not known to any pack",
            id="a state that is called otherwise elsewhere",
        ),
        pytest.param(
            swap("names.toml", '"Sergey Lavrov" = [', '"Sergey Lavrov" = ["Peskow", '),
            "names.toml: people",
            "'peskow' is claimed by Sergey Lavrov and Dmitriy Peskov",
            id="an alias of two people",
        ),
        pytest.param(
            swap("nouns.toml", "soldier = { stems = [", 'soldier = { stems = ["zivilist", '),
            "nouns.toml: nouns",
            "'zivilist' is claimed by soldier and civilian",
            id="a stem of two nouns",
        ),
        pytest.param(
            swap("names.toml", '"Moskova" = { inside = "Rusya"', '"Moskova" = { inside = "Belarus"'),
            "names.toml: places.Moskova.inside",
            "it is 'Rusya'",
            id="a city in another state",
        ),
        pytest.param(
            swap("events.toml", 'family = "exchange"', 'family = "swap"'),
            "events.toml: types[0]",
            "'swap'",
            id="a type in another family",
        ),
        pytest.param(
            swap("numbers.toml", 'bare = ["tausend"', 'bare = ["mille"'),
            "numbers.toml: bare",
            "'mille'",
            id="a multiplier that is none",
        ),
        pytest.param(
            swap("names.toml", 'home_places_from = "tr"', 'home_places_from = "zz"'),
            "names.toml: home_places_from",
            "'zz'",
            id="a pack that is not there",
        ),
    ],
)
def test_a_fault_behind_the_schema_is_found_by_the_check(
    pack: Path, change: Break, key: str, reason: str
) -> None:
    change(pack)
    found = [str(fault) for fault in faults("de", pack)]
    assert any(line.startswith(f"de/{key}") and reason in line for line in found), found


def test_a_fault_in_one_pack_leaves_the_others_readable(pack: Path) -> None:
    garble("core.toml")(pack)
    assert faults("de", pack)
    assert loader.load("en").core.name == "English"
