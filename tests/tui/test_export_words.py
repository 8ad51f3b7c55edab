"""What the export screen says: names of files, sizes, and its bar."""

from __future__ import annotations

import pytest

from workbench.exporting import Choice
from workbench.records.rows import WHATS
from workbench.records.writers import writers
from workbench.tui.exporting_run import default_name
from workbench.tui.screens.export import progress_bar
from workbench.tui.sizes import in_bytes


@pytest.mark.parametrize("format_", writers())
def test_every_format_has_a_name_for_its_file(format_: str) -> None:
    assert default_name(Choice(WHATS[0]), format_).startswith(f"{WHATS[0]}.")


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1_500, "1.5 kB"),
        (999_600, "1.0 MB"),
        (23_400_000, "23 MB"),
        (10**16, "10,000 TB"),
    ],
)
def test_sizes(size: int, said: str) -> None:
    assert in_bytes(size) == said


@pytest.mark.parametrize(
    ("done", "shown"),
    [(0, "─" * 8 + "  0 of 4"), (3, "━" * 6 + "──  3 of 4"), (9, "━" * 8 + "  9")],
)
def test_the_bar_never_grows_beyond_its_end(done: int, shown: str) -> None:
    assert progress_bar(done, 4, 8).plain == shown
