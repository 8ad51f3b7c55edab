"""Kinds of discrepancies of others, beside those of `workbench.discrepancies`.

An entry point of the group ``workbench.discrepancies`` names a module or an object with the hook
``workbench_discrepancies``. What a comparer gives is held against the claims; one that breaks, or gives what
no claim says, finds nothing in that event and is named (`workbench.plug_ins`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

import msgspec

from workbench.discrepancies.view import Detector, EventView, discrepancy_id
from workbench.models import AttributeValue, Discrepancy
from workbench.plug_ins import Offered, PlugIn, broke, hookspec, offered
from workbench.subjects import open_key

GROUP = "workbench.discrepancies"
Comparer = Callable[[EventView], Iterable[Discrepancy]]
"""What the claims of one event differ on. It asks nothing but the view, and gives the same for the same."""
_decoder = msgspec.json.Decoder(Discrepancy)


class Kinds:
    """What a plug-in may offer."""

    @hookspec
    def workbench_discrepancies(self) -> Sequence[Comparer]:
        """Comparers of further kinds."""
        raise NotImplementedError


@cache
def plugged() -> Offered:
    """The plug-ins that compare, those that could not be loaded among them."""
    fit = lambda one: "" if callable(one) else f"{type(one).__name__} cannot be called"  # noqa: E731
    return offered(GROUP, Kinds, "workbench_discrepancies", fit)


@cache
def further() -> tuple[Detector, ...]:
    """The comparers of others, each so that it harms nobody where it breaks."""
    return tuple(partial(_compared, plug_in, comparer) for plug_in, comparer in plugged().named)


def signature() -> str:
    """Names what compares beside the workbench: where it changes, events are compared anew."""
    return ";".join(f"{one.name} {one.package}" for one in plugged().plug_ins if one.things)


def _compared(plug_in: PlugIn, comparer: Comparer, seen: EventView) -> list[Discrepancy]:
    try:
        return [_whole(seen, found) for found in comparer(seen)]
    except Exception as error:
        broke(plug_in, error)
        return []


def _whole(seen: EventView, found: Discrepancy) -> Discrepancy:
    """The discrepancy as the store will give it back. Raises ValueError or TypeError where it has no ground.

    The decoder refuses an attribute, verdict or severity that there is not.
    """
    if not isinstance(found, Discrepancy):
        raise TypeError(f"{type(found).__name__} is no Discrepancy")
    if found.event != seen.event.id:
        raise ValueError(f"the discrepancy is of {found.event}, not of {seen.event.id}")
    if found.id != discrepancy_id(found.event, found.attribute, open_key(found.key), found.verdict):
        # Another one of that id would be taken for the same, or refused by the store.
        raise ValueError("its id is not made as `discrepancy` makes it")
    if not found.values:
        raise ValueError("a discrepancy without values")
    for value in found.values:
        _refuse_groundless(seen, value)
    return _decoder.decode(msgspec.json.encode(found))


def _refuse_groundless(seen: EventView, value: AttributeValue) -> None:
    claim = seen.world.claims.get(value.claim)
    if claim is None or claim.source != value.source:
        raise ValueError(f"no claim {value.claim} of {value.source}")
    start, end = value.start - claim.start, value.end - claim.start
    inside = 0 <= start <= end <= len(claim.text)
    if not inside or claim.text[start:end] != value.quote:
        raise ValueError(f"{value.quote[:60]!r} is not at {value.start}-{value.end} in claim {claim.id}")
