"""What errors say is said in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbench
from tools.error_texts import error_texts, with_values
from workbench import told, words
from workbench.decisions.entering import entered
from workbench.decisions.overtaken import OvertakenError
from workbench.decisions.resting import NAMED, RestedOnError
from workbench.errors import DecisionError, SourceError, StoreError, WorkbenchError
from workbench.models import Decision, DecisionKind
from workbench.phrases.all_of_them import grammar
from workbench.sources.decoding import decode
from workbench.store.opening import connect

PACKAGE = Path(workbench.__file__).parent


def test_every_text_with_values_is_a_phrase() -> None:
    """A new one belongs into `workbench/phrases/errors.py`."""
    texts = {one.partition(": ")[2]: one for one in with_values(PACKAGE)}
    lacking = [where for text, where in texts.items() if not grammar().read(text.replace("…", "7"), "error")]
    assert lacking == []


CODE = """
HINT = "Type a day."
class OwnError(DecisionError):
    def __init__(self, by: str) -> None:
        super().__init__("Of its own", by)
def refused(text: str) -> DecisionError:
    return DecisionError("Not so", text, HINT)
def other(path: str, error: Exception) -> None:
    refused("empty" if path else f"{path} is bad")
    raise ValueError("not for the reader")
"""


def test_texts_are_read_out_of_the_code(tmp_path: Path) -> None:
    (tmp_path / "room.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "cli_room.py").write_text(CODE, encoding="utf-8")
    found = [(one.text, one.has_values) for one in error_texts(tmp_path)]
    assert sorted(found) == [
        ("Not so", False),
        ("Of its own", False),
        ("Type a day.", False),
        ("empty", False),
        ("… is bad", True),
    ]
    assert with_values(tmp_path) == ["room.py: … is bad"]


def caught(error: WorkbenchError) -> tuple[str, str]:
    words.use("tr")
    return told.of_error(error)


def test_a_value_that_cannot_be_entered() -> None:
    with pytest.raises(DecisionError) as refused:
        entered("count", "many")
    assert caught(refused.value) == (
        "Bu değer girilemez",
        "many. 390 ya da 6,5 gibi bir sayı ya da 390-400 gibi bir aralık yazın.",
    )


def test_a_file_that_is_none() -> None:
    with pytest.raises(SourceError) as refused:
        decode(b"", "a.txt")
    assert caught(refused.value) == ("Okunacak bir şey yok", "a.txt boş. Haber metni içeren bir dosya verin.")


def test_a_database_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    with pytest.raises(StoreError) as refused:
        connect(path, create=False)
    title, text = caught(refused.value)
    assert title == "Veritabanı yok"
    assert text == f"{path} diye bir dosya yok. Önce haberleri içe aktarın: workbench import."


def decided(kind: DecisionKind, **given: str) -> Decision:
    return Decision(
        "k3bc917", kind, "d1", "e1", "count", "killed", ("c1",), "Ayşe", "2025-05-03T14:05:00+03:00", **given
    )


REFUSED = [
    pytest.param(
        OvertakenError(decided("accept", label="at least 17")),
        "Bu arada karar verildi",
        "3 Mayıs 2025 günü saat 14:05 sıralarında Ayşe en az 17 değerini kabul etti."
        " Sizden hiçbir şey yazılmadı. Yeniden bakıp karar verin.",
        id="overtaken",
    ),
    pytest.param(
        RestedOnError([decided("dismiss"), decided("defer", until="2025-06-01")]),
        "Sonraki kararlar buna dayanıyor",
        "3 Mayıs 2025 günü Ayşe 1 Haziran 2025 gününe erteledi [k3bc917];"
        " 3 Mayıs 2025 günü Ayşe çelişki bulmadı [k3bc917]."
        " Önce onları geri alın, en yenisinden başlayarak: workbench undo k3bc917",
        id="rested on",
    ),
    pytest.param(
        RestedOnError([decided("note")] * (NAMED + 2)),
        "Sonraki kararlar buna dayanıyor",
        "; ".join(["3 Mayıs 2025 günü Ayşe not bıraktı [k3bc917]"] * NAMED) + "; ve daha önceki 2 kayıt."
        " Önce onları geri alın, en yenisinden başlayarak: workbench undo k3bc917",
        id="by many",
    ),
]


@pytest.mark.parametrize(("error", "title", "text"), REFUSED)
def test_what_others_decided(error: WorkbenchError, title: str, text: str) -> None:
    assert caught(error) == (title, text)


def test_what_nobody_translated_stays() -> None:
    error = WorkbenchError("Strange", "<b>", "")
    assert caught(error) == ("Strange", "<b>")


def test_english_stays_as_it_is() -> None:
    assert told.of_error(WorkbenchError("Nothing to read", "a.txt is empty", "Try again.")) == (
        "Nothing to read",
        "a.txt is empty. Try again.",
    )
