"""How much may be computed at once, and what processes that compute are forked from."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext, SpawnContext

LINES = "workbench.exporting.warm"
"""What processes that make the lines of an export are forked from."""


def cores() -> int:
    """How many processes may compute at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def forked_from(module: str) -> ForkServerContext | SpawnContext:
    """What makes processes of one that has imported `module`; each begins anew where there is no fork server.

    A program has one such server: where it runs already, it has the module that was named first.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([module])
    return context


def load(module: str) -> None:
    """Starts the server of `forked_from` without waiting for it: it loads while other things are done."""
    if forked_from(module).get_start_method() == "forkserver":
        forkserver.ensure_running()
