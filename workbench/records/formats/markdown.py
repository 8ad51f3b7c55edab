"""Markdown for readers: a heading for each object, tables for what it holds.

Text of articles is escaped, so that it is shown as it stands and never as markup, link or mention.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from workbench.records.rows import Row, What, witnesses
from workbench.records.writing import Export
from workbench.subjects import in_words, subject
from workbench.visible import visible

_ACTIVE = re.compile(r"[\\`*_{}\[\]()#~|!$@^]|:(?=[^\s\d])|(?<=\w)\.(?=[^\W\d])")
"""Characters that can begin or end markup; colon and full stop where they make an address of bare words."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escape(text: object) -> str:
    """The text as Markdown that shows exactly these characters on one line; nothing for None."""
    if text is None:
        return ""
    shown = _ACTIVE.sub(lambda match: "\\" + match[0], visible(str(text)))
    return re.sub("[&<>]", lambda match: _ENTITIES[match[0]], shown)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
    lines += [f"| {' | '.join(escape(cell) for cell in row)} |" for row in rows]
    return lines


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


def _event(row: Row) -> list[str]:
    return [
        f"## {escape(row['label'])}",
        "",
        *_facts(
            [
                ("id", row["id"]),
                ("type", row["event_type"]),
                ("date", _span(row["date"])),
                ("place", row["place"]),
                ("participants", ", ".join(row["participants"])),
                ("claims", len(row["claims"])),
                ("independent origins", row["origins"]),
                ("first told by", row["first_source"]),
                ("stage of", row["parent"]),
                ("state", row["state"]),
            ]
        ),
        "",
        *_table(
            ("attribute", "best", "low", "high", "unit", "rule", "claims"),
            (
                (
                    in_words(name),
                    one["best"],
                    one["low"],
                    one["high"],
                    one["unit"],
                    one["rule"],
                    len(one["claims"]),
                )
                for name, one in row["attributes"].items()
            ),
        ),
    ]


_DESCRIBE: dict[What, Callable[[Row], list[str]]] = {
    "claims": _claim,
    "events": _event,
    "discrepancies": _discrepancy,
}


class Markdown:
    """A heading for each object."""

    name = "markdown"
    ending = ".md"
    media_type = "text/markdown"
    whats: tuple[What, ...] = ("claims", "events", "discrepancies")
    is_text = True

    def write(self, export: Export) -> Iterator[bytes]:
        """A title, then each object."""
        yield f"# {export.what.capitalize()}\n".encode()
        describe = _DESCRIBE[export.what]
        for row in export.rows:
            yield ("\n" + "\n".join(describe(row)) + "\n").encode()


WRITER = Markdown()
