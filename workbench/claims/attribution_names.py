"""Names that can speak."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from workbench.models import Mention

NAME_BEFORE = re.compile(r"(?<![\w.'’-])(?:(?:St\.|(?!The |In |On |At )[A-Z][\w-]*(?:['’]s?)?) ){1,5}$")
"""The capitalised words of an English name before its last one."""


def start_of(name: Mention) -> int:
    return name.start


def named_speakers(
    text: str, names: Sequence[Mention], start: int, end: int, cited: re.Pattern[str] | None = None
) -> list[Mention]:
    """Names that can speak; a state speaks only where nobody else is named.

    `cited` is what follows a name that is a source: such an organisation is nobody's office.
    """
    first = bisect_left(names, start, key=start_of)
    inside = [n for n in names[first : bisect_left(names, end, key=start_of)] if n.end <= end]
    people = [n.start for n in inside if n.kind == "person"]
    own = [
        n
        for n in inside
        if n.kind == "person"
        or (
            n.kind == "organisation"
            and not (_is_office_of(text, n, people) and not (cited and cited.match(text, n.end)))
        )
    ]
    return own or [n for n in inside if n.kind == "state"]


def _is_office_of(text: str, name: Mention, people: Sequence[int]) -> bool:
    """True for an organisation directly before a person ("Kremlin Sözcüsü Peskov"): the person speaks."""
    following = bisect_right(people, name.end)
    if following == len(people) or people[following] - name.end > 45:
        return False
    return "," not in text[name.end : people[following]]
