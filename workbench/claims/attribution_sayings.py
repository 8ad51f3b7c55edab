"""What the verbs of speech in a stretch tell of it: whose words, in what, or nobody's."""

from __future__ import annotations

from workbench.claims.attribution_cues import Cues
from workbench.claims.attribution_quotes import quotations


class Sayings:
    """Looks at the verbs of speech of one text; `lowered` is its lower case."""

    def __init__(self, text: str, lowered: str, cues: Cues) -> None:
        self.text, self.lowered, self.cues = text, lowered, cues

    def says_nothing(self, start: int, end: int) -> bool:
        """True where it is told that someone spoke, and nothing of what was said."""
        bare, content = self.cues.bare, self.cues.content
        verbs = self.cues.speech.finditer(self.lowered, start, end)
        if bare is None or not verbs or not all(bare.match(verb[0]) for verb in verbs):
            return False
        if content is not None and content.search(self.lowered, start, end):
            return False
        return not quotations(self.text, start, end)

    def is_active(self, start: int, end: int) -> bool:
        """True where the verb of speech that closes the sentence is no passive.

        "Bildirildi" names no speaker: it goes on with what a body has stated.
        """
        passive = self.cues.passive
        if passive is None:
            return True
        verbs = list(self.cues.speech.finditer(self.lowered, start, end))
        return not passive.fullmatch(verbs[-1][0])

    def reads_on(self, start: int) -> bool:
        """True where a sentence opens with the statement that was told of before ("Açıklamada, ...")."""
        medium = self.cues.medium
        return medium is not None and medium.match(self.lowered, start) is not None

    def is_hearsay(self, start: int, end: int) -> bool:
        """True where every verb of speech leaves open whose words these are ("öne sürüldü").

        Not where it says what they stand in ("açıklamada ... öne sürüldü").
        """
        hearsay, medium = self.cues.hearsay, self.cues.medium
        if medium is not None and medium.search(self.lowered, start, end):
            return False
        verbs = self.cues.speech.finditer(self.lowered, start, end)
        return hearsay is not None and all(hearsay.match(verb[0]) for verb in verbs)
