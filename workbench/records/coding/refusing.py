"""Why an event has no place in a dataset."""

from __future__ import annotations


class NotOneOfThemError(Exception):
    """The dataset's definition does not fit the event; the message says why, in the reader's language."""
