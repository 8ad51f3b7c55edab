"""ZIP archives: what stands in them, a member at a time. Nothing is ever written to disk."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from typing import BinaryIO

from workbench.errors import SourceError
from workbench.phrases import errors
from workbench.sources.documents import Document, Found, Limits, Unread, passed_over, too_large
from workbench.sources.member_names import is_hidden, legacy_name, tidy_name

OFFICE = re.compile(rb"PK\x03\x04.{26}(\[Content_Types\]|_rels/|docProps/|word/|customXml/|mimetype)", re.S)
"""How office documents and e-books begin: their first member says so."""
_ENCRYPTED, _UTF8 = 0x1, 0x800
_TIGHT, _TIGHT_FROM = 100, 10_000_000
"""Bytes that one packed byte may become, from which size on: no text packs as tightly."""
_END, _END_64, _ENTRY = b"PK\x05\x06", b"PK\x06\x07", b"PK\x01\x02"
_END_LENGTH, _COMMENT = 22, 1 << 16
_DIRECTORY = 64_000_000
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, LZMAError, struct.error)
"""What zipfile raises where an archive is damaged."""
UNPACK = "Unpack it, and import what is in it."


class ZipReader:
    """Reads the members whose names end as some reader's files do; images, styles and the like are left."""

    name = "zip"
    endings = (".zip",)
    media_types = ("application/zip", "application/x-zip-compressed")
    holds_many = True

    def recognises(self, head: bytes) -> bool:
        """An archive that is no office document."""
        return head.startswith((b"PK\x03\x04", _END)) and not OFFICE.match(head)

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The members, in the archive's order. Raises SourceError where it cannot be opened or holds none."""
        with document.open() as stream:
            check_directory(stream, document.name, limits)
            try:
                archive = zipfile.ZipFile(stream)
            except (NotImplementedError, *BROKEN) as error:
                raise broken(document.name, error) from error
            with archive:
                yield from _members(archive, document, limits)


READER = ZipReader()


def broken(name: str, error: Exception) -> SourceError:
    """The error of an archive, or of what stands in one, that is damaged."""
    return SourceError("Damaged archive", f"{name}: {error}", "Pack or download it again.")


def locked(name: str) -> SourceError:
    """The error of what only its password opens."""
    return SourceError("Locked with a password", name, "Save it without the password, and import that.")


def check_directory(stream: BinaryIO, name: str, limits: Limits) -> None:
    """Refuses a ZIP whose list of members alone would fill memory; the stream is at its beginning again.

    Raises SourceError. zipfile makes an object of every entry before it can be asked how many there are.
    """
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _END_LENGTH - _COMMENT))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_LENGTH:
        stream.seek(0)
        return
    (length,) = struct.unpack_from("<L", tail, at + 12)
    end = size - len(tail) + at
    if tail[max(0, at - 20) : at].startswith(_END_64) and at >= 76:
        (length,) = struct.unpack_from("<Q", tail, at - 76 + 40)
        end -= 76
    stream.seek(max(0, end - min(length, _DIRECTORY)))
    entries = stream.read(min(length, _DIRECTORY, end)).count(_ENTRY)
    stream.seek(0)
    if length > _DIRECTORY or entries > limits.members:
        raise SourceError(
            "Too many", errors.HOLDS_TOO_MANY(file=name, number=f"{limits.members:,}"), "Import it in parts."
        )


def _members(archive: zipfile.ZipFile, document: Document, limits: Limits) -> Iterator[Found]:
    from workbench.sources.registry import endings

    named = list(_named(archive))
    wanted = [(name, info) for name, info in named if name.lower().endswith(endings())]
    if not wanted:
        raise SourceError("No articles", f"{document.name} holds no file that is read", UNPACK)
    if sum(info.file_size for _, info in wanted) > limits.expanded:
        raise SourceError(
            "Too large",
            errors.UNPACKS_TO(file=document.name, number=str(limits.expanded // 1_000_000)),
            UNPACK,
        )
    if all(info.flag_bits & _ENCRYPTED for _, info in wanted):
        raise locked(document.name)
    for name, info in wanted:
        try:
            yield document.member(name, _content(archive, info, f"{document.name}/{name}", limits))
        except SourceError as error:
            yield Unread(f"{document.name}/{name}", error)
    others = (name for name, _ in named if not name.lower().endswith(endings()))
    yield from passed_over(document.name, others)


def _named(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    for info in archive.infolist():
        given = info.filename if info.flag_bits & _UTF8 else legacy_name(info.filename)
        name = tidy_name(given)
        if name and not info.is_dir() and not is_hidden(name):
            yield name, info


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limits: Limits) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise locked(name)
    if info.file_size > limits.document:
        raise too_large(name, limits.document)
    if info.file_size > max(_TIGHT_FROM, _TIGHT * info.compress_size):
        raise SourceError(
            "Packed too tightly", errors.PACKED_TOO_TIGHTLY(file=name), "Unpack it, and look at it."
        )
    try:
        with archive.open(info) as member:
            return member.read(limits.document)
    except NotImplementedError as error:
        raise SourceError("Cannot unpack", f"{name}: {error}", UNPACK) from error
    except (RuntimeError, *BROKEN) as error:
        raise broken(name, error) from error
