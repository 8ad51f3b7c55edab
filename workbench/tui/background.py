"""Work that takes longer than anybody waits: in a thread of its own, while reviewing goes on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic

from workbench.errors import WorkbenchError


class Background(ABC):
    """A screen looks at it from time to time; `over` is called in its thread when all is over.

    `error` is what ended it before its time. Its thread never keeps the program from ending.
    """

    def __init__(self, name: str, over: Callable[[], None] = lambda: None) -> None:
        self.error: WorkbenchError | None = None
        self._over = over
        self._asked_to_stop = Event()
        self._begun = monotonic()
        self._ended: float | None = None
        self._thread = Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    @abstractmethod
    def work(self) -> None:
        """What is done in the thread; it looks at `stopping` wherever it may end with nothing half done."""

    @property
    def running(self) -> bool:
        return self._ended is None

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._asked_to_stop.is_set()

    @property
    def seconds(self) -> float:
        """How long it has been at work, or was."""
        return (monotonic() if self._ended is None else self._ended) - self._begun

    def stop(self) -> None:
        """Asks it to end where nothing is half done."""
        self._asked_to_stop.set()

    def join(self, seconds: float | None = None) -> None:
        """Waits until it has ended, at most so long."""
        self._thread.join(seconds)

    def _run(self) -> None:
        try:
            self.work()
        except WorkbenchError as error:
            self.error = error
        except Exception as error:
            # A fault nobody foresaw must not end the desk with decisions waiting.
            self.error = WorkbenchError("This failed", f"{type(error).__name__}: {error}", "Report it.")
        finally:
            self._ended = monotonic()
            self._over()
