from __future__ import annotations

from collections.abc import Iterator

import pytest

from workbench import words


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """The language of one test is not that of the next."""
    yield
    words.use("en")
