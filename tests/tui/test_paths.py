"""Paths as people type them."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import UsageError
from workbench.tui.paths import Completion, completed, named, path_typed


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("haberler/Iğdır", "haberler/Izmir", "notlar"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("haberler/liman-1.txt", "haberler/liman-2.txt", "my file.txt", ".hidden"):
        (tmp_path / name).write_text("x")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "text", "names"),
    [
        pytest.param("ha", "haberler/", ("haberler/",), id="a folder ends in a slash"),
        pytest.param(
            "haberler/li", "haberler/liman-", ("liman-1.txt", "liman-2.txt"), id="as far as they agree"
        ),
        pytest.param("haberler/igd", "haberler/Iğdır/", ("Iğdır/",), id="letters folded"),
        pytest.param("haberler/i", "haberler/I", ("Izmir/", "Iğdır/"), id="and brought to how it is written"),
        pytest.param("~/no", "~/notlar/", ("notlar/",), id="in the home folder"),
        pytest.param("~", "~/", (), id="the home folder itself"),
        pytest.param("zz", "zz", (), id="nothing begins so"),
        pytest.param("missing/x", "missing/x", (), id="no such folder"),
        pytest.param(".hi", ".hidden", (".hidden",), id="hidden when asked for"),
        pytest.param("", "", ("haberler/", "my file.txt", "notlar/"), id="all of them, none hidden"),
    ],
)
def test_completed(home: Path, typed: str, text: str, names: tuple[str, ...]) -> None:
    assert completed(typed) == Completion(text, names)


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        (" haberler ", "haberler"),
        ("~/notlar", "{home}/notlar"),
        ("'my file.txt'", "my file.txt"),
        ("my\\ file.txt", "my file.txt"),
        ("file://{home}/notlar", "{home}/notlar"),
        ("missing.txt", "missing.txt"),
    ],
)
def test_path_typed(home: Path, typed: str, path: str) -> None:
    assert path_typed(typed.format(home=home)) == Path(path.format(home=home))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" https://example.org/haber ", "https://example.org/haber"),
        ("ftp://example.org/haber", "ftp://example.org/haber"),
        ("file://{home}/notlar", Path("{home}/notlar")),
        ("haberler", Path("haberler")),
    ],
)
def test_what_is_named_is_an_address_or_a_path(home: Path, typed: str, meant: Path | str) -> None:
    wanted = type(meant)(str(meant).format(home=home))
    assert named(typed.format(home=home)) == wanted


@pytest.mark.parametrize(
    ("typed", "said"),
    [("  ", "type a file"), ("https://example.org/haber", "type a file"), ("HTTP://x", "type a file")],
)
def test_what_is_no_path_says_what_to_do(typed: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        path_typed(typed)
    assert said in refused.value.hint
