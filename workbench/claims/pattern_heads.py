"""The word with which each branch of a regular expression must begin.

A pattern of a language pack is a long alternation; tried at every character it costs far more than the
few words with which it can begin are worth. A head is a weaker expression on one word alone: wherever
the pattern matches, one of its heads matches the word that stands there. Assertions are dropped and what
lies behind the first word is cut off, so a head may allow too much, never too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Items = list[tuple[Any, Any]]
_CATEGORIES = {
    op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W", op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s", op.CATEGORY_NOT_SPACE: r"\S",
}  # fmt: skip
_WORD_END = r"\Z"
_OF_WORDS = (op.CATEGORY_WORD, op.CATEGORY_DIGIT)
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
ASSERTIONS = (op.AT, op.ASSERT, op.ASSERT_NOT)
"""Items that take no character."""


@dataclass(frozen=True, slots=True)
class Head:
    """How a branch begins: `word` matches the beginning of its first telling word or mark.

    The branch begins there (`anchored`: only where a word begins), at one blank before it (`blank`), or,
    where its first word may be any word, with the word or mark before it (`second`).
    """

    word: str
    anchored: bool
    blank: bool = False
    second: bool = False


def heads(pattern: re.Pattern[str]) -> list[Head]:
    """The heads of a pattern, at least one of which fits wherever the pattern matches.

    Raises ValueError for a pattern that may match nothing, or whose beginning tells no word.
    """
    if pattern.flags & (re.IGNORECASE | re.VERBOSE):
        raise ValueError(f"flags make the first word of {pattern.pattern!r} uncertain")
    return heads_of(list(_parser.parse(pattern.pattern)))


def heads_of(items: Items) -> list[Head]:
    """The heads of a parsed pattern. Raises ValueError as `heads` does."""
    return list(dict.fromkeys(_heads(items, anchored=False)))


def _heads(items: Items, *, anchored: bool) -> Iterator[Head]:
    """Follows every alternative up to the first thing that takes a character."""
    while items and items[0][0] in ASSERTIONS:
        if items[0][0] is op.ASSERT_NOT and not len(items[0][1][1]):
            return  # "(?!)" never matches
        anchored = anchored or _is_word_start(*items[0])
        items = items[1:]
    if not items:
        raise ValueError("a pattern that may match nothing begins with no word")
    (code, value), rest = items[0], items[1:]
    if code is op.SUBPATTERN:
        yield from _heads([*_inside(value), *rest], anchored=anchored)
    elif code is op.ATOMIC_GROUP:
        yield from _heads([*value, *rest], anchored=anchored)
    elif code is op.BRANCH:
        for branch in value[1]:
            yield from _heads([*branch, *rest], anchored=anchored)
    elif code in _REPEATS and value[0] == 0:
        yield from _heads(rest, anchored=anchored)
        yield from _heads([(code, (1, value[1], value[2])), *rest], anchored=anchored)
    elif code in _REPEATS and not _is_word(value[2]):
        yield from _heads([*value[2], *_once_less(code, value), *rest], anchored=anchored)
    elif code is op.LITERAL and chr(value) == " ":
        yield Head(_word(rest)[0], anchored=True, blank=True)
    elif anchored and code in _REPEATS and _is_any_word(value[2]) and _may_be_marked(rest):
        mark, once = rest[0], rest[0][1][2]
        yield from _heads([items[0], *rest[1:]], anchored=anchored)
        yield from _heads([items[0], *once, *_once_less(*mark), *rest[1:]], anchored=anchored)
    elif anchored and code in _REPEATS and _is_any_word(value[2]) and (second := _second(rest)):
        yield Head(second, anchored=True, second=True)
    elif code in (op.LITERAL, op.IN) and not _is_word([items[0]]):
        yield Head(_mark(code, value), anchored=True)
    elif code in (op.LITERAL, op.IN, *_REPEATS):
        yield Head(_word(items)[0], anchored)
    else:
        raise ValueError("a pattern that may begin with anything begins with no word")


def _once_less(code: Any, value: Any) -> Items:
    """What is left of a repeat of which one round was taken."""
    low, high, inner = value
    most = high if high is op.MAXREPEAT else high - 1
    return [(code, (max(0, low - 1), most, inner))] if most else []


def _is_any_word(items: Sequence[tuple[Any, Any]]) -> bool:
    code, value = items[0]
    return len(items) == 1 and code is op.IN and list(value) == [(op.CATEGORY, op.CATEGORY_WORD)]


def _may_be_marked(items: Sequence[tuple[Any, Any]]) -> bool:
    """True for what may, but need not, begin with a mark ("['’]?")."""
    if not items or items[0][0] not in _REPEATS or items[0][1][0] != 0:
        return False
    inner = list(items[0][1][2])
    try:
        return inner[0][0] in (op.LITERAL, op.IN) and not _is_word(inner[:1]) and bool(_second(inner))
    except ValueError:
        return False


def _second(items: Sequence[tuple[Any, Any]]) -> str:
    """What the word or mark behind a first word begins with; empty where nothing is known of it."""
    while items and items[0][0] in ASSERTIONS:
        items = items[1:]
    if not items:
        return ""
    code, value = items[0]
    if code is op.LITERAL and chr(value) == " ":
        return _word(items[1:])[0]
    if code in (op.LITERAL, op.IN) and not _is_word([items[0]]):
        return _mark(code, value)
    return ""


def _inside(value: Any) -> Items:
    _, added, dropped, items = value
    if added or dropped:
        raise ValueError("flags inside a pattern make its first word uncertain")
    return list(items)


def _is_word_start(code: Any, value: Any) -> bool:
    """True for an assertion that holds before a word's first letter but between no two letters."""
    if code is op.AT:
        return bool(value in (op.AT_BOUNDARY, op.AT_BEGINNING, op.AT_BEGINNING_STRING))
    if code is not op.ASSERT_NOT or value[0] > 0 or len(value[1]) != 1:
        return False
    inner, members = value[1][0]
    return inner is op.IN and (op.CATEGORY, op.CATEGORY_WORD) in list(members)


def _mark(code: Any, value: Any) -> str:
    """The class of a first character that is no letter."""
    members = [(code, value)] if code is op.LITERAL else list(value)
    marks = [chr(member) for kind, member in members if kind is op.LITERAL]
    if len(marks) < len(members) or any(mark.isspace() for mark in marks):
        raise ValueError("a pattern that may begin with anything begins with no word")
    return f"[{''.join(map(re.escape, marks))}]"


def _is_word(items: Sequence[tuple[Any, Any]]) -> bool:
    """True where all that the items may take are characters of words."""
    return _word(items)[1]


def _word(items: Sequence[tuple[Any, Any]]) -> tuple[str, bool]:
    """An expression for what the items take of the first word, and whether that is all of them."""
    found = ""
    for index, (code, value) in enumerate(items):
        if code is op.ASSERT and value[0] > 0 and index + 1 == len(items):
            return found + _word(value[1])[0], False
        if code in ASSERTIONS:
            continue
        if code is op.BRANCH:
            rest = list(items[index + 1 :])
            parts = [_word([*branch, *rest]) for branch in value[1]]
            return f"{found}(?:{'|'.join(part for part, _ in parts)})", all(whole for _, whole in parts)
        part, whole = _item(code, value)
        if not whole and code in _REPEATS and value[0] == 0:
            behind, _ = _word(items[index + 1 :])
            return f"{found}(?:{part}|{behind})", False
        found += part
        if not whole:
            return found, False
    return found, True


def _item(code: Any, value: Any) -> tuple[str, bool]:
    if code is op.LITERAL:
        return (re.escape(chr(value)), True) if _is_letter(value) else (_WORD_END, False)
    if code is op.IN:
        if _is_class_of_words(list(value)):
            return _class(value), True
        return _WORD_END if _is_class_of_marks(list(value)) else "", False
    if code is op.SUBPATTERN:
        return _word(_inside(value))
    if code is op.ATOMIC_GROUP:
        return _word(value)
    if code in _REPEATS:
        low, high, inner = value
        part, whole = _word(inner)
        if not whole:
            return part, False
        most = "" if high is op.MAXREPEAT else str(high)
        return f"(?:{part}){{{low},{most}}}", True
    return "", False


def _is_letter(code: int) -> bool:
    return chr(code).isalnum() or chr(code) == "_"


def _is_class_of_words(members: Sequence[tuple[Any, Any]]) -> bool:
    if members[0][0] is op.NEGATE:
        return (op.CATEGORY, op.CATEGORY_NOT_WORD) in members
    return all(
        (kind is op.LITERAL and _is_letter(value))
        or (kind is op.RANGE and all(map(_is_letter, value)))
        or (kind is op.CATEGORY and value in _OF_WORDS)
        for kind, value in members
    )


def _is_class_of_marks(members: Sequence[tuple[Any, Any]]) -> bool:
    """True for a class without a single character of words."""
    if members[0][0] is op.NEGATE:
        return (op.CATEGORY, op.CATEGORY_WORD) in members
    return all(
        (kind is op.LITERAL and not _is_letter(value))
        or (kind is op.CATEGORY and value in (op.CATEGORY_SPACE, op.CATEGORY_NOT_WORD))
        for kind, value in members
    )


def _class(members: Sequence[tuple[Any, Any]]) -> str:
    written = ""
    for kind, value in members:
        if kind is op.NEGATE:
            written += "^"
        elif kind is op.LITERAL:
            written += re.escape(chr(value))
        elif kind is op.RANGE:
            written += "-".join(re.escape(chr(end)) for end in value)
        else:
            written += _CATEGORIES[value]
    return f"[{written}]"
