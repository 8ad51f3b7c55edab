"""The day of publication of a page whose metadata name none, as htmldate finds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import htmldate

from workbench.models import DateSign
from workbench.sources.stamps import sign_of
from workbench.sources.webpages.prose import Line

_STAMP = 160
"""Characters of a line that may be a stamp."""


def shown_day(tree: Any, seen: Sequence[Line]) -> DateSign | None:
    """The day in the page's time elements, or in what its classes call a date; None where nothing shows it.

    A day that stands nowhere on the page, word for word, is not taken.
    """
    found = htmldate.find_date(tree, original_date=True, extensive_search=False)
    if not found:
        return None
    day = date.fromisoformat(found)
    signs = (sign for sign in _signs(tree, seen) if sign and sign.start == sign.end == day)
    return next(signs, None)


def _signs(tree: Any, seen: Sequence[Line]) -> Iterator[DateSign | None]:
    for element in tree.iter("time", "abbr"):
        for stamp in (element.get("datetime"), element.get("title"), "".join(element.itertext())):
            yield sign_of("metadata", stamp or "")
    for line in seen:
        if len(line.text) <= _STAMP:
            yield sign_of("metadata", line.text)
