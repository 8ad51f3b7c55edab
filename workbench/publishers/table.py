"""The table of outlets: what comes with the program, under a file of the reviewer's own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

import msgspec

from workbench.errors import UsageError
from workbench.folding import fold

Kind = Literal["agency", "state", "official", "private", "social"]
"""What an outlet is: a news agency, whoever owns it; a broadcaster or paper of a state or paid for by the
public; the voice of a body itself; anybody else's; a platform on which anybody writes."""
KINDS: tuple[Kind, ...] = get_args(Kind)
VARIABLE = "WORKBENCH_PUBLISHERS"
"""Environment variable that names the reviewer's own file; processes that read for an import see it, too."""

_Word = Annotated[str, msgspec.Meta(min_length=1)]
_Domain = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)*$")]
_Country = Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One outlet in the file."""

    kind: Kind
    country: _Country
    owner: str = ""
    domains: list[_Domain] = []
    aliases: list[_Word] = []
    credited: list[_Word] = []


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet. ``country`` is its ISO 3166 code (EU and UN for theirs), ``owner`` whoever stands behind it.

    ``credited`` is how others' bylines name it, in these capitals ("AA"); only outlets that others take over
    from have it.
    """

    name: str
    kind: Kind
    country: str
    owner: str = ""
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    credited: tuple[str, ...] = ()


def default_file() -> Path:
    """Where the reviewer's own table is looked for, whether or not it exists."""
    import platformdirs

    return Path(platformdirs.user_config_dir("workbench", appauthor=False)) / "publishers.toml"


def check() -> None:
    """Raises UsageError that names the reviewer's file and the key at fault."""
    _known(os.environ.get(VARIABLE, ""))


def publishers() -> Mapping[str, Publisher]:
    """All outlets by name. Raises UsageError where the reviewer's file is malformed."""
    return _known(os.environ.get(VARIABLE, "")).by_name


def publisher_of(url: str | None, name: str | None = None) -> Publisher | None:
    """The outlet of an address or of a domain above it; else that of a name or an alias, in any case.

    Raises UsageError where the reviewer's file is malformed.
    """
    known = _known(os.environ.get(VARIABLE, ""))
    host = _host(url)
    while host:
        if host in known.by_domain:
            return known.by_domain[host]
        host = host.partition(".")[2]
    return known.by_word.get(_folded(name or ""))


def credit_spellings() -> Mapping[str, str]:
    """How bylines write an outlet to its name."""
    return {form: one.name for one in publishers().values() for form in one.credited}


@dataclass(frozen=True, slots=True)
class _Known:
    by_name: Mapping[str, Publisher]
    by_domain: Mapping[str, Publisher]
    by_word: Mapping[str, Publisher]


@cache
def _known(own: str) -> _Known:
    table = _read(resources.files("workbench.publishers").joinpath("table.toml").read_bytes(), "table.toml")
    reviewers = _own(own)
    by_domain: dict[str, Publisher] = {}
    by_word: dict[str, Publisher] = {}
    # The reviewer's come last, so that they stand over ours; a name stands over another outlet's alias.
    for group in ([one for name, one in table.items() if name not in reviewers], list(reviewers.values())):
        by_domain |= {domain: one for one in group for domain in one.domains}
        by_word |= {_folded(alias): one for one in group for alias in one.aliases}
        by_word |= {_folded(one.name): one for one in group}
    return _Known(table | reviewers, by_domain, by_word)


def _own(named: str) -> dict[str, Publisher]:
    path = Path(named).expanduser() if named else default_file()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        if named:
            raise UsageError(
                "No such file of publishers", str(path), "Correct or remove the setting."
            ) from None
        return {}
    except OSError as error:
        raise UsageError("File of publishers cannot be read", f"{path}: {error.strerror}") from error
    return _read(data, str(path))


def _read(data: bytes, file: str) -> dict[str, Publisher]:
    try:
        table = msgspec.toml.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError("File of publishers malformed", f"{file}: {error}") from error
    found = {}
    for name, row in table.items():
        try:
            entry = msgspec.convert(row, _Entry)
        except msgspec.ValidationError as error:
            raise UsageError("File of publishers malformed", f"{file}: {name}: {error}") from error
        found[name] = Publisher(
            name,
            entry.kind,
            entry.country,
            entry.owner,
            tuple(entry.domains),
            tuple(entry.aliases),
            tuple(entry.credited),
        )
    return found


def _host(url: str | None) -> str:
    if not url:
        return ""
    try:
        return (urlsplit(url if "://" in url else f"http://{url}").hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def _folded(name: str) -> str:
    return " ".join(fold(name).split())
