"""The part of the Store that keeps articles: as they were imported, and as they are read since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.models import Claim, Decision, Retrieval, Source
from workbench.store import log_reading, reading, rereading, told, writing
from workbench.store.connection import Connection
from workbench.store.prepared import Prepared, prepared
from workbench.store.rows import SourceRow
from workbench.store.told import NOTHING_SAID, Said


class ArticleStore(Connection):
    """Reads and writes of articles. Every writing method is one transaction."""

    def add_source(
        self,
        source: Source,
        claims: Sequence[Claim],
        retrieval: Retrieval | None = None,
        said: Said = NOTHING_SAID,
    ) -> bool:
        """Adds a source with its claims; false, and nothing changed, where its id is there already.

        `retrieval` is how it was had from the network, kept with it. Raises StoreError where a claim is not
        of this source or its text is not at its offsets.
        """
        return self.add_prepared(prepared(source, claims), retrieval, said)

    def add_prepared(
        self, article: Prepared, retrieval: Retrieval | None = None, said: Said = NOTHING_SAID
    ) -> bool:
        """Adds a source with its claims as `add_source` does, from the rows that were made of it."""
        with self._writing() as db:
            return writing.add_source(db, article, retrieval, said, self._at_end)

    def replace_claims(
        self,
        source: Source,
        claims: Sequence[Claim],
        heirs: Mapping[str, str],
        said: Said = NOTHING_SAID,
    ) -> None:
        """Makes these the claims of a source that is there, as a new reading of it gives them.

        `heirs` maps claims that are gone to those that stand for them: entries of the log on the one are
        found as if they were on the other. What was derived from claims that are gone goes with them, so
        that claims must be matched again. Raises StoreError as `add_source`, and where the source is
        unknown.
        """
        with self._writing() as db:
            rereading.replace_claims(db, source, claims, heirs, said)

    def append_correction(
        self,
        decision: Decision,
        source: Source,
        claims: Sequence[Claim] | None,
        heirs: Mapping[str, str],
        expected: Sequence[str],
        said: Said = NOTHING_SAID,
    ) -> bool:
        """Adds an entry on how an article is read, and makes these its claims, as `replace_claims` does.

        Without `claims` they stay as they are, and nothing must be matched again. False, and nothing
        changed, where its `corrections` are no more those whose ids are `expected`.
        """
        with self._writing() as db:
            if [entry.id for entry in log_reading.corrections(db, source.id)] != list(expected):
                return False
            writing.append_decision(db, decision, None, None, regroups=False)
            if claims is None:
                rereading.replace_source(db, source, said)
            else:
                rereading.replace_claims(db, source, claims, heirs, said)
            return True

    def corrections(self, source: str) -> list[Decision]:
        """The entries on an article, given by its id, and on how it is read, oldest first, as written."""
        with self._reading() as db:
            return log_reading.corrections(db, source)

    def former_claims(self) -> dict[str, str | None]:
        """Claims that were decided on and are read no more, with what stands for them, or None."""
        with self._reading() as db:
            return rereading.former_claims(db)

    def has_source(self, source_id: str) -> bool:
        """Whether a source of this id is there."""
        with self._reading() as db:
            return db.conn.execute("SELECT 1 FROM sources WHERE id = ?", (source_id,)).fetchone() is not None

    def source_by_sha(self, sha256: str) -> SourceRow | None:
        """The source with this digest of its original, or None."""
        with self._reading() as db:
            return next(iter(reading.source_rows(db, "WHERE sha256 = ?", (sha256,))), None)

    def sources(self, *, removed: bool = False) -> list[SourceRow]:
        """All sources without their text, ordered by file and id; those that are out only with `removed`."""
        with self._reading() as db:
            return reading.source_rows(db, "" if removed else "WHERE removed IS NULL")

    def source(self, source_id: str) -> Source:
        """The whole source with its original; StoreError where it is unknown."""
        with self._reading() as db:
            return reading.source(db, source_id)

    def source_as_told(self, source_id: str) -> Source:
        """The whole source as its import told it, whatever reviewers say of it; StoreError where unknown."""
        with self._reading() as db:
            return told.as_told(db, reading.source(db, source_id))
