"""A file whose library is not installed is answered with the command that installs it."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest

from workbench.errors import SourceError
from workbench.sources.documents import LIMITS, Document
from workbench.sources.registry import read

_HELD = io.BytesIO()
with zipfile.ZipFile(_HELD, "w") as _archive:
    _archive.writestr("word/document.xml", "<x/>")
WORD = _HELD.getvalue()


@pytest.mark.parametrize(
    ("module", "name", "data", "detail", "extra"),
    [
        ("pypdfium2", "report.pdf", b"%PDF-1.7", "report.pdf needs pypdfium2", "pdf"),
        ("docx", "report.docx", WORD, "report.docx needs python-docx", "docx"),
        ("warcio.archiveiterator", "a.warc", b"WARC/1.0", "a.warc needs warcio", "warc"),
    ],
    ids=["pdf", "docx", "warc"],
)
def test_a_missing_library(
    monkeypatch: pytest.MonkeyPatch, module: str, name: str, data: bytes, detail: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(SourceError) as caught:
        list(read(Document(name, data), LIMITS))
    assert (caught.value.title, caught.value.detail) == ("A part is not installed", detail)
    assert caught.value.hint == f"pip install 'workbench[{extra}]'"
