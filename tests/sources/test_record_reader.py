"""Articles kept as records are read again as they were."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.errors import SourceError
from workbench.sources.documents import LIMITS, Document, Known, only_article
from workbench.sources.making import read_again, source_from_article
from workbench.sources.readers.record import KEYS, READER, article_of, record

TEXT = "Limanda çıkan yangında 12 kişi yaralandı.\n\nVali, 3 ekibin sürdürdüğü çalışmayı anlattı."
FIELDS = {
    "title": "Limanda yangın",
    "text": TEXT,
    "url": "https://haber.example/1",
    "published": "16.05.2025 09:30",
    "publisher": "Haber Örnek",
    "author": "Sedef Arıkan",
}


def test_every_field_is_known() -> None:
    article = article_of("table.csv/1", FIELDS, LIMITS)
    assert article.text == TEXT
    assert (article.format, article.known.title, article.known.url) == (
        "record",
        FIELDS["title"],
        FIELDS["url"],
    )
    assert (article.known.publisher, article.known.author) == (FIELDS["publisher"], FIELDS["author"])
    (sign,) = article.known.signs
    assert (sign.kind, sign.start, sign.evidence) == ("metadata", date(2025, 5, 16), "16.05.2025 09:30")


def test_a_record_is_read_again_as_it_was() -> None:
    known = Known(language="tr", publisher="Another")
    source = source_from_article(article_of("table.csv/1", FIELDS, LIMITS, known=known))
    assert source.title == FIELDS["title"]
    assert source.published is not None and source.published.best == date(2025, 5, 16)
    assert read_again(source) == source


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param({}, ("metadata", date(2025, 6, 5)), id="as Turkish writes it"),
        pytest.param({"date_order": "mdy"}, ("metadata", date(2025, 5, 6)), id="as the table writes it"),
        pytest.param(
            {"text": "The fire at the port injured 12 people, the governor said."},
            ("metadata", date(2025, 5, 6)),
            id="as English writes it",
        ),
        pytest.param({"published_by": "feed"}, ("feed", date(2025, 6, 5)), id="a feed's"),
    ],
)
def test_when_it_was_published(more: dict[str, str], expected: tuple[str, date]) -> None:
    (sign,) = article_of("a", {**FIELDS, "published": "05/06/2025", **more}, LIMITS).known.signs
    assert (sign.kind, sign.start) == expected


@pytest.mark.parametrize(
    ("data", "title"),
    [
        pytest.param(b"", "Not a record", id="nothing"),
        pytest.param(b"[1]", "Not a record", id="a list"),
        pytest.param(b"[" * 100_000, "Not a record", id="nested too deep"),
        pytest.param(b'{"text": "\xff"}', "Not a record", id="not UTF-8"),
        pytest.param(b'{"title": "only"}', "No text", id="without text"),
        pytest.param(b'{"text": ["a", "list"]}', "No text", id="a text that is none"),
    ],
)
def test_what_is_no_record(data: bytes, title: str) -> None:
    with pytest.raises(SourceError, match=title):
        only_article(READER.read(Document("a", data), LIMITS), "a")


ANYTHING = st.text(st.characters(exclude_categories=()))


@given(st.dictionaries(st.sampled_from(KEYS), ANYTHING), ANYTHING.filter(str.strip))
@example({"published": "05/06/2025"}, "Ø")  # a day to be read in a language that nothing reads
def test_any_text_goes_in_and_out(fields: dict[str, str], text: str) -> None:
    article = article_of("a", {**fields, "text": text}, LIMITS)
    whole = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    assert article.text == whole
    again = only_article(READER.read(Document("a", article.original), LIMITS), "a")
    assert again.known == article.known
    assert record({**fields, "text": text}) == article.original
