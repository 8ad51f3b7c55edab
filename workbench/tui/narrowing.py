"""What the queue is narrowed to, as chips and as lines of the panel. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.folding import fold
from workbench.store import FacetName, Facets, FacetValue, QueueFilter
from workbench.tui.appearance import UNDECIDED
from workbench.tui.queue_words import FACETS, facet_word
from workbench.visible import one_line
from workbench.words import _

_LONGEST = 1_000
FEW = 8
"""Values of a facet that are listed until somebody types."""
NOTHING = QueueFilter()


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that the queue is narrowed to; `without` is the filter that lacks it."""

    text: str
    without: QueueFilter


@dataclass(frozen=True, slots=True)
class PanelLine:
    """A line of the panel: a facet's title, one of its values, or ("more") how many are not listed."""

    facet: FacetName
    text: str
    value: FacetValue | None = None
    chosen: bool = False
    more: bool = False


def toggled(chosen: QueueFilter, facet: FacetName, value: str) -> QueueFilter:
    """The filter with this value of a facet chosen, or no longer."""
    held: tuple[str, ...] = getattr(chosen, facet)
    now: Any = tuple(one for one in held if one != value) if value in held else (*held, value)
    return replace(chosen, **{facet: now})


def open_only(chosen: QueueFilter) -> bool:
    """Whether just what still asks for a decision is shown."""
    return set(chosen.statuses) == set(UNDECIDED)


def chips(chosen: QueueFilter, sources: Mapping[str, str]) -> list[Chip]:
    """What the queue is narrowed to, in the order of the panel, words last; `sources` names sources by id."""
    found = []
    if open_only(chosen):
        found.append(Chip(_("open only"), replace(chosen, statuses=())))
    for facet in FACETS:
        if facet == "statuses" and open_only(chosen):
            continue
        for value in getattr(chosen, facet):
            word = facet_word(facet, value, sources.get(value, ""))
            if not value or facet == "disputed":
                word = f"{_(FACETS[facet])}: {word}"
            elif facet in ("assignees", "reviewers"):
                word = f"{'@' if facet == 'assignees' else '✓ '}{word}"
            found.append(Chip(word, toggled(chosen, facet, value)))
    for event in chosen.events:
        others = tuple(one for one in chosen.events if one != event)
        found.append(Chip(_("one event"), replace(chosen, events=others)))
    if chosen.since or chosen.until:
        between = f"{chosen.since} – {chosen.until}".strip()
        found.append(Chip(between, replace(chosen, since="", until="")))
    if chosen.text:
        found.append(Chip(f"“{one_line(chosen.text[:_LONGEST])}”", replace(chosen, text="")))
    return found


def panel_lines(
    facets: Facets, chosen: QueueFilter, typed: str, unfolded: Collection[FacetName] = ()
) -> list[PanelLine]:
    """The panel: each facet with its values; with `typed` those that have all its words.

    What is chosen is always listed. Of a long facet only the first few are, unless it is unfolded.
    """
    lines: list[PanelLine] = []
    for facet, title in FACETS.items():
        named = [
            (value, facet_word(facet, value.value, value.label), value.value in getattr(chosen, facet))
            for value in facets.get(facet, ())
        ]
        if len(named) < 2 and not any(picked for _value, _word, picked in named):
            continue
        lines += _facet_lines(facet, _(title), named, fold(typed).split(), facet in unfolded)
    return lines


_Named = tuple[FacetValue, str, bool]


def _facet_lines(
    facet: FacetName, title: str, named: Sequence[_Named], words: Sequence[str], unfolded: bool
) -> Iterator[PanelLine]:
    """The lines of one facet; none where nothing in it has the typed words."""
    matching = [one for one in named if one[2] or facet == "sources" or _has_all(one[1], (title,), words)]
    if not matching:
        return
    shown = matching if words or unfolded else [one for at, one in enumerate(matching) if at < FEW or one[2]]
    yield PanelLine(facet, title)
    for value, word, picked in shown:
        yield PanelLine(facet, word, value, picked)
    if hidden := len(matching) - len(shown):
        yield PanelLine(facet, _("{n} more").format(n=hidden), more=True)


def _has_all(word: str, others: Sequence[str], words: Sequence[str]) -> bool:
    text = fold(" ".join((word, *others)))
    return all(one in text for one in words)
