"""JSON is cut into the values that stand in it, as a parser would."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.sources.json_slices import elements, members

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
INDENT = st.sampled_from([None, 2])


@given(st.lists(VALUES, max_size=5), INDENT)
def test_elements(values: list[Any], indent: int | None) -> None:
    data = json.dumps(values, indent=indent).encode()
    assert [json.loads(one) for one in elements(data)] == values


@given(st.dictionaries(st.text(), VALUES, max_size=5), INDENT)
def test_members(values: dict[str, Any], indent: int | None) -> None:
    data = json.dumps(values, indent=indent, ensure_ascii=False).encode()
    assert {json.loads(key): json.loads(value) for key, value in members(data)} == values


@pytest.mark.parametrize("data", [b"[1, 2", b"[", b'["a', b"[[1]", b""])
def test_what_does_not_end(data: bytes) -> None:
    with pytest.raises(ValueError, match="does not end"):
        list(elements(data))
