"""Reads language packs: a folder of TOML files, each checked against its schema."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any

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


def _found() -> tuple[str, ...]:
    folder = resources.files("workbench.languages")
    packs = sorted(entry.name for entry in folder.iterdir() if entry.joinpath("core.toml").is_file())
    return (*(code for code in _FIRST if code in packs), *(code for code in packs if code not in _FIRST))


LANGUAGES = _found()
"""Codes of the language packs: every folder here that holds a core.toml."""


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


def _read(code: str, name: str, schema: type[msgspec.Struct]) -> Any:
    path = resources.files("workbench.languages") / code / f"{name}.toml"
    try:
        return msgspec.toml.decode(path.read_bytes(), type=schema)
    except FileNotFoundError as error:
        raise LanguageError("Language pack incomplete", f"{code}/{name}.toml is missing") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LanguageError("Language pack malformed", f"{code}/{name}.toml: {error}") from error


@cache
def load(code: str) -> Language:
    """The language pack `code`. Raises LanguageError that names the file and the key at fault."""
    if code not in LANGUAGES:
        raise LanguageError("No such language", code, f"there are: {', '.join(LANGUAGES)}")
    return Language(code, **{name: _read(code, name, schema) for name, schema in FILES.items()})
