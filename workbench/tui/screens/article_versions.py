"""Going from one version of an article to another, with the claim that is shown."""

from __future__ import annotations

from workbench.tui.articles import Stop
from workbench.tui.editions import Edition, same_place
from workbench.tui.screens.article_moving import MovingArticle
from workbench.words import _

_GOING = "another version"


class VersionedArticle(MovingArticle):
    """Another version takes the place of the one shown: going back leaves both."""

    @property
    def edition(self) -> Edition | None:
        """What is known of the article as a version."""
        return self.article.edition if self.article else None

    def refused_version(self, action_id: str) -> str | None:
        """Why there is no version to go to, or None."""
        edition = self.edition
        if edition is None:
            return _("There is one version of this article.")
        if action_id == "next_version" and edition.after is None:
            return _("This is the latest version.")
        if action_id == "previous_version" and edition.before is None:
            return _("This is the first version.")
        return None

    def do_next_version(self) -> None:
        if self.edition and self.edition.after:
            self._go_to_version(self.edition.after)

    def do_previous_version(self) -> None:
        if self.edition and self.edition.before:
            self._go_to_version(self.edition.before)

    def _go_to_version(self, source: str) -> None:
        claims, claim = self.article.claims if self.article else (), self.claim

        def go(place: tuple[int, int]) -> None:
            stops = list(self.stops)
            stops[self.index] = Stop(source, *place)
            self.stops = stops
            self.read()

        self.desk.read(lambda store: same_place(store, source, claims, claim), go, group=_GOING)
