"""Errors that users see: what happened, in which thing, and what to do about it.

Exit codes: 0 done; 1 done in part (some files failed); 2 wrong use or refused;
3 nothing could be done; 130 interrupted.
"""

from __future__ import annotations

EXIT_OK = 0
EXIT_PARTIAL = 1
EXIT_USAGE = 2
EXIT_FAILED = 3
EXIT_INTERRUPTED = 130


class WorkbenchError(Exception):
    """An error with a title, a detail that names the thing, and a hint. `exit_code` is the process's."""

    exit_code = EXIT_FAILED

    def __init__(self, title: str, detail: str = "", hint: str = "") -> None:
        super().__init__(": ".join(part for part in (title, detail) if part))
        self.title = title
        self.detail = detail
        self.hint = hint


class SourceError(WorkbenchError):
    """A file or page cannot be read as an article."""


class LanguageError(WorkbenchError):
    """A language pack is missing or malformed; the detail names file and key."""


class StoreError(WorkbenchError):
    """The database cannot be opened, is newer than this program, or refuses a write."""


class DecisionError(WorkbenchError):
    """A decision that cannot be taken now; the detail says why."""

    exit_code = EXIT_USAGE


class MissingPackageError(WorkbenchError):
    """A library that a format needs is not installed; the hint is the command that does."""


class UsageError(WorkbenchError):
    """A command was asked for something it cannot do."""

    exit_code = EXIT_USAGE
