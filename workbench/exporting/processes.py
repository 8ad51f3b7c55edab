"""Lines made by several processes, each with its own connection to the database as it is in this one.

Each is given a share of the objects in turn and gives their lines, which come in the order of the objects.
Where one dies, or another program has written since, the rest is made here: slower, and just the same.
"""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path

from workbench.cores import LINES, forked_from
from workbench.exporting.dossiers import Known
from workbench.exporting.lines import Names, Work
from workbench.store import Store, open_store

_SHARE = 500
"""Objects that are asked for at once: some hundred kilobytes of lines."""
_CACHE_KIB = 8_192
"""Memory of each process for pages of the database: it reads most of them once."""


def made_elsewhere(store: Store, work: Work, names: Names, processes: int) -> Iterator[bytes]:
    """The lines of these objects, in their order; `store` must be standing still."""
    shares = [names[start : start + _SHARE] for start in range(0, len(names), _SHARE)]
    with _begun(store, work, processes) as helpers:
        for number, helper in enumerate(helpers):
            _hand(helper, shares[number::processes])
        for place, share in enumerate(shares):
            yield from _lines(store, work, helpers[place % processes] if helpers else None, share)


def _hand(helper: Connection, shares: list[Names]) -> None:
    """Gives a helper all its shares while it waits for nothing else.

    Asked share by share, it may be writing lines that nobody reads while it is written to: where a pipe holds
    less than a share, both would wait for ever.
    """
    with suppress(OSError):  # one that is gone gives no lines either
        helper.send(shares)


def _lines(store: Store, work: Work, helper: Connection | None, share: Names) -> Iterator[bytes]:
    """The lines that a helper gives, or where it is gone, those made here."""
    try:
        made = helper.recv_bytes() if helper else None
    except (EOFError, OSError):
        made = None
    return work.lines(store, share) if made is None else iter(made.split(b"\n"))


@contextmanager
def _begun(store: Store, work: Work, processes: int) -> Iterator[list[Connection]]:
    """Processes that see the database as `store` does; none where another program has written since."""
    context = forked_from(LINES)
    helpers = []
    for _ in range(processes):
        here, there = context.Pipe()
        process = context.Process(target=_help, args=(there, store.path, work), daemon=True)
        process.start()
        there.close()
        helpers.append((process, here))
    try:
        ready = [_is_ready(here) for _, here in helpers]
        yield [here for _, here in helpers] if all(ready) and store.is_current() else []
    finally:
        for process, here in helpers:
            here.close()
            process.terminate()
        for process, _ in helpers:
            process.join()


def _is_ready(helper: Connection) -> bool:
    try:
        return helper.recv_bytes() == b""
    except (EOFError, OSError):
        return False


def _help(asking: Connection, path: Path, work: Work) -> None:
    """What each process does: the lines of its shares in turn. Ctrl-C is its parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.disable()  # rows hold no circles
    with open_store(path, create=False, cache_kib=_CACHE_KIB) as store, store.standing_still():
        asking.send_bytes(b"")
        known = Known(store)
        try:
            for share in asking.recv():
                asking.send_bytes(b"\n".join(work.lines(store, share, known)))
        except (EOFError, BrokenPipeError):
            return
