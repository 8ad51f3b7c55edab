"""Markdown for readers: a heading for each object, tables for what it holds.

Text of articles is escaped, so that it is shown as it stands and never as markup, link or mention.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.records.page.markup import escape, table
from workbench.records.rows import Row, What, witnesses
from workbench.records.seals import sealed_file
from workbench.records.writing import Export
from workbench.subjects import subject

if TYPE_CHECKING:
    from workbench.records.page.briefs import Brief
    from workbench.records.page.overviews import Counted


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    return table(head, ([escape(cell) for cell in row] for row in rows))


def _span(date: Row | None) -> str:
    if not date:
        return ""
    return str(date["start"]) if date["start"] == date["end"] else f"{date['start']} / {date['end']}"


def _facts(pairs: Iterable[tuple[str, object]]) -> list[str]:
    return [f"- {name}: {escape(value)}" for name, value in pairs if value not in (None, "")]


def _claim(row: Row) -> list[str]:
    source = row["source"]
    numbers = "; ".join(f"{one['expr']} = {_interval(one)}" for one in row["quantities"])
    return [
        f"## {escape(row['id'])}",
        "",
        f"> {escape(row['text'])}",
        "",
        *_facts(
            [
                ("source", source["title"] or source["file"]),
                ("file", f"{source['file']}, characters {row['start']}-{row['end']}"),
                ("published", source["published"]),
                ("speaker", row["speaker"]),
                ("event", f"{row['event_type']}, {row['modality']}"),
                ("date", _span(row["date"])),
                ("place", row["place"]),
                ("participants", ", ".join(row["participants"])),
                ("quantities", numbers),
            ]
        ),
    ]


def _interval(quantity: Row) -> str:
    what = " ".join(str(one) for one in (quantity["unit"], quantity["counted"], quantity["side"]) if one)
    return f"{quantity['modifier']} {quantity['value']} {what}"


def _discrepancy(row: Row) -> list[str]:
    decision = row["decision"]
    files = {one["origin"]: one["origin"] for one in row["values"]}
    files |= {one["source"]["id"]: one["source"]["file"] for one in row["values"]}
    decided = _decided(decision) if decision else None
    apart = "; ".join(map(_decided, row["disagreement"]))
    return [
        f"## {escape(subject(row['attribute'], row['key']))}",
        "",
        f"{escape(row['verdict'])}, {escape(row['severity'])} severity, {escape(row['status'])}",
        "",
        escape(row["why"]),
        "",
        *_table(
            ("value", "words", "source", "published", "first known in"),
            (
                (
                    one["label"],
                    one["quote"],
                    one["source"]["file"],
                    one["source"]["published"],
                    files[one["origin"]],
                )
                for one in row["values"]
            ),
        ),
        "",
        *_facts(_witnesses(row)),
        "",
        *_facts(
            [("id", row["id"]), ("event", row["event"]), ("decision", decided), ("reviewers disagree", apart)]
        ),
    ]


def _decided(decision: Row) -> str:
    return f"{decision['kind']} {decision['label'] or ''} by {decision['reviewer']}"


def _witnesses(row: Row) -> Iterator[tuple[str, str]]:
    """Each label with how many stand behind it."""
    for label in dict.fromkeys(one["label"] for one in row["values"]):
        told = [(one["source"]["id"], one["origin"]) for one in row["values"] if one["label"] == label]
        yield escape(label), witnesses(told)


_DESCRIBE: dict[What, Callable[[Row], list[str]]] = {
    "claims": _claim,
    "discrepancies": _discrepancy,
}


class Markdown:
    """A heading for each object; of events a dossier for editors."""

    name = "markdown"
    ending = ".md"
    media_type = "text/markdown"
    whats: tuple[What, ...] = ("claims", "events", "discrepancies")
    is_text = True

    def write(self, export: Export) -> Iterator[bytes]:
        """A title, then each object."""
        return sealed_file(_dossiers(export) if export.what == "events" else _objects(export))


def _objects(export: Export) -> Iterator[bytes]:
    yield f"# {export.what.capitalize()}\n".encode()
    describe = _DESCRIBE[export.what]
    for row in export.rows:
        yield ("\n" + "\n".join(describe(row)) + "\n").encode()
    yield b"\n"


def _dossiers(export: Export) -> Iterator[bytes]:
    from workbench.records.page import editors
    from workbench.records.page.gathering import gathered
    from workbench.records.page.overviews import overview

    following = 1

    def event(brief: Brief) -> str:
        nonlocal following
        lines, following = editors.event(brief, following)
        return "\n" + "\n".join(lines) + "\n"

    def head(counted: Counted) -> str:
        return "\n".join(editors.head(overview(counted, export.made))) + "\n"

    return gathered(export, event, head, lambda _counted: "\n")


WRITER = Markdown()
