"""Reads language packs: a folder of TOML files, each checked against its schema."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import RLock
from typing import Any, get_args, get_origin

import msgspec

from workbench.errors import LanguageError
from workbench.folding import lower
from workbench.languages.schema.calendar import Calendar
from workbench.languages.schema.core import Core
from workbench.languages.schema.events import Events
from workbench.languages.schema.names import Names
from workbench.languages.schema.nouns import Nouns
from workbench.languages.schema.numbers import Numbers
from workbench.languages.schema.page import Page
from workbench.languages.schema.patterns import any_of
from workbench.languages.schema.speech import Speech

FILES: dict[str, type[msgspec.Struct]] = {
    "core": Core,
    "numbers": Numbers,
    "nouns": Nouns,
    "calendar": Calendar,
    "page": Page,
    "names": Names,
    "events": Events,
    "speech": Speech,
}
_FIRST = ("tr", "en")
"""The packs that come before all others: where nothing tells a text's language, it is the first."""


PACKS_VARIABLE = "WORKBENCH_LANGUAGES"
"""Environment variable that names a folder of further packs, read when the program starts."""


def further_packs() -> Path | None:
    """The folder of further packs that the environment names, or None."""
    named = os.environ.get(PACKS_VARIABLE)
    return Path(named).expanduser() if named else None


def _found() -> dict[str, Traversable]:
    further = further_packs()
    roots: list[Traversable] = [resources.files("workbench.languages")]
    roots += [further] if further is not None and further.is_dir() else []
    packs: dict[str, Traversable] = {}
    for root in roots:
        for entry in sorted(root.iterdir(), key=lambda entry: entry.name):
            if any(entry.joinpath(f"{name}.toml").is_file() for name in FILES):
                packs.setdefault(entry.name, entry)
    return dict(sorted(packs.items(), key=lambda pack: _FIRST.index(pack[0]) if pack[0] in _FIRST else 9))


FOLDERS: Mapping[str, Traversable] = _found()
"""Code of every language pack to its folder; a pack that comes with the program is never replaced."""
LANGUAGES = tuple(FOLDERS)
"""Codes of the language packs."""


@dataclass(frozen=True, eq=False)
class Language:
    """One language as data. Matching goes on `lower(text)`, which keeps every offset.

    There is one object for each pack (`load`), so that it is itself its key wherever something is kept by
    language.
    """

    code: str
    core: Core
    numbers: Numbers
    nouns: Nouns
    calendar: Calendar
    page: Page
    names: Names
    events: Events
    speech: Speech

    @cached_property
    def _pairs(self) -> tuple[tuple[str, str], ...]:
        return tuple(self.core.lower.items())

    def lower(self, text: str) -> str:
        """Text in this language's lower case with plain quote marks; the same length as `text`."""
        return lower(text, self._pairs)

    def inflected(self, stem: str) -> str:
        """Regular expression (on lower-cased text) for a noun stem with any ending; no groups."""
        return rf"\b{re.escape(self.lower(stem))}(?:{self.core.noun_suffix})(?!\w)"

    def any_inflected(self, stems: list[str]) -> str:
        """The same for whichever of several stems stands there, the longest first."""
        ordered = sorted({self.lower(stem) for stem in stems}, key=lambda stem: (-len(stem), stem))
        return rf"\b(?:{any_of(map(re.escape, ordered))})(?:{self.core.noun_suffix})(?!\w)"


def _read(code: str, name: str, schema: type[msgspec.Struct], folder: Traversable) -> Any:
    file = f"{code}/{name}.toml"
    try:
        return msgspec.toml.decode(folder.joinpath(f"{name}.toml").read_bytes(), type=schema)
    except FileNotFoundError as error:
        raise LanguageError("Language pack incomplete", f"{file} is missing") from error
    except OSError as error:
        raise LanguageError("Language pack unreadable", f"{file}: {error.strerror}") from error
    except msgspec.ValidationError as error:
        raw = msgspec.toml.decode(folder.joinpath(f"{name}.toml").read_bytes())
        reason = _entry_at_fault(raw, schema) or str(error)
        raise LanguageError("Language pack malformed", f"{file}: {reason}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LanguageError("Language pack malformed", f"{file}: {error}") from error


def _entry_at_fault(raw: Any, schema: type[msgspec.Struct]) -> str:
    """The table's entry that does not fit, by its name and reason: msgspec says "[...]" for any; or ""."""
    for field in msgspec.structs.fields(schema):
        table = raw.get(field.encode_name) if isinstance(raw, dict) else None
        if get_origin(field.type) is not dict or not isinstance(table, dict):
            continue
        for key, entry in table.items():
            try:
                msgspec.convert(entry, get_args(field.type)[1])
            except msgspec.ValidationError as error:
                return f"{field.encode_name}.{key}: {error}"
    return ""


_reading = RLock()


@cache
def load(code: str) -> Language:
    """The language pack `code`, read once. Raises LanguageError that names the file and the key at fault."""
    # Two threads in which msgspec meets a type for the first time can bring the program down.
    with _reading:
        return _load(code)


@cache
def _load(code: str) -> Language:
    if code not in FOLDERS:
        raise LanguageError("No such language", code, f"there are: {', '.join(FOLDERS)}")
    if not resources.files("workbench.languages").joinpath(code, "core.toml").is_file():
        _try(code)
    return read_pack(code, FOLDERS[code])


def _try(code: str) -> None:
    """Raises LanguageError with the first fault of a pack that did not come with the program."""
    from workbench.languages.checks import faults  # it reads packs itself

    for fault in faults(code, FOLDERS[code]):
        hint = f"`workbench languages --check {code}` prints every fault"
        raise LanguageError("Language pack malformed", str(fault), hint)


@cache
def neutral(code: str) -> Language:
    """A language of which nothing is known: its texts are cut by their lines and blanks alone."""
    return Language(
        code,
        Core(name=code, tells=[]),
        Numbers(decimal=".", words={}),
        Nouns(nouns={}),
        Calendar(months={}, weekdays={}),
        Page(),
        Names(states={}),
        Events(types=[]),
        Speech(verbs=[]),
    )


def load_or_neutral(code: str) -> Language:
    """The language pack `code`; nothing but the code where there is none.

    Raises LanguageError that names the file and the key at fault.
    """
    return load(code) if code in FOLDERS else neutral(code)


def read_pack(code: str, folder: Traversable) -> Language:
    """The pack in `folder`, read anew. Raises LanguageError that names the file and the key at fault."""
    return Language(code, **{name: _read(code, name, schema, folder) for name, schema in FILES.items()})
