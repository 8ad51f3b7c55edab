"""Mailboxes (mbox): mails one after the other, streamed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.errors import SourceError
from workbench.sources.documents import Document, Found, Limits, Unread, too_large

_BREAK = re.compile(rb"From \S+\s.*\d{4}")
_HEADER = re.compile(rb"[!-9;-~]+:")
_BLANK = (b"\n", b"\r\n")
_QUOTED_BREAK = re.compile(rb"^>(>*From )", re.MULTILINE)


class MailboxReader:
    """Reads the mails of a mailbox, which may be of any length."""

    name = "mbox"
    endings = (".mbox", ".mbx")
    media_types = ("application/mbox",)
    holds_many = True

    def recognises(self, head: bytes) -> bool:
        """The line that begins each mail, and a header below it."""
        first, _, rest = head.partition(b"\n")
        return bool(_BREAK.match(first)) and bool(_HEADER.match(rest.lstrip(b">")))

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The mails, called by their number. Raises SourceError where there is none."""
        number = 0
        for number, data in enumerate(_mails(document, limits), 1):
            if data is None:
                name = f"{document.name}/{number}"
                yield Unread(name, too_large(name, limits.document))
            else:
                yield document.member(str(number), data, media_type="message/rfc822")
        if not number:
            raise SourceError("Not a mailbox", document.name, "Export it as mbox, or its mails as EML.")


READER = MailboxReader()


def _mails(document: Document, limits: Limits) -> Iterator[bytes | None]:
    """The mails; None for one over the limit."""
    lines: list[bytes] = []
    size, begun, blank = 0, False, True
    with document.open() as stream:
        while line := stream.readline(limits.document):
            if blank and _BREAK.match(line):
                if begun:
                    yield _whole(lines, size, limits)
                lines, size, begun = [], 0, True
            elif begun:
                size += len(line)
                if size <= limits.document:
                    lines.append(line)
                else:
                    lines.clear()
            blank = line in _BLANK
    if begun:
        yield _whole(lines, size, limits)


def _whole(lines: list[bytes], size: int, limits: Limits) -> bytes | None:
    """A mail, its quoted "From " lines as they were written."""
    return None if size > limits.document else _QUOTED_BREAK.sub(rb"\1", b"".join(lines))
