"""Tries one regular expression of a pack: whether it compiles, what it matches, what it may cost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT)
_LOOKS = (constants.ASSERT, constants.ASSERT_NOT, constants.AT)


def pattern_fault(pattern: str, kind: Mapping[str, Any]) -> str:
    """What is wrong with the pattern, or "". `kind` says what it is for (schema/patterns.py)."""
    if kind["regex"] == "ending" and not pattern:
        return ""
    try:
        compiled = re.compile(pattern)
        parsed = parser.parse(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return f"is no regular expression: {error}"
    allowed = set(kind.get("groups", ()))
    if compiled.groups > len(compiled.groupindex) or set(compiled.groupindex) - allowed:
        return "holds a group that captures: write (?:...)"
    if missing := allowed - set(compiled.groupindex):
        return f"lacks the group {', '.join(sorted(missing))}"
    if kind["regex"] == "finder" and compiled.search(""):
        return "matches the empty text, and so everywhere"
    if _explodes(parsed):
        return "may take exponential time: a repeat without end directly inside another"
    return ""


def _explodes(parsed: Any) -> bool:
    """Whether a repeat without end holds nothing fixed besides another repeat: "(?:\\w+)*"."""
    for operation, argument in parsed:
        for inner in _bodies(operation, argument):
            if _explodes(inner):
                return True
        if operation in _REPEATS and argument[1] is constants.MAXREPEAT and _all_repeats(argument[2]):
            return True
    return False


def _bodies(operation: Any, argument: Any) -> list[Any]:
    if operation in _REPEATS or operation is constants.POSSESSIVE_REPEAT:
        return [argument[2]]
    if operation is constants.SUBPATTERN:
        return [argument[3]]
    if operation is constants.BRANCH:
        return list(argument[1])
    if operation in (constants.ASSERT, constants.ASSERT_NOT):
        return [argument[1]]
    return [argument] if operation is constants.ATOMIC_GROUP else []


def _all_repeats(body: Any) -> bool:
    """Whether a way through the body is made of repeats alone, one of them of several lengths."""
    varies = False
    for operation, argument in body:
        if operation in _LOOKS:
            continue
        if operation in _REPEATS:
            least, most = argument[0], argument[1]
            if least == most:
                return False
            varies = varies or most > 1
        elif operation is constants.SUBPATTERN:
            if not _all_repeats(argument[3]):
                return False
            varies = True
        elif operation is constants.BRANCH:
            if not any(_all_repeats(branch) for branch in argument[1]):
                return False
            varies = True
        else:
            return False
    return varies
