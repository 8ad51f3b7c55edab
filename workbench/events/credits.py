"""Whom an article names as the source of its text: "ANKARA (AA) -", "Kaynak: Reuters", a last "(DHA)"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from workbench.folding import CAPITALS
from workbench.languages.loader import LANGUAGES, load
from workbench.languages.schema.patterns import NEVER, any_of
from workbench.models import Source
from workbench.publishers import credit_spellings

_LONGEST = 60
"""Code points of a line that holds a credit and nothing else, or of what stands before a dateline's dash."""
_CITY = rf"[{CAPITALS}][{CAPITALS}.'’]+(?:[ ,/]+[{CAPITALS}][{CAPITALS}.'’]+){{0,2}}"
_DASH = r"\s*[-–—]"


class _Patterns(NamedTuple):
    filed: re.Pattern[str]
    """At a paragraph's start: a city and the agency, in brackets or behind a comma, and a dash."""
    signed: re.Pattern[str]
    """At its end: the agency in brackets."""
    line: re.Pattern[str]
    """A line of its own: a label and agencies, or agencies alone."""
    outlet: re.Pattern[str]


@cache
def _spellings() -> dict[str, str]:
    """How bylines write each outlet, in any language and in capitals, to its canonical name."""
    found: dict[str, str] = {}
    for form, name in credit_spellings().items():
        capitals = (form.upper(), form.replace("i", "İ").upper(), form.replace("ı", "I").upper())
        found |= dict.fromkeys((form, *capitals), name)
    return found


@cache
def outlets() -> frozenset[str]:
    """Canonical names of the outlets that others take over from."""
    return frozenset(_spellings().values())


@cache
def _patterns() -> _Patterns:
    outlet = rf"(?:{any_of(re.escape(form) for form in sorted(_spellings(), key=len, reverse=True))})"
    labels = [re.escape(label) for code in LANGUAGES for label in load(code).page.credits.labels]
    several = rf"{outlet}(?:\s*[/,|&+]\s*{outlet})*"
    label = rf"(?i:{any_of(labels) if labels else NEVER})\s*:\s*"
    return _Patterns(
        filed=re.compile(rf"(?:[^\n()]{{0,{_LONGEST}}}\({several}\)|{_CITY}\s*[-–—,/]\s*{several}){_DASH}"),
        signed=re.compile(rf"\(\s*{several}\s*\)[.\s]*$"),
        line=re.compile(rf"\W*(?:{label})?(?:{_CITY}\s*[-–—,/(]\s*)?{several}\W*"),
        outlet=re.compile(rf"(?<!\w){outlet}(?!\w)"),
    )


def credited(source: Source) -> tuple[str, ...]:
    """Canonical names of the outlets that an article's datelines, last words and credit lines name."""
    found: set[str] = set()
    for block in source.blocks:
        text = source.text[block.start : block.end]
        for line in text.split("\n"):
            found.update(_spellings()[match] for match in _outlets(line.strip()))
    return tuple(sorted(found))


def _outlets(line: str) -> list[str]:
    patterns = _patterns()
    if len(line) <= _LONGEST and (whole := patterns.line.fullmatch(line)):
        return patterns.outlet.findall(whole[0])
    ends = (patterns.filed.match(line), patterns.signed.search(line))
    return [outlet for end in ends if end for outlet in patterns.outlet.findall(end[0])]
