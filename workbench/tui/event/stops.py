"""The passages that the article screen goes through from an event: a row's values, or a list's claims."""

from __future__ import annotations

from workbench.records.grid import Grid, Row
from workbench.told import label
from workbench.tui.articles import Stop
from workbench.tui.event.dossier import Dossier
from workbench.tui.event.lines import Page

Way = tuple[list[Stop], int]
"""Passages, and the place of the one to begin with."""


def of_row(grid: Grid, row: Row, source: str) -> Way:
    """What the sources give for an attribute, in the order of their columns, from that source on."""
    stops: list[Stop] = []
    first = 0
    for column in grid.columns:
        if column.source.id == source:
            first = len(stops)
        cell = row.cell(column.source.id)
        stops += [Stop(column.source.id, one.start, one.end, label(one.label)) for one in cell.given]
    return stops, first


def of_page(dossier: Dossier, page: Page, line: int) -> Way:
    """The claims of a list in its order, from the one at that line on."""
    claims = {claim.id: claim for claim in dossier.claims}
    places: dict[str, Stop] = {}
    first = 0
    for place in range(len(page)):
        name = page.claim(place)
        if name in claims and name not in places:
            claim = claims[name]
            places[name] = Stop(claim.source, claim.start, claim.end)
        if place == line and name in places:
            first = list(places).index(name)
    return list(places.values()), first
