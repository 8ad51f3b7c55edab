"""Our own words in the reader's language, from gettext catalogues.

`_` and `ngettext` are asked when text is shown, never when a module is loaded: the language is chosen
later. `N_` marks a text that is kept for then. `python -m tools.catalogues` keeps the catalogues.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

DOMAIN = "workbench"
LOCALES = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"
"""The language that the texts in the code are in; it has no catalogue."""
LANGUAGES: dict[str, str] = {"en": "English", "tr": "Türkçe"}
"""The languages there are, each by its own name."""
_ENVIRONMENT = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a locale is set, the strongest first, as gettext looks for it."""


@dataclass(frozen=True, slots=True)
class _Tongue:
    code: str
    catalogue: _gettext.NullTranslations


_chosen = _Tongue(SOURCE_LANGUAGE, _gettext.NullTranslations())
_for_now: ContextVar[_Tongue | None] = ContextVar("_for_now", default=None)
"""What `speaking` has put above the chosen one, in its thread alone."""


def _tongue(language: str) -> _Tongue:
    if language == SOURCE_LANGUAGE:
        return _Tongue(language, _gettext.NullTranslations())
    return _Tongue(language, _gettext.translation(DOMAIN, str(LOCALES), languages=[language]))


def use(language: str) -> None:
    """Has everything shown from now on in this language, one of `LANGUAGES`."""
    global _chosen
    _chosen = _tongue(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Has what this thread says meanwhile in this language: an export need not be in the desk's."""
    before = _for_now.set(_tongue(language))
    try:
        yield
    finally:
        _for_now.reset(before)


def _speaks() -> _Tongue:
    return _for_now.get() or _chosen


def in_force() -> str:
    """The language that everything is shown in, one of `LANGUAGES`."""
    return _speaks().code


def preferred(environment: Mapping[str, str]) -> str:
    """The language that the environment's locale asks for: the first of `LANGUAGES` that it names."""
    for name in _ENVIRONMENT:
        if asked := environment.get(name):
            codes = (locale.partition("_")[0].partition(".")[0].lower() for locale in asked.split(":"))
            return next((code for code in codes if code in LANGUAGES), SOURCE_LANGUAGE)
    return SOURCE_LANGUAGE


def _(text: str) -> str:
    """The text in the language in force; itself where it has no translation."""
    return _speaks().catalogue.gettext(text) if text else ""


def ngettext(one: str, many: str, number: int) -> str:
    """The text for that many things; ``{n}`` in it is still to be filled."""
    return _speaks().catalogue.ngettext(one, many, number)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for it
    """Marks a text for the catalogues that is translated when it is shown."""
    return text
