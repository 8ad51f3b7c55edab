from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from caring_bases import make_base


@pytest.fixture(scope="session")
def made_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_base(tmp_path_factory.mktemp("base"))


@pytest.fixture
def base(made_base: Path, tmp_path: Path) -> Path:
    """A copy of the database that a test may damage."""
    return Path(shutil.copy(made_base, tmp_path / "claims.db"))
