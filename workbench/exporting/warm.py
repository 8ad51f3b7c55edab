"""Imported by the process that those which make lines are forked from: loads what each of them needs."""

from __future__ import annotations

import gc

import workbench.events.origins
import workbench.exporting.processes
import workbench.records.policed
import workbench.store.migrations  # noqa: F401

# What is loaded stays shared: a collection would write into every object and so copy it into each process.
gc.collect()
gc.freeze()
