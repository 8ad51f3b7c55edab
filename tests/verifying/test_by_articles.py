"""What articles alone tell of an export."""

import json
import shutil
from pathlib import Path

import pytest
from verifying_making import Exported

from workbench.correcting import claims_of
from workbench.errors import SourceError, UsageError
from workbench.models import Claim, Source
from workbench.records.rows import WHATS, What
from workbench.verifying import Finding, Tally, verify
from workbench.verifying.articles import Articles


def findings(path: Path, *articles: Path) -> list[Finding]:
    with path.open("rb") as stream:
        return list(verify(stream, path.name, Articles(articles), Tally()))


@pytest.fixture
def folder(articles: list[Path], tmp_path: Path) -> Path:
    """Copies of the articles, to be changed."""
    made = tmp_path / "articles"
    made.mkdir()
    for one in articles:
        (made / one.name).write_bytes(one.read_bytes())
    return made


@pytest.mark.parametrize("format_", ["jsonl", "json", "csv", "xlsx", "parquet"])
@pytest.mark.parametrize("what", WHATS)
def test_what_was_read_in_them_holds(what: What, format_: str, exported: Exported, folder: Path) -> None:
    assert findings(exported(what, format_), folder) == []


@pytest.mark.parametrize("format_", ["jsonl", "csv"])
def test_words_that_moved_are_found_where_they_are(format_: str, exported: Exported, folder: Path) -> None:
    changed = next(folder.glob("11-*"))
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("\n\n", "\n\nx. ", 1), encoding="utf-8")
    found = findings(exported("claims", format_), folder)
    assert [one.says for one in found if one.kind == "article"] == [
        f"{changed.name} is not as it was read: its bytes have another SHA-256"
    ]
    words = [one.says for one in found if one.kind == "words"]
    assert words and all("it stands at" in one for one in words)


def test_words_that_are_gone_are_shown_beside_what_is_there(exported: Exported, folder: Path) -> None:
    path = exported("discrepancies", "jsonl")
    row = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
    value = row["values"][0]
    changed = folder / value["source"]["file"]
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace(value["quote"], "~" * len(value["quote"])), encoding="utf-8")
    (words,) = (one for one in findings(path, folder) if one.line == 1 and one.kind == "words")
    assert (words.field, words.exported) == ("values[0].quote", value["quote"])
    assert words.says.endswith("~” is there") and changed.name in words.says


def test_an_article_that_is_not_there_is_said_once(exported: Exported, folder: Path) -> None:
    next(folder.glob("08-*")).unlink()
    found = findings(exported("claims", "jsonl"), folder)
    assert len(found) == 1 and found[0].says.endswith("is not among the articles that were named")


def test_an_article_in_a_folder_or_an_archive_is_known_by_its_name(
    exported: Exported, folder: Path, tmp_path: Path
) -> None:
    changed = next(folder.glob("11-*"))
    changed.write_bytes(changed.read_bytes().replace(b"2025", b"2024"))
    archive = Path(shutil.make_archive(str(tmp_path / "all"), "zip", folder))
    found = [one.says for one in findings(exported("claims", "jsonl"), archive) if one.kind == "article"]
    assert found == [f"{changed.name} is not as it was read: its bytes have another SHA-256"]


def test_claims_of_an_event_that_nothing_reads(exported: Exported, folder: Path) -> None:
    path = exported("events", "jsonl")
    text = path.read_text(encoding="utf-8")
    claim = json.loads(text.splitlines()[0])["claims"][0]
    path.write_text(text.replace(claim, "c" + "0" * 16), encoding="utf-8")
    said = [one.says for one in findings(path, folder) if one.kind == "object"]
    assert [one.startswith(f"nothing reads the claims c{'0' * 16}") for one in said] == [True]


def test_a_text_that_hits_a_fault_ends_nothing(
    exported: Exported, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(source: Source) -> tuple[Claim, ...]:
        if source.file.startswith("11-"):
            raise SourceError("Claims cannot be read", source.file)
        return claims_of(source)

    monkeypatch.setattr("workbench.verifying.articles.claims_of", read)
    path, articles = exported("events", "jsonl"), Articles([folder])
    with path.open("rb") as stream:
        found = list(verify(stream, path.name, articles, Tally()))
    assert [Path(name).name[:3] for name, _ in articles.unread] == ["11-"]
    assert found  # what rests on that article does not hold


def test_without_an_article_nothing_can_be_checked(exported: Exported, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(UsageError, match="No article to check against"):
        findings(exported("claims", "jsonl"), tmp_path / "none")


def test_events_behind_claims_are_checked_by_the_claims_that_are_read(
    exported: Exported, folder: Path, tmp_path: Path
) -> None:
    both = tmp_path / "both.jsonl"
    both.write_bytes(b"".join(exported(what, "jsonl").read_bytes() for what in WHATS[::-1]))
    assert findings(both, folder) == []
    both.write_bytes(exported("claims", "jsonl").read_bytes() + exported("events", "jsonl").read_bytes())
    assert findings(both, folder) == []
