"""Settings: defaults, then the TOML file, then the environment, then options of the command line."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UsageError

DEFAULT_DB = Path("claims.db")
CONFIG_VARIABLE = "WORKBENCH_CONFIG"
VARIABLES = {
    "db": "WORKBENCH_DB",
    "reviewer": "WORKBENCH_REVIEWER",
    "interface": "WORKBENCH_INTERFACE",
    "theme": "WORKBENCH_THEME",
    "publishers": "WORKBENCH_PUBLISHERS",
    "policy": "WORKBENCH_POLICY",
    "scale": "WORKBENCH_SCALE",
}
"""Setting to the environment variable that overrides it; also every key the file may hold, but for `KEYS`."""
KEYS = "keys"
"""The file's table of other keys for actions of the desk."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`db` is the database to work on, `reviewer` the name written beside every decision.

    `interface` and `theme` name the desk's language and colours (None: as the locale and the program have
    it); `keys` gives its actions other keys, by name. The desk checks these three. `publishers` is the
    reviewer's own table of outlets (None: where it lies by default, if it does), `scale` the file by which
    decisions become ratings (None: nothing is rated), `policy` the name or the file of the policy by
    which exports choose values where nobody decided (None: by none).
    """

    db: Path
    reviewer: str
    interface: str | None = None
    theme: str | None = None
    keys: tuple[tuple[str, str], ...] = ()
    publishers: str | None = None
    scale: str | None = None
    policy: str | None = None


def load_settings(
    *,
    db: Path | None = None,
    reviewer: str | None = None,
    interface: str | None = None,
    theme: str | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """The settings in force; all but `environment` are options given, or None.

    Raises UsageError that names the file and the key at fault.
    """
    environment = os.environ if environment is None else environment
    values, keys = _from_file(environment)
    values |= {key: environment[name] for key, name in VARIABLES.items() if environment.get(name)}
    path = db or Path(values.get("db") or DEFAULT_DB)
    return Settings(
        path.expanduser(),
        reviewer or values.get("reviewer") or _login_name(),
        interface or values.get("interface"),
        theme or values.get("theme"),
        keys,
        values.get("publishers"),
        values.get("scale"),
        values.get("policy"),
    )


def config_path(environment: Mapping[str, str] | None = None) -> Path:
    """Where the settings file is looked for, whether or not it exists."""
    environment = os.environ if environment is None else environment
    if chosen := environment.get(CONFIG_VARIABLE):
        return Path(chosen).expanduser()
    import platformdirs

    return Path(platformdirs.user_config_dir("workbench", appauthor=False)) / "config.toml"


def _from_file(environment: Mapping[str, str]) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """The file's settings, and its other keys for actions."""
    path = config_path(environment)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if environment.get(CONFIG_VARIABLE):
            raise UsageError("No such settings file", str(path), f"unset {CONFIG_VARIABLE}") from None
        return {}, ()
    except OSError as error:
        raise UsageError("Settings file cannot be read", f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("Settings file malformed", f"{path}: {error}", "it must be TOML in UTF-8") from error
    keys = _texts(path, table.pop(KEYS, {}), f"{KEYS}.")
    for key in table:
        if key not in VARIABLES:
            known = ", ".join((*VARIABLES, KEYS))
            raise UsageError("Unknown setting", f"{path}: {key}", f"there are: {known}")
    return _texts(path, table), tuple(keys.items())


def _texts(path: Path, table: object, prefix: str = "") -> dict[str, str]:
    if not isinstance(table, dict):
        raise UsageError("Setting malformed", f"{path}: {prefix[:-1]} must be a table, not {table!r}")
    for key, value in table.items():
        if not isinstance(value, str) or not value.strip():
            raise UsageError("Setting malformed", f"{path}: {prefix}{key} must be text, not {value!r}")
    return table


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reviewer"
