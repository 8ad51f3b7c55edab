"""Claims to events: the claims of any source about one real-world happening."""

from workbench.events.match import Matching, match

__all__ = ["Matching", "match"]
