"""Lines of a dataset's own columns, for the events that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from workbench.records.coding.refusing import NotOneOfThemError
from workbench.records.dossier import Dossier
from workbench.records.formats.csv import cell, line
from workbench.records.writing import Export, Refusal
from workbench.told import event_label
from workbench.words import speaking


def lines(
    export: Export, columns: Sequence[str], row: Callable[[Dossier], Mapping[str, object]]
) -> Iterator[bytes]:
    """The header, then each event's line; events that `row` refuses go to the export's refusals."""
    yield line(columns).encode()
    for dossier in export.dossiers:
        with speaking(export.settings.language):
            try:
                known = row(dossier)
            except NotOneOfThemError as why:
                label = event_label(dossier.record.label)
                export.refused.append(Refusal(dossier.record.id, label, str(why)))
                continue
        yield line([cell(known.get(column)) for column in columns]).encode()
