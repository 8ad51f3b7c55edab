"""XML of other people as text that is safe to parse."""

from __future__ import annotations

import re

from workbench.errors import SourceError
from workbench.phrases import errors as words
from workbench.sources.decoding import decode, sound_references

_ENCODING = re.compile(rb"""\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,300}\?>")
_BETWEEN = re.compile(rb"(?:\s|<\?[^>]*>|<!--.*?-->)*", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(rb"<(?:!doctype\s+)?([A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)", re.IGNORECASE)
_TAGS = re.compile(r"<!\[CDATA\[(?:.*?\]\]>|.*)|<!--(?:.*?-->|.*)|<(?P<end>/)?[^\W\d][^<>]*>", re.DOTALL)
_DEEPEST = 10_000
"""How far elements may stand in each other: feeds that lack end tags come nowhere near."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def xml_text(data: bytes, name: str, charset: str | None) -> str:
    """The document without its declaration; `charset` is what its sender declared.

    Raises SourceError where it defines entities, which may grow without end or name files, is nested without
    end, or is no text.
    """
    declared = _ENCODING.match(data)
    text, _ = decode(data, name, declared=charset or (declared[1].decode("ascii") if declared else None))
    text = sound_references(_DECLARATION.sub("", text, count=1))
    doctype = text.find("<!DOCTYPE")
    if doctype >= 0 and text.find("<!ENTITY", doctype) >= 0:
        detail = words.DEFINES_ENTITIES(file=name)
        raise SourceError("Refused", detail, "No feed needs them: do not trust it.")
    if _deepest(text) > _DEEPEST:
        raise SourceError("Refused", words.TOO_DEEP(file=name), "No feed is made so: do not trust it.")
    return text


def _deepest(text: str) -> int:
    depth = deepest = 0
    for tag in _TAGS.finditer(text):
        if tag["end"]:
            depth -= 1
        elif text[tag.end() - 2] not in "/]-":
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def root_name(head: bytes) -> str:
    """The name of the outermost element, or of the document type that is to have it; empty without one.

    It is without its prefix and in small letters.
    """
    plain = head[2:].replace(b"\x00", b"") if head[:2] in _WIDE else head.removeprefix(b"\xef\xbb\xbf")
    before = _BETWEEN.match(plain)
    found = _NAME.match(plain, before.end() if before else 0)
    return found[2].decode("ascii").lower() if found else ""
