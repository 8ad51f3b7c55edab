"""A reviewed database of four of the sample articles, and what it exports."""

import shutil
from pathlib import Path

import pytest
from verifying_making import TODAY, Exported

from workbench import pipeline
from workbench.decisions import verdicts
from workbench.exporting import Choice, write_export
from workbench.records.rows import What
from workbench.reviewing import decide, taking_back
from workbench.store import open_store

SAMPLES = Path(__file__).parents[2] / "sources"
NAMES = ("06-", "07-", "08-", "11-")


@pytest.fixture(scope="session")
def articles() -> list[Path]:
    return sorted(path for path in SAMPLES.iterdir() if path.name.startswith(NAMES))


@pytest.fixture(scope="session")
def reviewed(tmp_path_factory: pytest.TempPathFactory, articles: list[Path]) -> Path:
    """The database; tests that write to it take a copy."""
    path = tmp_path_factory.mktemp("reviewed") / "claims.db"
    with open_store(path) as store:
        pipeline.import_paths(store, articles)
        pipeline.link_pending(store, today=TODAY)
        by_attribute = {one.attribute: one for one in store.discrepancies()}
        count, total = by_attribute["count"], by_attribute["total"]
        accepted = verdicts.accept(count, 1, reviewer="ayse", at="2026-02-01T10:00:00+03:00", note="as seen")
        decide(store, accepted, today=TODAY)
        waits = verdicts.defer(total, "2099-01-01", reviewer="can", at="2026-02-01T11:00:00+03:00")
        decide(store, waits, today=TODAY)
        undo = taking_back(store, waits, reviewer="ayse", at="2026-02-01T12:00:00+03:00", note="not needed")
        decide(store, undo, today=TODAY)
    return path


@pytest.fixture
def database(reviewed: Path, tmp_path: Path) -> Path:
    """A copy of it that may be written to."""
    return Path(shutil.copy(reviewed, tmp_path / "claims.db"))


@pytest.fixture
def exported(reviewed: Path, tmp_path: Path) -> Exported:
    """Writes an export of it to a file, and says which."""

    def write(what: What, format_: str) -> Path:
        path = tmp_path / f"{what}.{format_}"
        with open_store(reviewed, create=False) as store:
            write_export(store, Choice(what), format_, path, today=TODAY, force=True)
        return path

    return write
