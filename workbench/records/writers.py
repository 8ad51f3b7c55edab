"""The registry of export formats: one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from workbench.records import csv, jsonl, markdown
from workbench.records.rows import Row, What


@dataclass(frozen=True, slots=True)
class Writer:
    """`write` turns rows into pieces of text; `signature` is what an export that is not empty begins with."""

    write: Callable[[Iterable[Row], What], Iterator[str]]
    signature: Callable[[What], str]


WRITERS: dict[str, Writer] = {
    "jsonl": Writer(jsonl.write, jsonl.signature),
    "csv": Writer(csv.write, csv.signature),
    "markdown": Writer(markdown.write, markdown.signature),
}
