"""Writes `workbench/languages/common_words.tsv`: how often a lemma is met, over all languages that are read.

`python -m tools.build_rarity`, with the extra `rarity` installed. The frequencies are those of wordfreq
(Speer 2022, https://doi.org/10.5281/zenodo.7199437; its data: CC BY-SA 4.0): those of all forms of a lemma
are added up, and the language in which it is met most often counts. A line holds a frequency in tenths of
the Zipf scale (van Heuven et al. 2014: log10 of how often in a billion words) and the lemmas that have it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from pathlib import Path

from wordfreq import get_frequency_dict

from workbench.claims.lemmas import lemma
from workbench.languages.loader import LANGUAGES

TARGET = Path(__file__).resolve().parent.parent / "workbench" / "languages" / "common_words.tsv"
LEAST = 3.3
"""Rarer than this on the Zipf scale, a word is as rare as any: it needs no line."""


def frequencies(code: str) -> dict[str, float]:
    """Lemma to its share of all words."""
    found: defaultdict[str, float] = defaultdict(float)
    for word, share in get_frequency_dict(code, wordlist="small").items():
        if word.isalpha() and len(word) > 1:
            found[lemma(word, code)] += share
    return found


def main() -> None:
    """Writes the table anew."""
    highest: dict[str, float] = {}
    for code in LANGUAGES:
        for base, share in frequencies(code).items():
            highest[base] = max(highest.get(base, 0.0), share)
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for base, share in highest.items():
        zipf = math.log10(share) + 9
        if zipf >= LEAST:
            lines[round(zipf * 10)].append(base)
    languages = " ".join(sorted(LANGUAGES))
    text = f"# {languages}: lemmas by frequency, from wordfreq (CC BY-SA 4.0)\n"
    text += "".join(
        f"{tenths}\t{' '.join(sorted(words))}\n" for tenths, words in sorted(lines.items(), reverse=True)
    )
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
