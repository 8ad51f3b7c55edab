"""Names in whole sentences: every name marked in the tables is found, and nothing else is."""

from __future__ import annotations

import re

import names_marked_english
import names_marked_news
import names_marked_turkish
import pytest
from names_not_yet import NOT_YET

from workbench.claims.names import find_names, settled
from workbench.languages.loader import load

KINDS = {"p": "person", "s": "state", "o": "organisation", "l": "place"}
_MARK = re.compile(r"\[([^|\]]+)\|([psol])(?:\|([^\]]+))?\]")
TABLES = (
    ("tr", names_marked_turkish.MARKED),
    ("tr", names_marked_news.TURKISH),
    ("en", names_marked_english.MARKED),
    ("en", names_marked_news.ENGLISH),
)
CASES = [
    pytest.param(
        code,
        marked,
        id=f"{code}: {name}",
        marks=[pytest.mark.xfail(reason="not read yet")] if f"{code}: {name}" in NOT_YET else [],
    )
    for code, table in TABLES
    for name, marked in table.items()
]


def _unmarked(marked: str) -> tuple[str, list[tuple[str, int, str, str]]]:
    """The plain sentence, and the names marked in it as (text, start, kind, canonical)."""
    names, text, at = [], "", 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        names.append((match[1], len(text), KINDS[match[2]], match[3] or match[1]))
        text, at = text + match[1], match.end()
    return text + marked[at:], names


@pytest.mark.parametrize(("code", "marked"), CASES)
def test_every_marked_name_and_no_other_is_read(code: str, marked: str) -> None:
    text, expected = _unmarked(marked)
    language = load(code)
    found = settled(text, find_names(text, language), language)
    last = [m.canonical.rpartition("/")[2] if m.kind == "place" else m.canonical for m in found]
    read = [(m.text, m.start, m.kind, name) for m, name in zip(found, last, strict=True)]
    assert expected == read
