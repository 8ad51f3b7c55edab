"""The article screen: what was read in an article, and what is wrong with it, decided where it stands."""

from __future__ import annotations

from collections.abc import Callable

from workbench.decisions.describing import reads_anew
from workbench.decisions.log import ON_ARTICLES
from workbench.models import Claim, Decision
from workbench.store import Store
from workbench.told.deciding import decision_phrase
from workbench.told.signs import MODALITIES
from workbench.tui import corrector, outside, text_moves
from workbench.tui.actions import bindings_of
from workbench.tui.claim_rows import field_label, field_text
from workbench.tui.corrector import Hand
from workbench.tui.screens.article_describing import DescribingArticle
from workbench.tui.screens.prompts import Prompt
from workbench.tui.widgets.detail import short
from workbench.visible import visible
from workbench.words import N_, _, ngettext

_OF_ITS_CLAIMS = ("correct", "reject", "make", "undo", "redo", "fields", "next_claim", "previous_claim")
_OF_A_CLAIM = ("reject", "event")


_A_NAME = N_("A name.")
_EXPECTED = {
    "date": N_("A day 2026-02-03, a month 2026-02, a year, or two with a slash."),
    "participants": N_("Names, with ; between them."),
    "count": N_("390, 390-400, ~390 (about), >390 (more than), <390 (fewer)."),
    "counted": N_("What is counted, in one word, such as prisoner_of_war."),
    "side": N_("Whose they are; “each” where the number holds for every side."),
}
"""What can be typed for a field."""


class ArticleScreen(DescribingArticle):
    """Every correction is written at once, with the claims that the article has by it; then matched."""

    PLACE = "article"
    BINDINGS = bindings_of("article")

    _warned: str | None = None
    """The claim that is rejected at the second asking, though decisions rest on it."""

    def on_mount(self) -> None:
        super().on_mount()
        self.say_legend()

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        if self.article is None or (self.article.claims_read is None and action_id in _OF_ITS_CLAIMS):
            return None if action_id == "back" else _("The article is being read.")
        if action_id == "next_value" and self.index + 1 >= len(self.stops):
            return _("This is the last passage.")
        if action_id == "previous_value" and self.index == 0:
            return _("This is the first passage.")
        if action_id in ("next_claim", "previous_claim") and not self.article.claims:
            return _("No claim was found in this article. Space selects words for one.")
        return self._refused_here(action_id)

    def _refused_here(self, action_id: str) -> str | None:
        nothing_here = self.claim is None and self.pinned is None and self.chosen is None
        out = self.removal
        if out is not None and action_id in (*_OF_A_CLAIM, "correct", "make", "details"):
            return _("This article is removed. X brings it back.")
        if nothing_here and action_id in (*_OF_A_CLAIM, "correct"):
            return _("There is no claim here. c goes to the next one, Space selects words for one.")
        if action_id == "fields" and not any(row.is_open for row in self.rows):
            return _("There is no claim here, and nothing was corrected.")
        if action_id == "event" and (self.around is None or self.around.event is None):
            return _("This claim stands in no event yet.")
        if action_id in ("next_found", "previous_found") and not self._looked_for:
            return _("Nothing was looked for yet: / finds words.")
        if action_id in ("next_version", "previous_version"):
            return self.refused_version(action_id)
        if action_id in ("undo", "redo") and not self.article_log:
            return _("Nothing was corrected in this article.")
        return None

    @property
    def article_log(self) -> tuple[Decision, ...]:
        """All entries on how the article is read."""
        return self.article.log if self.article else ()

    # Correcting

    def do_correct(self) -> None:
        row = self.row
        if self.pinned is not None:
            self._take_selection()
        elif row is None:
            self.choose(0)
        elif row.kind == "correction":
            self._undo(row.entry)
        elif row.field == "extent":
            self._select_extent()
        elif self.claim is not None:
            self._ask(self.claim, row.field)

    def _ask(self, claim: Claim, field: str) -> None:
        kinds = self.article.kinds if self.article else ()

        def take(changed: Claim | None) -> None:
            if changed is not None and changed != claim:
                self.write(lambda store, hand: corrector.correct(store, claim, changed, hand), claim.id)

        prompt = Prompt(
            field_label(field),
            f"“{short(claim.text[:200])}”\n{_expected(field, kinds)}",
            lambda text: corrector.edited(claim, field, text, kinds),
            value=field_text(field, claim),
        )
        self.app.push_screen(prompt, take)

    def _select_extent(self) -> None:
        claim = self.claim
        if claim is not None:
            self.choose(None)
            self.pinned, self.extending = claim.start, claim.id
            self.point(text_moves.word_at(self.text, claim.end - 1)[0])

    def _take_selection(self) -> None:
        low, high = self.selected or (0, 0)
        claim = self.article.claim(self.extending) if self.article else None
        source = self.stop.source
        standing = (
            [one for one in self.article.claims if (one.start, one.end) == (low, high)]
            if self.article
            else []
        )
        if standing:
            self.pinned = self.extending = None
            self.point(low, claim=standing[0])
            self.choose(0)
            self.say(_("There is a claim of these words already: this one."))
        elif claim is not None:
            self.write(lambda store, hand: corrector.extend(store, claim, low, high, hand), claim.id)
        else:
            self.write(lambda store, hand: corrector.make(store, source, low, high, hand), None)

    def do_make(self) -> None:
        if self.pinned is None:
            # A claim is most often a sentence: it is selected, to be made smaller or taken with Enter.
            low, high = text_moves.sentence_at(self.text, self.cursor)
            self.choose(None)
            self.pinned = low
            self.point(text_moves.word_at(self.text, max(low, high - 1))[0])
        else:
            self._take_selection()

    def do_reject(self) -> None:
        claim, row = self.claim, self.row
        if row is not None and ".count" in row.field and claim is not None:
            changed = corrector.edited(claim, row.field, "-", ())
            self.write(lambda store, hand: corrector.correct(store, claim, changed, hand), claim.id)
        elif claim is not None and self._may_reject(claim):
            self.write(lambda store, hand: corrector.reject(store, claim, hand), None)

    def _may_reject(self, claim: Claim) -> bool:
        """Whether nothing rests on the claim, or its reviewer was told what does."""
        around = self.around
        resting = around.resting if around is not None and around.claim == claim.id else ()
        if not resting or self._warned == claim.id:
            return True
        self._warned = claim.id
        told = "; ".join(f"{one.reviewer} {decision_phrase(one)}" for one in resting[:3])
        number = ngettext(
            "{n} decision rests on this claim", "{n} decisions rest on this claim", len(resting)
        )
        again = _("They stay in the log. x once more rejects it.")
        self.notify(
            f"{visible(told)}. {again}", title=number.format(n=len(resting)), severity="warning", markup=False
        )
        return False

    def do_reason(self) -> None:
        def take(text: str | None) -> None:
            if text is not None:
                self._reason = text.strip() or None
                self.say(_("The reason goes with what you do next.") if self._reason else "")

        question = _("Why? It stands in the log with the next thing you do here.")
        self.app.push_screen(Prompt(_("Reason"), question, lambda text: text, value=self._reason or ""), take)

    def do_undo(self) -> None:
        row = self.row
        self._undo(row.entry if row is not None and row.kind == "correction" else None)

    def _undo(self, entry: str | None) -> None:
        source = self.stop.source
        taken_back = _("↶ Taken back: {what}")
        self.write(lambda store, hand: corrector.undo(store, source, entry, hand), self.current, taken_back)

    def do_redo(self) -> None:
        source = self.stop.source
        brought_back = _("↶ Brought back: {what}")
        self.write(lambda store, hand: corrector.redo(store, source, hand), self.current, brought_back)

    def write(
        self, act: Callable[[Store, Hand], Decision], claim: str | None, saying: str | None = None
    ) -> None:
        """Writes an act; the cursor then stands on `claim`, or on the claim that the act made."""
        hand = Hand(self.desk.reviewer, self.desk.now(), self._reason)
        template = saying or _("✓ Saved: {what}. u takes it back")

        def done(entry: Decision) -> None:
            self._reason = self._warned = self.pinned = self.extending = None
            made = entry.claims[0] if entry.kind == "claim" and saying is None else None
            if entry.kind not in ON_ARTICLES or reads_anew(entry):
                self.desk.match_again(lambda _report: self.read())
            self.read(go_to=made or claim, fields=made is not None)
            self.say(template.format(what=decision_phrase(entry)))

        doing = _("Reading the article with this: {n} s")
        self.desk.write(lambda store: act(store, hand), done, doing=doing)

    # Looking

    def do_names(self) -> None:
        self.show_names(not self.with_names)

    def do_copy(self) -> None:
        if self.article is None:
            return
        claim = self.claim
        low, high = self.selected or ((claim.start, claim.end) if claim else (0, 0))
        if high <= low:
            low, high = text_moves.sentence_at(self.text, self.cursor)
        words = outside.with_source(self.text[low:high], self.article.source)
        self.copy(words, _("the passage with its source"))

    def do_original(self) -> None:
        if self.article is None:
            return
        source = self.article.source
        page = source.url if outside.is_page(source.url) else None
        address = page or str(outside.original_file(source))
        can = outside.can_open(self.app)
        if can and outside.open_outside(page or outside.original_file(source).as_uri()):
            self.say(_("Opened outside the desk: {address}").format(address=address))
        else:
            outside.copy(self.app, address)
            self.say(_("No viewer here. Copied, to open elsewhere: {address}").format(address=address))

    def do_event(self) -> None:
        from workbench.tui.screens.event import EventScreen

        event = self.around.event if self.around else None
        if event is not None:
            self.app.push_screen(EventScreen(event.id))


def _expected(field: str, kinds: tuple[str, ...]) -> str:
    """What can be typed for a field."""
    part = field.partition(".")[2] or field
    if part == "event_type":
        return _("A kind of event: {kinds}").format(kinds=corrector.near("", kinds))
    if part == "modality":
        return _("One of: {words}").format(words=", ".join(map(_, MODALITIES.values())))
    expected = _(_EXPECTED.get(part, _A_NAME))
    return expected + " " + _("- says that there is none.")
