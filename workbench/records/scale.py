"""A reviewer's own scale: what a decision makes of a claim, in the words and numbers that its publisher uses.

The program rates nothing. A decision says which value holds; how a claim then stands to it is a fact
(`Relation`), and what that is called is the publisher's to say, in a file of their own.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from workbench.errors import UsageError
from workbench.models import Attribute, DecisionKind
from workbench.records.web import web_address

VARIABLE = "WORKBENCH_SCALE"
"""Environment variable that names the file."""
Relation = Literal["agrees", "differs", "superseded", "unsettled", "compatible"]
"""How a claim's value stands to what was decided: it is the value that holds, or fits it; it is another one;
it held once; nobody can tell; it was no contradiction."""
PLACES = ("event", "discrepancy", "claim", "decision")
"""What may stand in braces in the address of a review: the ids of these."""
_HINT = "docs/formats.md shows a whole file"
_Word = Annotated[str, msgspec.Meta(min_length=1)]


class Author(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who publishes the reviews."""

    name: _Word
    url: str = ""
    type: Literal["Organization", "Person"] = "Organization"


class Rating(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What claims in a relation are called. `attributes` and `decisions` narrow it; empty: any."""

    relation: Relation
    name: _Word
    value: float | None = None
    attributes: list[Attribute] = []
    decisions: list[DecisionKind] = []

    def fits(self, relation: Relation, attribute: Attribute, decision: DecisionKind) -> bool:
        """Whether it is for such a claim."""
        return (
            relation == self.relation
            and attribute in (self.attributes or [attribute])
            and decision in (self.decisions or [decision])
        )


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    language: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    url: _Word
    author: Author
    best: float | None = None
    worst: float | None = None
    ratings: Annotated[list[Rating], msgspec.Meta(min_length=1)]


@dataclass(frozen=True, slots=True)
class Scale:
    """`url` is the address of a review with `PLACES` in braces, `language` that of its ratings' names."""

    language: str
    url: str
    author: Author
    best: float | None
    worst: float | None
    ratings: tuple[Rating, ...]

    def rating(self, relation: Relation, attribute: Attribute, decision: DecisionKind) -> Rating | None:
        """The first that fits; None where the scale has nothing to say."""
        return next((one for one in self.ratings if one.fits(relation, attribute, decision)), None)

    def address(self, **ids: str) -> str:
        """Where the review of these ids stands."""
        address = self.url
        for place, value in ids.items():
            address = address.replace(f"{{{place}}}", value)
        return address


def read_scale(path: Path) -> Scale:
    """The scale in a file. Raises UsageError that names the file and the key at fault."""
    try:
        data = path.expanduser().read_bytes()
    except FileNotFoundError:
        raise UsageError("No such file of a scale", str(path), _HINT) from None
    except OSError as error:
        raise UsageError("File of the scale cannot be read", f"{path}: {error.strerror}") from error
    try:
        file = msgspec.toml.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError("File of the scale malformed", f"{path}: {error}", _HINT) from error
    if fault := _fault(file):
        raise UsageError("File of the scale malformed", f"{path}: {fault}", _HINT)
    return Scale(file.language, file.url, file.author, file.best, file.worst, tuple(file.ratings))


def _fault(file: _File) -> str | None:
    """What the file says that cannot be, beginning with the key; None where nothing is."""
    bare = file.url
    for place in PLACES:
        bare = bare.replace(f"{{{place}}}", "x")
    if web_address(bare) is None or "{" in bare:
        return f"url: an address of the web, with {', '.join(PLACES)} in braces"
    if not any(f"{{{place}}}" in file.url for place in PLACES):
        return "url: {discrepancy} or {claim} in braces, so that every review has its own address"
    if file.author.url and web_address(file.author.url) is None:
        return "author.url: an address of the web"
    values = [one.value for one in file.ratings if one.value is not None]
    if values and (file.best is None or file.worst is None):
        return "best, worst: the ends of the scale, since ratings have values"
    if file.best is not None and file.worst is not None:
        if not 1 <= file.worst < file.best:
            return "worst: at least 1, and less than best"
        if outside := [value for value in values if not file.worst <= value <= file.best]:
            return f"ratings.value: {outside[0]:g} is not between worst and best"
    return None


def scale_in_force(named: Path | None = None) -> Scale | None:
    """The scale of the file named, else of the one that the settings name; None without either.

    Raises UsageError as `read_scale`.
    """
    path = named or os.environ.get(VARIABLE)
    return read_scale(Path(path)) if path else None
