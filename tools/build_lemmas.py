"""Makes the tables of dictionary forms (`workbench/claims/lemmas/`) from those of simplemma.

`python -m tools.build_lemmas` writes one for each of our language packs; it needs the extra `lemmas`. Only
words that the program can look up are kept: of letters alone, all small or with a first capital.
"""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from workbench.claims.dictionary import GOES_ON, SAME
from workbench.languages.loader import LANGUAGES

FOLDER = Path(__file__).parent.parent / "workbench" / "claims" / "lemmas"
_WORD = re.compile(r"[^\W_]+")


def table(code: str) -> bytes:
    """The table of a language, packed."""
    forms: dict[str, list[str]] = defaultdict(list)
    for form, lemma in sorted(DefaultDictionaryFactory().get_dictionary(code).items()):
        if _WORD.fullmatch(form) and form in (form.lower(), form.lower().capitalize()):
            forms[lemma].append(form)
    if any(" " in lemma or "\n" in lemma for lemma in forms):
        raise ValueError(f"a lemma of {code} holds a blank")
    lines = (
        " ".join((lemma, *(_shortened(form, lemma) for form in forms[lemma]))) for lemma in sorted(forms)
    )
    return lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME)


def _shortened(form: str, lemma: str) -> str:
    if form == lemma:
        return SAME
    return GOES_ON + form.removeprefix(lemma) if form.startswith(lemma) else form


def main() -> None:
    """Writes the tables."""
    FOLDER.mkdir(exist_ok=True)
    for code in LANGUAGES:
        (FOLDER / f"{code}.xz").write_bytes(table(code))


if __name__ == "__main__":
    main()
