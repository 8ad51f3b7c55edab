"""What a reader of a language is shown for the canonical names of the packs: terms.toml of its folder.

It is no part of what a pack needs to read articles, so it is read by itself and may be missing.
"""

from __future__ import annotations

from functools import cache

import msgspec

from workbench.errors import LanguageError
from workbench.languages.loader import FOLDERS


class Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Canonical names to the words for them, by what they name."""

    events: dict[str, str] = {}
    counted: dict[str, str] = {}
    """Counted nouns, what befell those counted, and what shares and sums measure."""
    units: dict[str, str] = {}
    narrowings: dict[str, str] = {}
    """What narrows a count: qualifiers of things ("derelict") and of measures ("annual")."""
    facts: dict[str, str] = {}
    """Values of the smaller facts that a claim states besides ("broken off")."""
    series: dict[str, str] = {}
    """What comes in a numbered series ("round")."""
    attributes: dict[str, str] = {}
    """What a discrepancy is about."""
    keys: dict[str, str] = {}
    """What narrows an attribute ("each", "planned"), but for what is counted."""


@cache
def terms(code: str) -> Terms:
    """The words of the language `code`; none where it has no such file.

    Raises LanguageError that names the file and the fault where it cannot be read.
    """
    if code not in FOLDERS or not FOLDERS[code].joinpath("terms.toml").is_file():
        return Terms()
    try:
        return msgspec.toml.decode(FOLDERS[code].joinpath("terms.toml").read_bytes(), type=Terms)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LanguageError("Language pack malformed", f"{code}/terms.toml: {error}") from error
