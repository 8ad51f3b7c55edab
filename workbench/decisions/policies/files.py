"""Policies by name, and from a file of the reader's own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import get_args

import msgspec

from workbench.decisions.policies.rules import NOTHING, Left, PolicyFile, Rule, Step, Subject, Voice, fault
from workbench.errors import UsageError

REVIEWED_ONLY = "reviewed-only"
"""The policy that chooses nothing: only reviewers, and claims that agree, give an attribute its value."""
_NAMES = (REVIEWED_ONLY, "latest", "official-first", "majority-of-origins", "conservative", "range")
_VOCABULARY = {"choose": Step, "set_aside": Left, "voices": Voice, "attributes": Subject}


@dataclass(frozen=True)
class Policy:
    """Rules for attributes. `name` is its own, or that of its file with the beginning of its SHA-256."""

    name: str
    about: str
    cites: str
    rules: tuple[Rule, ...]

    def rule(self, subject: Subject | None) -> Rule:
        """The rule for attributes of that kind, else the one for all, else one that chooses nothing."""
        if subject is None:
            return NOTHING
        named = next((one for one in self.rules if subject in one.attributes), None)
        return named or next((one for one in self.rules if "all" in one.attributes), NOTHING)

    @property
    def acts(self) -> bool:
        """Whether it ever chooses anything."""
        return any(rule.choose for rule in self.rules)


@cache
def built_in() -> Mapping[str, Policy]:
    """The policies that come with the program, in the order in which they are offered."""
    folder = resources.files("workbench.decisions.policies")
    return {
        name: _read(name, f"{name}.toml", folder.joinpath(f"{name}.toml").read_bytes()) for name in _NAMES
    }


def load_policy(named: str) -> Policy:
    """The policy of that name, or of that TOML file.

    Raises UsageError where there is neither, or where the file is malformed: it names file and key.
    """
    known = built_in().get(named)
    if known is not None:
        return known
    path = Path(named).expanduser()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        hint = f"there are {', '.join(built_in())}; or name a TOML file (docs/policies.md)"
        raise UsageError("No such policy", named, hint) from None
    except OSError as error:
        raise UsageError("Policy cannot be read", f"{path}: {error.strerror}") from error
    return _read(f"{path.stem}@{hashlib.sha256(data).hexdigest()[:8]}", str(path), data)


def _read(name: str, file: str, data: bytes) -> Policy:
    try:
        given = msgspec.toml.decode(data, type=PolicyFile)
    except msgspec.ValidationError as error:
        raise UsageError("Policy malformed", f"{file}: {error}", _allowed(str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError("Policy malformed", f"{file}: {error}", "it must be TOML in UTF-8") from error
    wrong = fault(given)
    if wrong is not None:
        raise UsageError("Policy malformed", f"{file}: {wrong}")
    return Policy(name, given.about, given.cites, tuple(given.rule))


def _allowed(error: str) -> str:
    """What may stand at the key that an error of the schema names."""
    for key, words in _VOCABULARY.items():
        if f".{key}[" in error:
            return f"{key} may hold {', '.join(get_args(words))}"
    return "docs/policies.md has every key"
