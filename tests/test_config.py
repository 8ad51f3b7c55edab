"""Settings: defaults, file, environment, options, in that order; errors name file and key."""

from pathlib import Path
from typing import Any

import pytest

from workbench.config import Settings, config_path, load_settings
from workbench.errors import UsageError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text('db = "file.db"\nreviewer = "file"\n')
    return path


def test_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("getpass.getuser", lambda: "login")
    assert load_settings(environment={}) == Settings(Path("claims.db"), "login")


def test_without_a_login_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError("no such user")

    monkeypatch.setattr("getpass.getuser", nobody)
    monkeypatch.setattr("workbench.config.config_path", lambda _environment: tmp_path / "none.toml")
    assert load_settings(environment={}).reviewer == "reviewer"


@pytest.mark.parametrize(
    ("environment", "options", "expected"),
    [
        pytest.param({}, {}, ("file.db", "file"), id="file"),
        pytest.param({"WORKBENCH_DB": "env.db"}, {}, ("env.db", "file"), id="environment above file"),
        pytest.param({"WORKBENCH_REVIEWER": ""}, {}, ("file.db", "file"), id="empty variable is none"),
        pytest.param(
            {"WORKBENCH_DB": "env.db", "WORKBENCH_REVIEWER": "env"},
            {"db": Path("option.db"), "reviewer": "option"},
            ("option.db", "option"),
            id="options above all",
        ),
    ],
)
def test_what_stands_above_what(
    file: Path, environment: dict[str, str], options: dict[str, Any], expected: tuple[str, str]
) -> None:
    settings = load_settings(environment={"WORKBENCH_CONFIG": str(file), **environment}, **options)
    assert expected == (str(settings.db), settings.reviewer)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("colour = 1", "colour", id="unknown key"),
        pytest.param("db = 3", "db must be text, not 3", id="not text"),
        pytest.param('reviewer = " "', "reviewer must be text", id="blank"),
        pytest.param("db =", "malformed", id="no TOML"),
    ],
)
def test_errors_name_file_and_key(file: Path, content: str, message: str) -> None:
    file.write_text(content)
    with pytest.raises(UsageError) as raised:
        load_settings(environment={"WORKBENCH_CONFIG": str(file)})
    assert message in str(raised.value) and str(file) in str(raised.value)


def test_bytes_that_are_no_text(file: Path) -> None:
    file.write_bytes(b'db = "\xff"')
    with pytest.raises(UsageError, match="malformed"):
        load_settings(environment={"WORKBENCH_CONFIG": str(file)})


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such settings file"):
        load_settings(environment={"WORKBENCH_CONFIG": str(tmp_path / "none.toml")})


def test_where_the_file_is_looked_for() -> None:
    assert config_path({}).parts[-2:] == ("workbench", "config.toml")
