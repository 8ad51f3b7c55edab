"""Formats without seals: each entry is held against what the database would write today."""

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from verifying_making import TODAY, other_character

from workbench import pipeline
from workbench.errors import UsageError
from workbench.exporting import Choice, write_export
from workbench.records.scale import Scale, read_scale
from workbench.records.writers import writer_named
from workbench.records.writing import Settings
from workbench.reviewing import decide, taking_back
from workbench.sourcing import describe
from workbench.store import EventFilter, open_store
from workbench.verifying import Finding, Tally, verify
from workbench.verifying.articles import Articles
from workbench.verifying.database import Database

CHANGES = 200
AT = "2026-02-03T10:00:00+03:00"
FORMATS = ("ics", "ged", "acled", "claimreview", "prov")
ATTACKS = {
    "a.txt": """Russian drones kill eight in Kharkiv

12 March 2025

Russian forces attacked Kharkiv on 11 March 2025, killing eight people.

The Russian army shelled Sumy on 10 March 2025, and three soldiers were killed.
""",
    "b.txt": """Seven dead in Kharkiv

12 March 2025

Russian forces attacked Kharkiv on 11 March 2025, killing seven people, officials said.
""",
}
SCALE = """language = "en"
url = "https://example.org/{discrepancy}/{claim}"

[author]
name = "Example"
url = "https://example.org"
type = "Organization"

[[ratings]]
relation = "agrees"
name = "Correct"

[[ratings]]
relation = "differs"
name = "Wrong"
"""


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of attacks, as `ged` and `acled` want them."""
    folder = tmp_path_factory.mktemp("attacked")
    for name, text in ATTACKS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with open_store(folder / "claims.db") as store:
        pipeline.import_paths(store, [folder / name for name in ATTACKS])
        pipeline.link_pending(store, today=TODAY)
    return folder / "claims.db"


@pytest.fixture
def scale(tmp_path: Path) -> Scale:
    path = tmp_path / "scale.toml"
    path.write_text(SCALE, encoding="utf-8")
    return read_scale(path)


@pytest.fixture
def base(request: pytest.FixtureRequest, format_: str) -> Path:
    """The database with events for a format."""
    found = request.getfixturevalue("attacked" if format_ in ("ged", "acled") else "database")
    assert isinstance(found, Path)
    if format_ == "claimreview":  # a review names whose claim it is of
        with open_store(found, create=False) as store:
            for one in store.sources():
                publisher = {"publisher": f"Paper {one.id}"}
                describe(store, store.source(one.id), publisher, today=TODAY, reviewer="can", at=AT)
    return found


@pytest.fixture
def file(base: Path, format_: str, scale: Scale, tmp_path: Path) -> Path:
    """An export of it."""
    path = tmp_path / f"events{writer_named(format_, 'events').ending}"
    with open_store(base, create=False) as store:
        write_export(store, Choice("events"), format_, path, today=TODAY, settings=Settings(scale=scale))
    return path


def findings(data: bytes, name: str, base: Path, scale: Scale, tally: Tally | None = None) -> list[Finding]:
    stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
    with open_store(base, create=False) as store:
        return list(verify(stream, name, Database(store, TODAY, None, scale), tally or Tally()))


@pytest.mark.parametrize("format_", FORMATS)
def test_what_was_just_exported_holds(file: Path, base: Path, scale: Scale, format_: str) -> None:
    tally = Tally()
    assert findings(file.read_bytes(), file.name, base, scale, tally) == []
    (number,) = tally.entries.values()
    assert number > 1 and tally.form == format_


@pytest.mark.parametrize("format_", FORMATS)
def test_every_changed_character_is_found(file: Path, base: Path, scale: Scale, format_: str) -> None:
    text, chance, unseen = file.read_bytes().decode(), random.Random(format_), []
    with open_store(base, create=False) as store:
        for _ in range(CHANGES):
            data = other_character(text, chance).encode()
            stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
            if not list(verify(stream, file.name, Database(store, TODAY, None, scale), Tally())):
                unseen.append(data)
    assert unseen == []


def first_two_swapped(text: str, begins: str) -> str:
    head, one, two, *rest = text.split(begins)
    return begins.join([head, two, one, *rest])


@pytest.mark.parametrize(
    ("format_", "edit"),
    [
        pytest.param(
            "ged", lambda text: text.rstrip("\r\n").rpartition("\n")[0] + "\n", id="a line left out"
        ),
        pytest.param("acled", lambda text: first_two_swapped(text, "UKR"), id="sorted otherwise"),
        pytest.param("ics", lambda text: first_two_swapped(text, "BEGIN:VEVENT\r\n"), id="entries swapped"),
    ],
)
def test_entries_stand_for_themselves(
    file: Path, base: Path, scale: Scale, format_: str, edit: Callable[[str], str]
) -> None:
    text = file.read_bytes().decode()
    assert edit(text) != text and findings(edit(text).encode(), file.name, base, scale) == []


@pytest.mark.parametrize(
    ("format_", "old", "new", "wanted"),
    [
        ("ged", "2025-03-10 00:00:00.000,2025", "2025-03-09 00:00:00.000,2025", ["date_start"]),
        ("acled", ",Sumy,", ",Kyiv,", ["location"]),
        ("acled", "UKR", "RUS", ["event_id_cnty"]),
        ("ics", "STATUS:CONFIRMED", "STATUS:TENTATIVE", ["STATUS"]),
        ("claimreview", '"Wrong"', '"Correct"', ["reviewRating.alternateName"]),
        ("ged", ",Ukraine,369,", ",Ukraine,369", [""]),
        ("ics", "END:VCALENDAR", "", ["END"]),
        ("claimreview", "},\n", "}\n", [""]),
    ],
)
def test_what_was_changed_is_named(
    file: Path, base: Path, scale: Scale, format_: str, old: str, new: str, wanted: list[str]
) -> None:
    text = file.read_bytes().decode()
    assert old in text
    found = findings(text.replace(old, new, 1).encode(), file.name, base, scale)
    assert [one.field for one in found] == wanted and all(one.line or not one.id for one in found)


@pytest.mark.parametrize(
    ("format_", "wanted"),
    [
        ("ics", {"DTSTAMP", "CATEGORIES", "DESCRIPTION"}),
        ("claimreview", {""}),
    ],
)
def test_a_decision_that_was_undone_since(
    file: Path, base: Path, scale: Scale, format_: str, wanted: set[str]
) -> None:
    with open_store(base, create=False) as store:
        (accepted,) = (one for one in store.decisions() if one.kind == "accept")
        decide(store, taking_back(store, accepted, reviewer="can", at=AT, note="wrong"), today=TODAY)
    found = findings(file.read_bytes(), file.name, base, scale)
    fields = [one.field for one in found]
    assert set(fields) == wanted and fields.count("DTSTAMP") == ("DTSTAMP" in wanted)


@pytest.mark.parametrize("format_", ["ics", "prov"])
def test_an_entry_of_an_event_that_is_none(file: Path, base: Path, scale: Scale, format_: str) -> None:
    with open_store(base, create=False) as store:
        name = store.event_ids(EventFilter())[0]
    data = file.read_bytes()
    begins = f"UID:{name}" if format_ == "ics" else f'\n"wb:bundle-{name}"'
    assert begins.encode() in data
    other = data.replace(begins.encode(), begins.replace(name, "e" + "0" * 16).encode(), 1)
    says = [one.says for one in findings(other, file.name, base, scale)]
    assert says == ["the database would write no such entry today"]


@pytest.mark.parametrize("language", ["en", "tr"])
def test_a_calendar_says_in_which_language_it_is(
    language: str, database: Path, scale: Scale, tmp_path: Path
) -> None:
    path = tmp_path / "events.ics"
    with open_store(database, create=False) as store:
        write_export(store, Choice("events"), "ics", path, today=TODAY, settings=Settings(language))
    assert findings(path.read_bytes(), path.name, database, scale) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_without_the_database_nothing_is_told(file: Path, format_: str, articles: list[Path]) -> None:
    for against in (None, Articles(articles)):
        with file.open("rb") as stream, pytest.raises(UsageError, match="The database is needed") as raised:
            list(verify(stream, file.name, against, Tally()))
        assert raised.value.hint.endswith("with --db")


def test_reviews_are_checked_by_the_scale_that_rated_them(database: Path) -> None:
    data = b'{"@context": "https://schema.org", "@graph": [\n]}\n'
    stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
    with open_store(database, create=False) as store, pytest.raises(UsageError, match="Reviews need a scale"):
        list(verify(stream, "x.jsonld", Database(store, TODAY), Tally()))
