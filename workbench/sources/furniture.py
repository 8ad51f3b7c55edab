"""Lines that belong to the page and not to the article, told by the line alone."""

from __future__ import annotations

import re
from functools import cache

from workbench.folding import fold
from workbench.languages.loader import LANGUAGES, load
from workbench.languages.schema.page import Page
from workbench.sources.dateforms import phrases, printed_dates

_LONGEST = 160
_STAMP_TAIL = r"(?:\s*[-–—|·•/]\s*(?:-|[^\d\W][\w &.'’-]{0,40}))?"
_CLOCK = re.compile(rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?{_STAMP_TAIL}")
_AFTER_DATE = re.compile(rf"[,\s]*(?:\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?)?{_STAMP_TAIL}")
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_TAG = re.compile(r"#[^\s#]+\s*")
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ"), "'")
_SITE = re.compile(r"(?<!\s)\s++(?:www\.)?[\w-]++(?:\.[a-z]{2,4}){1,2}$")
_COUNTERS = re.compile(r"[\d.,+()|·•/&*\s:-]+")


@cache
def _pages() -> tuple[Page, ...]:
    return tuple(load(code).page for code in LANGUAGES)


def _key(line: str) -> str:
    return fold(line).strip(" \t:›»>|.-–—•*")


@cache
def _keys(name: str) -> frozenset[str]:
    return frozenset(_key(phrase) for page in _pages() for phrase in getattr(page, name))


@cache
def _beginning(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{phrases(phrase for page in _pages() for phrase in getattr(page, name))})(?:(?<!\w)|(?!\w))"
    )


@cache
def _ago() -> re.Pattern[str]:
    units = phrases(unit for page in _pages() for unit in page.ago.units)
    words = phrases(word for page in _pages() for word in page.ago.words)
    labels = phrases(label for page in _pages() for label in page.created_labels + page.updated_labels)
    lead = rf"(?:[^\d\W][\w &.'’-]{{0,40}}\s*[-–—|·•]\s*|(?:{labels})\s*:?\s+)?"
    return re.compile(rf"{lead}\d{{1,4}}\s+(?:{units})\s+(?:{words})")


def is_list_head(line: str) -> bool:
    """True for a line that opens a list of other stories."""
    return len(line) <= 60 and _key(line) in _keys("list_heads")


def is_section(line: str) -> bool:
    """True for the name of a section of the site, or a path of such names ("Home > World")."""
    if len(line) > _LONGEST:
        return False
    parts = [part for part in re.split(r"[>»›/|]", line) if part.strip()]
    return bool(parts) and all(_key(part) in _keys("sections") for part in parts)


@cache
def _menu() -> re.Pattern[str]:
    names = phrases(name for page in _pages() for name in page.sections)
    return re.compile(rf"(?:(?:{names})[\s|/•·,]*){{3,}}")


def is_menu(line: str) -> bool:
    """True for three or more names of sections in a row, glued together or not, and nothing else."""
    return len(line) <= _LONGEST and bool(_menu().fullmatch(fold(line)))


def is_stamp(line: str) -> bool:
    """True for a listed story's stamp: "2025-05-26 15:21 - Asayiş", "15:09 - Dünya", "Dünya - 8 ay önce"."""
    if len(line) > 80:
        return False
    if _CLOCK.fullmatch(line) or _ago().fullmatch(fold(line)):
        return True
    found = next(printed_dates(line), None)
    return found is not None and found.start == 0 and bool(_AFTER_DATE.fullmatch(line, found.end))


def is_page_line(line: str) -> bool:
    """True for buttons, tags, share and comment lines, newsletter lines and the like."""
    if len(line) > _LONGEST:
        return False
    folded = fold(line)
    if not any(char.isalnum() for char in line) or _key(line) in _keys("lines"):
        return True
    return bool(_beginning("starts").match(folded)) or is_tags(line) or is_menu(line) or _is_buttons(folded)


def is_tags(line: str) -> bool:
    """True for a line of nothing but hashtags."""
    return line.startswith("#") and not _TAG.sub("", line)


def _is_buttons(folded: str) -> bool:
    """Nothing but buttons and networks, or two acts of sharing ("X'te paylaş ... kopyala") among them."""
    words = [word.split("'")[0] for word in _COUNTERS.sub(" ", folded.translate(_APOSTROPHES)).split()]
    pressed = sum(word in _buttons() for word in words)
    if len(words) > 1 and pressed == len(words):
        return True
    acts = sum(word in _keys("share_acts") for word in words)
    return acts > 1 and 2 * pressed >= len(words)


@cache
def _buttons() -> frozenset[str]:
    words = (_COUNTERS.sub(" ", fold(word)) for page in _pages() for word in page.buttons)
    return frozenset(part for word in words for part in word.split())


def is_link(line: str) -> bool:
    """True for a line that announces a link to another story."""
    return len(line) <= 200 and bool(_beginning("link_starts").match(fold(line)))


def names_site(line: str) -> bool:
    """True for a line that ends in a web address."""
    return bool(_SITE.search(line))


def is_name(line: str) -> bool:
    """True for two to four capitalised words, an author's name: after "By" or before a web address too."""
    line = _SITE.sub("", line)
    words = _beginning("byline_starts").sub("", fold(line), count=1).split()
    written = line.split()[-len(words) :] if words else []
    return 2 <= len(written) <= 4 and all(_NAME.fullmatch(word) and word[0].isupper() for word in written)
