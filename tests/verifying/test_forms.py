"""What is said of the form of a file alone: lines, documents, tables, and files with one seal."""

import io
from collections.abc import Callable

import pytest
from verifying_making import Exported

from workbench.errors import UsageError
from workbench.records.seals import sealed_file
from workbench.verifying import Tally, verify


def said(data: bytes, name: str, *, whole: bool = True) -> list[tuple[int, str]]:
    stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
    return [(one.line, one.says) for one in verify(stream, name, None, Tally(), whole=whole)]


def without(number: int) -> Callable[[list[bytes]], list[bytes]]:
    return lambda lines: lines[:number] + lines[number + 1 :]


@pytest.mark.parametrize(
    ("edit", "wanted"),
    [
        pytest.param(without(2), "its seal does not fit the whole", id="an object left out"),
        pytest.param(lambda lines: [*lines[:2], lines[1], *lines[2:]], "the whole of it", id="one twice"),
        pytest.param(without(-2), "does not end as it was written", id="the last one left out"),
        pytest.param(lambda lines: lines[:-1], "no seal of the whole", id="cut off"),
        pytest.param(lambda lines: [*lines, b"{}\n"], "behind the end", id="something behind it"),
        pytest.param(
            lambda lines: [lines[0].replace(b'"format":1', b'"format":"1"'), *lines[1:]],
            "document.json",
            id="head",
        ),
        pytest.param(lambda lines: [b"{" + lines[0], *lines[1:]], "does not begin as it was", id="before it"),
    ],
)
def test_a_document_that_was_edited(
    edit: Callable[[list[bytes]], list[bytes]], wanted: str, exported: Exported
) -> None:
    lines = exported("claims", "json").read_bytes().splitlines(keepends=True)
    assert any(wanted in says for _, says in said(b"".join(edit(lines)), "claims.json"))


@pytest.mark.parametrize("format_", ["jsonl", "csv"])
def test_lines_may_be_taken_out_and_sorted(format_: str, exported: Exported) -> None:
    head, *lines = exported("claims", format_).read_bytes().splitlines(keepends=True)
    assert said(head + b"".join(sorted(lines)[1:]), f"claims.{format_}", whole=False) == []


def test_a_table_written_again_by_another_program(exported: Exported) -> None:
    lines = exported("claims", "csv").read_bytes().replace(b"\r\n", b"\n").splitlines(keepends=True)
    found = said(b"".join(lines), "claims.csv")
    assert found[0] == (1, "the first line is not as it was written")
    assert [line for line, _ in found[1:]] == list(range(2, len(lines) + 1))
    assert {says for _, says in found[1:]} == {"no seal at its end, or another program wrote it again"}


def test_a_table_with_a_byte_order_mark_holds(exported: Exported) -> None:
    assert said(b"\xef\xbb\xbf" + exported("claims", "csv").read_bytes(), "claims.csv") == []


@pytest.mark.parametrize("comment", [("<!-- ", " -->"), ("# ", ""), ("", "")])
def test_a_file_with_one_seal(comment: tuple[str, str]) -> None:
    data = b"".join(sealed_file([b"<p>one\n" * 500, b"-" * 200_000, b"</p>"], comment))
    assert said(data, "events.html") == []
    assert said(data.replace(b"one", b"two", 1), "events.html")
    seen = [
        place
        for place in range(len(data) - 90, len(data))
        if said(data[:place] + b"~" + data[place + 1 :], "x.html")
    ]
    assert seen == list(range(len(data) - 90, len(data)))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(b"<p>one</p>\n", "events.html", id="a page"),
        pytest.param(b"", "x", id="nothing"),
        pytest.param(b'{\n "prefix": {}\n}\n', "events.json", id="a document of others"),
        pytest.param(b'{"id":"k1","at":"2026-01-01"}\n', "log.jsonl", id="lines without seals"),
        pytest.param(b"a,b\r\n1,2\r\n", "x.csv", id="a table of others"),
    ],
)
def test_what_has_no_seal_cannot_be_checked(data: bytes, name: str) -> None:
    with pytest.raises(UsageError, match="Not an export"):
        said(data, name)


def test_an_export_of_nothing_holds() -> None:
    assert said(b"", "decisions.jsonl") == []


def test_a_newer_format_is_said(exported: Exported) -> None:
    data = exported("claims", "jsonl").read_bytes().replace(b"claims format 1;", b"claims format 2;", 1)
    assert (1, "a newer workbench wrote it: format 2, 1 is known here") in said(data, "claims.jsonl")
