"""SQLite: the one place that knows SQL."""

from workbench.store.rows import QueueFilter, QueueRow, SearchHit, SourceRow
from workbench.store.store import Store, open_store
from workbench.store.writing import Judge

__all__ = ["Judge", "QueueFilter", "QueueRow", "SearchHit", "SourceRow", "Store", "open_store"]
