"""Byte strings held as a few long ones are the same byte strings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("numpy", reason="the engine for many claims needs the extra `scale`")

from workbench.engines.contents import Contents


@given(st.lists(st.lists(st.binary(max_size=5), max_size=4), max_size=4))
def test_they_come_back_in_order_whatever_they_were_held_in(parts: list[list[bytes]]) -> None:
    held = Contents([Contents([part]) for part in parts])
    expected = [content for part in parts for content in part]
    assert list(held) == expected
    assert [held[at] for at in range(len(held))] == expected
    assert list(held[1:3]) == expected[1:3]


@pytest.mark.parametrize(
    "at", [pytest.param(2, id="behind the last"), pytest.param(-1, id="before the first")]
)
def test_there_are_no_others(at: int) -> None:
    with pytest.raises(IndexError):
        Contents([[b"a", b"b"]])[at]
