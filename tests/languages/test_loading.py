"""A pack is read once, whoever asks first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep
from typing import Any

import pytest

from workbench.languages import loader


def test_threads_that_ask_at_once_read_a_pack_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    together = Barrier(4)

    def slowly(code: str, folder: Any) -> str:
        read.append(code)
        sleep(0.02)
        return f"pack {code}"

    def ask(_number: int) -> object:
        together.wait()
        return loader.load("qq")

    # A code of its own: clearing what is kept would give every other test a second object for a language.
    monkeypatch.setattr(loader, "FOLDERS", {"qq": None})
    monkeypatch.setattr(loader, "_try", lambda code: None)
    monkeypatch.setattr(loader, "read_pack", slowly)
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, range(4))) == ["pack qq"] * 4
    assert read == ["qq"]
