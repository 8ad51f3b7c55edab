"""Not one changed character stays unseen: 200 of them in each kind of export, and in an article."""

import io
import random
from pathlib import Path

import pytest
from verifying_making import Exported, other_character

from workbench.records.rows import What
from workbench.verifying import Tally, verify
from workbench.verifying.articles import Articles

CHANGES = 200
FORMATS = ("jsonl", "json", "csv")


def found(data: bytes, name: str, articles: Path | None = None, *, whole: bool = True) -> int:
    """How many things do not hold."""
    against = Articles([articles]) if articles else None
    stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
    return len(list(verify(stream, name, against, Tally(), whole=whole)))


KINDS: list[tuple[What, str]] = [
    *((what, name) for what in ("claims", "events", "discrepancies", "decisions") for name in FORMATS),
    ("events", "html"),
    ("events", "markdown"),
]


@pytest.mark.parametrize(("what", "format_"), KINDS)
def test_every_changed_character_of_an_export_is_found(what: What, format_: str, exported: Exported) -> None:
    path = exported(what, format_)
    text = path.read_bytes().decode()
    assert found(text.encode(), path.name) == 0
    chance = random.Random(f"{what} {format_}")
    unseen = [
        one
        for one in (other_character(text, chance) for _ in range(CHANGES))
        if not found(one.encode(), path.name)
    ]
    assert unseen == []


def test_every_changed_character_of_an_article_is_found(
    exported: Exported, articles: list[Path], tmp_path: Path
) -> None:
    article = next(one for one in articles if one.name.startswith("11-"))
    path = exported("claims", "jsonl")
    of_it = [line for line in path.read_bytes().splitlines(keepends=True) if article.name.encode() in line]
    held = tmp_path / article.name
    text = article.read_bytes().decode()
    held.write_bytes(text.encode())
    assert of_it and found(b"".join(of_it), path.name, held, whole=False) == 0
    chance = random.Random("article")
    unseen = []
    for _ in range(CHANGES):
        other = other_character(text, chance)
        held.write_bytes(other.encode())
        if not found(b"".join(of_it[:1]), path.name, held, whole=False):
            unseen.append(other)
    assert unseen == []
