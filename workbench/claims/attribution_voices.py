"""The voices of one sentence, or of sentences that a quotation joins: whose words each clause is."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.claims.attribution import Attribution
from workbench.claims.attribution_scope import Occasion, Scope
from workbench.claims.clauses import Clause
from workbench.models import Mention


class Voices:
    """Asked for the clauses of a stretch in order: occasions of saying stand before what is said."""

    def __init__(
        self, attribution: Attribution, scope: Scope, start: int, end: int, holder: Mention | None
    ) -> None:
        """`holder` is whose words the whole stretch is, where that was told before it."""
        self._attribution = attribution
        self._scope = scope
        self._turns: Sequence[tuple[int, Mention | None]] = (
            attribution.turns(start, end) if holder is None else [(end, holder)]
        )
        self._opens = holder is None
        self.occasions: dict[int, Occasion] = {}
        """Offsets at which what only tells of a saying is over, and how."""
        if holder is not None:
            attribution.last = holder
            return
        for at, speaker in self._turns:
            self.occasions |= scope.occasions(start, at, speaker)
            start = at

    def speaker(self, at: int) -> Mention | None:
        """Whose turn it is at an offset."""
        return next((speaker for end, speaker in self._turns if at < end), self._turns[-1][1])

    def is_narrated(self, clause: Clause) -> bool:
        """True for what the article itself says of the speaker, and for what another asked him."""
        quote = self._scope.quote_at(clause.start, clause.end)
        if quote is not None:
            self._opens = False
            return self._scope.is_question(quote)
        speaker = self.speaker(clause.start)
        told = any(clause.end <= at for at in self.occasions)
        self._opens = (
            self._opens
            and speaker is not None
            and (told or self._scope.narrates(clause, speaker))
            and not self._attribution.cited(clause.start, clause.end)
        )
        return self._opens

    def quoted(self, clause: Clause) -> Mention | None:
        """Whom the clause's speaker quotes or cites."""
        return self._attribution.inner(clause.start, clause.end) or self._attribution.cited(
            clause.start, clause.end
        )
