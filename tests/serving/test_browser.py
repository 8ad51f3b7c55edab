"""The desk in a real browser: a key pressed there is a decision in the log.

Skipped where Chromium or its driver is not installed (Debian: chromium, chromium-driver).
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from serving import STOPPED_WITHIN, Served, running

from workbench.models import Decision
from workbench.store import open_store

pytest.importorskip("selenium", reason="selenium is not installed (it is in the extra `dev`)")
_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (_CHROMIUM and _DRIVER), reason="no Chromium with its driver (Debian: chromium, chromium-driver)"
)
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1280,800",
)  # fmt: skip


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    """A Chromium with a profile of its own, which tells every request it makes."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(_CHROMIUM)
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path / 'profile'}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(_DRIVER)))
    yield driver
    driver.quit()


def waited_for(what: Callable[[], Any]) -> Any:
    """What `what` gives as soon as it is true."""
    until = time.monotonic() + STOPPED_WITHIN
    while not (found := what()) and time.monotonic() < until:
        time.sleep(0.05)
    return found


def press(browser: Any, key: str) -> None:
    """Presses a key wherever the page has its focus: keys sent to an element would move the focus there."""
    from selenium.webdriver import ActionChains

    ActionChains(browser).send_keys(key).perform()


def is_drawn(browser: Any) -> bool:
    return "-first-byte" in browser.execute_script("return document.body ? document.body.className : ''")


def log_of(path: Path) -> list[Decision]:
    with open_store(path, create=False) as store:
        return store.decisions()


def requests_of(browser: Any) -> set[str]:
    """Hosts that the browser's pages have asked, its own pages left out."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    urls = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    return {urlsplit(url).netloc for url in urls if urlsplit(url).scheme in ("http", "https", "ws", "wss")}


def test_a_key_in_the_browser_decides(browser: Any, served_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    shutil.copy(served_db, path)
    with running(path) as served:
        browser.get(served.address)
        assert waited_for(lambda: is_drawn(browser))
        assert served.token not in browser.current_url
        # The desk may be drawn before it has read its queue; a key pressed too early decides nothing.
        waited_for(lambda: press(browser, "2") or log_of(path))
        (entry, *_) = log_of(path)
        assert (entry.kind, entry.discrepancy, entry.label) == ("accept", "d1", "17")
        assert entry.reviewer == "Ayşe"
        assert requests_of(browser) == {f"127.0.0.1:{served.port}"}


def test_a_tab_outlives_a_reload_and_tells_its_end(browser: Any, served: Served) -> None:
    browser.get(served.address)
    assert waited_for(lambda: is_drawn(browser))
    browser.refresh()
    assert waited_for(lambda: is_drawn(browser))
    waited_for(lambda: press(browser, "q") or _is_closed(browser))
    assert waited_for(lambda: browser.switch_to.active_element.text == "Open again")
    browser.switch_to.active_element.click()
    assert waited_for(lambda: is_drawn(browser) and not _is_closed(browser))


def _is_closed(browser: Any) -> bool:
    return "-closed" in browser.execute_script("return document.body.className")


def test_without_the_token_there_is_no_desk(browser: Any, served: Served) -> None:
    browser.get(served.address.split("?")[0])
    assert "403" in browser.page_source
    assert "textual-terminal" not in browser.page_source
