"""core.toml: letters, inflection, abbreviations and the words that carry no meaning of their own."""

from __future__ import annotations

import msgspec

from workbench.languages.schema.patterns import Tail


class Core(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    """The language's English name."""
    lower: dict[str, str] = {}
    """Upper-case letters whose lower case differs from Unicode's default."""
    noun_suffix: Tail = ""
    """Regular expression (on lower-cased text) of what may follow a noun's stem, nothing included."""
    ordinal_stop: bool = False
    """True where a number with a full stop is an ordinal ("3. tur")."""
    capital_nouns: bool = False
    """True where every noun has a capital, which then tells no name."""
    compounds: bool = False
    """True where nouns are written in one word and the last says what is counted ("Feuerwehrleute")."""
    abbreviations: list[str] = []
    """Abbreviations that end in a full stop and do not end a sentence, as written."""
    number_abbreviations: list[str] = []
    """Those that only a number follows ("No."): before anything else they are words that end."""
    list_closers: list[str] = []
    """Those that close a list ("vb."): before a capital they end the sentence."""
    openers: list[str] = []
    """Words, as written, that open sentences and stand in no name: a stop before one is an end."""
    cardinal_before: list[str] = []
    """Words before a number that make it no ordinal ("yüzde 12.")."""
    camel_names: list[str] = []
    """Names with a capital inside, which are not two glued words."""
    stop_words: list[str] = []
    """Words left out of a claim's lemmas."""
    tells: list[str]
    """Frequent words by which the language is recognised."""
    own_letters: str = ""
    """Letters, in both cases, that tell the language from the others, or empty."""
