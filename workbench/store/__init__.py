"""SQLite: the one place that knows SQL."""

from workbench.store.activity import LogFilter, LogList, LogRow
from workbench.store.matched import Kept, Reach, Standing
from workbench.store.matching import Change, Index
from workbench.store.overview import Overview
from workbench.store.rows import QueueFilter, QueueRow, SearchHit, SourceRow
from workbench.store.store import Store, open_store
from workbench.store.writing import Judge

__all__ = [
    "Change",
    "Index",
    "Judge",
    "Kept",
    "LogFilter",
    "LogList",
    "LogRow",
    "Overview",
    "QueueFilter",
    "QueueRow",
    "Reach",
    "SearchHit",
    "SourceRow",
    "Standing",
    "Store",
    "open_store",
]
