"""Everything that the desk says goes through the catalogue: said in other letters, it leaves no Latin word.

The catalogue is replaced by one that writes every text in Cyrillic letters, and so are the words for names.
What still stands in Latin letters on a screen is the articles' own, or was never translated.
"""

from __future__ import annotations

import gettext
import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from acting import settled
from conftest import MakeApp

from workbench import words
from workbench.languages import terms as of_terms
from workbench.languages.terms import Terms
from workbench.pipeline import import_paths, link_pending
from workbench.store import open_store
from workbench.told import forget

OTHER_LETTERS = str.maketrans(string.ascii_letters, "абцдефгхийклмнопярстувшжызАБЦДЕФГХИЙКЛМНОПЯРСТУВШЖЫЗ")
PLACE = re.compile(r"(\{[^{}]*\})")
WORD = re.compile(r"(?<![\w'’.-])[A-Za-z]{3,}(?![\w'’-])")
NEVER_TRANSLATED = frozenset(
    {
        "workbench",
        "ctrl",
        "shift",
        "alt",
        "esc",
        "tab",
        "enter",
        "space",
        "home",
        "end",
        "pgup",
        "pgdn",
        "backspace",
    }
)
"""The program's name and those of keys."""
SIZE = (200, 60)
TURKISH = sorted((Path(__file__).parents[1] / "evaluation" / "reports" / "texts").glob("[BE]*.txt"))
"""Our own articles, in Turkish all of them: their words are none of the desk's."""


class OtherLetters(gettext.NullTranslations):
    """A catalogue that has every text."""

    def gettext(self, message: str) -> str:
        return in_other_letters(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return in_other_letters(msgid1 if n == 1 else msgid2)


def in_other_letters(text: str) -> str:
    parts = PLACE.split(text)
    return "".join(part if PLACE.fullmatch(part) else part.translate(OTHER_LETTERS) for part in parts)


def terms_in_other_letters(turkish: Terms) -> Terms:
    tables: dict[str, Mapping[str, str]] = {
        name: {key: in_other_letters(key) for key in getattr(turkish, name)}
        for name in turkish.__struct_fields__
    }
    return Terms(**tables)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def turkish_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Turkish articles as the program reads them."""
    path = tmp_path_factory.mktemp("turkish") / "claims.db"
    with open_store(path) as store:
        import_paths(store, TURKISH)
        link_pending(store)
    return path


@pytest.fixture
def latin_of_articles(turkish_db: Path) -> frozenset[str]:
    """The words of the articles, and the names that the program knows them by."""
    with open_store(turkish_db) as store:
        texts = [text for row in store.sources() for text in (store.source(row.id).text, row.file, row.id)]
        claims = store.claims()
        names = [name for c in claims for name in (*c.participants, c.place, c.speaker) if name]
        names += [mention.canonical for claim in claims for mention in claim.mentions]
        lemmas = [lemma for claim in claims for lemma in claim.lemmas]
    whole = re.findall(r"[A-Za-z]{3,}", " ".join((*texts, *names, *lemmas, str(turkish_db))))
    return frozenset(part for word in whole for part in _cut(word))


def _cut(word: str) -> Iterator[str]:
    """The word and what is left of it where a line or a column ends in it."""
    for at in range(len(word) + 1):
        yield word[:at]
        yield word[at:]


@pytest.fixture
def in_cyrillic(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    turkish = of_terms.terms("tr")
    monkeypatch.setattr(of_terms, "terms", lambda code: terms_in_other_letters(turkish))
    monkeypatch.setattr(words._gettext, "translation", lambda *_, **__: OtherLetters())
    forget()
    yield
    forget()


# The export screen is left out: it shows the file that would be written, which is English.
WAYS = [
    pytest.param([], id="queue"),
    pytest.param(["enter"], id="decide"),
    pytest.param(["a"], id="article"),
    pytest.param(["v"], id="event"),
    pytest.param(["f3"], id="search"),
    pytest.param(["f4"], id="import"),
    pytest.param(["f6"], id="activity"),
    pytest.param(["f7"], id="overview"),
    pytest.param(["question_mark"], id="help"),
    pytest.param(["ctrl+p"], id="palette"),
    pytest.param(["slash"], id="filter"),
    pytest.param(["e"], id="another value"),
    pytest.param(["d"], id="defer"),
    pytest.param(["c"], id="comment"),
    pytest.param(["1"], id="accepted"),
    pytest.param(["x", "u"], id="taken back"),
    pytest.param(["9"], id="refused"),
]


@pytest.mark.parametrize("keys", WAYS)
async def test_no_word_is_left_in_the_letters_of_the_code(
    keys: list[str], turkish_db: Path, make_app: MakeApp, latin_of_articles: frozenset[str], in_cyrillic: None
) -> None:
    app = make_app(turkish_db, language="tr")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, *keys)
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
    left = {word for word in WORD.findall(shown) if word.casefold() not in NEVER_TRANSLATED}
    assert " ".join(sorted(left - latin_of_articles)) == ""
