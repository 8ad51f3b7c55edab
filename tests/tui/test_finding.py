"""What the search screen asks for, and how hits are cut to a width."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from workbench.errors import UsageError
from workbench.store import Sought
from workbench.tui.finding import Run, Typed, fitted, runs, sought
from workbench.tui.periods import first_day, last_day

KINDS = ["ceasefire", "fire", "prisoner_exchange"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(Typed("depo"), Sought("depo"), id="words alone"),
        pytest.param(
            Typed("depo", source="körfez", since="2025-05", until="2025"),
            Sought("depo", source="körfez", since=date(2025, 5, 1), until=date(2025, 12, 31)),
            id="source and period",
        ),
        pytest.param(
            Typed("depo", kind="fire"), Sought("depo", event_types=("fire",)), id="a kind by its name"
        ),
        pytest.param(
            Typed("x", kind="exch"),
            Sought("x", event_types=("prisoner_exchange",)),
            id="or by the beginning of a word of it",
        ),
        pytest.param(
            Typed("x", kind="Prisoner ex"), Sought("x", event_types=("prisoner_exchange",)), id="in words"
        ),
        pytest.param(
            Typed("x", modality="p"), Sought("x", modalities=("proposed", "planned")), id="all that begin so"
        ),
    ],
)
def test_sought(typed: Typed, expected: Sought) -> None:
    found = sought(typed, "claims", KINDS)
    assert found == expected or set(found.modalities) == set(expected.modalities)
    assert (found.words, found.source, found.since, found.until) == (
        expected.words,
        expected.source,
        expected.since,
        expected.until,
    )
    assert found.event_types == expected.event_types


def test_articles_have_neither_kind_nor_modality() -> None:
    assert sought(Typed("x", kind="fire", modality="denied"), "articles", KINDS) == Sought("x", "articles")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param(Typed(since="soon"), "2025-05-17, 2025-05, 2025", id="no day"),
        pytest.param(Typed(until="2025-02-30"), "2025-05-17, 2025-05, 2025", id="a day that is not"),
        pytest.param(
            Typed(since="2025-06", until="2025-05"), "until may not be before since", id="turned round"
        ),
        pytest.param(Typed(kind="flood"), "ceasefire, fire, prisoner exchange", id="no such kind"),
        pytest.param(Typed(modality="zz"), "occurred", id="no such modality"),
    ],
)
def test_what_cannot_be_read_says_what_can(typed: Typed, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        sought(typed, "claims", KINDS)
    assert said in refused.value.hint


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-05-17", date(2025, 5, 17), date(2025, 5, 17)),
        ("17.05.2025", date(2025, 5, 17), date(2025, 5, 17)),
        ("2.2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        (" 2025 ", date(2025, 1, 1), date(2025, 12, 31)),
        ("", None, None),
    ],
)
def test_periods(text: str, first: date | None, last: date | None) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["0000", "2025-13", "2025-00-10", "05.17.2025", "17.05.25", "17.5", "٢٠٢٥"])
def test_no_period(text: str) -> None:
    for read in (first_day, last_day):
        with pytest.raises(UsageError):
            read(text)


def shown(parts: list[Run]) -> str:
    return "".join(f"[{run.text}]" if run.found else run.text for run in parts)


LONG = "Liman " * 20 + "yandı " + "sonra " * 20
AT = LONG.index("yandı")


@pytest.mark.parametrize(
    ("text", "marks", "width", "expected"),
    [
        pytest.param("depo yandı", [(5, 8)], 14, "depo [yan]dı    ", id="filled up"),
        pytest.param("depo yandı", [(5, 8)], 8, "depo [ya]…", id="cut in a found word"),
        pytest.param("depo yandı", [], 10, "depo yandı", id="fits exactly"),
        pytest.param("a\x1b[1m\nb", [], 8, "a␛[1m b ", id="nothing steers the terminal"),
        pytest.param("火事火事", [], 5, "火事…", id="wide letters"),
        pytest.param(LONG, [(AT, AT + 3)], 30, "…man Liman [yan]dı sonra sonra …", id="the word is in sight"),
        pytest.param("x", [], 0, "", id="no room"),
    ],
)
def test_fitted(text: str, marks: list[tuple[int, int]], width: int, expected: str) -> None:
    parts = fitted(runs(text, marks), width)
    assert shown(parts) == expected
    assert sum(cell_len(run.text) for run in parts) == width
