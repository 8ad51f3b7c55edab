"""What Datasette is told of a database that was exported as `sqlite`: names, meanings, facets and queries.

The keys are those of https://docs.datasette.io/en/stable/metadata.html. What each column means is a table of
the database: Datasette would list it above every page of rows.
"""

from __future__ import annotations

import json
from typing import Any

from workbench.records.writing import Made

TABLES: dict[str, dict[str, Any]] = {
    "events": {
        "description": "What happened, as the claims of all articles tell it",
        "label_column": "label",
        "sort_desc": "date_start",
        "facet_size": 10,
        "facets": ["event_type", "state", "place", {"array": "participants"}],
    },
    "attributes": {
        "description": "What holds of each event, and who or what chose it",
        "facets": ["rule", "unit", "policy"],
    },
    "discrepancies": {
        "description": "Where claims of one event differ",
        "label_column": "attribute",
        "facets": ["status", "severity", "verdict", "attribute"],
    },
    "discrepancy_values": {
        "description": "What each claim gives, with the words that give it",
        "label_column": "label",
        "facets": ["source"],
    },
    "decisions": {
        "description": "The log of what reviewers decided, with what they took back",
        "label_column": "kind",
        "sort": "at",
        "facets": ["reviewer", "kind"],
    },
    "disagreements": {"description": "Decisions on a difference by reviewers who did not know of each other"},
    "claims": {
        "description": "What articles say, clause by clause, with its place in the article's text",
        "label_column": "text",
        "facet_size": 10,
        "facets": ["event_type", "modality", "speaker", "source"],
    },
    "sources": {"description": "The articles", "label_column": "file", "facets": ["publisher", "language"]},
    "event_claims": {"description": "Which claims tell of which event"},
    "quantities": {"description": "The numbers in claims", "facets": ["counted", "unit", "side"]},
    "dates": {"description": "The dates in claims", "facets": ["precision", "basis"]},
    "mentions": {"description": "The names in claims", "facets": ["kind", "canonical"], "facet_size": 10},
    "times": {"description": "The times of day in claims"},
    "ordinals": {"description": "Which ones of a series claims name", "facets": ["of"]},
    "quotes": {"description": "What stands in quotation marks"},
    "differences": {
        "description": "The discrepancies in words, with their values and the decision in force",
        "facets": ["status", "severity", "verdict", "attribute"],
    },
    "passages": {
        "description": "Each value of a discrepancy with the words that give it and the article",
        "facets": ["status", "attribute", "publisher"],
    },
    "told": {"description": "Each claim with its event and article", "facets": ["publisher", "speaker"]},
    "about": {"description": "What this file was made from"},
    "columns": {"description": "What each column means", "facets": ["table"]},
}
QUERIES: dict[str, dict[str, Any]] = {
    "open": {
        "title": "What is open, the gravest first",
        "sql": (
            "select * from differences where verdict <> 'superseded' and status in "
            "('open', 'reopened', 'deferred') or id in (select discrepancy from disagreements) order by "
            "case severity when 'high' then 0 when 'medium' then 1 else 2 end, event"
        ),
    },
    "decided": {
        "title": "What was decided, and the values that differed",
        "sql": "select * from differences where decided <> 'defer' order by julianday(at) desc",
    },
    "who_says": {
        "title": "Who says what of a difference, word for word",
        "sql": "select * from passages where discrepancy = :discrepancy order by published, file, start",
    },
    "numbers": {
        "title": "What was counted, by event",
        "sql": (
            "select e.label as event, e.date_start, a.name, a.best, a.low, a.high, a.unit, a.rule "
            "from attributes a join events e on e.id = a.event where typeof(a.best) in ('integer', 'real') "
            "order by e.date_start, e.label, a.name"
        ),
    },
}


def metadata(made: Made, database: str) -> bytes:
    """The JSON of `datasette --metadata` for a file whose name without its ending is `database`."""
    whole = {
        "title": "Event records",
        "description": f"What articles say of events, where they differ, and who decided. {made.tool}, "
        f"database {made.database}, schema {made.schema}. The table columns says what each column means.",
        "databases": {database: {"tables": TABLES, "queries": QUERIES}},
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()
