"""Sources that tell of one event and name different ships."""

from __future__ import annotations

from collections.abc import Callable

from workbench.discrepancies.view import EventView, discrepancy, say
from workbench.models import AttributeValue, Claim, Discrepancy, Mention
from workbench.plug_ins import hookimpl


def ships(seen: EventView) -> list[Discrepancy]:
    """A conflict where no source names two of the ships: who names both means two."""
    named: dict[str, dict[str, tuple[Claim, Mention]]] = {}
    for claim in seen.claims:
        for mention in claim.mentions:
            if mention.canonical.startswith("IMO "):
                named.setdefault(mention.canonical, {}).setdefault(claim.source, (claim, mention))
    sources = [source for told in named.values() for source in told]
    if len(named) < 2 or len(set(sources)) < len(sources):
        return []
    values = [_value(*one) for ship in sorted(named) for one in named[ship].values()]
    why = f"Sources name different ships: {say([value.label for value in values])}."
    return [discrepancy(seen, "name", "ship", "conflict", values, why)]


def _value(claim: Claim, ship: Mention) -> AttributeValue:
    """The ship as one claim names it, at its own characters."""
    name = ship.canonical
    return AttributeValue(claim.id, claim.source, name, name, name, name, ship.text, ship.start, ship.end)


@hookimpl
def workbench_discrepancies() -> list[Callable[[EventView], list[Discrepancy]]]:
    """Asked by the workbench."""
    return [ships]
