"""Which events are compared again when some change, and what comes of it.

While an event is compared, what it asks of others is noted. An event that answers a question so noted
changes what the asker must say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.discrepancies import detect, once
from workbench.discrepancies.around import Asking, Query, answers, quotations
from workbench.discrepancies.view import SourceInfo
from workbench.events.outlines import outline
from workbench.events.stages import asks
from workbench.linking.keeping import stored_key, stored_keys
from workbench.linking.kinds import further
from workbench.models import Claim, Discrepancy, Event
from workbench.store import Reach

Find = Callable[[Query], Sequence[Event]]


class _Noting(Asking):
    """A lookup that notes what it is asked."""

    def __init__(self, find: Find) -> None:
        self._find = find
        self.asked: set[int] = set()

    def find(self, query: Query) -> Sequence[Event]:
        """The events that answer a query, by id."""
        self.asked.add(stored_key(query))
        return self._find(query)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The discrepancies of some events, and what those asked and offer."""

    discrepancies: list[Discrepancy]
    reaches: list[Reach]


def compare(
    events: Iterable[Event], find: Find, claims: Mapping[str, Claim], sources: Mapping[str, SourceInfo]
) -> Comparison:
    """The discrepancies of `events`; `find` puts the claims and sources of what it finds into the others."""
    reaches, wanted = [], set()
    found: dict[str, list[Discrepancy]] = {}
    waiting = list(events)
    for event in waiting:
        noting = _Noting(find)
        found[event.id] = detect([event], claims, sources, lookup=noting, further=further())
        noting.asked |= stored_keys(quotations(event, claims)) | stored_keys(asks(outline(event, claims)))
        wanted.add(event.id)
        reaches.append(Reach(event.id, frozenset(noting.asked), stored_keys(answers(event, claims, sources))))
    for event in waiting:
        # A quotation that several events hold is shown with one of them: all must be known.
        for query in quotations(event, claims):
            for other in find(query):
                if other.id not in found:
                    found[other.id] = detect(
                        [other], claims, sources, lookup=_Noting(find), further=further()
                    )
    shown = once([one for several in found.values() for one in several])
    return Comparison([one for one in shown if one.event in wanted], reaches)
