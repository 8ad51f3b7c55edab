"""What mails hold: decoded headers, their text, who wrote them, and the head of one that was passed on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from functools import cache
from importlib.resources import files
from itertools import pairwise

from workbench.errors import SourceError
from workbench.folding import fold
from workbench.sources.decoding import decode

_LONGEST = 2_000
"""Bytes of a header that are looked at."""
_DEEP, _PARTS = 30, 2_000
_SUPERSETS = {"iso-8859-9": "cp1254", "latin5": "cp1254", "iso-8859-1": "cp1252", "us-ascii": "utf-8"}
"""Charsets that senders name for the larger ones of Windows."""
_HEAD_LINE = re.compile(r"[>\s*_]*(?P<word>[^\W\d_][\w -]{1,20}?)\s*[*_]*:[*_]*\s+(?P<value>.*\S)")
_INTRO = 400
"""Characters that whoever passed a mail on has written above it, at most."""
_MARKER = re.compile(r"^[>\s]*[-_=]{3,}.*$")
_QUOTING = re.compile(r"^(?:> ?)+", re.MULTILINE)
_SIGNATURE = "\n-- \n"
_WRAPPED = range(50, 101)
"""Widths to which mail programs wrap lines."""
_ITEM = re.compile(r"[-–—•*]\s|\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class PassedOn:
    """What the head of a mail that was passed on says of it, and its text."""

    sender: str
    date: str
    subject: str
    text: str


def header(mail: Message, name: str) -> str:
    """A header's text on one line, decoded; empty where there is none."""
    given = mail.get(name)
    if given is None:
        return ""
    raw = str(given)[:_LONGEST]
    try:
        told = str(make_header(decode_header(raw)))
    except (MessageError, ValueError, LookupError, AssertionError, TypeError):
        told = raw
    return " ".join(told.encode("utf-8", "replace").decode().split())


def parts(mail: Message, deep: int = 0) -> Iterator[Message]:
    """The parts that hold something, in order; attached mails whole."""
    if mail.get_content_maintype() != "multipart" or deep > _DEEP:
        yield mail
        return
    held = mail.get_payload()
    for part in held[:_PARTS] if isinstance(held, list) else []:
        if isinstance(part, Message):
            yield from parts(part, deep + 1)


def is_attached(part: Message) -> bool:
    """True for a file that comes with a mail."""
    return bool(part.get_filename()) or part.get_content_disposition() == "attachment"


def content(part: Message) -> bytes:
    """The bytes of a part, whatever its transfer was coded in."""
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


def plain(part: Message, name: str) -> str:
    """The text of a plain part: paragraphs on one line each, without marks of quoting and the signature."""
    text = _decoded(part, name).replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = _unflowed(text, together=str(part.get_param("delsp", "")).lower() == "yes")
    text = text.partition(_SIGNATURE)[0]
    return _unwrapped(_QUOTING.sub("", text))


def who(mail: Message, sender: str) -> tuple[str | None, str | None]:
    """Author and publisher: whoever writes to a list, or from the address of a desk, is a publisher."""
    try:
        name, address = parseaddr(sender[:_LONGEST])
    except RecursionError:
        return None, None
    told = " ".join(name.split()).strip("'\"*_ ") or address
    if not told:
        return None, None
    local = fold(address.partition("@")[0])
    desk = any(part in _words()["desks"] for part in (local, *re.split(r"[._+\d-]+", local)))
    listed = any(mail.get(one) for one in ("List-Id", "List-Unsubscribe"))
    return (None, told) if listed or desk else (told, None)


def subject(given: str) -> str:
    """The subject without what programs set before it when a mail is answered or passed on."""
    while True:
        word, colon, rest = given.partition(":")
        if not colon or fold(word.strip()) not in _words()["prefixes"]:
            return given.strip()
        given = rest


def passed_on(text: str) -> PassedOn | None:
    """What was passed on, where the text begins with a mail's head and no more than a few words above it."""
    lines = text.split("\n")
    at = above = 0
    while at < len(lines) and above <= _INTRO:
        head = _head(lines[at:])
        if len(head) > 2 and head.keys() >= {"from"} and head.keys() & {"date", "subject"}:
            rest = lines[at:]
            skipped = next((n for n, line in enumerate(rest) if not line.strip() or not _told(line)), 0)
            body = "\n".join(rest[skipped:]).strip("\n")
            return PassedOn(head["from"], head.get("date", ""), head.get("subject", ""), body)
        above += 0 if _MARKER.match(lines[at]) else len(lines[at])
        at += 1
    return None


def _head(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        told = _told(line)
        if told is None:
            break
        found.setdefault(*told)
    return found


def _told(line: str) -> tuple[str, str] | None:
    """What a line of a head says, and of what."""
    match = _HEAD_LINE.match(line[:_LONGEST])
    kind = _head_words().get(fold(match["word"].strip())) if match else None
    return (kind, match["value"]) if match and kind else None


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("workbench.sources").joinpath("mail_words.toml").read_text(encoding="utf-8"))


@cache
def _words() -> dict[str, frozenset[str]]:
    return {kind: frozenset(map(fold, words)) for kind, words in _data()["names"].items()}


@cache
def _head_words() -> dict[str, str]:
    return {fold(word): kind for kind, words in _data()["head"].items() for word in words}


def _decoded(part: Message, name: str) -> str:
    data = content(part)
    charset = str(part.get_content_charset() or "").lower()
    try:
        return data.decode(_SUPERSETS.get(charset, charset) or "utf-8")
    except (LookupError, UnicodeDecodeError, ValueError):
        try:
            return decode(data, name)[0]
        except SourceError:
            return ""


def _unflowed(text: str, *, together: bool) -> str:
    """RFC 3676: a line that ends in a blank goes on in the next."""
    found: list[str] = []
    for line in text.split("\n"):
        line = line.removeprefix(" ") if line.startswith((" >", " From", "  ")) else line
        if found and found[-1].endswith(" ") and found[-1] != "-- ":
            found[-1] = (found[-1][:-1] if together else found[-1]) + line
        else:
            found.append(line)
    return "\n".join(found)


def _unwrapped(text: str) -> str:
    """Paragraphs that were wrapped to a width, on one line each; lines that were meant so stay."""
    return "\n\n".join(_joined(block) for block in re.split(r"\n[ \t]*\n", text))


def _joined(block: str) -> str:
    lines = [line.rstrip() for line in block.split("\n")]
    width = max(map(len, lines))
    if width not in _WRAPPED:
        return block
    found = [lines[0]]
    for line, after in pairwise(lines):
        word = after.lstrip().partition(" ")[0]
        wrapped = len(line) + 1 + len(word) > width and word and not _ITEM.match(after.lstrip())
        if wrapped:
            found[-1] = f"{found[-1]} {after.lstrip()}"
        else:
            found.append(after)
    return "\n".join(found)
