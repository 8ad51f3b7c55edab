"""Keeps the catalogues of translations: reads the texts out of the code, merges, compiles, lists what lacks.

`python -m tools.catalogues` brings every catalogue up to date; the exit code is 1 while a text has no
translation. A test runs the same functions, so that nothing goes out untranslated.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.error_texts import error_texts
from workbench.words import DOMAIN, LANGUAGES, LOCALES, SOURCE_LANGUAGE

PACKAGE = Path(__file__).parent.parent / "workbench"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "Phrase": None}
TRANSLATED = tuple(code for code in LANGUAGES if code != SOURCE_LANGUAGE)
_WIDTH = 110
_FIELD = re.compile(r"\{(\w*)[^{}]*\}")


def texts_of_code(
    file: IO[bytes], keywords: Collection[str], comment_tags: object, options: object
) -> Iterator[tuple[int, str, tuple[str | None, ...], list[str]]]:
    """The texts of a module, those within f-strings among them: Babel's own reader does not look there."""
    for call in ast.walk(ast.parse(file.read())):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name | ast.Attribute):
            name = call.func.id if isinstance(call.func, ast.Name) else call.func.attr
            if name in keywords and call.args:
                yield call.lineno, name, tuple(map(_text, call.args)), []


def _text(given: ast.expr) -> str | None:
    return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else None


METHODS: list[tuple[str, Any]] = [("**.py", texts_of_code), ("**.html", "jinja2")]
"""How texts are read out of what: code, and templates of pages."""


def extracted() -> Catalog:
    """Every text of the code that is shown in the reader's language."""
    catalog = Catalog()
    found = extract_from_dir(PACKAGE, method_map=METHODS, keywords=KEYWORDS)
    for _file, _line, message, _comments, _context in found:
        catalog.add(message)
    for said in error_texts(PACKAGE):
        if not said.has_values:
            catalog.add(said.text)
    return catalog


def catalogue_path(language: str) -> Path:
    """The catalogue that people edit; what the program reads lies beside it as .mo."""
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def kept(language: str) -> Catalog:
    """The catalogue as it stands."""
    with catalogue_path(language).open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def merged(language: str) -> Catalog:
    """The catalogue with the texts of today: translations kept, new texts empty, old ones gone."""
    catalog = kept(language)
    catalog.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    return catalog


def written(catalog: Catalog) -> bytes:
    """The catalogue as its file holds it."""
    file = io.BytesIO()
    write_po(file, catalog, width=_WIDTH, no_location=True, sort_output=True, ignore_obsolete=True)
    return file.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def faults(catalog: Catalog) -> list[str]:
    """What lacks a translation, or has one with other fields in braces than the text."""
    return [fault for message in catalog if message.id for fault in _faults_of(message)]


def _faults_of(message: Message) -> list[str]:
    texts = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
    strings = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    given = [text or "" for text in strings]
    if message.fuzzy or not all(given):
        return [f"not translated: {texts[0]!r}"]
    fields = set().union(*(_FIELD.findall(text) for text in texts))
    wrong = [text for text in given if set(_FIELD.findall(text)) - fields]
    return [f"other fields: {text!r} for {texts[0]!r}" for text in wrong]


def main() -> int:
    """Brings every catalogue up to date; 1 while something is not translated."""
    missing = 0
    for language in TRANSLATED:
        catalog = merged(language)
        path = catalogue_path(language)
        path.write_bytes(written(catalog))
        path.with_suffix(".mo").write_bytes(compiled(kept(language)))
        for fault in faults(catalog):
            sys.stdout.write(f"{language}: {fault}\n")
            missing += 1
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
