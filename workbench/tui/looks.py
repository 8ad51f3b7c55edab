"""How the desk looks to its reader: the language of its words, its colours, its keys."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from workbench import words
from workbench.config import Settings
from workbench.errors import UsageError
from workbench.tui.appearance import DEFAULT_THEME, THEMES


@dataclass(frozen=True, slots=True)
class Looks:
    """`language` is one of `words.LANGUAGES`, `theme` the name of one of `THEMES`, `keys` action to keys."""

    language: str = words.SOURCE_LANGUAGE
    theme: str = DEFAULT_THEME
    keys: tuple[tuple[str, str], ...] = ()


def looks_of(settings: Settings | None, environment: Mapping[str, str] | None = None) -> Looks:
    """The looks that settings ask for; the locale's language where they name none.

    Raises UsageError where there is no such language or theme.
    """
    environment = os.environ if environment is None else environment
    language = (settings and settings.interface) or words.preferred(environment)
    theme = (settings and settings.theme) or DEFAULT_THEME
    if language not in words.LANGUAGES:
        raise UsageError("No such language of the desk", language, f"there are: {', '.join(words.LANGUAGES)}")
    known = [one.name for one in THEMES]
    if theme not in known:
        raise UsageError("No such theme", theme, f"there are: {', '.join(known)}")
    return Looks(language, theme, settings.keys if settings else ())
