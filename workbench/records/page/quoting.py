"""The passages that values stand in, each with what is known of where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.models import HEARSAY, Claim
from workbench.passages import Piece, in_sentence, passage
from workbench.records.dossier import ArticleInfo, Dossier
from workbench.records.grid import Given
from workbench.told.signs import MODALITIES
from workbench.words import N_, _

REACH = 400
"""Code points of a sentence that are shown before and behind a value."""
_BASES = {
    "heading": N_("dated by the heading above it"),
    "year_from_publication": N_("year taken from the day of publication"),
    "relative": N_("counted from the day of publication"),
    "inherited": N_("date taken from the words before"),
    "publication": N_("no date in the words: that of publication"),
}
"""How a date follows from the words, where they do not give it whole."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage of an article. `number` counts the passages of its event from 1.

    The sentence is told by `pieces`; where the value stands elsewhere ("3 May" in a heading above), `value`
    has the words around it. `start` and `end` are the value's offsets in the article's text.
    """

    number: int
    article: ArticleInfo
    pieces: tuple[Piece, ...]
    value: tuple[Piece, ...]
    start: int
    end: int
    speaker: str | None
    facts: tuple[str, ...]
    origin: ArticleInfo | None
    """The article that the statement is first known from, if that is another one."""


def quoted(dossier: Dossier, given: Given, claim: Claim, number: int, *, dated: bool) -> Quoted:
    """The passage of a value; `dated` has it say how its date follows from the words."""
    text = dossier.text(claim.source)
    clause = (claim.start, claim.end)
    sentence = clause
    if claim.context_start <= claim.start < claim.end <= claim.context_end:
        sentence = (claim.context_start, claim.context_end)
    inside = sentence[0] <= given.start <= given.end <= sentence[1]
    at = (given.start, given.end)
    elsewhere: tuple[Piece, ...] = ()
    if not inside:
        elsewhere = passage(text, at, at, at, around=60, reach=REACH)
        at = (claim.start, claim.start)
    origin = dossier.sources.get(given.origin) if given.origin not in ("", claim.source) else None
    return Quoted(
        number,
        dossier.sources[claim.source],
        in_sentence(text, at, clause, sentence, reach=REACH),
        elsewhere,
        given.start,
        given.end,
        claim.speaker,
        _facts(claim, dated=dated),
        origin,
    )


def _facts(claim: Claim, *, dated: bool) -> tuple[str, ...]:
    """What is to be known of a claim beside its words."""
    facts = [_(MODALITIES[claim.modality])]
    if HEARSAY in claim.aspects:
        facts.append(_("passed on as told by others"))
    if dated and claim.date and claim.date.basis in _BASES:
        facts.append(_(_BASES[claim.date.basis]))
    if claim.heading:
        facts.append(_("in a heading"))
    if claim.corrected_by:
        facts.append(_("as a reviewer corrected it"))
    return tuple(facts)
