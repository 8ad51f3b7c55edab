"""Languages by name: those in which the press that people bring is written, by ISO 639 code."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.phrases.phrase import Phrase

NAMES: Mapping[str, Phrase] = {
    "ar": Phrase("Arabic", "language"),
    "az": Phrase("Azerbaijani", "language"),
    "be": Phrase("Belarusian", "language"),
    "bg": Phrase("Bulgarian", "language"),
    "bn": Phrase("Bengali", "language"),
    "bs": Phrase("Bosnian", "language"),
    "ca": Phrase("Catalan", "language"),
    "ckb": Phrase("Central Kurdish", "language"),
    "cs": Phrase("Czech", "language"),
    "da": Phrase("Danish", "language"),
    "de": Phrase("German", "language"),
    "el": Phrase("Greek", "language"),
    "en": Phrase("English", "language"),
    "es": Phrase("Spanish", "language"),
    "et": Phrase("Estonian", "language"),
    "fa": Phrase("Persian", "language"),
    "fi": Phrase("Finnish", "language"),
    "fr": Phrase("French", "language"),
    "he": Phrase("Hebrew", "language"),
    "hi": Phrase("Hindi", "language"),
    "hr": Phrase("Croatian", "language"),
    "hu": Phrase("Hungarian", "language"),
    "hy": Phrase("Armenian", "language"),
    "id": Phrase("Indonesian", "language"),
    "it": Phrase("Italian", "language"),
    "ja": Phrase("Japanese", "language"),
    "ka": Phrase("Georgian", "language"),
    "kk": Phrase("Kazakh", "language"),
    "ko": Phrase("Korean", "language"),
    "ku": Phrase("Kurdish", "language"),
    "ky": Phrase("Kyrgyz", "language"),
    "lt": Phrase("Lithuanian", "language"),
    "lv": Phrase("Latvian", "language"),
    "mk": Phrase("Macedonian", "language"),
    "nl": Phrase("Dutch", "language"),
    "no": Phrase("Norwegian", "language"),
    "pl": Phrase("Polish", "language"),
    "ps": Phrase("Pashto", "language"),
    "pt": Phrase("Portuguese", "language"),
    "ro": Phrase("Romanian", "language"),
    "ru": Phrase("Russian", "language"),
    "sk": Phrase("Slovak", "language"),
    "sl": Phrase("Slovene", "language"),
    "sq": Phrase("Albanian", "language"),
    "sr": Phrase("Serbian", "language"),
    "sv": Phrase("Swedish", "language"),
    "tk": Phrase("Turkmen", "language"),
    "tr": Phrase("Turkish", "language"),
    "tt": Phrase("Tatar", "language"),
    "uk": Phrase("Ukrainian", "language"),
    "ur": Phrase("Urdu", "language"),
    "uz": Phrase("Uzbek", "language"),
    "vi": Phrase("Vietnamese", "language"),
    "zh": Phrase("Chinese", "language"),
    "und": Phrase("a language that could not be told", "language"),
}


def language_name(code: str) -> str:
    """A language's English name; its code where it has none here."""
    return NAMES[code]() if code in NAMES else code
