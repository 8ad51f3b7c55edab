"""Regular expressions as types of a pack's keys, so that a check finds every one of them.

All match lower-cased text, offsets and groups left to the code that joins them; `languages/checks.py`
tries each.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta

NEVER = "(?!)"
"""The regular expression that matches nothing: what a key stands for that a pack leaves out."""

Regex = Annotated[str, Meta(extra={"regex": "finder"})]
"""What is looked for in a text: it never matches an empty stretch and holds no group."""
Tail = Annotated[str, Meta(extra={"regex": "ending"})]
"""What may stand at a given place: it may match nothing, and holds no group."""
Whole = Annotated[str, Meta(extra={"regex": "finder", "groups": ("whole",)})]
"""What is looked for, naming a whole in the group `whole`."""
Tally = Annotated[str, Meta(extra={"regex": "finder", "groups": ("first", "last")})]
"""What is looked for, naming what is counted in the group `first` or `last`."""
OneOf = Annotated[str, Meta(extra={"regex": "finder", "groups": ("whole", "one")})]
"""What is looked for, naming a whole and the one of it that is meant."""
Plain = Annotated[str, Meta(pattern=r"^[^()\[\]{}|\\*+?^$]+$")]
"""Words that are compared as they stand, in a pack where most is regular expressions."""


def any_of(patterns: Iterable[str]) -> str:
    """The patterns as one alternation, to be put in a group; of none, what never matches."""
    return "|".join(patterns) or NEVER
