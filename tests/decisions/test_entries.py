"""An entry's id is made of what it says, and shows whether anybody changed that since."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
from decision_samples import at, sample_discrepancy

from workbench.decisions.entries import BESIDE_THE_ACT, is_as_written, plain
from workbench.decisions.verdicts import accept

ENTRY = accept(sample_discrepancy(("a", "4"), ("b", "7")), 1, reviewer="Ayşe", at=at(1), note="counted")


def test_an_entry_of_the_first_logs_is_as_written() -> None:
    """They kept no readings, and made ids without them."""
    bare = replace(ENTRY, readings=())
    content = {key: value for key, value in plain(bare).items() if key not in (*BESIDE_THE_ACT, "readings")}
    digest = hashlib.sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode())
    assert is_as_written(replace(bare, id=f"k{digest.hexdigest()[:16]}"))


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        pytest.param({}, True, id="nothing"),
        pytest.param({"saw": (("a",),)}, True, id="what was seen is no part of it"),
        pytest.param({"label": "7"}, False, id="another value"),
        pytest.param({"reviewer": "Mert"}, False, id="another reviewer"),
        pytest.param({"readings": ()}, False, id="readings taken away"),
    ],
)
def test_a_changed_entry_is_not_as_written(change: dict[str, Any], holds: bool) -> None:
    assert is_as_written(replace(ENTRY, **change)) is holds
