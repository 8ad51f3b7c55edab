"""Claims to events: the claims of any source about one real-world happening."""

from workbench.events.match import match

__all__ = ["match"]
