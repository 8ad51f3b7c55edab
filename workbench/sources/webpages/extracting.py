"""The lines of a page that are its article: trafilatura's choice, and what stands in where it fails."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from configparser import ConfigParser
from copy import deepcopy
from functools import cache
from typing import Any

import trafilatura
from lxml import etree
from trafilatura.settings import DEFAULT_CONFIG

from workbench.sources.shapes import ends_in_stop
from workbench.sources.webpages.gaps import completed
from workbench.sources.webpages.prose import Line, lines_of

_FRAME = ("head", "nav", "footer", "aside", "form")
_SENTENCE = 80
"""Characters from which a line that ends in a full stop is one of some article."""
_SHARE = 3
"""Part of a page's sentences from which its article is taken to be found."""
_LONGER = 2
"""How many times longer another text of the article must be to be taken instead."""
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def article_lines(tree: Any, seen: Sequence[Line], written: str) -> list[Line]:
    """The article's lines in the order of the page.

    `seen` are all lines of the page, `written` is the text of the article in its JSON-LD, if any.
    """
    lines = _extracted(tree, precise=True)
    sentences = sum(len(line.text) for line in seen if _is_sentence(line))
    if _SHARE * _length(lines) < sentences:
        more = _extracted(tree, precise=False)
        lines = more if _length(more) > _LONGER * _length(lines) else lines
    if len(written) > _LONGER * _length(lines):
        return [Line("paragraph", " ".join(part.split())) for part in written.splitlines() if part.strip()]
    return completed(lines, seen) or all_lines(tree)


def all_lines(tree: Any) -> list[Line]:
    """What is read where no article is found: all that is neither a link nor of the page's frame."""
    etree.strip_elements(tree, *_FRAME, with_tail=False)
    lines = lines_of(tree)
    return [line for line in lines if not line.linked] or lines


def _extracted(tree: Any, *, precise: bool) -> list[Line]:
    """Its precise way loses least of articles, short ones above all, and takes least beside them."""
    config = DEFAULT_CONFIG if precise else _config()
    found = trafilatura.bare_extraction(tree, favor_precision=precise, include_comments=False, config=config)
    return [] if found is None or isinstance(found, dict) else lines_of(found.body)


@cache
def _config() -> ConfigParser:
    """trafilatura's own, but that it takes no whole page, in one line, for an article that is short."""
    config = deepcopy(DEFAULT_CONFIG)
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    return config


def _is_sentence(line: Line) -> bool:
    return not line.linked and len(line.text) >= _SENTENCE and ends_in_stop(line.text)


def _length(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)
