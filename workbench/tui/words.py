"""The desk's own words in the reader's language, from gettext catalogues.

`_` and `ngettext` are asked when text is shown, never when a module is loaded: the language is chosen
later. `N_` marks a text that is kept for then. `python -m tools.catalogues` keeps the catalogues.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Mapping
from pathlib import Path

DOMAIN = "workbench"
LOCALES = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"
"""The language that the texts in the code are in; it has no catalogue."""
LANGUAGES: dict[str, str] = {"en": "English", "tr": "Türkçe"}
"""The languages of the desk, each by its own name."""
_ENVIRONMENT = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a locale is set, the strongest first, as gettext looks for it."""

_in_force: _gettext.NullTranslations = _gettext.NullTranslations()
_language = SOURCE_LANGUAGE


def use(language: str) -> None:
    """Has everything shown from now on in this language, one of `LANGUAGES`."""
    global _in_force, _language
    _language = language
    if language == SOURCE_LANGUAGE:
        _in_force = _gettext.NullTranslations()
    else:
        _in_force = _gettext.translation(DOMAIN, str(LOCALES), languages=[language])


def in_force() -> str:
    """The language that everything is shown in, one of `LANGUAGES`."""
    return _language


def preferred(environment: Mapping[str, str]) -> str:
    """The language that the environment's locale asks for: the first of `LANGUAGES` that it names."""
    for name in _ENVIRONMENT:
        if asked := environment.get(name):
            codes = (locale.partition("_")[0].partition(".")[0].lower() for locale in asked.split(":"))
            return next((code for code in codes if code in LANGUAGES), SOURCE_LANGUAGE)
    return SOURCE_LANGUAGE


def _(text: str) -> str:
    """The text in the language in force; itself where it has no translation."""
    return _in_force.gettext(text) if text else ""


def ngettext(one: str, many: str, number: int) -> str:
    """The text for that many things; ``{n}`` in it is still to be filled."""
    return _in_force.ngettext(one, many, number)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for it
    """Marks a text for the catalogues that is translated when it is shown."""
    return text
