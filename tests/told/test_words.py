"""Which language things are said in."""

from __future__ import annotations

from threading import Thread

from workbench import words


def test_what_is_said_meanwhile_leaves_the_chosen_language() -> None:
    with words.speaking("tr"):
        assert (words.in_force(), words._("January")) == ("tr", "Ocak")
    assert (words.in_force(), words._("January")) == ("en", "January")


def test_other_threads_go_on_in_the_chosen_language() -> None:
    heard: list[str] = []
    with words.speaking("tr"):
        thread = Thread(target=lambda: heard.append(words._("January")))
        thread.start()
        thread.join()
    assert heard == ["January"]
