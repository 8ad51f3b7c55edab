"""Values that a policy chose are held against what the same policy chooses now."""

import json
from pathlib import Path

import pytest
from verifying_making import TODAY

from workbench.decisions.policies import Policy, built_in, load_policy
from workbench.exporting import Choice, write_export
from workbench.records.rows import What
from workbench.store import open_store
from workbench.verifying import Finding, Tally, verify
from workbench.verifying.database import Database

WHATS: tuple[What, ...] = ("events", "attributes")


def exported(database: Path, to: Path, what: What, policy: Policy) -> Path:
    with open_store(database, create=False) as store:
        write_export(store, Choice(what, policy=policy), to.suffix[1:], to, today=TODAY)
    return to


def findings(path: Path, database: Path, policy: Policy | None = None) -> list[Finding]:
    with open_store(database, create=False) as store, path.open("rb") as stream:
        return list(verify(stream, path.name, Database(store, TODAY, policy), Tally()))


@pytest.fixture
def own(tmp_path: Path) -> Policy:
    """A policy that does not come with the program."""
    path = tmp_path / "mine.toml"
    path.write_text(
        'about = "The lowest."\n\n[[rule]]\nattributes = ["count"]\nchoose = ["lowest"]\n', encoding="utf-8"
    )
    return load_policy(str(path))


@pytest.mark.parametrize("name", built_in())
@pytest.mark.parametrize("what", WHATS)
@pytest.mark.parametrize("ending", ["json", "csv"])
def test_what_it_chose_holds(what: What, ending: str, name: str, reviewed: Path, tmp_path: Path) -> None:
    path = exported(reviewed, tmp_path / f"x.{ending}", what, built_in()[name])
    assert findings(path, reviewed) == []
    assert ending == "csv" or json.loads(path.read_bytes())["workbench"]["policy"] == name


def test_what_another_one_chooses_does_not(reviewed: Path, tmp_path: Path, own: Policy) -> None:
    path = exported(reviewed, tmp_path / "x.jsonl", "attributes", own)
    assert findings(path, reviewed, own) == []
    path.write_bytes(path.read_bytes().replace(own.name.encode(), b"reviewed-only"))
    assert {one.kind for one in findings(path, reviewed)} == {"seal", "value"}


def test_one_that_is_not_here_is_asked_for(reviewed: Path, tmp_path: Path, own: Policy) -> None:
    path = exported(reviewed, tmp_path / "x.jsonl", "events", own)
    (found,) = findings(path, reviewed)
    assert (found.kind, found.field) == ("value", "policy")
    assert own.name in found.says and "--policy" in found.says
