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
