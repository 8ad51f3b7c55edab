"""A page's bytes to a tree of its elements, in the right encoding and within limits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

from workbench.errors import SourceError
from workbench.sources.decoding import decode, sound_references

_MOST = 10_000_000
"""Bytes of a page without the pictures written into it: its elements take 20 times as much memory."""
_SNIFFED = 4096
_INLINED = re.compile(rb"data:[\w.+-]{1,40}/[\w.+-]{1,60}(?:;[\w=.-]{1,40}){0,4},[\w+/=%.-]{200,}")
_CHARSET = re.compile(rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_WHOLE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=(?:\(\d+\))?|page saved with singlefile\s+url:)\s*(https?://\S{1,2000})",
    re.IGNORECASE,
)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARED = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_EXCESS = "ERR_RESOURCE_LIMIT"
_UNSEEN = ("script", "style", "noscript", "template", "rt", "rp", "del", "s", "strike", "svg", "iframe")
"""Nothing of these is read in the article: what is struck out, it says no more."""
_SIZE = 4_000_000
_ELEMENTS = 25_000
_DEEPEST = 200
_DEPTHS = 1_000_000
"""How deep all elements stand, added up."""
_DROPPED = ("time", "output", "label")
"""What trafilatura drops with its words, also in the middle of a sentence."""
_SENTENCES = frozenset(
    [
        "p",
        "li",
        "dd",
        "td",
        "span",
        "em",
        "strong",
        "b",
        "i",
        "a",
        "blockquote",
        "h2",
        "h3",
        "h4",
        "font",
        "u",
    ]
)
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Markup:
    """A page as a tree; `schemas` are its JSON-LD scripts, which the tree no longer has.

    ``whole`` is False for a piece of a page, such as an entry of a feed; ``saved_from`` is the address that
    the browser noted when it saved the page; ``cut_short`` is True where its end could not be parsed.
    """

    tree: Any
    encoding: str
    whole: bool
    saved_from: str | None
    schemas: tuple[str, ...]
    scripts: int
    cut_short: bool
    size: int
    """Characters of the page, elements and all."""


def parse(data: bytes, name: str, charset: str | None) -> Markup:
    """The elements of a page; `charset` is what its sender declared.

    Raises SourceError where there are none, or too many.
    """
    lean = _INLINED.sub(b"data:,", data)
    if len(lean) > _MOST:
        detail = f"{name} is a page of over {_MOST // 1_000_000} MB without its pictures"
        raise SourceError("Too large", detail, "Save the article alone, as text.")
    text, encoding = decode(lean, name, declared=_declared(lean, charset))
    text = sound_references(_NOT_XML.sub("", text))
    whole, saved = bool(_WHOLE.search(text[:_SNIFFED])), _SAVED.search(text[:_SNIFFED])
    text = _DECLARED.sub("", text, count=1)
    if not whole:
        text = f"<html><body><div>{text}</div></body></html>"
    parser = html.HTMLParser(huge_tree=True, collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise SourceError("Nothing to read", f"{name} holds no elements", "Save the page again.") from error
    schemas = tuple(
        script.text for script in tree.iterfind('.//script[@type="application/ld+json"]') if script.text
    )
    scripts = sum(1 for _ in tree.iter("script"))
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    cut_short = any(entry.type_name == _EXCESS for entry in parser.error_log)
    return Markup(tree, encoding, whole, saved[1] if saved else None, schemas, scripts, cut_short, len(text))


def is_hard(markup: Markup) -> bool:
    """True for a page in which looking for an article takes long, or much memory.

    It takes the square of the elements, and copies of the page.
    """
    depth = elements = depths = deepest = 0
    for event, _ in etree.iterwalk(markup.tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        depths += depth
        deepest = max(deepest, depth)
    return markup.size > _SIZE or elements > _ELEMENTS or depths > _DEPTHS or deepest > _DEEPEST


def drop_next_articles(tree: Any, title: str | None) -> None:
    """Removes the articles that a page appends below its own as it is scrolled down.

    They stand beside it in elements of the same kind, with headlines of the same kind.
    """
    heads = list(tree.iter("h1"))
    own = next(
        (head for head in heads if title and " ".join("".join(head.itertext()).split()) == title), None
    )
    if own is None:
        return
    above = _way_up(own)
    for head in heads[heads.index(own) + 1 :]:
        below: Any = None
        for element in _way_up(head):
            if element in above:
                if below is not None and below is not head and _look_alike(above[element], below):
                    element.remove(below)
                break
            below = element


def _look_alike(one: Any, other: Any) -> bool:
    return one is not None and (one.tag, one.get("class")) == (other.tag, other.get("class"))


def _way_up(element: Any) -> dict[Any, Any]:
    """An element and all that it stands in, each with the one below it on the way."""
    way = {element: None}
    for outer in element.iterancestors():
        way[outer] = element
        element = outer
    return way


def keep_words(tree: Any) -> None:
    """Makes plain the elements that extraction would leave out of the sentence they stand in.

    Quotation marks that a browser would show are written.
    """
    told: dict[Any, bool] = {}
    for element in list(tree.iter(*_DROPPED)):
        parent = element.getparent()
        if parent is None or parent.tag not in _SENTENCES:
            continue
        if parent not in told:
            beside = [parent.text or "", *(child.tail or "" for child in parent)]
            told[parent] = bool(_WORD.search(" ".join(beside)))
        if told[parent]:
            element.tag = "span"
    for element in list(tree.iter("q")):
        element.tag, element.text, element.tail = "span", f"“{element.text or ''}", element.tail or ""
        if len(element):
            element[-1].tail = f"{element[-1].tail or ''}”"
        else:
            element.text += "”"


def _declared(data: bytes, charset: str | None) -> str | None:
    """The encoding that the sender names, else the page itself."""
    found = _CHARSET.search(data[:_SNIFFED]) or _XML.match(data[:_SNIFFED])
    return charset or (found[1].decode("ascii") if found else None)
