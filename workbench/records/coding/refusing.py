"""Why an event has no place in a dataset."""

from __future__ import annotations

from workbench.records import now
from workbench.records.dossier import Dossier
from workbench.words import _


class NotOneOfThemError(Exception):
    """The dataset's definition does not fit the event; the message says why, in the reader's language."""


def check_happened(dossier: Dossier, *, agreed: bool = False) -> None:
    """Raises NotOneOfThemError for what has not taken place; `agreed` lets pass what was agreed on, too."""
    far = now.how_far(dossier)
    if far.is_denied:
        raise NotOneOfThemError(_("whether it took place is open"))
    if far.modality != "occurred" and not (agreed and far.modality == "agreed"):
        raise NotOneOfThemError(_("it is not told as something that has taken place"))
