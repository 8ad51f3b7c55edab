"""The article of a page: its text as trafilatura finds it, with what that leaves out."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.errors import SourceError
from workbench.folding import fold
from workbench.sources.datelines import read_dateline
from workbench.sources.documents import Known
from workbench.sources.webpages.days import shown_day
from workbench.sources.webpages.extracting import all_lines, article_lines
from workbench.sources.webpages.facts import Facts
from workbench.sources.webpages.markup import Markup, drop_next_articles, is_hard, keep_words, parse
from workbench.sources.webpages.prose import Line, lines_of, text_of

_SHORT = 250
"""Characters of text below which a page that speaks of JavaScript is the message of an empty one."""
_ABOVE = 25
"""Lines between a title and its first paragraph that are looked at."""
_TOP = 1
"""Lines of the text that may stand above the last dateline: the standfirst."""
_STANDFIRST = 40
"""Characters by which a page's description is found again in its text: it is often cut."""
_ASKS_FOR_SCRIPT = re.compile(r"java\s?script", re.IGNORECASE)
_CUT_SHORT = "the page's elements stand too deep in each other: its end was not read"
_ALL_TEXT = "the page is too intricate to tell its article from the rest: all its text was kept"


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page."""

    text: str
    encoding: str
    known: Known
    notes: tuple[str, ...] = ()


def read_page(data: bytes, name: str, *, charset: str | None = None, url: str | None = None) -> Page:
    """The article in a page, or in a piece of one.

    `charset` is what its sender declared, `url` where it came from. Raises SourceError where the page cannot
    be parsed or has no text.
    """
    markup = parse(data, name, charset)
    notes = [_CUT_SHORT] * markup.cut_short
    if not markup.whole:
        text = _checked(text_of(lines_of(markup.tree)), markup, name)
        return Page(text, markup.encoding, Known(), tuple(notes))
    facts = Facts(markup.tree, markup.schemas)
    known = facts.known(url or markup.saved_from)
    body = markup.tree.find("body")
    drop_next_articles(markup.tree, known.title)
    keep_words(markup.tree)
    seen = lines_of(markup.tree if body is None else body)
    if is_hard(markup):
        lines = all_lines(markup.tree)
        notes.append(_ALL_TEXT)
    else:
        lines = article_lines(markup.tree, seen, facts.text())
        lines, known = _with_day(lines, seen, markup.tree, known)
    lines = _without_title(lines, known.title)
    lines = _with_top(seen, lines, known.title, facts.standfirsts())
    if known.title and lines:
        lines = [Line("heading", known.title), *lines]
    return Page(_checked(text_of(lines), markup, name), markup.encoding, known, tuple(notes))


def _with_day(lines: list[Line], seen: Sequence[Line], tree: Any, known: Known) -> tuple[list[Line], Known]:
    """With the stamp that the page shows, where neither metadata nor the beginning of the text has one."""
    if known.signs or any(_dates(line.text) for line in lines[:_ABOVE]):
        return lines, known
    shown = shown_day(tree, seen)
    if shown and _dates(shown.evidence) and any(line.text == shown.evidence for line in seen):
        return [Line("paragraph", shown.evidence), *lines], known
    return lines, replace(known, signs=(shown,) if shown else ())


def _without_title(lines: list[Line], title: str | None) -> list[Line]:
    """The lines from below the title on, where the title is one of the first."""
    for index, line in enumerate(lines[:5]):
        if title and fold(line.text) == fold(title):
            return [*lines[:index], *lines[index + 1 :]]
    return lines


def _with_top(
    seen: Sequence[Line], lines: Sequence[Line], title: str | None, standfirsts: Sequence[str]
) -> list[Line]:
    """With the standfirst and datelines that the page has between its title and the first paragraph."""
    at = next((index for index, line in enumerate(seen) if title and fold(line.text) == fold(title)), None)
    if at is None or not lines:
        return list(lines)
    known, top, rest = {line.text for line in lines}, list[Line](), deque(lines)
    for line in seen[at + 1 : at + 1 + _ABOVE]:
        if rest and line.text == rest[0].text:
            if len(lines) - len(rest) == _TOP:
                break
            top.append(rest.popleft())
        elif line.text not in known and (_dates(line.text) or _is_standfirst(line, standfirsts)):
            top.append(Line("paragraph", line.text))
    return [*top, *rest]


def _dates(text: str) -> bool:
    found = read_dateline(text)
    return found is not None and bool(found.dates)


def _is_standfirst(line: Line, standfirsts: Sequence[str]) -> bool:
    """True for a long heading below the title, and for what the page's description says."""
    if len(line.text) < _STANDFIRST:
        return False
    start = fold(line.text[:_STANDFIRST])
    return line.kind == "heading" or any(fold(one).startswith(start) for one in standfirsts)


def _checked(text: str, markup: Markup, name: str) -> str:
    empty = not text.strip()
    if markup.scripts and (empty or (len(text) < _SHORT and _ASKS_FOR_SCRIPT.search(text))):
        raise SourceError(
            "No text in the page",
            f"{name}: the page's text comes by script",
            "Open it in the browser and save it from there (Ctrl+S).",
        )
    if empty and markup.cut_short:
        raise SourceError(
            "No text in the page", f"{name}: its elements stand too deep in each other", "Save it as text."
        )
    if empty:
        raise SourceError("No text in the page", f"{name} holds no text of an article", "Save it as text.")
    return text
