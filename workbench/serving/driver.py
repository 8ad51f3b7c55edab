"""How a desk speaks to the server that started it; named by TEXTUAL_DRIVER in the desk's environment."""

from __future__ import annotations

from textual import messages
from textual.drivers.web_driver import WebDriver


class DeskDriver(WebDriver):
    """Textual's driver for the web, which ends the desk when its server is gone."""

    def run_input_thread(self) -> None:
        """Reads until the server closes the pipe. A server that was killed could not say `quit` before."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())
