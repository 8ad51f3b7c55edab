"""What an article is known again by when it comes in another version."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache

from workbench.folding import fold
from workbench.languages.loader import LANGUAGES, load
from workbench.models import Imprint, Source
from workbench.sources.addresses import archived_at, canonical_address
from workbench.sources.dateforms import phrases, printed_dates

_ITS_OWN = frozenset({"title", "heading", "date_heading", "paragraph"})
"""Kinds of blocks that the article itself says; the others are the page's."""
_SENTENCE = 3
"""Words from which on a label begins a sentence of its own: "Corrections officers" is none."""
_LABEL = 200
"""Code points of a line in which the longest label ends."""
_CLOCK = re.compile(r"\W*(?:[a-z]+\W+)?([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)")


def imprint(source: Source, *, place: str = "", retrieved: str = "") -> Imprint:
    """The imprint of a source that was read from `place` (see `place_of`; "" for none).

    `retrieved` is the ISO 8601 timestamp at which it was had from the network, where it was. A page that an
    archive keeps counts as retrieved when the archive took it.
    """
    title, publisher = (fold(" ".join((one or "").split())) for one in (source.title, source.publisher))
    said, marks = list(_said(source)), list(_marks(source))
    return Imprint(
        source=source.id,
        address=canonical_address(source.url) or "",
        place=place,
        name=_digest(f"{title}\n{publisher}") if title and publisher else "",
        title=_digest(title) if title else "",
        text=_digest("\n".join(" ".join(one.split()) for one in said)),
        time=_utc(archived_at(source.url) or retrieved) or _last_changed(marks) or _published(source),
        mark="\n".join(dict.fromkeys(line for line, _ in marks)),
    )


def place_of(path: str) -> str:
    """What stands for a path in an imprint: a database that is passed on tells nobody's folders."""
    return _digest(path)


def _said(source: Source) -> Iterator[str]:
    for block in source.blocks:
        if block.kind in _ITS_OWN:
            yield source.text[block.start : block.end]


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=12).hexdigest()


def _utc(at: str) -> str:
    return datetime.fromisoformat(at).astimezone(UTC).isoformat(timespec="seconds") if at else ""


def _published(source: Source) -> str:
    return source.published.best.isoformat() if source.published else ""


def _last_changed(marks: Sequence[tuple[str, str]]) -> str:
    """The last day that stands behind words for a change, with its time where one follows."""
    found = []
    for _, rest in marks:
        for printed in printed_dates(rest):
            clock = _CLOCK.match(fold(rest), printed.end)
            time = f"T{int(clock[1]):02}:{clock[2]}" if clock else ""
            found.append(f"{printed.day.isoformat()}{time}")
    return max(found, default="")


def _marks(source: Source) -> Iterator[tuple[str, str]]:
    """The lines in which an article says that it was changed, each with what follows those words."""
    pattern, beginning = _words_for_a_change()
    for block in source.blocks:
        anywhere = block.kind == "dateline"
        for line in source.text[block.start : block.end].split("\n"):
            # Most lines are long and begin with none of these words: only their beginnings are folded.
            if not (anywhere or beginning.match(fold(line[:_LABEL]))):
                continue
            found = (pattern.search if anywhere else pattern.match)(fold(line))
            if found:
                yield line[found.start() :].strip(), line[found.end() :]


@cache
def _words_for_a_change() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A label before a colon, at a line's end or before a day, or what begins a sentence that says it.

    Then those words alone.
    """
    pages = [load(code).page for code in LANGUAGES]
    notes = [label for page in pages for label in page.correction_labels]
    labels = phrases([*notes, *(label for page in pages for label in page.updated_labels)])
    sentences = phrases(note for note in notes if len(note.split()) >= _SENTENCE)
    whole = re.compile(rf"(?<!\w)(?:(?:{labels})(?=\s*:|\W*$|\s*\d)|(?:{sentences})(?!\w))")
    return whole, re.compile(rf"{labels}|{sentences}")
