"""Sentences inside one block of text, as offsets.

A full stop ends no sentence behind an abbreviation, between digits, or behind an ordinal where the
language writes ordinals with a stop; nor does a quotation's own stop when the sentence goes on
behind the closing mark ("... minnettarız." ifadesini kullandı).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbench.languages.loader import Language

_END = re.compile(r"(?:[.!?]+|…)[\"'”’»)\]]*(?=\s|$)|[.!?…][\"”»’']*(?=[\"“‘«]?[A-ZÇĞİÖŞÜ][^\W\d_]{2})|\n")
_LONGEST = 2000
"""Code points; the longest sentences of newspapers have some 800."""
_OPENERS = "\"'“‘«(-–—•"


@cache
def _abbreviations(language: Language) -> frozenset[str]:
    return frozenset(language.core.abbreviations)


def sentences(text: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """Half-open spans of the sentences in text[start:end], blanks around them left out."""
    spans, begin = [], start
    for match in _END.finditer(text, start, end):
        if match.start() < begin or not _ends_here(text, begin, match, end, language):
            continue
        spans.append((begin, match.end()))
        begin = match.end()
    spans.append((begin, end))
    bounded = (piece for span in spans for piece in _bounded(text, *span))
    return [span for span in (_trim(text, *span) for span in bounded) if span[0] < span[1]]


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces of a stretch too long for a sentence, cut at blanks: reading one may take its square."""
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _ends_here(text: str, begin: int, match: re.Match[str], end: int, language: Language) -> bool:
    if match[0] == "\n":
        return True
    rest = text[match.end() : min(end, match.end() + 40)].lstrip()
    if not rest:
        return True
    following = rest.lstrip(_OPENERS)[:1]
    if following.islower():
        return False
    if match[0][0] != ".":
        return True
    return not _stop_belongs_to_word(text, begin, match.start(), following, language)


def _stop_belongs_to_word(text: str, begin: int, stop: int, following: str, language: Language) -> bool:
    """True for the stop of an abbreviation, an initial or an ordinal."""
    word_start = max(text.rfind(" ", begin, stop), text.rfind("\n", begin, stop), begin - 1) + 1
    word = text[word_start : stop + 1].lstrip(_OPENERS)
    if word in _abbreviations(language):
        return True
    if re.fullmatch(r"[A-ZÇĞİÖŞÜ]\.", word):
        return True
    return bool(language.core.ordinal_stop and re.fullmatch(r"\d{1,3}\.", word) and following.isalpha())


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
