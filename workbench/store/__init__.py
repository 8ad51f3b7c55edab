"""SQLite: the one place that knows SQL."""

from workbench.store.activity import LogFilter, LogList, LogRow
from workbench.store.chosen import EventFilter, EventState
from workbench.store.finding import Among, Found, FoundRow, Sought
from workbench.store.lineages import CopyRules, Lineage
from workbench.store.matched import Kept, Reach, Standing
from workbench.store.matching import Change, Index
from workbench.store.overview import Overview
from workbench.store.prepared import Prepared, prepared
from workbench.store.queue_facets import Facets
from workbench.store.queue_models import (
    FacetName,
    FacetValue,
    QueueCounts,
    QueueFilter,
    QueueRow,
    QueueSort,
    SavedFilter,
)
from workbench.store.queue_order import QueueOrder
from workbench.store.rows import SearchHit, SourceRow
from workbench.store.store import Store, open_store
from workbench.store.told import NOTHING_SAID, Said
from workbench.store.tracing import Copied, Traced
from workbench.store.writing import Judge

__all__ = [
    "NOTHING_SAID",
    "Among",
    "Change",
    "Copied",
    "CopyRules",
    "EventFilter",
    "EventState",
    "FacetName",
    "FacetValue",
    "Facets",
    "Found",
    "FoundRow",
    "Index",
    "Judge",
    "Kept",
    "Lineage",
    "LogFilter",
    "LogList",
    "LogRow",
    "Overview",
    "Prepared",
    "QueueCounts",
    "QueueFilter",
    "QueueOrder",
    "QueueRow",
    "QueueSort",
    "Reach",
    "Said",
    "SavedFilter",
    "SearchHit",
    "Sought",
    "SourceRow",
    "Standing",
    "Store",
    "Traced",
    "open_store",
    "prepared",
]
