"""Articles as the rows that are kept of them: made in any process, so that the writing one only writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.errors import StoreError
from workbench.folding import fold
from workbench.models import Claim, Source
from workbench.store.rows import (
    MENTION,
    QUANTITY,
    SOURCE,
    Row,
    claim_from_row,
    claim_to_row,
    date_from_row,
    date_rows,
    grouped,
    mention_from_row,
    quantity_from_row,
    source_from_row,
    source_to_row,
)

_ID, _FILE, _TEXT = (SOURCE.names.index(name) for name in ("id", "file", "text"))


@dataclass(frozen=True, slots=True)
class ClaimRows:
    """Claims as rows, in their order, and the words that they are found by.

    The rows of their parts begin with the claim's place among them, and the part's place in the claim.
    """

    own: tuple[Row, ...]
    words: tuple[str, ...]
    dates: tuple[Row, ...]
    quantities: tuple[Row, ...]
    mentions: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source and its claims as rows; `words` are those of its title and text that it is found by."""

    row: Row
    words: tuple[str, str]
    claims: ClaimRows

    @property
    def id(self) -> str:
        """The id of the source."""
        return str(self.row[_ID])

    @property
    def file(self) -> str:
        """The name of the file that it was read from."""
        return str(self.row[_FILE])

    @property
    def letters(self) -> int:
        """Characters of its text."""
        return len(self.row[_TEXT])

    def restored(self) -> tuple[Source, tuple[Claim, ...]]:
        """The source and the claims that this was made of."""
        rows, source = self.claims, source_from_row(self.row)
        dates, quantities, mentions = (grouped(one) for one in (rows.dates, rows.quantities, rows.mentions))
        claims = (
            claim_from_row(
                row,
                source.id,
                {position: date_from_row(tuple(rest)) for position, *rest in dates.get(at, ())},
                [quantity_from_row(found[1:]) for found in quantities.get(at, ())],
                [mention_from_row(found[1:]) for found in mentions.get(at, ())],
            )
            for at, row in enumerate(rows.own)
        )
        return source, tuple(claims)


def prepared(source: Source, claims: Sequence[Claim]) -> Prepared:
    """The rows of a source with its claims.

    Raises StoreError where a claim is not of this source, or its text is not at its offsets.
    """
    refuse_wrong_claims(source, claims)
    return Prepared(source_to_row(source), source_words(source), claim_rows(claims))


def source_words(source: Source) -> tuple[str, str]:
    """The words of title and text that a source is found by."""
    return fold(source.title or ""), fold(source.text)


def claim_rows(claims: Sequence[Claim]) -> ClaimRows:
    """The rows of claims."""
    return ClaimRows(
        own=tuple(map(claim_to_row, claims)),
        words=tuple(fold(claim.text) for claim in claims),
        dates=tuple((at, *row) for at, claim in enumerate(claims) for row in date_rows(claim)),
        quantities=tuple(
            (at, position, *QUANTITY.of(one))
            for at, claim in enumerate(claims)
            for position, one in enumerate(claim.quantities)
        ),
        mentions=tuple(
            (at, position, *MENTION.of(one))
            for at, claim in enumerate(claims)
            for position, one in enumerate(claim.mentions)
        ),
    )


def refuse_wrong_claims(source: Source, claims: Sequence[Claim]) -> None:
    """Raises StoreError where a claim is not of this source, or its text is not at its offsets."""
    for claim in claims:
        if claim.source != source.id or claim.text != source.text[claim.start : claim.end]:
            raise StoreError(
                "A claim does not match its source",
                f"{source.file}: claim {claim.id} at {claim.start}-{claim.end}",
                "Nothing of this source was stored. Please report this.",
            )
