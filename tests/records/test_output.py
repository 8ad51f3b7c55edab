"""Export files: whole or not at all, and nobody else's file is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.errors import UsageError, WorkbenchError
from workbench.records.output import check_target, write_whole


def test_writes_utf8_without_touching_line_ends(tmp_path: Path) -> None:
    write_whole(tmp_path / "out", ["ığ\r\n".encode(), b"b\n"])
    assert "ığ\r\nb\n".encode() == (tmp_path / "out").read_bytes()


def test_a_failure_midway_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("old")

    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, pieces())
    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {"out": "old"}


def test_the_old_file_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("old")
    seen: list[str] = []

    def pieces() -> Iterator[bytes]:
        yield b"new"
        seen.append(path.read_text())

    write_whole(path, pieces())
    assert (seen, path.read_text()) == (["old"], "new")


def test_rights_of_a_replaced_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, [b"new"])
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_full_or_missing_disk_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="gone"):
        write_whole(tmp_path / "gone" / "out", [b"x"])


@pytest.mark.parametrize(
    ("content", "force", "refused"),
    [
        pytest.param(None, False, False, id="new file"),
        pytest.param("", False, False, id="empty file"),
        pytest.param("my notes", False, True, id="somebody's file"),
        pytest.param("my notes", True, False, id="forced"),
    ],
)
def test_what_may_be_replaced(tmp_path: Path, content: str | None, force: bool, refused: bool) -> None:
    path = tmp_path / "out"
    if content is not None:
        path.write_text(content)
    if refused:
        with pytest.raises(UsageError, match="overwrite"):
            check_target(path, force=force)
    else:
        check_target(path, force=force)


@pytest.mark.parametrize("name", [".", "no/such"], ids=["a folder", "in no folder"])
def test_where_nothing_can_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="Cannot write there"):
        check_target(tmp_path / name, force=True)


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "out").write_text("old")
    link = tmp_path / "out"
    link.symlink_to(shared / "out")
    write_whole(link, [b"new"])
    assert (link.is_symlink(), (shared / "out").read_text()) == (True, "new")
    assert [one.name for one in shared.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["claims.db", "./claims.db", "link.db"])
def test_nothing_is_written_in_the_place_of_the_database(name: str, tmp_path: Path) -> None:
    database = tmp_path / "claims.db"
    database.write_text("all decisions")
    (tmp_path / "link.db").symlink_to(database)
    with pytest.raises(UsageError, match="database"):
        check_target(tmp_path / name, force=True, spared=database)
    check_target(tmp_path / "out.db", force=True, spared=database)
    check_target(tmp_path / "out.db", force=True, spared=tmp_path / "gone.db")
    assert database.read_text() == "all decisions"


def test_nothing_is_written_in_the_place_of_a_database_that_is_open(tmp_path: Path) -> None:
    (tmp_path / "other.db-wal").touch()
    with pytest.raises(UsageError, match="in use"):
        check_target(tmp_path / "other.db", force=True)
    assert not (tmp_path / "other.db").exists()
