"""Sentences inside one block of text, as offsets.

A full stop ends no sentence behind an abbreviation, between digits, or behind an ordinal where the
language writes ordinals with a stop; nor does a quotation's own stop when the sentence goes on
behind the closing mark ("... minnettarız." ifadesini kullandı). Where a stop may be either, the next
word decides: one that only opens sentences ("Ancak") makes it an end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbench.folding import CAPITALS
from workbench.languages.loader import Language

_BEHIND = r"[\"'”’»“)\]]*(?=\s|$)"
_GLUED = rf"[\"”»’']*(?=[\"“‘«]?[{CAPITALS}][^\W\d_]{{2}})"
_END = re.compile(rf"[.!?…\n](?:(?<=\n)|(?:(?<=…)|(?<=[.!?])[.!?]*){_BEHIND}|(?<!\n){_GLUED})")
"""A mark, or several, with what closes behind it, and a line's end. One class of marks comes first, so
that nothing else is looked at twice."""
_LONGEST = 2000
"""Code points; the longest sentences of newspapers have some 800."""
_WORD = 40
"""Code points around a stop in which the words beside it lie."""
_OPENERS = "\"'“‘«([-–—•%"
_BEFORE_WORD = _OPENERS + " \n"
_INITIALS = re.compile(rf"(?:[{CAPITALS}]\.)+")
_ORDINAL = re.compile(r"(?:\d{1,3}|[IVXLC]+)\.")
_LIST_MARK = re.compile(r"(?:\d{1,3}|[^\W\d_])\.")
_FIRST_WORD = re.compile(r"[^\W\d_]++(?!\.)")
_SMALL_START = re.compile(rf"[^\W\d_](?:-?[{CAPITALS}])")
"""A name that begins with a small letter, at a sentence's start too ("iPhone", "e-Devlet")."""
_ADDRESS = re.compile(r"www\.|://|@", re.IGNORECASE)
_FURTHER_ORDINAL = re.compile(r"\d{1,3}\.\s")


@cache
def _words(language: Language, kind: str) -> frozenset[str]:
    return frozenset(getattr(language.core, kind))


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
    after = text[match.end() : min(end, match.end() + _WORD)]
    rest = after.lstrip()
    if not rest:
        return True
    following = rest.lstrip(_OPENERS)
    if following[:1].islower() and not _SMALL_START.match(following):
        return False
    if not after[0].isspace() and _in_address(text, begin, match.start(), after):
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    return not _stop_belongs_to_word(text, begin, match, following, language)


def _in_address(text: str, begin: int, stop: int, after: str) -> bool:
    """True for a stop inside a web or e-mail address."""
    before = text[max(begin, stop - _WORD) : stop].split()[-1:]
    return bool(_ADDRESS.search("".join(before) + "." + after.split()[0]))


def _stop_belongs_to_word(
    text: str, begin: int, match: re.Match[str], following: str, language: Language
) -> bool:
    """True for the stop of an abbreviation, an initial or an ordinal that ends no sentence."""
    stop = match.start()
    words = text[max(begin, stop - _WORD) : stop + 1].split()
    word = words[-1].lstrip(_OPENERS)
    if word in _words(language, "list_closers"):
        return ")" in match[0] or "]" in match[0]
    if word in _words(language, "number_abbreviations"):
        return following[:1].isdigit()
    alone = stop - begin < _WORD and text[begin : stop + 1].lstrip(_BEFORE_WORD) == word
    if alone and _LIST_MARK.fullmatch(word):
        return True
    opener = _FIRST_WORD.match(following)
    if opener and opener[0] in _words(language, "openers"):
        return False
    if word in _words(language, "abbreviations") or _INITIALS.fullmatch(word):
        return True
    if not (language.core.ordinal_stop and _ORDINAL.fullmatch(word)):
        return False
    if "%" in words[-1] or (len(words) > 1 and words[-2].lower() in _words(language, "cardinal_before")):
        return False
    return following[:1].isalpha() or bool(_FURTHER_ORDINAL.match(following))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
