"""Bytes of an unknown encoding to text that is safe to show."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import BinaryIO

from charset_normalizer import from_bytes

from workbench.errors import SourceError
from workbench.sources.unread_formats import refuse_known

_SAMPLE = 1 << 16
"""Bytes that the guess of an encoding looks at."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TURKISH = frozenset("çğıöşüâîûÇĞİÖŞÜÂÎÛ“”‘’„…–—•·°€«»©®™½¼\xa0é")
_BELIEVED = re.compile(
    r"cp(?:125[013-8]|866|874|932|949|950)|iso8859-(?:[2-9]|1\d)|koi8-[rtu]|mac-(?:cyrillic|turkish)"
    r"|gb\w+|big5\w*|euc[-_]\w+|shift[-_]jis\w*"
)
"""Encodings of the web, without those that pages name whatever they are in (UTF-8, Latin 1)."""
_C1 = re.compile(rb"[\x80-\x9f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_REFERENCE = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<number>[0-9]{1,4000}))")
_BROKEN_SHARE = 0.05
"""Share of undecodable characters from which a text is no longer worth reading."""


def decode(data: bytes, file: str, *, declared: str | None = None) -> tuple[str, str]:
    """The text of `data`, safe to show, and the name of its encoding as Python knows it.

    Line ends become ``\\n``, letters are composed (NFC), control, direction and zero-width
    characters are removed. ``declared`` is the encoding that it is said to be in, which is believed where the
    bytes do not tell otherwise. Raises SourceError naming `file` where there is no text in it.
    """
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise SourceError("Nothing to read", f"{file} is empty", "Give a file with an article's text.")
    refuse_known(data, file)
    raw, encoding = _decode(data, file, declared)
    text = clean(raw)
    if not text.strip():
        raise SourceError(
            "Nothing to read", f"{file} holds no visible text", "Give a file with an article's text."
        )
    if text.count("\ufffd") > _BROKEN_SHARE * len(text):
        raise SourceError("Cannot decode", f"{file} is in no encoding that fits", "Save the file as UTF-8.")
    return text, encoding


def encoding_of_stream(stream: BinaryIO, file: str) -> str:
    """The encoding of a text that is too long to hold at once; the stream is at its beginning again.

    It is told by the first part that is not all ASCII. Raises SourceError naming `file` where there is no
    text in it.
    """
    part = stream.read(_SAMPLE)
    refuse_known(part, file)
    if not part.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise SourceError("Nothing to read", f"{file} is empty", "Give a file with an article's text.")
    while part.isascii() and b"\x00" not in part and (more := stream.read(_SAMPLE)):
        part = more[more.find(b"\n") + 1 :] or more
    stream.seek(0)
    return _decode(part[: part.rfind(b"\n") + 1] or part, file)[1]


def clean(raw: str) -> str:
    """`raw` with plain line ends, composed letters and nothing that hides or drives a terminal."""
    return unicodedata.normalize("NFC", _UNSAFE.sub("", _LINE_END.sub("\n", raw)))


def sound_references(markup: str) -> str:
    """Markup without references to characters that there are not, or that drive a terminal."""
    return _REFERENCE.sub(_sound, markup)


def _sound(reference: re.Match[str]) -> str:
    code = int(reference["hex"], 16) if reference["hex"] else int(reference["number"])
    there_is = (
        code in (0x9, 0xA, 0xD)
        or 0x20 <= code < 0xD800
        or 0xE000 <= code < 0xFFFE
        or 0xFFFF < code < 0x110000
    )
    return reference[0] if there_is else "\ufffd"


def _decode(data: bytes, file: str, declared: str | None = None) -> tuple[str, str]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, errors="replace"), name
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace"), wide
    if b"\x00" in data:
        raise SourceError(
            "Not a text file", f"{file} holds binary data", "Save the article as plain text first."
        )
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return data.decode("utf-8", errors="replace"), "utf-8"
    return _as_declared(data, declared) or _decode_single_byte(data, file)


def _as_declared(data: bytes, declared: str | None) -> tuple[str, str] | None:
    """As it is said to be, unless that is no encoding, fails, or the bytes spell Turkish in another one."""
    try:
        encoding = codecs.lookup(declared or "").name
        text = data.decode(encoding) if _BELIEVED.fullmatch(encoding) else ""
    except (LookupError, UnicodeError, ValueError):
        return None
    if not text:
        return None
    turkish = data.decode("cp1254", errors="replace")
    spelled = {char for char in turkish if char > "\x7f"}
    if len(text) == len(data) and spelled <= _TURKISH:
        return None
    return text, encoding.replace("-", "_")


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every second byte of Latin letters is nearly always zero."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """True for UTF-8 with a few damaged characters, which no other encoding would spell as well."""
    sound = sum(len(pair) for pair in _UTF8_PAIR.findall(data))
    return sound > 0.9 * len(_HIGH.findall(data))


def _decode_single_byte(data: bytes, file: str) -> tuple[str, str]:
    # Windows-1254 is ISO-8859-9 with letters in place of the control codes 0x80-0x9f, so those
    # bytes tell the two apart; short Turkish text misleads statistics, so its letters go first.
    turkish = "cp1254" if _C1.search(data) else "iso8859_9"
    try:
        text = data.decode(turkish)
    except UnicodeDecodeError:
        text = ""
    if text and {char for char in text if char > "\x7f"} <= _TURKISH:
        return text, turkish
    # A sample may end inside nothing here: every candidate that is left takes one byte a letter.
    best = from_bytes(data[:_SAMPLE]).best()
    name = best.encoding if best else None
    if name in ("cp1254", "cp1252", "iso8859_9", "latin_1") and text:
        return text, turkish
    if name is None or name.startswith(("utf", "ascii")):
        raise SourceError("Cannot decode", f"{file} is in no encoding that fits", "Save the file as UTF-8.")
    return data.decode(name, errors="replace"), name
