"""Moving through an article's text by words and sentences. Pure: text and offsets in, offsets out.

Each function looks at no more than `_FAR` code points, however long a line is.
"""

from __future__ import annotations

import re

Span = tuple[int, int]
_WORD = re.compile(r"\S+")
_END = re.compile(r"""(?:(?<=[^\W\d_]{2})|(?<=[)\]”"’»%…]))[.!?…]+["'”’»)\]]*(?=\s|$|[A-ZÇĞİÖŞÜ“"])|\n""")
"""A sentence ends behind a word of letters, also where the next one is glued to it; not in "11." or "U.S"."""
_FAR = 4_000


def word_at(text: str, offset: int) -> Span:
    """The word at an offset, or the next one; an empty stretch where none follows."""
    start = max(min(offset, len(text) - 1), 0)
    if start < len(text) and not text[start].isspace():
        low = max(0, start - _FAR)
        while start > low and not text[start - 1].isspace():
            start -= 1
    found = _WORD.search(text, start, min(len(text), start + _FAR))
    return found.span() if found else (start, start)


def next_word(text: str, offset: int) -> int:
    """Where the next word begins; the offset itself where none follows."""
    start, end = word_at(text, offset)
    if start > offset:
        return start
    found = _WORD.search(text, end, min(len(text), end + _FAR))
    return found.start() if found else offset


def previous_word(text: str, offset: int) -> int:
    """Where the word at an offset begins or, from there, the one before."""
    at = min(offset, len(text))
    low = max(0, at - _FAR)
    while at > low and text[at - 1].isspace():
        at -= 1
    while at > low and not text[at - 1].isspace():
        at -= 1
    return at


def sentence_at(text: str, offset: int) -> Span:
    """The sentence at an offset, without the blanks around it; a line's end ends it too."""
    low = max(0, offset - _FAR)
    ends = [found.end() for found in _END.finditer(text, low, min(offset, len(text)))]
    start = ends[-1] if ends else low
    behind = _END.search(text, offset, min(len(text), offset + _FAR))
    end = behind.end() if behind else min(len(text), offset + _FAR)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def next_sentence(text: str, offset: int) -> int:
    """Where the sentence behind the one at an offset begins, or the end of the text."""
    return min(next_start(text, sentence_at(text, offset)[1]), len(text))


def next_start(text: str, offset: int) -> int:
    """The first offset from this one on that is no blank."""
    found = _WORD.search(text, offset)
    return found.start() if found else len(text)


def previous_sentence(text: str, offset: int) -> int:
    """Where the sentence at an offset begins or, from there, the one before."""
    start = sentence_at(text, offset)[0]
    if start < offset:
        return start
    at = offset
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return sentence_at(text, max(at - 1, 0))[0]


def whole_words(text: str, one: int, other: int) -> Span:
    """The words from the one at an offset to the one at another, in whichever order."""
    low, high = sorted((one, other))
    return word_at(text, low)[0], max(word_at(text, high)[1], word_at(text, low)[1])
