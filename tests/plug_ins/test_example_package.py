"""The documented example adds a reader, an extractor, a kind of discrepancy and a writer."""

from __future__ import annotations

import json
from pathlib import Path

from installed import install_example, session

from workbench.store import open_store

FIRST, SECOND = "9074729", "9811000"
TELEX = """ZCZC
TITLE: Tanker on fire off Izmir
AGENCY: {agency}
DATE: 2025-05-16

A fire broke out on the tanker IMO {ship} off Izmir on 15 May 2025. {count} sailors were injured in the fire.
NNNN
"""


def test_all_four_parts_work_through_the_command_line(tmp_path: Path) -> None:
    install_example(tmp_path)
    for name, ship, count in (("a", FIRST, 12), ("b", SECOND, 17)):
        text = TELEX.format(agency=f"Wire {name}", ship=ship, count=count)
        (tmp_path / f"{name}.telex").write_text(text)
    listed, imported, claims, found, brief, whole, read = session(
        tmp_path,
        ["plug-ins", "--json"],
        ["import", "--workers", "2", str(tmp_path / "a.telex"), str(tmp_path / "b.telex")],
        ["export", "claims"],
        ["conflicts", "--json"],
        ["export", "discrepancies", "--format", "brief"],
        ["check"],
        ["read", str(tmp_path / "a.telex")],
    )
    assert [(one["kind"], one["package"], one["error"]) for one in json.loads(listed.out)] == [
        (kind, "workbench-ships 1.0", None) for kind in ("readers", "extractors", "discrepancies", "writers")
    ]
    assert (imported.code, "plug-in" in imported.err) == (0, False)
    both = {f"IMO {FIRST}", f"IMO {SECOND}"}
    rows = [json.loads(line) for line in claims.out.splitlines()]
    assert both <= {name["canonical"] for row in rows for name in row["mentions"]}
    with open_store(tmp_path / "c.db") as store:
        assert sum("extractor=ships" in claim.aspects for claim in store.claims()) == 2
    (ships,) = [one for one in map(json.loads, found.out.splitlines()) if one["key"] == "ship"]
    assert {value["label"] for value in ships["values"]} == both
    assert f"name: IMO {FIRST} / IMO {SECOND}\n" in brief.out
    assert whole.out.endswith("whole\n")
    assert "by extractor ships" in read.out
