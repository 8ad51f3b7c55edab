"""Reading as a filter: everything is given, one row a text, and offsets hold in the text as it was given."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.claims import read_claims
from workbench.sources import source_from_text
from workbench.sources.alignment import align
from workbench.sources.decoding import clean
from workbench.transcripts import read_lines, read_text

PROMISED = ["id", "language", "sentences", "quantities", "dates", "ordinals", "names", "claims"]
ARTICLES = {
    "tr": (
        "Depo yangınında 3 işçi öldü\n\n12.03.2025 - 14:20\n\nDerebaşı'nda dün gece çıkan yangında "
        "12'si ağır toplam 40 kişi yaralandı. Vali Sedef Arıkan, “3. ekip de yola çıktı” dedi.\n\n"
        "28 ŞUBATÖnceki kazada 2 bin 300'den fazla kişi tahliye edilmişti.\n\nPaylaş Tweetle"
    ),
    "en": (
        "Harbour fire kills three\n\nMarch 12, 2025\n\nAt least 40 people were hurt in Saltmarsh on Tuesday, "
        "Governor Jane Holt said. “The 3rd crew is on its way,” she added.\n\nEach side freed 390 captives."
    ),
}
MARKS = (
    *("\u0301", "\u0307", "\u200b", "\u202e", "\x85", "\u00ad", "\ufeff"),
    *("“", "’", "İ", "i\u0307", "👩\u200d🚒"),
)
INSERTED = st.one_of(st.sampled_from([*MARKS, "\r\n", "\r"]), st.text(max_size=4))


def stretches(value: Any) -> Iterator[tuple[str, int, int]]:
    """The words of everything in a row that stands somewhere in the text, with its place."""
    if isinstance(value, list):
        for one in value:
            yield from stretches(one)
    elif isinstance(value, dict):
        words = value.get("expr", value.get("text"))
        start, end = value.get("expr_start", value.get("start")), value.get("expr_end", value.get("end"))
        if words is not None:
            yield words, start, end
        yield from stretches(list(value.values()))


def numbers(text: str, code: str | None = None) -> list[float]:
    return [one["value"] for one in read_text(text, code=code)["quantities"]]


@pytest.mark.parametrize("code", ARTICLES)
def test_a_row_has_what_is_promised_in_its_order(code: str) -> None:
    row = read_text(ARTICLES[code])
    assert list(row)[: len(PROMISED)] == PROMISED
    assert row["language"] == code and row["published"] == "2025-03-12"
    assert all(row[key] for key in PROMISED)
    assert {claim["source"]["published"] for claim in row["claims"]} == {"2025-03-12"}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(ARTICLES)), st.lists(st.tuples(st.integers(0, 400), INSERTED), max_size=8))
def test_text_is_slice_whatever_is_inserted(code: str, inserted: list[tuple[int, str]]) -> None:
    text = ARTICLES[code]
    for at, piece in inserted:
        text = text[:at] + piece + text[at:]
    row = read_text(text, code=code)
    found = list(stretches(row))
    assert found
    assert [(words, text[start:end]) for words, start, end in found if words != text[start:end]] == []
    spans = [(one["start"], one["end"]) for one in row["sentences"]]
    assert spans and spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_what_is_aligned_is_clean_and_leads_back(raw: str) -> None:
    aligned = align(raw)
    assert clean(aligned.text) == clean(raw)
    ends = [aligned.span(at, at + 1) for at in range(len(aligned.text))]
    assert all(0 <= start < end <= len(raw) for start, end in ends)
    assert ends == sorted(ends)
    assert aligned.span(0, len(aligned.text))[0] <= len(raw)


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        pytest.param("yüz on altı", None, [116], id="a number alone"),
        pytest.param("twenty-three hundred", None, [2300], id="an English number alone"),
        pytest.param("Paylaş\n\nEtiketler: 12 kişi", "tr", [12], id="a number in furniture"),
        pytest.param("u\u0308c\u0327 kişi", "tr", [3], id="letters taken apart"),
        pytest.param("", None, [], id="nothing"),
        pytest.param(" \n\t", None, [], id="blanks"),
    ],
)  # fmt: skip
def test_every_number_of_a_text(text: str, code: str | None, values: list[float]) -> None:
    assert numbers(text, code) == values


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("16.05.2025", ["2025-05-16"], id="a text that is one date"),
        pytest.param("16 MAYIS 2025", ["2025-05-16"], id="a date heading without anything below"),
        pytest.param("Paylaş\n\n16 Mayıs 2025 Cuma", ["2025-05-16"], id="a dateline"),
    ],
)
def test_every_date_of_a_text(text: str, days: list[str]) -> None:
    assert [one["start"] for one in read_text(text, code="tr")["dates"]] == days


@pytest.mark.parametrize("code", ARTICLES)
def test_claims_are_those_of_an_imported_article(code: str) -> None:
    claims = read_claims(source_from_text(ARTICLES[code], file="-"))
    row = read_text(ARTICLES[code])
    assert [claim["id"] for claim in row["claims"]] == [claim.id for claim in claims]
    inside = [quantity for claim in row["claims"] for quantity in claim["quantities"]]
    assert all(quantity in row["quantities"] for quantity in inside)


def line(**values: object) -> bytes:
    return json.dumps(values).encode()


@pytest.mark.parametrize(
    ("given_line", "key", "part_of_error"),
    [
        pytest.param(line(id=7, text="5 kişi"), 7, None, id="a number as id"),
        pytest.param(line(id="a", text="5 kişi", published=None, language=None), "a", None, id="nulls"),
        pytest.param(line(id="a", text="5", published="2025-05-16T10:00"), "a", None, id="day and time"),
        pytest.param(line(id="a", text="x \ud800 5 kişi"), "a", None, id="a lone surrogate"),
        pytest.param(line(id="a", text="5", published="soon"), None, "Invalid isoformat", id="no date"),
        pytest.param(line(id="a", text="drei Tote", language="xx"), "a", "no reader", id="no such language"),
        pytest.param(line(id="a"), None, "missing required field `text`", id="no text"),
        pytest.param(b"[1, 2]", None, "Expected `object`", id="no object"),
        pytest.param(b"{", None, "line 1", id="no JSON"),
        pytest.param(b"\xff\xfe", None, "line 1", id="no text at all"),
        pytest.param(b"[" * 100_000, None, "line 1", id="endless nesting"),
    ],
)  # fmt: skip
def test_a_line_gives_a_row(given_line: bytes, key: str | int | None, part_of_error: str | None) -> None:
    (row,) = read_lines([given_line])
    assert row["id"] == key
    assert list(row)[: len(PROMISED)] == PROMISED
    assert (part_of_error in row["error"]) if part_of_error else row["error"] is None


def test_a_bad_line_stops_nothing() -> None:
    rows = list(read_lines([line(text="5 kişi"), b"?", b"\n", line(text="6 kişi")]))
    assert [len(row["quantities"]) for row in rows] == [1, 0, 1]
    assert rows[1]["error"].startswith("line 2")


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        pytest.param("Tesiste 3 kişinin öldüğü iddia edildi.", "reported", id="a claim passed on"),
        pytest.param("Kente 40 kişi gelmiş.", "reported", id="the verb form of hearsay"),
        pytest.param("Kente 40 kişi geldi.", None, id="told as a fact"),
        pytest.param("Three workers were reportedly killed in the blast.", "reported", id="an adverb"),
    ],
)
def test_hearsay_has_a_mark_of_its_own(text: str, evidence: str | None) -> None:
    claims = read_text(text)["claims"]
    assert [claim["evidence"] for claim in claims] == [evidence]
