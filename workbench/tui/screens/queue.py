"""The review queue: what comes after each decision on the difference under the cursor."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.models import Decision, Status
from workbench.tui.actions import bindings_of
from workbench.tui.screens.browsing import BrowsingScreen


class QueueScreen(BrowsingScreen):
    """After a verdict the cursor goes on to the next open difference."""

    PLACE = "queue"
    CSS_PATH = "queue.tcss"
    BINDINGS = bindings_of("queue")

    def decided(self, entry: Decision, statuses: Mapping[str, Status]) -> None:
        self.take_statuses(statuses)
        if not (self.waiting and self.go_to_open(1)):
            self.show_case()

    def remarked(self, entry: Decision, statuses: Mapping[str, Status]) -> None:
        self.take_statuses(statuses)
        self.show_case()

    def went_back(self, entry: Decision, statuses: Mapping[str, Status]) -> None:
        self.take_statuses(statuses)
        self.return_to(entry.discrepancy)
        self.show_case()

    def show_again(self) -> None:
        self.show_case()

    def left_open(self) -> int | None:
        return self.counts.waiting if self.counts else None
