"""Articles that were published again with other text, and what they are known again by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Imprint:
    """What tells of which article a source is a version, and which one.

    Every text is "" where it is not known. ``address`` is canonical; ``place`` stands for the file that it
    was read from, ``name`` for title and publisher together; ``text`` for all that the article itself says.
    ``time`` is when it was retrieved, else when it says that it was last changed, else published: ISO 8601,
    in UTC where it has a zone, so that it sorts. ``mark`` is the words in which it says that it was changed.
    """

    source: str
    address: str = ""
    place: str = ""
    name: str = ""
    title: str = ""
    text: str = ""
    time: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of an article a source is: `number` of `of`, from 1, the earliest first.

    ``article`` names the article: the same for all its versions, in whatever order they come in. ``marked``
    is true where the text says that it was changed, in other words than the version before. ``time`` is that
    of its imprint; ``certain`` is false where only the order of import tells that it came after the one
    before. ``replaced`` is true where a later version stands in its stead: one that is not cut short.
    """

    article: str
    number: int
    of: int
    marked: bool = False
    time: str = ""
    certain: bool = True
    replaced: bool = False

    @property
    def current(self) -> bool:
        """True for the latest."""
        return self.number == self.of
