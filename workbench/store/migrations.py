"""The numbered migrations. A migration that has been published is never changed: write another one."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from workbench.store import order_tables, queue_ranks, queue_tables
from workbench.store.event_search import EVENT_WORDS, index_stored_events
from workbench.store.feeds import FEEDS
from workbench.store.first_tables import CLAIMS, DECISIONS, MATCHING, SEARCH, SOURCES, TRIGGERS
from workbench.store.lineages import LINEAGES
from workbench.store.matcher_tables import KEPT_BY_THE_MATCHER
from workbench.store.retrievals import RETRIEVALS
from workbench.store.tallies import TALLIES
from workbench.store.told import TOLD
from workbench.store.versions import VERSIONS

migrations = Migrations("workbench")


@migrations()
def m001_first_tables(db: Database) -> None:
    """Everything the first release keeps."""
    for group in (SOURCES, CLAIMS, MATCHING, DECISIONS, SEARCH):
        for statement in group.split(";\n"):
            db.execute(statement)
    for trigger in TRIGGERS:
        db.execute(trigger)


@migrations()
def m002_weekday_of_a_date(db: Database) -> None:
    """The weekday that stands beside a date and is not that day's."""
    db.execute("ALTER TABLE dates ADD COLUMN weekday INTEGER CHECK (weekday BETWEEN 0 AND 6)")


@migrations()
def m003_origins_and_severity(db: Database) -> None:
    """Which source told an event first, where a value comes from, why a discrepancy weighs what it does."""
    db.execute("ALTER TABLE events ADD COLUMN first_source TEXT")
    db.execute("ALTER TABLE discrepancy_values ADD COLUMN origin TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE discrepancies ADD COLUMN severity_why TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE discrepancies ADD COLUMN slip TEXT")


@migrations()
def m004_order_of_the_queue(db: Database) -> None:
    """The queue's order as columns, so that a discrepancy more does not renumber all others."""
    db.execute("DROP INDEX discrepancies_queue")
    db.execute("ALTER TABLE discrepancies DROP COLUMN place_in_queue")
    for column, ranks in (
        ("severity", "'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2"),
        ("verdict", "'conflict' THEN 0 WHEN 'tension' THEN 1 ELSE 2"),
    ):
        db.execute(
            f"""ALTER TABLE discrepancies ADD COLUMN {column}_rank INTEGER
                GENERATED ALWAYS AS (CASE {column} WHEN {ranks} END) VIRTUAL"""
        )
    db.execute("ALTER TABLE discrepancies ADD COLUMN folded_label TEXT NOT NULL DEFAULT ''")
    # What is searched begins with the event's label in a line of its own.
    db.execute(
        """UPDATE discrepancies
           SET folded_label = substr(folded, 1, instr(folded || char(10), char(10)) - 1)"""
    )
    db.execute(
        """CREATE INDEX discrepancies_queue
           ON discrepancies (settled, severity_rank, verdict_rank, folded_label, id)"""
    )


@migrations()
def m005_what_a_decision_saw(db: Database) -> None:
    """The claims of each event that a decision was taken on, and what its own claims gave."""
    for column in ("saw", "readings"):
        check = f"CHECK (json_valid({column}))"
        db.execute(f"ALTER TABLE decisions ADD COLUMN {column} TEXT NOT NULL DEFAULT '[]' {check}")


@migrations()
def m006_what_the_matcher_keeps(db: Database) -> None:
    """All links without their parts, and what linking one article more needs of those that are in."""
    for statement in KEPT_BY_THE_MATCHER.split(";\n"):
        db.execute(statement)


@migrations()
def m007_lineages(db: Database) -> None:
    """Which articles are near copies of one text, and whom each credits: found at the next matching."""
    for statement in LINEAGES.split(";\n"):
        db.execute(statement)


@migrations()
def m008_former_claims(db: Database) -> None:
    """Claims that were decided on and are read no more, and the claims that stand for them."""
    db.execute(
        """CREATE TABLE former_claims (
             id TEXT PRIMARY KEY NOT NULL,
             source INTEGER NOT NULL REFERENCES sources (seq),
             start INTEGER NOT NULL,
             "end" INTEGER NOT NULL,
             text TEXT NOT NULL,
             heir TEXT
           ) STRICT, WITHOUT ROWID"""
    )


@migrations()
def m009_tallies(db: Database) -> None:
    """How many claims, events and discrepancies the matching holds, so that nobody has to count."""
    for statement in TALLIES:
        db.execute(statement)


@migrations()
def m010_queue(db: Database) -> None:
    """What the queue is ordered, narrowed and counted by, and the filters that were given a name."""
    for column in queue_tables.COLUMNS:
        db.execute(f"ALTER TABLE discrepancies ADD COLUMN {column}")
    for statement in queue_tables.STATEMENTS:
        db.execute(statement)
    queue_tables.name_reviewers(db)


@migrations()
def m011_corrected_claims(db: Database) -> None:
    """By which decisions a claim stands as it does, and what reviewers said of how an article is read."""
    db.execute("ALTER TABLE claims ADD COLUMN corrected_by TEXT NOT NULL DEFAULT '[]'")
    db.execute("CREATE INDEX decisions_on_reading ON decisions (key) WHERE attribute = 'claim'")


@migrations()
def m013_words_of_events(db: Database) -> None:
    """What events are found by."""
    for statement in EVENT_WORDS:
        db.execute(statement)
    index_stored_events(db)


@migrations()
def m014_ranks_of_the_queue(db: Database) -> None:
    """What the queue is ordered by, where its index alone answers."""
    for statement in queue_ranks.STATEMENTS:
        db.execute(statement)


@migrations()
def m015_what_is_told_beside_the_text(db: Database) -> None:
    """Who wrote an article, which reader reads it, and all that tells when it was published."""
    db.execute("ALTER TABLE sources ADD COLUMN author TEXT")
    db.execute("ALTER TABLE sources ADD COLUMN format TEXT NOT NULL DEFAULT 'text'")
    db.execute("ALTER TABLE sources ADD COLUMN signs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(signs))")


@migrations()
def m016_retrievals(db: Database) -> None:
    """How articles were had from the network, as evidence."""
    for statement in RETRIEVALS.split(";\n"):
        db.execute(statement)


@migrations()
def m017_feeds(db: Database) -> None:
    """The feeds that are watched, and how far each has been read."""
    db.execute(FEEDS)


@migrations()
def m018_versions(db: Database) -> None:
    """Which sources are versions of one article: found at the next matching."""
    for statement in VERSIONS.split(";\n"):
        db.execute(statement)


@migrations()
def m019_what_reviewers_say_of_articles(db: Database) -> None:
    """By which decision an article is out, and what its import told where a reviewer says otherwise."""
    db.execute("ALTER TABLE sources ADD COLUMN removed TEXT")
    db.execute(TOLD)
    db.execute("DROP INDEX decisions_on_reading")
    db.execute("CREATE INDEX decisions_on_articles ON decisions (key) WHERE attribute IN ('claim', 'source')")


@migrations()
def m020_logs_that_meet(db: Database) -> None:
    """The order of the log whatever came in when, what an entry knew of, and where reviewers disagree."""
    for table, column in order_tables.COLUMNS:
        db.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    order_tables.place_old_entries(db)
    for statement in order_tables.INDEXES:
        db.execute(statement)


@migrations()
def m021_disputes_in_the_queue(db: Database) -> None:
    """Counts where reviewers disagree from the queue's index alone."""
    for statement in order_tables.WITH_DISPUTES:
        db.execute(statement)


def names() -> tuple[str, ...]:
    """The names of all migrations that this program knows, oldest first."""
    return tuple(
        migration.name for migration in migrations.pending(Database(memory=True, execute_plugins=False))
    )
