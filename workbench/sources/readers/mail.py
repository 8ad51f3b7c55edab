"""Mails (EML): their text, and what is attached to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email._policybase import Compat32
from email.message import Message

from workbench.errors import SourceError
from workbench.phrases import errors, notes
from workbench.sources.documents import Article, Document, Found, Known, Limits, only_article
from workbench.sources.mails import content, header, is_attached, parts, passed_on, plain, subject, who
from workbench.sources.member_names import tidy_name
from workbench.sources.stamps import sign_of

_HEADER = re.compile(rb"[!-9;-~]+:")
_TELLING = (
    b"\nreceived:",
    b"\nmessage-id:",
    b"\nmime-version:",
    b"\nreturn-path:",
    b"\ndate:",
    b"\nsubject:",
)
_LINES, _BOUNDARIES = 1_500_000, 20_000
"""The parser makes an object of each line and of each part."""
_LONGEST_HEADER = 10_000
_POOR = 1_000
"""Characters of plain text below which it may be no more than a pointer to the page beside it."""
_POORER = 3


class MailReader:
    """Reads one mail: its text as an article, and those attachments that some reader claims."""

    name = "mail"
    endings = (".eml",)
    media_types = ("message/rfc822",)
    holds_many = True

    def recognises(self, head: bytes) -> bool:
        """Header lines from the first on, of which several are such as mails have."""
        if not _HEADER.match(head):
            return False
        headers = b"\n" + head.replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower()
        return b"\nfrom:" in headers and sum(mark in headers for mark in _TELLING) > 2

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The mail and its attachments. Raises SourceError where it holds neither text nor a file to read."""
        data = document.data(limits)
        mail = _parsed(data, document.name)
        attached = list(_attachments(mail, document))
        text = _text(mail, document, limits)
        if text.strip():
            yield _article(text, mail, data, document)
        elif not attached:
            raise SourceError("No text", f"{document.name} has no text", "Save what it shows as a page.")
        yield from attached


READER = MailReader()


class _Bounded(Compat32):
    """Cuts headers: their parameters are taken apart in a time that grows with the square of their length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """A header's name and its value, cut."""
        name, value = super().header_source_parse(sourcelines)
        return name, str(value)[:_LONGEST_HEADER]


_BOUNDED = _Bounded()


def _parsed(data: bytes, name: str) -> Message:
    if data.count(b"\n") > _LINES or data.count(b"\n--") > _BOUNDARIES:
        raise SourceError("Too intricate", errors.TOO_MANY_PARTS(file=name), "Save its text alone.")
    try:
        return message_from_bytes(data, policy=_BOUNDED)
    except (RecursionError, ValueError, LookupError) as error:
        raise SourceError("Not a mail", f"{name}: {type(error).__name__}", "Save the mail again.") from error


def _text(mail: Message, document: Document, limits: Limits) -> str:
    """The plain text, or the page's where there is none or where the plain text says hardly anything."""
    inline = [part for part in parts(mail) if not is_attached(part)]
    texts = [plain(part, document.name) for part in inline if part.get_content_type() == "text/plain"]
    told = "\n\n".join(text.strip("\n") for text in texts if text.strip())
    page = next((part for part in inline if part.get_content_type() == "text/html"), None)
    if page is None or len(told) > _POOR:
        return told
    shown = _page(page, document, limits)
    return shown if len(shown) > _POORER * len(told) else told


def _page(part: Message, document: Document, limits: Limits) -> str:
    from workbench.sources.registry import reader_named

    media_type = f"text/html; charset={part.get_content_charset() or ''}".removesuffix("; charset=")
    page = Document(document.name, content(part), media_type)
    try:
        return only_article(reader_named("html").read(page, limits), document.name).text
    except SourceError:
        return ""


def _article(text: str, mail: Message, data: bytes, document: Document) -> Article:
    """The mail as an article; one that was passed on has its first sender, subject and day."""
    first = passed_on(text)
    author, publisher = who(mail, first.sender if first else header(mail, "From"))
    day = sign_of("sent", first.date if first else header(mail, "Date"))
    known = Known(
        title=subject(first.subject if first else header(mail, "Subject")) or None,
        publisher=publisher,
        author=author,
        signs=(day,) if day else (),
    )
    told = (notes.PASSED_ON(text=header(mail, "From") or "?"),) if first else ()
    whole = first.text if first and first.text.strip() else text
    return Article(
        document.name,
        whole,
        data,
        READER.name,
        known=known.over(document.known),
        notes=told,
        retrieval=document.retrieval,
    )


def _attachments(mail: Message, document: Document) -> Iterator[Document]:
    """What is attached and some reader claims; pictures and the like are left."""
    from workbench.sources.registry import endings, readers

    types = {media_type for reader in readers() for media_type in reader.media_types} - {
        "text/plain",
        "text/html",
    }
    day = sign_of("sent", header(mail, "Date"))
    known = Known(signs=(day,) if day else ())
    for number, part in enumerate(parts(mail), 1):
        if part is mail:
            continue
        kind = part.get_content_type()
        if kind == "message/rfc822":
            data, name = _attached_mail(part), f"{number}.eml"
        elif is_attached(part):
            data, name = content(part), tidy_name(part.get_filename() or "") or str(number)
        else:
            continue
        if data and (name.lower().endswith(endings()) or kind in types):
            yield replace(document.member(name, data, media_type=kind, known=known), retrieval=None)


def _attached_mail(part: Message) -> bytes:
    held = part.get_payload()
    try:
        return held[0].as_bytes() if isinstance(held, list) and isinstance(held[0], Message) else b""
    except (UnicodeError, ValueError, LookupError, IndexError, RecursionError):
        return b""
