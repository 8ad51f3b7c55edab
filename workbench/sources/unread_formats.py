"""Formats that hold no text, or that nothing here reads: what they are, and what to do with them."""

from __future__ import annotations

from workbench.errors import SourceError

_PICTURES = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
}
_RECORDINGS = {
    b"ID3": "a sound recording",
    b"OggS": "a recording",
    b"fLaC": "a sound recording",
    b"RIFF": "a recording or a picture",
    b"\x1aE\xdf\xa3": "a film",
}
_OFFICE = {
    b"\xd0\xcf\x11\xe0": "an old office document or an Outlook message",
    b"{\\rtf": "a rich text document",
}
_ARCHIVES = {
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"PK\x05\x06": "a ZIP archive",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
}
_OTHERS = {b"%PDF": "a PDF document", b"\x7fELF": "a program", b"SQLite format 3": "a database"}
_TAR, _TAR_AT = b"ustar", 257
_FILM, _FILM_AT = b"ftyp", 4
_MIMETYPE, _MIMETYPE_AT = b"mimetype", 30


def refuse_known(data: bytes, file: str) -> None:
    """Raises SourceError where the first bytes are those of a format that is no text, naming `file`."""
    if data.startswith(_MIMETYPE, _MIMETYPE_AT):
        raise _office(f"{file} is an OpenDocument file or an e-book")
    if data.startswith(_FILM, _FILM_AT):
        raise _recording(f"{file} is a film or a sound recording")
    if data.startswith(_TAR, _TAR_AT):
        raise _archive(f"{file} is a tar archive")
    for marks, error in (
        (_PICTURES, _picture),
        (_RECORDINGS, _recording),
        (_OFFICE, _office),
        (_ARCHIVES, _archive),
        (_OTHERS, _other),
    ):
        for mark, what in marks.items():
            if data.startswith(mark):
                raise error(f"{file} is {what}")


def _picture(detail: str) -> SourceError:
    return SourceError("Not a text file", detail, "Run OCR first, and import what it reads.")


def _recording(detail: str) -> SourceError:
    return SourceError("Not a text file", detail, "Import its transcript.")


def _office(detail: str) -> SourceError:
    return SourceError("Not a text file", detail, "Save it as .docx, .pdf, .eml or plain text first.")


def _archive(detail: str) -> SourceError:
    return SourceError("Not a text file", detail, "Unpack it, and import what is in it.")


def _other(detail: str) -> SourceError:
    return SourceError("Not a text file", detail, "Save the article as plain text first.")
