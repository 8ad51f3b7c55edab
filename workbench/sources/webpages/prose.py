"""Elements to lines of text: headings and paragraphs apart, lists and tables line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree

LineKind = Literal["paragraph", "heading", "item", "row"]

_HEADINGS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"item", "li", "dd"})
_ROWS = frozenset({"row", "tr"})
_CELLS = frozenset({"cell", "td", "th"})
_BREAKS = frozenset({"lb", "br"})
_KEPT = frozenset({"pre", "code", "textarea"})
"""Elements whose line ends are shown."""
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "list",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "quote",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "ul",
    ]
)
_BLOCKS |= _HEADINGS | _ITEMS
_BREAK = "\x00"
"""A break that is shown, unlike the line ends of the markup; no page has this character."""
_CELL_TEXT = 160
"""Characters from which a table's cell holds paragraphs, as on pages that are laid out in tables."""
_CELL_LINES = 2
"""Lines of a table's cell above which they are paragraphs."""
_LINKED = 0.6
"""Share of a line from which it is a link."""
_LEAVES = _HEADINGS | _ITEMS | {"p"}
_ENDED = re.compile(r"[.!?…:;,\"”»)]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text between two breaks, and the element that it is the text of."""

    kind: LineKind
    text: str
    home: int = 0
    """Which element it stands in: the same for paragraphs side by side and for loose text between them."""
    plain: bool = False
    """True for loose text, a heading, or a paragraph that no class or id sets apart."""
    linked: bool = False
    """True where most of it is a link."""


def lines_of(tree: Any) -> list[Line]:
    """The lines of an element in order; blanks and line ends in the markup are one blank, as when shown."""
    walk = _Walk()
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            walk.enter(element)
            walk.say(element.text)
        else:
            walk.leave(element)
            walk.say(element.tail if element is not tree else None)
    walk.flush()
    return walk.lines


def text_of(lines: Sequence[Line]) -> str:
    """The lines as text: a blank line between them, none between those of one list or table."""
    written: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is not None:
            together = before.kind == line.kind and line.kind in ("item", "row")
            written.append("\n" if together else "\n\n")
        # A row is marked like an item, or it would look like a headline.
        written.append(f"- {line.text}" if line.kind in ("item", "row") else line.text)
        before = line
    return "".join(written)


@dataclass(frozen=True, slots=True)
class _Block:
    number: int
    tag: str
    set_apart: bool
    """True where a class or id does so."""


class _Walk:
    """Goes through elements in their order and collects lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pieces: list[str] = []
        self._open: list[_Block] = [_Block(0, "", False)]
        """Blocks that are open, the innermost last."""
        self._blocks = 0
        self._named: list[str] = []
        """Headings and items that are open."""
        self._cells: list[str] | None = None
        """Cells of the row that is open."""
        self._kept = self._links = self._linked = 0

    def say(self, text: str | None) -> None:
        if text:
            self._pieces.append(text.replace("\n", _BREAK) if self._kept else text)
            self._linked += len(text) if self._links else 0

    def enter(self, element: Any) -> None:
        tag = element.tag
        self._kept += tag in _KEPT
        self._links += tag == "a"
        if tag in _BREAKS:
            self._pieces.append(_BREAK)
        elif tag in _ROWS:
            self.flush()
            self._cells = []
        elif tag in _CELLS:
            self._close_cell()
        elif tag in _BLOCKS:
            self._break()
        if tag in _BLOCKS:
            self._blocks += 1
            set_apart = bool(element.get("class") or element.get("id"))
            self._open.append(_Block(self._blocks, tag, set_apart))
        if tag in _HEADINGS or tag in _ITEMS:
            self._named.append(tag)

    def leave(self, element: Any) -> None:
        tag = element.tag
        self._kept -= tag in _KEPT
        self._links -= tag == "a"
        if tag in _CELLS:
            self._close_cell()
        elif tag in _ROWS:
            self._close_cell()
            self._end_row()
            self._cells = None
        elif tag in _BLOCKS:
            self._break()
        if tag in _BLOCKS:
            self._open.pop()
        if self._named and self._named[-1] == tag:
            self._named.pop()

    def flush(self) -> None:
        """What was said since the last break becomes lines."""
        raw, linked = "".join(self._pieces), self._linked
        self._pieces.clear()
        self._linked = 0
        parts = _parts(raw)
        if not parts:
            return
        tag = self._named[-1] if self._named else ""
        kind: LineKind = "heading" if tag in _HEADINGS else "item" if tag in _ITEMS else "paragraph"
        home, plain = self._place()
        mostly = linked > _LINKED * sum(map(len, parts))
        self.lines += [Line(kind, part, home, plain, mostly) for part in parts]

    def _place(self) -> tuple[int, bool]:
        """What the line in hand stands in, and whether nothing sets it apart there."""
        block = self._open[-1]
        if block.tag not in _LEAVES:
            return block.number, True
        return self._open[-2].number, block.tag in _HEADINGS or not block.set_apart

    def _break(self) -> None:
        if self._cells is None:
            self.flush()
        else:
            self._pieces.append(_BREAK)

    def _close_cell(self) -> None:
        """A short cell waits for its row; one of paragraphs is these, in their place."""
        if self._cells is None:
            return
        parts = _parts("".join(self._pieces))
        if len(parts) > _CELL_LINES or sum(map(len, parts)) > _CELL_TEXT:
            self._end_row()
            self.flush()
        elif parts:
            self._cells.append(" ".join(parts))
        self._pieces.clear()
        self._linked = 0

    def _end_row(self) -> None:
        if self._cells:
            self.lines.append(Line("row", " | ".join(self._cells)))
        self._cells = []


def _parts(raw: str) -> list[str]:
    """The lines of what was said; a sentence that goes on below a break is one line."""
    parts: list[str] = []
    for piece in raw.split(_BREAK):
        part = " ".join(piece.split())
        if part and parts and _runs_on(parts[-1], part):
            parts[-1] = f"{parts[-1]} {part}"
        elif part:
            parts.append(part)
    return parts


def _runs_on(above: str, below: str) -> bool:
    """True where a break stands in the middle of a sentence, as in text that was wrapped by hand."""
    return not _ENDED.search(above) and below[0].islower()
