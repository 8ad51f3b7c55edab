"""An import that may fetch: it has a fetcher where what is named needs one, and is off the network else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.importing.expanding import Options
from workbench.sources.gathering import is_url
from workbench.store import Store

if TYPE_CHECKING:
    from workbench.fetching.rules import Rules


@contextmanager
def connected(
    store: Store, named: Sequence[str | Path], options: Options, rules: Rules | None = None
) -> Iterator[Options]:
    """The options with a fetcher by these rules, where an address is named or addresses are to be followed.

    What the store holds is not fetched again unless the rules say so.
    """
    if not (options.follow or any(is_url(str(one)) for one in named)):
        yield options
        return
    from workbench.fetching.web import Web

    with Web(rules, store) as web:
        yield replace(options, fetcher=web)
