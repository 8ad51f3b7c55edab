"""A sentence, or a part of one, with places for values."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter


@dataclass(frozen=True, slots=True, init=False)
class Phrase:
    """A template and what may stand at its places.

    `text` is English, its places in braces. `kind` says what the phrase is part of ("why", "cause").
    `places` maps each place to its kind: that of other phrases, or what `reading.OPEN` and
    `reading.TERMINALS` name; a place that is not given a kind has its own name for one.
    """

    text: str
    kind: str
    places: tuple[tuple[str, str], ...]

    def __init__(self, text: str, kind: str, **places: str) -> None:
        named = [name for _, name, _, _ in Formatter().parse(text) if name]
        if unknown := places.keys() - set(named):
            raise ValueError(f"{text!r} has no place {min(unknown)!r}")
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "places", tuple((name, places.get(name, name)) for name in named))

    def __call__(self, **values: str) -> str:
        """The English text with its values. KeyError where one is missing."""
        return self.text.format(**values)
